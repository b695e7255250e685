// Words as small numbers: every word of every table gets an id, and what the tables say of it.
//
// A word is known by its folded form (lower case, no diacritics, no apostrophes). Text is looked
// up, never added. A word that no table knows has id 0; its hash still tells it from other unknown
// words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimscope {

using WordId = uint32_t;

// What a word can be, whatever the topic. A word may be several ("may": month and modal).
enum class Is : uint8_t {
  kArticle,       // a, the, this
  kPossessive,    // its, their
  kPreposition,   // in, from
  kAnd,           // and, or, as well as
  kBut,           // but, while, whereas
  kSubordinator,  // after, because
  kRelative,      // which, who, where
  kPronoun,       // he, they, it
  kAuxiliary,     // be, have, do in all forms
  kModal,         // will, may
  kNegation,      // not, no
  kAdverb,        // reportedly, also
  kAdjective,     // words seen as adjectives before nouns
  kVerbBase,
  kVerbS,
  kVerbPast,
  kVerbPart,
  kVerbIng,
  kNounToo,  // a verb form that is often a noun ("attacks")
  kNounMostly,
  kMonth,
  kWeekday,
  kTimeUnit,
  kNumber,  // three, forty
  kScale,   // hundred, million
  kVague,   // dozens, hundreds
  kOrdinal,
  kTitle,         // Mr, Gov.
  kAbbreviation,  // a point after it ends no sentence
  kSpeech,        // say, tell
  kQuestion,      // who, what at the head of a question
  kTimeWord,      // begins or belongs to an expression of time
  kTimeLead,      // begins one when a word of time follows: in, since, the
  kBeForm,
  kHaveForm,
  kTo,
  kUnitWord,
  kFraction,    // third, quarters
  kRegionWord,  // region, oblast
  kDistrictWord,
  kPlaceLead,     // a place follows: in, near, captured
  kCountryLead,   // what follows is the land, not its government
  kMotion,        // "to" or "from" after it leads to a place: travelled, far
  kWhere,         // a place after it is where something is: in, near
  kFirstPerson,   // I, we, our
  kMeanwhile,     // as, while: what goes on beside
  kBeyond,        // a place after it is where it is not: against, with
  kDesignation,   // a number after it is part of a name: Route, Boeing
  kWater,         // "of" a place after it: the Sea of Azov, no place
  kOccasion,      // "in the wake of": what follows came before or is answered
  kUrban,         // a part of a town: centre, streets
  kLeaving,       // "from" behind it tells where: withdraw, expel
  kCircumstance,  // what follows is told beside the main clause: amid, following
  kIssued,        // of a paper, what its author did: released, compiled
  kChange,        // "from 60 to 71" behind it is 71: rose, cut
  kGiven,         // "to" or "for" a capital behind it is its government: aid, weapons
  kAnalyst,       // who writes for an institute: analysts, experts
  kReply,         // who owns it goes on speaking: reaction, response
  kNationality,   // "a Norwegian national": whose, not where
  kTally,         // "at" a number behind it: the figure told before: number, toll
  kPartisan,      // a party to a war speaks so, no paper: enemy, invaders
  kSector,        // a name before it: a part of the front: direction, sector
  kFemale,        // a first name, or a word beside one
  kMale,
  kCount
};

using WordClasses = uint64_t;
static_assert(static_cast<unsigned>(Is::kCount) <= 64, "one bit each");
constexpr WordClasses Bit(Is is) { return WordClasses{1} << static_cast<unsigned>(is); }

// A bit for each set of phrases: one of them begins with the word.
using WordStarts = uint32_t;

// What a word means to the date reader (time.tsv, kind "key").
enum class TimeKey : uint8_t {
  kNone,
  kToday,
  kYesterday,
  kTomorrow,
  kTonight,
  kOvernight,
  kLast,
  kPast,
  kNext,
  kThis,
  kSame,
  kSince,
  kUntil,
  kBy,
  kBefore,
  kAfter,
  kFrom,
  kTo,
  kBetween,
  kAnd,
  kDuring,
  kWithin,
  kOver,
  kIn,
  kOn,
  kAt,
  kOf,
  kThe,
  kA,
  kAgo,
  kEarlier,
  kLater,
  kNow,
  kRecent,
  kRecentAdjective,
  kSo,
  kFar,
  kDayPart,
  kEvery,
  kDaily,
  kWeekly,
  kMonthly,
  kYearly,
  kFew,
  kSome,
  kHalf,
  kOld,
  kLong,
  kFuture,
  kFutureTo,  // with "to" or "for" after it: plans to
  kQuarterName,
  kComing,     // FUTURE_REF with a unit: the coming weeks
  kFollowing,  // seen from the day told last
  kPrevious,
  kAll,
  kFiller,  // between a number and its unit: three straight years
  kPer,
  kCurrent,
};
enum class TimeUnit : uint8_t {
  kNone,
  kSecond,
  kMinute,
  kHour,
  kDay,
  kNight,
  kWeek,
  kWeekend,
  kFortnight,
  kMonth,
  kQuarter,
  kYear,
  kDecade,
  kCentury,
};
enum class TimePart : uint8_t { kNone, kStart, kMiddle, kEnd, kRest };

// What a token takes from it, and what it is known by, lie side by side.
struct WordInfo {
  WordClasses classes = 0;
  WordStarts starts = 0;
  uint32_t hash = 0;     // the upper half
  WordId lemma = 0;      // of a verb form; 0: itself
  float number = 0;      // value of a number word or a scale
  uint8_t month = 0;     // 1 to 12
  uint8_t weekday = 0;   // 1 to 7, from Monday
  uint8_t ordinal = 0;   // first = 1
  uint8_t season = 0;    // its first month
  uint8_t fraction = 0;  // third = 3
  uint8_t decade = 0;    // sixties = 60
  uint8_t day_part = 0;  // of Lexicon::day_parts; 0: none
  bool zone = false;     // of clocks: GMT
  TimeKey key = TimeKey::kNone;
  TimeUnit unit = TimeUnit::kNone;
  TimePart part = TimePart::kNone;
};

uint64_t HashFolded(std::string_view folded);

class Vocabulary {
 public:
  Vocabulary();

  // 0 when there are too many.
  WordId Add(std::string_view folded);
  WordId Find(uint64_t hash) const {
    const auto upper = static_cast<uint32_t>(hash >> 32);
    for (uint64_t at = hash & mask_;; at = (at + 1) & mask_) {
      const uint32_t slot = slots_[at];
      if (slot == 0) return 0;
      if (((slot ^ upper) & kTagMask) != 0) continue;
      const WordId id = slot & ~kTagMask;
      if (infos_[id].hash == upper) return id;
    }
  }
  // Tells the processor that Find will be asked soon.
  void Prefetch(uint64_t hash) const { __builtin_prefetch(&slots_[hash & mask_]); }
  WordId Find(std::string_view folded) const { return Find(HashFolded(folded)); }

  WordInfo& Info(WordId id) { return infos_[id]; }
  const WordInfo& Info(WordId id) const { return infos_[id]; }
  bool Has(WordId id, Is is) const { return (infos_[id].classes & Bit(is)) != 0; }
  size_t size() const { return infos_.size(); }

 private:
  // The upper half of the hash tells words apart, the lower says where to look: two words that
  // agree in both are not to be expected. A slot holds the id, 0 for none, and some bits of the
  // upper half, so that most of the words that do not belong there are passed over at once: every
  // word of every text comes by here, and the slots have to stay near the processor.
  static constexpr uint32_t kTagMask = 0xFF000000u;
  static constexpr size_t kMaxWords = 1u << 24;
  void Put(uint64_t hash, WordId id);
  void Grow();

  std::vector<uint32_t> slots_;
  uint64_t mask_;
  std::vector<WordInfo> infos_;
  std::vector<uint64_t> hashes_;  // by word, to grow
};

}  // namespace claimscope
