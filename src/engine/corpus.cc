// What only all articles together tell of each: its copies, and through them its day.
#include <algorithm>
#include <tuple>

#include "base/json_writer.h"
#include "engine/dating.h"

namespace claimscope {
namespace {

// `line` with one more member at its end.
std::string WithCopies(std::string line, const CorpusArticle& article) {
  if (article.group == 0) return line;
  JsonWriter json;
  json.BeginObject()
      .Key("group")
      .Int(article.group)
      .Key("share")
      .Double(static_cast<double>(static_cast<int>(article.share * 1000 + 0.5f)) / 1000);
  json.EndObject();
  line.pop_back();
  return line + ",\"copies\":" + json.Take() + "}";
}

}  // namespace

void JoinCorpus(const Extractor& extractor, std::vector<CorpusArticle>* articles) {
  std::vector<CorpusArticle>& all = *articles;
  CopyIndex index([&all](uint32_t number) { return all[number].article.text; });
  for (const CorpusArticle& one : all) index.Add(one.article.text);
  const auto rank = [&all](uint32_t number) {
    const Article& a = all[number].article;
    return std::tuple(!a.date.known(), a.date.value, -static_cast<int64_t>(a.text.size()),
                      std::string_view(a.id));
  };
  const auto groups = index.Groups([&rank](uint32_t a, uint32_t b) { return rank(a) < rank(b); });
  for (uint32_t number = 0; number < groups.size(); ++number) {
    for (const CopyMember& member : groups[number]) {
      all[member.article].group = number + 1;
      all[member.article].share = member.share;
    }
  }
  std::vector<DatingFacts> facts;
  for (const CorpusArticle& one : all) {
    DatingFacts& fact =
        facts.emplace_back(DatingFacts{one.article.date, one.article.date_basis, Day{}});
    if (fact.date.known()) continue;
    fact.events = DayOfEvents(one.claims.empty() ? extractor.Extract(one.article) : one.claims);
  }
  for (const FoundDay& found : FindDays(index.links(), groups, std::move(facts))) {
    CorpusArticle& one = all[found.article];
    one.article.date = found.day;
    one.article.date_basis = found.basis;
    if (!one.claims.empty()) one.claims = extractor.Extract(one.article);
  }
}

std::string ClaimJson(const CorpusArticle& article, const Claim& claim) {
  return WithCopies(ClaimJson(article.article.id, article.article.text, claim), article);
}

std::string ArticleJson(const CorpusArticle& article) {
  return WithCopies(ArticleJson(article.article), article);
}

}  // namespace claimscope
