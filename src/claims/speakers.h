// Speakers: whom a source phrase names. Keeps the speakers met so far, so that "he" and "the
// minister" find theirs.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "claims/actors.h"
#include "claims/lexicon.h"
#include "claims/places.h"
#include "claims/tokens.h"
#include "model/day.h"

namespace claimscope {

struct Speaker {
  std::string claimant;
  Side side = Side::kUnknown;
  bool sure_side = false;  // told by the name or the table, not guessed from what stands around
  bool person = false;
  bool listed = false;          // a person of the table
  bool by_name = false;         // a person whose own name is known
  bool media = false;           // an outlet that others quote
  bool made = false;            // a document, a statement
  bool thing = false;           // a country, a document: nobody calls it he or she
  char gender = 0;              // 'f', 'm', 0: not known
  bool office = false;          // somebody in office whose name is not told
  bool named = false;           // known to the table, or a person's name
  bool voice = false;           // speaks for a body that no table knows
  bool proper = false;          // may be a body with a name of its own, in no table
  std::vector<uint32_t> words;  // hashes of the words that named the speaker, office and all
  uint32_t sentence = 0;
};

class SpeakerResolver {
 public:
  SpeakerResolver(std::string_view text, const Tokens& tokens,
                  const std::vector<PlaceFinding>& places, const Lexicon& lexicon,
                  const Gazetteer& gazetteer, const Actors& actors, Day published);

  // Whom the tokens [begin, end) of a sentence name; `remember`: later pronouns may mean this
  // speaker.
  Speaker Resolve(uint32_t begin, uint32_t end, uint32_t sentence_begin, uint32_t sentence_end,
                  uint32_t sentence, bool remember);
  // A sentence that begins with a person makes it the likely "he" of the next.
  void NoteSubject(uint32_t begin, uint32_t end, uint32_t sentence);
  // The same for the words that are a sentence's subject, wherever they stand in it.
  void NotePhrase(uint32_t begin, uint32_t end, uint32_t sentence_begin, uint32_t sentence_end,
                  uint32_t sentence);
  // Is an actor or (with `any_name`) a name among the tokens, and is that all there is?
  bool HasActor(uint32_t begin, uint32_t end, bool any_name) const;
  bool HasRole(uint32_t begin, uint32_t end) const;
  bool IsMedium(uint32_t begin, uint32_t end) const;   // "Sky News", and nothing else
  bool IsMonitor(uint32_t begin, uint32_t end) const;  // "the UN", a body that counts for no state
  bool IsPaper(uint32_t begin, uint32_t end) const;    // "a survey in nine states": research
  bool IsSpeaker(uint32_t begin, uint32_t end) const;  // "an envoy", "Anna Berg": by its last word
  bool IsMade(uint32_t last) const;                    // "statement", "video": ends it at `last`?
  bool HasPerson(uint32_t begin, uint32_t end) const;  // an office, or a name met before
  // Could it speak at all: a name, a pronoun, an office, people? Not "the visit", "naked
  // aggression".
  bool Thing(uint32_t begin, uint32_t end) const;
  bool CanSpeak(uint32_t begin, uint32_t end) const;

 private:
  std::string_view Text(uint32_t at) const {
    return text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin);
  }
  bool Has(uint32_t at, Is is) const { return at < tokens_.size() && tokens_[at].Has(is); }
  const Speaker* Pronoun(std::string_view word, uint32_t at, uint32_t sentence);
  static bool Spelled(uint32_t word, const std::vector<uint32_t>& words);
  const Speaker* OfState(uint32_t at, uint32_t end, Side side, uint32_t sentence) const;
  const Speaker* BareRole(uint32_t begin, uint32_t end, uint32_t sentence);
  // A person of the table whom the article names, the nearest before `at`, no further than `reach`
  // tokens.
  const Speaker* Mentioned(const Lexicon::Offices& offices, RegionId country, char gender,
                           uint32_t at, uint32_t reach = UINT32_MAX);
  const Speaker* FirstNamed(char gender, uint32_t at, uint32_t reach);
  const Actor* InOffice(uint32_t value, const Lexicon::Offices& offices, RegionId country) const;
  PhraseTrie::Match RoleAt(uint32_t at, uint32_t end) const;
  // What a source phrase is made of.
  struct Phrase {
    const Actor* actor = nullptr;            // the most telling one of the table
    const Actor* voice_of = nullptr;         // for whom a spokesman speaks
    uint32_t name_begin = 0, name_end = 0;   // a run of capitals that no table knows
    bool role = false, role_person = false;  // "minister", "officials"
    bool paper = false;                      // a document
    bool civil = false;                      // independent where nothing tells the side
    bool firm_name = false;                  // the run is a firm's name
    bool title = false;                      // "Mr" leads
    bool unknown_person = false;             // the run is a person's name
    std::vector<uint32_t> words = {};
  };
  static void AddWords(std::string_view name, std::vector<uint32_t>* words);
  static bool Agent(std::string_view word);
  bool Proper(uint32_t at);
  bool Heads(const Speaker& speaker, uint32_t of, uint32_t end) const;
  const Speaker* LastPerson(uint32_t sentence) const;
  const Speaker* LastBody(uint32_t head, uint32_t sentence) const;
  const Actor* WithInitial(uint32_t begin, uint32_t end) const;
  bool Complement(uint32_t begin, uint32_t at, bool* voice) const;
  bool Knows(uint32_t begin, uint32_t at) const;
  static bool OneLetterOff(std::string_view one, std::string_view other);
  const Speaker* OwnerBefore(char gender, uint32_t at);
  bool Unveiled(const Phrase& phrase, uint32_t surname, Speaker* speaker);
  static bool Studies(const Speaker& body);
  const Speaker* LastInstitute(uint32_t sentence) const;
  const Speaker* Analysts(uint32_t begin, uint32_t end, uint32_t sentence) const;
  const Speaker* OfBody(uint32_t begin, uint32_t end, uint32_t sentence) const;
  uint32_t NameEnd(uint32_t begin, uint32_t end) const;
  bool HeadsNamed(uint32_t begin, uint32_t end) const;
  bool Letters(uint32_t begin, uint32_t end) const;
  bool NamesState(uint32_t at) const;
  bool HeadBehind(uint32_t stop, uint32_t end) const;
  uint32_t ActorAt(uint32_t begin, uint32_t end, uint32_t at, Phrase* phrase) const;
  uint32_t NameEnd(uint32_t at, uint32_t end, bool* office) const;
  bool Describes(uint32_t stop, uint32_t end) const;
  uint32_t LastTwo(uint32_t begin, uint32_t end) const;
  uint32_t OfficeEnding(uint32_t begin, uint32_t at) const;
  bool OfficeBefore(uint32_t begin, uint32_t at) const;
  Phrase Scan(uint32_t begin, uint32_t end) const;
  Side PersonSide(uint32_t begin, uint32_t end);
  const Actor* FullNamed(uint32_t surname);
  Side Opposed(Side side, uint32_t end, uint32_t sentence_end) const;
  bool Knighted(uint32_t at) const;
  bool FirstNameOf(uint32_t at, Speaker* speaker);
  uint32_t GivenName(uint32_t at);
  const Actor* Romanised(const Phrase& phrase) const;
  const Speaker* NamedBody(uint32_t at, uint32_t sentence);
  Speaker OfTable(const Actor& person, uint32_t begin, uint32_t end, uint32_t sentence) const;
  // Where a capitalised word stands, by its hash: hash and token, ascending; not all of very many.
  std::span<const std::pair<uint32_t, uint32_t>> MentionsOf(uint32_t name);
  static Speaker SpeaksAgain(Speaker known, uint32_t sentence) {
    known.sentence = sentence;
    return known;
  }
  bool Past(uint32_t at) const;
  bool SamePaper(const Phrase& phrase, Speaker* speaker) const;
  bool Again(uint32_t surname, Speaker* speaker) const;
  bool InList(uint32_t comma, uint32_t end) const;
  uint32_t AuthorOf(uint32_t begin, uint32_t end) const;
  bool OnlyAge(uint32_t begin, uint32_t end) const;
  bool VoiceOfName(uint32_t begin, uint32_t end) const;
  Side SpelledSide(uint32_t letters);
  bool Respelt(uint32_t name, Speaker* speaker) const;
  char GenderOf(const Speaker& speaker, uint32_t begin, uint32_t end) const;
  static bool CanBe(const Speaker& speaker, char gender) {
    return gender == 0 || ((speaker.gender == 0 || speaker.gender == gender) && !Several(speaker));
  }
  // "security experts": nobody who is "he" or "she".
  static bool Several(const Speaker& speaker) {
    std::string_view name = speaker.claimant;
    if (speaker.by_name || speaker.listed || name.size() < 4) return false;
    for (const std::string_view link : {" of ", " in ", " at ", " from ", " with ", " for ", " to ",
                                        " on ", " by ", " close ", " familiar ", " briefed "})
      name = name.substr(0, name.find(link));
    const std::string_view rest = name.substr(name.empty() ? 0 : 1);
    return AsciiLower(rest) == rest && EndsWith(name, "s") && !EndsWith(name, "ss");
  }
  void ChooseName(const Phrase& phrase, uint32_t begin, uint32_t end, uint32_t sentence_begin,
                  uint32_t sentence_end, Speaker* speaker);

  // speaker_side.cc
  void FindSide(const Phrase& phrase, uint32_t begin, uint32_t end, uint32_t sentence_begin,
                uint32_t sentence_end, uint32_t surname, Speaker* speaker);
  bool IsPost(uint32_t begin, uint32_t at) const;
  bool HasWord(uint32_t begin, uint32_t end, std::string_view word) const;
  Side SideTold(uint32_t begin, uint32_t end) const;
  Side OwnSide(uint32_t begin, uint32_t end) const;
  Side MediumSide(uint32_t begin, uint32_t end) const;
  Side IntroducedSide(uint32_t surname);
  Side IntroducedAt(uint32_t at) const;
  bool AllRoles(uint32_t begin, uint32_t end, uint32_t mask, uint32_t marks) const;
  bool CivilRole(uint32_t begin, uint32_t end) const;
  Side SpokenFor(uint32_t begin, uint32_t end) const;
  bool PrivateRole(uint32_t begin, uint32_t end) const;
  Side PlaceSide(uint32_t sentence_begin, uint32_t sentence_end) const;
  Side LedSide(uint32_t sentence_begin, uint32_t end) const;
  Side HomeSide(uint32_t sentence_end) const;
  RegionId CountryIn(uint32_t begin, uint32_t end) const;
  // The first place from a token on.
  std::vector<PlaceFinding>::const_iterator FirstPlace(uint32_t begin) const;
  bool TheCountry(uint32_t at) const;
  const PlaceFinding* CountryBefore(uint32_t at) const;
  uint32_t PlaceEnd(uint32_t at) const;
  void Remember(Speaker speaker);
  bool InActor(uint32_t begin, uint32_t end, uint32_t at) const;
  std::string Clean(uint32_t begin, uint32_t end) const;

  std::string_view text_;
  const Tokens& tokens_;
  const std::vector<PlaceFinding>& places_;
  const Lexicon& lexicon_;
  const Vocabulary& words_;
  const Gazetteer& gazetteer_;
  const Actors& actors_;
  Day published_;
  // Where every capitalised word stands: hash and token, sorted; made when first asked for.
  std::vector<std::pair<uint32_t, uint32_t>> capitals_;
  bool capitals_made_ = false;
  std::deque<Speaker> memory_;         // the last of them last
  Side of_minister_ = Side::kUnknown;  // of the ministry at hand, after its minister has spoken
  Speaker subject_;                    // the last body that a sentence was about
  Speaker mentioned_;                  // what Mentioned or FirstNamed found
  // Whom of the table the article names where; made when first asked for.
  std::vector<std::pair<uint32_t, uint32_t>> named_;  // token, actor
  bool named_made_ = false;
  std::unordered_map<uint32_t, Speaker> people_;           // by the hash of the surname
  std::unordered_map<uint32_t, const Actor*> full_named_;  // the same: whom the table knows
  std::unordered_map<uint32_t, Side> introduced_;          // the same: what stands beside the name
};

}  // namespace claimscope
