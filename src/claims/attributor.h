// The inside of attribution: the sentence at hand, what was found so far, and the questions asked
// of tokens.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "claims/attribution.h"
#include "claims/speakers.h"

namespace claimscope {

constexpr uint32_t kDataWords = 4;  // words of what a body gives out
constexpr uint32_t kListed = 3;     // paragraphs that begin with a dash, of a list
constexpr uint32_t kMaxNounPhrase = 16;
constexpr uint32_t kMadeBy = 6;  // words from "published" to "by"
constexpr uint32_t kMaxAppositive = 26;
constexpr uint32_t kMaxQuoteSentences = 12;  // from a speaker to what is quoted without one
constexpr uint32_t kMaxOwner = 8;            // words between "in" and "opinion"
constexpr uint32_t kMaxBack = 3;             // sentences that "he said this" may mean
constexpr uint32_t kMaxFigureLead = 5;       // words from "put the toll at" to its figure
constexpr uint32_t kMinQuote = 6;            // tokens from a colon of a quotation that is one
constexpr uint32_t kQuotesWords = 3;         // quotations of an article that marks what others say
constexpr uint32_t kMaxAnswer = 40;          // sentences of one answer, or one quotation

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
  std::vector<Attribution> Run(AttitudeReader attitudes);
  void Attitudes();  // (attribution_attitude.cc)

 private:
  // One cue after another. (attribution.cc)
  void ReadSentence();
  Attribution Make(uint32_t cue, uint32_t cue_end, CueKind kind) const;
  bool NamesRule(const Attribution& a) const;
  void SourcePhrase(uint32_t at, uint32_t cue_end, bool cites);
  void WhoseCue(uint32_t at, uint32_t cue_end, bool held);
  bool Relayed(const Attribution& a) const;
  uint32_t ClauseStart(uint32_t from, uint32_t to) const;
  void NounCue(uint32_t at, uint32_t cue_end);
  bool Relays(const Attribution& a) const;
  bool ByMeans(uint32_t verb) const;
  // `who`: a Speaker, or an Attribution to one.
  template <typename Who>
  static void SaidBy(const Who& who, Attribution* a) {
    a->claimant = who.claimant;
    a->side = who.side;
    a->named = who.named;
    a->media = who.media;
  }
  bool AuxiliaryAt(uint32_t at) const { return at < end_ && Has(at, Is::kAuxiliary); }
  void Reported();
  void OfSubject(Attribution* a) const;
  bool NoteSpokenTo();
  bool NobodySays(const Attribution& a) const;
  bool AuthorSays(const Attribution& a) const;
  void Push(Attribution a);
  bool Nested(const Attribution& a) const;
  bool GoesOnBeside(const Attribution& tag, uint32_t start, uint32_t cue) const;
  void NoteSubjectOf(const Attribution& a);

  // Who speaks before a colon, or behind a dash. (attribution_colon.cc)
  void Colon();
  bool Predicate();
  uint32_t Label(uint32_t at) const;
  void FindInterview();
  void HeadlineTag();

  // Verbs that report. (attribution_verbs.cc)
  void VerbCue(uint32_t at, uint32_t cue_end, const Cue& cue);
  bool TagOfNoun(uint32_t at, uint32_t cue_end, const Cue& cue) const;
  bool Inversion(uint32_t at, uint32_t group, uint32_t cue_end, const Cue& cue, Attribution* a);
  uint32_t ContentEnd(uint32_t from) const;
  void After(uint32_t stop, Attribution* a) const;
  uint32_t LastSaid() const;
  bool FollowsQuote() const;
  bool Inverted(uint32_t at) const;
  uint32_t SkipAdjuncts(uint32_t at) const;
  uint32_t NextStop(uint32_t at) const;
  bool AsTold(uint32_t source, uint32_t at, uint32_t cue_end) const;
  bool PointsBack(uint32_t cue_end) const;

  // The same in other forms. (attribution_forms.cc)
  void PassiveCue(uint32_t at, uint32_t cue_end, const Cue& cue);
  bool ReportedIn(uint32_t at, uint32_t cue_end);
  bool AsSaying(uint32_t as) const;
  bool QuotedAs(uint32_t at, uint32_t cue_end);
  void BeCue(uint32_t at, uint32_t cue_end);
  bool Quotes(uint32_t cue_end, Attribution* a) const;
  bool PutsAt(uint32_t cue_end) const;
  void Participle(uint32_t at, uint32_t cue_end, const Cue& cue);
  bool Byline(uint32_t at, uint32_t cue_end) const;
  bool Posts(uint32_t source_end, uint32_t saying) const;
  bool Names(uint32_t from, uint32_t to) const;
  bool Object(const Attribution& a) const;
  uint32_t Addressed(uint32_t who) const;
  bool WeRead(uint32_t at, uint32_t cue_end);
  bool TalksWith(uint32_t at, uint32_t cue_end) const;
  bool FirstTime(uint32_t group) const;

  // Where the words that name a source begin and end. (attribution_source.cc)
  uint32_t GroupStart(uint32_t at) const;
  bool Subject(uint32_t group, Attribution* a);
  bool MainSubject(uint32_t limit, Attribution* a) const;
  uint32_t TrimTime(uint32_t end) const;
  bool LeadingPair(uint32_t at, uint32_t end) const;
  bool OfObject(uint32_t at, uint32_t end) const;
  uint32_t NounPhraseStart(uint32_t end) const;
  bool Reduced(uint32_t verb) const;
  bool Describing(uint32_t from, uint32_t to) const;
  bool BeforeModifier(Attribution* a) const;
  uint32_t Antecedent(uint32_t start, uint32_t end) const;
  bool Nominal(uint32_t at) const;
  uint32_t BeforeDuring(uint32_t end) const;
  uint32_t BeforeOccasion(uint32_t start, uint32_t end) const;
  uint32_t Described(uint32_t head, uint32_t comma) const;
  bool HeadsBody(uint32_t at) const;
  uint32_t NameBefore(uint32_t start) const;
  bool QuoteInAside(uint32_t close) const;
  bool Manner(uint32_t at) const;
  bool Reports(uint32_t at) const;
  bool NameList(uint32_t comma) const;
  uint32_t NounPhraseEnd(uint32_t at) const;
  bool Appositive(uint32_t comma) const;
  bool NameFollows(uint32_t at, uint32_t comma) const;

  // Quotations without a cue of their own belong to the speaker nearby. (attribution_carry.cc)
  bool Quoted(uint32_t from, uint32_t to) const;
  void Carry();
  void CarryOwnWords();
  bool OwnWords() const;
  bool DashQuote() const;
  bool DashesList() const;
  uint32_t BeforeData(uint32_t begin, uint32_t end) const;
  bool DashBefore(const Attribution& tag) const;
  bool SayIn(size_t from, size_t to) const;
  bool CoversStart(size_t from, size_t to) const;
  bool Ahead(uint32_t s, size_t next, Attribution* out) const;
  bool ClosesHere(uint32_t s) const;
  bool Near(const Attribution& last, uint32_t s, bool goes_on) const;
  void CarryBack(const Attribution& told, uint32_t s, std::vector<Attribution>* all);
  void CarryInto(uint32_t s, uint32_t until, Attribution* a, bool direct) const;

  // A whole text that is what one man said. (attribution_speech.cc)
  void OneSpeech();
  bool Announced(Attribution* a);
  bool FullText() const;
  bool Follows() const;
  bool SpokeLast(Attribution* speech) const;
  static bool FirstPerson(const Token& token);
  bool InFirstPerson(const Sentence& sentence) const;

  // What people think, want, feel: verbs of all forms, nouns, adjectives. (attribution_attitude.cc)
  void AttitudesIn(const std::vector<bool>& taken, std::vector<Attribution>* out);
  bool AttitudeVerb(uint32_t at, uint32_t cue_end, Attribution* a);
  bool AttitudeWord(uint32_t at, uint32_t cue_end, AttitudeKind kind, Attribution* a);
  void ByWhom(Attribution* a) const;
  uint32_t ThoughtEnd(uint32_t from) const;
  void OwnerBefore(uint32_t at, Attribution* a) const;

  // What is said where nobody is named beside it, after all of that. (attribution_loose.cc)
  bool ClosesLater(uint32_t at) const;
  bool LooseQuote(bool inside, size_t next, std::vector<Attribution>* out) const;
  void LooseBetween(size_t next, std::vector<Attribution>* out) const;
  const Attribution* SaidBefore(size_t next) const;
  Attribution Loose(uint32_t from, uint32_t to, const Attribution* before, Mode mode) const;

  std::string_view Text(uint32_t at) const {
    return at < end_ ? text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin) : "";
  }
  WordClasses Classes(uint32_t at) const { return at < end_ ? tokens_[at].classes : 0; }
  bool Has(uint32_t at, Is is) const { return (Classes(at) & Bit(is)) != 0; }
  // "US" and "IT" are no pronouns.
  bool Pronoun(uint32_t at) const {
    return Has(at, Is::kPronoun) && !(at < end_ && tokens_[at].all_caps);
  }
  bool VerbBehindAside(uint32_t comma) const;
  bool CountsSoon(uint32_t at) const;
  bool VerbAt(uint32_t at) const;
  bool HoldsOf(uint32_t at) const;
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
  // "X told Y": what follows is whom, not who.
  bool Tells(uint32_t at) const {
    return tokens_[at].word == tell_ || words_.Info(tokens_[at].word).lemma == tell_;
  }
  bool IsThat(uint32_t at) const { return at < end_ && tokens_[at].word == that_; }
  bool IsPronounSubject(uint32_t at) const { return IsThat(at) ? false : !Has(at, Is::kRelative); }

  std::string_view text_;
  const Tokens& tokens_;
  const std::vector<Sentence>& sentences_;
  const std::vector<TagInfo>& tags_;
  const Lexicon& lexicon_;
  const Vocabulary& words_;
  SpeakerResolver speakers_;
  WordId that_ = words_.Find("that"), tell_ = words_.Find("tell"), report_ = words_.Find("report"),
         say_ = words_.Find("say");
  uint32_t begin_ = 0, end_ = 0, sentence_ = 0;
  bool bullets_ = false;  // dashes begin the items of a list
  bool dash_ = false;     // the sentence is in a quotation behind a dash
  size_t first_ = 0;
  uint32_t quotes_ = 0;     // opened before the sentence at hand
  bool interview_ = false;  // "NAME: what is said", paragraph by paragraph
  std::vector<Attribution> found_;
};

}  // namespace claimscope
