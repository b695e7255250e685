#include "claims/claims.h"

#include <cmath>
#include <string>

#include "pack.h"

using namespace claimscope;

TEST_CASE("claims: kind, claimant, side, region, time, figure") {
  const auto claims = ClaimsOf(
      "Russia's Defence Ministry said on Monday that its troops had captured two villages in "
      "Ukraine's Sumy region "
      "last week.");
  REQUIRE(claims.size() == 1);
  const Claim& c = claims[0];
  CHECK(c.kind == Kind::kTerritory);
  CHECK(c.claimant == "Russian Defence Ministry");
  CHECK(c.side == Side::kRussia);
  CHECK(c.mode == Mode::kIndirect);
  CHECK(c.region == "UA-59");
  CHECK(FormatIsoDay(c.time.from) == "2024-06-03");
  CHECK(FormatIsoDay(c.time.to) == "2024-06-09");
  CHECK(c.time_basis == TimeBasis::kRelative);
  REQUIRE_FALSE(c.quantities.empty());
  CHECK(c.quantities[0].value == 2);
  CHECK(c.quantities[0].unit == "settlements");
  CHECK(c.rule.substr(0, 9) == "territory");
}

TEST_CASE("claims: \"not yet\" is one claim, \"yet\" before a clause parts two") {
  CHECK(ClaimsOf("Norway, for all its worries, has not yet joined the war in Ukraine.").size() ==
        1);
  CHECK(ClaimsOf("The answer of the Norwegian army is yet to come.").size() == 1);
  CHECK(ClaimsOf("The storm sank two ships yet Norway sent no help.").size() == 2);
}

TEST_CASE("claims: a relative clause between subject and verb parts nothing") {
  const auto claims =
      ClaimsOf("The mayor of Sumy said the fires, which rockets had caused, were a warning.");
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].claimant == "mayor of Sumy");
  CHECK(ClaimsOf("Russia hit the base, which held 20 tanks, on Monday.").size() == 1);
  CHECK(ClaimsOf("The drones, which carried bombs and flew low, hit a depot in Sumy.").size() == 1);
}

TEST_CASE("claims: what has no subject of its own stays with what it goes on from") {
  CHECK(ClaimsOf("The envoy of Norway met the president and left Kyiv on Friday.").size() == 1);
  CHECK(ClaimsOf("Russia opened a bridge in Sumy, which had burned for two months.").size() == 1);
  CHECK(ClaimsOf("Not only the Russian army but also its allies should leave Sumy.").size() == 1);
  CHECK(ClaimsOf("If Norway sends tanks, and it wants to do so, Ukraine will win.").size() == 1);
  CHECK(ClaimsOf("The visit comes as Norway prepares an offensive near Sumy.").size() == 1);
  // Of another kind, or with figures of their own, they are two claims.
  CHECK(ClaimsOf("The drones hit a depot near Sumy and killed two guards.").size() == 2);
  // Without a name, a figure or a day a clause says nothing alone.
  const auto claims = ClaimsOf(
      "The bank in Sumy is still not opening accounts and clients cannot reach their money.");
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].span.end > 80);
}

TEST_CASE("claims: a stop before a figure or a footnote ends a sentence") {
  CHECK(ClaimsOf("Every drone was shot down.Nine rockets hit a farm near Sumy.").size() == 2);
  CHECK(ClaimsOf("Every drone was shot down.9 rockets hit a farm near Sumy.").size() == 2);
  const auto claims = ClaimsOf("Russia took the village of Lyman.[12] It lost 20 men there.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].quantities.empty());
}

TEST_CASE("claims: a headline, a credit, a request to readers are none, nor part of one") {
  const std::string_view glued =
      "Norway's PM: Drills Won't Harm Baltic Peace Berg said that the drills near Sumy were "
      "routine.";
  auto claims = ClaimsOf(glued);
  REQUIRE(claims.size() == 1);
  CHECK(TextOf(glued, claims[0].span).substr(0, 9) == "Berg said");
  CHECK(claims[0].claimant == "Berg");
  const std::string_view credit = "(Anna Berg/Agency) Russia shelled a school in Sumy on Monday.";
  claims = ClaimsOf(credit);
  REQUIRE(claims.size() == 1);
  CHECK(TextOf(credit, claims[0].span).substr(0, 6) == "Russia");
  CHECK(ClaimsOf("Read the original article on the war in Ukraine.").empty());
  CHECK(ClaimsOf("\"Give us the tanks for Ukraine,\" the envoy of Norway said.").size() == 1);
  claims = ClaimsOf(
      "A bomb killed two guards in Sumy. There has been no claim of responsibility from Norway.");
  CHECK(claims.size() == 1);
  // A name is no headline, whatever words it has.
  claims = ClaimsOf("The United Nations Human Rights Office has counted 20 dead in Sumy.");
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].span.begin == 0);
}

TEST_CASE("claims: a list of losses is a claim per figure") {
  const auto claims =
      ClaimsOf("The Ukrainian army lost more than 210 troops, two tanks and nine motor vehicles.");
  REQUIRE(claims.size() == 3);
  CHECK(claims[0].kind == Kind::kCasualties);
  CHECK(claims[1].kind == Kind::kEquipment);
  CHECK(claims[2].kind == Kind::kEquipment);
  CHECK(claims[2].quantities[0].unit == "vehicles");
}

TEST_CASE("claims: figures before a verb that they share are a claim each") {
  const auto claims =
      ClaimsOf("In all, 12 shells, 40 mines and 9 rockets were fired at Kherson on Monday.");
  REQUIRE(claims.size() == 3);
  for (const Claim& claim : claims) {
    CHECK(claim.kind == Kind::kStrike);
    CHECK(claim.region == "UA-65");
    CHECK(FormatIsoDay(claim.time.from) == "2024-06-10");
  }
  CHECK(claims[1].quantities[0].value == 40);
  CHECK(ClaimsOf("Of 12 men, two were killed in Sumy.").size() == 1);
  CHECK(ClaimsOf("Norway has 20 tanks. Russia fired 12 shells at Sumy.").back().kind ==
        Kind::kStrike);
}

TEST_CASE("claims: a day that dates the speaking is not the event's") {
  const auto claims =
      ClaimsOf("Three drones hit the refinery, Governor Petro Vymyshlenko said on Monday.");
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].time_basis == TimeBasis::kPublication);
}

TEST_CASE("claims: doubts in the next sentence reach back") {
  const auto claims = ClaimsOf(
      "Ukraine's General Staff said its troops had freed the town of Qwertivka. The claim could "
      "not be independently "
      "verified.");
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].status == ClaimStatus::kUnverified);
  CHECK_FALSE(claims[0].status_span.empty());
}

TEST_CASE("claims: none in questions, foreign text and empty tags") {
  CHECK(ClaimsOf("Will Russia capture the town?").empty());
  CHECK(ClaimsOf("He said in a video.").empty());
  CHECK(ClaimsOf("").empty());
  const Result<FileBundle> bundle = FileBundle::Open(BuiltinRules());
  REQUIRE(bundle.ok());
  const Result<Extractor> extractor = Extractor::Load(*bundle);
  REQUIRE(extractor.ok());
  Article article;
  article.text = "Russia captured the town of Sumy.";
  article.language = "uk";
  CHECK(extractor->Extract(article).empty());
  article.language = "en";
  CHECK_FALSE(extractor->Extract(article).empty());
}

TEST_CASE("claims: what a denial is about is a claim, denied") {
  for (const char* text :
       {"Russia denies it plans to leave Ukraine.", "Russia denied that it plans to leave Ukraine.",
        "Russia denies plans to invade Ukraine."}) {
    const auto claims = ClaimsOf(text);
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].status == ClaimStatus::kDenied);
    CHECK(claims[0].claimant == "Russia");
  }
  // Of what was said before.
  const auto two = ClaimsOf("Kyiv said its troops shelled Belgorod. Russia denied it.");
  REQUIRE(two.size() == 1);
  CHECK(two[0].status == ClaimStatus::kDenied);
}

TEST_CASE("claims: the same text gives the same claims; spans lie in the text") {
  const std::string text =
      "Russian forces shelled Kharkiv overnight, killing two women and wounding five. \"They hit a "
      "school,\" the mayor "
      "said. Kyiv denied losing the village.";
  const auto once = ClaimsOf(text), twice = ClaimsOf(text);
  REQUIRE(once.size() == twice.size());
  REQUIRE_FALSE(once.empty());
  for (size_t i = 0; i < once.size(); ++i) {
    CHECK(once[i].span == twice[i].span);
    CHECK(once[i].span.end <= text.size());
    CHECK_FALSE(once[i].span.empty());
  }
}

TEST_CASE("claims: a wrong table is named with its line") {
  const Result<FileBundle> bundle = FileBundle::Open(BuiltinRules());
  REQUIRE(bundle.ok());
  std::vector<FileBundle::File> files = bundle->files();
  for (FileBundle::File& file : files) {
    if (file.name == "lexicon/kinds.tsv")
      file.data = "# rule\tkind\tweight\ttrigger\nx\tnonsense\t5\ttake\n";
  }
  const Result<Extractor> extractor = Extractor::Load(FileBundle::Of(files));
  REQUIRE_FALSE(extractor.ok());
  CHECK(extractor.status().message().find("lexicon/kinds.tsv line 2") != std::string::npos);
}

TEST_CASE("claims: words of war and of states count only where the story is of them") {
  for (const Claim& claim :
       ClaimsOf("The champions lost their captain and hit the post twice. The company of actors "
                "met in the theatre and discussed the deal. Their attack was poor and the "
                "defence left the field."))
    CHECK(claim.kind == Kind::kOther);
  const auto claims = ClaimsOf(
      "The army fired missiles at the port. Soldiers left the town. Artillery hit the bridge.");
  REQUIRE(claims.size() == 3);
  CHECK(claims[2].kind == Kind::kStrike);
}

TEST_CASE("claims: outside the topic what somebody says of politics is a claim of its own kind") {
  const auto claims = ClaimsOf(
      "The government said the new law on schools would pass. The president told parliament that "
      "the ministry had enough teachers. The opposition party warned that the election would "
      "decide it.");
  REQUIRE_FALSE(claims.empty());
  for (const Claim& claim : claims) CHECK(claim.kind == Kind::kOther);
}

TEST_CASE("claims: the region of a statement is the state that it speaks of, else the story's") {
  const auto claims = ClaimsOf(
      "Norway imposed new sanctions on the traders on Monday. The Norwegian government said the "
      "ban would hold. The prime minister of Norway said the list would grow.");
  REQUIRE(claims.size() == 3);
  for (const Claim& claim : claims) CHECK(claim.region == "NO");
  const auto shooting = ClaimsOf(
      "A gunman killed two people in Lisbon on Monday. The attacker fired several shots and fled, "
      "police said.");
  REQUIRE(shooting.size() == 2);
  CHECK(shooting[1].region == "PT");
}

TEST_CASE("claims: two figures, or two days, of a subject are two claims") {
  const auto claims = ClaimsOf(
      "The Ukrainian parliament adopted 20 laws and sent two envoys to Poland, which had invited "
      "the government.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].quantities[0].value == 2);
  CHECK(ClaimsOf("Norway's envoy visited Kyiv in March and returned to Oslo in May.").size() == 2);
  CHECK(ClaimsOf("The rules, which have strict limits for Ukraine, cost 20 people their jobs.")
            .size() == 1);
}

TEST_CASE("claims: talk of an attack is no strike") {
  const auto claims = ClaimsOf(
      "The White House said the Russian army may be ready for an attack. A missile attack on the "
      "port of Odesa killed two soldiers. An air raid hit the port.");
  REQUIRE(claims.size() == 3);
  CHECK(claims[0].kind == Kind::kForce);
  CHECK(claims[2].kind == Kind::kStrike);
}

TEST_CASE("claims: where a speaker stands is not where it happened") {
  const auto claims = ClaimsOf(
      "Norway's minister told reporters in Lisbon that the troops had left the town of Kupiansk.");
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].region == "UA-63");
}

TEST_CASE("claims: the place of the main clause comes before those beside it") {
  const auto region = [](std::string_view text) {
    const auto claims = ClaimsOf(text);
    REQUIRE_FALSE(claims.empty());
    return claims[0].region;
  };
  CHECK(region("Prices of 20 goods rose in Egypt because Russia had closed the port of Odesa.") ==
        "EG");
  CHECK(region("Petro Bily, who had led the army in Donetsk, was shot dead in Madrid.") == "ES");
  CHECK(region("Norway has yet to help Ukraine in its war against Russia.") != "RU");
  CHECK(region("The tanks were hit after they had crossed the river near Kherson.") == "UA-65");
  CHECK(region("Drones hit a depot in the Ukrainian capital.") == "UA-30");
  CHECK(region("Drones hit a depot in the capital of Norway.") == "NO");
}

TEST_CASE("claims: where a report was written is not what it tells of") {
  const auto claims = ClaimsOf(
      "OSLO, June 12. /TASS/. Russia and Ukraine held talks. The quotas must be fair, the envoy "
      "said.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].region != "NO");
}

TEST_CASE("claims: the predicate of the main clause tells the kind, not a theme beside it") {
  const auto kind = [](std::string_view text) {
    const auto claims =
        ClaimsOf(std::string("Russian troops shelled Sumy. Ukraine lost two villages. ") +
                 std::string(text));
    REQUIRE(claims.size() >= 3);
    return claims[2].kind;
  };
  CHECK(kind("Bread in Oslo has cost more since the start of the invasion.") == Kind::kOther);
  CHECK(kind("The 20 bakers of Oslo, who knew the war, sold bread on Monday.") == Kind::kOther);
  CHECK(kind("Petro Bily said that 20 smugglers hide on the territory of Norway.") == Kind::kOther);
  CHECK(kind("A rocket landed on a nursery in Kherson on Monday.") == Kind::kStrike);
  CHECK(kind("The troops near Kherson are running out of ammunition.") == Kind::kForce);
  CHECK(kind("The invasion of Ukraine began in 2022.") == Kind::kForce);
}

TEST_CASE("claims: whose an attack is is not where it is") {
  const auto claims = ClaimsOf(
      "Norway and Sweden held talks on Ukraine. The report tells of the "
      "Russian invasion and of the talks in 2023.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].region != "RU");
}

TEST_CASE("claims: markets are no diplomacy") {
  const auto claims = ClaimsOf(
      "Norway's exports rose 3 per cent in May. The government of Norway signed a treaty with "
      "Portugal.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].kind == Kind::kOther);
  CHECK(claims[1].kind == Kind::kDiplomacy);
}

// The day on which the first claim's time begins.
std::string TimeOf(std::string_view text) {
  const auto claims = ClaimsOf(text);
  REQUIRE_FALSE(claims.empty());
  return FormatIsoDay(claims[0].time.from);
}

TEST_CASE("claims: times that something is measured by or named after are not its own") {
  CHECK(TimeOf("The attack on Odesa was the largest since March 2022.") == "2024-06-12");
  CHECK(TimeOf("The government left the 1951 refugee convention of Ukraine.") == "2024-06-12");
  CHECK(TimeOf("Russian troops hope to hold Crimea in the 21st century.") == "2024-06-12");
  CHECK(TimeOf("Norway raised its military aid to Ukraine by 70% in 2024 from 2023.") ==
        "2024-01-01");
  CHECK(TimeOf("Russian troops have held the town of Melitopol since March 2022.") == "2022-03-01");
  CHECK(TimeOf("On Friday Volodymyr Zelensky is expected to meet the king of Norway in Kyiv.") ==
        "2024-06-14");
  CHECK(TimeOf("On Friday Volodymyr Zelensky met the king of Norway in Kyiv.") == "2024-06-07");
}

TEST_CASE("claims: neither the agency nor where it is printed") {
  const auto claims = ClaimsOf(
      "Nobody plans to attack Ukraine, President Alexander Lukashenko said as he met envoys in "
      "Minsk, BelTA informs. \"Norway will open the road for its trade with Ukraine,\" he told the "
      "BBC.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].claimant == "Alexander Lukashenko");
  CHECK(claims[1].claimant == "Alexander Lukashenko");
  CHECK(claims[1].region != "GB");
}

TEST_CASE("claims: what a figure is compared with is not its time") {
  CHECK(TimeOf("Ukraine shelled the town less than a year ago.") == "2024-06-12");
  CHECK(TimeOf("The bank of Norway cut its rate to the lowest in two years.") == "2024-06-12");
  CHECK(TimeOf("The former president of Norway (1995-2005) met the envoys of Ukraine.") ==
        "2024-06-12");
}

TEST_CASE(
    "claims: a region holds for what is told right after it, not for a whole long paragraph") {
  const std::string_view first = "A drone hit the port of Odesa. ",
                         last = "A shell killed two people.";
  const auto near = ClaimsOf(std::string(first) + "The envoys spoke of it. " + std::string(last));
  REQUIRE_FALSE(near.empty());
  CHECK(near.back().region == "UA-51");
  const auto far =
      ClaimsOf(std::string(first) +
               "The envoys spoke. They spoke for long. They spoke of trade. They spoke "
               "of grain. They spoke of bread. " +
               std::string(last));
  REQUIRE_FALSE(far.empty());
  CHECK(far.back().region == "UA");
}

TEST_CASE(
    "claims: the region of what says no place is where the story plays, not what it mentions") {
  // Most names are of Ukraine, but the story plays in Norway; abroad is only sold to.
  const auto story = ClaimsOf(
      "A Ukrainian banker died in Bergen, Norway. The Ukrainian had lived in Bergen since his "
      "Ukrainian bank failed. Ukrainian papers wrote of it. Three police officers searched the "
      "house.");
  REQUIRE_FALSE(story.empty());
  CHECK(story.back().region.substr(0, 2) == "NO");
  const auto trade = ClaimsOf(
      "Norway's exports fell by 3 per cent. Norway's sales to the U.S. rose, and Norway's sales to "
      "the U.S. may rise further. The factories closed 20 shops.");
  REQUIRE_FALSE(trade.empty());
  CHECK(trade.back().region == "NO");
}

TEST_CASE("claims: 'the country' is the one named before it in the sentence") {
  const auto claims = ClaimsOf(
      "Russia signed a treaty. Norway will not sign a treaty that harms the country's trade.");
  REQUIRE_FALSE(claims.empty());
  CHECK(claims.back().region == "NO");
}

TEST_CASE(
    "claims: a clause with 'where' happens at the place before it; a name's adjective is none") {
  const auto claims = ClaimsOf(
      "Drones hit Ukraine's Kharkiv region, where the front line has moved 9 km away from Russian "
      "territory.");
  REQUIRE_FALSE(claims.empty());
  CHECK(claims.back().region == "UA-63");
  const auto school =
      ClaimsOf("Three people were shot dead in Ukraine at a British Council school.");
  REQUIRE_FALSE(school.empty());
  CHECK(school[0].region == "UA");
}

TEST_CASE("claims: 'and' inside a phrase parts no claim") {
  const auto only = [](std::string_view text) {
    const auto claims = ClaimsOf(text);
    return claims.size() == 1 ? std::string(TextOf(text, claims[0].span)) : std::string();
  };
  for (const std::string_view text :
       {"Air defence units intercepted and destroyed 30 drones over the Kursk region.",
        "The raid on Odesa brought severe and lasting damage that will cost Ukraine years.",
        "Officials in Kyiv said Norway and Sweden will sign the treaty.",
        "Norway, Iceland, and Portugal are major sellers of weapons to Ukraine.",
        "The army had captured and partly demolished a suburb of Lyman.",
        "Norway supports those who burnt the town of Lyman and robbed the people of Sumy.",
        "The envoy of Norway joins the mayor and the choir that sings in Kyiv."})
    CHECK(only(text) == text);
  // Two clauses, each with all it needs, stay two claims.
  CHECK(ClaimsOf("Russia attacked the town of Selydove and killed three people.").size() == 2);
  CHECK(ClaimsOf("The talks in Kyiv are to last several weeks, and Norway may send its envoy.")
            .size() == 2);
}

TEST_CASE("claims: the context makes politics or war only where the article is of them") {
  const auto football = ClaimsOf(
      "The goalkeeper trained in Norway for a year. Everyone in Norway knows the goalkeeper. The "
      "general manager of the club resigned. The company sells shirts.");
  REQUIRE_FALSE(football.empty());
  for (const Claim& claim : football) CHECK(claim.kind == Kind::kOther);
}

// The claimants of all claims, one after another.
std::string Claimants(std::string_view text) {
  std::string all;
  for (const Claim& claim : ClaimsOf(text)) all += (all.empty() ? "" : "; ") + claim.claimant;
  return all;
}

TEST_CASE("claims: a body without its name is the one that spoke last") {
  CHECK(Claimants("Brightly Solar said its sales rose by 9 per cent in Norway. \"We will build a "
                  "plant in Norway,\" the company said.") == "Brightly Solar; Brightly Solar");
  CHECK(Claimants("The Norwegian Defence Ministry said two ships sank. \"Nobody was hurt in "
                  "Norway,\" the defence agency said.") ==
        "Norwegian Defence Ministry; Norwegian Defence Ministry");
  CHECK(Claimants("In a statement, the Families Forum said that Norway had no plan. \"Norway will "
                  "not wait for a plan,\" it said.") == "Families Forum; Families Forum");
}

TEST_CASE("claims: what cannot speak makes no claim; a day is no speaker") {
  CHECK(Claimants("The visit highlights that Norway trades with Ukraine.") == "outlet");
  CHECK(Claimants("\"Norway must send weapons to Ukraine,\" Kari Holm, Norway's prime minister, "
                  "said last week.") == "Kari Holm");
  CHECK(Claimants("Weapons are made in Norway, newly elected Mayor Ola Berg told reporters.") ==
        "Ola Berg");
  CHECK(
      Claimants("Alexandra Lind, an independent analyst based in the Norwegian capital Oslo, told "
                "the paper that Norway will sign the treaty.") == "Alexandra Lind");
}

// "value unit" of all figures of the text's claims.
std::string Figures(std::string_view text) {
  std::string all;
  for (const Claim& claim : ClaimsOf(text)) {
    for (const Quantity& q : claim.quantities) {
      if (!all.empty()) all += "; ";
      all += std::to_string(static_cast<int>(q.value)) + " " + q.unit;
    }
  }
  return all;
}

TEST_CASE("claims: what a figure without a noun counts") {
  CHECK(Figures("About 200,000 Swedes fled the war in Norway.") == "200000 people");
  CHECK(Figures("Thousands of Syrians crossed into Norway.") == "2000 people");
  CHECK(Figures("A quarter of a million people fled Norway.") == "250000 people");
  CHECK(Figures("The number of Norwegian troops on alert rose from 5,000 to 24,000.") ==
        "24000 people");
  CHECK(Figures("Courts in Norway jailed 97 fighters from 26 countries. Forty of them are from "
                "Georgia.") == "97 people; 26 countries; 40 people");
}

TEST_CASE("claims: ages, scores, names and 'one' count nothing") {
  for (const std::string_view text :
       {"The war is a proxy one between Norway and Sweden.", "Norway will act one way or another.",
        "Norway beat Sweden in a 2-1 win.", "The poet died in Norway at the age of 75.",
        "Norway shut down Channel 24 on Monday.", "The two have met in Norway."})
    CHECK(Figures(text) == "");
  CHECK(Figures("At one point, Norway closed its border.") == "");
  CHECK(Figures("Police in Norway found at least one accomplice.") == "1 people");
  CHECK(Figures("The firm has bought 300 GPUs in Norway.") == "300 gpus");
}

TEST_CASE("claims: who asks, or will not say, tells nothing") {
  for (const std::string_view text :
       {"Reporters asked the minister whether Lyman had fallen.",
        "The minister did not say how many tanks were lost in Sumy.",
        "The minister declined to say when the tanks will reach Sumy."})
    CHECK(ClaimsOf(text).empty());
  CHECK(ClaimsOf("Berg asked why the army was late and said 12 tanks were lost.").size() == 1);
  CHECK(ClaimsOf("Ukraine refused to surrender when Russian troops attacked Lyman.").size() == 1);
  CHECK(ClaimsOf("Kyiv asked Norway, which had sent 12 tanks, for more.").size() == 1);
}

TEST_CASE("claims: the day of an interview is not the event's") {
  CHECK(TimeOf("Speaking in Kyiv on Monday, Volodymyr Zelensky said Russian troops had left the "
               "town.") == "2024-06-12");
  CHECK(TimeOf("In a post on Monday, Volodymyr Zelensky said Russian troops had left the town.") ==
        "2024-06-12");
}

TEST_CASE("claims: the day of the main verb comes before a day told of a noun") {
  CHECK(TimeOf("The harbour in Kyiv, built in 1990, was closed on Monday.") == "2024-06-10");
  CHECK(TimeOf("The truce that began in January was broken in Kyiv on Monday.") == "2024-06-10");
  CHECK(TimeOf("The mayor, who took office in 2019, said Kyiv had lost 40 tanks.") == "2024-06-12");
  CHECK(TimeOf("The court, in 2023, said Kyiv had lost 40 tanks.") == "2023-01-01");
  // The day of the first verb holds, whatever is said by a second one.
  CHECK(TimeOf("The envoy met troops in Kyiv on Monday and urged them to stay.") == "2024-06-10");
  CHECK(TimeOf("Ministers unveiled a plan for the army on Monday, calling it a start.") ==
        "2024-06-10");
}

TEST_CASE("claims: 'the region' is that of the governor who speaks") {
  const auto claims = ClaimsOf(
      "A drone fell in the Oryol region. According to Bryansk Regional Governor Petro Koval, two "
      "people were killed in the region.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].region == "RU-BRY");
}

TEST_CASE("claims: what something is measured by, or came before, is not where it is") {
  const auto RegionOf = [](std::string_view text) {
    const auto claims = ClaimsOf(text);
    return claims.empty() ? std::string("no claim") : claims.back().region;
  };
  CHECK(RegionOf("Unlike in France, bread prices in Norway rose.") == "NO");
  CHECK(RegionOf("Norway has more tanks than Sweden.") == "NO");
  CHECK(RegionOf("Compared with Sweden, Norway has few tanks.") == "NO");
  CHECK(RegionOf("After the attack on Norway, Sweden closed its border.") == "SE");
  CHECK(RegionOf("Because of the war in Ukraine, bread prices in Egypt rose.") == "EG");
  CHECK(RegionOf("Missiles fired from Crimea hit Odesa.") == "UA-51");
  CHECK(RegionOf("Sweden was hit by drones launched from Norway.") == "SE");
  CHECK(RegionOf("Norwegian troops entered Sweden from Finland.") == "SE");
  CHECK(RegionOf("In the face of Denmark's threats, Norway has closed its border.") == "NO");
  CHECK(RegionOf("Two men from Norway were hurt in Upper Finland.") == "FI");
  CHECK(RegionOf("Ships left Berdyansk on the Sea of Azov.") == "UA-23");
  // Where nothing else says where, it does.
  CHECK(RegionOf("Amid fighting in Norway, 40 people fled.") == "NO");
  CHECK(RegionOf("In Norway, 40 people were killed.") == "NO");
  CHECK(RegionOf("Envoys of Norway and Sweden held talks in Geneva.") == "CH");
  // A noun's own country is not where the verb's doing is; what states agreed in is no place.
  CHECK(RegionOf("The war in Norway has raised prices in Sweden.") == "SE");
  CHECK(RegionOf("Norwegian companies want to leave Sweden.") == "SE");
  CHECK(RegionOf("Poroshenko signed the Minsk agreements to help Ukraine.") == "UA");
  CHECK(RegionOf("Troops shelled a hospital near Kyiv.") == "UA-32");
  CHECK(RegionOf("Troops shelled a hospital in Kiev.") == "UA-30");
}

TEST_CASE("claims: what confirms doubts behind a negation; things lost are equipment") {
  for (const char* text :
       {"Kyiv said 40 men were killed in Sumy. None of the figures could be verified.",
        "Kyiv said 40 men were killed in Sumy, a number nobody else has confirmed.",
        "Kyiv said 40 men were killed in Sumy. The paper could not verify either version."}) {
    const auto claims = ClaimsOf(text);
    INFO(text);
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].status == ClaimStatus::kUnverified);
  }
  const auto lost = ClaimsOf(
      "Fighting goes on near Lyman. Kyiv put Russian losses at 300 men and 22 tanks in a day.");
  REQUIRE(lost.size() >= 2);
  CHECK(lost[lost.size() - 2].kind != lost.back().kind);
}

TEST_CASE("claims: denied in an aside, with a clause, of reports") {
  const auto StatusOf = [](std::string_view text) {
    const auto claims = ClaimsOf(text);
    return claims.empty() ? ClaimStatus::kUnverified : claims[0].status;
  };
  for (const char* text : {"The army said it had taken Lyman, which Kyiv denies.",
                           "The army said it had taken Lyman, a claim denied by Kyiv.",
                           "Kyiv denies that Russian troops have taken Lyman.",
                           "Kyiv denied reports that Lyman had fallen.",
                           "The army said it had taken Lyman. Kyiv has rejected all such claims.",
                           "The army said it had taken Lyman, a claim flatly dismissed by Kyiv.",
                           "Kyiv rejected the suggestion that Lyman had fallen.",
                           "The man denied killing his wife in Oslo."}) {
    INFO(text);
    CHECK(StatusOf(text) == ClaimStatus::kDenied);
  }
  CHECK(StatusOf("Kyiv denied visas to 40 envoys of Norway.") == ClaimStatus::kAsserted);
  CHECK(StatusOf("The army said it had taken Lyman, which Kyiv has not denied.") ==
        ClaimStatus::kAsserted);
  CHECK(StatusOf("Norway offered a truce in Lyman, which Kyiv rejected.") ==
        ClaimStatus::kAsserted);
  CHECK(StatusOf("The army said it had taken Lyman. The report tells of false hopes.") ==
        ClaimStatus::kAsserted);
  CHECK(StatusOf("The army said it had taken Lyman. The report said the map was false.") ==
        ClaimStatus::kAsserted);
  CHECK(StatusOf("Moscow repeated its claim that the film from Lyman was fake.") ==
        ClaimStatus::kAsserted);
  // "Without evidence" doubts its own sentence alone.
  const auto claims = ClaimsOf(
      "The army said it had taken Lyman. It said, without giving evidence, that 40 men had died.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].status == ClaimStatus::kAsserted);
  CHECK(claims[1].status == ClaimStatus::kUnverified);
}

TEST_CASE("claims: a dash ends what 'and' joins, 'and that' begins what is said next") {
  const auto Count = [](std::string_view text) { return ClaimsOf(text).size(); };
  CHECK(Count("He must not wreck Norway and the whole north - said the envoy of Sweden.") == 1);
  CHECK(Count("The gap in Norway grows between those who fish and those who farm.") == 1);
  CHECK(Count("The mayor said the plant in Sumy was hit and that 40 people were killed.") == 2);
  const auto list = ClaimsOf("Forty people were killed and 20 wounded in Sumy on Monday.");
  REQUIRE(list.size() == 2);
  CHECK(list[0].region == "UA-59");
  CHECK(list[0].time.from == DayOf({2024, 6, 10}));
}

TEST_CASE("claims: what somebody tells of counts though it names nobody") {
  CHECK(Claimants("The trial goes on in June. Wardens said the men had crawled through a hole and "
                  "over a fence.")
            .find("Wardens") != std::string::npos);
}

TEST_CASE("claims: who acts, who speaks where, and who wrote it are not where it happens") {
  const auto aid = ClaimsOf(
      "Fighting went on in Poland. Norway supports the talks. Sweden sent aid to the government in "
      "Kyiv.");
  REQUIRE(aid.size() >= 2);
  CHECK(aid[aid.size() - 2].region == "NO");
  CHECK(aid.back().region == "UA");
  const auto pushed = ClaimsOf("Russia has pushed Ukrainian troops back since the spring.");
  REQUIRE(pushed.size() == 1);
  CHECK(pushed[0].region == "UA");
  const auto spoken = ClaimsOf(
      "Portugal closed the bridge after the storm. \"The bridge is closed,\" Mayor Petro Vymysl "
      "said "
      "in Oslo.");
  REQUIRE(spoken.size() == 2);
  CHECK(spoken[1].region == "PT");
  const auto written = ClaimsOf(
      "Three drones hit a bridge in Sumy. Anna Vymysl reported from Berlin, and Petro Vymysl from "
      "Oslo.");
  REQUIRE(written.size() == 1);
  CHECK(written[0].region == "UA-59");
}

TEST_CASE("claims: the time of what goes on since, and of what was told on a day") {
  const auto since = ClaimsOf("From March 3, the army of Ukraine liberated 12 villages near Sumy.");
  REQUIRE(since.size() == 1);
  CHECK(FormatIsoDay(since[0].time.from) == "2024-03-03");
  CHECK(since[0].time.to > since[0].time.from);
  const auto told = ClaimsOf("The mayor told reporters on Monday that Russia attacked Sumy.");
  REQUIRE(told.size() == 1);
  CHECK(told[0].time_basis == TimeBasis::kPublication);
  const auto event = ClaimsOf("Norway announced sanctions on May 20 against a bank in Russia.");
  REQUIRE(event.size() == 1);
  CHECK(FormatIsoDay(event[0].time.from) == "2024-05-20");
}

TEST_CASE("claims: war told in other words, everyday words in a war") {
  const auto kind = [](std::string_view text) {
    const auto claims = ClaimsOf(
        "The army shelled Sumy and killed three civilians. The brigade "
        "holds the front line near Lyman. " +
        std::string(text));
    return claims.empty() ? Kind::kOther : claims.back().kind;
  };
  CHECK(kind("Russian forces are gaining ground near Lyman.") == Kind::kTerritory);
  CHECK(kind("Russia hit Lviv with missiles.") == Kind::kStrike);
  CHECK(kind("A fighter jet crashed near the Norwegian coast.") == Kind::kEquipment);
  CHECK(kind("Fighting broke out in Lyman on Monday.") == Kind::kForce);
  CHECK(kind("The singer stood in front of the committee in Oslo.") == Kind::kOther);
  CHECK(kind("The strike by teachers ended in Oslo.") == Kind::kOther);
  CHECK(kind("The truck company paid its staff in Oslo.") == Kind::kOther);
}

TEST_CASE("claims: present plurals and changes by a share are verbs") {
  CHECK(ClaimsOf("Poland and Ukraine share a border of 530 km.").size() == 1);
  CHECK(ClaimsOf("Trade with Ukraine declined by 5% in May.").size() == 1);
  CHECK(ClaimsOf("Neither Norway nor Sweden can shield Ukraine from the sanctions.").size() == 1);
}

TEST_CASE("claims: a second verb goes on with the first, after 'but' too") {
  CHECK(ClaimsOf("Norway froze the assets of a bank in Russia and banned its trade.").size() == 1);
  CHECK(ClaimsOf("Norway froze the assets of a bank in Russia, but kept its trade with Moscow.")
            .size() == 1);
  CHECK(ClaimsOf("The talks on Ukraine are a matter of economies and democracy, the envoy of "
                 "Norway said.")
            .size() == 1);
}

TEST_CASE("claims: the day that leads a speech, the year of what came before") {
  CHECK(TimeOf("On Monday, Norway said that Russia had lost 20 tanks in Ukraine.") == "2024-06-12");
  CHECK(TimeOf("On Monday, Russia lost 20 tanks in Ukraine.") == "2024-06-10");
  CHECK(TimeOf("Following the 2022 invasion, Norway sent 20 tanks to Ukraine.") == "2024-06-12");
  CHECK(TimeOf("During the 2022 siege, Russia lost 20 tanks in Ukraine.") == "2022-01-01");
}

TEST_CASE("claims: people whom no noun names flee") {
  const auto claims = ClaimsOf("Russian troops shelled Kharkiv on Monday. Thousands fled Lviv.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].kind == Kind::kHumanitarian);
  CHECK(claims[1].quantities[0].unit == "people");
}

TEST_CASE("claims: what is granted before a speaker is told by the paper") {
  const auto claims = ClaimsOf(
      "Although Norway has agreed to the plan for Sumy, the mayor of Sumy said 20 houses would "
      "stay empty.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].claimant == "outlet");
  CHECK(claims[1].claimant == "mayor of Sumy");
}

TEST_CASE("claims: who says nothing makes no claim, who asks for a denial denies nothing") {
  CHECK(
      ClaimsOf("The Norwegian ministry of defence did not respond to a request for comment on the "
               "20 tanks that had been seen in Sumy on Monday.")
          .empty());
  const auto claims =
      ClaimsOf("Norway called on Russia to deny reports that it would attack Sumy.");
  REQUIRE_FALSE(claims.empty());
  CHECK(claims[0].status == ClaimStatus::kAsserted);
}

TEST_CASE("claims: since what happened then") {
  CHECK(TimeOf("Norway has sent 20 tanks to Ukraine since the minister took office in January.") ==
        "2024-01-01");
}

TEST_CASE("claims: people called like countries, peace words in a war") {
  const auto claims = ClaimsOf("Jordan Vymysl, 25, is charged with murder in Oslo.");
  REQUIRE_FALSE(claims.empty());
  CHECK(claims[0].region == "NO");
  const std::string war = "Russian troops shelled Kharkiv in Ukraine on Monday. ";
  const auto KindAfter = [&](const char* text) { return ClaimsOf(war + text).back().kind; };
  CHECK(KindAfter("The firm in Oslo may recoup its losses in May.") == Kind::kOther);
  CHECK(KindAfter("Norway says that Russia plans to attack Kharkiv.") == Kind::kForce);
  CHECK(KindAfter("Russia withdrew its troops on Tuesday.") == Kind::kForce);
  CHECK(KindAfter("Russia withdrew its troops from Kharkiv on Tuesday.") == Kind::kTerritory);
}

TEST_CASE("claims: no cut where the verb behind \"and\" is of something else") {
  CHECK(ClaimsOf("The court in Sumy denied him the use of the house and the process he was due.")
            .size() == 1);
  CHECK(ClaimsOf("Half of Sumy has a friend or relative who was hurt in 2023.").size() == 1);
  CHECK(ClaimsOf("Norway pulled out of Russia and Ukraine to keep its drones from being used.")
            .size() == 1);
  CHECK(ClaimsOf("The mayor said that Sumy requires special aid and special measures.").size() ==
        1);
  CHECK(ClaimsOf("The mayor left for Sumy and she and her aides will return in May.").size() == 2);
  CHECK(ClaimsOf("If Norway agrees to the 2023 deal, three towns near Sumy will be rebuilt.")
            .size() == 1);
  CHECK(ClaimsOf("Norway is not a member of NATO, but the Norwegian army would go to Sumy in May.")
            .size() == 2);
}

TEST_CASE("claims: what is told beside the main clause is not where it is, nor what it is") {
  const auto RegionOf = [](const char* text) { return ClaimsOf(text).front().region; };
  CHECK(RegionOf("Norway has raised its taxes amid Russia's invasion of Ukraine.") == "NO");
  CHECK(RegionOf("Ukraine is facing the threat of an invasion by Russia.") == "UA");
  CHECK(RegionOf("Russian troops are bearing down on Ukraine's capital.") == "UA-30");
  CHECK(RegionOf("A rally was held in the centre of Kyiv on Sunday.") == "UA-30");
  CHECK(RegionOf("Thousands marched across Kyiv's central avenues.") == "UA-30");
  CHECK(ClaimsOf("Russia launched 40 drones at Sumy, the most since the start of the invasion.")
            .front()
            .kind == Kind::kStrike);
  const std::vector<Claim> hurt =
      ClaimsOf("Russian troops shelled Sumy. Forty people were hurt when a drone hit a bus.");
  REQUIRE(hurt.size() == 3);
  CHECK(hurt[1].kind == Kind::kCasualties);
  CHECK(hurt[2].kind == Kind::kStrike);
}

TEST_CASE("claims: a firm abroad speaks for no state") {
  CHECK(ClaimsOf("The Saudi oil giant Vymysl said it sold 40 ships in Oslo.").front().side ==
        Side::kIndependent);
  CHECK(ClaimsOf("Ukraine's Western partners said the war could reach Sumy.").front().side ==
        Side::kAlly);
}

TEST_CASE("claims: what is no event may be denied, too") {
  const auto StatusOf = [](const char* text) { return ClaimsOf(text).front().status; };
  CHECK(StatusOf("Norway said the bank in Oslo lost 40 jobs. The bank denied the reports.") ==
        ClaimStatus::kDenied);
  CHECK(StatusOf("Norway said the bank in Oslo lost 40 jobs. Officials in Oslo deny the claims.") ==
        ClaimStatus::kDenied);
  CHECK(StatusOf("Norway said the bank in Oslo lost 40 jobs. The bank challenged this claim.") ==
        ClaimStatus::kDenied);
  CHECK(StatusOf("Norway said the bank in Oslo lost 40 jobs. There is no evidence for this.") ==
        ClaimStatus::kUnverified);
  CHECK(StatusOf("Norway said the bank in Oslo is calm. The bank has not commented.") ==
        ClaimStatus::kAsserted);
  // Who argues says something of his own.
  CHECK(ClaimsOf("Norway said the bank lost 40 jobs. Sweden challenged the claim, arguing that "
                 "it lost 20 jobs in Oslo.")
            .size() == 2);
}

TEST_CASE("claims: shot, stabbed and hurt in peace") {
  const auto KindOf = [](const char* text) { return ClaimsOf(text).front().kind; };
  CHECK(KindOf("Two men were shot in a bar in Oslo on Sunday, police said.") == Kind::kCasualties);
  CHECK(KindOf("A robber stabbed a shopkeeper in Oslo, police said.") == Kind::kCasualties);
  CHECK(KindOf("Four people were hurt when a bus hit a wall in Oslo.") == Kind::kCasualties);
  CHECK(KindOf("Tariffs hurt farmers in Norway in May.") != Kind::kCasualties);
}

TEST_CASE("claims: where a speech is held is not what it is about") {
  CHECK(ClaimsOf("In a long speech in London, the Norwegian envoy said that Sumy would fall.")
            .front()
            .region == "UA-59");
}

TEST_CASE("claims: letters that the article spells out") {
  const auto SideOf = [](const char* text) { return ClaimsOf(text).back().side; };
  CHECK(SideOf("The Lantern Watch (LFX) met in Ukraine. The LFX said 40 towns in Ukraine fell.") ==
        Side::kIndependent);
}

TEST_CASE("claims: lives lost and people trapped in peace, fire across a border") {
  const auto KindOf = [](const char* text) { return ClaimsOf(text).front().kind; };
  CHECK(KindOf("The fire took the lives of three children in Oslo on Sunday.") ==
        Kind::kCasualties);
  CHECK(KindOf("Twelve miners are trapped underground in Norway.") == Kind::kHumanitarian);
  CHECK(KindOf("The Russian army and Ukraine traded fire near Sumy on Sunday.") == Kind::kStrike);
}

TEST_CASE("claims: off the topic of the rules what was done, and what somebody says, counts") {
  CHECK(ClaimsOf("The damage was so great that the house was demolished later.").size() == 1);
  CHECK(ClaimsOf("You know what we mean when we have to go there.").empty());
  CHECK(ClaimsOf("\"It is safe,\" she said.").size() == 1);
}

TEST_CASE("claims: who speaks, and one of a kind, are no figures") {
  const auto officials = ClaimsOf("Two officials said the drones hit a base near Sumy.");
  REQUIRE(officials.size() == 1);
  CHECK(officials[0].quantities.empty());
  CHECK(ClaimsOf("One proposal is a fund for Norway.").front().quantities.empty());
  CHECK(
      ClaimsOf("The Great Schism of 1054 split the church in Norway.").front().quantities.empty());
  CHECK(ClaimsOf("One man was killed near Sumy.").front().quantities.size() == 1);
}

TEST_CASE("claims: the kind is that of the main clause, not of what leads or follows it") {
  const auto KindOf = [](const char* text) { return ClaimsOf(text).back().kind; };
  CHECK(KindOf("The Russian army shelled Sumy. Before the start of the counteroffensive, the "
               "death of four generals was confirmed.") == Kind::kCasualties);
  CHECK(KindOf("The army shelled Sumy. Food and water were dwindling amid the bombardment.") ==
        Kind::kHumanitarian);
  CHECK(KindOf("Norway is building minefields and trenches along its border, the general said.") ==
        Kind::kForce);
  CHECK(KindOf("Police arrested a man on suspicion of murdering two women.") == Kind::kOther);
  CHECK(KindOf("Drought made the fires in Norway likelier, a study found.") == Kind::kOther);
  CHECK(KindOf("Retailers in Norway expect price hikes because of the tariffs.") == Kind::kOther);
  CHECK(KindOf("Norway imposed tariffs on Sweden in May.") == Kind::kDiplomacy);
}

TEST_CASE("claims: the paper goes on in the time it has just told") {
  const auto claims = ClaimsOf("A truck hit a house in Oslo on 3 June. The driver was hurt.");
  REQUIRE(claims.size() == 2);
  CHECK(FormatIsoDay(claims[1].time.from) == "2024-06-03");
  CHECK(ClaimsOf("A truck hit a house in Oslo on 3 June. The driver has left Norway.")
            .back()
            .time_basis == TimeBasis::kPublication);
  CHECK(ClaimsOf("Before the start of the war on 4 June, two envoys of Norway were in Oslo.")
            .front()
            .time_basis == TimeBasis::kPublication);
  CHECK(ClaimsOf("Footage published on 3 June shows tanks in Sumy.").front().time_basis ==
        TimeBasis::kPublication);
}

TEST_CASE("claims: nowhere in particular, and what only says how large") {
  CHECK(ClaimsOf("Norway is cold. Forest fires rose worldwide in 2023.").back().region == "-");
  CHECK(ClaimsOf("In Sweden they lost a forest as large as Norway in 2023.").front().region ==
        "SE");
}

TEST_CASE("claims: who speaks beside the main clause does not tell it") {
  const auto Claimant = [](const char* text) { return ClaimsOf(text).front().claimant; };
  CHECK(Claimant("The raid on Sumy came two days after Norway called for a truce.") == "outlet");
  CHECK(Claimant("All of the plans, which Norway recommended in May, were rejected.") == "outlet");
  CHECK(Claimant("After the talks, Norway said the town fell.") == "Norway");
}

TEST_CASE("claims: private people speak for a state at war alone, firms and clubs for none") {
  const auto SideOf = [](const char* text) { return ClaimsOf(text).back().side; };
  CHECK(SideOf("Two houses burnt in Oslo. A neighbour said she heard 40 shots.") ==
        Side::kIndependent);
  CHECK(SideOf("Two houses burnt in Sumy. A resident said she heard 40 shots.") == Side::kUkraine);
  CHECK(SideOf("The Norwegian Parking Association said 40 towns would gain.") ==
        Side::kIndependent);
  CHECK(SideOf("The Norwegian government said 40 towns would gain.") == Side::kAlly);
}

TEST_CASE("claims: footage shows something, though it confirms; involvement is denied of oneself") {
  CHECK(ClaimsOf("The army shelled Sumy. Geolocated footage shows Ukrainian tanks near the town of "
                 "Romny.")
            .size() == 2);
  CHECK(ClaimsOf("Norway denied involvement in the raid near the port of Oslo in May last year.")
            .size() == 1);
}

TEST_CASE("claims: no cut inside what somebody says of two") {
  CHECK(ClaimsOf("The commander said the majority of Norwegian soldiers and civilians lack fuel.")
            .size() == 1);
  CHECK(ClaimsOf("A court issued warrants for Petr Koval and Norwegian official Ola Nordby over "
                 "alleged war crimes in Ukraine.")
            .size() == 1);
}

TEST_CASE("claims: people are what they were on the day of writing") {
  // In June 2024 she was still a prime minister, and has been something else since.
  CHECK(ClaimsOf("Kaja Kallas said the plan was dropped.").front().region == "EE");
}

TEST_CASE("claims: who wrote it and where, run into a sentence, is no part of it") {
  const auto claims = ClaimsOf(
      "The town fell in May. By Anna Berg Reporting from Oslo, Norway The mayor of Sumy "
      "said two men were hurt.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].claimant == "mayor of Sumy");
}

TEST_CASE("claims: figures that are compared, and people whom no noun names") {
  const auto profit = ClaimsOf(
      "The firm's profit in Norway rose to 2 billion euros, up from 1.5 "
      "billion a year ago.");
  REQUIRE(profit.size() == 2);
  CHECK(profit[0].time_basis == TimeBasis::kPublication);
  CHECK(profit[1].quantities[0].unit == "eur");
  CHECK(ClaimsOf("About 200 were arrested in Oslo.").front().quantities.front().unit == "people");
  CHECK(ClaimsOf("After Games 13 and 14 were drawn, the match in Oslo went on.")
            .front()
            .quantities.back()
            .unit != "people");
}

TEST_CASE("claims: what an aside tells of a noun dates no claim") {
  CHECK(
      ClaimsOf("Norway wants back the island, which Sweden annexed in 2014.").front().time_basis ==
      TimeBasis::kPublication);
  CHECK(ClaimsOf("The envoy visited Norway in early May, where he met the king.")
            .front()
            .time_basis != TimeBasis::kPublication);
}

TEST_CASE("claims: think tanks and athletes speak for no state") {
  const auto SideOf = [](const char* text) { return ClaimsOf(text).back().side; };
  CHECK(SideOf("Ola Nordby, an analyst at a US think tank, said 40 ships were lost.") ==
        Side::kIndependent);
  CHECK(SideOf("US General Ola Nordby said 40 ships were lost.") == Side::kAlly);
}

TEST_CASE("claims: spies are other, the government in a capital is the state's") {
  CHECK(ClaimsOf("The envoy met the minister. Norway saw more espionage in May.").back().kind ==
        Kind::kOther);
  CHECK(ClaimsOf("The regime in Kyiv has lost 500 soldiers.").front().region == "UA");
  CHECK(ClaimsOf("In Kyiv the army has lost 500 soldiers.").front().region == "UA-30");
}

TEST_CASE("claims: conditions, and lists of what was done to the same, stay whole") {
  CHECK(ClaimsOf("The sanctions on Norway should stay as long as its army and its allies occupy "
                 "the port of Oslo.")
            .size() == 1);
  const std::string held = "The army held Sumy, and killed, wounded or captured 5,000 soldiers.";
  CHECK(ClaimsOf(held).back().span.begin <= held.find("killed"));
}

TEST_CASE("claims: what is shown in a hall, gifts, talks and shipments") {
  const auto KindOf = [](const char* text) { return ClaimsOf(text).back().kind; };
  CHECK(KindOf("Russian tanks took Sumy. An exhibition of captured tanks opened in Moscow.") ==
        Kind::kOther);
  CHECK(KindOf("Russian tanks took Sumy. Norwegian arms shipments to Ukraine have grown.") ==
        Kind::kForce);
  CHECK(KindOf("Russian tanks took Sumy. The front line has barely moved in Donbas.") ==
        Kind::kTerritory);
  const auto talks = ClaimsOf(
      "The envoy met the minister in Oslo. Norway and Sweden held four "
      "rounds of talks.");
  CHECK(talks.back().kind == Kind::kDiplomacy);
  CHECK(talks.back().quantities.front().unit == "rounds");
}

TEST_CASE("claims: supplies to a capital, raids against a state, and one of many states") {
  const auto RegionOf = [](const char* text) { return ClaimsOf(text).back().region; };
  CHECK(RegionOf("Western military supplies to Kyiv will not change the war.") == "UA");
  CHECK(RegionOf("Norway lets Russia expand the air war against Ukraine.") == "UA");
  CHECK(RegionOf("The minister left. Kenya, Uganda and Chad voted for the treaty in May.") == "-");
  CHECK(RegionOf("Norwegian officials met in Oslo. The company sells its games in Europe.") == "-");
}

TEST_CASE("claims: aid, planes, courts and conditions") {
  const auto KindOf = [](const char* text) { return ClaimsOf(text).back().kind; };
  CHECK(KindOf("Russian tanks took Sumy. Some 90 aid trucks entered the town of Lyman.") ==
        Kind::kHumanitarian);
  CHECK(KindOf("Russian tanks took Sumy. The envoy of Norway said the plane was a gift.") !=
        Kind::kForce);
  CHECK(KindOf("The envoy met the minister. A federal judge paused the treaty of Norway.") ==
        Kind::kOther);
  CHECK(KindOf("Russian tanks took Sumy. \"If Norway attacks Lyman, it will face new sanctions,\" "
               "the minister of Sweden said.") == Kind::kDiplomacy);
}

TEST_CASE("claims: the day of a decision, since then, and the nearer of two dates") {
  CHECK(TimeOf("The senate of Norway voted on Monday to send 20 tanks to Ukraine.") ==
        "2024-06-10");
  CHECK(TimeOf("A year later, in October 2023, Norway sent 20 tanks to Ukraine.") == "2023-10-01");
  CHECK(TimeOf("This year, Norway will hold talks with Ukraine on August 23.") == "2024-08-23");
  const auto then = ClaimsOf(
      "Norway sent 20 tanks to Ukraine in May 2023. Since then, 12 tanks "
      "have been lost in Sumy.");
  CHECK(FormatIsoDay(then.back().time.from) == "2023-05-01");
  CHECK(then.back().time.to == ClaimsOf("Norway sent 20 tanks.").front().time.to);
}

TEST_CASE("claims: what and joins, who has not answered, pictures") {
  CHECK(ClaimsOf("Norway is under Swedish and EU sanctions over the war in Ukraine.").size() == 1);
  CHECK(ClaimsOf("Only Norway can restore the peace and attract badly needed aid.").size() == 1);
  CHECK(ClaimsOf("Last week Norway signed the treaty, and on Monday, a judge in Sweden said it "
                 "was void.")
            .size() == 2);
  CHECK(
      ClaimsOf("The minister of Norway didn't immediately return a request for comment.").empty());
  CHECK(
      ClaimsOf("The minister of Norway, Ola Berg (L), speaks beside the envoy of Sweden.").empty());
}

TEST_CASE("claims: where, behind a clause that leads, of many states, of a national") {
  const auto RegionOf = [](const char* text) { return ClaimsOf(text).back().region; };
  CHECK(RegionOf("After the invasion of Ukraine began in May, Norway suspended the treaty.") ==
        "NO");
  CHECK(RegionOf("Ukraine is at war. Ukraine fights on. Koval met Norway's Berg, Sweden's Lind and "
                 "Denmark's Holm for talks.") == "-");
  CHECK(RegionOf("The court sits in Oslo. The police charged a Romanian national, Ola Berg, with "
                 "arson.") == "NO");
}

TEST_CASE("claims: what has happened so far is of all the state, translations are nowhere") {
  const auto RegionOf = [](const char* text) { return ClaimsOf(text).back().region; };
  CHECK(RegionOf("Shells hit a house in Sumy, killing two people. Ukraine's health minister said "
                 "198 civilians had been killed so far.") == "UA");
  CHECK(RegionOf("Berg met the envoy of Norway in Oslo. The Russian translation of the treaty of "
                 "Norway was signed.") == "NO");
}

TEST_CASE("claims: a block in a capital, what something was cut from") {
  const auto RegionOf = [](const char* text) { return ClaimsOf(text).back().region; };
  CHECK(RegionOf("A Kyiv apartment block was destroyed by a missile.") == "UA-30");
  const auto cut = ClaimsOf("The army of Norway was cut from 120 in 2022 to 58 tanks.");
  REQUIRE(!cut.empty());
  CHECK(cut.back().time_basis == TimeBasis::kPublication);
}

TEST_CASE("claims: two adverbs and one verb are one claim") {
  CHECK(ClaimsOf("Norway sanctioned 22 men whose acts could directly or indirectly support the "
                 "war in Ukraine.")
            .size() == 1);
}

TEST_CASE("claims: a story that began with a day goes on that day") {
  const auto DayOfLast = [](const char* text) {
    return FormatIsoDay(ClaimsOf(text).back().time.from);
  };
  const std::string story = "A truck hit a house in Oslo on Monday.\n";
  const auto After = [&](const char* rest) { return DayOfLast((story + rest).c_str()); };
  CHECK(After("Crews freed the driver from the cabin with saws.") == "2024-06-10");
  CHECK(After("The driver was taken to a hospital in Bergen.") == "2024-06-10");
  // What is so, what has been, what is said and what another day began is not of that day.
  CHECK(After("The street was a busy one with 40 shops.") == "2024-06-12");
  CHECK(After("The town has closed the street for 40 days.") == "2024-06-12");
  CHECK(After("The street opened again on Tuesday.\nWorkers cleared the stones from the road.") ==
        "2024-06-12");
}

TEST_CASE("claims: what stands behind \"if\" is no event, troops that leave a place give it up") {
  const auto KindOf = [](const char* text) { return ClaimsOf(text).back().kind; };
  const std::string war = "Russian troops shelled Sumy, and Ukraine lost 40 soldiers.\n";
  const auto InWar = [&](const char* text) { return KindOf((war + text).c_str()); };
  CHECK(InWar("The base can only open if Norway is attacked, the envoy said.") != Kind::kStrike);
  CHECK(InWar("Norway was attacked with 40 drones.") == Kind::kStrike);
  CHECK(InWar("Russian troops left Norway in May.") == Kind::kTerritory);
  CHECK(InWar("He left Norway in May, his lawyer said.") == Kind::kOther);
  CHECK(InWar("I never liked the war, the singer said.") == Kind::kOther);
  CHECK(InWar("The war began in Sumy in May.") == Kind::kForce);
}

TEST_CASE("claims: a body of the table that the text says is another state's") {
  const auto Last = [](const char* text) { return ClaimsOf(text).back(); };
  const Claim staff = Last("The General Staff of the Armed Forces of Belarus said 40 tanks left.");
  CHECK(staff.side == Side::kThird);
  CHECK(staff.claimant == "General Staff of the Armed Forces of Belarus");
  CHECK(Last("The Senate of the Republic of Poland said 40 tanks left.").claimant ==
        "Senate of the Republic of Poland");
  CHECK(Last("The General Staff said in Belarus that 40 tanks left.").side == Side::kUkraine);
}

TEST_CASE("claims: what the headline names counts for where a story is") {
  const auto RegionOf = [](const char* title) {
    Article article;
    article.title = title;
    article.text =
        "Sweden has fog. Norway has rain.\nThe ferries stay in port.\nA captain broke a leg.\n"
        "It was a long winter.\nPeople stay at home.\nThe harbour was shut for 40 days.";
    article.date = TestDay();
    const Analysis a = Analyse(article.text, article.date, TestPack());
    return ComposeClaims(article, a, TestPack()).back().region;
  };
  CHECK(RegionOf("Norway waits for spring") == "NO");
  CHECK(RegionOf("Sweden waits for spring") == "SE");
}

TEST_CASE("claims: a standfirst that the body tells again folds, with other figures it stays") {
  const std::string body =
      "The mayor of Oslo closed the harbour after the storm.\n"
      "The ferries stay in Bergen.\nSix ships sank there.\nNobody was hurt in the storm.\n"
      "The coast guard looks for a captain.\n";
  const std::string again = "The mayor of Oslo has closed the harbour after the storm.\n";
  CHECK(ClaimsOf(body + again).size() == ClaimsOf(body).size());
  CHECK(ClaimsOf("The storm sank 12 ships in the old harbour of Oslo.\nIt was long.\n" + body +
                 "The storm sank 14 ships in the old harbour of Oslo.\n")
            .size() == ClaimsOf(body).size() + 2);
}

TEST_CASE("claims: ceremonies, culture and the lives of people are no forces and no politics") {
  const auto InWar = [](const std::string& words) {
    return ClaimsOf("Russia shelled Sumy and the army of Ukraine fought back.\n" + words)
        .back()
        .kind;
  };
  CHECK(InWar("The king saw a flypast of the air force.") == Kind::kOther);
  CHECK(InWar("The band of the armed forces played; a guard of honour of 25 soldiers stood.") ==
        Kind::kOther);
  CHECK(InWar("Norway's police seized a lorry.") == Kind::kOther);
  CHECK(InWar("The army seized 40 tanks.") == Kind::kEquipment);
  CHECK(InWar("The package includes 60 boats and 40 tanks.") == Kind::kForce);
  CHECK(InWar("Koval was banned from entering Russia.") != Kind::kTerritory);
}

TEST_CASE("claims: who was asked, an office of a ministry, a probe that confirms") {
  const auto Who = [](const char* text) { return ClaimsOf(text).back().claimant; };
  CHECK(Who("Petro Koval, asked whether he would leave Oslo if the war went on, said he would.") ==
        "Petro Koval");
  CHECK(Who("The Harbour Department's Office of Foreign Cargo Control said 40 ships left Oslo.")
            .find("Office of Foreign Cargo Control") != std::string::npos);
  CHECK(Who("A probe into the dealings of Petro Koval confirmed that the ships were sold.") !=
        "Petro Koval");
}

TEST_CASE("claims: what two verbs behind one 'to' and two peoples share stays together") {
  CHECK(ClaimsOf("The port aims to spare fuel and help Norway's ships reach Oslo.").size() == 1);
  CHECK(ClaimsOf("Koval is said to have fled to Oslo and have had two men with him.").size() == 1);
  CHECK(
      ClaimsOf("It is the third time a Norwegian and Swedish envoy has read it in Oslo.").size() ==
      1);
  CHECK(ClaimsOf("Sales fell ahead of the tolls and of the rise in port taxes in April.").size() ==
        1);
}

TEST_CASE("claims: another first name is another man, questions and bylines are no claims") {
  const auto Last = [](const char* text) { return ClaimsOf(text).back(); };
  const Claim other = Last(
      "The states are slow, said Andriy Smyrnov, an aide of the office of the president of "
      "Ukraine. Oslo pays for 40 tanks, said Smyrnov.");
  CHECK(other.claimant == "Andriy Smyrnov");
  CHECK(other.side == Side::kUkraine);
  for (const char* zelensky : {"Wolodymyr Zelenskij said on Monday that 40 tanks left Oslo.",
                               "Wołodymyr Zelenski was in Oslo. He said that 40 tanks had left."})
    CHECK(Last(zelensky).claimant == "Volodymyr Zelensky");
  CHECK(Last("Siergiej Ławrow said on Monday that 40 tanks had left Oslo.").claimant ==
        "Sergei Lavrov");
  CHECK(ClaimsOf("\"How many ships in Oslo?\" a reporter asked, unable to wait.").empty());
  CHECK(ClaimsOf("David E. Berg reported from Oslo; Jan Al-Nord from Bergen.").empty());
  // What was announced years ago is what is told; what was said on Monday is not.
  CHECK(FormatIsoDay(Last("Koval announced in 2019 that he would leave Oslo.").time.from) ==
        "2019-01-01");
  CHECK(Last("Koval said on Monday that he would leave Oslo.").time_basis ==
        TimeBasis::kPublication);
  const Claim lost = Last("Russia attacks. More than 1260 Russian soldiers were \"eliminated\".");
  CHECK(lost.kind == Kind::kCasualties);
}

TEST_CASE("claims: a report by its day, what is reported in it, a body that was only named") {
  const auto Who = [](const char* text) { return ClaimsOf(text).back().claimant; };
  CHECK(Who("According to the Sunday report of the mayor of Oslo, 40 ships left.").find("mayor") !=
        std::string::npos);
  CHECK(Who("40 ships left, according to The Sunday Times.") == "Sunday Times");
  CHECK(Who("In the report of the General Staff of Ukraine, it was reported that 40 tanks left.") ==
        "General Staff of the Armed Forces of Ukraine");
  CHECK(Who("It was underscored in the ministry that 40 ships left.") == "ministry");
  CHECK(Who("It was reported in Oslo that 40 ships left.") == "outlet");
  CHECK(Who("Norway's Port Ministry closed Oslo. Only 40 ships are left, the ministry said.") ==
        "Norway's Port Ministry");
  CHECK(Who("Koval debunks the myth that Norway has 40 ships.") == "Koval");
}

TEST_CASE("claims: a name without a plural that several go by, with a verb behind an adverb") {
  const auto claims = ClaimsOf(
      "Erik Berg, an expert, spoke. Some groups like the Taliban still view Norway as an option, "
      "he noted.");
  CHECK(claims.back().claimant == "Erik Berg");
}

TEST_CASE(
    "claims: the other side's figure is of the same thing; talks between states say nothing") {
  const auto claims =
      ClaimsOf("Kyiv says 40 soldiers were killed, while Moscow puts the figure at 20.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].kind == Kind::kCasualties);
  REQUIRE(claims[1].quantities.size() == 1);
  CHECK(claims[1].quantities[0].unit == "people");
  CHECK(ClaimsOf("Exports rose 5 %. The bank put the total at 40 ships.").back().kind ==
        Kind::kOther);
  CHECK(
      ClaimsOf("Officials familiar with the talks between Norway and Sweden said they had failed.")
          .back()
          .claimant.find("fficials") != std::string::npos);
  CHECK(ClaimsOf("Koval, when asked about the raid, said 40 tanks were lost.").size() == 1);
}

TEST_CASE("claims: what looks like a byline, a repeated lead or one verb, and is none") {
  CHECK(ClaimsOf("The European Union contributed to the fund in Kyiv on Monday.").size() == 1);
  CHECK(ClaimsOf("Russian forces continue to advance and have captured two villages near Sumy.")
            .size() == 2);
  const std::string between =
      "\nOslo was dark.\nThe port of Bergen is shut.\nNobody was hurt in Norway.\nSix ships "
      "left.\n";
  const std::string first = "The army said its troops had captured the village of Lyman near Sumy.";
  const std::string other =
      "The army said its troops had captured the village of Andriyivka near Sumy.";
  CHECK(ClaimsOf(first + between + other).size() == ClaimsOf(between).size() + 2);
  CHECK(ClaimsOf(first + between + first).size() == ClaimsOf(between).size() + 1);
  CHECK(ClaimsOf("40 soldiers were killed near Sumy. The toll at the mine in Norway rose to 20.")
            .back()
            .kind == Kind::kOther);
}

TEST_CASE("claims: attacks repelled hold ground, drones that hit are strikes") {
  CHECK(ClaimsOf("Ukraine's General Staff said its troops had repelled 28 attacks near Avdiivka.")
            .front()
            .kind == Kind::kTerritory);
  CHECK(ClaimsOf("Air defence forces repelled a drone attack on Sumy with 20 missiles.")
            .front()
            .kind != Kind::kTerritory);
  CHECK(ClaimsOf("Russian shelling hit Sumy. A drone struck a queue outside a bakery there.")
            .back()
            .kind == Kind::kStrike);
  CHECK(ClaimsOf("The village of Lypky near Sumy had fallen to Russian troops.").front().kind ==
        Kind::kTerritory);
  CHECK(ClaimsOf("Enemy losses amounted to 860 soldiers, four tanks and 29 guns, Ukraine's General "
                 "Staff said.")
            .back()
            .kind == Kind::kEquipment);
}

TEST_CASE("claims: clauses of one event are told apart and share its day and place") {
  const auto claims = ClaimsOf(
      "A woman was killed and two men were wounded when a Russian drone hit a house in Sumy on "
      "Monday.");
  REQUIRE(claims.size() == 3);
  for (const Claim& claim : claims) {
    CHECK(claim.region == "UA-59");
    CHECK(FormatIsoDay(claim.time.from) == "2024-06-10");
  }
  CHECK(claims[2].kind == Kind::kStrike);
  CHECK(
      ClaimsOf("A missile hit a school in Sumy, killing three people and wounding eight.").size() ==
      3);
  CHECK(ClaimsOf("The mill in Sumy was burnt in March 2022 and rebuilt in May 2023.").size() == 2);
  // What "or" joins, and a name behind a preposition, is one.
  CHECK(ClaimsOf("Norway does not have the power to stop or even reverse this change.").size() ==
        1);
  CHECK(ClaimsOf("Ukraine downed 32 drones and two missiles launched from Kursk and occupied "
                 "Crimea.")
            .size() == 2);
}

TEST_CASE("claims: where it came from is not where it was, a local speaks of his region") {
  const auto region = [](const char* text) { return ClaimsOf(text).back().region; };
  CHECK(region("Ukraine is at war. Ukraine's Air Force said it downed 20 drones launched from "
               "Kursk and from occupied Crimea.") == "UA");
  CHECK(region("Shells hit Kherson. Governor Oleh Syniehubov said two people were killed.") ==
        "UA-63");
  CHECK(region("Shells hit Kherson on Monday.\n\nUkraine's General Staff said 131 clashes took "
               "place along the front line.") == "UA");
  CHECK(region("Shells hit Kherson on Monday.\n\nAt least 10,000 civilians have been killed since "
               "the invasion began in February 2022.") == "UA");
  CHECK(region("Russian troops shelled Kerch in Crimea, which Russia annexed in 2014.") == "UA-43");
  CHECK(region("Drones hit Lviv. The envoys of Norway are due to meet there on Friday.") ==
        "UA-46");
}

TEST_CASE("claims: a picture's caption tells nothing, neither account could be verified") {
  CHECK(ClaimsOf("A soldier fires a mortar near Sumy, Ukraine, June 3, 2024.").empty());
  CHECK(ClaimsOf("The aftermath of a drone strike on Sumy. (Anna Berg/Telegram)").empty());
  const auto claims = ClaimsOf(
      "Russia's Defence Ministry said its troops had taken Lyman near Sumy. Ukraine's General "
      "Staff said the attack had been repelled. Neither account could be independently verified.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].status == ClaimStatus::kUnverified);
  CHECK(claims[1].status == ClaimStatus::kUnverified);
}

TEST_CASE("claims: a list of losses tells a claim an item, and what came on top") {
  const auto claims = ClaimsOf(
      "Norway's army lost many men, the Ukrainian General Staff said.\n"
      "Total losses of the enemy since February 24, 2022 are:\n"
      "personnel \u2012 about 700,500 (+1,200) people,\n"
      "tanks - 8,020 (+7);\n"
      "MLRS \u2013 1,100 units\n"
      "special equipment: 3,000 (0).\n"
      "The data are being checked.");
  REQUIRE(claims.size() >= 7);
  const Claim& people = claims[1];
  CHECK(people.kind == Kind::kCasualties);
  CHECK(people.claimant == "General Staff of the Armed Forces of Ukraine");
  CHECK(people.quantities[0].value == 700500);
  CHECK(people.quantities[0].unit == "people");
  CHECK(people.quantities[0].bound == Bound::kAbout);
  CHECK(FormatIsoDay(people.time.from) == "2022-02-24");
  const Claim& more = claims[2];
  CHECK(more.quantities[0].value == 1200);
  CHECK(more.quantities[0].scope == Scope::kIncremental);
  CHECK(more.time.from + 1 == more.time.to);
  CHECK(claims[3].kind == Kind::kEquipment);
  CHECK(claims[3].quantities[0].unit == "tanks");
  CHECK(claims[4].quantities[0].value == 7);
  CHECK(claims[5].quantities[0].unit == "launchers");
  CHECK(claims[6].quantities[0].value == 3000);
}

TEST_CASE("claims: growth in brackets before what is counted; lists that are none of losses") {
  const auto claims =
      ClaimsOf("Russia has lost 8,020 (+7 in the past day) tanks since February 24, 2022.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].quantities[0].unit == "tanks");
  CHECK(FormatIsoDay(claims[0].time.from) == "2022-02-24");
  CHECK(claims[1].quantities[0].value == 7);
  for (const char* text :
       {"The seats are: Labour - 20, Greens - 5, others - 2.", "Losses of the enemy: tanks - 5.",
        "The enemy lost: tanks -", "The enemy lost: - - - (+) (", "Losses: tanks - (+5), guns - (+",
        ":::"}) {
    CAPTURE(text);
    CHECK(ClaimsOf(text).size() <= 1);
  }
}

TEST_CASE("claims: what a speaker adds is another claim") {
  const auto claims = ClaimsOf(
      "Five houses near Sumy were damaged, the mayor said, adding that a bridge had burnt down.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].claimant == claims[0].claimant);
  CHECK(ClaimsOf("Five houses were damaged near Sumy, adding pressure on the mayor.").size() == 1);
}

TEST_CASE("claims: a communique goes on in sentences without a source") {
  const auto claims = ClaimsOf(
      "The mayor of Sumy said nothing on Monday. The General Staff of Ukraine said this in its "
      "morning update.\nDrones hit two depots near Lyman.\nIn the Lyman sector, 18 clashes took "
      "place on Monday.\nNorway's army said a ship had sailed.\nTwo bridges near Sumy were hit.");
  REQUIRE(claims.size() >= 4);
  for (const Claim& claim : claims) {
    const std::string said(claim.claimant);
    CAPTURE(said);
    if (claim.quantities.empty()) continue;
    const bool bridges = claim.quantities[0].of == "bridges";
    CHECK((said == "General Staff of the Armed Forces of Ukraine") == !bridges);
  }
  // No paper calls a party so; of a word for the other side the speaker is not that side.
  const auto enemy = ClaimsOf(
      "Russia's Defence Ministry said it had taken Lyman. Ukraine's General Staff said the attack "
      "had failed.\nThe enemy lost 12 tanks near Sumy.");
  REQUIRE(enemy.size() == 3);
  CHECK(enemy[2].side == Side::kUkraine);
  const auto paper = ClaimsOf(
      "Ukraine's General Staff said the attack had failed.\nThe German invaders lost 12 tanks near "
      "Sumy in 1943.");
  REQUIRE(paper.size() == 2);
  CHECK(paper[1].claimant == "outlet");
}

TEST_CASE("claims: sources speak for no state, preliminary information is the last speaker's") {
  const auto claims = ClaimsOf(
      "Reuters, citing two industry sources, reported that a depot near Sumy had burnt down.");
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].side == Side::kIndependent);
  CHECK(ClaimsOf("Two Russian sources said that a depot near Sumy had burnt down.").back().side ==
        Side::kRussia);
  const auto told = ClaimsOf(
      "The mayor of Sumy said the port was hit. According to preliminary information, 12 houses "
      "burnt down.");
  REQUIRE(told.size() == 2);
  CHECK(told[1].claimant == told[0].claimant);
}

TEST_CASE("claims: attacks repelled are attacks, a town hit 12 times had 12 strikes") {
  const auto unit = [](const char* text) {
    const auto claims = ClaimsOf(text);
    return claims.empty() || claims[0].quantities.empty() ? std::string()
                                                          : claims[0].quantities[0].unit;
  };
  CHECK(unit("Ukrainian forces repelled 12 attacks near Lyman.") == "attacks");
  CHECK(unit("Russian forces shelled the town of Lyman 12 times.") == "strikes");
  CHECK(unit("The bomb was three times as heavy as the one that hit Lyman.") == "times");
  CHECK(unit("The town of Lyman had a population of more than 20,000.") == "people");
}

TEST_CASE("claims: who has counted goes on counting") {
  const auto claims = ClaimsOf(
      "Forty drones were launched at Sumy. The General Staff of Ukraine said it had shot down 12 "
      "drones. Another 20 drones were lost from radars near Sumy. A bridge in Lyman was hit.");
  REQUIRE(claims.size() == 4);
  CHECK(claims[2].claimant == "General Staff of the Armed Forces of Ukraine");
  CHECK(claims[3].claimant == "outlet");
}

TEST_CASE("claims: what looks like a list, a report or a caption and is none") {
  // What follows a list in its sentence is told, too.
  const auto after = ClaimsOf(
      "The enemy has lost: guns - 16, tanks - 52; 12 people were killed in the city of Kharkiv.");
  REQUIRE(after.size() == 3);
  CHECK(after[2].quantities[0].value == 12);
  // Who speaks of other things behind a list is not its source.
  const auto source = ClaimsOf(
      "As of 3 May 2024, the enemy has lost: tanks - 7,300 (+11); guns - 12,000 (+20).\nRussia's "
      "Defence Ministry said it had shot down 12 drones.");
  REQUIRE(source.size() == 5);
  CHECK(source[0].claimant == "outlet");
  CHECK(ClaimsOf("Russia lost 1,200 (+12%) tanks near Sumy.").size() == 1);
  CHECK(ClaimsOf("Russian troops control the town of Bakhmut since 5 May 2023.").size() == 1);
  CHECK(
      ClaimsOf("Ukraine's General Staff said so.\nAn invader burnt the church in Kharkiv in 1942.")
          .back()
          .claimant == "outlet");
  CHECK(
      ClaimsOf("Ukraine downed 20 drones launched from Kursk, and Kharkiv was hit by two missiles.")
          .back()
          .region == "UA-63");
  CHECK(ClaimsOf("Ukraine lost 300 villages over the past year and half a million people fled.")
            .back()
            .quantities[0]
            .value == 500000);
  CHECK(ClaimsOf("The population fled Sumy as the shelling rose from 12 to 40 in Kharkiv.")[0]
            .quantities[0]
            .unit != "people");
  const auto zelensky = ClaimsOf(
      "The governor of the Kharkiv region said that two houses were hit, and President Volodymyr "
      "Zelensky said that the army had received new tanks.\nZelensky said that 20 drones were "
      "destroyed overnight.");
  CHECK(zelensky.back().region == "UA");
}

TEST_CASE("claims: of how many a part was stopped") {
  const std::string_view text =
      "Ukraine's Air Force said it had shot down 46 of the 51 drones launched by Russia overnight.";
  const auto claims = ClaimsOf(text);
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].kind == Kind::kEquipment);
  CHECK(claims[0].quantities[0].value == 46);
  CHECK(claims[0].quantities[0].of == "drones");
  CHECK(claims[1].kind == Kind::kStrike);
  CHECK(claims[1].quantities[0].value == 51);
  CHECK(claims[1].claimant == "Ukrainian Air Force");
  CHECK(TextOf(text, claims[1].span) == "51 drones launched by Russia overnight.");
  const auto out_of = ClaimsOf("Air defences over Sumy destroyed 17 out of 21 drones on Monday.");
  REQUIRE(out_of.size() == 2);
  CHECK(out_of[0].region == "UA-59");
  CHECK(out_of[1].region == "UA");  // where they flew
  // Of what nobody launches, and of what is no part.
  CHECK(ClaimsOf("Three of the 14 sailors were killed near Sumy.").size() == 1);
  CHECK(ClaimsOf("The party won 89 of the 230 seats in Norway.").size() == 1);
  CHECK(ClaimsOf("A drone in every 10 of 8 missiles hit Sumy.").size() <= 1);
}

TEST_CASE("claims: in a list of losses men are casualties and tanks are equipment") {
  const auto kinds = [](std::string_view text) {
    std::string all;
    for (const Claim& claim : ClaimsOf(text)) all += std::string(NameOf(claim.kind)).substr(0, 1);
    return all;
  };
  CHECK(kinds("Russia's army inflicted losses of up to 140 soldiers, two tanks and four guns on "
              "Ukraine.") == "cee");
  CHECK(kinds("Ukraine's General Staff put Russian losses at 1,460 troops killed or wounded, along "
              "with 32 howitzers and nine tanks.") == "cee");
}

TEST_CASE("claims: a total told by regions is of the whole state") {
  const auto claims = ClaimsOf(
      "Four people were hurt in the Kursk region.\nRussia's Defence Ministry said its air defences "
      "shot down 23 drones overnight: 14 over the Belgorod region and nine over the Kursk region.");
  REQUIRE(claims.size() == 4);
  CHECK(claims[1].region == "RU");
  CHECK(claims[2].region == "RU-BEL");
  CHECK(claims[3].region == "RU-KRS");
}

TEST_CASE("claims: where somebody spoke, travelled, and where goods go is not where it happens") {
  const auto region = [](std::string_view text) { return ClaimsOf(text).back().region; };
  CHECK(region("The front near Kharkiv held. President Volodymyr Zelensky said in Kyiv that allies "
               "had agreed to hand over two more launchers.") == "UA");
  CHECK(region("Vladimir Putin, who visited North Korea this week, demands that Ukraine leave the "
               "Kherson region.") == "UA-65");
  CHECK(region("The port of Odesa burned. About 13,000 tonnes of wheat destined for Egypt and "
               "Sudan were lost.") == "UA-51");
  CHECK(region("Russia's army held Lyman. On Tuesday it said it had taken farms in the Kharkiv "
               "direction, a claim that Ukraine called false.") == "UA-63");
  // A depot hit in Kursk says nothing of where tanks will be sent.
  CHECK(region("A depot burned in the Kursk region. Norway will supply 12 tanks.") != "RU-KRS");
}

TEST_CASE("claims: somebody warned that a state would act has not warned that state") {
  CHECK(ClaimsOf("Commander Petro Bilyk warned that Moscow had massed about 40,000 soldiers near "
                 "Sumy.")[0]
            .kind == Kind::kForce);
}

TEST_CASE("claims: what a figure is held against, and what became of a part, are claims") {
  const auto figures = [](std::string_view text) {
    std::string all;
    for (const Claim& claim : ClaimsOf(text)) {
      if (!all.empty()) all += " ";
      all +=
          claim.quantities.empty() ? "-" : std::to_string(std::lround(claim.quantities[0].value));
    }
    return all;
  };
  CHECK(figures("Around 48,000 customers in Sumy were without electricity, down from 87,000 at "
                "dawn.") == "48000 87000");
  CHECK(figures("Russia captured 464 square kilometres in Ukraine in August, some 18% less than in "
                "July.") == "464 18");
  CHECK(figures("Russia launched 71 drones at Ukraine, with 50 of the drones shot down.") ==
        "71 50");
  CHECK(figures("Two people were killed and five injured in Sumy when Russia shelled it.") ==
        "2 5 -");
  CHECK(figures("A depot near Sumy was hit by drones but there were no casualties.") == "- -");
  // Of the same figure in other words, and of what no rule knows.
  CHECK(ClaimsOf("Norway gave Ukraine 5,000 pounds, or about $6,700.").size() == 1);
  CHECK(ClaimsOf("The store sold 30 lamps, up from 27 on Monday.").size() <= 1);
}

TEST_CASE("claims: one victim whom no number counts") {
  const auto people = [](std::string_view text) {
    const auto claims = ClaimsOf(text);
    return claims.empty() || claims[0].quantities.empty() ? 0.0 : claims[0].quantities[0].value;
  };
  CHECK(people("A woman was wounded by shelling in Sumy.") == 1);
  CHECK(people("A 66-year-old woman was killed in Sumy, the governor said.") == 1);
  CHECK(people("In Sumy, a 44-year-old woman died when a drone hit her car.") == 1);
  // Two, of whom no figure tells; whoever speaks; whom it did not befall.
  CHECK(people("A child and a woman were killed in Sumy.") == 0);
  CHECK(people("A 12-year-old boy and a 10-year-old girl were wounded in Sumy.") == 0);
  CHECK(people("A man in Sumy said that the woman was killed.") == 0);
  CHECK(people("Drones killed a mother and her son in Sumy.") == 0);
  CHECK(people("A small number of soldiers were captured near Sumy.") == 0);
}

TEST_CASE("claims: what came hours before is told by who told it then") {
  const std::string_view text =
      "Russian drones killed three people in Kostiantynivka, prosecutors said on Monday, hours "
      "after "
      "Moscow announced that its troops had taken two more villages.";
  const auto claims = ClaimsOf(text);
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].claimant == "prosecutors");
  CHECK(claims[1].claimant == "Moscow");
  CHECK(TextOf(text, claims[1].span).starts_with("hours after"));
}

TEST_CASE("claims: whom a strike hits that names no place; a capital where ministers speak") {
  CHECK(ClaimsOf("Ukraine's Air Force said Russia launched 134 drones overnight.")[0].region ==
        "UA");
  CHECK(ClaimsOf("In Moscow, President Vladimir Putin said that 40 soldiers were trapped near "
                 "Pokrovsk.")[0]
            .region == "UA-14");
  CHECK(ClaimsOf("In Kyiv, officials said two people were killed by a missile.")[0].region ==
        "UA-30");
  // Where tanks are made is not where they burn.
  CHECK(ClaimsOf("A plant in Nizhny Tagil makes 200 tanks. Eight tanks were destroyed.")
            .back()
            .region != "RU-SVE");
}

TEST_CASE("claims: a list of losses, a line each") {
  const auto all = [](std::string_view text) {
    std::string told;
    for (const Claim& claim : ClaimsOf(text)) {
      if (claim.quantities.empty()) continue;
      told += std::string(NameOf(claim.kind)).substr(0, 1) +
              std::to_string(std::lround(claim.quantities[0].value)) + " ";
    }
    return told;
  };
  CHECK(
      all("Since February 24, the Russians have lost about:\n- 19,800 soldiers (+200 over the past "
          "day);\n- 739 tanks;\n- 158 aircraft.\n") == "c19800 c200 e739 e158 ");
  CHECK(all("Russian troops shelled Lyman, Ukraine's army said. The list of destroyed and damaged "
            "equipment includes:\n- three T-72 tanks;\n- two MT-LB "
            "carriers;\n- six infantry fighting vehicles.\n") == "e3 e2 e6 ");
  CHECK(
      all("Russian losses are estimated at:\nsoldiers - 716,000 (+1,640)\ntanks - 9,325 (+11)\n") ==
      "c716000 c1640 e9325 e11 ");
  // Of the body that gave the list out, whoever spoke before.
  const auto given = ClaimsOf(
      "The mayor of Sumy said it was calm.\nThe General Staff of Ukraine published the enemy's "
      "losses. "
      "The Russians have lost about:\n- 739 tanks;\n- 158 aircraft.\n");
  REQUIRE(given.size() >= 2);
  CHECK(given.back().claimant == "General Staff of the Armed Forces of Ukraine");
  CHECK(given.back().side == Side::kUkraine);
  // Sentences are no items.
  CHECK(all("Russia has lost much:\n- 40 soldiers left the town of Lyman.\n- 12 tanks burned.\n")
            .find("e12") == std::string::npos);
}
