#include "claims/tags.h"

#include "base/strings.h"

namespace claimscope {
namespace {

constexpr WordClasses kAnyVerb = Bit(Is::kVerbBase) | Bit(Is::kVerbS) | Bit(Is::kVerbPast) |
                                 Bit(Is::kVerbPart) | Bit(Is::kVerbIng);

constexpr uint32_t kAside = 4;        // words between two commas
constexpr uint32_t kAdjunct = 8;      // words between a verb of speech and "that"
constexpr uint32_t kRoleWords = 4;    // of a word for who speaks
constexpr uint32_t kApposition = 12;  // words between a name and its verb
constexpr uint32_t kRelay = 14;       // words of who reports
constexpr uint32_t kCountReach = 3;   // words from a figure to what it counts

class Tagger {
 public:
  Tagger(const Tokens& tokens, const Lexicon& lexicon, std::vector<TagInfo>* tags)
      : tokens_(tokens), lexicon_(lexicon), words_(lexicon.words), tags_(*tags) {}

  void Run(const Sentence& sentence) {
    begin_ = sentence.begin;
    end_ = sentence.end;
    uint32_t long_words = 0, capitals = 0;
    for (uint32_t at = begin_; at < end_; ++at) {
      if (tokens_[at].kind != TokenKind::kWord || tokens_[at].end - tokens_[at].begin < 4) continue;
      ++long_words;
      capitals += tokens_[at].capital;
    }
    title_case_ = long_words >= 3 && capitals * 10 >= long_words * 8;
    for (uint32_t at = begin_; at < end_; ++at) {
      const WordClasses classes = Classes(at);
      if (tokens_[at].kind != TokenKind::kWord) continue;
      if (Auxiliary(at) || ShortIs(at)) {
        at = Group(at);
      } else if ((classes & kAnyVerb) != 0) {
        Plain(at, classes);
      }
    }
  }

 private:
  WordClasses Classes(uint32_t at) const { return at < end_ ? tokens_[at].classes : 0; }
  bool Has(uint32_t at, Is is) const { return (Classes(at) & Bit(is)) != 0; }
  // "US" and "IT" are no pronouns.
  bool Pronoun(uint32_t at) const {
    return Has(at, Is::kPronoun) && !Has(at, Is::kPossessive) && !tokens_[at].all_caps;
  }
  // "is", "may"; not the month of May.
  bool Auxiliary(uint32_t at) const {
    return (Has(at, Is::kAuxiliary) || Has(at, Is::kModal)) &&
           !(Has(at, Is::kMonth) && tokens_[at].capital);
  }
  bool NounOnly(uint32_t at) const { return (Classes(at) & (Bit(Is::kNounMostly))) != 0; }

  // An auxiliary or modal: the group up to its main verb. Returns the last token of the group.
  uint32_t Group(uint32_t at) {
    TagInfo info;
    bool be = false, have = false;
    uint32_t i = at;
    uint32_t last = at;
    for (; i < end_; ++i) {
      // `were "eliminated"`: one word, as somebody calls it.
      if (be && tokens_[i].kind == TokenKind::kOpenQuote && i + 2 < end_ && last + 1 == i &&
          tokens_[i + 2].kind == TokenKind::kCloseQuote && Has(i + 1, Is::kVerbPart))
        continue;
      const WordClasses classes = Classes(i);
      if (tokens_[i].kind != TokenKind::kWord) break;
      if (i == at && ShortIs(at)) {
        be = true;
        tags_[i].tag = Tag::kAuxiliary;
        last = i;
        continue;
      }
      if (Auxiliary(i) && (i == at || !Gerund(i))) {
        be = (classes & Bit(Is::kBeForm)) != 0;
        have = have || (classes & Bit(Is::kHaveForm)) != 0;
        info.modal = info.modal || (classes & Bit(Is::kModal)) != 0;
        info.negated = info.negated || (classes & Bit(Is::kNegation)) != 0;
        tags_[i].tag = Tag::kAuxiliary;
        last = i;
        continue;
      }
      if ((classes & Bit(Is::kNegation)) != 0) {
        info.negated = true;
        continue;
      }
      const bool verb = (classes & kAnyVerb) != 0;
      // "is being used"
      if (be && i > at && (classes & Bit(Is::kBeForm)) != 0 && Gerund(i)) {
        tags_[i].tag = Tag::kAuxiliary;
        last = i;
        continue;
      }
      if (verb && MainOf(i, be, have, info.modal || IsDo(last))) {
        // "from being used"
        const bool gerund = Gerund(at);
        if (gerund) tags_[at].tag = Tag::kIng;
        info.tag = gerund ? Tag::kParticiple : Tag::kFinite;
        info.passive = be && (classes & Bit(Is::kVerbPart)) != 0;
        tags_[i] = info;
        return i;
      }
      if ((classes & Bit(Is::kAdverb)) != 0 && !verb) continue;
      // "have in the past accused"
      if (have && InThePast(i)) {
        i += 2;
        continue;
      }
      // "has since accused"
      if (have && last + 1 == i && words_.Info(tokens_[i].word).key == TimeKey::kSince) continue;
      if (tokens_[i].end - tokens_[i].begin > 4 && IsLy(i)) continue;
      break;
    }
    // No main verb: "is ready", "has 5,000 troops", "had no".
    tags_[last].tag = Gerund(at) ? Tag::kIng : Tag::kFinite;
    tags_[last].modal = info.modal;
    tags_[last].negated = info.negated;
    return last;
  }
  bool InThePast(uint32_t at) const {
    return at + 3 < end_ && Text(at) == "in" && Text(at + 1) == "the" && Text(at + 2) == "past";
  }
  // "he's claiming", "that's denied": a short "is" or "has", not whose it is.
  bool ShortIs(uint32_t at) const {
    return possessive_ != 0 && tokens_[at].word == possessive_ && at > begin_ &&
           ((Pronoun(at - 1) && !Has(at - 1, Is::kArticle)) || Text_is_that(at - 1));
  }
  // "being", "having"
  bool Gerund(uint32_t at) const { return EndsWith(Text(at), "ing"); }
  bool IsDo(uint32_t at) const {
    return !Has(at, Is::kBeForm) && !Has(at, Is::kHaveForm) && Has(at, Is::kAuxiliary);
  }
  bool IsLy(uint32_t at) const {
    return tokens_[at].classes == 0 && tokens_[at].word == 0 ? false : Has(at, Is::kAdverb);
  }

  bool MainOf(uint32_t at, bool be, bool have, bool bare) const {
    const WordClasses classes = Classes(at);
    if (bare) return (classes & Bit(Is::kVerbBase)) != 0;
    if (be) return (classes & (Bit(Is::kVerbPart) | Bit(Is::kVerbIng))) != 0;
    if (have) return (classes & Bit(Is::kVerbPart)) != 0;
    return false;
  }

  // The word before, adverbs and quotes skipped; end_ when there is none.
  uint32_t Before(uint32_t at) const {
    while (at > begin_) {
      --at;
      if (tokens_[at].kind == TokenKind::kOpenQuote || tokens_[at].kind == TokenKind::kCloseQuote)
        continue;
      if (Has(at, Is::kAdverb) &&
          (Classes(at) & (kAnyVerb | Bit(Is::kPreposition) | Bit(Is::kAdjective))) == 0)
        continue;
      return at;
    }
    return end_;
  }

  // "The ministry, in turn, claims the town", "Kyiv, for its part, reports": past what stands
  // between two commas and has no verb; `before` is the second of them.
  uint32_t BeforeAside(uint32_t before) const {
    if (before == end_ || tokens_[before].mark != ',') return before;
    for (uint32_t i = before, words = 0; i-- > begin_ + 1 && words < kAside; ++words) {
      if (tokens_[i].mark == ',') {
        const bool opens = Has(i + 1, Is::kPreposition) || Has(i + 1, Is::kAdverb) ||
                           Has(i + 1, Is::kBut) || Text(i + 1) == "for";
        return words > 0 && opens ? i - 1 : before;
      }
      if (tokens_[i].kind != TokenKind::kWord || tags_[i].tag != Tag::kNone) break;
    }
    return before;
  }

  void Plain(uint32_t at, WordClasses classes) {
    const uint32_t before = BeforeAside(Before(at));
    const bool glued_name = tokens_[at].glued && at > begin_ && tokens_[at - 1].mark == '-';
    if (glued_name || (at + 1 < end_ && tokens_[at + 1].mark == '-' && tokens_[at + 1].glued))
      return;
    if (tokens_[at].capital && at != begin_ && before != end_ &&
        (tokens_[at - 1].kind == TokenKind::kWord ||
         tokens_[at - 1].kind == TokenKind::kCloseQuote) &&
        !TitleCase(at)) {
      return;
    }
    const WordClasses prior = before == end_ ? 0 : Classes(before);
    TagInfo& tag = tags_[at];
    if (before != end_ && (prior & Bit(Is::kTo)) != 0 && (classes & Bit(Is::kVerbBase)) != 0) {
      tag.tag = Tag::kInfinitive;
      return;
    }
    constexpr WordClasses kNounSign =
        Bit(Is::kArticle) | Bit(Is::kPossessive) | Bit(Is::kAdjective) | Bit(Is::kNumber);
    const bool possessive =
        before != end_ && tokens_[before].word == possessive_ && possessive_ != 0;
    const bool pronoun = before != end_ && Pronoun(before);
    const bool relative = (prior & Bit(Is::kRelative)) != 0 || Text_is_that(before);
    const bool noun_sign = before != end_ && !relative &&
                           ((prior & kNounSign) != 0 || possessive ||
                            (tokens_[before].kind == TokenKind::kNumber && !DayOfMonth(before) &&
                             !NameBefore(before)));
    if ((classes & Bit(Is::kVerbIng)) != 0) {
      if (!noun_sign && (classes & Bit(Is::kAdjective)) == 0) tag.tag = Tag::kIng;
      return;
    }
    const bool past = (classes & Bit(Is::kVerbPast)) != 0,
               part = (classes & Bit(Is::kVerbPart)) != 0;
    if (past || part) {
      const bool speech = (classes & Bit(Is::kSpeech)) != 0 &&
                          (prior & (Bit(Is::kArticle) | Bit(Is::kPossessive))) == 0 && past;
      // "another 25 dropped off radars"; not "25 captured tanks", "25 killed in the raid"
      const bool counted = (prior & Bit(Is::kNumber)) != 0 ||
                           (before != end_ && tokens_[before].kind == TokenKind::kNumber);
      const bool they = counted && before + 1 == at && past && at + 1 < end_ &&
                        (Classes(at + 1) & (Bit(Is::kPreposition) | Bit(Is::kPossessive))) != 0 &&
                        !lexicon_.noun_phrases.Longest(tokens_.data(), end_, at);
      if (noun_sign && !pronoun && !speech && !they) return;  // "the captured village"
      if (!past) {
        tag.tag = Tag::kParticiple;
        tag.passive = true;
        return;
      }
      // "showed captured tanks", "attract badly needed investment"
      uint32_t verb = before;
      if (verb != end_ && verb > begin_ && EndsWith(Text(verb), "ly")) --verb;
      const bool noun = verb == end_ || verb == begin_ || Has(at + 1, Is::kNumber) ||
                        bool(lexicon_.noun_phrases.Longest(tokens_.data(), end_, verb));
      if (part && !noun && verb + 2 >= at && !speech && NounFollows(at) &&
          (tags_[verb].tag == Tag::kIng || tags_[verb].tag == Tag::kFinite ||
           tags_[verb].tag == Tag::kInfinitive) &&
          !Has(verb, Is::kSpeech))
        return;
      // "this reported advance"
      if ((prior & Bit(Is::kArticle)) != 0 && NounFollows(at)) return;
      const bool claims_to = (classes & Bit(Is::kSpeech)) != 0 && Has(at + 1, Is::kTo);
      if (part && !claims_to && Reduced(at, before, prior)) {
        tag.tag = Tag::kParticiple;
        tag.passive = true;
        return;
      }
      // "in occupied Luhansk", "for alleged corruption", "over alleged crimes"
      if (((prior & Bit(Is::kPreposition)) != 0 || IsFor(before)) && !pronoun &&
          ((prior & Bit(Is::kAdverb)) == 0 || (part && NounFollows(at))))
        return;
      // "from Kherson and occupied Crimea"
      if (Has(before, Is::kAnd) && before + 1 == at && before > begin_ + 2 &&
          Has(before - 2, Is::kPreposition) && tokens_[before - 1].capital &&
          Has(at, Is::kAdjective) && at + 1 < end_ && tokens_[at + 1].capital)
        return;
      tag.tag = Tag::kFinite;
      return;
    }
    // Base and -s forms, often nouns.
    const bool one = (prior & Bit(Is::kNumber)) != 0 && (classes & Bit(Is::kVerbS)) == 0;
    if (noun_sign && (!pronoun || one)) return;  // "one count of theft"
    // "reverse this change"
    const bool this_one = before != end_ && EqualsIgnoreAsciiCase(Text(before), "this");
    if (this_one && (classes & Bit(Is::kVerbS)) == 0) return;
    if ((classes & (Bit(Is::kAdverb) | Bit(Is::kPreposition))) != 0 && !pronoun) return;
    if ((prior & Bit(Is::kPreposition)) != 0 &&
        (prior & (Bit(Is::kPronoun) | Bit(Is::kRelative))) == 0)
      return;
    if (tokens_[at].word == close_ && Has(at + 1, Is::kTo)) return;  // "sources close to him"
    const bool s_form = (classes & Bit(Is::kVerbS)) != 0;
    // "The UN Refugee Agency estimates that people have fled"; not "Russian claims that are false"
    if (s_form && before != end_ && before + 1 == at && tokens_[before].capital && at + 2 < end_ &&
        Text_is_that(at + 1) && !Has(at + 2, Is::kAuxiliary) && !Has(at + 2, Is::kModal) &&
        lexicon_.cue_phrases.Longest(tokens_.data(), end_, at)) {
      tag.tag = Tag::kFinite;
      return;
    }
    if (!pronoun && !relative && ObjectOf(at, before))
      return;  // "carry out organizational measures"
    // "the Taliban still view": no plural to be seen, but no noun either.
    const bool they = !s_form && before != end_ && before + 1 < at && tokens_[before].capital &&
                      Has(at - 1, Is::kAdverb) && !Has(at - 1, Is::kAdjective) &&
                      words_.Info(tokens_[at - 1].word).key == TimeKey::kNone &&
                      words_.Info(tokens_[before].word).weekday == 0 && before > begin_ &&
                      Has(before - 1, Is::kArticle);
    if (they) {
      tag.tag = Tag::kFinite;
      return;
    }
    if (!s_form && !pronoun && !relative && !PluralBefore(before)) {
      if ((prior & (Bit(Is::kAnd) | Bit(Is::kBut))) != 0 && InfinitiveBefore(before))
        tag.tag = Tag::kInfinitive;
      return;
    }
    // "this support rests on": no plural is behind "this"; not "this week forces took".
    const bool of_this = s_form && before != end_ && before > begin_ && before + 1 == at &&
                         tokens_[before].kind == TokenKind::kWord && !Has(before, Is::kTimeUnit) &&
                         !tokens_[before].glued && !Has(before, Is::kVerbPast) &&
                         EqualsIgnoreAsciiCase(Text(before - 1), "this") &&
                         words_.Info(tokens_[before].word).unit == TimeUnit::kNone &&
                         words_.Info(tokens_[before].word).key == TimeKey::kNone;
    if (of_this) {
      tag.tag = Tag::kFinite;
      return;
    }
    const bool noun_too = (classes & (Bit(Is::kNounToo) | Bit(Is::kNounMostly))) != 0;
    if (noun_too && !pronoun && !relative) {
      if (s_form && Counted(at)) return;
      // "Russia claims the town", not "enemy claims": what follows decides.
      if (Relays(at, classes)) {
        tag.tag = Tag::kFinite;
        return;
      }
      if ((NounOnly(at) && !OutThat(at)) || !ObjectFollows(at)) return;
      if (before != end_ && tokens_[before].kind == TokenKind::kMark) return;  // "a 5 % levy on"
      if (before == end_) return;
      const bool says = s_form && Text_is_that(at + 1 < end_ ? at + 1 : end_) &&
                        ((classes & Bit(Is::kSpeech)) != 0 ||
                         (Opens(before) && lexicon_.cue_phrases.Longest(tokens_.data(), end_, at)));
      if (!tokens_[before].capital && !PluralBefore(before) && !says) return;
      // "the Gulf state to improve": one name, and no -s.
      if (!s_form && tokens_[before].capital && !plural_(before) && !AndBefore(before)) return;
    }
    if (!s_form && !pronoun && !PluralBefore(before) && !relative && noun_too) return;
    if (before == end_ || (prior & (Bit(Is::kSubordinator))) != 0) {
      if (noun_too || !s_form) return;
      // "Advocates say"
      if (before == end_ && (Classes(at + 1) & (kAnyVerb | Bit(Is::kAuxiliary))) != 0) return;
    }
    tag.tag = Tag::kFinite;
  }

  bool NounFollows(uint32_t at) const {
    constexpr WordClasses kNoNoun = Bit(Is::kArticle) | Bit(Is::kPreposition) | Bit(Is::kPronoun) |
                                    Bit(Is::kAuxiliary) | Bit(Is::kAdverb) | Bit(Is::kPossessive) |
                                    Bit(Is::kTo);
    return at + 1 < end_ && tokens_[at + 1].kind == TokenKind::kWord &&
           (Classes(at + 1) & kNoNoun) == 0 && !tokens_[at + 1].capital;
  }

  // "the three Baltic states": what a figure counts.
  bool Counted(uint32_t at) const {
    for (uint32_t i = at; i-- > begin_ && at - i <= kCountReach;) {
      if (tokens_[i].kind == TokenKind::kNumber) return at - i > 1;
      if (Has(i, Is::kNumber)) return !Has(i, Is::kPronoun);
      if (tokens_[i].kind != TokenKind::kWord || (!tokens_[i].capital && !Has(i, Is::kAdjective)))
        return false;
    }
    return false;
  }

  // "Two towns were lost, the staff of the army reports.": at the end, after what is told.
  bool Relays(uint32_t at, WordClasses classes) const {
    // "the researchers estimate."
    const bool plural = (classes & Bit(Is::kVerbBase)) != 0 && at > begin_ && plural_(at - 1) &&
                        !Has(at, Is::kNounMostly);
    const bool tells = (classes & Bit(Is::kSpeech)) != 0;
    if (plural ? !tells && !lexicon_.cue_phrases.Longest(tokens_.data(), end_, at)
               : (classes & Bit(Is::kVerbS)) == 0 || !tells)
      return false;
    const char stop = at + 1 < end_ ? tokens_[at + 1].mark : '.';
    if (stop != '.' && stop != '~' && stop != '-' && stop != ',') return false;
    uint32_t comma = at;
    while (comma > begin_ && at - comma < kRelay && tokens_[comma].mark != ',') --comma;
    if (tokens_[comma].mark != ',' || at < comma + 2 || !tokens_[at - 1].capital ||
        Has(comma + 2, Is::kTo) || Has(comma + 1, Is::kPreposition))
      return false;
    for (uint32_t i = comma; i-- > begin_;) {
      if (tags_[i].tag == Tag::kFinite) return true;
    }
    return false;
  }

  // "Koval points out that"
  bool OutThat(uint32_t at) const { return Has(at + 1, Is::kAdverb) && Text_is_that(at + 2); }

  // "Ruzhny and Novak claim"
  bool AndBefore(uint32_t at) const {
    while (at > begin_ && tokens_[at].capital) --at;
    return Has(at, Is::kAnd);
  }

  // "to repel and destroy": the second verb of an infinitive.
  bool InfinitiveBefore(uint32_t at) const {
    for (uint32_t i = at, steps = 0; i-- > begin_ && steps < 10; ++steps) {
      if (tags_[i].tag == Tag::kInfinitive) return true;
      if (tags_[i].tag == Tag::kFinite) return tags_[i].modal;
    }
    return false;
  }

  // A verb close before, and no noun that could be a subject right before: an object.
  bool ObjectOf(uint32_t at, uint32_t before) const {
    if (before == end_ || tokens_[before].capital || PluralBefore(before)) return false;
    for (uint32_t i = at, steps = 0; i-- > begin_ && steps < 4; ++steps) {
      if (tokens_[i].kind == TokenKind::kMark || Text_is_that(i)) return false;
      if ((Classes(i) & (Bit(Is::kAnd) | Bit(Is::kBut) | Bit(Is::kRelative) | Bit(Is::kPronoun))) !=
          0)
        return false;
      // "said the plan requires aid"
      if (tags_[i].tag == Tag::kFinite && Has(i, Is::kSpeech) && i + 1 < before) return false;
      if (tags_[i].tag != Tag::kNone && tags_[i].tag != Tag::kAuxiliary) return true;
    }
    return false;
  }

  bool IsFor(uint32_t at) const { return at != end_ && for_ != 0 && tokens_[at].word == for_; }
  std::string_view Text(uint32_t at) const {
    return at < end_ ? text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin)
                     : std::string_view();
  }
  bool Text_is_that(uint32_t at) const {
    return at != end_ && that_ != 0 && tokens_[at].word == that_;
  }

  // "The Norwegian side claims that": are the words up to `last` a subject at the head?
  bool Opens(uint32_t last) const {
    if (last >= begin_ + 4 || !Has(begin_, Is::kArticle)) return false;
    for (uint32_t i = begin_; i <= last; ++i) {
      if (tokens_[i].kind != TokenKind::kWord || Has(i, Is::kPreposition) ||
          Has(i, Is::kVerbPart) || tags_[i].tag != Tag::kNone)
        return false;
    }
    return true;
  }

  // "Channel 12 found"
  bool NameBefore(uint32_t number) const {
    return number > begin_ + 1 && tokens_[number - 1].NameLike() && !tokens_[number].glued &&
           number + 1 < end_ && !tokens_[number + 1].glued;
  }

  // "on May 5 attacked", "in 2014 annexed"
  bool DayOfMonth(uint32_t at) const {
    return at > begin_ && (Has(at - 1, Is::kMonth) || (Has(at - 1, Is::kPreposition) &&
                                                       tokens_[at].end - tokens_[at].begin == 4));
  }

  // Headlines are in capitals throughout.
  bool TitleCase(uint32_t) const { return title_case_; }

  bool Percent(uint32_t at) const {
    return tokens_[at].mark == '%' || (percent_ != 0 && tokens_[at].word == percent_);
  }

  bool PluralBefore(uint32_t before) const {
    if (before == end_) return false;
    if (Percent(before)) return true;
    if (tokens_[before].kind != TokenKind::kWord) return false;
    // "Norway and Sweden share"
    if (tokens_[before].capital && AndBefore(before) && !AndBefore(begin_)) return true;
    if (Has(before, Is::kNounMostly) || Pronoun(before)) return true;
    return plural_(before) || tokens_[before].NameLike() || PluralIn(before);
  }
  // "the officials in Oslo deny": many of them, in a place.
  bool PluralIn(uint32_t name) const {
    // "the experts of the Institute for the Study of Cod"
    uint32_t at = name;
    for (int steps = 0; steps < 3; ++steps) {
      const uint32_t end = at;
      while (at > begin_ && (tokens_[at].capital || (at < end && Has(at, Is::kArticle)))) --at;
      if (at == end || at == begin_ || !Has(at, Is::kPreposition)) return false;
      if (plural_(at - 1) && (!tokens_[at - 1].capital || at - 1 == begin_)) return true;
      --at;
    }
    return false;
  }
  bool plural_(uint32_t at) const {
    const Token& token = tokens_[at];
    return text_.size() >= token.end && token.end - token.begin > 3 &&
           text_[token.end - 1] == 's' && text_[token.end - 2] != 's';
  }

  bool ObjectFollows(uint32_t at) const {
    if (at + 1 >= end_) return false;
    const WordClasses next = Classes(at + 1);
    const Token& token = tokens_[at + 1];
    if (token.kind == TokenKind::kOpenQuote || token.kind == TokenKind::kNumber) return true;
    if (token.kind != TokenKind::kWord) return token.mark == ':';
    // "the invaders shell and bomb the town"
    if (Has(at + 1, Is::kAnd) && Has(at + 2, Is::kVerbBase) && !Has(at + 2, Is::kAnd))
      return ObjectFollows(at + 2);
    return (next &
            (Bit(Is::kArticle) | Bit(Is::kPossessive) | Bit(Is::kPronoun) | Bit(Is::kTo) |
             Bit(Is::kNumber) | Bit(Is::kNegation) | Bit(Is::kAdjective) | Bit(Is::kVague))) != 0 ||
           token.capital || (next & (Bit(Is::kPreposition))) != 0;
  }

  // "said by phone": a bare word, for nobody
  bool ByMeans(uint32_t at) const {
    return at < end_ && IsMeans(tokens_[at], lexicon_) && !Has(at, Is::kVerbIng) && !plural_(at);
  }

  // "points secured by the army and managed by firms": the second of two participles.
  bool ParticipleBefore(uint32_t at) const {
    for (uint32_t i = at, steps = 0; i-- > begin_ && steps < 8; ++steps) {
      if (tokens_[i].mark == ',' || Has(i, Is::kRelative)) return false;
      if (tags_[i].tag == Tag::kParticiple) return true;
      if (tags_[i].tag != Tag::kNone) return false;
    }
    return false;
  }

  // "increased by 1.8 %", "fell by a third of a percent"
  bool ByHowMuch(uint32_t at) const {
    for (uint32_t i = at; i < end_ && i < at + 5; ++i) {
      if (Percent(i)) return true;
    }
    return false;
  }

  // "The firm said on Sunday its profit rose", "the mayor confirmed in a post two had died":
  // nothing is said of a firm or of a mayor.
  bool Speaks(uint32_t at, uint32_t before) const {
    if (!Has(at, Is::kSpeech)) return false;
    if (words_.Info(tokens_[at].word).lemma == say_) return true;
    if (tokens_[before].mark == ',') {
      for (uint32_t i = at + 1; i < end_ && i < at + kAdjunct && tokens_[i].mark != ','; ++i) {
        if (Text_is_that(i)) return true;
      }
      // "Petro Koval, a lawyer, confirmed on Sunday"
      uint32_t name = before;
      while (name > begin_ && before - name < kApposition && tokens_[name - 1].mark != ',') --name;
      return name > begin_ + 2 && tokens_[name - 1].mark == ',' && tokens_[name - 2].capital &&
             tokens_[name - 3].capital;
    }
    const uint32_t when = at + 2;
    const bool occasion =
        Has(when, Is::kWeekday) || Has(when, Is::kPossessive) || Text(when) == "social" ||
        (Has(when, Is::kArticle) && tokens_[when].word != the_) ||
        (when < end_ && tokens_[when].capital && !Has(when, Is::kMonth) && !IsFor(at + 1));
    return (occasion || (tokens_[at + 1].word == by_ && ByMeans(when))) &&
           tokens_[at + 1].word != of_ && !IsFor(at + 1) && SpeakerEnds(before);
  }
  // A name, or a word for somebody who speaks.
  bool SpeakerEnds(uint32_t last) const {
    if (tokens_[last].capital && last > begin_ && !Has(last, Is::kMonth)) return true;
    for (uint32_t i = last + 1; i-- > begin_ && i + kRoleWords > last;) {
      const auto role = lexicon_.role_phrases.Longest(tokens_.data(), last + 1, i);
      if (role && i + role.length == last + 1) return (role.value & (kRoleWord | kRolePaper)) == 0;
    }
    return false;
  }

  // "Four people, two children among them, died in it": without another verb this is the one.
  bool OtherVerb(uint32_t at) const {
    bool commas = false;  // before the one at hand
    for (uint32_t i = begin_; i < at; ++i) {
      if (tags_[i].tag == Tag::kFinite) return true;
      commas = commas || (tokens_[i].mark == ',' && i + 1 < at);
    }
    for (uint32_t i = at + 1; i < end_ && tokens_[i].mark != ';'; ++i) {
      const WordClasses classes = Classes(i);
      if (Auxiliary(i) ||
          ((classes & Bit(Is::kVerbPast)) != 0 &&
           ((classes & Bit(Is::kVerbPart)) == 0 ||
            (tokens_[i - 1].mark == ',' && (!commas || (classes & Bit(Is::kSpeech)) == 0)))))
        return true;
      if ((classes & Bit(Is::kVerbS)) != 0 &&
          (classes & (Bit(Is::kNounToo) | Bit(Is::kNounMostly))) == 0)
        return true;
    }
    return false;
  }

  // "soldiers killed in the fighting were ...", "missiles provided by": a participle that says more
  // of a noun.
  bool Reduced(uint32_t at, uint32_t before, WordClasses prior) const {
    if (before == end_) return at + 1 < end_ && !Has(at + 1, Is::kArticle);
    if (tokens_[before].mark == ',') {
      // ", supported by": no subject between.
      return at + 1 < end_ && (tokens_[at + 1].Has(Is::kPreposition) || IsFor(at + 1)) &&
             !Speaks(at, before) && OtherVerb(at);
    }
    if (tokens_[before].kind != TokenKind::kWord) return false;
    if (Has(before, Is::kAnd) && ParticipleBefore(before)) return true;
    if ((prior & (Bit(Is::kPronoun) | Bit(Is::kRelative) | Bit(Is::kAnd) | Bit(Is::kBut))) != 0)
      return false;
    const bool preposition =
        at + 1 < end_ &&
        (IsFor(at + 1) ||
         (Has(at + 1, Is::kPreposition) &&
          (!Has(at + 1, Is::kAdverb) || Has(at + 2, Is::kWeekday) || Has(at + 2, Is::kMonth))));
    const bool by = at + 1 < end_ && tokens_[at + 1].word == by_ && !ByHowMuch(at + 2) &&
                    !Has(at + 2, Is::kWeekday) && !Has(at + 2, Is::kTimeWord) &&
                    !(Has(at, Is::kSpeech) && ByMeans(at + 2));
    if (!preposition) return false;
    if (!by && Speaks(at, before)) return false;
    // Another finite verb in the same clause, before or after, takes the subject.
    bool led = false;
    for (uint32_t i = at; i-- > begin_;) {
      if (tokens_[i].mark == ',' || Has(i, Is::kBut) || Has(i, Is::kRelative) ||
          tokens_[i].mark == ';')
        break;
      if (Has(i, Is::kAnd)) break;
      led = led || (Has(i, Is::kPreposition) && tokens_[i].word != of_ &&
                    (Has(i + 1, Is::kArticle) || Has(i + 1, Is::kPossessive)));
      // "said an agency paid for it": what is said has a verb of its own; not "said in a report
      // published on Monday".
      if (tags_[i].tag == Tag::kFinite && Has(i, Is::kSpeech) && !by && !led) break;
      if (tags_[i].tag == Tag::kFinite) return true;
    }
    if (by) return true;
    for (uint32_t i = at + 1; i < end_; ++i) {
      // "Koval warned of "a wave" that is to come": what is quoted has verbs of its own.
      if (tokens_[i].kind == TokenKind::kOpenQuote && tokens_[before].capital) break;
      // "secrets unveiled against its backdrop, has won": the verb after the comma is the
      // subject's.
      if (tokens_[i].mark == ',' && i + 1 < end_ && Auxiliary(i + 1)) return true;
      if (tokens_[i].kind == TokenKind::kMark && tokens_[i].mark != '-') break;
      if (Has(i, Is::kBut) || Has(i, Is::kRelative) || Has(i, Is::kSubordinator)) break;
      // "linked to its biological and chemical programme were": two nouns or adjectives.
      if (Has(i, Is::kAnd) && !(i + 1 < end_ && Classes(i + 1) == 0 && !tokens_[i + 1].capital))
        break;
      if (Has(i, Is::kPronoun)) break;
      if (Has(i - 1, Is::kTo)) continue;  // "called on Norway to be"
      const WordClasses classes = Classes(i);
      if (Auxiliary(i)) return true;
      if ((classes & Bit(Is::kVerbPast)) != 0 && (classes & Bit(Is::kVerbPart)) == 0) return true;
      // "footage published on Sunday shows", "data released in May suggest"
      if (Has(at, Is::kIssued) && (classes & (Bit(Is::kVerbS) | Bit(Is::kVerbBase))) != 0 &&
          lexicon_.cue_phrases.Longest(tokens_.data(), end_, i))
        return true;
    }
    return false;
  }

 public:
  std::string_view text_;

 private:
  const Tokens& tokens_;
  const Lexicon& lexicon_;
  const Vocabulary& words_;
  std::vector<TagInfo>& tags_;
  WordId possessive_ = words_.Find("'s"), by_ = words_.Find("by"), for_ = words_.Find("for"),
         that_ = words_.Find("that"), say_ = words_.Find("say"), close_ = words_.Find("close"),
         the_ = words_.Find("the"), of_ = words_.Find("of"), percent_ = words_.Find("percent");
  uint32_t begin_ = 0, end_ = 0;
  bool title_case_ = false;
};

}  // namespace

bool IsMeans(const Token& token, const Lexicon& lexicon) {
  constexpr WordClasses kWho = Bit(Is::kArticle) | Bit(Is::kPossessive) | Bit(Is::kPronoun) |
                               Bit(Is::kNumber) | Bit(Is::kVague) | Bit(Is::kAdjective);
  return token.kind == TokenKind::kWord && !token.capital && (token.classes & kWho) == 0 &&
         !lexicon.role_phrases.Starts(token);
}

std::vector<TagInfo> TagVerbs(std::string_view text, const Tokens& tokens,
                              const std::vector<Sentence>& sentences, const Lexicon& lexicon) {
  std::vector<TagInfo> tags(tokens.size());
  Tagger tagger(tokens, lexicon, &tags);
  tagger.text_ = text;
  for (const Sentence& sentence : sentences) tagger.Run(sentence);
  return tags;
}

}  // namespace claimscope
