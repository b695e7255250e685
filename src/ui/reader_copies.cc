#include "ui/reader_copies.h"

#include <algorithm>

#include "ui/format.h"

namespace claimscope {
namespace {

constexpr uint32_t kFoldWords = 40;  // a passage of fewer words is shown whole
constexpr size_t kEdgeWords = 10;    // shown of a longer one before and after a change

CopyEntry EntryOf(const Session& session, const ArticleCopy& copy, bool is_whole) {
  const Segment& segment = session.workspace().SegmentAt(copy.article.segment);
  const ArticleView view = segment.ArticleAt(copy.article.article);
  const size_t claims = segment.ClaimsOf(copy.article.article).size();
  return {copy.article, std::string(view.id),         NameOfArticle(view), copy.share,
          is_whole,     static_cast<uint32_t>(claims)};
}

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Where the first words of a text end, with the blanks after them.
size_t EndOfWords(std::string_view text, size_t words) {
  size_t at = 0;
  for (; words > 0 && at < text.size(); --words) {
    while (at < text.size() && !IsBlank(text[at])) ++at;
    while (at < text.size() && IsBlank(text[at])) ++at;
  }
  return at;
}

// Where the last words of a text begin.
size_t BeginOfLastWords(std::string_view text, size_t words) {
  size_t at = text.size();
  for (; words > 0 && at > 0; --words) {
    while (at > 0 && IsBlank(text[at - 1])) --at;
    while (at > 0 && !IsBlank(text[at - 1])) --at;
  }
  return at;
}

class Teller {
 public:
  Teller(std::string here, std::string there, const std::vector<uint32_t>& unfolded)
      : here_(std::move(here)), there_(std::move(there)), unfolded_(unfolded) {}

  void Tell(const std::vector<TextDifference>& pieces);
  void MarkClaims(const Segment& segment, uint32_t article, bool is_there);
  DifferenceText Take() { return std::move(out_); }

 private:
  struct Part {
    uint32_t shown;
    Span of;
    bool is_there;
  };
  void Push(std::string_view text, RunStyle style, uint32_t number, Span of, bool is_there);
  void BreakLine();
  void Shared(const TextDifference& piece, uint32_t number, bool first, bool last);

  const std::string here_, there_;
  const std::vector<uint32_t>& unfolded_;
  std::vector<Part> parts_;
  DifferenceText out_;
};

void Teller::Push(std::string_view text, RunStyle style, uint32_t number, Span of, bool is_there) {
  if (text.empty()) return;
  std::string& shown = out_.text.text;
  if (!shown.empty() && !IsBlank(shown.back()) && !IsBlank(text[0]) && style != RunStyle::kFold) {
    out_.text.runs.push_back(
        {static_cast<uint32_t>(shown.size()), 1, number, number, RunStyle::kShared});
    shown += ' ';
  }
  const auto begin = static_cast<uint32_t>(shown.size());
  out_.text.runs.push_back({begin, static_cast<uint32_t>(text.size()), number, number, style});
  shown.append(text);
  if (!of.empty()) parts_.push_back({begin, of, is_there});
}

void Teller::BreakLine() {
  std::string& shown = out_.text.text;
  if (shown.empty() || shown.back() == '\n') return;
  out_.text.runs.push_back({static_cast<uint32_t>(shown.size()), 1, 0, 0, RunStyle::kShared});
  shown += '\n';
}

void Teller::Shared(const TextDifference& piece, uint32_t number, bool first, bool last) {
  const std::string_view text = TextOf(here_, piece.a);
  const bool open = std::find(unfolded_.begin(), unfolded_.end(), number) != unfolded_.end();
  if (piece.words <= kFoldWords || open) {
    Push(text, RunStyle::kShared, number, piece.a, false);
    return;
  }
  const auto head = static_cast<uint32_t>(first ? 0 : EndOfWords(text, kEdgeWords));
  const auto tail = static_cast<uint32_t>(last ? text.size() : BeginOfLastWords(text, kEdgeWords));
  const Span span = piece.a;
  Push(text.substr(0, head), RunStyle::kShared, number, {span.begin, span.begin + head}, false);
  BreakLine();
  const uint32_t left =
      piece.words - static_cast<uint32_t>((first ? 0 : kEdgeWords) + (last ? 0 : kEdgeWords));
  Push(FormatCountOf(left, "word") + " in both", RunStyle::kFold, number, {}, false);
  BreakLine();
  Push(text.substr(tail), RunStyle::kShared, number, {span.begin + tail, span.end}, false);
}

void Teller::Tell(const std::vector<TextDifference>& pieces) {
  for (size_t i = 0; i < pieces.size(); ++i) {
    const TextDifference& piece = pieces[i];
    const auto number = static_cast<uint32_t>(i);
    const RunStyle moved = piece.is_moved ? RunStyle::kMoved : RunStyle::kHere;
    switch (piece.in) {
      case TextDifference::In::kBoth:
        out_.both += piece.words;
        Shared(piece, number, i == 0, i + 1 == pieces.size());
        break;
      case TextDifference::In::kA:
        if (!piece.is_moved) out_.here += piece.words;
        Push(TextOf(here_, piece.a), moved, number, piece.a, false);
        break;
      case TextDifference::In::kB:
        // What was moved is told once, where this article has it.
        if (piece.is_moved) break;
        out_.there += piece.words;
        Push(TextOf(there_, piece.b), RunStyle::kThere, number, piece.b, true);
        break;
    }
  }
}

void Teller::MarkClaims(const Segment& segment, uint32_t article, bool is_there) {
  for (const uint32_t row : segment.ClaimsOf(article)) {
    const Span span = segment.ClaimAt(row).span;
    const auto kind = static_cast<Kind>(segment.kinds()[row]);
    for (const Part& part : parts_) {
      const uint32_t begin = std::max(span.begin, part.of.begin);
      const uint32_t end = std::min(span.end, part.of.end);
      if (part.is_there != is_there || begin >= end) continue;
      const uint32_t shown = part.shown + begin - part.of.begin;
      std::vector<MarkedPart>& marks = out_.marks;
      // What goes on in the next piece is one mark.
      if (!marks.empty() && marks.back().row == row && marks.back().is_there == is_there &&
          marks.back().end == shown) {
        marks.back().end += end - begin;
      } else {
        marks.push_back({row, shown, shown + end - begin, kind, is_there});
      }
    }
  }
}

}  // namespace

std::string NameOfArticle(const ArticleView& article) {
  std::string name(article.source.empty() ? article.id : article.source);
  name += ", ";
  name += article.date.known() ? FormatDay(article.date) : "undated";
  return name;
}

std::vector<CopyEntry> ListCopies(const Session& session, ArticleRef article) {
  std::vector<CopyEntry> entries;
  if (const std::vector<ArticleCopy>* group = session.CopiesOf(article)) {
    for (const ArticleCopy& copy : *group) {
      if (!(copy.article == article)) entries.push_back(EntryOf(session, copy, true));
    }
  }
  for (const ArticleCopy& part : session.PartsOf(article))
    entries.push_back(EntryOf(session, part, false));
  return entries;
}

DifferenceText PrepareDifferences(const Session& session, ArticleRef here, ArticleRef there,
                                  const std::vector<uint32_t>& unfolded) {
  const Workspace& workspace = session.workspace();
  Teller teller(workspace.TextOf(here), workspace.TextOf(there), unfolded);
  teller.Tell(session.Differences(here, there));
  teller.MarkClaims(workspace.SegmentAt(here.segment), here.article, false);
  teller.MarkClaims(workspace.SegmentAt(there.segment), there.article, true);
  return teller.Take();
}

}  // namespace claimscope
