#include "claims/sentences.h"

#include "base/strings.h"
#include "claims/headline_run.h"

namespace claimscope {
namespace {

constexpr uint32_t kCityTokens = 4;  // "Lisbon, Portugal"
constexpr uint32_t kDatelineTokens = 16;
constexpr uint32_t kBracketTokens = 24;
// A text without full stops is cut, so that what looks over a whole sentence stays linear.
constexpr uint32_t kMaxSentenceTokens = 300;

class Splitter {
 public:
  Splitter(std::string_view text, const Tokens& tokens, const Lexicon& lexicon)
      : text_(text),
        tokens_(tokens),
        words_(lexicon.words),
        count_(static_cast<uint32_t>(tokens.size())) {}

  std::vector<Sentence> Run() {
    uint32_t begin = 0, paragraph = 0;
    for (uint32_t at = 0; at < count_;) {
      if (tokens_[at].paragraph && at > 0) ++paragraph;
      begin = at;
      uint32_t line_end = at == 0 || tokens_[at].paragraph ? Dateline(at) : at;
      if (line_end == at) line_end = HeadlineRun(tokens_, at);
      if (line_end > at) {
        Push(at, line_end, paragraph);
        sentences_.back().dateline = true;
        at = line_end;
        continue;
      }
      at = EndOf(begin);
      Push(begin, at, paragraph);
    }
    return std::move(sentences_);
  }

 private:
  bool Is(uint32_t at, char mark) const { return at < count_ && tokens_[at].mark == mark; }
  bool NewParagraph(uint32_t at) const { return at >= count_ || tokens_[at].paragraph; }
  bool Word(uint32_t at) const { return at < count_ && tokens_[at].kind == TokenKind::kWord; }

  void Push(uint32_t begin, uint32_t end, uint32_t paragraph) {
    Sentence sentence{begin, end, paragraph};
    sentence.begins_in_quote = in_quote_ && !tokens_[begin].paragraph;
    if (tokens_[begin].paragraph) in_quote_ = false;
    for (uint32_t at = begin; at < end; ++at) {
      sentence.starts |= tokens_[at].starts;
      if (tokens_[at].kind == TokenKind::kOpenQuote) in_quote_ = true;
      if (tokens_[at].kind == TokenKind::kCloseQuote) in_quote_ = false;
      if (tokens_[at].mark == '?' && at + 3 >= end) sentence.question = true;
    }
    sentences_.push_back(sentence);
  }

  // Where the sentence that begins at `begin` ends.
  uint32_t EndOf(uint32_t begin) const {
    if (const uint32_t credit = BracketEnd(begin); credit > begin) return credit;
    for (uint32_t at = begin; at < count_; ++at) {
      if (at > begin && tokens_[at].paragraph) return at;
      if (at >= begin + kMaxSentenceTokens) return at;
      const char mark = tokens_[at].mark;
      if (mark != '.' && mark != '!' && mark != '?') continue;
      uint32_t after = at + 1;
      while (after < count_ && !tokens_[after].paragraph) {
        const uint32_t size = Closing(after);
        if (size == 0) break;
        after += size;
      }
      if (NewParagraph(after) || Ends(begin, at, after)) return after;
      at = after - 1;
    }
    return count_;
  }

  // "(Anna Berg/Agency) The town ...": what stands in brackets before a sentence is none of it.
  uint32_t BracketEnd(uint32_t begin) const {
    if (!Is(begin, '(') && !Is(begin, '[')) return begin;
    for (uint32_t at = begin + 1; at < count_ && at < begin + kBracketTokens; ++at) {
      if (tokens_[at].paragraph) return begin;
      if (!Is(at, ')') && !Is(at, ']')) continue;
      const bool next = Word(at + 1) && tokens_[at + 1].capital && !tokens_[at + 1].paragraph;
      return next && at > begin + 1 ? at + 1 : begin;
    }
    return begin;
  }

  // How many tokens from `at` on close a sentence after its stop: a quotation mark, a bracket, the
  // number of a footnote.
  uint32_t Closing(uint32_t at) const {
    if (tokens_[at].kind == TokenKind::kCloseQuote || Is(at, ')') || Is(at, ']')) return 1;
    if (!tokens_[at].glued) return 0;
    if (Is(at, '[') && at + 2 < count_ && tokens_[at + 1].kind == TokenKind::kNumber &&
        Is(at + 2, ']'))
      return 3;
    return Is(at, '.') || Is(at, '!') || Is(at, '?') || Is(at, '\'') ? 1 : 0;
  }

  // Does the mark at `at`, with closing marks up to `after`, end a sentence in the midst of a
  // paragraph?
  bool Ends(uint32_t begin, uint32_t at, uint32_t after) const {
    const Token& next = tokens_[after];
    const bool starts = next.capital || next.kind == TokenKind::kNumber ||
                        next.kind == TokenKind::kOpenQuote || next.mark == '(' ||
                        next.mark == '[' || next.mark == '*' || next.mark == '~' ||
                        next.mark == '"' || next.mark == '\'' || next.mark == '#';
    // ".- Now": a speech that goes on after a dash.
    if (next.mark == '-' && after + 1 < count_ && !tokens_[after + 1].glued &&
        tokens_[after + 1].capital)
      return true;
    const bool lower_word = next.kind == TokenKind::kWord && !next.capital;
    if (tokens_[at].mark != '.') return !lower_word || after == at + 1;
    if (!starts) return false;
    // "(...)": something is left out.
    if (after > at + 1 && tokens_[after - 1].mark == ')' && at > begin &&
        tokens_[at - 1].mark == '(')
      return false;
    if (next.glued && after == at + 1) return GluedEnd(at, after);
    if (at == begin) return false;
    const Token& before = tokens_[at - 1];
    if (before.kind != TokenKind::kWord) return true;
    const uint32_t size = before.end - before.begin;
    if (size == 1 && before.capital) {
      // "U.S. Next": an initial, unless a sentence plainly begins.
      constexpr WordClasses kBegins =
          Bit(claimscope::Is::kArticle) | Bit(claimscope::Is::kPronoun) | Bit(claimscope::Is::kBut);
      // "U.S. Under Secretary of State": an office.
      constexpr WordClasses kMayBegin = Bit(claimscope::Is::kAdverb) |
                                        Bit(claimscope::Is::kPreposition) |
                                        Bit(claimscope::Is::kSubordinator);
      const bool begins = (next.classes & kBegins) != 0;
      const bool may =
          (next.classes & kMayBegin) != 0 && after + 1 < count_ && !tokens_[after + 1].capital;
      // "They apologised on X."
      const bool alone = at > begin + 1 && !tokens_[at - 1].glued && before.mark == 0 &&
                         text_[before.begin] == 'X' &&
                         text_.substr(tokens_[at - 2].begin, 2) == "on" &&
                         tokens_[at - 2].end - tokens_[at - 2].begin == 2;
      if (alone) return true;
      return (begins || may) && next.capital && tokens_[at - 1].glued;
    }
    if (ClockGoesOn(at, after)) return false;
    return !before.Has(claimscope::Is::kAbbreviation) || AbbreviationEnds(at, after);
  }

  // "10 a.m. Wednesday", "5 p.m. EST": the point after "m" ends no sentence.
  bool ClockGoesOn(uint32_t at, uint32_t after) const {
    const Token& m = tokens_[at - 1];
    if (m.end - m.begin != 1 || (text_[m.begin] | 0x20) != 'm' || at < 3 || !m.glued) return false;
    const char half = static_cast<char>(text_[tokens_[at - 3].begin] | 0x20);
    if (tokens_[at - 2].mark != '.' || (half != 'a' && half != 'p')) return false;
    // "6 p.m. (noon GMT)", "6 p.m. Oslo time"
    if (Is(after, '(')) return true;
    for (uint32_t i = after + 1; i < count_ && i < after + 4 && !tokens_[i].paragraph; ++i) {
      if (text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin) == "time") return true;
      if (!tokens_[i].capital) break;
    }
    const WordInfo& next = words_.Info(tokens_[after].word);
    return next.weekday != 0 || next.month != 0 || (next.zone && tokens_[after].all_caps);
  }

  // "... of the city.The next": a blank is missing; not in an address or after an initial.
  bool GluedEnd(uint32_t at, uint32_t after) const {
    if (at == 0) return false;
    const Token& before = tokens_[at - 1];
    const Token& next = tokens_[after];
    if (next.kind == TokenKind::kOpenQuote && before.kind == TokenKind::kWord)
      return before.end - before.begin > 2;
    if (next.kind == TokenKind::kOpenQuote && before.kind == TokenKind::kCloseQuote) return true;
    // "on January 31.We have", "World War II.The town"
    constexpr WordClasses kBegins = Bit(claimscope::Is::kArticle) | Bit(claimscope::Is::kPronoun) |
                                    Bit(claimscope::Is::kPreposition);
    const bool figure =
        before.kind == TokenKind::kNumber || (before.all_caps && before.end - before.begin == 2);
    if (figure && next.capital && next.end - next.begin > 1 && !next.all_caps &&
        (next.classes & kBegins) != 0 && after + 1 < count_ && !tokens_[after + 1].glued)
      return true;
    // "... was shot down.9 rockets hit"
    if (next.kind == TokenKind::kNumber && before.kind == TokenKind::kWord && !before.capital &&
        before.end - before.begin > 2 && Word(after + 1) && !tokens_[after + 1].glued)
      return true;
    if (next.kind != TokenKind::kWord || !next.capital) return false;
    const bool letter = next.end - next.begin == 1;  // "A", "I"
    const bool glued_on = after + 1 < count_ && tokens_[after + 1].glued;
    // "... wants calm.NATO should"; not "Site.ORG", not "data.CSV".
    using claimscope::Is;
    const bool capitals =
        next.all_caps && before.kind == TokenKind::kWord && !before.all_caps &&
        before.end - before.begin > 2 && Word(after + 1) && !glued_on &&
        (tokens_[after + 1].Has(Is::kAuxiliary) || tokens_[after + 1].Has(Is::kModal) ||
         tokens_[after + 1].Has(Is::kVerbPast));
    if (letter ? glued_on : next.all_caps && !capitals) return false;
    if (before.mark == ')' || before.kind == TokenKind::kCloseQuote) return true;
    if (before.kind != TokenKind::kWord) return false;
    const uint32_t size = before.end - before.begin;
    const bool name = IsAsciiUpper(text_[before.begin]);
    return size > (before.all_caps ? 2u : 1u) && !before.Has(claimscope::Is::kAbbreviation) &&
           !(name && glued_on && tokens_[after + 1].mark == '.');
  }

  bool AbbreviationEnds(uint32_t at, uint32_t after) const {
    const Token& before = tokens_[at - 1];
    const Token& next = tokens_[after];
    const WordInfo& info = words_.Info(before.word);
    // "Gen. Smith", "No. 5", "Aug. 6", "St. Petersburg": the word points forward.
    if ((info.classes & Bit(claimscope::Is::kTitle)) != 0) return false;
    if ((info.classes & Bit(claimscope::Is::kMonth)) != 0) {
      return info.month == 5 || next.kind != TokenKind::kNumber;
    }
    const std::string_view word = text_.substr(before.begin, before.end - before.begin);
    if (word == "No" || word == "St" || EqualsIgnoreAsciiCase(word, "vs")) return false;
    if (word == "no" || word == "sun" || word == "sat" || word == "est" || word == "dept" ||
        word == "max" || word == "min" || word == "fig" || word == "al" || word == "mt") {
      return true;
    }
    return next.capital || next.kind == TokenKind::kOpenQuote;
  }

  // End of a dateline that begins at `at`, or `at`. Capitals, then "/TASS/.", "(Reuters) -" or
  // "Country:".
  uint32_t Dateline(uint32_t at) const {
    if (Is(at, '(')) return AgencyLine(at);
    if (!Word(at) || !tokens_[at].capital) return at;
    if (!tokens_[at].all_caps) return AgencyLine(at);
    bool slash = false;
    for (uint32_t i = at; i < count_ && i < at + kDatelineTokens; ++i) {
      if (i > at && tokens_[i].paragraph) return at;
      const Token& token = tokens_[i];
      if (token.mark == '/') {
        if (slash) return Is(i + 1, '.') || Is(i + 1, '-') || Is(i + 1, '~') ? i + 2 : i + 1;
        slash = true;
        continue;
      }
      if (token.mark == '~' || (token.mark == '-' && !token.glued)) {
        return i + 1 < count_ && tokens_[i + 1].kind == TokenKind::kNumber ? at : i + 1;
      }
      if (token.mark == ':' && i < at + 8) return i + 1;
      const bool part = token.capital || token.kind == TokenKind::kNumber || token.mark == ',' ||
                        token.mark == '.' || token.mark == '(' || token.mark == ')' ||
                        token.mark == '-' || slash || token.Has(claimscope::Is::kPreposition);
      if (!part) return at;
    }
    return at;
  }

  // "Lisbon, Portugal (Agency) -", "(Agency) --": names, the agency in brackets, a dash.
  uint32_t AgencyLine(uint32_t at) const {
    uint32_t i = at;
    while (i < count_ && i < at + kDatelineTokens && !(i > at && tokens_[i].paragraph) &&
           (tokens_[i].capital || tokens_[i].mark == ','))
      ++i;
    // "Geneva — The centres", at the head of the article
    if (at == 0 && i > at && i <= kCityTokens && !tokens_[at].Has(claimscope::Is::kWeekday) &&
        Is(i, '~') && i + 1 < count_ && tokens_[i + 1].capital && !NewParagraph(i + 1))
      return i + 1;
    if (!Is(i++, '(')) return at;
    while (i < count_ && i < at + kDatelineTokens && !tokens_[i].paragraph && !Is(i, ')')) ++i;
    if (!Is(i, ')') || NewParagraph(i + 1)) return at;
    return Is(i + 1, '-') || Is(i + 1, '~') ? i + 2 : at;
  }

  std::string_view text_;
  const Tokens& tokens_;
  const Vocabulary& words_;
  uint32_t count_;
  bool in_quote_ = false;
  std::vector<Sentence> sentences_;
};

}  // namespace

std::vector<Sentence> SplitSentences(std::string_view text, const Tokens& tokens,
                                     const Lexicon& lexicon) {
  return Splitter(text, tokens, lexicon).Run();
}

}  // namespace claimscope
