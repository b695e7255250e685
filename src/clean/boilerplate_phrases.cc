// Phrases of the table, and how much goes with each.
#include "clean/boilerplate_finder.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr size_t kMaxSentenceWords =
    90;  // a longer "sentence" has text glued to it: only the phrase goes
constexpr size_t kMaxLineWords = 40;
constexpr size_t kMaxTeaserWords = 80;
constexpr size_t kMaxRestBytes = 1500;

}  // namespace

void BoilerplateFinder::ApplyPhrases(size_t line, const std::vector<PageUnit>& units) {
  for (size_t unit = 0; unit < units.size(); ++unit) {
    for (uint32_t word = units[unit].first_word; word < units[unit].last_word; ++word) {
      const bool leads = word == units[unit].first_word;
      if (!rules_.MayBegin(words_[word], leads)) continue;
      PhraseMatch match;
      if (!rules_.MatchAt(page_, words_, units[unit], word, &match)) continue;
      if (ApplyMatch(line, units, unit, match)) return;
      word = std::max(word, match.last_word - 1);
    }
  }
}

// True when nothing of the line is left to look at.
bool BoilerplateFinder::ApplyMatch(size_t line, const std::vector<PageUnit>& units, size_t unit,
                                   const PhraseMatch& match) {
  const PhraseRule& rule = *match.rule;
  if (rule.where == PhraseRule::Where::kCredit) {
    CutCredit(line, match);
    return false;
  }
  const Span phrase{words_[match.first_word].begin, words_[match.last_word - 1].end};
  // "(Photo by Anna Berg) The town ...": the bracket goes, not the line behind it.
  if (rule.reason == CutReason::kCaption && rule.where == PhraseRule::Where::kStart &&
      phrase.begin > 0 && page_[phrase.begin - 1] == '(') {
    CutCredit(line, match);
    return false;
  }
  const auto page_end = static_cast<uint32_t>(page_.size());
  switch (rule.extent) {
    case PhraseRule::Extent::kRest:
      if (page_end - phrase.begin <= kMaxRestBytes && phrase.begin * 2 > page_end) {
        Add({units[unit].span.begin, page_end}, rule.reason);
        for (size_t i = line + 1; i < lines_.size(); ++i) shapes_[i].is_cut = true;
        return true;
      }
      [[fallthrough]];
    case PhraseRule::Extent::kLine:
      // A link to another article has its first sentences with it.
      if (words_.size() <= (rule.reason == CutReason::kHeadlines && match.first_word == 0
                                ? kMaxTeaserWords
                                : kMaxLineWords)) {
        Add(lines_[line].span, rule.reason);
        shapes_[line].is_cut = true;
        if (rule.opens_list) openers_.push_back(line);
        return true;
      }
      if (rule.extent == PhraseRule::Extent::kLine) return false;
      [[fallthrough]];
    case PhraseRule::Extent::kSentence: {
      size_t last = unit;
      while (last + 1 < units.size() && units[last].last_word < match.last_word) ++last;
      const Span sentence = SentenceAround(units[unit], units[last], match);
      if (!sentence.empty()) {
        Add(sentence, rule.reason);
        if (sentence == lines_[line].span) shapes_[line].is_cut = true;
        return false;
      }
      [[fallthrough]];
    }
    case PhraseRule::Extent::kPhrase: {
      Span span = phrase;
      while (span.end < lines_[line].span.end && page_[span.end] != ' ' &&
             !IsAsciiAlnum(page_[span.end]) && static_cast<unsigned char>(page_[span.end]) < 0x80) {
        ++span.end;  // its own full stop or colon
      }
      if (span.begin > lines_[line].span.begin && span.end < lines_[line].span.end &&
          page_[span.end] == ' ') {
        ++span.end;
      }
      Add(span, rule.reason);
      if (match.first_word == 0 && match.last_word == words_.size()) shapes_[line].is_cut = true;
      return false;
    }
  }
  return false;
}

// The sentence that holds a match, without what scrapers glued to it: "Subscribe now The minister
// said ..." begins anew at "The". Empty when it is too long to be one sentence.
Span BoilerplateFinder::SentenceAround(const PageUnit& first, const PageUnit& last,
                                       const PhraseMatch& match) const {
  uint32_t begin = first.span.begin;
  uint32_t end = last.span.end;
  uint32_t begin_word = first.first_word;
  uint32_t end_word = last.last_word;
  bool all_capitals = true;
  for (uint32_t i = match.first_word; i < match.last_word; ++i) {
    all_capitals = all_capitals && words_[i].all_capitals;
  }
  const auto stops = [&](uint32_t i) {
    if (!all_capitals) return BeginsAnew(i);
    const bool is_letter = words_[i].end - words_[i].begin == 1;
    return (!words_[i].all_capitals || is_letter) && !words_[i].is_number;
  };
  for (uint32_t i = match.first_word; i > first.first_word; --i) {
    if (all_capitals ? stops(i - 1) : (i < words_.size() && stops(i))) {
      begin = words_[i].begin;
      begin_word = i;
      break;
    }
  }
  for (uint32_t i = match.last_word; i < last.last_word; ++i) {
    if (!stops(i)) continue;
    end = words_[i].begin;
    end_word = i;
    while (end > words_[i - 1].end && !IsAsciiSpace(page_[end - 1])) --end;
    break;
  }
  if (end_word - begin_word > kMaxSentenceWords) return {};
  return {begin, end};
}

// A capital letter where none belongs unless a new sentence begins: a small word in the middle of a
// unit.
bool BoilerplateFinder::BeginsAnew(uint32_t word) const {
  static const std::unordered_set<uint64_t> kStarters = HashesOf(
      "the a an in on at by for from after before when while if as it its he she they we i this "
      "that these those "
      "there but and with meanwhile however since under over according president more get sign "
      "subscribe read follow "
      "click join what how why who where his her their our copyright got please edited watch photo "
      "photos");
  static const std::unordered_set<uint64_t> kLeadToNames =
      HashesOf("of for to in by from with and at on the a or into about via s");
  if (word == 0 || word >= words_.size() || !words_[word].begins_upper) return false;
  const PageWord& before = words_[word - 1];
  const std::string_view gap = TextOf(page_, {before.end, words_[word].begin});
  if (gap.find_first_of(",:;-/\"'&") != std::string_view::npos) return false;
  return kStarters.count(words_[word].hash) != 0 && kLeadToNames.count(before.hash) == 0;
}

}  // namespace claimscope
