#include "claims/dates.h"

#include "pack.h"

using namespace claimscope;

namespace {
// "from..to value" of the only date in a text, said on Wednesday, 12 June 2024.
std::string Date(std::string_view text) {
  const Analysis a = AnalyseText(text);
  if (a.dates.size() != 1) return "dates: " + std::to_string(a.dates.size());
  const DateMention& d = a.dates[0];
  return FormatIsoDay(d.days.from) + ".." + FormatIsoDay(d.days.to) + " " + d.value +
         (d.second_value.empty() ? "" : "/" + d.second_value);
}
}  // namespace

TEST_CASE("dates: explicit forms") {
  CHECK(Date("It fell on 21 May 2023.") == "2023-05-21..2023-05-21 2023-05-21");
  CHECK(Date("It fell on May 21, 2023.") == "2023-05-21..2023-05-21 2023-05-21");
  CHECK(Date("It fell on Aug. 6.") == "2023-08-06..2023-08-06 2023-08-06");
  CHECK(Date("It fell on 2023-05-21.") == "2023-05-21..2023-05-21 2023-05-21");
  CHECK(Date("It fell on 24.02.2022 at dawn.") == "2022-02-24..2022-02-24 2022-02-24");
  CHECK(Date("In June 2022 the town fell.") == "2022-06-01..2022-06-30 2022-06");
  CHECK(Date("It was taken in 2022.") == "2022-01-01..2022-12-31 2022");
}

TEST_CASE("dates: parts of months and years") {
  CHECK(Date("It began in mid-May.") == "2024-05-10..2024-05-20 2024-05");
  CHECK(Date("It began in early May.") == "2024-05-01..2024-05-10 2024-05");
  CHECK(Date("It ended at the end of April.") == "2024-04-20..2024-04-30 2024-04");
}

TEST_CASE("dates: weekdays and calendar units, from the day of writing") {
  CHECK(Date("They left on Monday.") == "2024-06-10..2024-06-10 2024-06-10");
  CHECK(Date("They will meet on Friday.") == "2024-06-14..2024-06-14 2024-06-14");
  CHECK(Date("It fell last month.") == "2024-05-01..2024-05-31 2024-05");
  CHECK(Date("It fell last week.") == "2024-06-03..2024-06-09 2024-W23");
  CHECK(Date("It fell last weekend.") == "2024-06-08..2024-06-09 2024-W23-WE");
  CHECK(Date("It fell earlier this month.") == "2024-06-01..2024-06-12 2024-06");
  CHECK(Date("So far this year they lost two towns.") == "2024-01-01..2024-06-12 2024");
  CHECK(Date("It was placed under sanctions last year.") == "2023-01-01..2023-12-31 2023");
}

TEST_CASE("dates: rolling spans and days near by") {
  CHECK(Date("They lost it over the past two months.") == "2024-04-12..2024-06-12 P2M");
  CHECK(Date("They fired within 24 hours.") == "2024-06-11..2024-06-12 PT24H");
  CHECK(Date("They fired in the past day.") == "2024-06-11..2024-06-12 P1D");
  CHECK(Date("They fired overnight.") == "2024-06-11..2024-06-12 2024-06-12");
  CHECK(Date("They fired three days ago.") == "2024-06-09..2024-06-09 2024-06-09");
  CHECK(Date("They fired yesterday.") == "2024-06-11..2024-06-11 2024-06-11");
}

TEST_CASE("dates: ordinals, halves, quarters and weeks of a longer time") {
  CHECK(Date("It fell on the second of August.") == "2023-08-02..2023-08-02 2023-08-02");
  CHECK(Date("It fell in the first half of 2023.") == "2023-01-01..2023-06-30 2023-H1");
  CHECK(Date("It fell in the third quarter of 2022.") == "2022-07-01..2022-09-30 2022-Q3");
  CHECK(Date("It fell in the last week of April.") == "2024-04-22..2024-04-28 2024-W17");
  CHECK(Date("It fell on Tuesday of last week.") == "2024-06-04..2024-06-04 2024-06-04");
  CHECK(Date("It grew in Q1 2024.") == "2024-01-01..2024-03-31 2024-Q1");
  CHECK(Date("It was built in the 1990s.") == "1990-01-01..1999-12-31 199");
}

TEST_CASE("dates: counted from another day") {
  CHECK(Date("It fell two weeks before May 13, 1999.") == "1999-04-29..1999-04-29 1999-04-29");
  CHECK(Date("They will end it in two days.") == "2024-06-14..2024-06-14 2024-06-14");
  CHECK(Date("It lasted two and a half years.") == ".. P2.5Y");
  CHECK(Date("A second wave came.") == "dates: 0");
}

TEST_CASE("dates: a year told once holds for the story") {
  const Analysis a =
      Analyse("On 24 February 2022 they came. On 3 March they left.", Day{}, TestPack());
  REQUIRE(a.dates.size() == 2);
  CHECK(a.dates[1].value == "2022-03-03");
}

TEST_CASE("dates: since and from-to") {
  CHECK(Date("They fought there June-August 2022.") == "2022-06-01..2022-08-31 2022-06/2022-08");
  CHECK(Date("They fought from next Monday to Friday.") ==
        "2024-06-17..2024-06-21 2024-06-17/2024-06-21");
  CHECK(Date("Since the beginning of May they took six villages.") ==
        "2024-05-01..2024-06-12 2024-05");
  CHECK(Date("Killed since February 2022.") == "2022-02-01..2024-06-12 2022-02");
  CHECK(Date("Lost since the start of the full-scale invasion.") ==
        "2022-02-24..2024-06-12 2022-02-24");
  CHECK(Date("From 3 May to 9 May they advanced.") ==
        "2024-05-03..2024-05-09 2024-05-03/2024-05-09");
}

TEST_CASE("dates: not ages, names and figures") {
  CHECK(Date("Ivan, a 51-year-old driver, left.") == "dates: 0");
  CHECK(Date("They may march on the town.") == "dates: 0");
  CHECK(Date("They lost 2022 soldiers.") == "dates: 0");
}

TEST_CASE("dates: without a day of writing nothing relative is made up") {
  const std::string text = "It fell last month.";
  const Analysis a = Analyse(text, Day{}, TestPack());
  REQUIRE(a.dates.size() == 1);
  CHECK_FALSE(a.dates[0].days.known());
  CHECK(a.dates[0].value == "XXXX-XX");
}
