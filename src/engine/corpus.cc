// What only all articles together tell of each: its copies, and through them its day.
#include <algorithm>
#include <tuple>

#include "base/json_writer.h"
#include "engine/engine.h"

namespace claimscope {
namespace {

constexpr int32_t kMaxEventDays = 3;
constexpr size_t kMinEvents = 2;
// Of either text: what a live blog has in common with its own later version.
constexpr float kDatingShare = 0.33f;

// The last of the days that claims name in so many words; unknown when they do not agree.
Day DayOfEvents(const std::vector<Claim>& claims) {
  Day first, last;
  size_t count = 0;
  for (const Claim& claim : claims) {
    const DayRange time = claim.time;
    if (claim.time_basis != TimeBasis::kExplicit || !time.known()) continue;
    if (time.from != time.to) continue;  // "in May 2024" dates no article
    first = count == 0 ? time.from : std::min(first, time.from);
    last = count == 0 ? time.to : std::max(last, time.to);
    ++count;
  }
  if (count < kMinEvents || last.value - first.value >= kMaxEventDays) return {};
  return last;
}

void GiveDay(const Extractor& extractor, Day day, DateBasis basis, CorpusArticle* out) {
  out->article.date = day;
  out->article.date_basis = basis;
  if (!out->claims.empty()) out->claims = extractor.Extract(out->article);
}

// Undated articles take the day of a dated one with which they share passages, when all such agree.
void DateByPassages(const Extractor& extractor, const CopyIndex& index,
                    std::vector<CorpusArticle>* articles) {
  std::vector<CorpusArticle>& all = *articles;
  std::vector<DayRange> days(all.size());
  for (const CopyLink& link : index.links()) {
    if (std::max(link.share_a, link.share_b) < kDatingShare) continue;
    for (const auto& [undated, dated] : {std::pair(link.a, link.b), std::pair(link.b, link.a)}) {
      const Article& other = all[dated].article;
      if (all[undated].article.date.known() || !other.date.known()) continue;
      if (other.date_basis == DateBasis::kDuplicate) continue;
      DayRange& range = days[undated];
      range.from = range.known() ? std::min(range.from, other.date) : other.date;
      range.to = range.to.known() ? std::max(range.to, other.date) : other.date;
    }
  }
  for (size_t i = 0; i < all.size(); ++i) {
    if (!days[i].known() || days[i].to.value - days[i].from.value > 1) continue;
    GiveDay(extractor, days[i].from, DateBasis::kDuplicate, &all[i]);
  }
}

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
  uint32_t group_number = 0;
  for (const std::vector<CopyMember>&group :
       index.Groups([&rank](uint32_t a, uint32_t b) { return rank(a) < rank(b); })) {
    ++group_number;
    const Day day = all[group[0].article].article.date;
    for (const CopyMember& member : group) {
      CorpusArticle& one = all[member.article];
      one.group = group_number;
      one.share = member.share;
      if (!one.article.date.known() && day.known()) {
        GiveDay(extractor, day, DateBasis::kDuplicate, &one);
      }
    }
  }
  DateByPassages(extractor, index, articles);
  for (CorpusArticle& one : all) {
    if (one.article.date.known()) continue;
    const Day day = DayOfEvents(one.claims.empty() ? extractor.Extract(one.article) : one.claims);
    if (day.known()) GiveDay(extractor, day, DateBasis::kEvents, &one);
  }
}

std::string ClaimJson(const CorpusArticle& article, const Claim& claim) {
  return WithCopies(ClaimJson(article.article.id, article.article.text, claim), article);
}

std::string ArticleJson(const CorpusArticle& article) {
  return WithCopies(ArticleJson(article.article), article);
}

}  // namespace claimscope
