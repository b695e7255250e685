// The word tables of a rule pack, read once: what every word and phrase can mean. Places and actors
// have their own.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_bundle.h"
#include "base/status.h"
#include "base/table.h"
#include "claims/phrases.h"
#include "claims/vocabulary.h"
#include "model/claim.h"

namespace claimscope {

// A bit per class of nouns.tsv, in order of appearance; at most 56, the rest are what code knows.
using NounClasses = uint64_t;
constexpr int kMaxNounClasses = 56;

struct Noun {
  NounClasses classes = 0;
  std::string unit;  // what a figure before it counts
};

enum class UnitKind : uint8_t { kMeasure, kMoney, kPercent, kTime };
struct Unit {
  std::string name, si_name;
  double factor = 1;
  UnitKind kind = UnitKind::kMeasure;
};

struct BoundWord {
  Bound bound = Bound::kExact;
  bool after = false;
};

enum class CueKind : uint8_t {
  kSay,
  kWeak,
  kVow,
  kThink,
  kSource,
  kNoun,
  kHold,
  kName,
  kBe,
  kWhose,
  kRate,
  kCites
};
std::string_view NameOf(CueKind kind);  // as in the column `kind` of cues.tsv

struct Cue {
  CueKind kind = CueKind::kSay;
  ClaimStatus status = ClaimStatus::kAsserted;
  bool back = false;        // "said this": of what stands before
  bool tells = false;       // see cues.tsv
  bool behind = false;      // of what stands before, whatever follows: "made the remark in Oslo"
  bool clause = false;      // "adds pressure" is no speech
  bool asks = false;        // "asked whether": tells nothing
  bool infinitive = false;  // "expects the bank to cut rates" tells
};

// What attitudes.tsv says of a word: how it is used as one that tells what somebody thinks.
enum class AttitudeKind : uint8_t { kVerb, kNoun, kAdjective, kAdverb };

struct StatusWord {
  ClaimStatus status = ClaimStatus::kAsserted;
  bool reaches_back = false;
  bool here = false;     // no farther back than its sentence: "he said, without evidence, that"
  bool aside = false;    // ", which Kyiv denies", too
  bool negated = false;  // says something only behind a negation: "none could be confirmed"
  bool silent = false;   // nobody says anything: its sentence is no claim
};

// A row of moments.tsv: a holiday, or words that name a time without a day of its own.
struct Moment {
  std::string value;   // "PRESENT_REF", "P1Q"; of a holiday empty
  WordId after = 0;    // stands only after this word
  bool alone = false;  // stands before no noun
  // A day of every year: month and day; or month, which week and weekday (week -1: the last);
  // month 0: Easter Sunday. Then so many days on.
  uint8_t month = 0, day = 0, weekday = 0;
  int8_t week = 0;
  int16_t shift = 0;
};

// What roles.tsv says of a role.
constexpr uint32_t kRolePerson = 1;
constexpr uint32_t kRoleLocal = 2;   // whose side the place spoken of tells
constexpr uint32_t kRoleWord = 4;    // what somebody made: a statement speaks for its maker
constexpr uint32_t kRolePaper = 8;   // a report, a study: speaks for itself
constexpr uint32_t kRoleCivil = 16;  // independent where nothing tells the side
constexpr uint32_t kRoleVoice = 32;  // speaks for whom is named behind it: a spokesman for
constexpr uint32_t kRoleHead = 64;   // heads a body: its director is its chief
constexpr uint32_t kRoleSame =
    7;  // shift: the offices it is another word for, in role_offices; 0: none

// The classes that code itself asks for; 0: the pack has none of that name.
struct KnownClasses {
  NounClasses weapon = 0, ground = 0, settlement = 0, target = 0, people = 0, strike = 0,
              troops = 0, force = 0, state = 0, operation = 0, war = 0, casualty = 0, world = 0,
              seat = 0, carrier = 0;
};

struct Lexicon {
  Vocabulary words;
  std::vector<std::string> noun_classes;
  KnownClasses known;

  PhraseTrie noun_phrases;
  std::vector<Noun> nouns;
  PhraseTrie unit_phrases;
  std::vector<Unit> units;
  PhraseTrie bound_phrases;
  std::vector<BoundWord> bounds;
  PhraseTrie cue_phrases;
  std::vector<Cue> cues;
  PhraseTrie attitude_verbs;  // those of cues.tsv too
  PhraseTrie attitude_words;  // nouns, adjectives, adverbs; value: AttitudeKind
  PhraseTrie status_phrases;
  PhraseTrie status_predicates;  // "false", of what somebody told
  PhraseTrie status_verbs;  // those of them that say so of what somebody told: "denied the report"
  std::vector<StatusWord> statuses;
  PhraseTrie role_phrases;  // value: kRolePerson, kRoleLocal
  // Whom "head of state" means: offices, each the hashes of its words.
  using Offices = std::vector<std::vector<uint32_t>>;
  std::vector<Offices> role_offices;
  std::vector<uint32_t> role_heads;  // hashes of the words for who heads a body
  PhraseTrie event_phrases;
  struct Event {
    DayRange days;               // unknown `to`: it goes on
    std::vector<WordId> beside;  // what an article on it names
    int other = -1;              // the next event of that name
  };
  std::vector<Event> events;
  PhraseTrie moment_phrases;
  std::vector<Moment> moments;
  // How TIMEX3 writes the parts of a day: "TMO", "T12:00"; the first is empty.
  std::vector<std::string> day_parts = {""};

  // Does a role begin at `at` and end before `end`, with one at least of the flags, when some are
  // given?
  bool IsRole(const Tokens& tokens, uint32_t end, uint32_t at, uint32_t flags = ~0u) const {
    const auto role = role_phrases.Longest(tokens.data(), end, at);
    return role && (flags == ~0u || (role.value & flags) != 0);
  }

  // Index into noun_classes of a name, or -1.
  int NounClass(std::string_view name) const;
  static constexpr NounClasses BitOf(int noun_class) { return NounClasses{1} << noun_class; }

  Status Load(const FileBundle& rules);

  // All forms of a verb of verbs.tsv, as phrases of one word (empty when it is none).
  std::vector<WordId> FormsOf(WordId lemma) const;

 private:
  Status LoadWords(const FileBundle& rules);
  Status LoadVerbs(const FileBundle& rules);
  Status LoadNumbers(const FileBundle& rules);
  Status LoadTime(const FileBundle& rules);
  Status LoadEvents(const FileBundle& rules);
  Status LoadMoments(const FileBundle& rules);
  Status LoadNouns(const FileBundle& rules);
  Status LoadUnits(const FileBundle& rules);
  Status LoadBounds(const FileBundle& rules);
  Status LoadCues(const FileBundle& rules);
  Status LoadAttitudes(const FileBundle& rules);
  Status LoadStatuses(const FileBundle& rules);
  Status LoadRoles(const FileBundle& rules);
  Status LoadGivenNames(const FileBundle& rules);
  bool AddAttitude(std::string_view phrase, AttitudeKind kind);
  static bool ReadHoliday(std::string_view rule, Moment* moment);
  void AddForm(std::string_view form, WordId lemma, Is is);

  std::vector<std::pair<WordId, WordId>> forms_;  // lemma, form; sorted after loading
};

// Reads a table that must be there.
Result<Table> ReadTable(const FileBundle& rules, std::string_view name);
// "lexicon/units.tsv line 12: ..." as an error.
Status TableError(std::string_view name, const Table& table, size_t row, std::string_view what);

// The plural of an English noun phrase by rule (last word).
std::string PluralOf(std::string_view phrase);

}  // namespace claimscope
