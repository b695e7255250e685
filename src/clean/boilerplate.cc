#include "clean/boilerplate.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr size_t kMaxSentenceWords =
    90;  // a longer "sentence" has text glued to it: only the phrase goes
constexpr size_t kMaxLineWords = 40;
constexpr size_t kMaxRestBytes = 1500;
constexpr size_t kMaxHeadlineWords = 24;
constexpr size_t kMaxFinishedLinkWords = 14;  // a link may end with a question mark or a full stop
constexpr size_t kMaxBylineWords = 12;
constexpr size_t kMinLinks = 3;
constexpr uint32_t kMaxCreditBytes = 120;
constexpr uint32_t kMaxCaptionBytes = 300;
constexpr size_t kMaxLookedUpCaptions = 20;  // each look-up reads the page once
constexpr uint32_t kRepeatWindowWords = 40;
constexpr size_t kMinClockRun = 4;
constexpr uint32_t kMinCapitalWords = 5;
constexpr uint32_t kMinCapitalLetters = 20;

// What a line looks like, without its meaning.
struct Shape {
  size_t words = 0;
  size_t capitals = 0;  // words that begin with a capital letter
  bool ends =
      false;  // with a full stop, question or exclamation mark, or a closing quote after one
  bool ends_dash = false;  // " -": a separator left over from a list
  bool is_bullet = false;  // "- ", "* ", "• "
  bool is_cut = false;
};

bool IsBlankLine(const PageLine& line) { return line.span.empty(); }

bool EndsSentence(std::string_view text) {
  for (;;) {
    if (text.empty()) return false;
    const char c = text.back();
    if (c == '.' || c == '!' || c == '?') return true;
    if (c == '"' || c == '\'' || c == ')' || c == ']') {
      text.remove_suffix(1);
    } else if (EndsWith(text, "\u201D") || EndsWith(text, "\u2019") || EndsWith(text, "\u00BB") ||
               EndsWith(text, "\u201C")) {
      while (!IsUtf8Boundary(text, text.size() - 1)) text.remove_suffix(1);
      text.remove_suffix(1);
    } else {
      return EndsWith(text, "\u2026");
    }
  }
}

bool BeginsUpper(std::string_view page, const PageWord& word) {
  const char first = page[word.begin];
  if (static_cast<unsigned char>(first) < 0x80) return IsAsciiUpper(first);
  const CodePoint c = DecodeUtf8(page, word.begin);
  return FoldCodePoint(c.value) != c.value;
}

bool IsAllCapitals(std::string_view page, const PageWord& word) {
  for (uint32_t at = word.begin; at < word.end; ++at) {
    if (!IsAsciiUpper(page[at])) return false;
  }
  return true;
}

Shape ShapeOf(std::string_view page, const PageLine& line, const std::vector<PageWord>& words) {
  Shape shape;
  const std::string_view text = TextOf(page, line.span);
  shape.words = words.size();
  for (const PageWord& word : words) shape.capitals += BeginsUpper(page, word) ? 1 : 0;
  shape.ends = EndsSentence(text);
  shape.ends_dash = EndsWith(text, " -") || text == "-";
  shape.is_bullet = StartsWith(text, "- ") || StartsWith(text, "* ") ||
                    StartsWith(text, "\u2022") || StartsWith(text, "\u00B7") ||
                    StartsWith(text, "\u25CF");
  return shape;
}

std::unordered_set<uint64_t> HashesOf(std::string_view words) {
  std::vector<PageWord> split;
  SplitWords(words, {0, static_cast<uint32_t>(words.size())}, &split);
  std::unordered_set<uint64_t> hashes;
  for (const PageWord& word : split) hashes.insert(word.hash);
  return hashes;
}

class Finder {
 public:
  Finder(std::string_view page, const std::vector<PageLine>& lines, const PhraseRules& rules,
         bool is_page)
      : page_(page), lines_(lines), rules_(rules), is_page_(is_page) {}

  std::vector<Cut> Find();

 private:
  void LookAtLine(size_t line);
  void ApplyPhrases(size_t line, const std::vector<PageUnit>& units);
  bool ApplyMatch(size_t line, const std::vector<PageUnit>& units, size_t unit,
                  const PhraseMatch& match);
  Span SentenceAround(const PageUnit& first, const PageUnit& last, const PhraseMatch& match) const;
  bool BeginsAnew(uint32_t word) const;
  void CutCredit(size_t line, const PhraseMatch& match);
  bool IsToldElsewhere(Span sentence);
  void CutClockRuns(size_t line);
  void CutCapitalRuns(size_t line);
  bool ContinuesCapitals(uint32_t first, uint32_t word) const;
  bool IsQuoted(uint32_t at) const;
  void CutLists();
  void CutLineRun(size_t first, size_t last, CutReason reason);
  bool IsHeadlineShaped(size_t line) const;
  bool IsLinkShaped(size_t line) const;
  bool IsByline() const;
  void Add(Span span, CutReason reason) {
    if (!span.empty()) cuts_.push_back({span, reason});
  }

  std::string_view page_;
  const std::vector<PageLine>& lines_;
  const PhraseRules& rules_;
  const bool is_page_;

  std::vector<PageWord> words_;  // of the line in work
  std::vector<Shape> shapes_;    // per line
  std::vector<size_t> openers_;  // lines after which links to other articles follow
  std::vector<Cut> cuts_;
  std::vector<PageWord> page_words_;  // of the whole page, once a caption asks for them
  size_t looked_up_captions_ = 0;
};

std::vector<Cut> Finder::Find() {
  shapes_.resize(lines_.size());
  for (size_t line = 0; line < lines_.size(); ++line) {
    if (!IsBlankLine(lines_[line])) LookAtLine(line);
  }
  if (is_page_) CutLists();
  return std::move(cuts_);
}

void Finder::LookAtLine(size_t line) {
  words_.clear();
  const Span span = lines_[line].span;
  SplitWords(page_, span, &words_);
  shapes_[line] = ShapeOf(page_, lines_[line], words_);
  const std::vector<PageUnit> units = SplitUnits(page_, span, words_);
  if (is_page_ && !shapes_[line].ends && IsByline()) {
    Add(span, CutReason::kByline);
    shapes_[line].is_cut = true;
    return;
  }
  ApplyPhrases(line, units);
  CutClockRuns(line);
  CutCapitalRuns(line);
}

void Finder::ApplyPhrases(size_t line, const std::vector<PageUnit>& units) {
  for (size_t unit = 0; unit < units.size(); ++unit) {
    for (uint32_t word = units[unit].first_word; word < units[unit].last_word; ++word) {
      PhraseMatch match;
      if (!rules_.MatchAt(page_, words_, units[unit], word, &match)) continue;
      if (ApplyMatch(line, units, unit, match)) return;
      word = std::max(word, match.last_word - 1);
    }
  }
}

// True when nothing of the line is left to look at.
bool Finder::ApplyMatch(size_t line, const std::vector<PageUnit>& units, size_t unit,
                        const PhraseMatch& match) {
  const PhraseRule& rule = *match.rule;
  if (rule.where == PhraseRule::Where::kCredit) {
    CutCredit(line, match);
    return false;
  }
  const Span phrase{words_[match.first_word].begin, words_[match.last_word - 1].end};
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
      if (words_.size() <= kMaxLineWords) {
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
Span Finder::SentenceAround(const PageUnit& first, const PageUnit& last,
                            const PhraseMatch& match) const {
  uint32_t begin = first.span.begin;
  uint32_t end = last.span.end;
  uint32_t begin_word = first.first_word;
  uint32_t end_word = last.last_word;
  bool all_capitals = true;
  for (uint32_t i = match.first_word; i < match.last_word; ++i) {
    all_capitals = all_capitals && IsAllCapitals(page_, words_[i]);
  }
  const auto stops = [&](uint32_t i) {
    if (!all_capitals) return BeginsAnew(i);
    const bool is_letter = words_[i].end - words_[i].begin == 1;
    return (!IsAllCapitals(page_, words_[i]) || is_letter) && !words_[i].is_number;
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
bool Finder::BeginsAnew(uint32_t word) const {
  static const std::unordered_set<uint64_t> kStarters = HashesOf(
      "the a an in on at by for from after before when while if as it its he she they we i this "
      "that these those "
      "there but and with meanwhile however since under over according president more get sign "
      "subscribe read follow "
      "click join what how why who where his her their our copyright got please edited watch photo "
      "photos");
  static const std::unordered_set<uint64_t> kLeadToNames =
      HashesOf("of for to in by from with and at on the a or into about via s");
  if (word == 0 || word >= words_.size() || !BeginsUpper(page_, words_[word])) return false;
  const PageWord& before = words_[word - 1];
  const std::string_view gap = TextOf(page_, {before.end, words_[word].begin});
  if (gap.find_first_of(",:;-/\"'&") != std::string_view::npos) return false;
  return kStarters.count(words_[word].hash) != 0 && kLeadToNames.count(before.hash) == 0;
}

// "(Name, Agency via Getty Images)": the credit of a picture. The sentence before it is the
// picture's caption; it goes too when the story tells the same, otherwise it may add a fact and
// stays.
void Finder::CutCredit(size_t line, const PhraseMatch& match) {
  const Span span = lines_[line].span;
  uint32_t open = words_[match.first_word].begin;
  const uint32_t first = open > span.begin + kMaxCreditBytes ? open - kMaxCreditBytes : span.begin;
  while (open > first && page_[open] != '(' && page_[open] != ')') --open;
  uint32_t close = words_[match.last_word - 1].end;
  const uint32_t last = std::min<uint32_t>(span.end, close + kMaxCreditBytes);
  while (close < last && page_[close] != ')' && page_[close] != '(') ++close;
  if (page_[open] != '(' || close >= last || page_[close] != ')') return;
  ++close;
  if (close < span.end && page_[close] == '.') ++close;
  if (close < span.end && page_[close] == ' ') ++close;
  // The caption: back to the end of the sentence before it, over its own full stop.
  uint32_t begin = open;
  while (begin > span.begin && page_[begin - 1] == ' ') --begin;
  const uint32_t caption_end = begin;
  if (begin > span.begin && page_[begin - 1] == '.') --begin;
  const uint32_t floor =
      begin > span.begin + kMaxCaptionBytes ? begin - kMaxCaptionBytes : span.begin;
  while (begin > floor && !(page_[begin - 1] == ' ' && begin >= 2 &&
                            (page_[begin - 2] == '.' || page_[begin - 2] == ' '))) {
    --begin;
  }
  if (begin == floor && floor > span.begin) begin = caption_end;  // too long for a caption
  for (const Cut& cut : cuts_) {
    if (cut.span.end > begin && cut.span.end <= open) begin = cut.span.end;
  }
  const Span caption{std::min(begin, caption_end), caption_end};
  const bool is_repeat = !caption.empty() && IsToldElsewhere(caption);
  Add({is_repeat ? caption.begin : open, close}, CutReason::kCaption);
}

// Whether most of the weighty words of a sentence stand close together somewhere else in the page.
bool Finder::IsToldElsewhere(Span sentence) {
  if (++looked_up_captions_ > kMaxLookedUpCaptions) return false;
  const auto is_weighty = [](const PageWord& word) {
    return word.is_number || word.end - word.begin >= 4;
  };
  std::vector<PageWord> words;
  SplitWords(page_, sentence, &words);
  std::vector<uint64_t> wanted;
  for (const PageWord& word : words) {
    if (is_weighty(word)) wanted.push_back(word.hash);
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  if (wanted.size() < 4) return false;
  if (page_words_.empty())
    SplitWords(page_, {0, static_cast<uint32_t>(page_.size())}, &page_words_);
  // Slide over the page: how many of the wanted words are within the last kWindow words?
  std::vector<uint32_t> last_seen(wanted.size(), 0);
  for (uint32_t i = 0; i < page_words_.size(); ++i) {
    const PageWord& word = page_words_[i];
    if (word.end > sentence.begin && word.begin < sentence.end) {
      std::fill(last_seen.begin(), last_seen.end(), 0);
      continue;
    }
    const auto at = std::lower_bound(wanted.begin(), wanted.end(), word.hash);
    if (at == wanted.end() || *at != word.hash) continue;
    last_seen[static_cast<size_t>(at - wanted.begin())] = i + 1;
    const auto near = std::count_if(last_seen.begin(), last_seen.end(), [i](uint32_t seen) {
      return seen != 0 && i + 1 - seen < kRepeatWindowWords;
    });
    if (static_cast<size_t>(near) * 10 >= wanted.size() * 7) return true;
  }
  return false;
}

// Lengths of films in a player's list: "01:09 03:06 01:06 03:25".
void Finder::CutClockRuns(size_t line) {
  const auto is_clock_part = [this](size_t i) {
    return words_[i].is_number && words_[i].end - words_[i].begin == 2;
  };
  for (size_t first = 0; first < words_.size();) {
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
void Finder::CutCapitalRuns(size_t line) {
  const auto total = static_cast<uint32_t>(words_.size());
  for (uint32_t first = 0; first < total; ++first) {
    if (words_[first].is_number || !IsAllCapitals(page_, words_[first])) continue;
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
      if (last < total && !BeginsUpper(page_, words_[last])) --last;
      while (last < total && words_[last - 1].end - words_[last - 1].begin == 1) --last;
      uint32_t end = last < total ? words_[last].begin : lines_[line].span.end;
      while (end > words_[last - 1].end && !IsAsciiSpace(page_[end - 1])) --end;
      Add({words_[first].begin, std::max(end, words_[last - 1].end)}, CutReason::kHeadlines);
    }
    first = std::max(first, last);
  }
}

bool Finder::ContinuesCapitals(uint32_t first, uint32_t word) const {
  if (word == first) return true;
  const PageWord& before = words_[word - 1];
  const std::string_view gap = TextOf(page_, {before.end, words_[word].begin});
  if (gap.find_first_of("()") != std::string_view::npos) return false;
  if (before.is_number && gap.find('.') != std::string_view::npos) return false;
  return words_[word].is_number || IsAllCapitals(page_, words_[word]);
}

// What somebody shouts in capitals ("MAKE PEACE NOW") is quoted, not a link.
bool Finder::IsQuoted(uint32_t at) const {
  const std::string_view before = page_.substr(0, at);
  return EndsWith(before, "\"") || EndsWith(before, "\u201C") || EndsWith(before, "\u00AB");
}

// A link may ask or shout; one that ends with a full stop is a sentence.
bool Finder::IsLinkShaped(size_t line) const {
  const std::string_view text = TextOf(page_, lines_[line].span);
  const bool asks = EndsWith(text, "?") || EndsWith(text, "!");
  return IsHeadlineShaped(line) || (asks && shapes_[line].words <= kMaxFinishedLinkWords);
}

// "By Jane Example and John Doe", "By A. Writer | The Daily": names and nothing else.
bool Finder::IsByline() const {
  static const std::unordered_set<uint64_t> kBetween = HashesOf("and for of in the with at");
  static const uint64_t kBy = HashWord("by");
  if (words_.size() < 3 || words_.size() > kMaxBylineWords || words_[0].hash != kBy) return false;
  return std::all_of(words_.begin(), words_.end(), [this](const PageWord& word) {
    return BeginsUpper(page_, word) || kBetween.count(word.hash) != 0;
  });
}

bool Finder::IsHeadlineShaped(size_t line) const {
  const Shape& shape = shapes_[line];
  return !shape.ends && shape.words > 0 && shape.words <= kMaxHeadlineWords;
}

void Finder::CutLineRun(size_t first, size_t last, CutReason reason) {
  for (size_t line = first; line < last; ++line) {
    if (shapes_[line].is_cut || IsBlankLine(lines_[line])) continue;
    Add(lines_[line].span, reason);
    shapes_[line].is_cut = true;
  }
}

void Finder::CutLists() {
  // After "Related news" and the like: short unfinished lines, up to the next paragraph.
  for (size_t opener : openers_) {
    size_t last = opener + 1;
    size_t links = 0;
    bool ends_page = true;
    for (size_t line = opener + 1; line < lines_.size(); ++line) {
      if (IsBlankLine(lines_[line]) || shapes_[line].is_cut) continue;
      if (!IsLinkShaped(line)) {
        ends_page = false;
        break;
      }
      last = line + 1;
      ++links;
    }
    // One short line between two paragraphs may be a headline of the story itself.
    if (links < kMinLinks && !ends_page) continue;
    CutLineRun(opener + 1, last, CutReason::kHeadlines);
  }
  // Lines parted by dashes, and bulleted titles: lists of links wherever they stand.
  for (size_t first = 0; first < lines_.size();) {
    size_t last = first;
    size_t marked = 0;
    while (last < lines_.size() && !shapes_[last].is_cut) {
      const Shape& shape = shapes_[last];
      const bool is_marked = shape.ends_dash || (shape.is_bullet && IsHeadlineShaped(last) &&
                                                 shape.capitals * 10 >= shape.words * 6);
      if (IsBlankLine(lines_[last])) {
        ++last;
        continue;
      }
      // The last entry has no dash of its own.
      const bool is_last_entry =
          marked >= 3 && IsHeadlineShaped(last) && shape.capitals * 10 >= shape.words * 6;
      if (!is_marked && !is_last_entry) break;
      marked += is_marked ? 1 : 0;
      ++last;
      if (!is_marked) break;
    }
    if (marked >= 3) CutLineRun(first, last, CutReason::kHeadlines);
    first = std::max(first + 1, last);
  }
}

}  // namespace

std::vector<Cut> FindBoilerplate(std::string_view page, const std::vector<PageLine>& lines,
                                 const PhraseRules& rules, bool is_page) {
  return Finder(page, lines, rules, is_page).Find();
}

}  // namespace claimscope
