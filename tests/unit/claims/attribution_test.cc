#include "claims/attribution.h"

#include "pack.h"

using namespace claimscope;

namespace {
// Claimants of the attributions of speech, in order.
std::string Claimants(std::string_view text) {
  const Analysis a = AnalyseText(text);
  std::string all;
  for (const Attribution& one : a.attributions) {
    if (one.kind == CueKind::kThink) continue;
    if (!all.empty()) all += "; ";
    all += one.claimant;
    if (one.direct) all += " (direct)";
  }
  return all;
}
}  // namespace

TEST_CASE("attribution: tags before and after, direct and indirect") {
  CHECK(Claimants("The General Staff said that its troops hold the line.") ==
        "General Staff of the Armed Forces of Ukraine");
  CHECK(Claimants("\"Our troops hold the line,\" Volodymyr Zelensky said.") ==
        "Volodymyr Zelensky (direct)");
  CHECK(Claimants("Two drones fell, according to Vyacheslav Gladkov.") == "Vyacheslav Gladkov");
  CHECK(Claimants("Two drones fell near the plant, said Governor Petro Vymyshlenko.") ==
        "Petro Vymyshlenko");
}

TEST_CASE("attribution: pronouns and bare roles mean the last speaker that fits") {
  CHECK(Claimants("Governor Petro Vymyshlenko said two drones fell in Sumy. He added that nobody "
                  "was hurt.") == "Petro Vymyshlenko; Petro Vymyshlenko");
  CHECK(
      Claimants(
          "Governor Petro Vymyshlenko said two drones fell. Nobody was hurt, the governor said.") ==
      "Petro Vymyshlenko; Petro Vymyshlenko");
}

TEST_CASE("attribution: a quotation that runs on keeps its speaker") {
  const std::string all = Claimants(
      "\"We hold the town. The enemy has fled,\" Volodymyr Zelensky said. \"It is ours.\"");
  CHECK(all ==
        "Volodymyr Zelensky (direct); Volodymyr Zelensky (direct); Volodymyr Zelensky (direct)");
}

TEST_CASE("attribution: verbs that are nouns or passives attribute nothing") {
  CHECK(Claimants("The report was published.") == "");
  CHECK(Claimants("This reported advance worried everybody.") == "");
}

TEST_CASE("attribution: sides by name, country and word") {
  const auto SideOf = [](std::string_view text) {
    const Analysis a = AnalyseText(text);
    REQUIRE_FALSE(a.attributions.empty());
    return a.attributions[0].side;
  };
  CHECK(SideOf("A senior German official said the tanks would come.") == Side::kAlly);
  CHECK(SideOf("Military analysts said the town would fall.") == Side::kIndependent);
  CHECK(SideOf("Russia said its army took the town.") == Side::kRussia);
  CHECK(SideOf("The Moscow-installed mayor said the town was calm.") == Side::kRussia);
}
