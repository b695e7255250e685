// Where the words that name a source begin and end.
#include "base/strings.h"
#include "claims/attributor.h"

namespace claimscope {

// First token of the verb group whose main verb is at `at`.
uint32_t Attributor::GroupStart(uint32_t at) const {
  while (at > begin_) {
    const uint32_t i = at - 1;
    const bool group =
        tags_[i].tag == Tag::kAuxiliary ||
        ((Classes(i) & (Bit(Is::kAdverb) | Bit(Is::kNegation))) != 0 &&
         (Classes(i) & (Bit(Is::kPronoun) | Bit(Is::kVerbPast) | Bit(Is::kNounMostly))) == 0);
    // "has since accused"
    const bool since = words_.Info(tokens_[i].word).key == TimeKey::kSince && i > begin_ &&
                       tags_[i - 1].tag == Tag::kAuxiliary;
    // "have in the past accused"
    const bool past = i > begin_ + 3 && Text(i) == "past" && Text(i - 1) == "the" &&
                      Text(i - 2) == "in" && tags_[i - 3].tag == Tag::kAuxiliary;
    if (!group && !since && !past) break;
    at = past ? i - 2 : i;
  }
  return at;
}

// Sets the source that ends before the verb group; false when none can be.
bool Attributor::Subject(uint32_t group, Attribution* a) {
  uint32_t last = group;  // one past the noun phrase
  // `The ministry "categorically" denied it.`
  if (last > begin_ + 3 && Close(last - 1) && Manner(last - 2) && Open(last - 3)) last -= 3;
  last = TrimTime(last);
  if (last <= begin_) return false;
  if (last < group && last > begin_ + 1 && Reduced(last - 1)) --last;
  // `Anna Berg, a doctor who called it "a slap," said`
  if (Close(last - 1) && last > begin_ + 2 && Mark(last - 2, ',') && QuoteInAside(last - 1)) --last;
  if (Mark(last - 1, ',') || Mark(last - 1, '~')) {
    // An apposition: "X, the head of Y, said", between dashes too.
    const char mark = tokens_[last - 1].mark;
    uint32_t comma = last - 1;
    for (uint32_t steps = 0; comma > begin_ && steps < kMaxAppositive; ++steps) {
      --comma;
      if (!Mark(comma, mark)) continue;
      if (!Describing(comma + 1, last - 1)) return false;
      uint32_t head = NounPhraseStart(comma);
      if (head == comma) return false;
      head = Described(head, comma);
      // The comma of an enumeration of speakers is none of an apposition; both end up in the
      // source.
      a->source_begin = head;
      a->source_end = last - 1;
      // "Koval, cited by the paper, said": not the paper. "The bill, submitted by Koval, said": he.
      if (Has(comma + 1, Is::kVerbPart) &&
          speakers_.HasActor(head + Has(head, Is::kArticle), comma, true))
        SaidBy(speakers_.Resolve(head, comma, begin_, end_, sentence_, true), a);
      return true;
    }
    return false;
  }
  if (Mark(last - 1, ')')) {
    uint32_t open = last - 1;
    while (open > begin_ && !Mark(open, '(')) --open;
    if (open == begin_) return false;
    a->source_begin = NounPhraseStart(open);
    a->source_end = last;
    return a->source_begin < open;
  }
  if (Has(last - 1, Is::kRelative) && !IsPronounSubject(last - 1)) {
    uint32_t head = last - 1;
    if (head > begin_ && (Mark(head - 1, ',') || Mark(head - 1, '~'))) --head;
    const uint32_t start = NounPhraseStart(head);
    if (start == head) return false;
    // "Anna Berg is the mayor of Oslo, who said": she.
    if (head + 1 < last && start > begin_ + 1 && Has(start - 1, Is::kBeForm) && Finite(start - 1) &&
        !tokens_[start].NameLike())
      return MainSubject(start, a);
    a->source_begin = Antecedent(start, head);
    a->source_end = head;
    // "Anna Berg, a doctor who told": an apposition.
    if (const uint32_t name = NameBefore(a->source_begin); name < a->source_begin)
      a->source_begin = name;
    return true;
  }
  if (Has(last - 1, Is::kAnd) || Has(last - 1, Is::kBut)) {
    // "X said A and added B": the same source.
    if (found_.size() > first_) {
      a->source_begin = found_.back().source_begin;
      a->source_end = found_.back().source_end;
      return true;
    }
    return MainSubject(last - 1, a);
  }
  last = BeforeDuring(last);
  const uint32_t start = NounPhraseStart(last);
  if (start >= last) return false;
  a->source_begin = start;
  a->source_end = last;
  // "Olha Rudenko, a doctor in the town told": an apposition that no second comma ends.
  if (const uint32_t name = NameBefore(start); name < start) {
    a->source_begin = name;
    return true;
  }
  // "will not stop a war and Republicans say": the object of another verb is no one who speaks.
  if (start > begin_ && (Finite(start - 1) || tags_[start - 1].tag == Tag::kInfinitive)) {
    for (uint32_t i = start + 1; i + 1 < last; ++i) {
      // "took Oslo and the mayor said"
      const bool other = Has(i + 1, Is::kArticle) && !Has(start - 1, Is::kSpeech);
      if (Has(i, Is::kAnd) && (other || !speakers_.CanSpeak(start, i))) a->source_begin = i + 1;
    }
  }
  if (!BeforeModifier(a)) return false;
  a->source_end = BeforeOccasion(a->source_begin, a->source_end);
  return true;
}

// Where the name begins that the words from `start` on say more of, behind a comma; else `start`.
uint32_t Attributor::NameBefore(uint32_t start) const {
  if (start <= begin_ + 2 || !Mark(start - 1, ',') || Has(start, Is::kPronoun)) return start;
  if (!Has(start, Is::kArticle)) {  // "Anna Berg, head of the union told"
    const auto role = lexicon_.role_phrases.Longest(tokens_.data(), end_, start);
    if (!role || (role.value & kRolePerson) == 0 || tokens_[start].capital ||
        !Has(start + role.length, Is::kPreposition))
      return start;
  }
  const uint32_t name = NounPhraseStart(start - 1);
  bool all = name + 2 <= start - 1 && name + 5 > start - 1;
  for (uint32_t i = name; all && i < start - 1; ++i) all = tokens_[i].NameLike();
  return all ? name : start;
}

// Does the quotation that ends at `close` belong to what is told of somebody between commas?
bool Attributor::QuoteInAside(uint32_t close) const {
  uint32_t open = close;
  while (open > begin_ && !Open(open)) --open;
  for (uint32_t i = open; i-- > begin_;) {
    if (Has(i, Is::kRelative)) return true;
    if (Mark(i, ',') || Close(i)) return false;
  }
  return false;
}

// "Olha Rudenko, the mayor of Selyshche, a town near the front, said": one apposition more before
// the noun phrase from `head` to `comma`. Returns where the name begins, else `head`.
uint32_t Attributor::Described(uint32_t head, uint32_t comma) const {
  for (uint32_t i = comma; i > begin_ + 1 && i + kMaxAppositive > comma; --i) {
    const uint32_t before = i - 1;
    if (!Mark(before, ',')) continue;
    if (before >= head || !Appositive(before) || !Describing(i, comma)) return head;
    const uint32_t name = NounPhraseStart(before);
    const bool apart = name == begin_ || tokens_[name - 1].kind != TokenKind::kWord;
    return apart && name + 1 < i && tokens_[name].capital && !FiniteIn(name, i) ? name : head;
  }
  return head;
}

// "The head of diplomacy at a press conference", "the envoy on Sky News": where it was said is no
// part of who says it.
uint32_t Attributor::BeforeOccasion(uint32_t start, uint32_t end) const {
  for (uint32_t i = start + 1; i + 1 < end; ++i) {
    const std::string_view word = Text(i);
    if (word != "at" && word != "on" && word != "in") continue;
    const std::string_view next = Text(i + 1);
    const bool some = next == "a" || next == "an" || next == "his" || next == "her";
    if (some || (word == "on" && speakers_.IsMedium(i + 1, end))) return i;
  }
  return end;
}

// "The envoy during Thursday's meeting of the council warned": where the occasion begins, else
// `end`.
uint32_t Attributor::BeforeDuring(uint32_t end) const {
  for (uint32_t i = end, steps = 0; i-- > begin_ + 1 && steps < kMaxNounPhrase; ++steps) {
    if ((tokens_[i].kind != TokenKind::kWord && !Mark(i, '-')) || Finite(i) ||
        tags_[i].tag == Tag::kAuxiliary)
      break;
    if (Text(i) == "during") return Nominal(i - 1) ? i : end;
  }
  return end;
}

// "criticism from rights groups, who say": who speaks stands after the last preposition (those
// aside that are part of a name or an office).
uint32_t Attributor::Antecedent(uint32_t start, uint32_t end) const {
  for (uint32_t i = end; i-- > start + 1;) {
    const std::string_view word = Text(i);
    if (word == "on" && i + 1 < end && Has(i + 1, Is::kWeekday)) continue;
    if (word == "by" || word == "from" || word == "with" || word == "to" || word == "on")
      return i + 1;
  }
  return start;
}

// "The body that oversees aid to Gaza said", "a refugee now living in Malmö told": the words before
// the cue only describe the source, which stands before them. False when there is none.
bool Attributor::BeforeModifier(Attribution* a) const {
  // "those held by the army reported"
  const uint32_t by = a->source_begin;
  if (by > begin_ + 2 && Text(by - 1) == "by" && Text(by - 3) == "those" && Reduced(by - 2)) {
    a->source_begin = NounPhraseStart(by - 2);
    a->source_end = by - 2;
    return true;
  }
  uint32_t i = a->source_begin;
  while (i > begin_ && (Has(i - 1, Is::kPreposition) || Has(i - 1, Is::kTo))) --i;
  if (i == begin_) return true;
  // "A probe into the dealings of Koval found": the probe did; "officials familiar with the talks
  // between Norway and Sweden said": they did.
  const bool into = Text(i) == "into" && lexicon_.IsRole(tokens_, i, i - 1);
  if (i + 1 == a->source_begin && (into || Text(i) == "between")) {
    const uint32_t start = NounPhraseStart(i);
    if (start < i && (into || speakers_.HasRole(start, i))) {
      a->source_end = i;
      a->source_begin = start;
      return true;
    }
  }
  const uint32_t verb = i - 1;
  const bool object = i < a->source_begin || tags_[verb].tag != Tag::kNone;
  if (!object) return true;
  uint32_t head = 0;
  // "people briefed on the talks told": two verbs and one subject.
  const bool reduced = i < a->source_begin && Reduced(verb);
  // "the lawyer representing Anna Berg"
  const bool whom = tokens_[i].capital && verb > begin_ && Nominal(verb - 1);
  if (tags_[verb].tag == Tag::kIng && i == a->source_begin && !Has(i, Is::kArticle) &&
      !Has(i, Is::kPossessive) && !Pronoun(i) && !whom) {
    // "a monitoring group": part of the noun.
    const uint32_t start = NounPhraseStart(verb);
    if (start < verb && !tokens_[i].capital) a->source_begin = start;
    return true;
  }
  if (tags_[verb].tag == Tag::kIng || reduced) {
    head = verb;
    while (head > begin_ && Has(head - 1, Is::kAdverb)) --head;
  } else {
    // Back to the word that begins the clause: "that", "who".
    for (uint32_t at = verb, steps = 0; at > begin_ && steps < kMaxNounPhrase; --at, ++steps) {
      if (tokens_[at].kind == TokenKind::kMark && tokens_[at].mark != '-') break;
      if (!IsThat(at) && !Has(at, Is::kRelative)) continue;
      if (tags_[at - 1].tag == Tag::kNone && Nominal(at - 1)) head = at;
      break;
    }
  }
  if (head == 0 || head <= begin_ || tokens_[head - 1].kind != TokenKind::kWord) return true;
  const uint32_t start = NounPhraseStart(head);
  if (start >= head) return true;
  if (start > begin_ && (Has(start - 1, Is::kPreposition) || tags_[start - 1].tag != Tag::kNone ||
                         Has(start - 1, Is::kSubordinator)))
    return true;
  a->source_begin = start;
  a->source_end = head;
  return true;
}

// "a poll published on Monday", "people briefed on the talks": what was done to the noun before.
bool Attributor::Reduced(uint32_t verb) const {
  return Has(verb, Is::kVerbPart) && verb > begin_ && tokens_[verb - 1].kind == TokenKind::kWord &&
         (Nominal(verb - 1) || Text(verb - 1) == "those") && tags_[verb - 1].tag == Tag::kNone;
}

// May the words stand between two commas after a name: no verb but behind "who" or "which"?
bool Attributor::Describing(uint32_t from, uint32_t to) const {
  // "Koval, asked whether he would leave, said"
  if (from + 2 < to && Has(from, Is::kVerbPart) &&
      lexicon_.cue_phrases.Longest(tokens_.data(), to, from) &&
      (Has(from + 1, Is::kSubordinator) || Has(from + 1, Is::kQuestion) ||
       Text(from + 1) == "about"))
    return true;
  for (uint32_t i = from; i < to; ++i) {
    if (Has(i, Is::kRelative) || IsThat(i)) return true;
    // "an analyst based in Oslo"
    const bool reduced = i + 1 < to && Has(i, Is::kVerbPart) &&
                         (i == from ||  // ", granted anonymity, said"
                          (Has(i + 1, Is::kPreposition) && tags_[i - 1].tag == Tag::kNone));
    // "the use and associated behaviours"
    const bool adjective = i > from + 1 && i + 1 < to && Has(i, Is::kVerbPart) &&
                           Has(i - 1, Is::kAnd) && tags_[i - 2].tag == Tag::kNone &&
                           Nominal(i + 1) && !Has(i + 1, Is::kArticle);
    if (Finite(i) && !reduced && !adjective) return false;
  }
  return true;
}

// The subject of the sentence's first finite verb before `limit`.
bool Attributor::MainSubject(uint32_t limit, Attribution* a) const {
  for (uint32_t i = begin_; i < limit; ++i) {
    if (tags_[i].tag != Tag::kFinite) continue;
    const uint32_t group = TrimTime(GroupStart(i));
    // "Among those absent was Petro Koval": the subject stands behind the verb.
    const bool among = Text(begin_) == "Among" && Has(i, Is::kBeForm);
    const uint32_t behind = among ? NounPhraseEnd(i + 1) : i + 1;
    if (behind > i + 1 && behind <= limit) {
      a->source_begin = i + 1;
      a->source_end = behind;
      return true;
    }
    // "Petro Koval, the mayor, went to Oslo and said"
    if (group > begin_ + 2 && Mark(group - 1, ',')) {
      uint32_t comma = group - 1;
      while (comma > begin_ && !Mark(comma - 1, ',')) --comma;
      if (comma <= begin_ + 1 || !Describing(comma, group - 1)) return false;
      const uint32_t name = NounPhraseStart(comma - 1);
      if (name >= comma - 1) return false;
      a->source_begin = name;
      a->source_end = group - 1;
      return true;
    }
    const uint32_t start = NounPhraseStart(group);
    if (start >= group) return false;
    a->source_begin = start;
    a->source_end = group;
    return true;
  }
  return false;
}

// "Moscow on Monday said": the day before the verb is no part of the name.
uint32_t Attributor::TrimTime(uint32_t end) const {
  uint32_t i = end;
  while (i > begin_) {
    const WordInfo& info = words_.Info(tokens_[i - 1].word);
    const bool time = info.weekday != 0 || (info.month != 0 && tokens_[i - 1].capital) ||
                      info.key == TimeKey::kToday || info.key == TimeKey::kYesterday ||
                      info.key == TimeKey::kDayPart ||
                      (info.unit != TimeUnit::kNone && !tokens_[i - 1].capital) ||
                      info.key == TimeKey::kEarlier ||
                      (tokens_[i - 1].kind == TokenKind::kNumber) || info.key == TimeKey::kLast ||
                      info.key == TimeKey::kThis;
    const bool on =
        (info.key == TimeKey::kOn || info.key == TimeKey::kIn || info.part != TimePart::kNone) &&
        i < end;
    if (!time && !on) break;
    --i;
    if (on) break;
  }
  return i == end || i > begin_ ? i : end;
}

// "Kyiv and its allies", "Oslo and the West" at the head of a sentence: does "and" at `at` join the
// two?
bool Attributor::LeadingPair(uint32_t at, uint32_t end) const {
  if (at + 1 >= end || at == begin_ || at > begin_ + 3) return false;
  if (!Has(at + 1, Is::kPossessive) && !Has(at + 1, Is::kArticle)) return false;
  for (uint32_t i = begin_; i < at; ++i) {
    if (!tokens_[i].capital || tokens_[i].kind != TokenKind::kWord) return false;
  }
  return true;
}

// "called it a slap over the war and the mayor said": does the "and" at `at` follow what a
// preposition of another clause governs, and its own article begin a subject?
bool Attributor::OfObject(uint32_t at, uint32_t end) const {
  if (at + 2 >= end || !Has(at + 1, Is::kArticle) || Has(at + 1, Is::kPronoun)) return false;
  uint32_t i = at;
  while (i > begin_ && at - i < 4 && tokens_[i - 1].kind == TokenKind::kWord &&
         !Has(i - 1, Is::kPreposition) && tags_[i - 1].tag == Tag::kNone)
    --i;
  uint32_t comma = i;  // "Koval, an expert on Norway and a fellow of the institute, said"
  while (comma > begin_ && !Mark(comma, ',')) --comma;
  return i < at && i > begin_ + 2 && Has(i - 1, Is::kPreposition) && FiniteIn(comma, i - 1) &&
         !FiniteIn(i, at);
}

// First token of the noun phrase that ends before `end`.
uint32_t Attributor::NounPhraseStart(uint32_t end) const {
  // "all the", "even the", "its the": what may stand before an article inside a phrase.
  constexpr WordClasses kBeforeArticle = Bit(Is::kArticle) | Bit(Is::kAdverb) |
                                         Bit(Is::kPossessive) | Bit(Is::kTo) | Bit(Is::kPronoun);
  uint32_t at = end;
  for (uint32_t steps = 0; at > begin_ && steps < kMaxNounPhrase; ++steps) {
    const uint32_t i = at - 1;
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::kOpenQuote || token.kind == TokenKind::kCloseQuote) break;
    if (token.kind == TokenKind::kMark) {
      const bool inside =
          token.mark == '-' || token.mark == '&' || token.mark == '\'' || token.mark == ')' ||
          token.mark == '(' || token.mark == '/' ||
          (token.mark == '.' && i > begin_ &&
           (tokens_[i - 1].end - tokens_[i - 1].begin == 1 || Has(i - 1, Is::kAbbreviation)));
      if (token.mark == ',' && NameList(i)) {
        at = i;
        continue;
      }
      if (!inside) break;
      // "Marks & Spencer", "AT&T": whatever the first word may be elsewhere.
      at = token.mark == '&' && i > begin_ && tokens_[i - 1].capital ? i - 1 : i;
      continue;
    }
    const WordClasses classes = Classes(i);
    // "..., retired general Petro Bily said"
    const uint32_t lead = i > begin_ + 1 && Manner(i - 1) ? i - 1 : i;  // ", newly elected mayor"
    const bool describing = tags_[i].tag == Tag::kFinite && at < end && i > begin_ &&
                            (Mark(lead - 1, ',') || Close(lead - 1)) && Has(i, Is::kVerbPart) &&
                            !Has(at, Is::kArticle) && !Has(at, Is::kPreposition) && !Reports(i);
    if (describing) {
      at = lead;
      break;
    }
    if (tags_[i].OfClause() || tags_[i].tag == Tag::kInfinitive) break;
    if (tags_[i].tag == Tag::kIng && !token.capital) break;
    // "that region's governor"
    const bool owner = i + 2 < end && tokens_[i + 2].glued && EndsWith(Text(i + 2), "s") &&
                       !tokens_[i + 1].capital && Text(i) == "that";
    if (!owner && (IsThat(i) || (classes & (Bit(Is::kBut) | Bit(Is::kRelative))) != 0)) break;
    if ((classes & Bit(Is::kQuestion)) != 0 && (classes & Bit(Is::kAuxiliary)) == 0) break;
    const std::string_view word = Text(i);
    const bool linking = word == "of" || word == "for" || word == "in" || word == "at" ||
                         word == "on" || word == "from" || word == "with" || word == "to" ||
                         word == "within" || word == "by" || word == "near" || word == "across" ||
                         word == "among";
    if ((classes & Bit(Is::kSubordinator)) != 0 && !linking) break;
    if ((classes & Bit(Is::kPreposition)) != 0 && !linking && (classes & Bit(Is::kAdverb)) == 0)
      break;
    if ((classes & Bit(Is::kAnd)) != 0) {
      const bool described = i > begin_ + 1 && i + 2 < end && i <= begin_ + 3 &&
                             Has(i + 1, Is::kAdjective) && EndsWith(Text(i - 1), "s");
      const bool joins = i > begin_ && i + 1 < end && Nominal(i - 1) &&
                         (Nominal(i + 1) || described) && !OfObject(i, end);
      if (!joins && !LeadingPair(i, end)) break;
    }
    if (Pronoun(i) && (classes & (Bit(Is::kPossessive) | Bit(Is::kArticle))) == 0) {
      // "the head of one of the agencies"
      if (word == "one" && at < end && i > begin_ && Text(i - 1) == "of") {
        at = i;
        continue;
      }
      // "she" alone is the whole phrase, "one official", "one of the officials" begin with one.
      return at == end || word == "one" || word == "One" ? i : at;
    }
    // "earlier this year the minister said"
    if (at < end && words_.Info(token.word).unit != TimeUnit::kNone && i > begin_ &&
        (words_.Info(tokens_[i - 1].word).key == TimeKey::kThis ||
         words_.Info(tokens_[i - 1].word).key == TimeKey::kLast))
      break;
    at = i;
    // "Before the talks a diplomat said": another phrase ends before its article.
    if ((word == "a" || word == "an" || word == "the" || word == "The") && i > begin_ &&
        (Nominal(i - 1) || (Classes(i - 1) & kBeforeArticle) == 0) && Text(i - 1) != "for" &&
        tokens_[i - 1].kind == TokenKind::kWord && tags_[i - 1].tag == Tag::kNone &&
        !Has(i - 1, Is::kPreposition) && !Has(i - 1, Is::kSubordinator) && !Has(i - 1, Is::kAnd))
      break;
  }
  // It does not begin with a linking word, an adverb or a day.
  while (at < end) {
    const WordInfo& info = words_.Info(tokens_[at].word);
    const bool lead =
        (info.classes & (Bit(Is::kPreposition) | Bit(Is::kAnd) | Bit(Is::kTo) | Bit(Is::kBut))) !=
            0 ||
        ((info.classes & Bit(Is::kAdverb)) != 0 && (info.classes & Bit(Is::kAdjective)) == 0 &&
         !Manner(at)) ||
        info.weekday != 0 || tokens_[at].kind == TokenKind::kMark;
    if (!lead || Mark(at + 1, '&')) break;
    // A preposition takes its noun along: "On Monday the ministry", "In Moscow officials".
    if ((info.classes & Bit(Is::kPreposition)) != 0 && at + 2 < end &&
        words_.Info(tokens_[at + 1].word).weekday != 0)
      ++at;
    ++at;
  }
  // "In February 2024 the council said", "In May Kovalenko said"
  if (at > begin_ && at + 1 < end && Has(at - 1, Is::kPreposition) &&
      words_.Info(tokens_[at].word).month != 0) {
    ++at;
    while (at + 1 < end && tokens_[at].kind == TokenKind::kNumber) ++at;
  }
  return at;
}

// ", said Way for Life": a verb of speech describes nobody.
bool Attributor::Reports(uint32_t at) const {
  const auto match = lexicon_.cue_phrases.Longest(tokens_.data(), end_, at);
  return match && lexicon_.cues[match.value].kind == CueKind::kSay;
}

// "newly", "recently": a word in -ly before what it goes with.
bool Attributor::Manner(uint32_t at) const {
  return tokens_[at].kind == TokenKind::kWord && !tokens_[at].capital && EndsWith(Text(at), "ly") &&
         !Has(at, Is::kNounMostly);
}

bool Attributor::Nominal(uint32_t at) const {
  return tokens_[at].capital || (Classes(at) & (Bit(Is::kNounMostly) | Bit(Is::kArticle))) != 0 ||
         lexicon_.role_phrases.Starts(tokens_[at]) || lexicon_.noun_phrases.Starts(tokens_[at]);
}

// The comma in "Ukraine, the U.S. and South Korea said".
bool Attributor::NameList(uint32_t comma) const {
  if (comma == begin_ || comma + 1 >= end_) return false;
  // "After the arrest of Petro Koval, the Army and Navy Club said": another phrase ends there.
  if (Has(begin_, Is::kPreposition) && !FiniteIn(begin_, comma) && !CommaIn(begin_, comma))
    return false;
  uint32_t next = comma + 1;
  if (Has(next, Is::kArticle)) ++next;
  if (!(tokens_[comma - 1].capital && next < end_ && tokens_[next].capital)) return false;
  for (uint32_t i = next; i < end_ && i < comma + 8; ++i) {
    if (Has(i, Is::kAnd)) return comma < begin_ + 10 && !Has(comma - 1, Is::kWeekday);
    if (tags_[i].OfClause()) return false;
  }
  return false;
}

// One past the noun phrase that begins at `at` (a source after its cue).
uint32_t Attributor::NounPhraseEnd(uint32_t at) const {
  uint32_t i = at;
  for (uint32_t steps = 0; i < end_ && steps < kMaxNounPhrase + 6; ++steps) {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::kOpenQuote || token.kind == TokenKind::kCloseQuote) break;
    if (token.kind == TokenKind::kMark) {
      if (token.mark == ',' && i > at && (Appositive(i) || NameFollows(at, i))) {
        ++i;
        continue;
      }
      const bool inside =
          token.mark == '-' || token.mark == '&' || token.mark == '\'' || token.mark == '(' ||
          token.mark == ')' || token.mark == '/' ||
          (token.mark == '.' && i > at && i + 1 < end_ &&
           (tokens_[i - 1].end - tokens_[i - 1].begin == 1 || Has(i - 1, Is::kAbbreviation)));
      if (!inside) break;
      ++i;
      continue;
    }
    if (tags_[i].OfClause()) break;
    if (i > at && Has(i, Is::kVerbPart) &&
        Text(i + 1) == "by") {  // "officials cited by the agency"
      const auto cue = lexicon_.cue_phrases.Longest(tokens_.data(), end_, i);
      if (cue && lexicon_.cues[cue.value].kind == CueKind::kSource) break;
    }
    if (tags_[i].tag == Tag::kIng && i > at && !Has(i + 1, Is::kAnd) && !HeadsBody(i) &&
        !(i + 1 < end_ && HeadsBody(i + 1)))
      break;
    const WordInfo& info = words_.Info(token.word);
    if (IsThat(i) || (info.classes & (Bit(Is::kBut) | Bit(Is::kRelative))) != 0) break;
    const std::string_view word = Text(i);
    const bool linking = word == "of" || word == "for" || word == "at" || word == "from" ||
                         word == "within" || word == "by" || word == "in" || word == "with";
    if (i > at && (info.classes & Bit(Is::kSubordinator)) != 0 && !linking) break;
    if (i > at && (info.classes & (Bit(Is::kPreposition) | Bit(Is::kTo))) != 0 && !linking) break;
    if (i > at && word == "in" && i + 1 < end_) {
      const std::string_view next = Text(i + 1);
      const WordInfo& after = words_.Info(tokens_[i + 1].word);
      if (next == "a" || next == "an" || next == "his" || next == "her" || next == "its" ||
          after.month != 0 || next == "their" || tokens_[i + 1].kind == TokenKind::kNumber) {
        break;
      }
    }
    // "the Sunday report"
    const bool names = i == at + 1 && info.weekday != 0 && Has(at, Is::kArticle) && i + 1 < end_ &&
                       tokens_[i + 1].kind == TokenKind::kWord && !tags_[i + 1].OfClause() &&
                       !Has(i + 1, Is::kPreposition);
    if (i > at && !names &&
        (info.weekday != 0 || info.key == TimeKey::kYesterday || info.key == TimeKey::kToday))
      break;
    if (i > at && info.key == TimeKey::kLast && i + 1 < end_ &&
        words_.Info(tokens_[i + 1].word).unit != TimeUnit::kNone)
      break;
    if (i > at && (info.classes & Bit(Is::kAdverb)) != 0 &&
        (info.classes & (Bit(Is::kPreposition) | Bit(Is::kAdjective))) == 0 && !token.capital)
      break;
    ++i;
  }
  while (i > at &&
         (Has(i - 1, Is::kPreposition) || Has(i - 1, Is::kAnd) ||
          (tokens_[i - 1].kind == TokenKind::kMark && !Mark(i - 1, ')') && !Mark(i - 1, '.'))))
    --i;
  return i;
}

// "a governing body", "the ruling party": a word of the table for a body.
bool Attributor::HeadsBody(uint32_t at) const {
  const auto role = lexicon_.role_phrases.Longest(tokens_.data(), end_, at);
  return role && !tokens_[at].capital && (role.value & (kRolePerson | kRoleWord | kRolePaper)) == 0;
}

// A comma that adds a name to an office, and ends there: "the minister, Ostap Bilyk."
bool Attributor::NameFollows(uint32_t at, uint32_t comma) const {
  bool role = Text(at) == "former";
  if (!role && !Has(at, Is::kArticle) && !Has(at, Is::kPossessive)) return false;
  for (uint32_t i = at + 1; i < comma; ++i) {
    role = role || lexicon_.IsRole(tokens_, comma, i);
    if (tokens_[i].NameLike() && tokens_[i - 1].NameLike()) return false;  // named already
  }
  uint32_t name = comma + 1;
  if (name + 1 < end_ && Has(name, Is::kTitle)) name += 1 + Mark(name + 1, '.');
  uint32_t i = name;
  const auto Name = [this](const Token& token) {
    return token.NameLike() ||
           (token.capital && token.classes == 0 && !lexicon_.role_phrases.Starts(token) &&
            !lexicon_.noun_phrases.Starts(token));
  };
  while (i < end_ && tokens_[i].kind == TokenKind::kWord && Name(tokens_[i])) ++i;
  const bool stops = i >= end_ || Mark(i, '.') || Mark(i, ',') || Has(i, Is::kPreposition) ||
                     Has(i, Is::kSubordinator) || Has(i, Is::kAdverb) || Has(i, Is::kTimeLead) ||
                     Has(i, Is::kTimeWord);
  return role && i >= name + 2 && i <= name + 4 && stops;
}

// A comma that adds an office to a name: "X, the head of Y".
bool Attributor::Appositive(uint32_t comma) const {
  const uint32_t next = comma + 1;
  if (next >= end_ || FiniteIn(next, std::min(end_, next + 1))) return false;
  const bool opens = Has(next, Is::kArticle) || lexicon_.IsRole(tokens_, end_, next);
  if (!opens || Open(next)) return false;
  for (uint32_t i = next; i < end_ && i < next + 14; ++i) {
    if (tags_[i].OfClause()) return false;
    if (Mark(i, ',') || Mark(i, '.')) break;
  }
  for (uint32_t i = next; i < end_ && i < next + 6; ++i) {
    if (lexicon_.IsRole(tokens_, end_, i)) return true;
  }
  return false;
}

}  // namespace claimscope
