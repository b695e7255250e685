#include "claims/quantities.h"

#include <algorithm>

#include "base/strings.h"

namespace claimscope {
namespace {

constexpr uint32_t kMaxModifiers = 6;

class Reader {
 public:
  Reader(std::string_view text, const Tokens& tokens, const std::vector<DateMention>& dates,
         const Lexicon& lexicon)
      : text_(text), tokens_(tokens), dates_(dates), lexicon_(lexicon), words_(lexicon.words) {}

  void ReadSentence(const Sentence& sentence, std::vector<QuantityMention>* out) {
    begin_ = sentence.begin;
    end_ = sentence.end;
    previous_end_ = begin_;
    const size_t first = out->size();
    for (uint32_t at = begin_; at < end_;) {
      while (date_ < dates_.size() && dates_[date_].end <= at) ++date_;
      if (InDate(at)) {
        at = dates_[date_].end;
        continue;
      }
      QuantityMention mention;
      if (Read(at, &mention)) {
        previous_end_ = mention.end;
        at = std::max(mention.end, at + 1);
        out->push_back(std::move(mention));
      } else {
        ++at;
      }
    }
    const Scope scope = SentenceScope();
    for (size_t i = first; i < out->size(); ++i) (*out)[i].quantity.scope = scope;
  }

 private:
  // "Since February" adds up, "in the past day" does not.
  Scope SentenceScope() {
    while (sentence_date_ < dates_.size() && dates_[sentence_date_].begin < begin_)
      ++sentence_date_;
    Scope scope = Scope::kNone;
    for (; sentence_date_ < dates_.size() && dates_[sentence_date_].begin < end_;
         ++sentence_date_) {
      const DateMention& date = dates_[sentence_date_];
      if (date.open_start) {
        scope = Scope::kCumulative;
      } else if (date.form == DateMention::Form::kPeriod && date.basis == TimeBasis::kRelative &&
                 scope == Scope::kNone) {
        scope = Scope::kIncremental;
      }
    }
    return scope;
  }

  const WordInfo& Info(uint32_t at) const { return words_.Info(at < end_ ? tokens_[at].word : 0); }
  bool Has(uint32_t at, Is is) const { return at < end_ && tokens_[at].Has(is); }
  bool IsMark(uint32_t at, char mark) const { return at < end_ && tokens_[at].mark == mark; }
  bool IsDigits(uint32_t at) const { return at < end_ && tokens_[at].kind == TokenKind::kNumber; }
  bool Glued(uint32_t at) const { return at < end_ && tokens_[at].glued; }
  std::string_view Text(uint32_t at) const {
    return at < end_ ? text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin)
                     : std::string_view();
  }
  bool InDate(uint32_t at) const {
    if (date_ >= dates_.size() || dates_[date_].begin > at) return false;
    return dates_[date_].form != DateMention::Form::kDuration;
  }

  // The value that begins at `at`; the token after it, or `at`.
  uint32_t Number(uint32_t at, double* value, bool* vague) const {
    *vague = false;
    uint32_t i = at;
    double total = 0;
    if (IsDigits(i)) {
      total = NumberOf(text_, tokens_[i]);
      ++i;
    } else if (Has(i, Is::kNumber) && Text(i) != "zero") {
      i = NumberWords(i, &total);
    } else if (Has(i, Is::kVague) && !(Info(i).number > 0 && Info(i).number < 1)) {
      if (Text(i + 1) != "of" && !Has(i + 1, Is::kScale) && Info(i).number < 3) return at;
      *vague = true;
      *value = static_cast<double>(Info(i).number);
      ++i;
      if (Text(i) == "of") ++i;
      while (Has(i, Is::kVague) || Has(i, Is::kScale)) {  // tens of thousands
        *value = Has(i, Is::kVague) && Info(i).number >= 2000
                     ? *value * (static_cast<double>(Info(i).number) / 2)
                 : Has(i, Is::kVague) && Info(i).number == 200
                     ? *value * 100
                     : *value * static_cast<double>(Info(i).number);
        ++i;
        if (Text(i) == "of") ++i;
      }
      return i;
    } else if (Text(i) == "a" && (Has(i + 1, Is::kScale)) &&
               tokens_[i + 1].end - tokens_[i + 1].begin > 2) {
      total = 1;
      ++i;
    } else if (Has(i, Is::kScale) && tokens_[i].end - tokens_[i].begin > 3 && Text(i) != "mln") {
      total = 1;
    } else {
      return at;
    }
    while (i < end_ && Has(i, Is::kScale)) {
      const bool letter = tokens_[i].end - tokens_[i].begin == 1;
      // "5 m" are metres, "5m people" are millions; "$5m" too.
      if (letter &&
          !(Glued(i) && (Text(i) == "m" || Text(i) == "k" || Text(i) == "K") && MoneyBefore(at)))
        break;
      total *= static_cast<double>(Info(i).number);
      ++i;
      double rest = 0;
      if (Has(i, Is::kNumber) && !IsMark(i, '-')) {
        const uint32_t next = NumberWords(i, &rest);
        total += rest;
        i = next;
      }
    }
    *value = total;
    return i;
  }
  bool MoneyBefore(uint32_t at) const {
    return at > begin_ && (Text(at - 1) == "$" || Text(at - 1) == "€" || Text(at - 1) == "£");
  }
  // forty, twenty-five, one hundred and twenty is left to the scale loop.
  uint32_t NumberWords(uint32_t at, double* value) const {
    *value = static_cast<double>(Info(at).number);
    uint32_t i = at + 1;
    if (*value >= 20 && IsMark(i, '-') && Has(i + 1, Is::kNumber) && Info(i + 1).number < 10) {
      *value += static_cast<double>(Info(i + 1).number);
      return i + 2;
    }
    if (*value >= 20 && Has(i, Is::kNumber) && Info(i).number < 10) {
      *value += static_cast<double>(Info(i).number);
      return i + 1;
    }
    return i;
  }

  bool PartOfName(uint32_t at, uint32_t end) const {
    if (!IsDigits(at)) {
      // "One of", "no one": not figures.
      if (Text(at) == "one" || Text(at) == "One") {
        if (Text(end) == "of" || Text(end) == "another" || Text(end) == "day") return true;
        if (at > begin_ &&
            (Text(at - 1) == "no" || Text(at - 1) == "this" || Text(at - 1) == "the" ||
             Text(at - 1) == "any" || Text(at - 1) == "which" || Text(at - 1) == "another" ||
             Text(at - 1) == "every" || Text(at - 1) == "each" || Text(at - 1) == "that"))
          return true;
        if (end >= end_ || tokens_[end].kind != TokenKind::kWord || Has(end, Is::kAuxiliary) ||
            Has(end, Is::kModal)) {
          return at > begin_ ? !Has(at - 1, Is::kVerbPast) : true;
        }
      }
      return false;
    }
    if (at > begin_) {
      const Token& before = tokens_[at - 1];
      if (tokens_[at].glued && before.mark == '-') {
        // Su-34, G-7; but 10-15 and mid-20s are read elsewhere.
        if (at >= 2 && tokens_[at - 2].kind == TokenKind::kWord) return true;
        if (at >= 2 && tokens_[at - 2].kind == TokenKind::kNumber && tokens_[at - 1].glued)
          return true;
      }
      if (tokens_[at].glued && (before.mark == ':' || before.mark == '/' || before.mark == '.'))
        return true;
      const std::string_view word = Text(at - 1);
      if (before.mark == '#' || word == "No" || word == "Route" || word == "Highway" ||
          word == "Unit" || word == "Article" || word == "article" || word == "Chapter" ||
          word == "Resolution" || word == "Boeing" || word == "Airbus" || word == "Flight" ||
          word == "Channel" || word == "Rossiya" || word == "Page" || word == "Euro" ||
          word == "Minsk" || word == "aged" || word == "age") {
        return true;
      }
      if (before.mark == '.' && at >= 2 && Text(at - 2) == "No") return true;
    }
    if (end < end_ && tokens_[end].glued) {
      const char mark = tokens_[end].mark;
      if ((mark == ':' || mark == '/') && IsDigits(end + 1)) return true;
      const std::string_view next = Text(end);
      if (next == "th" || next == "st" || next == "nd" || next == "rd" || next == "am" ||
          next == "pm" || next == "s") {
        return true;
      }
    }
    // An age: "Andriy, 51," or "51-year-old".
    if (at > begin_ + 1 && IsMark(at - 1, ',') && tokens_[at - 2].capital &&
        (IsMark(end, ',') || IsMark(end, '.') || end >= end_ || IsMark(end, ')') ||
         Text(end) == "and" || Text(end) == "was")) {
      double value = NumberOf(text_, tokens_[at]);
      if (value < 105 && value == static_cast<int>(value)) return true;
    }
    if (Text(end) == "a" && IsMark(end + 1, '.')) return true;  // 5 a.m.
    if ((Text(end) == "p" || Text(end) == "a") && IsMark(end + 1, '.') && Text(end + 2) == "m")
      return true;
    return false;
  }

  bool Read(uint32_t at, QuantityMention* mention) {
    uint32_t first = at;
    const Unit* money = nullptr;
    if (tokens_[at].kind == TokenKind::kMark && tokens_[at].mark != '%') {
      const auto match = lexicon_.unit_phrases.Longest(tokens_.data(), end_, at);
      if (!match || lexicon_.units[match.value].kind != UnitKind::kMoney) return false;
      money = &lexicon_.units[match.value];
      at += match.length;
    } else if (tokens_[at].kind == TokenKind::kWord && IsMark(at + 1, '$')) {  // US$5
      return false;
    }
    double value = 0;
    bool vague = false;
    uint32_t end = Number(at, &value, &vague);
    if (end == at) return money == nullptr && Article(at, mention);
    if (PartOfName(at, end)) return false;
    mention->number = first;
    Quantity& q = mention->quantity;
    q.value = q.value_max = value;
    q.bound = vague ? Bound::kAtLeast : Bound::kExact;
    // The second end of a range, or a unit told before it: 10-15, 10 to 15, five or six, between 10
    // and 15.
    end = Range(at, end, &q);
    mention->number_end = end;
    mention->begin = first;
    mention->end = end;
    if (money != nullptr) {
      SetUnit(*money, mention);
      NounAfter(end, mention, true);
    } else {
      UnitAfter(end, mention);
    }
    Bounds(mention);
    JoinConversion(mention);
    Finish(mention);
    return true;
  }

  uint32_t Range(uint32_t at, uint32_t end, Quantity* q) const {
    uint32_t i = end;
    const std::string_view joint = Text(i);
    const bool between = at > begin_ && (Text(at - 1) == "between" || Text(at - 1) == "Between");
    const bool from = at > begin_ && (Text(at - 1) == "from" || Text(at - 1) == "From");
    const bool dash = (IsMark(i, '-') || IsMark(i, '~')) && Glued(i) && Glued(i + 1);
    if (!(dash || joint == "to" || joint == "or" || (between && joint == "and"))) return end;
    double high = 0;
    bool vague = false;
    uint32_t j = i + 1;
    if (MoneyBefore(at) && !IsDigits(j)) ++j;
    const uint32_t next = Number(j, &high, &vague);
    if (next == j || vague) return end;
    if (joint == "or" && high > q->value * 3) return end;
    if (joint == "to" && !from && high <= q->value) return end;
    double low = q->value;
    if (low < high && low < 1000 && high >= 1000 && (Has(next - 1, Is::kScale))) {
      const double scale = static_cast<double>(Info(next - 1).number);
      if (low * scale <= high) low *= scale;  // 10-15 thousand
    }
    if (high < low) return end;
    q->value = low;
    q->value_max = high;
    q->bound = Bound::kRange;
    return next;
  }

  void SetUnit(const Unit& unit, QuantityMention* mention) const {
    mention->quantity.unit = unit.name;
    mention->quantity.si_unit = unit.si_name == unit.name ? "" : unit.si_name;
    mention->quantity.si_value = mention->quantity.value * unit.factor;
    mention->measured = true;
    mention->is_time = unit.kind == UnitKind::kTime;
  }

  void UnitAfter(uint32_t end, QuantityMention* mention) {
    uint32_t i = end;
    if (IsMark(i, '-') && Glued(i)) ++i;  // 200-kilometre
    if (i < end_) {
      if (const auto match = lexicon_.unit_phrases.Longest(tokens_.data(), end_, i)) {
        const Unit& unit = lexicon_.units[match.value];
        const bool letters = match.length == 1 && tokens_[i].end - tokens_[i].begin <= 2;
        // "5 m" and "10 in": two letters are a unit only right after the figure, and never a
        // preposition.
        if (!(letters && (Has(i, Is::kPreposition) || (!Glued(i) && tokens_[i].capital)))) {
          SetUnit(unit, mention);
          mention->end = i + match.length;
          NounAfter(mention->end, mention, true);
          return;
        }
      }
    }
    // Of something measured: "10 more kilometres" is rare; a counted noun is next.
    NounAfter(end, mention, false);
  }

  bool IsModifier(uint32_t at) const {
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::kNumber) return Glued(at) || Glued(at + 1);
    if (token.kind == TokenKind::kOpenQuote || token.kind == TokenKind::kCloseQuote) return true;
    if (token.kind != TokenKind::kWord) return token.mark == '-' || token.mark == '\'';
    if (token.capital) return !Has(at, Is::kMonth) && !Has(at, Is::kWeekday);
    const WordClasses classes = Info(at).classes;
    if (Text(at) == "of" || Text(at) == "the" || Text(at) == "its" || Text(at) == "more" ||
        Text(at) == "other" || Text(at) == "their")
      return true;
    if ((classes & (Bit(Is::kAdjective) | Bit(Is::kVerbPart) | Bit(Is::kVerbIng))) != 0) {
      return true;
    }
    constexpr WordClasses kStops = Bit(Is::kPreposition) | Bit(Is::kAnd) | Bit(Is::kBut) |
                                   Bit(Is::kSubordinator) | Bit(Is::kRelative) | Bit(Is::kPronoun) |
                                   Bit(Is::kAuxiliary) | Bit(Is::kModal) | Bit(Is::kArticle) |
                                   Bit(Is::kTo);
    if ((classes & kStops) != 0) return false;
    if ((classes & Bit(Is::kVerbPast)) != 0 && (classes & Bit(Is::kVerbPart)) == 0) return false;
    return true;
  }

  // The counted noun after a figure: the head of the compound. With a unit, only "of ..." names
  // what is counted.
  void NounAfter(uint32_t end, QuantityMention* mention, bool has_unit) {
    uint32_t i = end;
    if (has_unit) {
      if (Text(i) != "of") return;
      ++i;
      while (i < end_ &&
             (Has(i, Is::kArticle) || Has(i, Is::kPossessive) || Has(i, Is::kAdjective)))
        ++i;
      if (i >= end_ || tokens_[i].kind != TokenKind::kWord) return;
      const auto match = lexicon_.noun_phrases.Longest(tokens_.data(), end_, i);
      const uint32_t stop = match ? i + match.length : i + 1;
      mention->quantity.of =
          std::string(text_.substr(tokens_[i].begin, tokens_[stop - 1].end - tokens_[i].begin));
      if (match) mention->classes = lexicon_.nouns[match.value].classes;
      return;
    }
    uint32_t last_plain = 0;
    bool participle_seen = false;
    for (uint32_t steps = 0; i < end_ && steps <= kMaxModifiers; ++steps) {
      if (IsMark(i, ')') && steps > 0) break;
      if (const auto match = lexicon_.noun_phrases.Longest(tokens_.data(), end_, i)) {
        const Noun& noun = lexicon_.nouns[match.value];
        uint32_t next = i + match.length;
        // A compound goes on: "drone strikes", "tank brigade"; brackets and participles do not.
        mention->noun = i;
        mention->noun_end = next;
        mention->classes = noun.classes;
        mention->quantity.unit = noun.unit.empty() ? PluralText(next - 1) : noun.unit;
        i = next;
        while (i < end_ && IsMark(i, '-') && Glued(i) && Glued(i + 1)) i += 2;
        if (i >= end_ || tokens_[i].kind != TokenKind::kWord) break;
        const bool compound =
            (bool)lexicon_.noun_phrases.Longest(tokens_.data(), end_, i) || IsPluralNoun(i);
        if (!compound || Has(i, Is::kVerbPast) || Text(i) == "dead" || Text(i) == "killed" ||
            Text(i) == "wounded" || Text(i) == "injured" || Text(i) == "missing") {
          break;
        }
        continue;
      }
      if (mention->noun_end != 0 && mention->noun_end == i && IsPluralNoun(i)) {
        // "39 combat missions": the head is a noun that no table knows.
        mention->noun = i;
        mention->noun_end = i + 1;
        mention->classes = 0;
        mention->quantity.unit = AsciiLower(Text(i));
        break;
      }
      if (!IsModifier(i)) break;
      if (tokens_[i].kind == TokenKind::kWord && Text(i) == "of" && steps == 0) {
        // "37 of 45 drones", "two of its settlements"
        double total = 0;
        bool vague = false;
        const uint32_t next = Number(i + 1, &total, &vague);
        i = next > i + 1 ? next : i + 1;
        continue;
      }
      if (Text(i) == "of" && last_plain != 0) break;
      if (tokens_[i].kind == TokenKind::kWord && Has(i, Is::kVerbPart) && !Has(i, Is::kNounToo))
        participle_seen = true;
      if (IsPluralNoun(i)) last_plain = i;
      ++i;
      if (last_plain != 0 && i < end_ &&
          (tokens_[i].kind != TokenKind::kWord || !lexicon_.noun_phrases.Starts(tokens_[i]))) {
        break;
      }
    }
    (void)participle_seen;
    if (mention->noun_end == 0 && last_plain != 0) {
      mention->noun = last_plain;
      mention->noun_end = last_plain + 1;
      mention->quantity.unit = AsciiLower(Text(last_plain));
    }
    if (mention->noun_end != 0) {
      mention->end = mention->noun_end;
      mention->quantity.of = std::string(text_.substr(
          tokens_[end].begin, tokens_[mention->noun_end - 1].end - tokens_[end].begin));
      const size_t of = mention->quantity.of.find("of ");
      if (of == 0) mention->quantity.of.erase(0, 3);
    }
  }

  bool IsPluralNoun(uint32_t at) const {
    if (at >= end_ || tokens_[at].kind != TokenKind::kWord || tokens_[at].capital) return false;
    const std::string_view word = Text(at);
    if (word.size() < 4 || word.back() != 's' || EndsWith(word, "ss") || EndsWith(word, "us"))
      return false;
    const WordClasses classes = Info(at).classes;
    constexpr WordClasses kFunction =
        Bit(Is::kPreposition) | Bit(Is::kAdverb) | Bit(Is::kPronoun) | Bit(Is::kAuxiliary);
    if ((classes & kFunction) != 0) return false;
    return (classes & Bit(Is::kVerbS)) == 0 ||
           (classes & (Bit(Is::kNounToo) | Bit(Is::kNounMostly))) != 0;
  }
  // The noun as its own plural: "brigade" -> "brigades".
  std::string PluralText(uint32_t at) const {
    std::string word = AsciiLower(Text(at));
    if (!EndsWith(word, "s") && !EndsWith(word, "men") && !EndsWith(word, "people"))
      word = PluralOf(word);
    return word;
  }

  // "a tank", "an ammunition depot": one thing of a counted class.
  bool Article(uint32_t at, QuantityMention* mention) {
    const std::string_view word = Text(at);
    if (word != "a" && word != "an" && word != "another" && word != "A" && word != "An")
      return false;
    uint32_t i = at + 1;
    QuantityMention found = {};
    found.number = at;
    found.number_end = i;
    found.begin = at;
    found.end = i;
    NounAfter(i, &found, false);
    if (found.noun_end == 0 || found.classes == 0) return false;
    found.quantity.value = found.quantity.value_max = 1;
    found.article = true;
    *mention = std::move(found);
    Finish(mention);
    return true;
  }

  void Bounds(QuantityMention* mention) {
    Quantity& q = mention->quantity;
    // Before the figure: the longest phrase that ends right there; "the", "a total of" may stand
    // between.
    uint32_t stop = mention->begin;
    for (int round = 0; round < 3; ++round) {
      bool found = false;
      for (uint32_t back = 5; back >= 1 && !found; --back) {
        if (stop < previous_end_ + back) continue;
        const uint32_t from = stop - back;
        const auto match = lexicon_.bound_phrases.Longest(tokens_.data(), end_, from);
        if (!match || from + match.length != stop) continue;
        const BoundWord& bound = lexicon_.bounds[match.value];
        if (bound.after) continue;
        if (match.length == 1 &&
            (Text(from) == "under" || Text(from) == "below" || Text(from) == "above" ||
             Text(from) == "over" || Text(from) == "beyond") &&
            mention->is_time) {
          continue;
        }
        if (q.bound == Bound::kExact ||
            (bound.bound != Bound::kExact && round > 0 && q.bound == Bound::kAbout))
          q.bound = bound.bound;
        mention->begin = from;
        stop = from;
        found = true;
      }
      if (!found) {
        if (stop > previous_end_ && round == 0 &&
            (Text(stop - 1) == "the" || Text(stop - 1) == "a")) {
          --stop;
          continue;
        }
        break;
      }
    }
    // After it: "1,000 or more", "5,000+".
    for (const uint32_t at : {mention->number_end, mention->end}) {
      if (at >= end_) continue;
      const auto match = lexicon_.bound_phrases.Longest(tokens_.data(), end_, at);
      if (!match || Text(at + match.length) == "than") continue;
      const BoundWord& bound = lexicon_.bounds[match.value];
      if (!bound.after &&
          !(Text(at) == "at" && (IsMark(at + match.length, ',') || IsMark(at + match.length, '.'))))
        continue;
      q.bound = bound.bound;
      if (at == mention->end) mention->end = at + match.length;
      if (at == mention->number_end && mention->noun_end == 0 && !mention->measured) {
        mention->end = at + match.length;
        NounAfter(mention->end, mention, false);
      }
      break;
    }
  }

  // "(77.22 square miles)" right after a measured figure says the same again.
  void JoinConversion(QuantityMention* mention) {
    if (!mention->measured || !IsMark(mention->end, '(')) return;
    uint32_t i = mention->end + 1;
    for (uint32_t steps = 0; i < end_ && steps < 10; ++steps, ++i) {
      if (IsMark(i, ')')) {
        mention->end = i + 1;
        return;
      }
    }
  }

  void Finish(QuantityMention* mention) const {
    Quantity& q = mention->quantity;
    q.span = BytesOf(tokens_, mention->begin, mention->end);
    if (!mention->measured) q.si_value = q.value;
  }

  std::string_view text_;
  const Tokens& tokens_;
  const std::vector<DateMention>& dates_;
  const Lexicon& lexicon_;
  const Vocabulary& words_;
  uint32_t begin_ = 0, end_ = 0, previous_end_ = 0;
  size_t date_ = 0, sentence_date_ = 0;
};

}  // namespace

std::vector<QuantityMention> FindQuantities(std::string_view text, const Tokens& tokens,
                                            const std::vector<Sentence>& sentences,
                                            const std::vector<DateMention>& dates,
                                            const Lexicon& lexicon) {
  std::vector<QuantityMention> mentions;
  Reader reader(text, tokens, dates, lexicon);
  for (const Sentence& sentence : sentences) reader.ReadSentence(sentence, &mentions);
  return mentions;
}

}  // namespace claimscope
