// The language of the search box: how it is read, and what it finds.
#include <doctest/doctest.h>

#include <functional>

#include "query/search.h"
#include "query/similar.h"
#include "tests/unit/query/oracle.h"

namespace claimscope {
namespace {

// The tree in one line: words joined by '+' in a phrase, '*' and '~' behind them.
std::string Drawn(const SearchNode& node) {
  std::string words;
  for (const WordPattern& word : node.words) {
    words += (words.empty() ? "" : "+") + word.word;
    if (word.kind == WordPattern::Kind::kBeginning) words += "*";
    if (word.kind == WordPattern::Kind::kSimilar) words += "~";
    if (word.kind == WordPattern::Kind::kHolding) words += "?";
  }
  std::string parts;
  for (const SearchNode& part : node.parts) parts += (parts.empty() ? "" : " ") + Drawn(part);
  switch (node.is) {
    case SearchNode::Is::kNothing:
      return "-";
    case SearchNode::Is::kValue:
      return std::to_string(static_cast<int>(node.field)) + ":" +
             (node.bits != 0 ? std::to_string(node.bits) : words);
    case SearchNode::Is::kNear:
      return "near" + std::to_string(node.distance) + "(" + words + ")";
    case SearchNode::Is::kNot:
      return "not(" + parts + ")";
    case SearchNode::Is::kAnd:
      return "and(" + parts + ")";
    case SearchNode::Is::kOr:
      return "or(" + parts + ")";
  }
  return "?";
}

std::string Read(std::string_view text) {
  const Search search = ParseSearch(text);
  return Drawn(search.root) + (search.problems.empty() ? "" : " !");
}

TEST_CASE("a search is read as written") {
  CHECK(Read("") == "-");
  CHECK(Read("  \t ") == "-");
  CHECK(Read("Drone ") == "0:drone");
  CHECK(Read("drone") == "0:drone*");  // still being typed
  CHECK(Read("drone* ") == "0:drone*");
  CHECK(Read("Avdeevka~") == "0:avdeevka~");
  CHECK(Read("a b ") == "and(0:a 0:b)");
  CHECK(Read("a AND b ") == "and(0:a 0:b)");
  CHECK(Read("a b OR c ") == "or(and(0:a 0:b) 0:c)");
  CHECK(Read("a (b OR c) d ") == "and(0:a or(0:b 0:c) 0:d)");
  CHECK(Read("NOT a ") == "not(0:a)");
  CHECK(Read("a -b ") == "and(0:a not(0:b))");
  CHECK(Read("a -(b c) ") == "and(0:a not(and(0:b 0:c)))");
  CHECK(Read("NOT NOT a ") == "0:a");
  CHECK(Read("\"air defence\"") == "0:air+defence");
  CHECK(Read("\"air def\"*") == "0:air+def*");
  CHECK(Read("Mar'inka ") == "0:mar+inka");
  CHECK(Read("Su-27 ") == "0:su+27");
  CHECK(Read("near/5(a \"b c\") ") == "near5(a+b+c)");
  CHECK(Read("NEAR(a b) ") == "near10(a+b)");
  CHECK(Read("near the town ") == "and(0:near 0:the 0:town)");
  CHECK(Read("title:\"air raid\" ") == "1:air+raid");
  CHECK(Read("title:(air raid) ") == "and(1:air 1:raid)");
  CHECK(Read("Who:zelensky~ ") == "4:zelensky~");
  CHECK(Read("side:ukraine,ally ") == "7:5");
  CHECK(Read("kind:strike ") == "8:8");
  CHECK(Read("12:30 ") == "0:12+30");
  CHECK(Read("or and not ") == "and(0:or 0:and 0:not)");  // operators are in capitals
  CHECK(Read("OR") == "0:or*");                           // being typed: no operator yet
  CHECK(Read(" - -- … ") == "-");
}

struct Complaint {
  const char* text;
  uint32_t begin;
  const char* expected;  // part of the message
  const char* tree;      // what runs nevertheless
};

TEST_CASE("a lone Chinese or Japanese character is looked for within the pairs of a text") {
  CHECK(Read("京 ") == "0:京?");
  CHECK(Read("京") == "0:京?");
  CHECK(Read("東京") == "0:東京*");
  CHECK(Read("東京都 ") == "0:東京+京都");
  CHECK(Read("title:京 ") == "1:京?");
  SegmentBuilder builder;
  for (const std::string_view text :
       {"東京都の橋", "京", "the bridge of 東京", "北海道", "京 is read"}) {
    Article article;
    article.page = article.text = text;
    builder.Add(article, {});
  }
  Result<Segment> segment = Segment::Open(builder.Seal());
  REQUIRE(segment.ok());
  const ClaimTable table({&*segment});
  CHECK(table.FindArticles("京 ", 0).total == 4);
  CHECK(table.FindArticles("京 bridge ", 0).total == 1);
  CHECK(table.FindArticles("海", 0).total == 1);
  CHECK(table.FindArticles("馬", 0).total == 0);
  CHECK(table.FindArticles("京 ", 10).best.size() == 4);
}

TEST_CASE("what is not understood is named at its place, and the rest runs") {
  const Complaint complaints[] = {
      {"a \"b c", 2, "quotation mark", "and(0:a 0:b+c*)"},
      {"(a b", 0, "bracket should be closed", "and(0:a 0:b*)"},
      {"a ) b ", 2, "No bracket is open", "and(0:a 0:b)"},
      {"a () b ", 2, "Words should stand in the brackets", "and(0:a 0:b)"},
      {"a AND ", 6, "should follow AND", "0:a"},
      {"a OR", 4, "should follow OR", "0:a"},
      {"a AND", 5, "should follow AND", "0:a"},
      {"a -", 2, "should follow NOT", "0:a"},
      {"OR a ", 0, "before OR", "0:a"},
      {"a NOT ", 2, "should follow NOT", "0:a"},
      {"site:kyiv ", 0, "no such field. There are title:", "0:site+kyiv"},
      {"a title: b ", 2, "should follow the colon", "and(0:a 0:b)"},
      {"a kind:rumour ", 7, "territory, casualties", "0:a"},
      {"a side:moon ", 7, "ukraine, russia", "0:a"},
      {"status:sure a ", 7, "asserted, unverified", "0:a"},
      {"a date:2025-13 ", 7, "2025-05..2025-06-15", "0:a"},
      {"date:2025-06..2025-05 a ", 5, "first day is after", "0:a"},
      {"a qty:>many ", 6, "A number should follow", "0:a"},
      {"qty:9..3 a ", 4, "larger than the last", "0:a"},
      {"near/0(a b) ", 0, "from 1 to 1000", "near10(a+b)"},
      {"near/5(a) b ", 0, "Two words", "and(0:a 0:b)"},
      {"near/5(a b", 6, "bracket should be closed", "near5(a+b*)"},
  };
  for (const Complaint& complaint : complaints) {
    CAPTURE(complaint.text);
    const Search search = ParseSearch(complaint.text);
    REQUIRE_FALSE(search.problems.empty());
    CHECK(search.problems[0].begin == complaint.begin);
    CHECK(search.problems[0].end >= complaint.begin);
    CHECK(search.problems[0].end <= std::string_view(complaint.text).size());
    CHECK(search.problems[0].message.find(complaint.expected) != std::string::npos);
    CHECK(Drawn(search.root) == complaint.tree);
  }
  CHECK(ParseSearch(std::string(500, '(')).problems.size() <= 20);
  CHECK(ParseSearch(std::string(500, '-') + "a").problems.empty());
  CHECK(Drawn(ParseSearch("OR").root) == "0:or*");  // as long as nothing stands before it
}

TEST_CASE("hints are of the word that is being typed, and can themselves be searched for") {
  const auto hints = [](const char* text) {
    std::string all;
    for (const SearchHint& hint : HintsFor(text)) all += std::string(hint.text) + "|";
    return all;
  };
  CHECK(HintsFor("").size() == 6);
  CHECK(hints("drones") == "");
  CHECK(hints("drones ") == "");
  CHECK(hints("wh") == "who:zelensky~|");
  CHECK(hints("drones AND -(WHO:") == "who:zelensky~|");
  CHECK(hints("near") == "near/5(drones refinery)|");
  CHECK(hints("d") == "date:2025-05..2025-06|date:>=2025-05-21|");
  CHECK(hints("status:un") == "status:unverified|unverified|");
  CHECK(hints("status:denied,as") == "status:unverified|asserted|");
  CHECK(hints("side:ally") == "side:ukraine,ally|");
  CHECK(hints("who:\"general st") == "who:zelensky~|");
  CHECK(hints("mood:glad") == "");
  const auto completed = [](const char* text, size_t hint) {
    return Completed(text, HintsFor(text)[hint]);
  };
  CHECK(completed("drone -stat", 0) == "drone -status:");
  CHECK(completed("near", 0) == "near/5(");
  CHECK(completed("drone status:un", 1) == "drone status:unverified ");
  CHECK(completed("status:denied,as", 1) == "status:denied,asserted ");
  CHECK(completed("status:un", 0) == "status:un");  // an example only
  CHECK(completed("", 0).empty());
  for (const char* const text : {"", "n", "t", "s", "l", "w", "k", "p", "r", "d", "q"}) {
    for (const SearchHint& hint : HintsFor(text)) {
      CAPTURE(hint.text);
      CHECK(CheckSearch(std::string(hint.text) + " ").empty());
      CHECK_FALSE(hint.meaning.empty());
    }
  }
}

TEST_CASE("days and amounts are read with open and closed ends") {
  const auto days = [](const char* text) { return FormatDayRange(ParseSearch(text).root.days); };
  CHECK(days("date:2025-05-21") == "21 May 2025");
  CHECK(days("date:2024-02 ") == "1–29 Feb 2024");
  CHECK(days("date:2025-05..2025-06 ") == "1 May – 30 Jun 2025");
  CHECK(ParseSearch("date:>2025-05 ").root.days.from == DayOf({2025, 6, 1}));
  CHECK(ParseSearch("date:<=2025 ").root.days.to == DayOf({2025, 12, 31}));
  CHECK(ParseSearch("date:..2025-05-03 ").root.days.to == DayOf({2025, 5, 3}));
  CHECK(ParseSearch("date:2025.. ").root.days.from == DayOf({2025, 1, 1}));
  const auto amount = [](const char* text) { return ParseSearch(text).root; };
  CHECK(amount("qty:>100km2 ").least > 100);
  CHECK(amount("qty:>100km2 ").unit_in_si == 1e6);
  CHECK(amount("qty:>=100 ").least == 100);
  CHECK(amount("qty:<1,500people ").most < 1500);
  CHECK(amount("qty:<1,500people ").unit == "people");
  CHECK(amount("qty:3..7.5drones ").least == 3);
  CHECK(amount("qty:3..7.5drones ").most == 7.5);
  CHECK(amount("qty:\"> 20 km\" ").unit == "km");
  CHECK(amount("qty:drones ").unit == "drones");
  CHECK(amount("qty:drones ").unit_in_si == 0);
  // Every name that claims may have for a measure, and its plural.
  for (const char* miles : {"qty:>5mi ", "qty:>5mile ", "qty:>5miles "}) {
    CAPTURE(miles);
    CHECK(amount(miles).unit_in_si == 1609.344);
    CHECK(amount(miles).si_unit == "m");
  }
  CHECK(amount("qty:>100lb ").si_unit == "kg");
  CHECK(amount("qty:>100pounds ").unit_in_si == 0.45359237);
  CHECK(amount("qty:>100km² ").unit_in_si == 1e6);
  CHECK(amount("qty:>100% ").unit_in_si == 0);
}

size_t EditsBetween(const std::string& a, const std::string& b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

TEST_CASE("similar words differ by no more edits than their length allows") {
  Random random(5);
  const auto make = [&](uint32_t most) {
    std::string word;
    for (uint32_t i = random.Below(most) + 1; i > 0; --i) {
      word += static_cast<char>('a' + random.Below(3));
    }
    return word;
  };
  std::vector<std::string> words;
  for (int i = 0; i < 500; ++i) words.push_back(make(9));
  size_t found = 0;
  for (int i = 0; i < 60; ++i) {
    if (i == 30) std::sort(words.begin(), words.end());
    const std::string word = make(9);
    const size_t most = word.size() <= 3 ? 0 : word.size() <= 5 ? 1 : 2;
    SimilarWords similar(word);
    for (const std::string& other : words) {
      const bool expected = EditsBetween(word, other) <= most;
      CHECK(similar.Matches(other) == expected);
      found += expected ? 1 : 0;
    }
  }
  CHECK(found > 100);
  CHECK(SimilarWords("авдіївка").Matches("авдеевка"));  // letters, not bytes
}

// The plain meaning of a tree for one claim and its article.
class Meaning {
 public:
  explicit Meaning(const MadeArticle& made) : made_(made) {
    for (WordReader reader(made.article.title); reader.Next();) {
      title_.emplace_back(reader.folded());
    }
    for (WordReader reader(made.article.text); reader.Next();) text_.emplace_back(reader.folded());
  }

  // `claim` null: without claims. `in_claims`: words must stand in the claim itself.
  bool Holds(const SearchNode& node, const Claim* claim, bool in_claims = false) const {
    const auto holds = [&](const SearchNode& part) { return Holds(part, claim, in_claims); };
    if (in_claims && (node.is == SearchNode::Is::kNear ||
                      (node.is == SearchNode::Is::kValue && node.field == SearchField::kText))) {
      // A made claim may begin within a word: its article must hold the words as well.
      if (!Holds(node, claim)) return false;
      const Words said = WordsIn(TextOf(made_.article.text, claim->span));
      return node.is == SearchNode::Is::kNear ? IsNear(said, node) : HasPhrase(said, node.words);
    }
    switch (node.is) {
      case SearchNode::Is::kNothing:
        return true;
      case SearchNode::Is::kNot:
        return !holds(node.parts[0]);
      case SearchNode::Is::kAnd:
        return std::all_of(node.parts.begin(), node.parts.end(), holds);
      case SearchNode::Is::kOr:
        return std::any_of(node.parts.begin(), node.parts.end(), holds);
      case SearchNode::Is::kNear:
        return IsNear(title_, node) || IsNear(text_, node);
      case SearchNode::Is::kValue:
        break;
    }
    switch (node.field) {
      case SearchField::kText:
        return HasPhrase(title_, node.words) || HasPhrase(text_, node.words);
      case SearchField::kTitle:
        return HasPhrase(title_, node.words);
      case SearchField::kSource:
        return HasPhrase(WordsIn(made_.article.source), node.words);
      case SearchField::kLanguage:
        return made_.article.language == node.text;
      case SearchField::kWho:
        return HasPhrase(WordsIn(claim->claimant), node.words);
      case SearchField::kPlace:
        return std::any_of(claim->places.begin(), claim->places.end(), [&](const auto& place) {
          return HasPhrase(WordsIn(place.name), node.words);
        });
      case SearchField::kRegion:
        return claim->region == node.text;
      case SearchField::kSide:
        return (node.bits & BitOf(claim->side)) != 0;
      case SearchField::kKind:
        return (node.bits & BitOf(claim->kind)) != 0;
      case SearchField::kStatus:
        return (node.bits & BitOf(claim->status)) != 0;
      case SearchField::kDate:
        return AnchorDay(claim->time).known() && node.days.from <= AnchorDay(claim->time) &&
               AnchorDay(claim->time) <= node.days.to;
      case SearchField::kAmount:
        return std::any_of(claim->quantities.begin(), claim->quantities.end(), [&](const auto& q) {
          // Made amounts are square kilometres of land.
          const double factor = node.unit == "ha" ? 100 : 1;
          return (node.unit.empty() || node.unit == "km2" || node.unit == "ha") &&
                 q.value_max * factor >= node.least && q.value * factor <= node.most;
        });
    }
    return false;
  }

 private:
  using Words = std::vector<std::string>;
  static Words WordsIn(std::string_view text) {
    Words words;
    for (WordReader reader(text); reader.Next();) words.emplace_back(reader.folded());
    return words;
  }
  static bool HasPhrase(const Words& words, const std::vector<WordPattern>& phrase) {
    for (size_t begin = 0; begin + phrase.size() <= words.size(); ++begin) {
      size_t i = 0;
      while (i < phrase.size() && Matches(phrase[i], words[begin + i])) ++i;
      if (i == phrase.size()) return true;
    }
    return false;
  }
  static bool IsNear(const Words& words, const SearchNode& node) {
    for (size_t begin = 0; begin < words.size(); ++begin) {
      const size_t end = std::min(words.size(), begin + node.distance + 1);
      const auto stands = [&](const WordPattern& pattern) {
        return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin),
                           words.begin() + static_cast<std::ptrdiff_t>(end),
                           [&](const std::string& word) { return Matches(pattern, word); });
      };
      if (std::all_of(node.words.begin(), node.words.end(), stands)) return true;
    }
    return false;
  }

  const MadeArticle& made_;
  Words title_, text_;
};

std::string RandomSearch(Random* random, int depth) {
  const auto word = [&] { return MadeWord(random->Skewed(30)); };
  switch (random->Below(depth > 2 ? 12 : 16)) {
    case 0:
      return "\"" + word() + " " + word() + "\"";
    case 1:
      return word().substr(0, 2) + "*";
    case 2:
      return "near/" + std::to_string(1 + random->Below(6)) + "(" + word() + " " + word() + ")";
    case 3:
      return "title:" + word();
    case 4:
      return random->OneIn(2) ? "title:\"" + word() + " in\"" : word() + word() + "~";
    case 5:
      return random->OneIn(2) ? "kind:strike,force,terr" : "status:unverified";
    case 6:
      return "date:2025-01-" + std::to_string(10 + random->Below(18)) + "..2025-02-15";
    case 7:
      return random->OneIn(2) ? "qty:>100km2" : "qty:2000..9000ha";
    case 8:
      return random->OneIn(2) ? "who:\"speaker " + std::to_string(random->Below(9)) + "\""
                              : "place:" + MadeWord(1 + random->Below(2));
    case 9:
      return random->OneIn(2) ? "region:UA-" + std::to_string(11 + random->Below(6)) : "lang:en";
    case 10:
      return "source:\"outlet " + std::to_string(random->Below(5)) + "\"";
    case 11:
      return word();
    case 12:
      return "-" + RandomSearch(random, depth + 1);
    case 13:
      return "(" + RandomSearch(random, depth + 1) + " OR " + RandomSearch(random, depth + 1) + ")";
    default:
      return "(" + RandomSearch(random, depth + 1) + " " + RandomSearch(random, depth + 1) + ")";
  }
}

struct Table {
  std::vector<MadeArticle> corpus;
  std::vector<Segment> segments;
  std::vector<uint32_t> segment_of, number_of;  // per article

  ClaimTable Make() const {
    std::vector<const Segment*> pointers;
    for (const Segment& segment : segments) pointers.push_back(&segment);
    return ClaimTable(pointers, {});
  }
};

Table MakeTable(const MadeOptions& options, uint64_t seed) {
  Table table;
  table.corpus = MakeCorpus(options, seed);
  SegmentBuilder builder;
  for (const MadeArticle& made : table.corpus) {
    table.segment_of.push_back(static_cast<uint32_t>(table.segments.size()));
    table.number_of.push_back(static_cast<uint32_t>(builder.articles()));
    builder.Add(made.article, made.claims);
    if (builder.articles() < 30 && &made != &table.corpus.back()) continue;
    Result<Segment> opened = Segment::Open(builder.Seal());
    REQUIRE(opened.ok());
    table.segments.push_back(std::move(*opened));
  }
  return table;
}

TEST_CASE("any search finds exactly the claims and articles that it means") {
  const Table table = MakeTable({.articles = 80, .words = 40, .vocabulary = 40}, 31);
  const ClaimTable claims = table.Make();
  std::vector<Meaning> meanings;
  for (const MadeArticle& made : table.corpus) meanings.emplace_back(made);
  Random random(32);
  size_t some = 0;
  for (int turn = 0; turn < 400; ++turn) {
    const std::string text = RandomSearch(&random, 0) + " ";
    CAPTURE(text);
    const Search search = ParseSearch(text);
    REQUIRE(search.problems.empty());
    std::multiset<std::pair<uint32_t, uint32_t>> expected, got;
    std::set<uint32_t> articles, by_article;
    for (uint32_t i = 0; i < table.corpus.size(); ++i) {
      for (const Claim& claim : table.corpus[i].claims) {
        if (!meanings[i].Holds(search.root, &claim)) continue;
        expected.emplace(i, claim.span.begin);
        articles.insert(i);
      }
    }
    Query query;
    query.text = text;
    const Answer answer = claims.Ask(query, Per::kWeek);
    const auto number = [&](uint32_t segment, uint32_t article) { return segment * 30 + article; };
    for (const Hit hit : answer.hits) {
      const Segment& segment = table.segments[hit.segment];
      got.emplace(number(hit.segment, segment.articles()[hit.row]),
                  segment.ClaimAt(hit.row).span.begin);
    }
    CHECK(got == expected);
    CHECK(answer.articles == articles.size());
    some += expected.empty() || expected.size() == 0 ? 0 : 1;

    const std::function<bool(const SearchNode&)> is_of_claim = [&](const SearchNode& node) {
      return IsOfClaim(node.field) ||
             std::any_of(node.parts.begin(), node.parts.end(), is_of_claim);
    };
    if (!is_of_claim(search.root)) {
      articles.clear();
      for (uint32_t i = 0; i < table.corpus.size(); ++i) {
        if (meanings[i].Holds(search.root, nullptr)) articles.insert(i);
      }
    }
    const ArticleHits hits = claims.FindArticles(text, 1000);
    for (const ArticleHit& hit : hits.best) by_article.insert(number(hit.segment, hit.article));
    CHECK(hits.total == articles.size());
    CHECK(by_article == articles);
    for (size_t i = 1; i < hits.best.size(); ++i) {
      CHECK(hits.best[i - 1].score >= hits.best[i].score);
    }
    const ArticleHits three = claims.FindArticles(text, 3);
    CHECK(three.total == hits.total);
    for (size_t i = 0; i < three.best.size(); ++i) {
      CHECK(three.best[i].article == hits.best[i].article);
      CHECK(three.best[i].segment == hits.best[i].segment);
    }
  }
  CHECK(some > 150);
}

TEST_CASE("a search in the claims finds exactly those that say it") {
  const Table table = MakeTable({.articles = 60, .words = 40, .vocabulary = 40}, 33);
  const ClaimTable claims = table.Make();
  Random random(34);
  size_t some = 0, fewer = 0;
  for (int turn = 0; turn < 200; ++turn) {
    const std::string text = RandomSearch(&random, 0) + " ";
    CAPTURE(text);
    const Search search = ParseSearch(text);
    std::multiset<std::pair<uint32_t, uint32_t>> expected, got;
    for (uint32_t i = 0; i < table.corpus.size(); ++i) {
      const Meaning meaning(table.corpus[i]);
      for (const Claim& claim : table.corpus[i].claims) {
        if (meaning.Holds(search.root, &claim, true)) expected.emplace(i, claim.span.begin);
      }
    }
    Query query;
    query.text = text;
    const size_t in_articles = claims.Ask(query, Per::kWeek).hits.size();
    query.text_in_claims = true;
    const Answer answer = claims.Ask(query, Per::kWeek);
    for (const Hit hit : answer.hits) {
      const Segment& segment = table.segments[hit.segment];
      got.emplace(hit.segment * 30 + segment.articles()[hit.row],
                  segment.ClaimAt(hit.row).span.begin);
    }
    CHECK(got == expected);
    CHECK(answer.claims == expected.size());
    some += expected.empty() ? 0 : 1;
    fewer += expected.size() < in_articles ? 1 : 0;
  }
  CHECK(some > 75);
  CHECK(fewer > 30);
}

TEST_CASE("a search in the claims may be read little by little, over a corpus that grows") {
  const Table made = MakeTable({.articles = 120, .words = 40, .vocabulary = 60}, 43);
  std::vector<const Segment*> all;
  for (const Segment& segment : made.segments) all.push_back(&segment);
  REQUIRE(all.size() > 2);
  Random random(44);
  for (int i = 0; i < 20; ++i) {
    Query query;
    query.text_in_claims = true;
    const std::string a = MadeWord(random.Skewed(60)), b = MadeWord(random.Skewed(60));
    const std::string forms[] = {a,
                                 a + " " + b,
                                 "\"" + a + " " + b + "\"",
                                 "near/3(" + a + " " + b + ")",
                                 a + " -" + b,
                                 a + "~ OR " + b};
    query.text = forms[static_cast<size_t>(i) % std::size(forms)];
    CAPTURE(query.text);
    const std::shared_ptr<QuoteSearch> quotes = MakeQuoteSearch();
    size_t steps = 0;
    for (size_t count = 1; count <= all.size(); ++count) {
      const std::vector<const Segment*> now(all.begin(),
                                            all.begin() + static_cast<std::ptrdiff_t>(count));
      while (!Prepare(*quotes, now, query, [] { return true; })) ++steps;
      ClaimTable table(now);
      table.KeepQuotes(quotes);
      const Answer kept = table.Ask(query, Per::kMonth), fresh = Ask(now, query, Per::kMonth);
      REQUIRE(kept.claims == fresh.claims);
      for (size_t h = 0; h < kept.hits.size(); ++h) {
        CHECK(kept.hits[h].segment == fresh.hits[h].segment);
        CHECK(kept.hits[h].row == fresh.hits[h].row);
      }
    }
    // Of a segment that is another one now nothing is kept.
    ForgetSegment(*quotes, 0);
    std::vector<const Segment*> other = all;
    other[0] = all[1];
    while (!Prepare(*quotes, other, query, [] { return true; })) ++steps;
    ClaimTable table(other);
    table.KeepQuotes(quotes);
    CHECK(table.Ask(query, Per::kMonth).claims == Ask(other, query, Per::kMonth).claims);
    if (i % 6 == 0) CHECK(steps > all.size());
  }
}

TEST_CASE("the best article has the rare word, more often, in the title, in a shorter text") {
  std::vector<MadeArticle> corpus;
  const auto add = [&](const char* title, const std::string& text) {
    MadeArticle made;
    made.article.title = title;
    made.article.page = made.article.text = text;
    corpus.push_back(made);
  };
  std::string filler;
  for (int i = 0; i < 40; ++i) filler += " word" + std::to_string(i);
  add("Morning", "the bridge" + filler);
  add("Morning", "the bridge bridge" + filler);
  add("Bridge", "the morning" + filler);
  add("Morning", "the bridge" + filler + filler + filler);
  add("Morning", "the ferry" + filler);
  SegmentBuilder builder;
  for (const MadeArticle& made : corpus) builder.Add(made.article, {});
  const Result<Segment> segment = Segment::Open(builder.Seal());
  REQUIRE(segment.ok());
  const ClaimTable table({&*segment}, {});
  const auto order = [&](const char* text) {
    std::vector<uint32_t> found;
    for (const ArticleHit& hit : table.FindArticles(text, 10).best) found.push_back(hit.article);
    return found;
  };
  CHECK(order("bridge ") == std::vector<uint32_t>{2, 1, 0, 3});
  CHECK(order("the OR ferry ").front() == 4);
  CHECK(order("the -ferry ").size() == 4);
  CHECK(order("").empty());
  CHECK(table.FindArticles("the ", 0).total == 5);
}

TEST_CASE("regions are found by code and by name") {
  const Table made = MakeTable({.articles = 40}, 33);
  ClaimTable table = made.Make();
  Query query;
  query.text = "region:ua-12 ";
  const size_t by_code = table.Ask(query, Per::kDay).hits.size();
  CHECK(by_code > 0);
  query.text = "region:- ";
  CHECK(table.Ask(query, Per::kDay).hits.size() > 0);
  const std::string regions = "# code\tname\nUA-12\tNew Sumy\n", countries = "# code\tname\n";
  const FileBundle rules =
      FileBundle::Of({{"gazetteer/regions.tsv", regions}, {"gazetteer/countries.tsv", countries}});
  const Result<RegionNames> names = RegionNames::Load(rules);
  REQUIRE(names.ok());
  table.NameRegions(&*names);
  query.text = "region:sumy ";
  CHECK(table.Ask(query, Per::kDay).hits.size() == by_code);
}

}  // namespace
}  // namespace claimscope
