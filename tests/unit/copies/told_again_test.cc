#include <doctest/doctest.h>

#include "copies/copies.h"

namespace claimscope {
namespace {

struct Made {
  Kind kind = Kind::kEquipment;
  Side side = Side::kOutlet, actor = Side::kUnknown;
  int day = 20000;
  std::string region = "UA-59";
  double value = 0;  // 0: none
  std::string unit = "drones";
  std::string quote = "Air defences shot down drones over the region overnight";
  std::string place;
  Bound bound = Bound::kExact;
  ClaimStatus status = ClaimStatus::kAsserted;
};

ClaimFacts Facts(const Made& made) {
  Claim claim;
  claim.kind = made.kind;
  claim.side = made.side;
  claim.actor = made.actor;
  claim.status = made.status;
  claim.time = {Day{made.day}, Day{made.day}};
  claim.region = made.region;
  if (made.value > 0) {
    Quantity quantity;
    quantity.value = quantity.value_max = made.value;
    quantity.unit = made.unit;
    quantity.bound = made.bound;
    claim.quantities.push_back(quantity);
  }
  if (!made.place.empty()) {
    PlaceMention place;
    place.name = made.place;
    place.region = made.region;
    claim.places.push_back(place);
  }
  return FactsOf(claim, made.quote);
}

uint32_t CountDistinct(const std::vector<Made>& claims) {
  std::vector<ClaimFacts> facts;
  for (const Made& made : claims) facts.push_back(Facts(made));
  return ToldAgain(facts).size();
}

Made Drones(double value, Side side, int day = 20000) {
  Made made;
  made.value = value;
  made.side = side;
  made.day = day;
  return made;
}

TEST_CASE("the same telling figure on the same days is one claim, in whatever words") {
  Made other = Drones(367, Side::kOutlet, 20001);
  other.quote = "A record number of aircraft without pilots never reached their targets";
  CHECK(CountDistinct({Drones(367, Side::kUkraine), other}) == 1);
  CHECK(CountDistinct({Drones(367, Side::kUkraine), Drones(366, Side::kUkraine)}) == 2);
  CHECK(CountDistinct({Drones(367, Side::kUkraine), Drones(367, Side::kUkraine, 20005)}) == 2);
}

TEST_CASE("a small figure needs common words and a place") {
  Made other = Drones(3, Side::kUkraine);
  other.quote = "Firefighters worked until noon after wreckage fell into a yard";
  CHECK(CountDistinct({Drones(3, Side::kUkraine), other}) == 2);
  CHECK(CountDistinct({Drones(3, Side::kUkraine), Drones(3, Side::kUkraine)}) == 1);
  Made elsewhere = Drones(3, Side::kUkraine);
  elsewhere.region = "UA-63";
  CHECK(CountDistinct({Drones(3, Side::kUkraine), elsewhere}) == 2);
}

TEST_CASE("without a figure half of the words must be common") {
  Made first, edited, other;
  first.kind = edited.kind = other.kind = Kind::kDiplomacy;
  first.quote = "The delegations agreed to meet again next week in the capital";
  edited.quote = "The delegations agreed to meet again next week, the minister said";
  other.quote = "The parliament voted to extend martial law for ninety days";
  CHECK(CountDistinct({first, edited}) == 1);
  CHECK(CountDistinct({first, other}) == 2);
}

TEST_CASE("two sides never make one claim; an outlet's own voice joins either") {
  CHECK(CountDistinct({Drones(367, Side::kUkraine), Drones(367, Side::kRussia)}) == 2);
  CHECK(CountDistinct({Drones(367, Side::kOutlet), Drones(367, Side::kUkraine),
                       Drones(367, Side::kRussia)}) == 2);
}

TEST_CASE("sides agree on a figure, or contradict each other, and the reason says how") {
  Made theirs = Drones(12, Side::kRussia);
  Made ours = Drones(60, Side::kUkraine);
  theirs.place = ours.place = "Vovkivka";
  ToldAgain told({Facts(ours), Facts(theirs)});
  REQUIRE(told.size() == 2);
  REQUIRE(told.LinksOf(0).size() == 1);
  CHECK_FALSE(told.LinksOf(0)[0].agrees);
  CHECK(told.LinksOf(0)[0].other == 1);
  CHECK(told.LinksOf(0)[0].reason == "60 against 12 drones");
  REQUIRE(told.LinksOf(1).size() == 1);
  CHECK(told.LinksOf(1)[0].other == 0);
  CHECK(told.LinksOf(1)[0].reason == "12 against 60 drones");

  theirs.value = 60;
  told = ToldAgain({Facts(ours), Facts(theirs)});
  REQUIRE(told.LinksOf(0).size() == 1);
  CHECK(told.LinksOf(0)[0].agrees);
  CHECK(told.LinksOf(0)[0].reason == "both say 60 drones");

  // "At least 12" leaves room for 60.
  theirs.value = 12;
  theirs.bound = Bound::kAtLeast;
  told = ToldAgain({Facts(ours), Facts(theirs)});
  CHECK(told.LinksOf(0).empty());
}

TEST_CASE("who took a place is contradicted by another doer") {
  Made ours, theirs;
  ours.kind = theirs.kind = Kind::kTerritory;
  ours.side = ours.actor = Side::kUkraine;
  theirs.side = theirs.actor = Side::kRussia;
  ours.place = theirs.place = "Vovkivka";
  ours.quote = "Our brigade pushed the enemy out of Vovkivka";
  theirs.quote = "Assault units took full control of Vovkivka";
  ToldAgain told({Facts(ours), Facts(theirs)});
  REQUIRE(told.LinksOf(0).size() == 1);
  CHECK_FALSE(told.LinksOf(0)[0].agrees);
  theirs.place = "Lypove";
  CHECK(ToldAgain({Facts(ours), Facts(theirs)}).LinksOf(0).empty());

  // What fell is another place, and the common one only tells where it lies.
  theirs.place = "Vovkivka";
  ClaimFacts more = Facts(theirs);
  more.places.push_back(~0u);
  CHECK(ToldAgain({Facts(ours), more}).LinksOf(0).empty());
}

TEST_CASE("how far they came is not contradicted by how far away it is") {
  Made ours, theirs;
  ours.kind = theirs.kind = Kind::kTerritory;
  ours.side = Side::kUkraine;
  theirs.side = Side::kRussia;
  ours.actor = theirs.actor = Side::kRussia;
  ours.unit = theirs.unit = "m";
  ours.value = 2000;
  theirs.value = 9400;
  ours.quote = "Enemy troops were also seen at Lypove, well west of it";
  theirs.quote = "Assault units moved forward and hold all of the town";
  CHECK(ToldAgain({Facts(ours), Facts(theirs)}).LinksOf(0).empty());
  ours.quote = "Assault units moved forward and hold half of the town";
  CHECK(ToldAgain({Facts(ours), Facts(theirs)}).LinksOf(0).size() == 1);
}

}  // namespace
}  // namespace claimscope
