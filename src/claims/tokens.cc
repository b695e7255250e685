#include "claims/tokens.h"

#include <array>

#include "base/ascii_run.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

enum class Byte : uint8_t { kOther, kSpace, kLetter, kDigit, kMark, kHigh };

constexpr size_t kNestedReach = 2000;  // bytes
constexpr int kMostNested = 8;         // quotations
constexpr std::array<Byte, 256> kBytes = [] {
  std::array<Byte, 256> table{};
  for (int c = 0; c < 256; ++c) {
    const char ch = static_cast<char>(c);
    table[c] = c >= 0x80              ? Byte::kHigh
               : IsAsciiAlpha(ch)     ? Byte::kLetter
               : IsAsciiDigit(ch)     ? Byte::kDigit
               : c <= ' ' || c == 127 ? Byte::kSpace
                                      : Byte::kMark;
  }
  return table;
}();

void AddUtf8(char32_t c, WordHasher* hasher) {
  if (c < 0x80) return hasher->Add(static_cast<unsigned char>(c));
  std::string bytes;
  AppendUtf8(c, &bytes);
  hasher->Add(bytes);
}

bool IsApostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0xB4 || c == '`' || c == 0x2018;
}
bool IsSpace(char32_t c) {
  return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200D) || c == 0x202F || c == 0x3000 ||
         c == 0xFEFF || c == 0x85 || c == 0x2028 || c == 0x2029;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Vocabulary& vocabulary)
      : text_(text), vocabulary_(vocabulary) {}

  Tokens Run() {
    tokens_.reserve(text_.size() / 5 + 16);
    while (at_ < text_.size() && tokens_.size() < kMaxTokens) Next();
    LookUp();
    return std::move(tokens_);
  }

 private:
  Byte ByteAt(size_t at) const {
    return at < text_.size() ? kBytes[static_cast<unsigned char>(text_[at])] : Byte::kOther;
  }

  void Next() {
    switch (ByteAt(at_)) {
      case Byte::kSpace:
        if (text_[at_] == '\n') {
          paragraph_ = true;
          quote_open_ = false;
          nested_ = 0;
        }
        ++at_;
        return;
      case Byte::kLetter:
        return Word();
      case Byte::kDigit:
        return Number();
      case Byte::kHigh:
        return High();
      default:
        return Mark(text_[at_], 1);
    }
  }

  void High() {
    const CodePoint c = DecodeUtf8(text_, at_);
    if (IsSpace(c.value)) {
      if (c.value == 0x2028 || c.value == 0x2029) paragraph_ = true;
      at_ += c.size_bytes;
    } else if (IsWordCodePoint(c.value)) {
      Word();
    } else {
      Mark(c.value, c.size_bytes);
    }
  }

  // The hash waits in the place of the classes until all tokens are made: looked up one after the
  // other, the words do not have to wait for each other's memory.
  Token& Push(size_t begin, size_t end, uint64_t hash, TokenKind kind) {
    tokens_.push_back({.begin = static_cast<uint32_t>(begin),
                       .end = static_cast<uint32_t>(end),
                       .classes = hash,
                       .kind = kind,
                       .glued = last_end_ == begin,
                       .paragraph = paragraph_});
    paragraph_ = false;
    last_end_ = end;
    return tokens_.back();
  }

  void LookUp() {
    constexpr size_t kAhead = 12;
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (i + kAhead < tokens_.size()) vocabulary_.Prefetch(tokens_[i + kAhead].classes);
      Token& token = tokens_[i];
      const uint64_t hash = token.classes;
      token.word = vocabulary_.Find(hash);
      token.hash = static_cast<uint32_t>(hash);
      const WordInfo& info = vocabulary_.Info(token.word);
      token.classes = info.classes;
      token.starts = info.starts;
      // "the WHO said", "the US": no pronouns, unless all around is in capitals.
      if (token.all_caps && (i == 0 || !tokens_[i - 1].all_caps) &&
          (i + 1 >= tokens_.size() || !tokens_[i + 1].all_caps))
        token.classes &=
            ~(Bit(Is::kRelative) | Bit(Is::kQuestion) | Bit(Is::kPronoun) | Bit(Is::kSubordinator));
      // "internationally", "sharply": an adverb that no table knows.
      if (token.word == 0 && token.end - token.begin > 5 && token.kind == TokenKind::kWord &&
          !token.capital && text_[token.end - 1] == 'y' && text_[token.end - 2] == 'l')
        token.classes |= Bit(Is::kAdverb);
    }
  }

  void Word() {
    const size_t begin = at_;
    const AsciiRun run = ReadAsciiRun(text_, begin);
    const unsigned char after = run.end < text_.size() ? text_[run.end] : 0;
    if (after >= 0x80 || after == '\'' || after == '`') return LongWord();
    at_ = run.end;
    Token& token = Push(begin, at_, run.hash, TokenKind::kWord);
    token.capital = IsAsciiUpper(text_[begin]);
    token.all_caps = run.small == 0 && run.several;
  }

  // A word with letters beyond ASCII or an apostrophe in it or behind it.
  void LongWord() {
    const size_t begin = at_;
    WordHasher hasher;
    int letters = 0, capitals = 0;
    bool first_capital = false, apostrophe = false;
    while (at_ < text_.size()) {
      const CodePoint c = DecodeUtf8(text_, at_);
      if (IsApostrophe(c.value)) {
        if (!ApostropheInside(c.size_bytes)) break;
        apostrophe = true;
        at_ += c.size_bytes;
        continue;
      }
      if (c.value == 0xAD ||
          (c.value >= 0x300 && c.value < 0x370)) {  // soft hyphen, combining marks
        at_ += c.size_bytes;
        continue;
      }
      if (!IsWordCodePoint(c.value)) break;
      const char32_t folded = FoldCodePoint(c.value);
      AddUtf8(folded, &hasher);
      const bool digit = c.value < 0x80 && IsAsciiDigit(static_cast<char>(c.value));
      const bool upper = folded != c.value && (c.value < 0x80 || IsUpper(c.value));
      letters += !digit;
      capitals += upper;
      if (upper && at_ == begin) first_capital = true;
      at_ += c.size_bytes;
    }
    if (at_ == begin) {  // cannot be: the caller saw a word character
      ++at_;
      return;
    }
    Token& token = Push(begin, at_, hasher.Finish(), TokenKind::kWord);
    token.capital = first_capital;
    token.all_caps = letters > 1 && capitals == letters;
    token.mid_apostrophe = apostrophe;
    Possessive();
  }

  static bool IsUpper(char32_t c) {
    // Of these pairs the capital is the odd one: Ĺ to Ň, Ź to Ž.
    const bool odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    return (c >= 0xC0 && c <= 0xDE) || (c >= 0x100 && c < 0x180 && ((c & 1) == 1) == odd) ||
           (c >= 0x400 && c <= 0x42F) || (c >= 0x391 && c <= 0x3A9);
  }

  // An apostrophe that belongs to the word: a letter follows it, and it is no possessive.
  bool ApostropheInside(size_t size) const {
    const size_t next = at_ + size;
    const Byte kind = ByteAt(next);
    if (kind != Byte::kLetter && kind != Byte::kHigh) return false;
    if (kind == Byte::kHigh && !IsWordCodePoint(DecodeUtf8(text_, next).value)) return false;
    return !Clitic(next);
  }
  // "'s", "'ve", "'re", "'ll", "'d", "'m" are tokens of their own; the size of the letters, 0: none
  // of them.
  size_t Clitic(size_t at) const {
    for (std::string_view letters : {"s", "ve", "re", "ll", "d", "m"}) {
      if (!EqualsIgnoreAsciiCase(text_.substr(at, letters.size()), letters)) continue;
      const Byte after = ByteAt(at + letters.size());
      const bool word =
          after == Byte::kLetter || after == Byte::kDigit ||
          (after == Byte::kHigh && IsWordCodePoint(DecodeUtf8(text_, at + letters.size()).value));
      if (!word) return letters.size();
    }
    return 0;
  }

  // Called after a word: 's is a token with the word "'s"; a bare apostrophe after s stays a mark.
  void Possessive() {
    if (at_ >= text_.size()) return;
    const CodePoint c = DecodeUtf8(text_, at_);
    if (!IsApostrophe(c.value)) return;
    const size_t letters = Clitic(at_ + c.size_bytes);
    if (letters == 0) return;
    const size_t begin = at_;
    WordHasher hasher;
    hasher.Add('\'');
    for (size_t i = at_ + c.size_bytes; i < at_ + c.size_bytes + letters; ++i) {
      hasher.Add(static_cast<unsigned char>(AsciiLower(text_[i])));
    }
    at_ += c.size_bytes + letters;
    Push(begin, at_, hasher.Finish(), TokenKind::kWord);
  }

  void Number() {
    const size_t begin = at_;
    bool decimal = false;
    WordHasher hasher;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (IsAsciiDigit(c)) {
        hasher.Add(static_cast<unsigned char>(c));
        ++at_;
        continue;
      }
      const bool digit_after = ByteAt(at_ + 1) == Byte::kDigit;
      if (c == ',' && digit_after && GroupOfThree(at_ + 1) && !decimal) {
        ++at_;
      } else if (c == '.' && digit_after && !decimal) {
        decimal = true;
        hasher.Add('.');
        ++at_;
      } else if ((c == ' ' || c == '\xC2' || c == '\xE2') && !decimal && SpacedGroup(begin)) {
        at_ += c == ' ' ? 1 : c == '\xC2' ? 2 : 3;
      } else {
        break;
      }
    }
    Push(begin, at_, hasher.Finish(), TokenKind::kNumber).decimal = decimal;
  }

  bool GroupOfThree(size_t at) const {
    return ByteAt(at) == Byte::kDigit && ByteAt(at + 1) == Byte::kDigit &&
           ByteAt(at + 2) == Byte::kDigit && ByteAt(at + 3) != Byte::kDigit;
  }
  // "12 300", with a plain, no-break or thin space: one to three digits, then groups of exactly
  // three.
  bool SpacedGroup(size_t begin) const {
    size_t next = at_ + 1;
    if (text_[at_] == '\xC2') {
      if (at_ + 1 >= text_.size() || text_[at_ + 1] != '\xA0') return false;
      next = at_ + 2;
    } else if (text_[at_] == '\xE2') {
      const char32_t c = DecodeUtf8(text_, at_).value;
      if (c != 0x2009 && c != 0x202F && c != 0x2008) return false;
      next = at_ + 3;
    }
    if (!GroupOfThree(next)) return false;
    size_t run = 0;
    for (size_t i = at_; i > begin && IsAsciiDigit(text_[i - 1]); --i) ++run;
    return run <= 3 && (at_ - run == begin ? text_[begin] != '0' : run == 3);
  }

  void Mark(char32_t c, size_t size) {
    const size_t begin = at_;
    at_ += size;
    TokenKind kind = TokenKind::kMark;
    char mark = c < 0x80 ? static_cast<char>(c) : 0;
    switch (c) {
      case '"':
      case 0x201F:
        kind = OpensQuote(begin, at_) ? TokenKind::kOpenQuote : TokenKind::kCloseQuote;
        mark = '"';
        break;
      case '\'':
      case '`':  // two of them are a quotation mark of typewriters: ``so'', ''so''
        mark = '\'';
        if (at_ >= text_.size() || text_[at_] != text_[begin] ||
            (begin > 0 && ByteAt(begin - 1) == Byte::kDigit))
          break;
        ++at_;
        kind = c == '`' || OpensQuote(begin, at_) ? TokenKind::kOpenQuote : TokenKind::kCloseQuote;
        mark = '"';
        break;
      case 0x201C:
      case 0xAB:
      case 0x201E:
        kind = TokenKind::kOpenQuote;
        mark = '"';
        break;
      case 0x201D:
      case 0xBB:
        kind = TokenKind::kCloseQuote;
        mark = '"';
        break;
      case 0x2010:
      case 0x2011:
        mark = '-';
        break;
      case 0x2012:
      case 0x2013:
      case 0x2014:
      case 0x2015:
        mark = '~';
        break;
      case 0x2019:
      case 0x2018:
      case 0xB4:
        mark = '\'';
        break;
      case 0x2026:
        mark = '.';
        break;
      case 0x2022:
      case 0xB7:
      case 0x25AA:
      case 0x25CF:
        mark = '*';
        break;
      case '-': {
        const bool space_before = begin == 0 || ByteAt(begin - 1) == Byte::kSpace;
        if (at_ < text_.size() && text_[at_] == '-') {
          ++at_;
          mark = '~';
        } else if (space_before && (at_ >= text_.size() || ByteAt(at_) == Byte::kSpace)) {
          mark = '~';
        }
        break;
      }
      default:
        break;
    }
    const bool opens = kind == TokenKind::kOpenQuote, straight = c == '"';
    if (opens && quote_open_ && (nested_ == 0 || straight == nested_straight_) &&
        (straight ? StraightTwice(at_) : c == 0x201C && ClosesTwice(at_))) {
      ++nested_;
      nested_straight_ = straight;
    }
    if (nested_ > 0 && (nested_straight_ ? straight : c == 0x201C || c == 0x201D)) {
      if (!opens) --nested_;
      kind = TokenKind::kMark;
      mark = '\'';
    }
    if (kind == TokenKind::kOpenQuote) quote_open_ = true;
    if (kind == TokenKind::kCloseQuote) quote_open_ = false;
    WordHasher hasher;
    AddUtf8(mark != 0 ? static_cast<unsigned char>(mark) : c, &hasher);
    Push(begin, at_, hasher.Finish(), kind).mark = mark;
  }

  // “a notion that “might makes right” is not”: does the paragraph close the quotation around the
  // one that opens before `at`, too?
  bool ClosesTwice(size_t at) const {
    int open = 2;
    for (const size_t end = std::min(text_.size(), at + kNestedReach); at + 2 < end; ++at) {
      if (text_[at] == '\n') return false;
      if (text_[at] != '\xE2' || text_[at + 1] != '\x80') continue;
      if (text_[at + 2] == '\x9C' && ++open > kMostNested) return false;
      if (text_[at + 2] == '\x9D' && --open == 0) return true;
    }
    return false;
  }

  // The same where all the marks are straight.
  bool StraightTwice(size_t at) const {
    int open = 2;
    for (const size_t end = std::min(text_.size(), at + kNestedReach); at < end; ++at) {
      if (text_[at] == '\n') return false;
      if (text_[at] != '"') continue;
      const bool opens = Led(at) && ByteAt(at + 1) != Byte::kSpace;
      if (opens && ++open > kMostNested) return false;
      if (!opens && --open == 0) return true;
    }
    return false;
  }

  // Does a space or a bracket stand before it?
  bool Led(size_t begin) const {
    return begin == 0 || ByteAt(begin - 1) == Byte::kSpace || text_[begin - 1] == '(' ||
           text_[begin - 1] == '[' ||
           (begin >= 2 && text_[begin - 1] == '\xA0' && text_[begin - 2] == '\xC2');
  }
  // A straight quote opens when what stands before it is a space and what follows is not; in doubt
  // it alternates.
  bool OpensQuote(size_t begin, size_t end) const {
    const bool before = Led(begin);
    const bool after = end >= text_.size() || ByteAt(end) == Byte::kSpace;
    if (before != after) return before;
    return !quote_open_;
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  Tokens tokens_;
  size_t at_ = 0;
  size_t last_end_ = SIZE_MAX;  // of the token before
  bool paragraph_ = true;
  bool quote_open_ = false;
  int nested_ = 0;  // quotations inside the open one
  bool nested_straight_ = false;
};

}  // namespace

Tokens Tokenize(std::string_view text, const Vocabulary& vocabulary) {
  return Tokenizer(text, vocabulary).Run();
}

std::vector<WordId> PhraseWords(std::string_view phrase, Vocabulary* vocabulary) {
  // The tokens know where a word lies; its folded form is made once more to be added.
  std::vector<WordId> words;
  // "'ll" hangs on the word before it, which no table has: alone it is no mark and a word.
  if (phrase.size() > 1 && phrase[0] == '\'' && IsAsciiAlpha(phrase[1]))
    return {vocabulary->Add(phrase)};
  for (const Token& token : Tokenize(phrase, *vocabulary)) {
    if (token.word != 0) {
      words.push_back(token.word);
      continue;
    }
    std::string folded;
    if (token.mark != 0) {
      folded.assign(1, token.mark);
    } else {
      const std::string_view bytes = phrase.substr(token.begin, token.end - token.begin);
      const bool possessive = token.glued && bytes.size() > 1 && token.kind == TokenKind::kWord &&
                              IsApostrophe(DecodeUtf8(bytes, 0).value);
      for (size_t at = 0; at < bytes.size();) {
        const CodePoint c = DecodeUtf8(bytes, at);
        at += c.size_bytes;
        if (token.kind == TokenKind::kNumber) {
          if (c.value == '.' || (c.value >= '0' && c.value <= '9')) AppendUtf8(c.value, &folded);
        } else if (!IsApostrophe(c.value) && c.value != 0xAD &&
                   !(c.value >= 0x300 && c.value < 0x370)) {
          AppendUtf8(FoldCodePoint(c.value), &folded);
        }
      }
      if (possessive) folded.insert(0, 1, '\'');
    }
    words.push_back(vocabulary->Add(folded));
  }
  return words;
}

bool LoneNameInCapitals(const Tokens& tokens, uint32_t begin, uint32_t end, uint32_t at,
                        uint32_t beyond) {
  const auto inside = [&](uint32_t i) { return i >= begin && i < end; };
  return inside(at) && tokens[at].NameInCapitals() && !(inside(beyond) && tokens[beyond].all_caps);
}

double NumberOf(std::string_view text, const Token& token) {
  double digits = 0, scale = 1;
  bool point = false;
  for (uint32_t at = token.begin; at < token.end; ++at) {
    const char c = text[at];
    point = point || c == '.';
    if (!IsAsciiDigit(c)) continue;
    digits = digits * 10 + (c - '0');
    if (point) scale *= 10;
  }
  return digits / scale;
}

}  // namespace claimscope
