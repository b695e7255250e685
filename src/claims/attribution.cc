#include "claims/attribution.h"

#include <algorithm>

#include "base/strings.h"
#include "claims/speakers.h"

namespace claimscope {
namespace {

constexpr uint32_t kMaxNounPhrase = 16;
constexpr uint32_t kMaxAppositive = 26;
constexpr uint32_t kMaxQuoteSentences = 12;

class Attributor {
 public:
  Attributor(std::string_view text, const Tokens& tokens, const std::vector<Sentence>& sentences,
             const std::vector<TagInfo>& tags, const std::vector<PlaceFinding>& places,
             const Lexicon& lexicon, const Gazetteer& gazetteer, const Actors& actors,
             Day published)
      : text_(text),
        tokens_(tokens),
        sentences_(sentences),
        tags_(tags),
        lexicon_(lexicon),
        words_(lexicon.words),
        speakers_(text, tokens, places, lexicon, gazetteer, actors, published) {}

  std::vector<Attribution> Run() {
    for (uint32_t s = 0; s < sentences_.size(); ++s) {
      sentence_ = s;
      begin_ = sentences_[s].begin;
      end_ = sentences_[s].end;
      first_ = found_.size();
      if (!sentences_[s].dateline) {
        ReadSentence();
        speakers_.NoteSubject(begin_, end_, s);
      }
    }
    Carry();
    return std::move(found_);
  }

 private:
  std::string_view Text(uint32_t at) const {
    return at < end_ ? text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin) : "";
  }
  WordClasses Classes(uint32_t at) const {
    return at < end_ ? words_.Info(tokens_[at].word).classes : 0;
  }
  bool Has(uint32_t at, Is is) const { return (Classes(at) & Bit(is)) != 0; }
  // "US" and "IT" are no pronouns.
  bool Pronoun(uint32_t at) const {
    return Has(at, Is::kPronoun) && !(at < end_ && tokens_[at].all_caps);
  }
  bool Mark(uint32_t at, char mark) const { return at < end_ && tokens_[at].mark == mark; }
  bool Open(uint32_t at) const { return at < end_ && tokens_[at].kind == TokenKind::kOpenQuote; }
  bool Close(uint32_t at) const { return at < end_ && tokens_[at].kind == TokenKind::kCloseQuote; }
  bool Finite(uint32_t at) const { return at < end_ && tags_[at].tag == Tag::kFinite; }
  bool FiniteIn(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i) {
      if (tags_[i].tag == Tag::kFinite) return true;
    }
    return false;
  }
  bool CommaIn(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i) {
      if (tokens_[i].mark == ',') return true;
    }
    return false;
  }
  bool IsThat(uint32_t at) const { return at < end_ && tokens_[at].word == that_; }

  void ReadSentence() {
    bool quoted = sentences_[sentence_].begins_in_quote;
    for (uint32_t at = begin_; at < end_; ++at) {
      if (Open(at)) quoted = true;
      if (Close(at)) quoted = false;
      if (quoted || tokens_[at].kind != TokenKind::kWord) continue;
      if (!lexicon_.cue_phrases.Starts(tokens_[at].word)) continue;
      const auto match = lexicon_.cue_phrases.Longest(tokens_.data(), end_, at);
      if (!match) continue;
      const Cue& cue = lexicon_.cues[match.value];
      const uint32_t cue_end = at + match.length;
      if (cue.kind == CueKind::kSource) {
        SourcePhrase(at, cue_end);
        at = cue_end - 1;
      } else if (cue.kind != CueKind::kNoun) {
        VerbCue(at, cue_end, cue);
      }
    }
    Colon();
    HeadlineTag();
  }

  Attribution Make(uint32_t cue, uint32_t cue_end, CueKind kind) const {
    Attribution a;
    a.sentence = sentence_;
    a.cue_begin = cue;
    a.cue_end = cue_end;
    a.kind = kind;
    return a;
  }

  // "according to X": what it governs is the clause around it.
  void SourcePhrase(uint32_t at, uint32_t cue_end) {
    if (Mark(cue_end, ',')) return;
    uint32_t stop = NounPhraseEnd(cue_end);
    if (stop == cue_end) return;
    Attribution a = Make(at, cue_end, CueKind::kSource);
    a.source_begin = cue_end;
    a.source_end = stop;
    // "data on the operation released by the ministry": the nearer source is the one.
    if (found_.size() > first_ && found_.back().kind == CueKind::kSource &&
        found_.back().cue_end < at && !FiniteIn(found_.back().cue_end, at) &&
        !CommaIn(found_.back().cue_end, at)) {
      Attribution& before = found_.back();
      const Speaker nearer = speakers_.Resolve(cue_end, stop, begin_, end_, sentence_, true);
      if (!nearer.claimant.empty()) {
        before.claimant = nearer.claimant;
        before.side = nearer.side;
        before.named = nearer.named;
        before.source_end = stop;
      }
      return;
    }
    const uint32_t left = LastSaid();
    const bool leads = at <= begin_ + 1;
    if (leads) {
      a.content_begin = Mark(stop, ',') ? stop + 1 : stop;
      a.content_end = end_;
    } else {
      // A clause that begins with "who, according to witnesses, was ..." goes on after it.
      a.content_begin = left > begin_ && left < at ? ClauseStart(left, at) : begin_;
      a.content_end = at;
      if (Mark(stop, ',') && stop + 1 < end_) {
        a.content2_begin = stop + 1;
        a.content2_end = end_;
      }
    }
    Push(std::move(a));
  }
  uint32_t ClauseStart(uint32_t from, uint32_t to) const {
    for (uint32_t i = to; i-- > from;) {
      if ((Has(i, Is::kBut) || Mark(i, ';')) && i > from) return i + 1;
    }
    return from;
  }

  void VerbCue(uint32_t at, uint32_t cue_end, const Cue& cue) {
    const TagInfo& tag = tags_[at];
    if (tag.tag == Tag::kIng) return Participle(at, cue_end, cue);
    if (tag.tag != Tag::kFinite || tag.passive) {
      // `, said X`, `" says X`: a form the tagger may take for a noun.
      if (!(tag.tag == Tag::kParticiple && at > begin_ && (Mark(at - 1, ',') || Close(at - 1))))
        return;
    }
    const uint32_t group = GroupStart(at);
    if (group == begin_ && !FollowsQuote()) return;
    Attribution a = Make(at, cue_end, cue.kind);
    a.status = cue.status;
    const uint32_t prior = group - 1;
    const bool after_mark =
        group > begin_ && (Mark(prior, ',') || Close(prior) || Mark(prior, '~'));
    if ((after_mark || group == begin_) && cue.kind != CueKind::kThink &&
        cue.kind != CueKind::kVow && Inverted(cue_end) &&
        (FiniteIn(LastSaid(), group) || (group > begin_ && Close(group - 1)) || FollowsQuote())) {
      const uint32_t stop = NounPhraseEnd(cue_end);
      if (stop > cue_end) {
        a.source_begin = cue_end;
        a.source_end = stop;
        a.content_begin = found_.size() > first_ ? std::max(begin_, found_.back().cue_end) : begin_;
        a.content_end = group;
        After(stop, &a);
        Push(std::move(a));
      }
      return;
    }
    if (group == begin_) return;
    if (!Subject(group, &a)) return;
    const uint32_t source = a.source_end > a.source_begin ? a.source_begin : group;
    const uint32_t follow = SkipAdjuncts(cue_end);
    const bool before_mark =
        source > begin_ && (Mark(source - 1, ',') || Close(source - 1) || Mark(source - 1, '~'));
    const bool block = Mark(end_ - 1, ':');
    const bool opens = IsThat(follow) || Open(follow) || Mark(follow, ':') || block;
    const bool after_quote =
        source > begin_ && (Close(source - 1) || (source >= begin_ + 2 && Close(source - 2)));
    const bool after_comma = source > begin_ && Mark(source - 1, ',') && FiniteIn(begin_, source) &&
                             !FiniteIn(cue_end, NextStop(cue_end));
    if (cue.kind == CueKind::kWeak && !opens && !after_quote && !after_comma) return;
    // "what it described as ..." is no statement of its own.
    if (source > begin_ && Text(source - 1) == "what" && !block) return;
    if (tag.modal && !tag.negated && a.kind != CueKind::kThink && a.kind != CueKind::kVow)
      return;  // "could signal"
    if (cue.kind == CueKind::kWeak) a.kind = CueKind::kSay;
    const uint32_t stop = NextStop(cue_end);
    const bool clause_follows =
        opens || (a.kind == CueKind::kThink ? true : FiniteIn(cue_end, stop));
    const uint32_t left = LastSaid();
    if (before_mark && !clause_follows && a.kind != CueKind::kThink &&
        (FiniteIn(left, source) || Close(source - 1) || (source >= 2 && Close(source - 2)))) {
      a.content_begin = left;
      a.content_end = source;
      After(std::max(stop, cue_end), &a);
      Push(std::move(a));
      return;
    }
    if ((follow >= end_ || (Mark(follow, '.') && follow + 1 >= end_)) && !Mark(end_ - 1, ':'))
      return;
    a.content_begin = IsThat(follow) ? follow + 1 : cue_end;
    a.content_end = ContentEnd(a.content_begin);
    Push(std::move(a));
  }

  // Indirect speech ends where the paper goes on by itself: ", while ...", ", even as ...".
  uint32_t ContentEnd(uint32_t from) const {
    bool quoted = false;
    for (uint32_t i = from; i < end_; ++i) {
      if (Open(i)) quoted = true;
      if (Close(i)) quoted = false;
      if (quoted || !Mark(i, ',') || i + 2 >= end_) continue;
      const std::string_view next = Text(i + 1);
      const bool joint =
          next == "while" || next == "whereas" || (next == "even" && Text(i + 2) == "as");
      if (joint && FiniteIn(i + 1, end_)) return i + 1;
    }
    return end_;
  }

  // What is said after a tag inside a sentence: `"A," he said, "B"`, "A, he said, and B".
  void After(uint32_t stop, Attribution* a) const {
    uint32_t at = stop;
    while (at < end_ && !Mark(at, ',') && !Open(at) && !Mark(at, '.')) ++at;
    if (at >= end_ || Mark(at, '.')) return;
    a->content2_begin = Mark(at, ',') ? at + 1 : at;
    a->content2_end = end_;
    if (a->content2_begin >= end_) a->content2_begin = a->content2_end = 0;
  }

  // Where what this sentence has said so far, by an earlier cue, began; its start without one.
  uint32_t LastSaid() const {
    for (size_t i = found_.size(); i-- > first_;) {
      if (found_[i].kind != CueKind::kThink && found_[i].named)
        return std::max(begin_, found_[i].cue_end);
    }
    return begin_;
  }

  bool FollowsQuote() const {
    if (sentence_ == 0) return false;
    const Sentence& before = sentences_[sentence_ - 1];
    return before.end > before.begin && tokens_[before.end - 1].kind == TokenKind::kCloseQuote;
  }

  // First token of the verb group whose main verb is at `at`.
  uint32_t GroupStart(uint32_t at) const {
    while (at > begin_) {
      const uint32_t i = at - 1;
      const bool group =
          tags_[i].tag == Tag::kAuxiliary ||
          ((Classes(i) & (Bit(Is::kAdverb) | Bit(Is::kNegation))) != 0 &&
           (Classes(i) & (Bit(Is::kPronoun) | Bit(Is::kVerbPast) | Bit(Is::kNounMostly))) == 0);
      if (!group) break;
      at = i;
    }
    return at;
  }

  bool Inverted(uint32_t at) const {
    if (at >= end_ || IsThat(at)) return false;
    const Token& token = tokens_[at];
    if (token.kind != TokenKind::kWord) return false;
    const WordInfo& info = words_.Info(token.word);
    if (info.weekday != 0 || info.month != 0) return false;
    if (Has(at, Is::kPreposition) || Pronoun(at) || Has(at, Is::kTo)) return false;
    // "said the plant was hit" is no inversion; what follows must hold no clause of its own.
    const uint32_t stop = NounPhraseEnd(at);
    return !(stop < end_ &&
             (tags_[stop].tag == Tag::kFinite || tags_[stop].tag == Tag::kAuxiliary)) ||
           Has(stop, Is::kRelative);
  }

  // Sets the source that ends before the verb group; false when none can be.
  bool Subject(uint32_t group, Attribution* a) {
    uint32_t last = group;  // one past the noun phrase
    last = TrimTime(last);
    if (last <= begin_) return false;
    if (Mark(last - 1, ',')) {
      // An apposition: "X, the head of Y, said".
      uint32_t comma = last - 1;
      for (uint32_t steps = 0; comma > begin_ && steps < kMaxAppositive; ++steps) {
        --comma;
        if (!Mark(comma, ',')) continue;
        const bool relative = Has(comma + 1, Is::kRelative);
        if (FiniteIn(comma + 1, last - 1) && !relative) return false;
        const uint32_t head = NounPhraseStart(comma);
        if (head == comma) return false;
        // The comma of an enumeration of speakers is none of an apposition; both end up in the
        // source.
        a->source_begin = head;
        a->source_end = last - 1;
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
      if (head > begin_ && Mark(head - 1, ',')) --head;
      const uint32_t start = NounPhraseStart(head);
      if (start == head) return false;
      a->source_begin = start;
      a->source_end = head;
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
    const uint32_t start = NounPhraseStart(last);
    if (start >= last) return false;
    a->source_begin = start;
    a->source_end = last;
    return true;
  }
  bool IsPronounSubject(uint32_t at) const { return IsThat(at) ? false : !Has(at, Is::kRelative); }

  // The subject of the sentence's first finite verb before `limit`.
  bool MainSubject(uint32_t limit, Attribution* a) const {
    for (uint32_t i = begin_; i < limit; ++i) {
      if (tags_[i].tag != Tag::kFinite) continue;
      const uint32_t group = TrimTime(GroupStart(i));
      const uint32_t start = NounPhraseStart(group);
      if (start >= group) return false;
      a->source_begin = start;
      a->source_end = group;
      return true;
    }
    return false;
  }

  // "Moscow on Monday said": the day before the verb is no part of the name.
  uint32_t TrimTime(uint32_t end) const {
    uint32_t i = end;
    while (i > begin_) {
      const WordInfo& info = words_.Info(tokens_[i - 1].word);
      const bool time = info.weekday != 0 || (info.month != 0 && tokens_[i - 1].capital) ||
                        info.key == TimeKey::kToday || info.key == TimeKey::kYesterday ||
                        info.key == TimeKey::kDayPart || info.unit != TimeUnit::kNone ||
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

  // First token of the noun phrase that ends before `end`.
  uint32_t NounPhraseStart(uint32_t end) const {
    uint32_t at = end;
    for (uint32_t steps = 0; at > begin_ && steps < kMaxNounPhrase; ++steps) {
      const uint32_t i = at - 1;
      const Token& token = tokens_[i];
      if (token.kind == TokenKind::kOpenQuote || token.kind == TokenKind::kCloseQuote) break;
      if (token.kind == TokenKind::kMark) {
        const bool inside =
            token.mark == '-' || token.mark == '&' || token.mark == '\'' || token.mark == ')' ||
            token.mark == '(' ||
            (token.mark == '.' && i > begin_ &&
             (tokens_[i - 1].end - tokens_[i - 1].begin == 1 || Has(i - 1, Is::kAbbreviation)));
        if (token.mark == ',' && NameList(i)) {
          at = i;
          continue;
        }
        if (!inside) break;
        at = i;
        continue;
      }
      const WordClasses classes = Classes(i);
      if (tags_[i].tag == Tag::kFinite || tags_[i].tag == Tag::kAuxiliary ||
          tags_[i].tag == Tag::kInfinitive)
        break;
      if (tags_[i].tag == Tag::kIng && !token.capital) break;
      if (IsThat(i) || (classes & (Bit(Is::kBut) | Bit(Is::kRelative))) != 0) break;
      const std::string_view word = Text(i);
      const bool linking = word == "of" || word == "for" || word == "in" || word == "at" ||
                           word == "on" || word == "from" || word == "with" || word == "to" ||
                           word == "within" || word == "by" || word == "near";
      if ((classes & Bit(Is::kSubordinator)) != 0 && !linking) break;
      if ((classes & Bit(Is::kPreposition)) != 0 && !linking && (classes & Bit(Is::kAdverb)) == 0)
        break;
      if ((classes & Bit(Is::kAnd)) != 0) {
        if (!(i > begin_ && i + 1 < end && Nominal(i - 1) && Nominal(i + 1))) break;
      }
      if (Pronoun(i) && (classes & (Bit(Is::kPossessive) | Bit(Is::kArticle))) == 0) {
        return at == end ? i : at;
      }
      at = i;
    }
    // It does not begin with a linking word, an adverb or a day.
    while (at < end) {
      const WordInfo& info = words_.Info(tokens_[at].word);
      const bool lead =
          (info.classes & (Bit(Is::kPreposition) | Bit(Is::kAnd) | Bit(Is::kTo) | Bit(Is::kBut))) !=
              0 ||
          ((info.classes & Bit(Is::kAdverb)) != 0 && (info.classes & Bit(Is::kAdjective)) == 0) ||
          info.weekday != 0 || tokens_[at].kind == TokenKind::kMark;
      if (!lead) break;
      // A preposition takes its noun along: "On Monday the ministry", "In Moscow officials".
      if ((info.classes & Bit(Is::kPreposition)) != 0 && at + 2 < end &&
          words_.Info(tokens_[at + 1].word).weekday != 0)
        ++at;
      ++at;
    }
    return at;
  }
  bool Nominal(uint32_t at) const {
    return tokens_[at].capital || (Classes(at) & (Bit(Is::kNounMostly) | Bit(Is::kArticle))) != 0 ||
           lexicon_.role_phrases.Starts(tokens_[at].word) ||
           lexicon_.noun_phrases.Starts(tokens_[at].word);
  }
  // The comma in "Ukraine, the U.S. and South Korea said".
  bool NameList(uint32_t comma) const {
    if (comma == begin_ || comma + 1 >= end_) return false;
    uint32_t next = comma + 1;
    if (Has(next, Is::kArticle)) ++next;
    if (!(tokens_[comma - 1].capital && next < end_ && tokens_[next].capital)) return false;
    for (uint32_t i = next; i < end_ && i < comma + 8; ++i) {
      if (Has(i, Is::kAnd)) return comma < begin_ + 8;
      if (tags_[i].tag == Tag::kFinite || tags_[i].tag == Tag::kAuxiliary) return false;
    }
    return false;
  }

  // One past the noun phrase that begins at `at` (a source after its cue).
  uint32_t NounPhraseEnd(uint32_t at) const {
    uint32_t i = at;
    for (uint32_t steps = 0; i < end_ && steps < kMaxNounPhrase + 6; ++steps) {
      const Token& token = tokens_[i];
      if (token.kind == TokenKind::kOpenQuote || token.kind == TokenKind::kCloseQuote) break;
      if (token.kind == TokenKind::kMark) {
        if (token.mark == ',' && i > at && Appositive(i)) {
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
      if (tags_[i].tag == Tag::kFinite || tags_[i].tag == Tag::kAuxiliary) break;
      if (tags_[i].tag == Tag::kIng && i > at) break;
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
      if (i > at &&
          (info.weekday != 0 || info.key == TimeKey::kYesterday || info.key == TimeKey::kToday))
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
  // A comma that adds an office to a name: "X, the head of Y".
  bool Appositive(uint32_t comma) const {
    const uint32_t next = comma + 1;
    if (next >= end_ || FiniteIn(next, std::min(end_, next + 1))) return false;
    const bool opens =
        Has(next, Is::kArticle) || (bool)lexicon_.role_phrases.Longest(tokens_.data(), end_, next);
    if (!opens || Open(next)) return false;
    for (uint32_t i = next; i < end_ && i < next + 14; ++i) {
      if (tags_[i].tag == Tag::kFinite || tags_[i].tag == Tag::kAuxiliary) return false;
      if (Mark(i, ',') || Mark(i, '.')) break;
    }
    for (uint32_t i = next; i < end_ && i < next + 6; ++i) {
      if (lexicon_.role_phrases.Longest(tokens_.data(), end_, i)) return true;
    }
    return false;
  }

  // Past "on Monday", "in a statement", "the BBC" after "told": to where what is said begins.
  uint32_t SkipAdjuncts(uint32_t at) const {
    for (uint32_t i = at; i < end_ && i < at + 16; ++i) {
      if (IsThat(i) || Open(i) || Mark(i, ':')) return i;
      if (tags_[i].tag == Tag::kFinite || Mark(i, ',') || Mark(i, '.')) break;
    }
    return at;
  }
  // The next comma, dash or quotation mark that ends what follows a cue.
  uint32_t NextStop(uint32_t at) const {
    for (uint32_t i = at; i < end_; ++i) {
      if (Mark(i, ',') || Mark(i, ';') || Mark(i, '~') || Open(i)) return i;
    }
    return end_;
  }

  // ", stressing that": the source of the sentence goes on.
  void Participle(uint32_t at, uint32_t cue_end, const Cue& cue) {
    if (cue.kind == CueKind::kThink) return;
    const bool content = IsThat(cue_end) || Open(cue_end) || Has(cue_end, Is::kArticle) ||
                         FiniteIn(cue_end, end_) || Mark(cue_end, ':');
    if (!content || at == begin_) return;
    const uint32_t prior = at - 1;
    if (cue.kind == CueKind::kWeak && !IsThat(cue_end) && !Open(cue_end)) return;
    if (Has(prior, Is::kPreposition) && !IsThat(cue_end)) return;
    if (!Mark(prior, ',') && !IsThat(cue_end) && !Open(cue_end) && !Has(prior, Is::kAnd)) return;
    Attribution a = Make(at, cue_end, cue.kind);
    a.status = cue.status;
    if (found_.size() > first_) {
      a.source_begin = found_.back().source_begin;
      a.source_end = found_.back().source_end;
      a.claimant = found_.back().claimant;
      a.side = found_.back().side;
      a.named = found_.back().named;
    } else if (!MainSubject(at, &a)) {
      return;
    }
    a.content_begin = IsThat(cue_end) ? cue_end + 1 : cue_end;
    a.content_end = end_;
    Push(std::move(a));
  }

  // `Lavrov: "..."` and `Zelensky: Russia will ...` without a verb of speech.
  void Colon() {
    if (found_.size() > first_) return;
    for (uint32_t i = begin_ + 1; i < end_ && i < begin_ + 9; ++i) {
      if (tags_[i].tag == Tag::kFinite) return;
      if (!Mark(i, ':')) continue;
      const bool quote = Open(i + 1);
      if (!speakers_.HasActor(begin_, i, quote)) return;
      Attribution a = Make(i, i + 1, CueKind::kSay);
      a.source_begin = begin_;
      a.source_end = i;
      a.content_begin = i + 1;
      a.content_end = end_;
      Push(std::move(a));
      return;
    }
  }

  // "... — mayor", "... - Kyiv": the tag of a headline.
  void HeadlineTag() {
    if (found_.size() > first_ || end_ - begin_ < 5 || Mark(end_ - 1, '.')) return;
    for (uint32_t i = end_ - 1; i > begin_ + 2 && end_ - i < 9; --i) {
      if (!Mark(i, '~')) continue;
      if (!speakers_.HasActor(i + 1, end_, false) && !speakers_.HasRole(i + 1, end_)) return;
      Attribution a = Make(i, i + 1, CueKind::kSay);
      a.source_begin = i + 1;
      a.source_end = end_;
      a.content_begin = begin_;
      a.content_end = i;
      Push(std::move(a));
      return;
    }
  }

  void Push(Attribution a) {
    if (a.source_end > a.source_begin && a.claimant.empty()) {
      const Speaker speaker = speakers_.Resolve(
          a.source_begin, a.source_end, begin_, end_, sentence_,
          a.kind == CueKind::kSay || a.kind == CueKind::kSource || a.kind == CueKind::kVow);
      if (speaker.claimant.empty()) return;
      a.claimant = speaker.claimant;
      a.side = speaker.side;
      a.named = speaker.named;
    }
    if (a.claimant.empty()) return;
    // A later attribution to the right takes its content from the one before.
    if (found_.size() > first_) {
      Attribution& before = found_.back();
      const uint32_t start =
          std::min(a.source_begin > before.cue_end ? a.source_begin : a.cue_begin, a.cue_begin);
      if (before.content_end == end_ && before.content_begin < start && a.content_begin >= start) {
        before.content_end = start;
      }
      if (before.content2_end == end_ && before.content2_begin >= a.content_begin)
        before.content2_begin = before.content2_end = 0;
    }
    a.direct = Quoted(a.content_begin, a.content_end) || Quoted(a.content2_begin, a.content2_end);
    a.mode = a.direct ? Mode::kDirect : Mode::kIndirect;
    found_.push_back(std::move(a));
  }

  // More than half of it between quotation marks?
  bool Quoted(uint32_t from, uint32_t to) const {
    if (from >= to) return false;
    bool quoted = from == begin_ && sentences_[sentence_].begins_in_quote;
    uint32_t inside = 0;
    for (uint32_t i = from; i < to; ++i) {
      if (Open(i)) quoted = true;
      if (Close(i)) quoted = false;
      inside += quoted;
    }
    return inside * 2 > to - from;
  }

  // Quotations without a cue of their own, and text after "X wrote:", belong to the speaker nearby.
  void Carry() {
    std::vector<Attribution> all;
    all.reserve(found_.size() * 2);
    size_t next = 0;
    const Attribution* last = nullptr;
    Attribution block;  // "Here is what the General Staff posted:"
    uint32_t block_paragraphs = 0;
    bool block_open = false;
    for (uint32_t s = 0; s < sentences_.size(); ++s) {
      const Sentence& sentence = sentences_[s];
      begin_ = sentence.begin;
      end_ = sentence.end;
      sentence_ = s;
      const size_t own = next;
      while (next < found_.size() && found_[next].sentence == s) ++next;
      const bool has_say = SayIn(own, next);
      const bool opens = sentence.begins_in_quote || (end_ > begin_ && Open(begin_));
      if (opens && !CoversStart(own, next)) {
        Attribution carried;
        if (Ahead(s, next, &carried) ||
            (last != nullptr && Near(*last, s) && (carried = *last, true))) {
          CarryInto(s, own < next ? found_[own].cue_begin : end_, &carried, true);
          if (carried.content_begin < carried.content_end) all.push_back(carried);
        }
      } else if (!has_say && block_open && !sentence.dateline) {
        if (sentence.begin < tokens_.size() && tokens_[sentence.begin].paragraph)
          ++block_paragraphs;
        if (block_paragraphs > 2) {
          block_open = false;
        } else if (own == next) {
          Attribution carried = block;
          CarryInto(s, end_, &carried, true);
          all.push_back(carried);
        }
      }
      if (has_say) block_open = false;
      for (size_t i = own; i < next; ++i) all.push_back(found_[i]);
      for (size_t i = own; i < next; ++i) {
        if (found_[i].kind == CueKind::kSay || found_[i].kind == CueKind::kVow ||
            found_[i].kind == CueKind::kSource)
          last = &found_[i];
      }
      if (end_ > begin_ && Mark(end_ - 1, ':') && own < next) {
        block = found_[own];
        for (size_t i = own; i < next; ++i) {
          if (found_[i].kind == CueKind::kSay) {
            block = found_[i];
            break;
          }
        }
        block_open = true;
        block_paragraphs = 0;
      }
    }
    found_.swap(all);
  }
  bool SayIn(size_t from, size_t to) const {
    for (size_t i = from; i < to; ++i) {
      if (found_[i].kind != CueKind::kThink) return true;
    }
    return false;
  }
  // Does one of the sentence's own attributions take its first words?
  bool CoversStart(size_t from, size_t to) const {
    for (size_t i = from; i < to; ++i) {
      if (found_[i].kind != CueKind::kThink && found_[i].content_begin <= begin_ + 1) return true;
    }
    return false;
  }
  // The tag after the quotation's end, some sentences on: `..." the governor wrote.`
  bool Ahead(uint32_t s, size_t next, Attribution* out) const {
    if (sentences_[s].end > sentences_[s].begin && ClosesHere(s)) {
      return false;
    }
    size_t at = next;
    for (uint32_t i = s + 1; i < sentences_.size() && i < s + kMaxQuoteSentences; ++i) {
      if (tokens_[sentences_[i].begin].paragraph) return false;
      while (at < found_.size() && found_[at].sentence < i) ++at;
      for (size_t k = at; k < found_.size() && found_[k].sentence == i; ++k) {
        if (found_[k].kind == CueKind::kSay && found_[k].content_begin <= sentences_[i].begin + 1) {
          *out = found_[k];
          return true;
        }
      }
      if (ClosesHere(i)) return false;
    }
    return false;
  }
  bool ClosesHere(uint32_t s) const {
    bool quoted = true;
    for (uint32_t i = sentences_[s].begin; i < sentences_[s].end; ++i) {
      if (tokens_[i].kind == TokenKind::kOpenQuote) quoted = true;
      if (tokens_[i].kind == TokenKind::kCloseQuote) quoted = false;
    }
    return !quoted;
  }
  bool Near(const Attribution& last, uint32_t s) const {
    return last.sentence + kMaxQuoteSentences > s &&
           sentences_[s].paragraph <= sentences_[last.sentence].paragraph + kMaxQuoteSentences;
  }
  void CarryInto(uint32_t s, uint32_t until, Attribution* a, bool direct) const {
    a->sentence = s;
    a->carried = true;
    a->direct = direct;
    a->mode = Mode::kDirect;
    a->content_begin = sentences_[s].begin;
    a->content_end = std::max(until, sentences_[s].begin);
    a->content2_begin = a->content2_end = 0;
    a->source_begin = a->source_end = 0;
    a->cue_begin = a->cue_end = 0;
  }

  std::string_view text_;
  const Tokens& tokens_;
  const std::vector<Sentence>& sentences_;
  const std::vector<TagInfo>& tags_;
  const Lexicon& lexicon_;
  const Vocabulary& words_;
  SpeakerResolver speakers_;
  WordId that_ = words_.Find("that");
  uint32_t begin_ = 0, end_ = 0, sentence_ = 0;
  size_t first_ = 0;
  std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> FindAttributions(std::string_view text, const Tokens& tokens,
                                          const std::vector<Sentence>& sentences,
                                          const std::vector<TagInfo>& tags,
                                          const std::vector<PlaceFinding>& places,
                                          const Lexicon& lexicon, const Gazetteer& gazetteer,
                                          const Actors& actors, Day published) {
  return Attributor(text, tokens, sentences, tags, places, lexicon, gazetteer, actors, published)
      .Run();
}

}  // namespace claimscope
