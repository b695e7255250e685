#include "copies/told_again.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/hash.h"
#include "base/stable_sort.h"
#include "base/words.h"
#include "model/unit_words.h"

namespace claimscope {
namespace {

constexpr int kBands = 8;             // of two min-hashes each: finds nine in ten at half the words
constexpr size_t kLookBack = 48;      // candidates tried for one key, the newest first
constexpr size_t kLinkLookBack = 16;  // the same for links
constexpr size_t kFewestWords = 4;
constexpr double kAlike = 0.5;  // of all words of both, in common: the same without a figure
constexpr double kSomewhat = 0.2;

uint64_t Mix(uint64_t h, uint64_t value) {
  h = (h ^ value) * 0x9E3779B97F4A7C15ull;
  return h ^ h >> 29;
}

bool IsFigure(std::string_view word) { return !word.empty() && word[0] >= '0' && word[0] <= '9'; }

double Likeness(const ClaimFacts& a, const ClaimFacts& b) {
  const size_t common = CountShared(a.words, b.words);
  const size_t all = a.words.size() + b.words.size() - common;
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

// The same day or the next: an outlet that prints a day later dates by its own day.
bool DaysTouch(DayRange a, DayRange b) {
  if (!a.known() || !b.known()) return !a.known() && !b.known();
  return a.from.value <= b.to.value + 1 && b.from.value <= a.to.value + 1;
}

bool PlacesFit(const ClaimFacts& a, const ClaimFacts& b) {
  if (a.region == 0 || b.region == 0 || a.region == b.region) return true;
  return a.country == b.country && (a.region == a.country || b.region == b.country);
}

bool Voiceless(Side side) { return side == Side::kOutlet || side == Side::kUnknown; }

bool SidesFit(Side a, Side b) { return a == b || Voiceless(a) || Voiceless(b); }

// A figure that hardly comes twice by chance on the same days: 367, 1.7 million; not 2 or 100.
bool IsTelling(double value) { return value >= 30 && std::fmod(value, 10) != 0; }

bool IsSame(const ClaimFacts& a, const ClaimFacts& b) {
  if (a.kind != b.kind || !SidesFit(a.side, b.side)) return false;
  if (!DaysTouch(a.days, b.days) || !PlacesFit(a, b)) return false;
  if (a.has_figure != b.has_figure) return false;
  const double likeness = Likeness(a, b);
  if (!a.has_figure) return a.words.size() >= kFewestWords && likeness >= kAlike;
  if (a.value != b.value || a.unit != b.unit || a.low != b.low) return false;
  return IsTelling(a.value) || likeness >= kAlike ||
         (likeness >= kSomewhat && (CountShared(a.places, b.places) > 0 || a.region == b.region));
}

// The keys under which claims that may be the same meet.
void KeysOf(const ClaimFacts& claim, std::vector<uint64_t>* keys) {
  keys->clear();
  const uint64_t kind = Mix(kFnvBasis, static_cast<uint64_t>(claim.kind));
  if (claim.has_figure) {
    const auto thousandths = static_cast<int64_t>(std::llround(std::min(claim.value, 1e15) * 1000));
    keys->push_back(Mix(Mix(kind, static_cast<uint64_t>(thousandths)), HashBytes(claim.unit)));
    return;
  }
  if (claim.words.size() < kFewestWords) return;
  for (uint64_t band = 0; band < kBands; ++band) {
    uint64_t least[2] = {std::numeric_limits<uint64_t>::max(),
                         std::numeric_limits<uint64_t>::max()};
    for (const uint32_t word : claim.words) {
      for (uint64_t i = 0; i < 2; ++i) least[i] = std::min(least[i], Mix(word, band * 2 + i + 1));
    }
    keys->push_back(Mix(Mix(Mix(kind, band), least[0]), least[1]));
  }
}

std::string Say(double value) {
  if (value == std::floor(value) && std::fabs(value) < 1e15) {
    std::string digits = std::to_string(static_cast<int64_t>(value));
    for (size_t at = digits.size(); at > 3 + (digits[0] == '-' ? 1 : 0); at -= 3)
      digits.insert(at - 3, 1, ',');
    return digits;
  }
  std::string text = std::to_string(value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

ClaimFacts FactsOf(const Claim& claim, std::string_view quote) {
  ClaimFacts facts;
  facts.kind = claim.kind;
  facts.side = claim.side;
  facts.actor = claim.actor;
  facts.status = claim.status;
  facts.days = claim.time;
  if (claim.region.size() >= 2) {
    facts.region = HashOfWord(claim.region);
    facts.country = HashOfWord(std::string_view(claim.region).substr(0, 2));
  }
  if (!claim.quantities.empty()) {
    const Quantity& quantity = claim.quantities[0];
    constexpr double kAbout = 0.1;
    facts.has_figure = true;
    facts.value = quantity.value;
    facts.unit = quantity.unit;
    facts.is_length = (quantity.si_unit.empty() ? quantity.unit : quantity.si_unit) == "m";
    facts.low = quantity.bound == Bound::kAbout    ? quantity.value * (1 - kAbout)
                : quantity.bound == Bound::kAtMost ? 0
                                                   : quantity.value;
    facts.high = quantity.bound == Bound::kAtLeast ? std::numeric_limits<double>::infinity()
                 : quantity.bound == Bound::kAbout ? quantity.value * (1 + kAbout)
                 : quantity.bound == Bound::kRange ? quantity.value_max
                                                   : quantity.value;
  }
  for (const PlaceMention& place : claim.places) {
    if (place.region.size() != 2) facts.places.push_back(HashOfWord(place.name));
  }
  MakeSet(&facts.places);
  for (WordReader reader(quote); reader.Next();) {
    if (reader.folded().size() > 2 && !IsFigure(reader.folded()))
      facts.words.push_back(HashOfWord(reader.folded()));
  }
  MakeSet(&facts.words);
  return facts;
}

ToldAgain::ToldAgain(std::vector<ClaimFacts> claims) {
  for (ClaimFacts& claim : claims) Add(std::move(claim));
  while (LinkNext()) {
  }
}

uint32_t ToldAgain::Add(ClaimFacts claim) {
  KeysOf(claim, &keys_);
  uint32_t found = size();
  for (const uint64_t key : keys_) {
    const bool is_known = holders_.Any(key, kLookBack, [&](uint32_t candidate) {
      if (IsSame(merged_[candidate], claim)) found = candidate;
      return found == candidate;
    });
    if (is_known) break;
  }
  if (found == size()) {
    for (const uint64_t key : keys_) holders_.Enter(key, found);
    merged_.push_back(std::move(claim));
    links_.emplace_back();
    return found;
  }
  // Days stay those of the first mention, so that a chain of days does not grow; a voice that one
  // outlet left out is known from another.
  ClaimFacts& merged = merged_[found];
  if (Voiceless(merged.side)) merged.side = claim.side;
  if (merged.actor == Side::kUnknown) merged.actor = claim.actor;
  if (merged.region == 0 || merged.region == merged.country) {
    merged.region = claim.region == 0 ? merged.region : claim.region;
    merged.country = claim.region == 0 ? merged.country : claim.country;
  }
  return found;
}

bool ToldAgain::LinkNext() {
  if (linked_ == 0) holders_ = {};
  if (linked_ == size()) return false;
  const uint32_t d = linked_++;
  const ClaimFacts& claim = merged_[d];
  if (Voiceless(claim.side) || !claim.days.known()) return true;
  keys_.clear();
  const uint64_t kind = Mix(kFnvBasis, static_cast<uint64_t>(claim.kind));
  for (const uint32_t place : claim.places) keys_.push_back(Mix(kind, place));
  if (claim.has_figure && claim.region != claim.country)
    keys_.push_back(Mix(Mix(kind, claim.region), HashBytes(claim.unit)));
  for (const uint64_t key : keys_) {
    holders_.Any(key, kLinkLookBack, [&](uint32_t before) {
      LinkPair(before, d);
      return false;
    });
    holders_.Enter(key, d);
  }
  // Those to come are greater, each than the one before.
  StableSort(&links_[d], [](const ClaimLink& a, const ClaimLink& b) { return a.other < b.other; });
  return true;
}

bool ToldAgain::LetGo() {
  constexpr size_t kAtATime = 64;
  holders_ = {};
  linked_ = 0;
  if (merged_.empty() && links_.empty()) return false;
  merged_.resize(merged_.size() - std::min(merged_.size(), kAtATime));
  links_.resize(links_.size() - std::min(links_.size(), kAtATime));
  return true;
}

void ToldAgain::LinkPair(uint32_t a, uint32_t b) {
  const ClaimFacts& x = merged_[a];
  const ClaimFacts& y = merged_[b];
  if (x.side == y.side || !DaysTouch(x.days, y.days) || !PlacesFit(x, y)) return;
  for (const ClaimLink& link : links_[a]) {
    if (link.other == b) return;
  }
  const bool same_doer = x.actor == y.actor && x.actor != Side::kUnknown;
  const bool other_doer =
      x.actor != y.actor && x.actor != Side::kUnknown && y.actor != Side::kUnknown;
  const size_t shared = CountShared(x.places, y.places);
  const bool same_place = shared > 0;
  const bool alike = Likeness(x, y) >= kSomewhat;
  // Of one place and no other, or in like words: not that a town fell here, and an attack on its
  // neighbour was beaten off.
  const bool same_thing =
      alike || (same_place && shared == x.places.size() && shared == y.places.size());
  const auto denies = [](ClaimStatus status) {
    return status == ClaimStatus::kDenied || status == ClaimStatus::kDisputed;
  };
  bool agrees = false;
  std::string reason, other_way;  // as told from `a`, and where it differs from `b`
  if (x.has_figure && y.has_figure && x.unit == y.unit && !other_doer) {
    if (x.value == y.value) {
      agrees = true;
      reason = "both say " + WithUnit(Say(x.value), x.unit);
    } else if ((x.low > y.high || y.low > x.high) && (same_doer || same_place) &&
               (alike || !(x.is_length || y.is_length))) {
      const std::string before(WordsOfUnit(x.unit).before);
      reason = before + Say(x.value) + " against " + WithUnit(Say(y.value), x.unit);
      other_way = before + Say(y.value) + " against " + WithUnit(Say(x.value), x.unit);
    }
  }
  if (reason.empty() && same_place) {
    if (other_doer && same_thing) reason = "each names another side as the one who did it";
    if (same_doer && alike) {
      agrees = true;
      reason = "both name the same side as the one who did it";
    }
  }
  if (reason.empty() && same_place && (denies(x.status) != denies(y.status)) && alike) {
    reason = "one side denies it";
  }
  if (reason.empty()) return;
  links_[a].push_back({b, agrees, reason});
  links_[b].push_back({a, agrees, other_way.empty() ? std::move(reason) : std::move(other_way)});
}

}  // namespace claimscope
