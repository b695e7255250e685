// Runs of clock times and of capitals, wherever they stand.
#include "clean/boilerplate_finder.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr size_t kMinClockRun = 4;
constexpr uint32_t kMinCapitalWords = 5;
constexpr uint32_t kMinCapitalLetters = 20;

constexpr size_t kHeadlineRunWords = 100;  // with one full stop at most
constexpr size_t kMostRunWords = 2000;
constexpr size_t kHeadlineRunCapitals = 4;  // at least one word in so many

constexpr size_t kMostTeasers = 5;
constexpr size_t kLeastTeasers = 2;
constexpr size_t kLeastBody = 10;        // sentences of the article before them
constexpr size_t kLeastTeaserWords = 4;  // of some length, in a teaser
constexpr size_t kOwnShare = 4;          // at most one in so many of them is the article's, too,
constexpr size_t kOwnOfOne = 2;          // and of each teaser one in so many
constexpr uint32_t kWordBytes = 5;       // of a word that tells what a sentence is about

}  // namespace

// "... the mayor said. Fish shrink in warm seas. A singer is freed. Copyright 2025 The Paper.":
// what stands between the article and the end of the page, in one paragraph with both, and shares
// hardly a word with the article is of other articles. `first_cut`: of this line.
void BoilerplateFinder::CutTeasers(const std::vector<PageUnit>& units, size_t first_cut) {
  if (units.size() < kLeastBody + kLeastTeasers || cuts_.size() == first_cut) return;
  std::vector<bool> cut(units.size());
  for (size_t c = first_cut; c < cuts_.size(); ++c) {
    const Span span = cuts_[c].span;
    auto unit =
        std::lower_bound(units.begin(), units.end(), span.begin,
                         [](const PageUnit& one, uint32_t at) { return one.span.begin < at; });
    for (; unit != units.end() && unit->span.begin < span.end; ++unit)
      cut[static_cast<size_t>(unit - units.begin())] = true;
  }
  size_t end = units.size();
  static const uint64_t kCopyright = HashWord("copyright");
  bool frame = false;  // whose page it is, behind
  for (; end > 0 && cut[end - 1]; --end) {
    for (uint32_t i = units[end - 1].first_word; i < units[end - 1].last_word; ++i)
      frame = frame || words_[i].hash == kCopyright;
  }
  if (!frame || end < kLeastBody + kLeastTeasers) return;
  std::unordered_set<uint64_t> body;
  const auto each_word = [&](const PageUnit& unit, auto&& take) {
    for (uint32_t i = unit.first_word; i < unit.last_word; ++i) {
      if (words_[i].end - words_[i].begin >= kWordBytes) take(words_[i].hash);
    }
  };
  for (size_t i = 0; i + kMostTeasers < end; ++i)
    each_word(units[i], [&](uint64_t hash) { body.insert(hash); });
  // What goes on with the sentence before it is the article's.
  static const std::unordered_set<uint64_t> goes_on = HashesOf("but and it we i he she they");
  size_t first = end, all_words = 0, all_own = 0;  // of all from the one at hand on
  for (size_t i = end; i > 0 && end - i < kMostTeasers && !cut[i - 1]; --i) {
    size_t words = 0, own = 0;
    each_word(units[i - 1], [&](uint64_t hash) {
      ++words;
      own += body.count(hash);
    });
    if (words < kLeastTeaserWords || own * kOwnOfOne > words ||
        goes_on.count(words_[units[i - 1].first_word].hash) != 0)
      break;
    all_words += words;
    all_own += own;
    if (all_own * kOwnShare <= all_words) first = i - 1;
  }
  if (end - first < kLeastTeasers) return;
  Add({units[first].span.begin, units[end - 1].span.end}, CutReason::kHeadlines);
}

// "Mayor warns of floods A singer is freed Why fish shrink ...": a line of many words of which many
// begin with a capital, with hardly a full stop in it, is no prose.
void BoilerplateFinder::CutHeadlineRun(size_t line) {
  const LineShape& shape = shapes_[line];
  if (shape.words < kHeadlineRunWords || shape.words > kMostRunWords || shape.ends ||
      shape.capitals * kHeadlineRunCapitals < shape.words)
    return;
  const Span span = lines_[line].span;
  size_t stops = 0;
  for (uint32_t at = span.begin + 2; at < span.end; ++at)
    stops += page_[at] == '.' && IsAsciiLower(page_[at - 1]) && IsAsciiLower(page_[at - 2]);
  if (stops * kHeadlineRunWords < shape.words) Add(span, CutReason::kHeadlines);
}

// Lengths of films in a player's list: "01:09 03:06 01:06 03:25".
void BoilerplateFinder::CutClockRuns(size_t line) {
  if (shapes_[line].numbers < 2 * kMinClockRun) return;
  const auto is_clock_part = [this](size_t i) {
    return words_[i].is_number && words_[i].end - words_[i].begin == 2;
  };
  for (size_t first = 0; first < words_.size();) {
    if (!words_[first].is_number) {
      ++first;
      continue;
    }
    size_t clocks = 0;
    size_t last = first;
    size_t end_of_run = first;
    while (last + 1 < words_.size()) {
      const bool is_clock = is_clock_part(last) && is_clock_part(last + 1) &&
                            TextOf(page_, {words_[last].end, words_[last + 1].begin}) == ":";
      if (is_clock) {
        ++clocks;
        last += 2;
        while (last < words_.size() && is_clock_part(last) &&
               TextOf(page_, {words_[last - 1].end, words_[last].begin}) == ":") {
          ++last;
        }
        end_of_run = last;
      } else if (clocks >= kMinClockRun &&
                 TextOf(page_, {words_[last].begin, words_[last].end}) == "Live") {
        ++last;
      } else {
        break;
      }
    }
    if (clocks >= kMinClockRun) {
      const bool is_line = first == 0 && end_of_run == words_.size();
      Span span{words_[first].begin, words_[end_of_run - 1].end};
      if (!is_line && span.end < lines_[line].span.end && page_[span.end] == ' ') ++span.end;
      Add(span, CutReason::kWidget);
      if (is_line) shapes_[line].is_cut = true;
      first = end_of_run;
    } else {
      first = std::max(first + 1, last);
    }
  }
}

// A link to another article set in capitals between ordinary sentences.
void BoilerplateFinder::CutCapitalRuns(size_t line) {
  if (shapes_[line].all_capitals < kMinCapitalWords) return;
  const auto total = static_cast<uint32_t>(words_.size());
  for (uint32_t first = 0; first < total; ++first) {
    if (!words_[first].all_capitals) continue;
    uint32_t last = first;
    uint32_t letters = 0;
    uint32_t count = 0;
    for (; last < total && ContinuesCapitals(first, last); ++last) {
      if (words_[last].is_number) continue;
      letters += words_[last].end - words_[last].begin;
      ++count;
    }
    const bool is_link = count >= kMinCapitalWords && letters >= kMinCapitalLetters &&
                         count * 2 < total && !IsQuoted(words_[first].begin);
    if (is_link) {
      // The next sentence's own first word may be all capitals: "A senior official", "U.S. troops",
      // "NATO said".
      if (last < total && !words_[last].begins_upper) --last;
      while (last < total && words_[last - 1].end - words_[last - 1].begin == 1) --last;
      uint32_t end = last < total ? words_[last].begin : lines_[line].span.end;
      while (end > words_[last - 1].end && !IsAsciiSpace(page_[end - 1])) --end;
      Add({words_[first].begin, std::max(end, words_[last - 1].end)}, CutReason::kHeadlines);
    }
    first = std::max(first, last);
  }
}

bool BoilerplateFinder::ContinuesCapitals(uint32_t first, uint32_t word) const {
  if (word == first) return true;
  const PageWord& before = words_[word - 1];
  const std::string_view gap = TextOf(page_, {before.end, words_[word].begin});
  if (gap.find_first_of("()") != std::string_view::npos) return false;
  if (before.is_number && gap.find('.') != std::string_view::npos) return false;
  return words_[word].is_number || words_[word].all_capitals;
}

// What somebody shouts in capitals ("MAKE PEACE NOW") is quoted, not a link.
bool BoilerplateFinder::IsQuoted(uint32_t at) const {
  const std::string_view before = page_.substr(0, at);
  return EndsWith(before, "\"") || EndsWith(before, "\u201C") || EndsWith(before, "\u00AB");
}

}  // namespace claimscope
