// The inside of the claims layer: pieces of one article's sentences become claims, with all that
// the other layers know of them. One concept a file; the state they share is here.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claims/analysis.h"
#include "claims/clauses.h"

namespace claimscope {

constexpr int kClear = 6;  // a rule of this weight makes a claim of its kind beyond doubt
constexpr int kStrong = 7;
constexpr uint32_t kLeastSaid = 3;  // words of a statement

struct Draft {
  Claim claim;
  uint32_t begin, end;  // tokens
  uint32_t sentence;
  RegionId region = 0;
  bool headline = false;
  bool own_place = false;
  bool weak = false;               // of a kind that the context chose
  const KindRule* rule = nullptr;  // of kinds.tsv; null: the context's, or none
};

class Composer {
 public:
  Composer(const Article& article, const Analysis& a, const RulePack& pack)
      : article_(article), a_(a), pack_(pack), words_(pack.lexicon.words), text_(article.text) {
    const KnownClasses& known = pack.lexicon.known;
    weapon_ = known.weapon;
    territory_ = known.ground | known.settlement;
    target_ = known.target;
    capital_word_ = words_.Find("capital");
    lose_word_ = words_.Find("lose");
    launch_word_ = words_.Find("launch");
    you_word_ = words_.Find("you");
  }
  std::vector<Claim> Run();

 private:
  struct Part {
    Piece piece;
    KindFinding kind;
    bool verb = false;    // a finite verb or participle of its own
    bool figure = false;  // a counted quantity
    bool dated = false, placed = false;
    bool shares = false;  // the verb, and all that goes with it, of a figure after it
  };
  struct Reach {
    ClaimStatus status;
    Span span;
    bool tells;  // what is denied stands beside it: a claim of its own
    bool here;   // of nothing before its sentence
    bool told;   // it names what it is about: "denied these claims"
  };

  // An item of a list of losses.
  struct Tally {
    uint32_t begin = 0, end = 0, label_end = 0;  // tokens
    const QuantityMention* total = nullptr;
    NounClasses classes = 0;
    std::string unit, of;  // what is counted
  };

  // Sentences become drafts, drafts claims. (compose.cc)
  void Classify();
  bool OnTopic() const;
  void ReadSentence(const Sentence& sentence);
  bool IsHeadline(const Sentence& sentence) const;
  bool AllCapitals(const Sentence& sentence) const;
  void Emit(const Part& part, bool whole, bool headline);
  void FindSeams();
  void KeepWhole(uint32_t* begin, uint32_t* end) const;
  void TrimQuotes(uint32_t* begin, uint32_t* end) const;
  bool Says(const Attribution& a, uint32_t begin, uint32_t end) const;
  bool ShortSpeech(uint32_t begin, uint32_t end) const;
  bool TellsWhatHappened(uint32_t begin, uint32_t end) const;
  bool OtherClaim(const Part& part, uint32_t begin, uint32_t end, const Attribution* attribution,
                  bool headline) const;

  // Which pieces of a sentence are claims of their own, and of what kind. (compose_parts.cc)
  Part Look(const Piece& piece) const;
  KindFinding Judge(uint32_t from, uint32_t to) const;
  bool Supposed(uint32_t from, uint32_t at) const;
  KindFinding MainKind(const KindFinding& found, uint32_t from, uint32_t to) const;
  void ShareTail(std::vector<Part>* parts) const;
  void LoseThings(Part* part) const;
  KindFinding KindOfCounted(const Part& part, const KindFinding& told) const;
  void InheritBack(std::vector<Part>* parts) const;
  bool CountsFirst(const Piece& piece) const;
  void InheritVerbs(std::vector<Part>* parts) const;
  void Merge(std::vector<Part>* parts) const;
  bool Apart(const Part& before, const Part& part) const;
  bool Political();
  void KindFromContext(const Part& part, uint32_t begin, uint32_t end,
                       const Attribution* attribution, Claim* claim) const;
  uint32_t States(uint32_t begin, uint32_t end) const;
  bool NamesState(uint32_t begin, uint32_t end) const;
  bool Statesman(const Attribution* attribution) const;
  bool StateSubject(uint32_t begin, uint32_t end, const Attribution* attribution) const;
  bool Stands(const Part& part) const;
  bool Concedes(const Part& before, const Part& part) const;
  bool Another(const Part& before, const Part& part) const;
  bool TurnsAround(const Part& before, const Part& part) const;
  bool SaysOn(const Part& part) const;
  bool Adds(const Part& part) const;
  bool Cites(const Part& part) const;
  bool Conditional(const Part& part) const;
  bool Alternative(const Part& part) const;
  bool FigureApart(const Part& before, const Part& part) const;

  // Lists of losses. (compose_tallies.cc)
  void ReadTallies(const Sentence& sentence);
  const QuantityMention* FigureAt(uint32_t at) const;
  bool ReadCounted(uint32_t at, uint32_t end, Tally* tally) const;
  bool ReadTally(uint32_t at, uint32_t end, Tally* tally) const;
  void NameTally(Tally* tally) const;
  const Actor* Issuer(uint32_t lead) const;
  const Attribution* SourceOfList(uint32_t lead, uint32_t last);
  void EmitTally(const Tally& tally, const Part& lead, const Draft& of);
  void CountOn(Claim* claim) const;
  bool OfGrowth(uint32_t at) const;
  void EmitGrown(const QuantityMention& mention, const Quantity& total, Draft draft);
  void EmitWhole(const QuantityMention& mention, Draft draft);
  template <typename Test>
  bool AnyFigure(uint32_t begin, uint32_t end, Test test) const {
    for (size_t q = quantity_begin_; q < quantity_end_; ++q) {
      const QuantityMention& mention = a_.quantities[q];
      if (mention.begin >= begin && mention.end <= end && test(mention)) return true;
    }
    return false;
  }

  // What a sentence says by the way: ", which ...", "after ...". (compose_aside.cc)
  void FindAsides(const Sentence& sentence);
  void FindBeside(const Sentence& sentence);
  uint32_t PhraseEnd(uint32_t at, uint32_t end) const;
  bool Left(uint32_t from) const;
  bool Fired(uint32_t from) const;
  uint32_t AsideEnd(uint32_t at, uint32_t end) const;
  bool Aside(uint32_t at) const { return asides_[at - a_.sentences[s_].begin]; }
  bool Beside(uint32_t at) const { return beside_[at - a_.sentences[s_].begin]; }
  bool InWho(uint32_t at) const {
    for (const auto& [from, to] : whos_) {
      if (at >= from && at < to) return true;
    }
    return false;
  }
  // Beside the claim from `begin` on: of who speaks or acts in it.
  bool OfWho(uint32_t at, uint32_t begin) const {
    for (const auto& [from, to] : whos_) {
      if (from > begin && at > from && at < to) return true;
    }
    return false;
  }
  // Where who speaks or acts is or was, and what is only compared: nothing of a claim from `begin`
  // on.
  bool Elsewhere(uint32_t at, uint32_t begin) const {
    return OfSpeaker(at) || Compared(at) || OfWho(at, begin);
  }
  bool Compared(uint32_t at) const { return compared_[at - a_.sentences[s_].begin]; }

  // Who makes a claim, and who is said to have done it. (compose_source.cc)
  const Attribution* AttributionOf(uint32_t begin, uint32_t end) const;
  bool BesideMain(const Attribution& a, uint32_t begin, uint32_t end) const;
  bool PolicyStatement(uint32_t begin, uint32_t end, const Attribution* attribution) const;
  void FindReport();
  static Attribution Unnamed(Attribution a);
  bool NamesBulletin() const;
  bool OfParty(const Attribution& a) const;
  const Attribution* Between() const;
  const Attribution* Marked() const;
  const Attribution* Counted() const;
  bool WrittenBy(uint32_t begin, uint32_t end) const;
  bool Caption() const;
  bool OfPicture(uint32_t begin, uint32_t end) const;
  bool Asks(uint32_t begin, uint32_t end) const;
  bool Question(uint32_t begin, uint32_t end, const Attribution& attribution) const;
  bool EmptyTag(uint32_t begin, uint32_t end, const Attribution* attribution) const;
  void Attribute(const Attribution* a, Claim* claim) const;
  void SetActor(const Part& part, uint32_t begin, uint32_t end, Claim* claim) const;

  // The figures of a claim. (compose_figures.cc)
  void CountAgain(uint32_t begin, uint32_t end, Claim* claim) const;
  void SetQuantities(const Part& part, uint32_t begin, uint32_t end, Claim* claim);
  bool OfRelative(uint32_t at, uint32_t begin) const;
  void NameStrikes(Kind kind, const QuantityMention& mention, Quantity* quantity) const;
  void AsTheTextHasIt(const QuantityMention& mention, Quantity* quantity) const;
  bool Preferred(Kind kind, const QuantityMention& mention) const;
  void CountVictim(const Part& part, uint32_t begin, uint32_t end, Claim* claim) const;
  bool ListItem(Kind kind, const QuantityMention& mention) const;
  void InheritUnit(Kind kind, size_t q, Quantity* quantity) const;
  bool CountsSpeakers(const QuantityMention& mention, const Claim& claim) const;
  bool OneOfAny(const QuantityMention& mention) const;
  bool CountsNothing(Kind kind, const QuantityMention& mention) const;
  const PlaceFinding* CountsPeople(const QuantityMention& mention) const;
  const QuantityMention* ComparedMoney(size_t q) const;
  bool HeadsClause(const QuantityMention& mention) const;
  std::string_view CountedBefore(const QuantityMention& mention) const;

  // Where it happened. (compose_places.cc)
  void SetPlaces(uint32_t begin, uint32_t end, const Attribution* attribution, Draft* draft);
  bool Listed(uint32_t from, uint32_t to) const;
  bool OneOfMany(RegionId state, uint32_t begin, uint32_t end) const;
  bool Raided(const PlaceFinding& place) const;
  bool OfTheWorld(uint32_t begin, uint32_t end) const;
  bool NamesPlace(uint32_t at) const;
  bool SaysTheRegion(uint32_t begin, uint32_t end) const;
  bool InSource(uint32_t at) const;
  bool Locative(uint32_t at) const;
  bool TerritoryFollows(uint32_t at) const;
  RegionId NearRegion(uint32_t begin) const;
  RegionId CarriedRegion() const;
  RegionId SourceRegion(const Attribution* of = nullptr) const;
  RegionId SpeakerRegion(const Attribution* attribution, const std::string& claimant);
  bool RoleSpeaks(uint32_t flag) const;
  bool LocalSpeaks() const;
  bool NationalSpeaks() const;
  uint32_t AddresseeEnd(uint32_t cue_end) const;
  bool OfSpeaker(uint32_t at) const;
  bool Byline(uint32_t at) const;
  bool SpokeIn(uint32_t at) const;
  bool LedBySpeech(uint32_t at) const;
  bool BehindTag(uint32_t at, const Attribution& a) const;
  bool Seat(uint32_t at) const;
  static constexpr uint32_t kByline = 16;  // words
  static constexpr uint32_t kMany = 3;     // states in a list of which none is meant alone
  static constexpr uint32_t kListedWords = 6;
  // An event without a place is where the last one was, so many sentences on.
  static constexpr uint32_t kCountryReach = 3;
  RegionId RecentCountry() const {
    return last_country_sentence_ + kCountryReach >= s_ ? last_country_ : 0;
  }
  // Regions of a clause's own places, each by how much it says of where.
  struct OwnPlace {
    RegionId region = 0, country = 0, demonym = 0, beside = 0, near = 0;
    RegionId object = 0;   // the state that something is done to: "invade Norway"
    bool capital = false;  // the region's name is a government, too
    bool allowed = false;  // something is done to it so that it does something
    bool noun = false;     // the country is told of the subject: "the war in Norway has"
  };
  OwnPlace PlaceOf(uint32_t begin, uint32_t end) const;
  void LookAt(const PlaceFinding& place, uint32_t begin, int* best, OwnPlace* own) const;
  RegionId Capital(const PlaceFinding& place) const;
  bool Object(const PlaceFinding& place, uint32_t begin) const;
  RegionId Subject(uint32_t begin, uint32_t end) const;
  RegionId WhereRegion(uint32_t begin, uint32_t end) const;

  // Which country a claim is about that no place of its own locates. (compose_country.cc)
  RegionId TheCountry(uint32_t begin, uint32_t end, RegionId speaker) const;
  bool Attacks(const PlaceFinding& place, uint32_t end) const;
  RegionId CountryOfParts(uint32_t end) const;
  RegionId EventRegion(uint32_t begin, uint32_t end, bool afar) const;
  bool AllTheFront(uint32_t at) const;
  bool SinceLong() const;
  bool AllTold() const;
  bool TellsAnew() const;
  RegionId SpokenOf(uint32_t begin, uint32_t end, bool event) const;
  bool Attacker(const PlaceFinding& place) const;
  bool OfPerson(const PlaceFinding& place) const;
  bool OfNational(const PlaceFinding& place) const;
  RegionId SpeakerCountry(const Attribution* attribution, const std::string& claimant);
  bool IsScene(const PlaceFinding& place) const;
  void CountCountries();

  // When it happened. (compose_time.cc)
  void SetTime(uint32_t begin, uint32_t end, Claim* claim) const;
  bool SharedTime(const DateMention& date, uint32_t begin) const;
  bool OfSpeech(const DateMention& date) const;
  bool OfUtterance(const DateMention& date) const;
  bool IsUtterance(uint32_t at) const;
  bool InUtterance(uint32_t at) const;
  bool After(uint32_t at) const;
  void FollowStory(const Draft& draft);
  bool ToldAsPast(uint32_t begin, uint32_t end, bool done) const;
  bool GoesOnThen(uint32_t begin, uint32_t end, const Claim& claim) const;
  bool TellsWhen(const DateMention& date, uint32_t begin) const;
  bool InBrackets(uint32_t at, uint32_t begin) const;
  bool IsPaper(uint32_t at) const;
  bool Pending(uint32_t at) const;
  uint32_t ShareAt(uint32_t at) const;
  uint32_t BesideNoun(const DateMention& date, uint32_t begin) const;
  bool OnlyLinks(uint32_t from, uint32_t to) const;
  bool NoFinite(uint32_t from, uint32_t to) const;
  bool NoVerb(uint32_t from, uint32_t to) const;

  // How sure a claim is, here and in what follows; headlines told again. (compose_status.cc)
  bool DoubtOnly(const Part& part) const;
  bool Argues(const Part& part, const Span& doubt) const;
  bool Asked(const Part& part) const;
  bool Interrogative(uint32_t at) const;
  void FindAsked(const Sentence& sentence);
  bool ClauseFollows(uint32_t at, uint32_t end) const;
  uint32_t ToldWord(uint32_t at, uint32_t end, bool* tells) const;
  bool Wanted(uint32_t at) const;
  uint32_t Doubted(uint32_t at, uint32_t end, const StatusWord** word, bool* own) const;
  uint32_t DoubtAt(uint32_t at, uint32_t end, const StatusWord** word, bool* own) const;
  bool MayDoubt(const Sentence& sentence) const;
  bool BareVerb(uint32_t from, uint32_t to) const;
  uint32_t SaidOfTold(uint32_t at, uint32_t end, const StatusWord** word, bool* own) const;
  bool StatusSentence(const Sentence& sentence);
  bool OfSeveral() const;
  void ReachBack();
  void SetStatus(uint32_t begin, uint32_t end, const Attribution* attribution, Claim* claim) const;
  ClaimStatus StatusTold(uint32_t at, const StatusWord& word) const;
  bool DeniedAside(uint32_t begin, uint32_t at) const;
  bool SameFacts(const Draft& a, const Draft& b) const;
  void FoldHeadlines();
  std::vector<uint32_t> ContentWords(const Draft& draft) const;

  std::string_view Text(uint32_t at) const {
    return at < a_.tokens.size()
               ? text_.substr(a_.tokens[at].begin, a_.tokens[at].end - a_.tokens[at].begin)
               : std::string_view();
  }
  bool Has(uint32_t at, Is is) const { return at < a_.tokens.size() && a_.tokens[at].Has(is); }
  template <typename T>
  static size_t Advance(const std::vector<T>& mentions, uint32_t token, size_t* at) {
    while (*at < mentions.size() && mentions[*at].begin < token) ++*at;
    return *at;
  }
  template <typename T>
  static size_t Upto(const std::vector<T>& mentions, uint32_t token, size_t at) {
    while (at < mentions.size() && mentions[at].begin < token) ++at;
    return at;
  }
  uint32_t Words(const Part& part) const { return part.piece.end - part.piece.begin; }
  static uint32_t Overlap(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    const uint32_t from = std::max(a, c), to = std::min(b, d);
    return from < to ? to - from : 0;
  }
  bool Reported(Kind kind) const {
    const KindTraits& traits = pack_.kinds.Traits(kind);
    return report_ != nullptr && (traits.report || (told_whole_ && traits.event));
  }

  const Article& article_;
  const Analysis& a_;
  const RulePack& pack_;
  const Vocabulary& words_;
  std::string_view text_;
  std::vector<NounClasses> classes_;
  std::vector<NounClasses> counted_;  // per quantity: what it counts
  NounClasses weapon_ = 0, territory_ = 0, target_ = 0;
  uint32_t asked_begin_ = 0, asked_end_ = 0;  // of the sentence: asked, not told
  WordId capital_word_ = 0, lose_word_ = 0, launch_word_ = 0, you_word_ = 0;
  Attribution carried_, listed_;
  uint32_t listed_to_ = 0;                 // token behind the last list
  const Attribution* report_ = nullptr;    // of the sentence at hand
  const Attribution* bulletin_ = nullptr;  // that all sentences of are, until another's
  bool told_whole_ = false;                // whatever the sentence tells is the report's
  SceneSet scenes_ = 0;
  std::vector<KindFinding> judged_;  // per sentence: of all of it
  bool on_topic_ = false;
  bool political_ = false;       // most of what the article says is politics
  bool shares_ = false;          // what goes with the figures after this piece goes with it, too
  bool figures_follow_ = false;  // the next piece of the sentence is another figure
  uint32_t s_ = 0;
  size_t quantity_begin_ = 0, quantity_end_ = 0, date_begin_ = 0, date_end_ = 0;
  size_t place_begin_ = 0, place_end_ = 0, attribution_begin_ = 0, attribution_end_ = 0;
  RegionId last_region_ = 0;   // of the last event
  RegionId named_region_ = 0;  // of the last claim, that "the region" may mean
  uint32_t named_region_sentence_ = 0;
  std::vector<RegionId> actor_countries_;  // per token: of the actor whose name begins there
  std::vector<uint32_t> seams_;
  std::vector<bool> medium_;  // per token: part of the name of a newspaper, an agency
  RegionId home_ = 0;         // the country that most of what the article locates lies in
  RegionId topic_ = 0;        // the country that it names more than any other
  RegionId alone_ = 0;        // the same, named more than all others together
  RegionId scene_ = 0;        // the same, where a name that locates counts for more
  std::unordered_map<std::string, RegionId> speakers_;  // where those who spoke come from
  uint32_t last_region_sentence_ = 0;
  RegionId last_spoken_ = 0;   // the country of the last claim
  RegionId last_country_ = 0;  // where the last place lay, abroad too
  RegionId struck_ =
      0;  // whose country a strike that is told of hits, unless a place says otherwise
  uint32_t last_country_sentence_ = 0;
  DayRange story_;  // the day that the story began with
  TimeBasis story_basis_ = TimeBasis::kPublication;
  bool story_over_ = false;                          // another was told
  std::vector<Part> parts_;                          // of the sentence at hand
  std::vector<bool> asides_;                         // per token of the sentence at hand
  std::vector<std::pair<uint32_t, uint32_t>> whos_;  // of the sentence: ", who ...," of a name
  std::vector<bool> beside_;     // the same: a place there says where only if none else does
  RegionId speaker_region_ = 0;  // of the claim in the making
  std::unordered_map<std::string, RegionId> local_speakers_;
  std::vector<bool> compared_;  // the same: a place there never does
  std::vector<Draft> drafts_;
  std::vector<Reach> reaches_;
};

}  // namespace claimscope
