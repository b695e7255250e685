#include "claims/quantities.h"

#include "base/strings.h"
#include "pack.h"

using namespace claimscope;

namespace {
// "value unit bound" of every figure, ranges as "low-high".
std::string Figures(std::string_view text) {
  const Analysis a = AnalyseText(text);
  std::string all;
  for (const QuantityMention& q : a.quantities) {
    if (q.article) continue;
    if (!all.empty()) all += "; ";
    all += FormatDouble(q.quantity.value);
    if (q.quantity.value_max != q.quantity.value) all += "-" + FormatDouble(q.quantity.value_max);
    all += " " + q.quantity.unit + " " + std::string(NameOf(q.quantity.bound));
  }
  return all;
}
}  // namespace

TEST_CASE("quantities: digits, words and scales with counted nouns") {
  CHECK(Figures("They shot down 53 Ukrainian drones.") == "53 drones exact");
  CHECK(Figures("about forty raids were counted") == "40 strikes about");
  CHECK(Figures("more than one million troops fell") == "1000000 people at_least");
  CHECK(Figures("twenty-five armored combat vehicles burned") == "25 vehicles exact");
  CHECK(Figures("dozens of villages lost power") == "24 settlements at_least");
  CHECK(Figures("up to 12,000 North Korean soldiers came") == "12000 people at_most");
}

TEST_CASE("quantities: measures, money, per cent, conversions in brackets") {
  CHECK(Figures("a 200 square kilometre (77.2 square miles) strip") == "200 km2 exact");
  CHECK(Figures("some 540 square miles") == "540 mi2 about");
  CHECK(Figures("nearly 10km from the border") == "10 km about");
  CHECK(Figures("a $1.5 billion package") == "1500000000 usd exact");
  CHECK(Figures("It cost millions of pounds.") == "2000000 gbp at_least");
  CHECK(Figures("It weighs hundreds of pounds.") == "200 lb at_least");
  CHECK(Figures("at least 5 per cent of output") == "5 % at_least");
}

TEST_CASE("quantities: fractions, sums and foreign money") {
  CHECK(Figures("two and a half miles away") == "2.5 mi exact");
  CHECK(Figures("half a million people fled") == "500000 people exact");
  CHECK(Figures("one hundred and two soldiers") == "102 people exact");
  CHECK(Figures("a fine of 10,000 Swiss francs") == "10000 chf exact");
  CHECK(Figures("a A$5 million loan") == "5000000 aud exact");
  CHECK(Figures("a $5 million loan") == "5000000 usd exact");
  CHECK(Figures("about $2.1bn was spent") == "2100000000 usd about");
  CHECK(Figures("thirteen dollars and forty-five cents") == "13.45 usd exact");
}

TEST_CASE("quantities: decimal commas, halves, a few hundred") {
  CHECK(Figures("The strip is 2,5 km wide.") == "2.5 km exact");
  CHECK(Figures("Houses 2,5 and 7 burned.").find("2.5") == std::string::npos);
  CHECK(Figures("It lies half a mile away.") == "0.5 mi exact");
  CHECK(Figures("A few hundred trucks burned.") == "200 vehicles at_least");
  CHECK(Figures("A million and a half people fled.") == "1500000 people exact");
  CHECK(Figures("A 500kg bomb fell.") == "500 kg exact");
}

TEST_CASE("quantities: ranges") {
  CHECK(Figures("They gave 44 kg to 50 kg of rice.") == "44-50 kg range");
  CHECK(Figures("There were five or six shots.") == "5-6 shots range");
  CHECK(Figures("between 10 and 15 missiles flew") == "10-15 missiles range");
}

TEST_CASE("quantities: letters, signs and glyphs of figures") {
  CHECK(Figures("They sold 3m tonnes of grain.") == "3000000 t exact");
  CHECK(Figures("It cost $3.4 trillion.") == "3400000000000 usd exact");
  CHECK(Figures("a $1.2-billion deal") == "1200000000 usd exact");
  CHECK(Figures("It was minus 5 degrees.") == "-5 deg exact");
  CHECK(Figures("It was 30C in the shade.") == "30 C exact");
  CHECK(Figures("They walked 2½ miles.") == "2.5 mi exact");
  CHECK(Figures("It makes 12 GW.") == "12 GW exact");
  CHECK(Figures("They paid 300bn won.") == "300000000000 krw exact");
  CHECK(Figures("They won 151 of the 300 seats.") == "151 seats exact");
  CHECK(Figures("100 or so people came") == "100 people about");
  CHECK(Figures("All of them — 900 people — left.") == "900 people exact");
  CHECK(Figures("Some ~900 people left.") == "900 people about");
  CHECK(Figures("zero cases were found") == "0 cases exact");
  CHECK(Figures("zero tolerance was shown") == "");
}

TEST_CASE("quantities: what no claim counts stands apart") {
  const auto asides = [](std::string_view text) {
    const Analysis a = AnalyseText(text);
    std::string all;
    for (const QuantityMention& q : a.asides) {
      all += FormatDouble(q.quantity.value) + " " + q.quantity.unit + " " +
             std::string(NameOf(q.quantity.bound)) + ";";
    }
    return all;
  };
  CHECK(asides("A five-storey block burned.") == "5 storeys exact;");
  CHECK(asides("A 1,200-page report came.") == "1200 pages exact;");
  CHECK(asides("More than half of them left.") == "0.5  at_least;");
  CHECK(asides("The second half was dull.") == "");
  CHECK(asides("One in five left.") == "0.2  exact;");
  CHECK(asides("They killed two in 24 hours.") == "");
  CHECK(asides("It fell twice.") == "2 times exact;");
}

TEST_CASE("quantities: names, times, ages and ordinals are none") {
  for (const char* text :
       {"A Su-34 flew.", "The G-7 met.", "Ivan Koval, 51, left.", "The 14th brigade held.",
        "At 12:30 it fell.", "He read Article 5 aloud.", "They won 3-2.", "At 2 pm it fell.",
        "A five-storey block burned.", "A Leopard 2 burned.", "It fell on 5 May 2023."}) {
    INFO(text);
    CHECK(Figures(text) == "");
  }
}

TEST_CASE("quantities: numbers of names, clocks and lives count nothing") {
  CHECK(Figures("the rider won stage 11 near Oslo") == "");
  CHECK(Figures("Section 9(2) of the act applies") == "");
  CHECK(Figures("the battles of World War Two") == "");
  CHECK(Figures("they met at 17 o'clock") == "");
  CHECK(Figures("Anna Vymysl (1839-1906) painted 80 portraits") == "80 portraits exact");
  CHECK(Figures("it is among the top five economies") == "");
}

TEST_CASE("quantities: metres, ages beside a person, people that no noun names") {
  CHECK(Figures("the wall is 12m high") == "12 m exact");
  CHECK(Figures("the crater was 5 m wide") == "5 m exact");
  CHECK(Figures("5m people left") == "5000000 people exact");
  CHECK(Figures("a girl, 10, was hurt") == "");
  CHECK(Figures("men aged 18 to 60 may not leave") == "");
  CHECK(Figures("tens of thousands fled on Monday") == "20000 people at_least");
  CHECK(Figures("billions lost on Monday") != "2000000000 people at_least");
  CHECK(Figures("the three -day summit opened") == "3 day exact");
}

TEST_CASE("quantities: thousands in words add up, group by group") {
  CHECK(Figures("one million three hundred thousand dollars were lost") == "1300000 usd exact");
  CHECK(Figures("two thousand, three hundred soldiers fell") == "2300 people exact");
  CHECK(Figures("two hundred and thirty-four thousand, five hundred and sixty-seven people fled") ==
        "234567 people exact");
  CHECK(Figures("five hundred and two thousand people fled") == "502000 people exact");
  CHECK(Figures("two thousand, three of them women, fled").find("2003") == std::string::npos);
}

TEST_CASE("quantities: below zero, powers of ten, margins, units in brackets") {
  CHECK(Figures("it fell to -10 degrees Celsius") == "-10 C exact");
  CHECK(Figures("nights of -10 to -20 degrees Celsius") == "-20--10 C range");
  CHECK(Figures("growth was -2% last year") == "-2 % exact");
  CHECK(Figures("the rise –40 tanks– was told") == "40 tanks exact");
  CHECK(Figures("it holds 3 × 10^6 cells") == "3000000 cells exact");
  CHECK(Figures("the gap is 1.2e-5 m") == FormatDouble(1.2e-5) + " m exact");
  CHECK(Figures("a bolt of 12.9 ± 0.1 mm") == "12.9 mm about");
  CHECK(Figures("the weight is 20 (kg)") == "20 kg exact");
  CHECK(Figures("a shelf of 3-1/2 inches") == "3.5 in exact");
  CHECK(Figures("a strip of 10 km-20 km") == "10-20 km range");
  CHECK(Figures("a barrel of 20 L of wine") == "20 l exact");
  CHECK(Figures("they sold 5 t-shirts").find(" t ") == std::string::npos);
  CHECK(Figures("it cost ten dollars fifty.") == "10.5 usd exact");
}

TEST_CASE("quantities: two figures joined by 'and', names that look like units or powers") {
  CHECK(Figures("between one hundred and two hundred people fled") == "100-200 people range");
  CHECK(Figures("between two thousand and three thousand people fled") == "2000-3000 people range");
  CHECK(Figures("three SEC commissioners left") == "3 people exact");
  CHECK(Figures("rooms of 2 x 10-15 metres").find("e-") == std::string::npos);
  CHECK(Figures("the strip covers 200 square kilometres, or 77 square miles") == "200 km2 exact");
  CHECK(Figures("Anna, 34 (F), was held").find(" F ") == std::string::npos);
}

TEST_CASE("quantities: how strong a force is, and who is only named by a number") {
  CHECK(Figures("a 12,000-strong force") == "12000 people exact");
  CHECK(Figures("talks between the two leaders").empty());
  CHECK(Figures("the two leaders met").find("2 ") == 0);
}

TEST_CASE("quantities: times with a point, days in brackets, ages, eras and blocks count nothing") {
  CHECK(Figures("the leaders arrive after 14.00 and leave").empty());
  CHECK(Figures("shares rose after 14.00 percent were sold") == "14 % exact");
  CHECK(Figures("it detained three men on Saturday evening (27.04)") == "3 people exact");
  CHECK(Figures("two men aged 23, 28 and 36 fled") == "2 people exact");
  CHECK(Figures("adults aged 40 to 64 and 47 percent of the young").find("47 %") !=
        std::string::npos);
  CHECK(Figures("they were 23 and 36 years old").empty());
  CHECK(Figures("a vase of 2600 to 2500 B.C. was found").find("2600") == std::string::npos);
  CHECK(Figures("on the 600 block of Main Street").empty());
}

TEST_CASE("quantities: soldiers who fight are soldiers, heads of state are people") {
  CHECK(Figures("over 300 soldiers fighting in Norway") == "300 people at_least");
  CHECK(Figures("43 heads of state came") == "43 people exact");
}

TEST_CASE("quantities: what something rose to, records, a year or two, a unit told once") {
  CHECK(Figures("support rose from 60 to 71 percent") == "71 % exact");
  CHECK(Figures("prices of 60 to 71 percent").find("range") != std::string::npos);
  CHECK(Figures("Berg beat Lind (4-7) in Oslo").empty());
  CHECK(Figures("it may take a year or two").find("2 ") == std::string::npos);
  CHECK(Figures("in year three of the invasion").empty());
  CHECK(Figures("one or both sides may leave").empty());
  CHECK(Figures("40 and 50 per cent of it").find("40 %") == 0);
  CHECK(Figures("fell by 210,000 or 1.5 per cent").find("210000 %") == std::string::npos);
}

TEST_CASE("quantities: others, counts of an offence, whoever was told before") {
  CHECK(Figures("killed Koval and two others") == "2 people exact");
  CHECK(Figures("charged with three counts of arson") == "3 counts exact");
  CHECK(Figures("one of those four was named").empty());
  CHECK(Figures("what the two of them discussed").empty());
  CHECK(Figures("42 national Jewish councils") != "42 people exact");
  CHECK(Figures("he named One Belt, One Road").empty());
}

TEST_CASE("quantities: scores of games, how many belong, what one talks about, models") {
  CHECK(Figures("Oslo lost on jury scores and its club scores now").empty());
  CHECK(Figures("scores of people") == "40 people at_least");
  CHECK(Figures("he scores three goals") == "3 goals exact");
  CHECK(Figures("nine goals and five assists") == "9 goals exact; 5 assists exact");
  CHECK(Figures("we are talking about 3994 active people") == "3994 people exact");
  CHECK(Figures("she said about 40 people") == "40 people about");
  CHECK(Figures("the Alv 1X and the Berg Model 3").empty());
  CHECK(Figures("a 55,000-member strike").find("strike") == std::string::npos);
  CHECK(Figures("dozens were killed") == "24 people at_least");
  CHECK(Figures("at least one accomplice") == "1 people at_least");
}

TEST_CASE("quantities: a figure behind its article, so many out of so many") {
  CHECK(Figures("it killed an estimated five million people") == "5000000 people about");
  CHECK(Figures("a new group of four children") == "4 people exact");
  CHECK(Figures("a Net-Zero alliance and a nine-for-nine swap").find("0 ") == std::string::npos);
  CHECK(Figures("37 out of 45 drones were shot down") == "37 drones exact");
  CHECK(Figures("8 out of every 10 customers") == "8 people exact");
  CHECK(Figures("nearly four out of five of those") == "4  about");
}

TEST_CASE("quantities: people by where they are from, ages behind a verb, years in names") {
  CHECK(Figures("59 white South Africans came") == "59 people exact");
  CHECK(Figures("some 50 Afrikaners left") == "50 people about");
  CHECK(Figures("the 30 Birds Foundation").find("people") == std::string::npos);
  CHECK(Figures("when he was 13, he left; she has turned 40.").empty());
  CHECK(Figures("he was 13 km away") == "13 km exact");
  CHECK(Figures("at MILTEX 2025 in Oslo").empty());
  CHECK(Figures("in prison number 5").empty());
}

TEST_CASE("quantities: net-zero, number one, all about; nationalities before a noun") {
  CHECK(Figures("its net-zero commitments").empty());
  CHECK(Figures("the world number one at the Open").empty());
  CHECK(Figures("it was all about two things") == "2 things exact");
  CHECK(Figures("17 Norwegians fled") == "17 people exact");
}

TEST_CASE("quantities: the text's own nouns, whose supporters they are, and what is no figure") {
  CHECK(Figures("11 mortar shells were fired") == "11 shells exact");
  CHECK(Figures("four boats and five HIMARS rockets") == "4 boats exact; 5 rockets exact");
  CHECK(Figures("NOK 2 billion") == "2000000000 nok exact");
  CHECK(Figures("hundreds of President Ola Berg's supporters") == "200 people at_least");
  CHECK(Figures("a 30-something man").empty());
  CHECK(Figures("they spoke one on one").empty());
}

TEST_CASE("quantities: halves with a hyphen, growth in brackets, pounds of money, compounds") {
  CHECK(Figures("a half-million people fled") == "500000 people exact");
  CHECK(Figures("about half-million dollars") == "500000 usd about");
  CHECK(Figures("a half-dozen boats sank") == "6 boats exact");
  CHECK(Figures("8,020 (+7) tanks were lost") == "8020 tanks exact");
  CHECK(Figures("8,020 (+7 tanks were lost") == "8020  exact; 7 tanks exact");
  CHECK(Figures("50,000 pounds, or about $66,700") == "50000 gbp exact; 66700 usd about");
  CHECK(Figures("a 500-pound bomb fell; it weighed 500 pounds (227 kg)").find("gbp") ==
        std::string::npos);
  CHECK(Figures("24 mine-clearing machines") == "24 machines exact");
}
