#include "ui/mirror_json.h"

#include <algorithm>

#include "base/json_writer.h"
#include "model/names.h"
#include "ui/claim_rows.h"
#include "ui/format.h"
#include "ui/mirror_views.h"
#include "ui/overview.h"
#include "ui/reader_copies.h"
#include "ui/reader_source.h"
#include "ui/reader_text.h"

namespace claimscope {
namespace {

void WriteRow(JsonWriter* json, const Session& session, size_t index) {
  const ClaimRow row = DecodeRow(session, session.HitAt(index), 0);
  json->BeginObject().Key("index").Int(static_cast<int64_t>(index));
  json->Key("date").String(row.time).Key("place").String(row.place);
  json->Key("who").String(row.claimant).Key("side").String(LabelOf(row.side));
  json->Key("kind").String(LabelOf(row.kind)).Key("amount").String(row.amount);
  json->Key("status").String(LabelOf(row.status)).Key("quote").String(row.quote);
  json->Key("source").String(row.source);
  json->Key("guessed_date").String(row.guesses.day);
  json->Key("guessed_place").String(row.guesses.place);
  const Verdict verdict = session.reviews.VerdictOf(session.HitAt(index));
  json->Key("review").String(verdict == Verdict::kNone ? "" : LabelOf(verdict)).EndObject();
}

template <typename E>
void WriteLabels(JsonWriter* json, std::string_view list) {
  json->Key(list).BeginObject();
  ForEachNamed<E>([&](E value) { json->Key(NameOf(value)).String(LabelOf(value)); });
  json->EndObject();
}

template <typename E>
void WriteMeanings(JsonWriter* json, std::string_view list) {
  json->Key(list).BeginObject();
  ForEachNamed<E>([&](E value) { json->Key(NameOf(value)).String(Explain(value)); });
  json->EndObject();
}

// What the entries of the filters hold, where their names alone may not say it; the ways of
// counting with what they are called.
void WriteExplained(JsonWriter* json) {
  json->Key("meanings").BeginObject();
  WriteMeanings<Kind>(json, "kind");
  WriteMeanings<Side>(json, "side");
  WriteMeanings<ClaimStatus>(json, "status");
  json->EndObject().Key("countings").BeginArray();
  for (const Counting& way : AllCountings()) {
    json->BeginArray().String(way.what).String(way.label).String(way.meaning).EndArray();
  }
  json->EndArray();
}

void WriteNames(JsonWriter* json, const Session& session) {
  json->BeginObject().Key("region").BeginObject();
  for (const FacetCount& region : session.corpus().regions())
    json->Key(region.value).String(session.regions().NameOf(region.value));
  json->EndObject();
  WriteLabels<Kind>(json, "kind");
  WriteLabels<Side>(json, "side");
  WriteLabels<ClaimStatus>(json, "status");
  json->Key("measure").BeginObject();
  if ((session.state.open_lists & BitOf(Facet::kMeasure)) != 0) {
    for (const std::string_view name : session.NamesOf(Facet::kMeasure))
      json->Key(name).String(LabelOfName(Facet::kMeasure, name));
  }
  json->EndObject();
  json->Key("review").BeginObject();
  for (int i = 0; i < kVerdictCount; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    json->Key(NameOf(verdict)).String(LabelOf(verdict));
  }
  json->EndObject();
  json->EndObject();
}

// The shown text in pieces: of a claim, or of none. Where claims overlap the first one has it.
void WritePieces(JsonWriter* json, const Segment& segment, uint32_t article) {
  const ArticleView view = segment.ArticleAt(article);
  const ReaderText text = PrepareText(view.page, view.cuts, {});
  const std::vector<uint32_t> rows = segment.ClaimsOf(article);
  json->BeginArray();
  uint32_t at = 0;
  const auto write = [&](uint32_t end, size_t claim) {
    if (end <= at) return;
    json->BeginArray().String(TextOf(text.text, {at, end})).Int(static_cast<int64_t>(claim));
    json->EndArray();
    at = end;
  };
  for (size_t i = 0; i < rows.size(); ++i) {
    const Span page = segment.PageSpanAt(rows[i]);
    write(text.ShownAt(page.begin), 0);
    write(text.ShownAt(page.end), i + 1);
  }
  write(static_cast<uint32_t>(text.text.size()), 0);
  json->EndArray();
}

void WriteCopies(JsonWriter* json, const Session& session, ArticleRef article) {
  json->Key("copies").BeginArray();
  if (session.KnowsCopies() || (session.state.seek_copies && !session.progress.running)) {
    for (const CopyEntry& copy : ListCopies(session, article)) {
      json->BeginObject().Key("id").String(copy.id).Key("name").String(copy.name);
      json->Key("percent").Int(static_cast<int>(copy.share * 100));
      json->Key("whole").Bool(copy.is_whole).EndObject();
    }
  }
  json->EndArray();
}

std::string_view StyleName(RunStyle style) {
  switch (style) {
    case RunStyle::kHere:
      return "here";
    case RunStyle::kThere:
      return "there";
    case RunStyle::kFold:
      return "fold";
    case RunStyle::kMoved:
      return "moved";
    default:
      return "both";
  }
}

// What the article and the one beside it differ in: {"with", "here", "there", "both": words,
// "pieces": [[text, "both", "here", "there", "moved" or "fold", whether it belongs to a claim]]}.
void WriteDifferences(JsonWriter* json, const Session& session, ArticleRef here) {
  json->Key("differences");
  const std::optional<ArticleRef> there =
      session.state.beside.empty() ? std::nullopt : session.FindArticle(session.state.beside);
  if (!there || *there == here) {
    json->Null();
    return;
  }
  const DifferenceText two = PrepareDifferences(session, here, *there, {});
  const Segment& segment = session.workspace().SegmentAt(there->segment);
  json->BeginObject().Key("with").String(NameOfArticle(segment.ArticleAt(there->article)));
  json->Key("here").Int(two.here).Key("there").Int(two.there).Key("both").Int(two.both);
  json->Key("pieces").BeginArray();
  const auto write = [&](uint32_t begin, uint32_t end, RunStyle style, bool is_claim) {
    if (begin >= end) return;
    json->BeginArray().String(TextOf(two.text.text, {begin, end})).String(StyleName(style));
    json->Bool(is_claim).EndArray();
  };
  for (const ReaderRun& run : two.text.runs) {
    uint32_t at = run.shown;
    const uint32_t end = run.shown + run.size;
    for (const MarkedPart& mark : two.marks) {
      const uint32_t from = std::max(at, mark.begin), to = std::min(end, mark.end);
      if (from >= to) continue;
      write(at, from, run.style, false);
      write(from, to, run.style, true);
      at = to;
    }
    write(at, end, run.style, false);
  }
  json->EndArray().EndObject();
}

void WriteSource(JsonWriter* json, const Session& session, ArticleRef article) {
  json->Key("source");
  if (!session.state.source_open) {
    json->Null();
    return;
  }
  const SourceShown shown = PrepareSource(session, article);
  json->BeginObject().Key("where").String(shown.where).Key("missing").String(shown.missing);
  json->Key("pieces").BeginArray();
  uint32_t at = 0;
  const auto write = [&](uint32_t end, bool is_claim) {
    if (end <= at) return;
    json->BeginArray().String(TextOf(shown.text.text, {at, end})).Bool(is_claim).EndArray();
    at = end;
  };
  for (const MarkedPart& mark : shown.marks) {
    write(mark.begin, false);
    write(mark.end, true);
  }
  write(static_cast<uint32_t>(shown.text.text.size()), false);
  json->EndArray().EndObject();
}

void WriteArticle(JsonWriter* json, const Session& session) {
  const std::optional<ArticleRef> reading = session.reading();
  if (!reading || !session.state.reader_open) {
    json->Null();
    return;
  }
  const Segment& segment = session.workspace().SegmentAt(reading->segment);
  const uint32_t article = reading->article;
  const ArticleView view = segment.ArticleAt(article);
  std::string from = view.date.known() ? SourceAndDay(view) : NameOfArticle(view);
  if (!view.author.empty()) from.append(", by ").append(view.author);
  json->BeginObject().Key("id").String(view.id).Key("title").String(view.title);
  json->Key("from").String(from).Key("text");
  WritePieces(json, segment, article);
  WriteCopies(json, session, *reading);
  WriteDifferences(json, session, *reading);
  WriteSource(json, session, *reading);
  json->EndObject();
}

}  // namespace

std::string MirrorJson(const Session& session, size_t first, size_t count) {
  JsonWriter json;
  first = std::min(first, session.row_count());
  const size_t end = std::min(first + count, session.row_count());
  json.BeginObject().Key("first").Int(static_cast<int64_t>(first)).Key("rows").BeginArray();
  for (size_t i = first; i < end; ++i) WriteRow(&json, session, i);
  json.EndArray().Key("nothing");
  if (session.row_count() == 0 && session.corpus().articles() > 0)
    WriteNothing(&json, session);
  else
    json.Null();
  json.Key("names");
  WriteNames(&json, session);
  WriteExplained(&json);
  json.Key("view");
  WriteMirrorView(&json, session);
  json.Key("article");
  WriteArticle(&json, session);
  return json.EndObject().Take();
}

}  // namespace claimscope
