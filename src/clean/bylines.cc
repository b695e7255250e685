#include "clean/bylines.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/strings.h"
#include "clean/dates.h"
#include "clean/page.h"

namespace claimscope {
namespace {

constexpr uint32_t kHeadBytes = 700;  // a standfirst is no longer
constexpr size_t kMaxDatelineBytes = 70;
constexpr int kMaxAuthors = 8;

bool IsOneOf(std::string_view word, std::string_view list) {
  for (const std::string_view one : Split(list, ' ')) {
    if (one == word) return true;
  }
  return false;
}

class BylineReader {
 public:
  BylineReader(std::string_view page, Span line) : page_(page) {
    line.end = std::min(line.end, line.begin + kHeadBytes);
    if (TextOf(page, line).find("By") != std::string_view::npos) SplitWords(page, line, &words_);
  }

  Span Find() const {
    for (size_t i = 0; i + 3 < words_.size(); ++i) {
      if (Word(i) != "By" || !BeginsUnit(i)) continue;
      const size_t end = NamesEnd(i + 1);
      if (end == i + 1 || end >= words_.size() || !BeginsSentence(end)) continue;
      return {words_[i].begin, words_[end].begin};
    }
    return {};
  }

 private:
  std::string_view Word(size_t i) const {
    return i < words_.size() ? TextOf(page_, {words_[i].begin, words_[i].end}) : std::string_view();
  }
  std::string_view Gap(size_t i) const {  // before word i
    return i == 0 || i >= words_.size() ? std::string_view()
                                        : TextOf(page_, {words_[i - 1].end, words_[i].begin});
  }
  bool IsCapital(size_t i) const {
    const std::string_view word = Word(i);
    return !word.empty() && (IsAsciiUpper(word[0]) || static_cast<unsigned char>(word[0]) >= 0xC3);
  }
  bool BeginsUnit(size_t i) const {
    if (i == 0) return true;
    const std::string_view gap = Gap(i);
    return gap.find_first_of(".!?") != std::string_view::npos || gap.find("  ") != gap.npos;
  }
  // A capital after nothing but a space, or after an opening quote.
  bool BeginsSentence(size_t i) const {
    return IsCapital(i) && Gap(i).find_first_of(",;:/&") == std::string_view::npos;
  }
  bool IsName(size_t i) const {
    // Whatever may follow "By" in a sentence about time and offices.
    constexpr std::string_view kNoNames =
        "The A An This That Then When While Late Early Mid Contrast Comparison Law Far Now "
        "January February March April May June July August September October November December "
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday President Prime Minister "
        "Christmas "
        "Easter Spring Summer Autumn Winter Night Morning Evening Afternoon Noon Midnight";
    return IsCapital(i) && Word(i).size() > 1 && !IsOneOf(Word(i), kNoNames);
  }
  bool IsInitial(size_t i) const { return IsCapital(i) && Word(i).size() == 1; }
  static bool IsStarter(std::string_view word) {
    return IsOneOf(word,
                   "The A An In On At It He She They We For When While After As With Reporting "
                   "Visuals Photographs This That There But And If By From Since More President");
  }
  // After one person's name that begins at i; i when none does.
  size_t NameEnd(size_t i) const {
    if (!IsName(i)) return i;
    size_t at = i + 1;
    for (int extra = 0; extra < 3; ++extra) {
      const bool is_joined = Gap(at) == "-" || Gap(at) == "\u2019" || Gap(at) == "'";
      const bool is_particle =
          IsOneOf(Word(at), "al el de del della da di van von der den ten la le bin ibn ur");
      if (!(is_joined && at < words_.size()) && !is_particle && !IsInitial(at)) break;
      ++at;
    }
    if (!IsName(at) || Gap(at).find(',') != std::string_view::npos) return i;
    ++at;
    while (Gap(at) == "-" && at < words_.size()) ++at;
    // "Mary Ann Smith The": a third word is a name when a sentence plainly begins after it.
    if (IsName(at) && Gap(at) == " " && !IsStarter(Word(at)) && IsStarter(Word(at + 1))) ++at;
    return at;
  }
  size_t NamesEnd(size_t i) const {
    size_t at = NameEnd(i);
    if (at == i) return i;
    for (int authors = 1; authors < kMaxAuthors; ++authors) {
      size_t next = at;
      const bool is_glued = Gap(at).empty();
      if (Word(at) == "and") {
        next = at + 1;
      } else if (!is_glued && Gap(at).find(',') == std::string_view::npos) {
        break;
      }
      const size_t end = NameEnd(next);
      if (end == next) break;
      at = end;
    }
    return at;
  }

  std::string_view page_;
  std::vector<PageWord> words_;
};

}  // namespace

Span FindGluedByline(std::string_view page, Span line) { return BylineReader(page, line).Find(); }

Day FindDateline(std::string_view line) {
  const auto is_capital = [](char c) {
    return IsAsciiUpper(c) || c == ' ' || c == '-' || c == '.';
  };
  const std::string_view head = line.substr(0, kMaxDatelineBytes);
  if (head.size() < 3 || !std::all_of(head.begin(), head.begin() + 3, is_capital)) return {};
  FoundDate date;
  if (!FindDate(head, 0, &date) || date.span.begin == 0) return {};
  // A place in capitals, and nothing but names before the day.
  const std::string_view place = head.substr(0, date.span.begin);
  size_t capitals = 0;
  while (capitals < place.size() && is_capital(place[capitals])) ++capitals;
  const size_t comma = place.find(',');
  if (capitals < 3 || comma == std::string_view::npos || capitals < comma) return {};
  for (const std::string_view word : SplitTrimmed(place.substr(comma + 1), ' ')) {
    if (!IsAsciiUpper(word[0])) return {};
  }
  std::string_view rest = TrimAscii(line.substr(date.span.end));
  if (StartsWith(rest, "(")) {  // the agency
    const size_t close = rest.find(')');
    if (close == std::string_view::npos || close > 30) return {};
    rest = TrimAscii(rest.substr(close + 1));
  }
  const bool is_dash = StartsWith(rest, "-") || StartsWith(rest, "\u2013") ||
                       StartsWith(rest, "\u2014") || StartsWith(rest, "/") ||
                       StartsWith(rest, ":") || StartsWith(rest, ".");
  return is_dash ? date.day : Day{};
}

}  // namespace claimscope
