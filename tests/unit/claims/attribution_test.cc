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

TEST_CASE("attribution: a whole text that is one man's speech is his") {
  const std::string speech =
      " Our army holds Sumy. We took two villages in May. I thank Norway for 20 tanks. The bridge "
      "is whole. We will hold it. Russia lost 20 men there. Our men are well. I say that Norway is "
      "with us.";
  for (const std::string_view head :
       {"Full text of Petro Bilyk's speech in Oslo.", "Petro Bilyk delivered a speech in Oslo.",
        "A statement was made by Petro Bilyk in Oslo."}) {
    const auto claims = ClaimsOf(std::string(head) + speech);
    REQUIRE(claims.size() >= 4);
    CHECK(claims.back().claimant == "Petro Bilyk");
    CHECK(claims.back().mode == Mode::kDirect);
  }
  // A report on a speech is the paper's.
  const auto claims = ClaimsOf(
      "Petro Bilyk delivered a speech in Oslo. The army holds Sumy. It took two villages in May. "
      "Norway sent 20 tanks. The bridge is whole. Russia lost 20 men there. The men are well. "
      "Norway is with them.");
  REQUIRE_FALSE(claims.empty());
  CHECK(claims.back().claimant == "outlet");
}

TEST_CASE("attribution: what goes on meanwhile is told by the paper, not by who spoke before it") {
  auto claims = ClaimsOf(
      "Troops entered Lyman, the mayor of Sumy said, as Moscow fired 20 rockets at Kharkiv.");
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].claimant == "mayor of Sumy");
  CHECK(claims[1].claimant == "outlet");
  claims = ClaimsOf("Twenty men left Sumy, the mayor of Sumy said, as they had no boats.");
  REQUIRE_FALSE(claims.empty());
  CHECK(claims.back().claimant == "mayor of Sumy");
}

TEST_CASE("attribution: a quotation goes on from who spoke, not from who relayed it") {
  const auto claims = ClaimsOf(
      "\"The army has left Sumy,\" Petro Bilyk said, according to the Oslo Post. \"Two bridges "
      "were "
      "blown up.\"");
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].claimant == "Petro Bilyk");
}

TEST_CASE("attribution: who was quoted as saying it says it") {
  CHECK(Claimants("Mayor Ola Nord was quoted by the agency as saying the town fell.") ==
        "Ola Nord");
}

TEST_CASE("attribution: who is quoted or cited by a paper says it, not the paper") {
  CHECK(Claimants("The agency quoted Mayor Ola Nord as saying the town fell.") == "Ola Nord");
  CHECK(Claimants("The town fell, Reuters reported, citing two officials.") ==
        "Reuters; two officials");
  CHECK(Claimants("Reuters reported, citing two officials, that the town fell.") ==
        "Reuters; two officials");
  CHECK(Claimants("Citing two officials, Reuters reported that the town fell.") == "two officials");
  // No one speaks, and no paper relays.
  CHECK(Claimants("The town fell, Reuters reported, citing security concerns.") == "Reuters");
  CHECK(Claimants("The town fell, Mayor Ola Nord said, citing two officials.") == "Ola Nord");
}

TEST_CASE("attribution: research tells what it found, other things do not") {
  CHECK(Claimants("A survey in nine states found 64% of people back the war.") ==
        "survey in nine states");
  CHECK(Claimants("A survey published on Monday showed 64% back the war.") == "survey");
  CHECK(Claimants("Police found 40 people in the bus.").empty());
  CHECK(Claimants("The ministry put the damage at $40 million.") == "ministry");
  CHECK(Claimants("The ministry put 40 tents at the river.").empty());
}

TEST_CASE("attribution: a quotation behind a colon is whose the sentence is about") {
  CHECK(Claimants("Mayor Ola Nord was blunt: \"We will not leave the town this year.\"") ==
        "Ola Nord (direct)");
  CHECK(Claimants("The hall has a sign: \"We will not leave the town this year.\"").empty());
}

TEST_CASE("attribution: what was done to a noun is part of who speaks") {
  CHECK(Claimants("Officials briefed on the talks told Reuters the town fell.") ==
        "Officials briefed on the talks");
  CHECK(Claimants("Mayor Ola Nord is convinced the town will hold.") == "Ola Nord");
  CHECK(Claimants("By Ola Nord's count, 40 towns fell.") == "Ola Nord");
  CHECK(Claimants("Mayor Ola Nord published a post claiming the town fell.") == "Ola Nord");
  CHECK(Claimants("Ola Nord's claim that the town fell drew laughs.") == "Ola Nord");
  CHECK(Claimants("The towns fell. Ola Nord made the remark in Oslo.") == "Ola Nord; Ola Nord");
}

TEST_CASE("attribution: whose aide speaks is not who speaks") {
  CHECK(Claimants("Critics of Sergei Lavrov said the town fell.") == "Critics of Sergei Lavrov");
  CHECK(Claimants("A lawyer for Sergei Lavrov said the town fell.") == "lawyer for Sergei Lavrov");
  CHECK(Claimants("Lavrov aides said the town fell.") == "Lavrov aides");
  CHECK(Claimants("Putin aide Yuri Ushakov said the town fell.") == "Yuri Ushakov");
  CHECK(Claimants("The widow of Petro Vymysl said the town fell.") == "widow of Petro Vymysl");
  // A spokesman speaks for whom he names.
  CHECK(Claimants("A spokesman for Sergei Lavrov said the town fell.") == "Sergei Lavrov");
  CHECK(Claimants("The Moscow-installed head of the town, Vladimir Saldo, said it fell.") ==
        "Vladimir Saldo");
}

TEST_CASE("attribution: a place is no name, nor the first word of an office") {
  CHECK(Claimants("Residents of Vilkhuvan said the bridge was hit.") == "Residents of Vilkhuvan");
  CHECK(Claimants("Work and Pensions Secretary Olga Bila said the bridge was hit.") == "Olga Bila");
  CHECK(Claimants("His March arrest has highlighted the flood.").empty());
  CHECK(Claimants("His grandparents said the bridge was hit.") == "His grandparents");
}

TEST_CASE("attribution: the WHO is no pronoun, May no verb") {
  CHECK(Claimants("The WHO said 40 people fell ill.") == "World Health Organization");
  CHECK(Claimants("As Petro Vymysl stated on May 19, the town fell.") == "Petro Vymysl");
  CHECK(Claimants("Petro Vymysl said in May that the town fell.") == "Petro Vymysl");
}

TEST_CASE("attribution: tags before and after, direct and indirect") {
  CHECK(Claimants("The General Staff said that its troops hold the line.") ==
        "General Staff of the Armed Forces of Ukraine");
  CHECK(Claimants("\"Our troops hold the line,\" Volodymyr Zelensky said.") ==
        "Volodymyr Zelensky (direct)");
  CHECK(Claimants("Two drones fell, according to Vyacheslav Gladkov.") == "Vyacheslav Gladkov");
  CHECK(Claimants("Deputy Minister of Foreign Affairs Ola Nordbo said the ban holds.") ==
        "Ola Nordbo");
  CHECK(Claimants("Head of the Department of Public Health Ola Nordbo said so.") == "Ola Nordbo");
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

TEST_CASE("attribution: an office means whoever the article names in it, speaker or not") {
  CHECK(Claimants("Sergei Lavrov went to Oslo. The trip was short, the head of Russian diplomacy "
                  "said.") == "Sergei Lavrov");
  CHECK(Claimants("Lukashenko met farmers. The president said the harvest was good.") ==
        "Alexander Lukashenko");
  CHECK(Claimants("Lavrov went to Oslo. The head of the local council said he was welcome.") ==
        "head of the local council");
  CHECK(Claimants("The Central Bank of Norlund cut rates. Prices have eased, the bank said.") ==
        "Central Bank of Norlund");
}

TEST_CASE("attribution: what is no part of a speaker's name") {
  CHECK(Claimants("The envoy, who was in Oslo on Monday, said the bridge was hit.") == "envoy");
  CHECK(Claimants("In February 2024 the growers said they planned a march.") == "growers");
  CHECK(Claimants("Petro Vymysl - who had met Lavrov - said the bridge was hit.") ==
        "Petro Vymysl");
  CHECK(Claimants("The editor at a press conference said the bridge was hit.") == "editor");
  CHECK(Claimants("The member for North Harbour Petro Vymysl said the bridge was hit.") ==
        "Petro Vymysl");
  CHECK(Claimants("The guards were blamed by the rebels for the fire.") == "rebels");
}

TEST_CASE("attribution: 'as she said', 'she said this', 'that is according to her'") {
  CHECK(
      Claimants("As Petro Vymysl noted on Monday, although Russia claims the town, it is free.") ==
      "Petro Vymysl");
  CHECK(Claimants("As traders wanted, the bridge was opened.") == "");
  CHECK(Claimants("The bridge is lost. Petro Vymysl said this in a long interview.") ==
        "Petro Vymysl; Petro Vymysl");
  CHECK(Claimants("The bridge is lost. That is according to Petro Vymysl.") ==
        "Petro Vymysl; Petro Vymysl");
  CHECK(Claimants("Norway is worried as its services did not predict that it would rain - "
                  "assessed Petro Vymysl.") == "Petro Vymysl");
  CHECK(Claimants("In May, Petro Vymysl recalls, Lavrov told him about the plan.") ==
        "Petro Vymysl");
  CHECK(Claimants("Vymysl, appointed by Joe Biden, ruled that the bridge was safe.") == "Vymysl");
}

TEST_CASE("attribution: a reason is told by nobody but who tells the whole") {
  CHECK(Claimants("Norway waits because Lavrov believes he can win, Petro Vymysl said.") ==
        "Petro Vymysl");
  CHECK(Claimants("Lavrov said that \"of course\" Norway wants no war.") == "Sergei Lavrov");
  CHECK(Claimants("While Norway is rich, Vymysl points out that Sweden is not.") == "Vymysl");
}

TEST_CASE("attribution: a surname is whoever the article has named in full") {
  CHECK(Claimants("The book is about Petro Vymysl, who grew up in Oslo. The town was poor, Vymysl "
                  "said.") == "Petro Vymysl");
  CHECK(Claimants("Cars drove down Petro Vymysl Street. The town was poor, Vymysl said.") ==
        "Vymysl");
}

TEST_CASE("attribution: a verb before a quotation is one, whatever verbs are quoted") {
  CHECK(Claimants("Vymysl warned of the \"vast array\" Norway will use in Oslo.") == "Vymysl");
  CHECK(Claimants("Given the threat, Vymysl called on Norway to be \"clear that weapons are being "
                  "used.\"") == "Vymysl (direct)");
}

TEST_CASE("attribution: who relays, and which mayor") {
  CHECK(
      Claimants("Two towns were lost, the General Staff of the Armed Forces of Ukraine reports.") ==
      "General Staff of the Armed Forces of Ukraine");
  CHECK(Claimants("Local officials said a bridge was hit. The mayor said two men were hurt.") ==
        "Local officials; mayor");
  CHECK(Claimants("The bridge is lost, according to court documents.") == "court documents");
  CHECK(Claimants("Lavrov said the bridge was lost, Reuters reports. The statement added that it "
                  "was old.") == "Sergei Lavrov; Reuters; Sergei Lavrov");
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
  CHECK(Claimants("The rise in support adds pressure on the town.") == "");
  CHECK(Claimants("The region is not recognised by any state.") == "");
  CHECK(Claimants("The envoys concluded a treaty in Oslo.") == "");
}

TEST_CASE("attribution: sides by name, country and word") {
  const auto SideOf = [](std::string_view text) {
    const Analysis a = AnalyseText(text);
    REQUIRE_FALSE(a.attributions.empty());
    return a.attributions[0].side;
  };
  CHECK(SideOf("A senior German official said the tanks would come.") == Side::kAlly);
  CHECK(SideOf("Military analysts said the town would fall.") == Side::kIndependent);
  CHECK(SideOf("Anna Berg from the Polish Institute of Affairs said so on Monday that it fell.") ==
        Side::kIndependent);
  CHECK(SideOf("Poland closed the border. The country's foreign minister said it would last.") ==
        Side::kAlly);
  CHECK(SideOf("Russia said its army took the town.") == Side::kRussia);
  CHECK(SideOf("The Moscow-installed mayor said the town was calm.") == Side::kRussia);
}

TEST_CASE("attribution: who speaks stands before the words that describe it") {
  CHECK(Claimants("The agency that oversees aid to Portugal said the trucks were late.") ==
        "agency");
  CHECK(Claimants("A teacher now living in Norway told reporters the school was closed.") ==
        "teacher");
  CHECK(Claimants("The plan drew criticism from rights groups, who said it was unlawful.") ==
        "rights groups");
  CHECK(Claimants("Olha Rudenko, the mayor of Selyshche, a town near the front which is under "
                  "fire, said the bridge was gone.") == "Olha Rudenko");
}

TEST_CASE("attribution: capitals before a noun are no name, titles begin one") {
  CHECK(Claimants("A European diplomat said the talks were over.") == "European diplomat");
  CHECK(Claimants("Her spokesman Pavlo Tkachuk said the talks were over.") == "Pavlo Tkachuk");
  CHECK(
      Claimants("Norway's chief engineer, Dr. Nils Solberg, told reporters the dam would hold.") ==
      "Nils Solberg");
}

TEST_CASE("attribution: he and she mean somebody who can be meant") {
  CHECK(Claimants("Minister Ursula Brandt said the bridge was safe. Engineer Pavlo Tkachuk said "
                  "it was not. She added that it would be closed.") ==
        "Ursula Brandt; Pavlo Tkachuk; Ursula Brandt");
  CHECK(Claimants("In the weekly, columnist Mikhail Brodsky also portrayed the deal as a trap. "
                  "\"It is very good,\" he wrote.") == "Mikhail Brodsky; Mikhail Brodsky (direct)");
}

TEST_CASE("attribution: participles, nouns and what others reported are no speech") {
  CHECK(Claimants("The unit blamed for the raid is called Falcon.") == "");
  CHECK(Claimants("He was sanctioned in 2021 for alleged corruption.") == "");
  CHECK(Claimants("The US state department announced new rules.") == "US State Department");
  CHECK(Claimants("The firm Dragonet said it tracked activity linked to that reported by the "
                  "ministry.") == "firm Dragonet");
}

TEST_CASE(
    "attribution: the side of an envoy is that of the country, of a paper that of its maker") {
  const auto LastSide = [](std::string_view text) {
    const Analysis a = AnalyseText(text);
    REQUIRE_FALSE(a.attributions.empty());
    return a.attributions.back().side;
  };
  CHECK(LastSide("Russia's UN envoy said the plan was dead.") == Side::kRussia);
  CHECK(LastSide("Germany's ambassador to the United Nations said the plan was dead.") ==
        Side::kAlly);
  CHECK(LastSide("The British Ministry of Defence said two ships had left. The report said a "
                 "third would follow.") == Side::kAlly);
  CHECK(LastSide("The organisers said the race would begin.") == Side::kIndependent);
}

namespace {
// Cue and content of what the layer of attributions tells besides speech.
std::string Thoughts(std::string_view text) {
  const Analysis a = Analyse(text, TestDay(), TestPack(), ReadAttitudes);
  std::string all;
  for (const Attribution& one : a.attributions) {
    if (one.kind != CueKind::kThink) continue;
    if (!all.empty()) all += "; ";
    all += TextAt(a, one.cue_begin, one.cue_end) + ": " +
           TextAt(a, one.content_begin, one.content_end);
  }
  return all;
}
}  // namespace

TEST_CASE("attribution: what people think, want and feel is for the layer alone") {
  CHECK(Thoughts("The mayor questioned the need for a new bridge.") ==
        "questioned: the need for a new bridge");
  CHECK(Thoughts("Many residents are afraid that the dam may break.") ==
        "afraid: that the dam may break");
  CHECK(Thoughts("The mill is a loss, as a town memo put it.") == "put it: The mill is a loss,");
  CHECK(Thoughts("His decision to leave came late.") == "decision: to leave came late");
  CHECK(Thoughts("The clerk was accused of theft by his neighbours.") == "accused: The clerk");
  CHECK(Thoughts("The river is cold and the bridge is long.") == "");
  CHECK(AnalyseText("The mayor questioned the need for a new bridge.").attributions.empty());
}

TEST_CASE("attribution: one of those who speak, and who speaks between dashes") {
  CHECK(Claimants("The mill has been busy by some measures, one official said.") == "official");
  CHECK(Claimants("One official said the mill was closed.") == "official");
  CHECK(Claimants("The mayor -- who noted that two mills closed -- left.") == "mayor");
}

TEST_CASE("attribution: a noun of thought needs what is thought") {
  CHECK(Thoughts("Her plan to mend the bridge is old.") == "plan: to mend the bridge is old");
  CHECK(Thoughts("Her hope is that the bridge will stand.") == "hope: that the bridge will stand");
  CHECK(Thoughts("Their remarks ran on a page of the paper.") == "");
}

TEST_CASE("attribution: a quotation goes on as long as it is open") {
  std::string text = "Petro Vymysl said: \"The mill stood still.";
  for (int i = 0; i < 20; ++i) text += " The river rose again.";
  text += "\"\nThe paper has two pages.";
  const Analysis a = AnalyseText(text);
  CHECK(a.attributions.size() == 21);
  CHECK(a.attributions.back().claimant == "Petro Vymysl");
  CHECK(a.attributions.back().sentence == 20);
}

namespace {
// What the layer tells to be said of which no cue tells who says it.
std::string LooseWords(std::string_view text) {
  const Analysis a = Analyse(text, TestDay(), TestPack(), ReadAttitudes);
  std::string all;
  for (const Attribution& one : a.attributions) {
    if (one.cue_begin != one.cue_end || one.kind == CueKind::kThink) continue;
    if (!all.empty()) all += "; ";
    all += TextAt(a, one.content_begin, one.content_end);
  }
  return all;
}
}  // namespace

TEST_CASE("attribution: quotations without a speaker are for the layer alone") {
  const std::string_view alone = "The hall was full.\n\"We built the mill.\"\nIt was cold.";
  CHECK(LooseWords(alone) == "\"We built the mill.\"");
  CHECK(AnalyseText(alone).attributions.empty());
  // Left open over paragraphs, until it closes; never closed: its own paragraph alone.
  CHECK(
      LooseWords("The \"mill\" burned.\n\"The roof fell.\nNobody slept. We left.\"\nIt rained.") ==
      "\"The roof fell.; Nobody slept.; We left.\"");
  CHECK(LooseWords("\"The roof fell.\nIt rained.") == "\"The roof fell.");
  CHECK(LooseWords("The roof fell. It rained.\"") == "");
}

TEST_CASE("attribution: what stands between two sentences of one speaker is his to the layer") {
  const std::string_view text =
      "The bridge, Petro Vymysl said, is whole. The mill is too. The dam, he said, is not.";
  CHECK(LooseWords(text) == "The mill is too");
  CHECK(AnalyseText(text).attributions.size() == 2);
  CHECK(LooseWords("Petro Vymysl said it rained. The mill is old.\nHe said it was cold.") == "");
}

TEST_CASE("attribution: a medium in quotation marks is named, not quoted") {
  CHECK(Claimants("The bridge was lost, writes \"Bild\".") == "Bild");
  CHECK(Claimants("\"The New York Times\" reported that the bridge was lost.") == "New York Times");
  CHECK(Claimants("According to \"Der Spiegel\", the bridge was lost.") == "Der Spiegel");
}

TEST_CASE("attribution: quotation marks of typewriters") {
  CHECK(Claimants("''We hold the town,'' Volodymyr Zelensky said.") ==
        "Volodymyr Zelensky (direct)");
}

TEST_CASE("attribution: an interview names its speakers before a colon") {
  CHECK(Claimants("KOVAL: The bridge will stand.\nNo one shot at it.\nBILA: Who built it?\n"
                  "KOVAL: We did, in spring.") ==
        "KOVAL; KOVAL (direct); KOVAL (direct); BILA; BILA (direct); KOVAL; KOVAL (direct)");
}

TEST_CASE("attribution: a tag ends with its circumstances, a name with what describes it") {
  const Analysis a = AnalyseText(
      "\"We will stay,\" said Olena Bila, a doctor who came to the town after the flood.");
  REQUIRE(a.attributions.size() == 1);
  CHECK(a.attributions[0].content2_begin == a.attributions[0].content2_end);
  CHECK(Claimants("\"Who will stay?\" Olena Bila asked.").find("Olena Bila") == 0);
}

TEST_CASE("attribution: whose words they are when one speaks of another") {
  CHECK(Claimants("The governor said that the company expects that the bridge will open.") ==
        "governor");
  CHECK(Claimants("Mark Milley described the raid as the largest of the war.") == "Mark Milley");
  CHECK(Claimants("Mark Milley described the raid.") == "");
  CHECK(Claimants("Prime Minister Boris Johnson was asked about tanks, and he replied that they "
                  "would come.") == "Boris Johnson");
  CHECK(Claimants("Indeed, no one is safe. Governor Petro Vymyshlenko said that he would stay.") ==
        "Petro Vymyshlenko");
}

TEST_CASE("attribution: media speak for themselves or for their state") {
  const auto SideOf = [](std::string_view text) {
    const Analysis a = AnalyseText(text);
    REQUIRE_FALSE(a.attributions.empty());
    return a.attributions.back().side;
  };
  CHECK(SideOf("Reuters reported that two drones fell.") == Side::kIndependent);
  CHECK(SideOf("TASS reported that two drones fell.") == Side::kRussia);
  CHECK(SideOf("Iranian state media reported that a man was freed.") == Side::kThird);
  CHECK(SideOf("A local newspaper reported that two drones fell.") == Side::kIndependent);
}

TEST_CASE("attribution: an office means who is in it, and no other place's") {
  CHECK(Claimants("Mark Milley said the raid was large. It was dangerous, said the chairman of the "
                  "joint chiefs.") == "Mark Milley; Mark Milley");
  CHECK(
      Claimants("Vyacheslav Gladkov said two drones fell. Two more fell, said the governor of the "
                "Kursk region.")
          .find("Gladkov; Vyacheslav") == std::string::npos);
  CHECK(Claimants("Mark Milley said the raid was large. It was small, said the former official.") ==
        "Mark Milley; former official");
  CHECK(Claimants("The raid was described by Mark Milley as a failure.") == "Mark Milley");
}

TEST_CASE("attribution: a surname means whom the article names in full") {
  CHECK(Claimants("Former Vice President Mike Pence came to the town. Pence said that it will "
                  "hold.") == "Mike Pence");
}

TEST_CASE("attribution: whom a quotation speaks of does not go on speaking") {
  CHECK(
      Claimants("Petro Koval spoke on Monday. \"Putin has changed nothing. He will not stop,\" he "
                "said.") == "Petro Koval (direct); Petro Koval (direct)");
  CHECK(Claimants("\"Such \"deals\" lay the ground for war. We reject them,\" said Petro Koval.") ==
        "Petro Koval (direct); Petro Koval (direct)");
}

TEST_CASE("attribution: other words for an office, and an office before its name") {
  CHECK(Claimants("President Alexander Lukashenko said the road was open. The border is quiet, the "
                  "head of state noted.") == "Alexander Lukashenko; Alexander Lukashenko");
  CHECK(Claimants("\"We grow our own,\" said the minister, Ostap Bilyk.") ==
        "Ostap Bilyk (direct)");
  CHECK(Claimants("Before the talks a former Norwegian diplomat told reporters the list was "
                  "short.") == "former Norwegian diplomat");
  CHECK(Claimants("The Movement for Open Roads in Norway said the ban was wrong. The list is too "
                  "long, the organisation said.") ==
        "Movement for Open Roads in Norway; Movement for Open Roads in Norway");
}

TEST_CASE("attribution: a dash opens a quotation inside a paragraph, too") {
  CHECK(Claimants("Kamala Harris thanked the hosts. - Borders must hold. Nobody may move them by "
                  "force - she said.") == "Kamala Harris (direct); Kamala Harris");
  CHECK(Claimants("They found a way out: the army left the town.") == "");
}

TEST_CASE("attribution: epithets, own experts, and names behind a place") {
  CHECK(Claimants("The rules are too strict, said Petro Koval. The researcher thinks the debate "
                  "is poor. The expert said it was too late.") ==
        "Petro Koval; Petro Koval; Petro Koval");
  CHECK(Claimants("Deputy Head of the Roads Office Petro Koval told reporters the list was ready. "
                  "\"It is short,\" the deputy head of the Roads Office said.") ==
        "Petro Koval; Petro Koval (direct)");
  CHECK(Claimants("The adviser to the mayor of Kupiansk Petro Koval said the town was quiet.") ==
        "Petro Koval");
  CHECK(Claimants("A port said to be of great importance lies empty.") == "");
  CHECK(Claimants("\"Our analysts say the bridge is gone. We will not give up,\" Petro Koval "
                  "said.") == "Petro Koval (direct); Petro Koval (direct)");
  CHECK(Claimants("Siege of Kupiansk continues: the troops defend the town.") == "");
}

TEST_CASE("attribution: what is told of a person says no more of who it is") {
  CHECK(Claimants("Former minister Petro Koval said the road was open. The former minister, who "
                  "founded the Qwerty Bank, said it would stay so.") == "Petro Koval; Petro Koval");
  CHECK(Claimants("Mark Milley said the raid was large. The Ministry of Foreign Affairs said it "
                  "was small.") != "Mark Milley; Mark Milley");
  CHECK(Claimants("Kremlin spokesman Dmitri Pieskow said the list was long.") == "Dmitry Peskov");
}

TEST_CASE("attribution: whose view it is, what somebody is convinced of, tags said late") {
  CHECK(Claimants("In Petra Vymyslova's view, the town will hold.") == "Petra Vymyslova");
  CHECK(Claimants("Petra Vymyslova spoke in Oslo. In her opinion, the town will hold.") ==
        "Petra Vymyslova");
  CHECK(Claimants("The town will, in the mayor's opinion, hold until May.") == "mayor");
  CHECK(Claimants("In the view from the hill, the town is small.").empty());
  CHECK(Claimants("Petra Vymyslova is also convinced that the town will hold.") ==
        "Petra Vymyslova");
  CHECK(Claimants("It is certain that the town will hold.").empty());
  CHECK(Claimants("Petra Vymyslova cannot be sure that the town will hold.").empty());
  CHECK(Claimants("The town held, as Petra Vymyslova noted.") == "Petra Vymyslova");
  CHECK(Claimants("The mine is shut, as the workers continue their strike.").empty());
  CHECK(Claimants("\"The town will hold,\" said on Sunday the mayor Petra Vymyslova.") ==
        "Petra Vymyslova (direct)");
  CHECK(Claimants("\"The town will hold,\" said the mayor of Oslo on Sunday Petra Vymyslova.") ==
        "Petra Vymyslova (direct)");
  CHECK(Claimants("\"The town will hold,\" believes Petra Vymyslova.") ==
        "Petra Vymyslova (direct)");
  CHECK(
      Claimants("Two tanks burned, according to former pilot and officer, Sen. Petra Vymyslova.") ==
      "Petra Vymyslova");
  CHECK(Claimants("The head of the Polish Chancellery Petra Vymyslova said two tanks burned.") ==
        "Petra Vymyslova");
  CHECK(Claimants("The Northern Institute said the town fell. \"It cannot hold,\" the experts "
                  "said.") == "Northern Institute; Northern Institute (direct)");
}

TEST_CASE("attribution: tags within a sentence, and another speaker behind one") {
  CHECK(Claimants("The bridge in Oslo was hit, reports the Northern Post.") == "Northern Post");
  CHECK(Claimants("The firm sells papers, reports and books.").empty());
  CHECK(Claimants("The raid, said Petra Vymyslova, killed 40 men.") == "Petra Vymyslova");
  CHECK(Claimants("The raid, Petra Vymyslova told reporters in Oslo, killed 40 men.") ==
        "Petra Vymyslova");
  CHECK(Claimants("The town will hold, Petra Vymyslova said, but Ola Nord said it would fall.") ==
        "Petra Vymyslova; Ola Nord");
  CHECK(Claimants("Petra Vymyslova during the talks in Oslo warned that the town would fall.") ==
        "Petra Vymyslova");
  CHECK(Claimants("Petra Vymyslova, cited by the paper, said that the town would fall.") ==
        "Petra Vymyslova");
  CHECK(Claimants("This week, according to Petra Vymyslova, the town fell.") == "Petra Vymyslova");
}

TEST_CASE("attribution: nobody calls a state or a document he, papers have capitals") {
  CHECK(Claimants("Norway says prices will rise. The economist Petra Vymyslova met the minister. "
                  "She said 40 firms would close.") == "Norway; Petra Vymyslova");
  CHECK(Claimants("According to the independent channel Vilkhuvan, 40 men died.")
            .find("The Independent") == std::string::npos);
  CHECK(Claimants("The Washington Herald reported that 40 men died.") == "Washington Herald");
  CHECK(Claimants("Analysts expect the bank to cut its rates.") == "Analysts");
  CHECK(Claimants("Court records show that 40 men died.") == "Court records");
}

TEST_CASE("attribution: a day, a place or a means behind the verb changes nothing") {
  CHECK(Claimants("The ministry said on Sunday its forces took two towns.") == "ministry");
  CHECK(Claimants("The governor said at least 40 men were killed.") == "governor");
  CHECK(Claimants("Two men died, the mayor confirmed by phone from Oslo.") == "mayor");
  CHECK(Claimants("The mayor confirmed on Telegram two men were hurt.") == "mayor");
  CHECK(Claimants("The town fell, Petra Vymyslova, a lawyer, said later.") == "Petra Vymyslova");
  CHECK(Claimants("Petra Vymyslova, a lawyer, said in May that the town fell.") ==
        "Petra Vymyslova");
  CHECK(Claimants("Four men, two guards among them, died in Oslo, the mayor said.") == "mayor");
  CHECK(Claimants("The measures announced on Sunday took effect.").empty());
  CHECK(Claimants("The law, signed in May, will end the war.").empty());
}

TEST_CASE("attribution: appositions of any length, and who else is told of in them") {
  CHECK(Claimants("Petra Vymyslova, a political scientist and senior fellow at the Northern "
                  "Institute for Peace (NIP), which has its seat in Oslo, said the town fell.") ==
        "Petra Vymyslova");
  CHECK(Claimants("Petra Vymyslova, a lawmaker who called it \"a slap,\" said the town fell.")
            .find("Petra Vymyslova") == 0);
  CHECK(Claimants("The town fell, according to the former navy captain, Petra Vymyslova.") ==
        "Petra Vymyslova");
  CHECK(Claimants("Petra is Ola Nord's neighbour, who admitted that the town fell.") == "Petra");
  CHECK(Claimants("Aid would not stop the war and Republicans say the town fell.") ==
        "Republicans");
  CHECK(Claimants("\"The town fell,\" said a person familiar with the CIA.")
            .find("person familiar") == 0);
  CHECK(Claimants("Sources close to the inquiry told reporters that the town fell.")
            .find("Sources") == 0);
  CHECK(Claimants("Security experts warn of raids. \"It is not safe,\" he said.")
            .find("experts; Security") == std::string::npos);
}

TEST_CASE("attribution: documents speak for themselves, statements for whose they are") {
  CHECK(Claimants("Norway and Sweden pledged aid. According to the resolution, the town fell.") ==
        "Norway and Sweden; resolution");
  CHECK(Claimants("\"The town fell,\" the Lantern Forum's statement read.") ==
        "Lantern Forum (direct)");
  CHECK(Claimants("Petra Vymyslova spoke first. According to her information, the town fell.") ==
        "Petra Vymyslova");
}

TEST_CASE("attribution: who is 'he' is told by the subject, not by whom it names") {
  CHECK(Claimants("Petr Vymyslov contrasted Norwegian claims that the town held with a photo. He "
                  "said it fell in May.")
            .find("Petr Vymyslov") != std::string::npos);
  CHECK(Claimants("Petr Vymyslov rebuked Joe Biden in Oslo. He said the town fell in May.")
            .find("Biden") == std::string::npos);
}

TEST_CASE("attribution: a name spelt with a letter less, a firm after its spokesperson") {
  CHECK(Claimants("Petra Vymysslova, a lawyer, said the town fell. The bridge is lost, Vymyslova "
                  "said.") == "Petra Vymysslova; Petra Vymysslova");
  CHECK(Claimants("Ola Nord, a lawyer, said the town fell. The bridge is lost, Norda said.") ==
        "Ola Nord; Norda");
  CHECK(Claimants("An Orbitle spokesperson said it sold 40 ships. The town fell, the company "
                  "said.") == "Orbitle spokesperson; Orbitle spokesperson");
}

TEST_CASE("attribution: 'we' behind a quotation in the same paragraph is its speaker's") {
  CHECK(Claimants("\"The town fell,\" Petra Vymyslova said. We will take it back in May.") ==
        "Petra Vymyslova (direct); Petra Vymyslova (direct)");
  CHECK(Claimants("Petra Vymyslova said the town fell. We doubt that.").find("Vymyslova; Petra") ==
        std::string::npos);
}

TEST_CASE("attribution: many people in a place have verbs of the present") {
  CHECK(Claimants("Farmers in Norway say that the town fell.") == "Farmers in Norway");
  CHECK(Claimants("Officials in Oslo deny that the town fell.") == "Officials in Oslo");
}

TEST_CASE("attribution: 'it' means whom its sentence is about when nobody has spoken yet") {
  CHECK(Claimants("The company will cut 40 jobs in Oslo, it said.") == "company");
}

TEST_CASE("attribution: a speech that is read out is whose it is") {
  std::string text =
      "Petra Vymyslova, the envoy of Norway, said the town fell. The full text of her speech "
      "follows:\nThe harbour of Oslo is open. Our ships guard it.";
  for (int i = 0; i < 6; ++i) text += " The sea is calm and the boats are many.";
  const std::string told = Claimants(text);
  CHECK(told.find("Vymyslova (direct); Petra Vymyslova (direct)") != std::string::npos);
}

TEST_CASE("attribution: she is the nearest whose first name says so") {
  CHECK(Claimants("Among them was Anna Bergqvist, 34. \"We all ran,\" she said.") ==
        "Anna Bergqvist (direct)");
  CHECK(Claimants("The town was quiet. \"We all ran,\" she said.") == "she (direct)");
}

TEST_CASE("attribution: firms with an ampersand, documents, who heads a body") {
  CHECK(Claimants("Nord & Berg said the town fell. The company said so again.")
            .find("Nord & Berg; Nord & Berg") == 0);
  CHECK(Claimants("\"The town fell,\" the Lantern Summit Communique reads. The bridge is lost, "
                  "the document says.") ==
        "Lantern Summit Communique (direct); Lantern Summit Communique");
  CHECK(Claimants("Ola Nordby, director of the Norwegian Lantern Service, said the town fell. "
                  "\"The bridge is lost,\" said the head of the Norwegian service.") ==
        "Ola Nordby; Ola Nordby (direct)");
}

TEST_CASE("attribution: what is done is not said") {
  CHECK(Claimants("Ola Nordby talked about the war by phone with Anna Bergqvist.").empty());
  CHECK(Claimants("Norway has added three million trees.").empty());
  CHECK(Claimants("The company contended with a bad year.").empty());
  CHECK(Claimants("It was the first time Norway has publicly announced that it trains.").empty());
}

TEST_CASE("attribution: papers of whoever issued them, and what is read") {
  CHECK(Claimants("According to details exclusively provided by the Ministry of Justice, the town "
                  "fell.") == "Ministry of Justice");
  CHECK(
      Claimants("According to letters obtained by the newspaper, the town fell.").find("letters") ==
      0);
  CHECK(Claimants("\"The town fell,\" we read in the bulletin of the Lantern Service.")
            .find("Lantern Service") != std::string::npos);
}

TEST_CASE("attribution: as machines translate Polish: who is told, hyphens with a blank") {
  CHECK(Claimants("- The town fell - said the Reuters agency a high -ranking officer of the army.")
            .find("high-ranking officer") == 0);
  CHECK(Claimants("- The town fell - recalls Marc -Olivier Nordby, the director.") ==
        "Marc-Olivier Nordby");
}

TEST_CASE("attribution: lists of states speak together and are no he") {
  CHECK(Claimants("The leaders of Norway, Sweden and Finland said the town fell.") ==
        "leaders of Norway, Sweden and Finland");
  CHECK(Claimants("The leaders of Norway and Sweden said the town fell. He said so in Oslo.")
            .find("Sweden; leaders") == std::string::npos);
}

TEST_CASE("attribution: names behind a comma and behind a title") {
  CHECK(Claimants("\"The town fell,\" said its boss, Anna Bergqvist.") ==
        "Anna Bergqvist (direct)");
  CHECK(Claimants("Oslo Gov. Anna Bergqvist said the town fell.") == "Anna Bergqvist");
}

TEST_CASE("attribution: a union is not the company that spoke last") {
  CHECK(Claimants("The Lantern Company said the town fell. The union said it held.")
            .find("; union") != std::string::npos);
}

TEST_CASE("attribution: a first name alone, an age alone") {
  CHECK(Claimants("Peter Vymysl, 45, runs a shop. Prices have doubled, Peter said.") ==
        "Peter Vymysl");
  CHECK(Claimants("Peter Vymysl met Peter Lantern. Prices have doubled, Peter said.") == "Peter");
  CHECK(Claimants("Anna Bergqvist, a baker, lives in Oslo. \"I cannot pay,\" the 30-year-old "
                  "said.") == "Anna Bergqvist (direct)");
}

TEST_CASE("attribution: two that lead a sentence speak together") {
  CHECK(Claimants("Oslo and its allies say the town fell.") == "Oslo and its allies");
  CHECK(Claimants("The army took Oslo and the mayor said the town fell.").find("mayor") == 0);
}

TEST_CASE("attribution: who cries, ridicules and defends") {
  CHECK(Claimants("\"We are free,\" cried Norway's minister Ola Nordby.") == "Ola Nordby (direct)");
  CHECK(Claimants("Officials of Norway ridiculed the plan as a trick.").find("Norway") !=
        std::string::npos);
  CHECK(Claimants("The Lantern Company defended its deal as \"normal trade\".")
            .find("Lantern Company") == 0);
}

TEST_CASE("attribution: states that are counted state nothing") {
  CHECK(Claimants("It ceded Norway and the three Baltic states to Sweden in 1918.").empty());
}

TEST_CASE("attribution: a quotation within one does not end it") {
  CHECK(Claimants(
            "\xE2\x80\x9C"
            "Defending the town is right, the notion that \xE2\x80\x9C"
            "might is right"
            "\xE2\x80\x9D is not. One country has invaded another one. It may be wise,\xE2\x80\x9D "
            "Nordby wrote.") == "Nordby (direct); Nordby (direct); Nordby (direct)");
  CHECK(Claimants("\xE2\x80\x9CThe town fell,\xE2\x80\x9D Nordby wrote. The port is lost.")
            .find(';') == std::string::npos);
}

TEST_CASE("attribution: nobody says, worse than somebody says, and the author's own I") {
  CHECK(Claimants("No one has said that the bridge fell.").empty());
  CHECK(Claimants("Neither the army nor the mayor confirmed that the bridge fell.").empty());
  CHECK(Claimants("The losses are higher than Norway says.").empty());
  CHECK(Claimants("\"It fell,\" Berg said. \"It did,\" Lind said. \"It may,\" Holm said. Looking "
                  "back, I recall that it stood.") ==
        "Berg (direct); Lind (direct); Holm (direct); outlet");
  CHECK(Claimants("The army has not commented publicly on the loss.").empty());
}

TEST_CASE("attribution: whose paper it is, and who heads a list") {
  CHECK(Claimants("The bridge fell, according to a statement published on the mayor's website.") ==
        "mayor");
  CHECK(Claimants("\"It fell,\" a statement from the Oslo police said.") ==
        "Oslo police (direct); Oslo police");
  CHECK(Claimants("A poll by Brightly Solar found that the bridge is safe.") == "Brightly Solar");
  CHECK(Claimants("On Monday, the leaders of Norway, Sweden and Denmark said the bridge fell.") ==
        "leaders of Norway, Sweden and Denmark");
  CHECK(Claimants("Before the release of Petro Berg, the Families Forum said it was over.") ==
        "Families Forum");
  CHECK(Claimants("The vote failed, the French Senate said.") == "French Senate");
}

TEST_CASE("attribution: tags over what others told, and the subject of the sentence") {
  CHECK(Claimants("Most of them said the bridge fell, the mayor of Oslo said.") == "mayor of Oslo");
  CHECK(Claimants("Fears grew that the bridge may fall, say Norwegian officials cited by "
                  "Reuters.") == "Norwegian officials");
  CHECK(Claimants("Yair Berg, a lawyer, sparked outrage when he said: \"The bridge fell.\"") ==
        "Yair Berg (direct)");
  CHECK(Claimants("The report came as Anna Berg, the envoy, said Petro Lind, the leader of the "
                  "group, had lied.") == "Anna Berg");
  CHECK(Claimants("Shelling hit two houses, the ministry said.") == "ministry");
  CHECK(Claimants("Berg said the bridge was safe, but \"we share concerns that it is old\".") ==
        "Berg");
}

TEST_CASE("attribution: names one letter off, apologists, and U.S.-based firms") {
  CHECK(Claimants("\"It fell,\" said Remus Cernea, a writer. \"It did,\" said Chernea.") ==
        "Remus Cernea (direct); Remus Cernea (direct)");
  CHECK(Claimants("Zelensky apologists claim that it stood.") == "Zelensky apologists");
  CHECK(Claimants("The bridge is safe, said U.S.-based Brightly Solar.") == "Brightly Solar");
}

TEST_CASE("attribution: a quotation behind a dash belongs to its tag") {
  CHECK(Claimants("Petro Koval came. - Norway showed them all. It is good - he said.") ==
        "Petro Koval (direct); Petro Koval");
  CHECK(Claimants("It fell. - We believe so - said in June the envoy Petro Koval.") ==
        "Petro Koval");
}

TEST_CASE("attribution: he is who speaks, not who is spoken of in what he says") {
  CHECK(Claimants("Jens Berg said it fell. \"President Trump knows that it is wrong,\" he said.") ==
        "Jens Berg; Jens Berg (direct)");
  CHECK(Claimants("Trump said it fell. Putin's reaction was sober. He said it stood.") ==
        "Donald Trump; Vladimir Putin");
  CHECK(Claimants("The Turkish foreign ministry said it fell. They waited until Trump's call that "
                  "he said was good.") == "Turkish Foreign Ministry; Donald Trump");
  CHECK(Claimants("The Times spoke to Petro Koval, a farmer. \"It fell,\" he said.") ==
        "Petro Koval (direct)");
}

TEST_CASE("attribution: an institute's analysts and its report, advisers of a body") {
  CHECK(Claimants("The Institute for the Study of War said it fell. \"It did,\" analysts said. "
                  "\"It may,\" the report said.") ==
        "Institute for the Study of War; Institute for the Study of War (direct); Institute for "
        "the Study of War (direct)");
  CHECK(Claimants("Kremlin aide Ola Berg said it fell. The Kremlin adviser said it was lost.") ==
        "Ola Berg; Ola Berg");
  CHECK(Claimants("The World Jewish Congress said it stood.") == "World Jewish Congress");
  CHECK(Claimants("Norway rolled back its rules, with countries complaining that they were cut.") ==
        "countries");
}

TEST_CASE("attribution: the first to be named after a head without a name is that head") {
  CHECK(Claimants("The CEO of Naftogaz slammed the plan. Speaking to the council, Yuriy Vitrenko "
                  "warned that it fell. \"It did,\" says the Naftogaz CEO.")
            .find("Yuriy Vitrenko; Yuriy Vitrenko (direct)") != std::string::npos);
  const Analysis told = AnalyseText(
      "The CEO of Naftogaz slammed the plan. Speaking to the council, Yuriy Vitrenko warned that "
      "it fell.");
  REQUIRE(!told.attributions.empty());
  CHECK(told.attributions.back().side == Side::kUkraine);
  const Analysis mixed = AnalyseText(
      "Moshe Berg, a Russian-Israeli billionaire with ties to the president, won. \"It fell,\" "
      "Berg said.");
  REQUIRE(!mixed.attributions.empty());
  CHECK(mixed.attributions.back().side == Side::kIndependent);
}

TEST_CASE("attribution: what the sixteenth reading found") {
  CHECK(Claimants("Petro Koval said it fell. - Putin treats it as a weapon - he added.") ==
        "Petro Koval; Petro Koval");
  CHECK(Claimants("Francois Champagne came. A spokesperson for Champagne says it fell.") ==
        "spokesperson for Champagne");
  CHECK(Claimants("A tracking poll in April by the group Brightly Solar found that it fell.")
            .find("April") == std::string::npos);
  const Analysis senator = AnalyseText(
      "Russia won. Russia left Russia. Former pilot Sen. Mark Berg said it fell. \"It did,\" Berg "
      "said.");
  REQUIRE(!senator.attributions.empty());
  CHECK(senator.attributions.back().side == Side::kAlly);
}

TEST_CASE("attribution: behind asides, and who cannot speak") {
  CHECK(Claimants("Russia's Defence Ministry, in turn, claims the capture of Lyman.") ==
        "Russian Defence Ministry");
  CHECK(Claimants("Petro Koval, granted anonymity to speak freely, said it fell.") ==
        "Petro Koval");
  CHECK(Claimants("The ferry sank, the Institute for the Study of War estimates - the third.") ==
        "Institute for the Study of War");
  CHECK(Claimants("A Norwegian missile slammed into a house, the mayor of Sumy said.") ==
        "mayor of Sumy");
  CHECK(Claimants("Unconfirmed reports in the Financial Times said it fell.").find("Unconfirmed") ==
        std::string::npos);
  CHECK(Claimants("Norwegian officials have in the past accused the army of shelling it.") ==
        "Norwegian officials");
}

TEST_CASE("attribution: reports, data and bodies of who has spoken") {
  CHECK(Claimants("The General Staff said it fell. According to the report, two fled.") ==
        "General Staff of the Armed Forces of Ukraine; General Staff of the Armed Forces of "
        "Ukraine");
  CHECK(Claimants("Two aircraft fell, according to the Russian Defence Ministry's data.") ==
        "Russian Defence Ministry");
  CHECK(Claimants("The Ukrainian Air Force said it fell. Russia's Defence Ministry gave another "
                  "account. It said it stood.")
            .ends_with("Russian Defence Ministry"));
  CHECK(Claimants("Russia's Defence Ministry said it fell. Ukraine's Defence Ministry said no. The "
                  "ministry in Moscow said two fled.")
            .ends_with("Russian Defence Ministry"));
  CHECK(Claimants("Petro Koval said it fell. The UN Refugee Agency estimates that many fled.")
            .ends_with("UN refugee agency (UNHCR)"));
}

TEST_CASE("attribution: dashes before the items of a list quote nobody") {
  CHECK(Claimants("- A boat sank, Norwegian police said. The envoy left.\n- It rained in Oslo.\n- "
                  "The mill burned.\n- A bridge fell.") == "Norwegian police");
}

TEST_CASE("attribution: editors of a paper, names without their letters in brackets") {
  CHECK(Claimants("Anna Berg, defence editor at the Economist, said it works.") == "Anna Berg");
  CHECK(Claimants("Portugal (85%) said it was open.") == "Portugal");
  CHECK(Claimants("The Northern Weather Office (NWO) said it would rain.") ==
        "Northern Weather Office");
}

TEST_CASE("attribution: a ministry after its minister, a knight, data that somebody provided") {
  const Analysis a = AnalyseText(
      "The Russian Defence Ministry said it fell. Norway's Defence Minister Anna Berg said it "
      "would hand "
      "over 12 tanks. They are worth 41 million euros, according to the Defence Ministry.");
  CHECK(a.attributions.back().claimant == "Defence Ministry");
  CHECK(a.attributions.back().side == Side::kAlly);
  CHECK(Claimants("Petro Bily has spoken. Sir Petro said it fell.").ends_with("Petro Bily"));
  CHECK(Claimants("According to the data previously provided by the Ukrainian Ministry of Defence, "
                  "40 came.") == "Ukrainian Defence Ministry");
  CHECK(Claimants("According to law, he leaves in May.").empty());
  CHECK(Claimants("Shells hit two farms in the Kharkiv region, that region's governor, Petro Bily, "
                  "said.") == "Petro Bily");
  CHECK(Claimants("UN monitors have verified the deaths of 198 people.") == "United Nations");
  CHECK(Claimants("Sir Keir Starmer left. Sir Keir said it fell.") == "Keir Starmer");
  CHECK(Claimants("The ship burned, Petro Bily reports, citing his own sources in the port.") ==
        "Petro Bily");
}

TEST_CASE("attribution: who counts, who is quoted per whom, and what only looks like a speaker") {
  CHECK(Claimants("The United Nations recorded at least 641 deaths in January.") ==
        "United Nations");
  CHECK(Claimants("The UN released 40 tonnes of grain.").empty());
  CHECK(Claimants("Russia took 12 villages, per DeepState, a group that maps the front.") ==
        "DeepState");
  CHECK(Claimants("It cost 40 euros per person, 4 per cent more.").empty());
  CHECK(Claimants("Dmytro Kuleba, who came as a guest, underlined his country's need for guns.") ==
        "Dmytro Kuleba");
  CHECK(Claimants("He welcomed Denmark as well as Germany's recent announced delivery.") == "He");
  CHECK(Claimants("Norway, which lies in the west, declared independence from Sweden in 1905.") ==
        "Norway");
  CHECK(Claimants("The ships will come, said two people familiar with the plan.") ==
        "two people familiar with the plan");
  CHECK(Claimants("According to the rules, he was entitled to three days.").empty());
  CHECK(Claimants("According to the lawyer, he was entitled to three days.") == "lawyer");
  CHECK(Claimants("Norway blocked the transfer of guns from Baltic states to the south.").empty());
  CHECK(Claimants("The Khortytsia group called the statement untrue.") ==
        "Khortytsia group of forces");
  const Analysis a = AnalyseText(
      "Russian troops stood in Kursk. The Air Force said Russia had launched 17 drones.");
  CHECK(a.attributions.back().side == Side::kUkraine);
}
