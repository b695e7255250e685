#include "index/segment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/words.h"
#include "tests/support/made_corpus.h"
#include "tests/support/segment_damage.h"

namespace claimscope {
namespace {

std::string SealAll(const std::vector<MadeArticle>& corpus) {
  SegmentBuilder builder;
  for (const MadeArticle& made : corpus) builder.Add(made.article, made.claims);
  return builder.Seal();
}

Segment OpenOrFail(std::string bytes) {
  Result<Segment> opened = Segment::Open(std::move(bytes));
  REQUIRE_MESSAGE(opened.ok(), opened.status().message());
  return std::move(*opened);
}

void CheckSameClaim(const Claim& a, const Claim& b) {
  CHECK(a.span == b.span);
  CHECK(a.kind == b.kind);
  CHECK(a.side == b.side);
  CHECK(a.mode == b.mode);
  CHECK(a.status == b.status);
  CHECK(a.actor == b.actor);
  CHECK(a.claimant == b.claimant);
  CHECK(a.claimant_span == b.claimant_span);
  CHECK(a.cue == b.cue);
  CHECK(a.status_span == b.status_span);
  CHECK(a.time == b.time);
  CHECK(a.time_basis == b.time_basis);
  CHECK(a.time_span == b.time_span);
  CHECK(a.region == b.region);
  CHECK(a.rule == b.rule);
  REQUIRE(a.quantities.size() == b.quantities.size());
  for (size_t i = 0; i < a.quantities.size(); ++i) {
    const Quantity &p = a.quantities[i], &q = b.quantities[i];
    CHECK(p.span == q.span);
    CHECK(p.value == q.value);
    CHECK(p.value_max == q.value_max);
    CHECK(p.si_value == q.si_value);
    CHECK(p.unit == q.unit);
    CHECK(p.si_unit == q.si_unit);
    CHECK(p.of == q.of);
    CHECK(p.bound == q.bound);
    CHECK(p.scope == q.scope);
  }
  REQUIRE(a.places.size() == b.places.size());
  for (size_t i = 0; i < a.places.size(); ++i) {
    const PlaceMention &p = a.places[i], &q = b.places[i];
    CHECK(p.span == q.span);
    CHECK(p.name == q.name);
    CHECK(p.region == q.region);
    CHECK(p.sure == q.sure);
    CHECK(p.lat == q.lat);
    CHECK(p.lon == q.lon);
    CHECK(p.candidates == q.candidates);
  }
}

TEST_CASE("what went into a segment comes out of it") {
  auto corpus = MakeCorpus({}, 1);
  for (size_t i = 0; i < corpus.size(); ++i) {
    corpus[i].article.author = "Writer " + std::to_string(i % 3);
    corpus[i].article.offset_bytes = (i + 1) * 3'000'000'000ull;
  }
  const Segment segment = OpenOrFail(SealAll(corpus));
  REQUIRE(segment.article_count() == corpus.size());
  uint32_t claims = 0;
  for (uint32_t i = 0; i < corpus.size(); ++i) {
    const Article& in = corpus[i].article;
    const ArticleView out = segment.ArticleAt(i);
    CHECK(out.id == in.id);
    CHECK(out.title == in.title);
    CHECK(out.source == in.source);
    CHECK(out.url == in.url);
    CHECK(out.author == in.author);
    CHECK(out.offset_bytes == in.offset_bytes);
    CHECK(out.language == in.language);
    CHECK(out.date == in.date);
    CHECK(out.date_basis == in.date_basis);
    CHECK(out.page == in.page);
    REQUIRE(out.cuts.size() == in.cuts.size());
    for (size_t c = 0; c < in.cuts.size(); ++c) {
      CHECK(out.cuts[c].span == in.cuts[c].span);
      CHECK(out.cuts[c].reason == in.cuts[c].reason);
    }
    auto expected = corpus[i].claims;
    std::stable_sort(expected.begin(), expected.end(), [](const Claim& a, const Claim& b) {
      return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
    });
    const std::vector<uint32_t> rows = segment.ClaimsOf(i);
    REQUIRE(rows.size() == expected.size());
    for (size_t c = 0; c < rows.size(); ++c) {
      CheckSameClaim(segment.ClaimAt(rows[c]), expected[c]);
      CHECK(segment.articles()[rows[c]] == i);
      CHECK(segment.QuoteAt(rows[c]) == TextOf(in.text, expected[c].span));
      const Span page_span = segment.PageSpanAt(rows[c]);
      CHECK(page_span.begin == PageOffset(in.cuts, expected[c].span.begin));
      CHECK(page_span.end == PageOffset(in.cuts, expected[c].span.end - 1) + 1);
    }
    claims += static_cast<uint32_t>(rows.size());
  }
  CHECK(segment.claim_count() == claims);
  CHECK(claims > 20);
}

TEST_CASE("rows are in order of the day, undated last, then article and place") {
  const Segment segment = OpenOrFail(SealAll(MakeCorpus({.articles = 60}, 2)));
  const auto key = [&](uint32_t row) {
    const Claim claim = segment.ClaimAt(row);
    const Day day = AnchorDay(claim.time);
    CHECK(day.value == segment.anchor_days()[row]);
    CHECK(day.known() == (row < segment.dated_count()));
    return std::tuple(!day.known(), day.value, segment.articles()[row], claim.span.begin,
                      claim.span.end);
  };
  REQUIRE(segment.dated_count() < segment.claim_count());
  for (uint32_t row = 1; row < segment.claim_count(); ++row) CHECK(key(row - 1) <= key(row));
}

TEST_CASE("columns and profiles say the same as the claims") {
  const Segment segment = OpenOrFail(SealAll(MakeCorpus({.articles = 60}, 3)));
  CHECK(std::is_sorted(segment.region_codes().begin(), segment.region_codes().end()));
  for (uint32_t row = 0; row < segment.claim_count(); ++row) {
    const Claim claim = segment.ClaimAt(row);
    CHECK(segment.region_codes()[segment.regions()[row]] == claim.region);
    CHECK(segment.kinds()[row] == static_cast<uint8_t>(claim.kind));
    CHECK(segment.sides()[row] == static_cast<uint8_t>(claim.side));
    CHECK(segment.statuses()[row] == static_cast<uint8_t>(claim.status));
    const Segment::Profile& profile = segment.profile_table()[segment.profiles()[row]];
    CHECK(profile.region == segment.regions()[row]);
    CHECK(profile.kind == segment.kinds()[row]);
    CHECK(profile.side == segment.sides()[row]);
    CHECK(profile.status == segment.statuses()[row]);
  }
}

TEST_CASE("words lead to exactly the articles that hold them") {
  const auto corpus = MakeCorpus({.articles = 70, .vocabulary = 900}, 4);
  const Segment segment = OpenOrFail(SealAll(corpus));
  std::vector<std::set<std::string>> words_of(corpus.size());
  std::set<std::string> all = {"", "zzz", "\xFF"};
  for (size_t i = 0; i < corpus.size(); ++i) {
    for (const std::string& text : {corpus[i].article.title, corpus[i].article.text}) {
      WordReader words(text);
      while (words.Next()) {
        words_of[i].emplace(words.folded());
        all.emplace(words.folded());
        all.emplace(words.folded().substr(0, 2));
      }
    }
  }
  CHECK(all.size() > 200);
  for (const std::string& word : all) {
    std::vector<uint32_t> with, with_prefix;
    for (uint32_t i = 0; i < corpus.size(); ++i) {
      if (words_of[i].count(word) != 0) with.push_back(i);
      const auto at = words_of[i].lower_bound(word);
      if (at != words_of[i].end() && at->substr(0, word.size()) == word) with_prefix.push_back(i);
    }
    CHECK(ArticlesWith(segment, word) == with);
    CHECK(ArticlesWithPrefix(segment, word) == with_prefix);
  }
}

TEST_CASE("every word knows its places, in the title and in the text") {
  const auto corpus = MakeCorpus({.articles = 300, .words = 90, .vocabulary = 500}, 14);
  const Segment segment = OpenOrFail(SealAll(corpus));
  // Word -> article -> places, read from the articles themselves.
  std::map<std::string, std::map<uint32_t, std::vector<uint32_t>>> expected;
  for (uint32_t i = 0; i < corpus.size(); ++i) {
    uint32_t place = 0;
    for (WordReader words(corpus[i].article.title); words.Next(); ++place) {
      expected[std::string(words.folded())][i].push_back(place);
    }
    CHECK(segment.TitleWords(i) == place);
    for (WordReader words(corpus[i].article.text); words.Next(); ++place) {
      expected[std::string(words.folded())][i].push_back(place + 1);
    }
    CHECK(segment.TitleWords(i) + segment.TextWords(i) == place);
  }
  size_t visited = 0;
  segment.VisitTerms("", [&](std::string_view word, const Segment::Term& term) {
    const auto& places = expected.at(std::string(word));
    CHECK(segment.FindTerm(word).article_count == places.size());
    WordUses uses;
    segment.ReadUses(term, &uses);
    BitSet marked(segment.article_count() + 7);
    segment.MarkArticles(term, 7, &marked);
    CHECK(marked.Count() == uses.articles.size());
    BitSet every(segment.article_count()), third(segment.article_count());
    for (uint32_t i = 0; i < uses.articles.size(); ++i) {
      const uint32_t article = uses.articles[i];
      CHECK(marked.Has(7 + article));
      const auto& want = places.at(article);
      CHECK(WordUses::TimesOf(uses.codes[i]) == want.size());
      CHECK(WordUses::IsInTitle(uses.codes[i]) == (want[0] < segment.TitleWords(article)));
      every.Add(article);
      if (i % 3 == 0) third.Add(article);
    }
    BitSet kept = every;
    kept.Invert();
    if (!uses.articles.empty()) kept.Add(uses.articles.back());
    segment.KeepArticles(segment.OpenUses(term), &kept);
    CHECK(kept.Count() == 1);
    CHECK(kept.Has(uses.articles.back()));
    for (const BitSet& asked : {every, third}) {
      Segment::Places got, want;
      segment.ReadPlaces(segment.OpenUses(term), asked, &got);
      asked.ForEach([&](uint32_t article) {
        for (const uint32_t place : places.at(article))
          want.push_back(uint64_t{article} << 32 | place);
      });
      CHECK(got == want);
    }
    ++visited;
    return true;
  });
  CHECK(visited == expected.size());
  CHECK(segment.FindTerm("nowhere").article_count == 0);
}

TEST_CASE("a word is found among words that begin alike, and no other in its place") {
  Article article;
  std::vector<std::string> words;
  for (int i = 0; i < 700; ++i) {
    std::string word = i % 3 == 0 ? "brigade" : i % 3 == 1 ? "w" : "reconnaissance";
    for (int rest = i * 37 % 701; rest > 0; rest /= 5) word += static_cast<char>('a' + rest % 5);
    words.push_back(word);
    article.text += word + " ";
  }
  article.page = article.text;
  SegmentBuilder builder;
  builder.Add(article, {});
  const Segment segment = OpenOrFail(builder.Seal());
  const std::set<std::string> known(words.begin(), words.end());
  for (const std::string& word : words) {
    for (const std::string& asked :
         {word, word + "a", word + "z", word.substr(0, word.size() - 1), word.substr(1)}) {
      CAPTURE(asked);
      CHECK(segment.FindTerm(asked).article_count == known.count(asked));
    }
  }
  CHECK(segment.FindTerm("").article_count == 0);
  CHECK(segment.FindTerm("zzzzzzzzzzzz").article_count == 0);
}

TEST_CASE("words and text may come after the columns, and are checked then") {
  const std::string bytes = SealAll(MakeCorpus({}, 15));
  const Segment whole = OpenOrFail(bytes);
  const auto columns = static_cast<size_t>(whole.columns_size());
  const auto words = static_cast<size_t>(whole.words_size());
  CHECK(columns + words + whole.text_size() == bytes.size());

  Result<Segment> opened = Segment::OpenColumns(bytes.substr(0, columns));
  REQUIRE(opened.ok());
  CHECK(opened->identity() == whole.identity());
  CHECK(opened->claim_count() == whole.claim_count());
  CHECK(opened->ClaimAt(0).claimant == whole.ClaimAt(0).claimant);
  CHECK_FALSE(opened->has_words());
  CHECK_FALSE(opened->has_text());
  CHECK_FALSE(opened->wants_text());
  CHECK(opened->QuoteAt(0).empty());
  CHECK(opened->wants_text());
  CHECK_FALSE(opened->wants_words());
  CHECK(opened->ArticleAt(0).title == whole.ArticleAt(0).title);
  CHECK(opened->ArticleAt(0).page.empty());
  CHECK(ArticlesWith(*opened, "north").empty());
  CHECK(opened->wants_words());
  ReadEverything(*opened);

  std::string bad = bytes.substr(columns + words);
  bad[bad.size() / 2] ^= 1;
  CHECK(opened->AttachText(bad).message().find("damaged at byte") != std::string::npos);
  CHECK_FALSE(opened->AttachText(bytes.substr(columns)).ok());
  CHECK_FALSE(opened->AttachWords("").ok());
  CHECK_FALSE(opened->has_text());
  CHECK(opened->QuoteAt(0).empty());

  CHECK(opened->AttachText(bytes.substr(columns + words)).ok());
  CHECK(opened->QuoteAt(0) == whole.QuoteAt(0));
  CHECK(opened->AttachWords(bytes.substr(columns, words)).ok());
  CHECK(ArticlesWith(*opened, "north") == ArticlesWith(whole, "north"));
  std::string joined, cut;
  for (const auto part : {Segment::Part::kColumns, Segment::Part::kWords, Segment::Part::kText}) {
    joined += opened->BytesOf(part);
    cut += whole.BytesOf(part);
  }
  CHECK(joined == bytes);
  CHECK(cut == bytes);
  CHECK_FALSE(Segment::Open(bytes.substr(0, columns)).ok());
}

TEST_CASE("a segment carried without its words is whole again, byte for byte") {
  for (const uint32_t articles : {0u, 1u, 20u, 300u}) {
    CAPTURE(articles);
    MadeOptions options;
    options.articles = articles;
    const std::string whole = SealAll(MakeCorpus(options, 5));
    const std::string bare = WithoutWords(OpenOrFail(whole));
    if (articles > 0) CHECK(bare.size() < whole.size());
    const Result<std::string> again = WithWords(bare);
    REQUIRE(again.ok());
    CHECK(*again == whole);
    for (size_t size = 0; size < bare.size(); size += 1 + bare.size() / 50)
      CHECK_FALSE(WithWords(std::string_view(bare).substr(0, size)).ok());
  }
}

TEST_CASE("the same articles give the same bytes; other ones another identity") {
  const auto corpus = MakeCorpus({}, 5);
  const std::string bytes = SealAll(corpus);
  CHECK(bytes == SealAll(corpus));
  auto other = corpus;
  other[3].article.title += "!";
  CHECK(OpenOrFail(SealAll(other)).identity() != OpenOrFail(bytes).identity());
}

TEST_CASE("a builder is empty after sealing and can seal nothing") {
  SegmentBuilder builder;
  const Segment nothing = OpenOrFail(builder.Seal());
  CHECK(nothing.article_count() == 0);
  CHECK(nothing.claim_count() == 0);
  CHECK(ArticlesWith(nothing, "word").empty());
  CHECK(ArticlesWithPrefix(nothing, "w").empty());
  const auto corpus = MakeCorpus({}, 6);
  builder.Add(corpus[0].article, corpus[0].claims);
  CHECK(builder.articles() == 1);
  CHECK(builder.text_bytes() == corpus[0].article.page.size());
  const std::string first = builder.Seal();
  CHECK(builder.articles() == 0);
  CHECK(builder.text_bytes() == 0);
  builder.Add(corpus[0].article, corpus[0].claims);
  CHECK(builder.Seal() == first);
}

TEST_CASE("spans and days outside are brought inside, so that a sealed segment opens") {
  auto corpus = MakeCorpus({.articles = 1, .claims_per_article = 0}, 7);
  Claim claim;
  claim.span = {5, 1u << 30};
  claim.cue = {1u << 30, 3};
  claim.time = {{100}, {std::numeric_limits<int32_t>::max()}};
  corpus[0].claims = {claim};
  corpus[0].article.cuts.push_back({{10, 1u << 30}, CutReason::kWidget});
  const Segment segment = OpenOrFail(SealAll(corpus));
  CHECK(segment.dated_count() == 0);
  CHECK(segment.ClaimAt(0).span.begin == 5);
  CHECK_FALSE(segment.ClaimAt(0).time.to.known());
}

TEST_CASE("damage anywhere is found, and its place is said") {
  const std::string good = SealAll(MakeCorpus({.articles = 4}, 8));
  Random random(9);
  for (int i = 0; i < 400; ++i) {
    std::string bad = good;
    bad[random.Below(static_cast<uint32_t>(bad.size()))] ^= static_cast<char>(1 << random.Below(8));
    const Result<Segment> opened = Segment::Open(bad);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.status().message().size() > 20);
  }
  std::string bad = good;
  bad[bad.size() / 2] ^= 1;
  CHECK(Segment::Open(bad).status().message().find("damaged at byte") != std::string::npos);
}

TEST_CASE("bytes changed behind agreeing checksums are refused or harmless") {
  const std::string good = SealAll(MakeCorpus({.articles = 3, .words = 20, .vocabulary = 60}, 8));
  REQUIRE(Segment::Open(good).ok());
  Random random(12);
  constexpr unsigned char kValues[] = {0, 1, 2, 127, 128, 255};
  int refused = 0;
  for (int i = 0; i < 6000; ++i) {
    std::string bad = good;
    for (uint32_t edits = 1 + random.Below(2); edits > 0; --edits) {
      bad[random.Below(static_cast<uint32_t>(bad.size()))] =
          static_cast<char>(kValues[random.Below(6)]);
    }
    RepairChecksums(&bad);
    const Result<Segment> opened = Segment::Open(std::move(bad));
    if (opened.ok())
      ReadEverything(*opened);
    else
      ++refused;
  }
  CHECK(refused > 500);
  CHECK(refused < 6000);
}

TEST_CASE("more words than an article has bytes, more regions than a claim can name: refused") {
  using namespace segment_format;  // NOLINT
  const std::string good = SealAll(MakeCorpus({.articles = 3}, 8));
  SectionEntry entries[kSectionCount];
  std::memcpy(entries, good.data() + sizeof(Header), sizeof entries);
  std::string bad = good;
  const uint32_t most = kMostWords - 1;
  std::memcpy(bad.data() + entries[kArticleWords].offset + 4, &most, sizeof most);
  RepairChecksums(&bad);
  Status status = Segment::Open(std::move(bad)).status();
  CHECK(status.message().find("too many words") != std::string::npos);

  // The text is never longer than the pages.
  bad = good;
  const auto longer = static_cast<uint32_t>(entries[kPages].size + 1);
  std::memcpy(bad.data() + entries[kArticles].offset + offsetof(ArticleRow, text_size), &longer,
              sizeof longer);
  RepairChecksums(&bad);
  bad.resize(entries[kTermBlocks].offset);
  CHECK_FALSE(Segment::OpenColumns(std::move(bad)).ok());

  bad = good;
  bad.insert(entries[kClaims].offset, (kMostRegions + 1) * 4 / 8 * 8 + 8, '\0');
  const uint64_t further = (kMostRegions + 1) * 4 / 8 * 8 + 8;
  entries[kRegionCodes].size = AlignUp(entries[kRegionCodes].size) + further;
  for (uint32_t section = kClaims; section < kSectionCount; ++section) {
    entries[section].offset += further;
  }
  std::memcpy(bad.data() + sizeof(Header), entries, sizeof entries);
  const uint64_t size = bad.size();
  std::memcpy(bad.data() + offsetof(Header, size_bytes), &size, sizeof size);
  RepairChecksums(&bad);
  status = Segment::Open(std::move(bad)).status();
  CHECK(status.message().find("too many regions") != std::string::npos);
}

TEST_CASE("what is cut off, empty, or something else is refused") {
  const std::string good = SealAll(MakeCorpus({.articles = 2}, 10));
  for (size_t size = 0; size < good.size(); size += 7) {
    CHECK_FALSE(Segment::Open(good.substr(0, size)).ok());
  }
  CHECK_FALSE(Segment::Open(good + "x").ok());
  CHECK_FALSE(Segment::Open(std::string(4000, 'x')).ok());
  CHECK(Segment::Open("{\"claims\":[]}, and more of the kind, for more than forty bytes")
            .status()
            .message()
            .find("not saved claims") != std::string::npos);
}

TEST_CASE("what this program has just sealed opens without a second look, the same") {
  const std::string sealed = SealAll(MakeCorpus({}, 11));
  const Result<Segment> made = Segment::OpenMade(sealed), checked = Segment::Open(sealed);
  REQUIRE(made.ok());
  REQUIRE(checked.ok());
  CHECK(made->content() == checked->content());
  CHECK(made->has_words());
  CHECK(made->has_text());
  REQUIRE(made->claim_count() == checked->claim_count());
  for (uint32_t row = 0; row < made->claim_count(); ++row)
    CHECK(made->QuoteAt(row) == checked->QuoteAt(row));
  CHECK_FALSE(Segment::OpenMade(sealed.substr(0, sealed.size() / 2)).ok());
  CHECK_FALSE(Segment::OpenMade("").ok());
}

TEST_CASE("a newer format says that it is newer") {
  std::string newer = SealAll(MakeCorpus({.articles = 1}, 11));
  newer[8] = 99;
  const Status status = Segment::Open(newer).status();
  CHECK(status.code() == StatusCode::kUnsupported);
  CHECK(status.message().find("newer version") != std::string::npos);
  CHECK(status.message().find("99") != std::string::npos);
}

TEST_CASE("an older format says that it is older") {
  std::string older = SealAll(MakeCorpus({.articles = 1}, 11));
  older[8] = 2;
  const Status status = Segment::Open(older).status();
  CHECK(status.code() == StatusCode::kUnsupported);
  CHECK(status.message().find("older version") != std::string::npos);
  CHECK(status.message().find("anew") != std::string::npos);
}

TEST_CASE("what a segment holds is the same whatever file it came from, and where it stood there") {
  auto corpus = MakeCorpus({.articles = 3}, 12);
  const uint64_t content = OpenOrFail(SealAll(corpus)).content();
  const uint64_t identity = OpenOrFail(SealAll(corpus)).identity();
  corpus[1].article.id = "elsewhere";
  corpus[1].article.offset_bytes = 77;
  CHECK(OpenOrFail(SealAll(corpus)).content() == content);
  CHECK(OpenOrFail(SealAll(corpus)).identity() != identity);
  std::string Article::*const kParts[] = {&Article::title, &Article::source, &Article::url,
                                          &Article::author, &Article::page};
  for (std::string Article::*part : kParts) {
    auto other = corpus;
    other[1].article.*part += " x";
    CHECK(OpenOrFail(SealAll(other)).content() != content);
  }
  corpus[1].article.date = corpus[1].article.date.known() ? Day{} : DayOf({2025, 1, 1});
  CHECK(OpenOrFail(SealAll(corpus)).content() != content);
}

TEST_CASE("other claims come under the same words and text, in the order of their days") {
  const std::vector<MadeArticle> corpus = MakeCorpus({}, 21);
  const Segment sealed = OpenOrFail(SealAll(corpus));
  std::vector<Claim> claims;
  for (uint32_t row = 0; row < sealed.claim_count(); ++row) claims.push_back(sealed.ClaimAt(row));
  REQUIRE(claims.size() > 3);
  CHECK(sealed.ColumnsWith(claims) == sealed.BytesOf(Segment::Part::kColumns));
  const std::string quote = sealed.QuoteAt(0);
  claims[0].time = {DayOf({2031, 4, 5}), DayOf({2031, 4, 5})};
  claims[0].region = "ZZ-1";
  claims[0].claimant = "Somebody quite new";
  std::string bytes = sealed.ColumnsWith(claims);
  for (const auto part : {Segment::Part::kWords, Segment::Part::kText})
    bytes.append(sealed.BytesOf(part));
  const Segment other = OpenOrFail(std::move(bytes));
  CHECK(other.content() == sealed.content());
  CHECK(other.identity() != sealed.identity());
  CHECK(other.BytesOf(Segment::Part::kWords) == sealed.BytesOf(Segment::Part::kWords));
  const uint32_t last = other.dated_count() - 1;
  CheckSameClaim(other.ClaimAt(last), claims[0]);
  CHECK(other.QuoteAt(last) == quote);
  CheckSameClaim(other.ClaimAt(0), claims[1]);
  for (uint32_t a = 0; a < sealed.article_count(); ++a) {
    CHECK(other.ArticleAt(a).title == sealed.ArticleAt(a).title);
    CHECK(other.ClaimsOf(a).size() == sealed.ClaimsOf(a).size());
  }
}

}  // namespace
}  // namespace claimscope
