// Engine: a workspace of segments. Add sources or sealed segments, ask, watch progress.
//
// Pipeline turns source bytes into sealed segments (in a worker, in the command line). Workspace
// holds segments and answers the interface, synchronously, every frame; an answer is kept until the
// question or the corpus changes. Threads: each object is used by one thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_bundle.h"
#include "base/json_writer.h"
#include "base/status.h"
#include "claims/claims.h"
#include "clean/clean.h"
#include "copies/copies.h"
#include "engine/correction.h"     // a part of this front door
#include "engine/saved_corpora.h"  // and so is this
#include "index/segment.h"
#include "index/snapshot.h"
#include "ingest/ingest.h"
#include "query/query.h"

namespace claimscope {

// Rules loaded once: what cleaning and extraction need.
struct Pack {
  Cleaner cleaner;
  Extractor extractor;
  FieldNames names;
};
Result<Pack> LoadPack(const FileBundle& rules);

// A day for an article that names none of its own: that of a dated copy (kDuplicate) or of the
// events it tells (kEvents).
struct FoundDay {
  uint32_t article;  // its number where it was found
  Day day;
  DateBasis basis;
};

// Bytes of article text after which a segment is sealed: the first of a source soon, so that there
// is something to see, each further one after twice as much up to the most, so that a word that
// many articles share is stored seldom. A segment never holds articles of two sources, so the
// segments of a source depend on that source alone.
constexpr size_t kSegmentTextBytes = 1 << 20;
constexpr size_t kMostSegmentTextBytes = 8 << 20;

class Pipeline {
 public:
  struct Sinks {
    std::function<void(std::string segment_bytes)> on_segment;
    // The first 20 of each reason in a source; counts() and ReportJson() have them all.
    std::function<void(const Problem&)> on_problem;
    // Optional: every article with its claims, before it goes into a segment (the command line
    // prints them).
    std::function<void(const Article&, const std::vector<Claim>&)> on_article;
    // False: articles are cleaned and handed on without claims.
    bool extract = true;
    // A segment may hold articles of several sources, and is sealed late: for a corpus that is
    // saved whole.
    bool join_sources = false;
  };
  // `pack` must outlive the pipeline.
  Pipeline(const Pack& pack, Sinks sinks);
  ~Pipeline();

  // For the sources to come: names of fields that the tables lack.
  void SetFieldMap(const FieldMap& map);
  // For the sources to come: Sinks::extract.
  void SetExtract(bool extract);

  // One source after another: Begin, Push as often as needed, End. Cancel instead of End seals what
  // was read. A part of a source is begun like a source.
  void Begin(std::string path, std::optional<SourcePart> part = {}, std::string format = {});
  // Whether the source that begins so (a megabyte tells enough: records may be long) can be read in
  // parts.
  bool CanBeParted(std::string_view head) const;
  void Push(std::string_view bytes);
  void End();
  void Cancel();

  // All articles of a segment, with their claims, as if a source had given them.
  void Add(const Segment& segment);
  // The segment with the days that were found for some of its articles, whose claims are extracted
  // anew.
  std::string Redate(const Segment& segment, const std::vector<FoundDay>& days) const;
  // What was joined of several sources and is not sealed yet.
  void Seal();

  // Of the source begun last.
  const IngestCounts& counts() const;
  uint64_t claims() const;
  // A problem of the source begun last that the host met, such as a file that cannot be opened.
  void NoteProblem(const Problem& problem);
  // Its part of the report, as JSON (engine/source_report.h says what it holds).
  std::string ReportJson() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// The fields of a problem, into the object that `json` has open: {"kind","source","record","line",
// "offset","reason","fields"?}.
void WriteProblem(const Problem& problem, JsonWriter* json);

// The one JSON form of claims and articles: the lines of the command line and what the page
// exports. A claim:
// {"article","span":[b,e],"quote","kind","claimant","claimant_span"?,"side","cue"?,"cue_span"?,"mode","status",
// "status_words"?,"status_span"?,"quantities":[{"value","value_max","unit","si_value","si_unit","bound","scope","of","span"}],
// "time":{"from","to","basis","span"?},"places":[{"name","region","sure","span","lat","lon","candidates"?}],"region",
// "actor","rule"}. Spans are bytes of `text`, the article's cleaned text; what has "?" is left out
// when there is none; days and degrees that are not known are null.
std::string ClaimJson(std::string_view article_id, std::string_view text, const Claim& claim);
// The cleaned text of an article of a segment, kept until another one is asked for: many claims of
// one article make it once. The segment must not change in between.
class CleanedText {
 public:
  std::string_view Of(const Segment& segment, uint32_t article);

 private:
  const Segment* segment_ = nullptr;
  uint32_t article_ = 0;
  std::string text_;
};
std::string ClaimJson(const Segment& segment, uint32_t row, CleanedText* text);
// An article: {"article","title","date","date_basis","source","url","language","text",
// "boilerplate":[{"span":[b,e] of the page,"reason","text"}]}; white space that was cut is not
// listed.
std::string ArticleJson(const Article& article);
// What a list of found articles shows of one: {"article","title","date","source","url","language",
// "claims": how many,"score"}.
std::string FoundArticleJson(const Segment& segment, const ArticleHit& hit);
// The same article out of a segment that has its text.
Article ArticleOf(const Segment& segment, uint32_t article);

// An article of a corpus that was read to its end, with what only the other articles tell of it.
struct CorpusArticle {
  Article article;
  std::vector<Claim> claims;
  uint32_t group = 0;  // of copies, from 1; 0: it has none
  float share = 0;     // of its text, found in another of the group
};
// Finds the groups of copies, and gives a day to articles that name none: that of the earliest
// dated copy, or of those with which it shares a third of either text when their days agree
// (DateBasis::kDuplicate), else the last of the days that its claims name, if they name at least
// two times one day in so many words and all these lie within three days (kEvents). Claims of such
// an article are extracted anew unless there are none. No day is made up: an article without either
// stays undated.
void JoinCorpus(const Extractor& extractor, std::vector<CorpusArticle>* articles);
// The lines of ClaimJson and ArticleJson with, for a member of a group, "copies":{"group","share"}.
std::string ClaimJson(const CorpusArticle& article, const Claim& claim);
std::string ArticleJson(const CorpusArticle& article);

// What one layer of the extraction sees in an article, a JSON object each: {"article","begin",
// "end","text", the layer's values}: bytes of the article's text, the words there, then as in
// Extractor::Annotate; of the claims layer every field of a claim. Not known: null or "-".
void AnnotateJson(const Extractor& extractor, Layer layer, const Article& article,
                  const std::function<void(std::string_view)>& on_line);

// An article of a workspace.
struct ArticleRef {
  uint32_t segment = 0, article = 0;

  friend bool operator==(ArticleRef, ArticleRef) = default;
};

// An article that shares text with another.
struct ArticleCopy {
  ArticleRef article;
  float share = 0;  // 0 to 1: how much of this article's text the other one has too
};

// A claim by its place in the article's text, and what stands in its place.
struct CorrectedClaim {
  ArticleRef article;
  uint32_t place;
  Correction correction;

  friend bool operator==(const CorrectedClaim&, const CorrectedClaim&) = default;
};

// One claim, however often it is told: by other outlets, in other words, of the same kind, figure,
// place and days. Claims of two sides are never one claim.
struct DistinctClaim {
  std::vector<Hit> mentions;  // by anchor day, undated last, then segment and row; never empty
  uint32_t articles = 0;      // that mention it
  // Distinct claims of another side about the same thing, in order: see copies/told_again.h.
  std::vector<ClaimLink> links;
};

class Workspace {
 public:
  Workspace();
  ~Workspace();

  // A segment with the same articles as one already held is recognised and not added twice, even
  // if they came from a file of another name; says so through `added`.
  Status AddSegment(std::string bytes, bool* added);
  // The same for what a Pipeline of this program gave, of which nothing is checked again.
  Status AddMade(std::string bytes, bool* added);
  // Of the last segment that was not added: the one that holds its articles.
  const Segment* HeldAlready() const;
  // One that is open, or only its columns: words and text come when they are wanted
  // (saved_corpora.h).
  void Add(Segment segment, bool* added);
  // What was looked for in segments and is not there: a search wants the words of all.
  struct WantedPart {
    uint32_t segment;
    Segment::Part part;

    friend bool operator==(WantedPart, WantedPart) = default;
  };
  std::vector<WantedPart> Wanted() const;
  // When nothing more is wanted the revision grows: what was shown without it is shown anew.
  Status Attach(WantedPart part, std::string bytes);
  // It cannot be had: it is not wanted any more, and what needs it stays empty.
  void Forgo(WantedPart part);
  // Wants all parts of all segments; once none is wanted any more, Save writes the corpus as a file
  // (index/snapshot.h). Refused while parts are missing.
  void WantAll();
  // `reviews`: what was said of its claims (engine/review.h), to travel with them.
  Status Save(const std::function<void(std::string_view bytes)>& write,
              std::string_view reviews = {}) const;
  void Clear();

  size_t segment_count() const;
  const Segment& SegmentAt(size_t segment) const;
  uint64_t article_count() const;
  uint64_t claim_count() const;
  // Anchor days of all claims; unknown when none is dated.
  DayRange days() const;
  // Grows whenever the corpus changes.
  uint64_t revision() const;

  // Grows when a hit may not be the claim it was: not when articles are only added.
  uint64_t renumbered() const;

  // Reads what a search in claims needs of their texts, little by little, so that Ask is quick: on
  // until `is_late`; true when nothing is left. What was read is kept while articles are added.
  bool Prepare(const Query& query, const std::function<bool()>& is_late);
  // The same for what counts of what is told again (Query::count_copies, count_retold).
  bool PrepareTold(const Query& query, const std::function<bool()>& is_late);
  // The same for DistinctClaims.
  bool PrepareDistinct(const std::function<bool()>& is_late);
  // The answer lives until the next call with another question or after a change of the corpus.
  // Query::count_copies false leaves out, in hits and in every count, the claims that only tell
  // again what an earlier article of the same group of copies says (same kind and first figure,
  // half of the words); what a copy says beyond that is counted.
  // Query::count_retold false counts every distinct claim once, at its first mention in an article
  // that is no copy: so a count can be had by mention (both true), without copied articles, or by
  // distinct claim; how many articles there are is Answer::articles in each case.
  const Answer& Ask(const Query& query, const Asking& asking);
  // Another question beside it: its answer is not kept, and the one that is kept stays.
  // Without hits it takes half the time.
  Answer Look(const Query& query, const Asking& asking, bool with_hits = true);
  // As ClaimTable::Names; lives until the corpus changes.
  const std::vector<std::string_view>& Names(Facet facet);
  // Claims per name of a list, whatever is asked; linear in the claims.
  std::vector<uint32_t> NameTotals(Facet facet);

  // The articles that answer a search (query.h).
  ArticleHits FindArticles(std::string_view text, size_t limit);
  // What was said of claims, for Query::reviews; holds until it is said anew. Hits are those of the
  // corpus as it is: after a change of the corpus they are to be given again.
  void SetReviews(std::vector<ReviewedClaim> reviewed);
  Verdict VerdictOf(Hit claim) const;
  // Shows these claims, in order, as they were corrected, and all others as they were found; what
  // Save and SealedBytes give stays as it was found. True: the corpus has changed by it.
  bool Correct(std::vector<CorrectedClaim> corrections);
  // The claim as it was found.
  Claim FoundClaim(Hit claim) const;
  // All of a segment as it was added, as far as its parts are there.
  std::string SealedBytes(uint32_t segment) const;
  // For region: by name in searches.
  void NameRegions(RegionNames names);
  // Distinct claims, found anew when the corpus has changed: about 5 us a claim. What these return
  // lives until the corpus changes. A claim's number is its place in DistinctClaims().
  const std::vector<DistinctClaim>& DistinctClaims();
  uint32_t DistinctOf(Hit claim);

  // The groups of copies, brought up to date by at most so many articles (about 0.25 ms each); how
  // many are left. The texts of a saved corpus are not all read for this: nothing is left then.
  size_t PrepareCopies(size_t most);
  // Days for undated articles by segment, when all texts are there; brings the copies up to date.
  // Pipeline::Redate makes the segment that takes its place.
  struct FoundDays {
    uint32_t segment;
    std::vector<FoundDay> days;
  };
  std::vector<FoundDays> FindDays();
  // A segment of the same articles in place of one; what had the old one's bytes is held already.
  Status ReplaceSegment(uint32_t segment, std::string bytes);

  // Copies: articles that share most of their text (a live blog and its mirror, agency copy) form a
  // group. All of these bring the groups up to date first: about 0.25 ms for each article added
  // since; what they return lives until the corpus changes.
  // Groups of two or more. The first member is the one that the others count as copies of: the
  // earliest, then the longest. `share`: of the member's text, as found in another of the group.
  const std::vector<std::vector<ArticleCopy>>& CopyGroups();
  // Whether the groups are up to date, so that asking for them takes no time.
  bool KnowsCopies() const;
  // The article's group, itself included; null when it has no copy. The group's number, for a
  // label, is its place in CopyGroups() plus 1.
  const std::vector<ArticleCopy>* CopiesOf(ArticleRef article);
  // Articles outside its group that share a fifth or more of either text with it (a passage of a
  // live blog, a story told again in a digest), the greatest share first; `share` as in
  // ArticleCopy, of the article listed.
  std::vector<ArticleCopy> PartsOf(ArticleRef article);
  // The passages that two articles share, as spans of their cleaned texts (TextOf): what a view of
  // the differences leaves plain; the rest of either text is its own. Not kept.
  Comparison Compare(ArticleRef a, ArticleRef b);
  // The same told word by word, as one text.
  std::vector<TextDifference> Differences(ArticleRef a, ArticleRef b);
  std::string TextOf(ArticleRef article) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// A claim as above, and {"distinct": its number from 1,"mentions","agrees":[{"distinct","reason"}],
// "contradicts":[the same]}.
std::string ClaimJson(Workspace* workspace, Hit claim, CleanedText* text);

}  // namespace claimscope
