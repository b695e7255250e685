#include "claims/places.h"

#include "claims/place_spelling.h"
#include "pack.h"

using namespace claimscope;

namespace {
// "name=region/sure" of the places that are no adjectives.
std::string Places(std::string_view text) {
  const Analysis a = AnalyseText(text);
  std::string all;
  for (const PlaceFinding& p : a.places) {
    if (p.kind == PlaceKind::kDemonym) continue;
    if (!all.empty()) all += " ";
    const PlaceMention m = ToMention(p, a.text, a.tokens, TestPack().gazetteer);
    all += std::string(TextOf(a.text, m.span)) + "=" + m.region + "/" + std::string(NameOf(m.sure));
  }
  return all;
}
}  // namespace

TEST_CASE("places: regions by name and alias") {
  CHECK(Places("Shelling hit the Sumy region.") == "Sumy=UA-59/exact");
  CHECK(Places("Drones fell in Kharkov Region.") == "Kharkov=UA-63/alias");
}

TEST_CASE("places: an unknown village takes the region near by and says so") {
  CHECK(Places("The village of Qwertivka in the Sumy region was freed.") ==
        "Qwertivka=UA-59/context Sumy=UA-59/exact");
  CHECK(Places("Fighting goes on in the Sumy region. The settlement of Qwertivka was freed.") ==
        "Sumy=UA-59/exact Qwertivka=UA-59/context");
}

TEST_CASE(
    "places: a shared name is the one of the region named beside it, never a silent namesake") {
  CHECK(Places("They hold Bilohorivka in the Luhansk region.") ==
        "Bilohorivka=UA-09/context Luhansk=UA-09/exact");
  CHECK(Places("They hold Bilohorivka in the Donetsk region.") ==
        "Bilohorivka=UA-14/context Donetsk=UA-14/exact");
  CHECK(Places("They hold Bilohorivka.").find("/ambiguous") != std::string::npos);
}

TEST_CASE("places: spellings of one name share a key") {
  Spelling spelling;
  const Result<FileBundle> rules = FileBundle::Open(BuiltinRules());
  REQUIRE(rules.ok());
  REQUIRE(spelling.Load(*rules).ok());
  CHECK(spelling.Key("Avdiivka") == spelling.Key("Avdeyevka"));
  CHECK(spelling.Key("Horlivka") == spelling.Key("Gorlovka"));
  CHECK(spelling.Key("Horlivka") != spelling.Key("Avdiivka"));
}

TEST_CASE("places: a name of several words that no table knows is one place, and everywhere") {
  CHECK(Places("Velyka Qwertivka, a village in Sumy Oblast, burned. Then Velyka Qwertivka fell.") ==
        "Velyka Qwertivka=UA-59/context Sumy=UA-59/exact Velyka Qwertivka=UA-59/context");
  CHECK(Places("A shell fell near Qwertiv-Rivne, Sumy Oblast. The Qwertiv-Rivne raid went on.") ==
        "Qwertiv-Rivne=UA-59/context Sumy=UA-59/exact Qwertiv-Rivne=UA-59/context");
  // A person in a region.
  CHECK(Places("They met Sprotin Qwertko in Sumy Oblast.") == "Sumy=UA-59/exact");
  // The short name and the adjective of one that is told of elsewhere.
  CHECK(
      Places("A raid on the village of Qwert in Sumy Oblast. The 2022 Qwert raid took an hour.") ==
      "Qwert=UA-59/context Sumy=UA-59/exact Qwert=UA-59/context");
  CHECK(Places("Ships left Snake Island.") == "Snake Island=UA-51/exact");
}

TEST_CASE("places: names of people and adjectives of place are none") {
  CHECK(Places("Vladimir Putnenko came.") == "");
  CHECK(Places("the Moscow-installed mayor") == "");
}

TEST_CASE("places: a capital that acts is no place of events") {
  const Analysis a = AnalyseText("Moscow said the deal was off. A blast shook central Moscow.");
  REQUIRE(a.places.size() == 2);
  CHECK_FALSE(a.places[0].located);
  CHECK(a.places[1].located);
}

TEST_CASE("places: where the text says once where a name lies, it lies there everywhere") {
  CHECK(Places("They hold Bilohorivka in the Luhansk region. Shells fell in Bilohorivka. Trucks "
               "left Bakhmut in the Donetsk region for Bilohorivka.") ==
        "Bilohorivka=UA-09/context Luhansk=UA-09/exact Bilohorivka=UA-09/context "
        "Bakhmut=UA-14/exact Donetsk=UA-14/exact Bilohorivka=UA-09/context");
}

TEST_CASE("places: a name that is a place's once is one at the head of a sentence, too") {
  CHECK(Places("Shells fell in Millerovo. Millerovo was dark.") ==
        "Millerovo=RU-ROS/exact Millerovo=RU-ROS/exact");
}

TEST_CASE("places: a place in the name of an office or a treaty is none") {
  const Analysis a = AnalyseText("The Duchess of Edinburgh came to Poland.");
  REQUIRE(a.places.size() == 2);
  CHECK_FALSE(a.places[0].located);
  CHECK(a.places[1].located);
  CHECK(Places("The Palermo Convention was signed.").empty());
}

TEST_CASE("places: a name in no table is a place where its region follows, and in the rest of it") {
  CHECK(Places("Shells fell in Qwertivka, Sumy Oblast. The road to Qwertivka was cut.") ==
        "Qwertivka=UA-59/context Sumy=UA-59/exact Qwertivka=UA-59/context");
}

TEST_CASE("places: countries written with full stops") {
  CHECK(Places("Factories in the U.S. closed, and U.K. officials spoke.") ==
        "U.S.=US/alias U.K.=GB/alias");
}

TEST_CASE("places: a person's name is none, there and afterwards") {
  CHECK(Places("Anna Odesa lives in Berlin. Odesa said so. She left for Odesa.") ==
        "Berlin=DE/exact Odesa=UA-51/exact");
  CHECK(Places("Mr. Donetsk said no in Norway.") == "Norway=NO/exact");
  CHECK(Places("Bryansk Regional Governor Petro Koval spoke.") == "Bryansk=RU-BRY/exact");
}

TEST_CASE("places: an enumeration goes on over a name in no table") {
  CHECK(Places("They hold Sumy, Qwertivka, Lebedyn and Romny.").find("Lebedyn=UA-59") !=
        std::string::npos);
}

TEST_CASE("places: parts of countries, and where something is sent") {
  CHECK(Places("Rain fell in Bavaria and in North Darfur.") ==
        "Bavaria=DE/alias North Darfur=SD/alias");
  const Analysis a = AnalyseText("Norway will send 20 tanks to Finland, not a word to Sweden.");
  REQUIRE(a.places.size() == 3);
  CHECK(!a.places[0].located);
  CHECK(a.places[1].located);
  CHECK(!a.places[2].located);
}

TEST_CASE("places: oceans and conventions are none, the other Congo, towns in German and Polish") {
  CHECK(Places("Ships sail in the northern Indian Ocean.").empty());
  CHECK(Places("Nobody keeps the Geneva Convention.").empty());
  CHECK(Places("Fires burn in the Republic of Congo.").find("=CG/") != std::string::npos);
  CHECK(Places("Drones fell in Saporischschja and Siewierodoniec.") ==
        "Saporischschja=UA-23/alias Siewierodoniec=UA-09/alias");
}

TEST_CASE("places: the region around a city that is one itself, and towns of three letters") {
  CHECK(Places("Two men died in Kyiv Oblast on Monday.") == "Kyiv Oblast=UA-32/exact");
  CHECK(Places("Two men died in the Kyiv oblast on Monday.") == "Kyiv oblast=UA-32/exact");
  CHECK(Places("Missiles hit the Kyiv region.") == "Kyiv=UA-32/alias");
  CHECK(Places("Missiles hit the Moscow region.") == "Moscow=RU-MOS/alias");
  CHECK(Places("They met in Kyiv.") == "Kyiv=UA-30/exact");
  CHECK(Places("The bank keeps expanding its Mir cards, the acceptance of Mir cards.").empty());
}

TEST_CASE("places: a town with the state that follows it, there and in the rest of it") {
  CHECK(Places("A man from Melbourne, Florida, fell. Melbourne mourned him.") ==
        "Melbourne=US/context Florida=US/alias Melbourne=US/context");
  CHECK(Places("They met in Melbourne.") == "Melbourne=AU/exact");
}

TEST_CASE(
    "places: a river's bank, a governor who bears a town's name, a village of a town's district") {
  const auto regions = [](std::string_view text) {
    std::string all;
    for (const Claim& claim : ClaimsOf(text)) all += (all.empty() ? "" : " ") + claim.region;
    return all;
  };
  CHECK(regions("Shells hit the west bank of the Dnipro, and a house burned.").find("UA-12") ==
        std::string::npos);
  CHECK(regions("Voronezh region Governor Alexander Gusev said debris had fallen. Nobody was hurt, "
                "according to Gusev.") == "RU-VOR RU-VOR");
  CHECK(regions("The enemy shelled the village of Zelenodolsk in the Kryvyi Rih district.") ==
        "UA-12");
  CHECK(regions("Rockets struck the Antonivskyi bridge on Monday.") == "UA-65");
  // Whose war it is says nothing of where people fled to.
  CHECK(regions("Nearly 107,000 people have sought refuge in Norway since Russia's invasion.") ==
        "NO");
}
