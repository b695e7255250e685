#include <algorithm>
#include <limits>

#include "base/strings.h"
#include "ui/command_handlers.h"
#include "ui/findings.h"
#include "ui/format.h"
#include "ui/reader_copies.h"

namespace claimscope {
namespace {

constexpr int64_t kMostText = int64_t{1} << 31;

Status SelectHit(Session& session, Hit hit) {
  session.state.selection = session.SelectionOf(hit);
  return Status::Ok();
}

// A line of the words in context; the first and the last where it is none.
bool SelectLine(Session& session, int64_t line) {
  const Concordance& found = session.findings().InContext(session);
  if (session.state.view != View::kContext || found.lines.empty()) return false;
  const auto last = static_cast<int64_t>(found.lines.size()) - 1;
  const ContextLine& at = found.lines[static_cast<size_t>(std::clamp(line, int64_t{0}, last))];
  session.state.selection = session.SelectionOf(at.claim);
  session.state.selection.word = at.at + 1;
  return true;
}

// Among words in context the next one is that of the next line.
bool MoveInContext(Session& session, int step) {
  if (session.state.view != View::kContext) return false;
  const size_t at = session.selected() ? LineOf(session.findings().InContext(session),
                                                *session.selected(), session.state.selection.word)
                                       : kNoLine;
  if (at == kNoLine) return SelectLine(session, step > 0 ? 0 : std::numeric_limits<int64_t>::max());
  return SelectLine(session, static_cast<int64_t>(at) + step);
}

Status Move(Session& session, int step) {
  if (MoveInContext(session, step)) return Status::Ok();
  const size_t count = session.row_count();
  if (count == 0) return Status::NotFound("There is no claim to select.");
  const size_t at = session.selected_index(), left = session.left_index();
  size_t next = step > 0 ? 0 : count - 1;
  if (at == Session::kNone && left != Session::kNone) {
    next = std::min(step > 0 || left == 0 ? left : left - 1, count - 1);
  } else if (at != Session::kNone) {
    if (step < 0) {
      next = at > 0 ? at - 1 : 0;
    } else {
      next = std::min(at + 1, count - 1);
    }
  }
  return SelectHit(session, session.HitAt(next));
}

Status MoveInArticle(Session& session, int step) {
  const std::optional<Hit> hit = session.selected();
  if (!hit) return Status::NotFound("No claim is selected.");
  const Segment& segment = session.workspace().SegmentAt(hit->segment);
  const std::vector<uint32_t> rows = segment.ClaimsOf(segment.articles()[hit->row]);
  // From a claim that passes the filter to the next one that does.
  const bool passes = session.selected_index() != Session::kNone;
  const auto count = static_cast<int64_t>(rows.size());
  for (int64_t at = int64_t{session.state.selection.claim} + step; at >= 0 && at < count;
       at += step) {
    const Hit next{hit->segment, rows[static_cast<size_t>(at)]};
    if (passes && session.IndexOf(next) == Session::kNone) continue;
    session.state.selection.claim = static_cast<uint32_t>(at);
    session.state.selection.word = 0;
    return Status::Ok();
  }
  return Status::Ok();
}

}  // namespace

Status SelectClaim(Session& session, const Arguments& arguments) {
  int64_t number = 0;
  if (arguments.Get("index") == "context" && SelectLine(session, 0)) return Status::Ok();
  if (arguments.Get("index") == "undated" && session.dated_hits() < session.hit_count()) {
    ++session.state.list_from;
    return SelectHit(session, session.answer().hits[session.dated_hits()]);
  }
  if (arguments.Has("index")) {
    if (!ParseInt(arguments.Get("index"), &number) || number < 0 ||
        number >= static_cast<int64_t>(session.row_count())) {
      return Status::NotFound("There is no claim " + std::string(arguments.Get("index")) +
                              " among the " + FormatCountOf(session.row_count(), "claim") +
                              " shown.");
    }
    return SelectHit(session, session.HitAt(static_cast<size_t>(number)));
  }
  if (!arguments.Has("article")) {
    return Status::Invalid(
        "The command \"select-claim\" needs \"index\", or \"article\" and \"claim\".");
  }
  number = 1;
  if (arguments.Has("claim") &&
      (!ParseInt(arguments.Get("claim"), &number) || number < 1 || number > 1'000'000)) {
    return Status::Invalid("\"" + std::string(arguments.Get("claim")) +
                           "\" is not the number of a claim.");
  }
  int64_t word = 0;
  if (arguments.Has("word") &&
      (!ParseInt(arguments.Get("word"), &word) || word < 0 || word > kMostText))
    return Status::Invalid("\"" + std::string(arguments.Get("word")) + "\" is no place of a word.");
  const Selection before = session.state.selection;
  session.state.selection = {std::string(arguments.Get("article")),
                             static_cast<uint32_t>(number - 1), static_cast<uint32_t>(word)};
  session.Refresh();
  if (session.selected() || (session.reading() && !arguments.Has("claim"))) return Status::Ok();
  session.state.selection = before;
  session.Refresh();
  return Status::NotFound("There is no claim " + std::to_string(number) + " in an article \"" +
                          std::string(arguments.Get("article")) + "\".");
}

Status NextClaim(Session& session, const Arguments&) { return Move(session, 1); }
Status PreviousClaim(Session& session, const Arguments&) { return Move(session, -1); }
Status NextInArticle(Session& session, const Arguments&) { return MoveInArticle(session, 1); }
Status PreviousInArticle(Session& session, const Arguments&) { return MoveInArticle(session, -1); }

Status OpenArticle(Session& session, const Arguments&) {
  if (!session.reading()) return Status::NotFound("No claim is selected.");
  session.state.reader_open = true;
  return Status::Ok();
}

Status FindCopies(Session& session, const Arguments&) {
  session.state.seek_copies = true;
  return Status::Ok();
}

Status CompareCopy(Session& session, const Arguments& arguments) {
  if (!session.reading()) return Status::NotFound("No claim is selected.");
  const ArticleRef here = *session.reading();
  std::string beside(arguments.Get("article"));
  if (arguments.Has("article")) {
    const std::optional<ArticleRef> there = session.FindArticle(beside);
    if (!there || *there == here)
      return Status::NotFound("There is no other article \"" + beside + "\".");
  } else {
    const std::vector<CopyEntry> copies = ListCopies(session, here);
    if (copies.empty()) return Status::NotFound("The article has no copy.");
    const auto at = std::find_if(copies.begin(), copies.end(), [&](const CopyEntry& copy) {
      return copy.id == session.state.beside;
    });
    beside = at == copies.end() || at + 1 == copies.end() ? copies[0].id : (at + 1)->id;
  }
  session.state.source_open = false;
  session.state.seek_copies = session.state.reader_open = true;
  session.state.beside = std::move(beside);
  return Status::Ok();
}

Status CloseCopy(Session& session, const Arguments&) {
  session.state.beside.clear();
  return Status::Ok();
}

// The record ends where the next article of the same file begins.
Status ShowSource(Session& session, const Arguments&) {
  AppState& state = session.state;
  if (state.source_open) {
    state.source_open = false;
    return Status::Ok();
  }
  const std::optional<ArticleRef> reading = session.reading();
  if (!reading) return Status::NotFound("No claim is selected.");
  const Segment& segment = session.workspace().SegmentAt(reading->segment);
  const uint32_t number = reading->article;
  const ArticleView article = segment.ArticleAt(number);
  const std::string path(PathOfArticle(article.id));
  uint64_t end = 0;
  if (number + 1 < segment.article_count()) {
    const ArticleView next = segment.ArticleAt(number + 1);
    if (PathOfArticle(next.id) == path) end = next.offset_bytes;
  }
  state.source_open = state.reader_open = true;
  state.beside.clear();
  session.source = {};
  ++session.source_serial;
  session.requests.push_back(
      {HostRequest::kReadSource,
       std::to_string(article.offset_bytes) + "\n" + std::to_string(end) + "\n" + path});
  return Status::Ok();
}

void FollowSelection(Session& session, const Selection& before) {
  AppState& state = session.state;
  if (state.selection.article != before.article) state.source_open = false;
  if (state.beside.empty() || state.selection.article == before.article) return;
  state.beside = state.selection.article == state.beside ? before.article : std::string();
}

Status CloseReader(Session& session, const Arguments&) {
  session.state.reader_open = false;
  return Status::Ok();
}

// “Words” — who says so, “Headline”, outlet, 21 May 2025. Address
Status CopyQuote(Session& session, const Arguments&) {
  const std::optional<Hit> hit = session.selected();
  if (!hit) return Status::NotFound("No claim is selected.");
  const Segment& segment = session.workspace().SegmentAt(hit->segment);
  const ArticleView article = segment.ArticleAt(segment.articles()[hit->row]);
  const std::string claimant = segment.ClaimAt(hit->row).claimant;
  std::string from;
  const auto add = [&from](std::string_view part) {
    if (!part.empty()) from.append(from.empty() ? " — " : ", ").append(part);
  };
  if (claimant != "outlet") add(claimant);
  if (!article.title.empty()) add("“" + std::string(article.title) + "”");
  add(SourceAndDay(article));
  std::string text = "“" + segment.QuoteAt(hit->row) + "”" + from;
  if (!article.url.empty()) text.append(from.empty() ? " " : ". ").append(article.url);
  session.requests.push_back({HostRequest::kCopyText, std::move(text)});
  session.Tell("Copied: the quote, who says so, and where it stands");
  return Status::Ok();
}

Status CopyAddress(Session& session, const Arguments&) {
  session.requests.push_back({HostRequest::kCopyLink, session.Link()});
  session.Tell("Link copied");
  return Status::Ok();
}

Status TellUser(Session& session, const Arguments& arguments) {
  const std::string_view back = arguments.Get("back");
  session.Tell(arguments.Get("text"), back == "undo" ? "undo" : back == "redo" ? "redo" : "");
  return Status::Ok();
}

Status CopyText(Session& session, const Arguments& arguments) {
  session.requests.push_back({HostRequest::kCopyText, std::string(arguments.Get("text"))});
  session.Tell("Copied");
  return Status::Ok();
}

Status OpenSource(Session& session, const Arguments&) {
  const std::optional<ArticleRef> reading = session.reading();
  if (!reading) return Status::NotFound("No claim is selected.");
  const Segment& segment = session.workspace().SegmentAt(reading->segment);
  const std::string_view url = segment.ArticleAt(reading->article).url;
  if (!StartsWithIgnoreAsciiCase(url, "https://") && !StartsWithIgnoreAsciiCase(url, "http://")) {
    return Status::NotFound("The article does not say where on the web it stood.");
  }
  session.requests.push_back({HostRequest::kOpenUrl, std::string(url)});
  return Status::Ok();
}

}  // namespace claimscope
