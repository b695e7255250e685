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
  CHECK(Date("It fell on 24.02.2022 by chance.") == "2022-02-24..2022-02-24 2022-02-24");
  CHECK(Date("In June 2022 the town fell.") == "2022-06-01..2022-06-30 2022-06");
  CHECK(Date("It was taken in 2022.") == "2022-01-01..2022-12-31 2022");
}

TEST_CASE("dates: parts of months and years") {
  CHECK(Date("It began in mid-May.") == "2024-05-10..2024-05-20 2024-05");
  CHECK(Date("It began in early May.") == "2024-05-01..2024-05-10 2024-05");
  CHECK(Date("It ended at the end of April.") == "2024-04-20..2024-04-30 2024-04");
  CHECK(Date("It began on Friday (14.06).") == "2024-06-14..2024-06-14 2024-06-14");
  CHECK(Date("It began in early 2023.") == "2023-01-01..2023-03-31 2023");
  CHECK(Date("It is hoped to end late this year.") == "2024-10-01..2024-12-31 2024");
}

TEST_CASE("dates: years and days in words") {
  CHECK(Date("They left in nineteen ninety-six.") == "1996-01-01..1996-12-31 1996");
  CHECK(Date("They left in two thousand and fifteen.") == "2015-01-01..2015-12-31 2015");
  CHECK(Date("She was born on January twenty-five, nineteen eighty-six.") ==
        "1986-01-25..1986-01-25 1986-01-25");
  CHECK(Date("He lost it in two thousand battles.") == "dates: 0");
  CHECK(Date("They met by nineteen twenty-year-old trees.") != "1920-01-01..1920-12-31 1920");
}

TEST_CASE("dates: in figures, where only a day can stand") {
  CHECK(Date("The shop opened on Friday 5/31.") == "2024-05-31..2024-05-31 2024-05-31");
  CHECK(Date("The shop opened on Friday 31/5.") == "2024-05-31..2024-05-31 2024-05-31");
  // Of the two ways the one that is a Friday.
  CHECK(Date("The shop opened on Friday 7/6.") == "2024-06-07..2024-06-07 2024-06-07");
  CHECK(Date("It ran from 4/1 to 5/7.") == "2024-04-01..2024-05-07 2024-04-01/2024-05-07");
  CHECK(Date("It ran on 10/1-11/2/2017.") == "2017-10-01..2017-11-02 2017-10-01/2017-11-02");
  CHECK(Date("The vote was 7/6.") == "dates: 0");
  CHECK(Date("They took 3/4 of it.") == "dates: 0");
  CHECK(Date("The code is 133-03-03-2020.") == "dates: 0");
  CHECK(Date("It fell in 06/2008.") == "2008-06-01..2008-06-30 2008-06");
  CHECK(Date("The war of 1914-18 was long.") == "1914-01-01..1918-12-31 1914");
  CHECK(Date("They won in 2007/08.") == "2007-01-01..2008-12-31 2007");
  CHECK(Date("The law of February 2nd, '99 holds.") == "1999-02-02..1999-02-02 1999-02-02");
  CHECK(Date("Output fell in H1 2015.") == "2015-01-01..2015-06-30 2015-H1");
}

TEST_CASE("dates: units of the calendar by other names") {
  CHECK(Date("It stays shut for the rest of the week.") == "2024-06-12..2024-06-16 2024-W24");
  CHECK(Date("It stayed shut for the remainder of 2022.") == "2022-01-01..2022-12-31 2022");
  CHECK(Date("The first half of this month was dry.") == "2024-06-01..2024-06-15 2024-06");
  CHECK(Date("Output for the year to date is up.") == "2024-01-01..2024-06-12 2024");
  CHECK(Date("It began in week 12 of 2023.") == "2023-03-20..2023-03-26 2023-W12");
  CHECK(Date("They met on the second Sunday of May.") == "2024-05-12..2024-05-12 2024-05-12");
  CHECK(Date("They met on the last Friday in May.") == "2024-05-31..2024-05-31 2024-05-31");
  CHECK(Date("They met on the 5th.") == "2024-06-05..2024-06-05 2024-06-05");
  CHECK(Date("They met on the 31st of last month.") == "2024-05-31..2024-05-31 2024-05-31");
  CHECK(Date("They met on the 5th floor.") == "dates: 0");
  CHECK(Date("They met in the week before last.") == "2024-05-27..2024-06-02 2024-W22");
  CHECK(Date("Sales fell against the same month last year.") == "2023-06-01..2023-06-30 2023-06");
  CHECK(Date("It comes by year-end.") == "2024-06-12..2024-12-31 2024");
  CHECK(Date("It fell in the last days of 2015.") == "2015-12-27..2015-12-31 2015");
  CHECK(Date("They fled in the early weeks of the war.") == "2022-02-24..2022-03-17 2022-02-24");
  CHECK(Date("It will come within two weeks.") == "2024-06-12..2024-06-26 P2W");
  CHECK(Date("It fell in the early hours of Sunday.") == "2024-06-09..2024-06-09 2024-06-09");
  CHECK(Date("It fell in the first week of March 2022.") == "2022-03-01..2022-03-07 2022-W09");
  CHECK(Date("It rained in February and March.") == "2024-02-01..2024-03-31 2024-02/2024-03");
  CHECK(Date("It rained on Monday and Tuesday.") == "2024-06-10..2024-06-11 2024-06-10/2024-06-11");
  CHECK(Date("It rained in February and April.") == "dates: 2");
  CHECK(Date("It rained on May 6, 7 and 8.") == "2024-05-06..2024-05-08 2024-05-06");
  CHECK(Date("It fell on the day after Christmas.") == "2023-12-26..2023-12-26 2023-12-26");
}

TEST_CASE("dates: an apostrophe is no \"will\"") {
  CHECK(Date("The king's sons' envoy left on Monday.") == "2024-06-10..2024-06-10 2024-06-10");
  CHECK(Date("They'll meet on Monday.") == "2024-06-17..2024-06-17 2024-06-17");
}

TEST_CASE("dates: so long ago") {
  CHECK(Date("It fell two weeks and two days ago.") == "2024-05-27..2024-05-27 2024-05-27");
  CHECK(Date("It fell two to three weeks ago.") == "2024-05-22..2024-05-29 PAST_REF");
  CHECK(Date("It fell half a year ago.") == "2023-12-01..2023-12-31 2023-12");
  CHECK(Date("It fell a week ago today.") == "2024-06-05..2024-06-05 2024-06-05");
  CHECK(Date("It fell two years ago this month.") == "2022-06-01..2022-06-30 2022-06");
  CHECK(Date("It fell two years before 2015.") == "2013-01-01..2013-12-31 2013");
  CHECK(Date("It took two years, three months and four days.") == ".. P2Y3M4D");
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
  CHECK(Date("Sales fell over the past two quarters.") == "2023-10-01..2024-03-31 P2Q");
  CHECK(Date("The sum from March to date is known.") == "2024-03-01..2024-06-12 2024-03");
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
  CHECK(Date("It fell in the last week of April.") == "2024-04-24..2024-04-30 2024-W17");
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

TEST_CASE("dates: a story goes on from the day, month or year told last") {
  const auto Second = [](std::string_view text) {
    const Analysis a = AnalyseText(text);
    REQUIRE(a.dates.size() == 2);
    return FormatIsoDay(a.dates[1].days.from) + ".." + FormatIsoDay(a.dates[1].days.to);
  };
  CHECK(Second("In 2014 the bridge fell. The following year they left.") ==
        "2015-01-01..2015-12-31");
  CHECK(Second("In May 2023 the dam broke. The previous month it had rained.") ==
        "2023-04-01..2023-04-30");
  CHECK(Second("In March 2022 they took it. Six months later, they lost it.") ==
        "2022-09-01..2022-09-30");
  CHECK(Second("In 2014 it fell. Over the following three years it was built.") ==
        "2014-01-01..2017-01-01");
  CHECK(Second("In May 2023 the dam broke. In the following months towns were flooded.") ==
        "2023-06-01..2023-08-01");
  // A year is no month to count from.
  CHECK(Second("In 2014 it fell. The following month will be cold.") == "2024-07-01..2024-07-31");
}

TEST_CASE("dates: what lasts is not what was last") {
  CHECK(Date("The war will last two years.") == ".. P2Y");
  CHECK(Date("The truce did not last two weeks.") == ".. P2W");
  CHECK(Date("Talks are to last three days.") == ".. P3D");
  CHECK(Date("It rose as it did last month.") == "2024-05-01..2024-05-31 2024-05");
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
  CHECK(Date("It may come on May 16 or 17.") == "2024-05-16..2024-05-17 2024-05-16");
  CHECK(Date("They have built roads since Russia invaded Ukraine.") ==
        "2022-02-24..2024-06-12 2022-02-24");
  CHECK(Date("From 3 May to 9 May they advanced.") ==
        "2024-05-03..2024-05-09 2024-05-03/2024-05-09");
}

TEST_CASE("dates: not ages, names and figures") {
  CHECK(Date("Ivan, a driver of the 51st brigade, left.") == "dates: 0");
  CHECK(Date("They may march on the town.") == "dates: 0");
  CHECK(Date("They lost 2022 soldiers.") == "dates: 0");
}

TEST_CASE("dates: times of day") {
  CHECK(Date("It fell at 8:30 p.m. and burned.") == "2024-06-12..2024-06-12 2024-06-12T20:30");
  CHECK(Date("It fell at 10 a.m. Monday.") == "2024-06-10..2024-06-10 2024-06-10T10:00");
  CHECK(Date("It fell at 0930 GMT.") == "2024-06-12..2024-06-12 2024-06-12T09:30");
  CHECK(Date("It fell at noon.") == "2024-06-12..2024-06-12 2024-06-12T12:00");
  CHECK(Date("It fell on the morning of May 3.") == "2024-05-03..2024-05-03 2024-05-03TMO");
  CHECK(Date("It fell at three o'clock.") == "2024-06-12..2024-06-12 2024-06-12T03:00");
  CHECK(Date("It fell by dawn on Saturday.") == "dates: 2");
  CHECK(Date("It was 2:75 then.") == "dates: 0");
}

TEST_CASE("dates: holidays") {
  CHECK(Date("It fell on Christmas Day.") == "2023-12-25..2023-12-25 2023-12-25");
  CHECK(Date("It fell last Easter Sunday.") == "2024-03-31..2024-03-31 2024-03-31");
  CHECK(Date("It fell on Thanksgiving 2010.") == "2010-11-25..2010-11-25 2010-11-25");
  CHECK(Date("It fell on Memorial Day.") == "2024-05-27..2024-05-27 2024-05-27");
  CHECK(Date("It fell on Black Friday.") == "2023-11-24..2023-11-24 2023-11-24");
  CHECK(Date("They sailed to Easter Island.") == "dates: 0");
}

TEST_CASE("dates: lengths, ages, sets and times without a day") {
  CHECK(Date("A 51-year-old driver left.") == ".. P51Y");
  CHECK(Date("They fought for decades.") == ".. PXDE");
  CHECK(Date("It grew for three straight quarters.") == ".. P3Q");
  CHECK(Date("It took half an hour.") == ".. PT30M");
  CHECK(Date("It stood for a hundred years.") == ".. P100Y");
  CHECK(Date("They met on Mondays.") == ".. XXXX-WXX-1");
  CHECK(Date("A quarterly report came.") == ".. P1Q");
  CHECK(Date("It sells two tons per year.") == ".. P1Y");
  CHECK(Date("The current plan fails.") == ".. PRESENT_REF");
  CHECK(Date("It may come back in the near future.") == ".. FUTURE_REF");
  CHECK(Date("A quarter of them left.") == "dates: 0");
  CHECK(Date("Future generations will pay.") == "dates: 0");
  CHECK(Date("He told USA Today of it.") == "dates: 0");
}

TEST_CASE("dates: years before nouns, quarters, decades by name") {
  CHECK(Date("They left the 2015 nuclear deal.") == "2015-01-01..2015-12-31 2015");
  CHECK(Date("They lost the 2014 elections.") == "2014-01-01..2014-12-31 2014");
  CHECK(Date("The third-quarter profit fell.") == "2023-07-01..2023-09-30 2023-Q3");
  CHECK(Date("The year-ago quarter was better.") == "2023-01-01..2023-03-31 2023-Q1");
  CHECK(Date("It was built in the late sixties.") == "1967-07-02..1969-12-31 196");
  CHECK(Date("It was the coldest March of all.") == "2024-03-01..2024-03-31 2024-03");
}

TEST_CASE("dates: without a day of writing nothing relative is made up") {
  const std::string text = "It fell last month.";
  const Analysis a = Analyse(text, Day{}, TestPack());
  REQUIRE(a.dates.size() == 1);
  CHECK_FALSE(a.dates[0].days.known());
  CHECK(a.dates[0].value == "XXXX-XX");
}

TEST_CASE("dates: the weekday tells the year, what is to come is of no year gone by") {
  // Written on Wednesday, 12 June 2024.
  CHECK(Date("He was held on Thursday, June 22.") == "2023-06-22..2023-06-22 2023-06-22");
  CHECK(Date("He is likely to meet the envoys on Monday.") == "2024-06-17..2024-06-17 2024-06-17");
  CHECK(Date("This year, we will open the port.") == "2024-01-01..2024-12-31 2024");
  CHECK(Date("The talks could last a decade.") == ".. P1DE");
  const Analysis a = AnalyseText("He was held on 21 November 2022. He will be tried on 18 July.");
  REQUIRE(a.dates.size() == 2);
  CHECK(FormatIsoDay(a.dates[1].days.from) == "2024-07-18");
}

TEST_CASE("dates: the coming days are several, 'during the day on' says which") {
  CHECK(Date("Talks will be held in the coming days.") == "2024-06-13..2024-06-19 FUTURE_REF");
  CHECK(Date("Talks will be held in the coming weeks.") == "2024-06-13..2024-07-03 FUTURE_REF");
  CHECK(Date("Talks will be held in the coming week.") == "2024-06-17..2024-06-23 FUTURE_REF");
  CHECK(Date("It fell during the day on 9 June.") == "2024-06-09..2024-06-09 2024-06-09");
}

TEST_CASE("dates: 'in a week's time', 'next year' behind a day or a month") {
  CHECK(Date("They meet in a week's time.") == "2024-06-19..2024-06-19 2024-06-19");
  CHECK(Date("They meet in two days' time.") == "2024-06-14..2024-06-14 2024-06-14");
  CHECK(Date("They meet on 9 May next year.") == "2025-05-09..2025-05-09 2025-05-09");
  CHECK(Date("They met in June last year.") == "2023-06-01..2023-06-30 2023-06");
}

TEST_CASE("dates: names of games, lengths of calls, years before a closing quotation mark") {
  CHECK(Date("A deal may come before the Winter Games.") == "dates: 0");
  CHECK(Date("In a call that lasted over an hour he warned of it.") == ".. PT1H");
  CHECK(Date("The towns were ‘taken by troops in 2014’ or so.") == "2014-01-01..2014-12-31 2014");
}

TEST_CASE("dates: before, after, on or after, the eve: the days outside are not meant") {
  CHECK(Date("It was ours before 2017.") == "2016-12-31..2016-12-31 2017");
  CHECK(Date("It grew after February.") == "2024-03-01..2024-06-12 2024-02");
  CHECK(Date("It grew prior to May 5.") == "2024-05-04..2024-05-04 2024-05-05");
  CHECK(Date("It holds on or after May 5.") == "2024-05-05..2024-06-12 2024-05-05");
  CHECK(Date("It must open before the end of July.") == "2024-07-20..2024-07-31 2024-07");
  CHECK(Date("They met on the eve of 5 May.") == "2024-05-04..2024-05-04 2024-05-05");
  CHECK(Date("They fled in the first weeks after 24 February 2022.") ==
        "2022-02-24..2022-02-24 2022-02-24");
  CHECK(Date("It was the year before 2015.") == "2014-01-01..2014-12-31 2014");
}

TEST_CASE("dates: periods by their end, from then on, the night to a day") {
  CHECK(Date("Prices rose in the year to April.") == "2023-05-01..2024-04-30 P1Y");
  CHECK(Date("Profits fell in the three months ended March 31.") == "2024-01-01..2024-03-31 P3M");
  CHECK(Date("It rose in the week ending 9 June.") == "2024-06-03..2024-06-09 P1W");
  CHECK(Date("From 2010 onwards, prices rose.") == "2010-01-01..2024-06-12 2010");
  CHECK(Date("She led it from 2019 to the present.") == "2019-01-01..2024-06-12 2019");
  CHECK(Date("It has grown since last August.") == "2023-08-01..2024-06-12 2023-08");
  CHECK(Date("Drones came overnight on 5 June.") == "2024-06-04..2024-06-05 2024-06-05");
}

TEST_CASE("dates: old years, short years, months and feasts without capitals") {
  CHECK(Date("It was signed on 4 July 1776.") == "1776-07-04..1776-07-04 1776-07-04");
  CHECK(Date("In May 1500 people fled.") == "2024-05-01..2024-05-31 2024-05");
  CHECK(Date("It was signed in the 1800s.") == "1800-01-01..1899-12-31 18");
  CHECK(Date("It was signed on 5/28/24.") == "2024-05-28..2024-05-28 2024-05-28");
  CHECK(Date("it fell on may 5, 2023") == "2023-05-05..2023-05-05 2023-05-05");
  CHECK(Date("it fell in march") == "2024-03-01..2024-03-31 2024-03");
  CHECK(Date("it fell on good friday") == "2024-03-29..2024-03-29 2024-03-29");
  CHECK(Date("They may, 40 of them, march in Kyiv.") == "dates: 0");
  CHECK(Date("Some 5 may come.") == "dates: 0");
}

TEST_CASE("dates: what is near a day is no bound of it, other words are no months") {
  const Analysis dawn = AnalyseText("Drones came before dawn on 5 May.");
  REQUIRE(dawn.dates.size() == 2);
  for (const DateMention& date : dawn.dates) {
    CHECK(FormatIsoDay(date.days.from) == "2024-05-05");
    CHECK(FormatIsoDay(date.days.to) == "2024-05-05");
  }
  CHECK(Date("They fled soon after 24 February 2022.") == "2022-02-24..2022-02-24 2022-02-24");
  CHECK(Date("They came in May, 1700 of them on foot.") == "2024-05-01..2024-05-31 2024-05");
  CHECK(Date("She was born on 17 March, 1861.") == "1861-03-17..1861-03-17 1861-03-17");
  CHECK(Date("The next march in Oslo is near.") == "dates: 0");
  CHECK(Date("A refinery in Corpus Christi was shut.") == "dates: 0");
}

TEST_CASE("dates: since at least") {
  CHECK(Date("Since at least 2021, it has stolen cars.") == "2021-01-01..2024-06-12 2021");
}

TEST_CASE("dates: what somebody expects lies ahead") {
  CHECK(Date("Norway expects the ships to leave this week.") == "2024-06-10..2024-06-16 2024-W24");
}

TEST_CASE("dates: the war is the one that the article names, or the one told with its month") {
  CHECK(Date("Since the war began, Gaza and Israel have known no day of calm in Gaza.") ==
        "2023-10-07..2024-06-12 2023-10-07");
  CHECK(Date("Since the war began, Kyiv has known no day of calm.") ==
        "2022-02-24..2024-06-12 2022-02-24");
  CHECK(Date("They have fled since the start of the war in October 2023.")
            .find("2023-10-01..2024-06-12") == 0);
  CHECK(Date("They have fled since the start of the invasion in February 2022.")
            .find("2022-02-24..2024-06-12") == 0);
}

TEST_CASE("dates: a season before a noun names a thing, an offensive is of it") {
  CHECK(Date("The winter fuel allowance is cut.") == "dates: 0");
  CHECK(Date("The fee falls this summer.").find("2024-06-01..2024-08-31") == 0);
}

TEST_CASE("dates: what is to last, what is ordered, a year told once") {
  CHECK(Date("The trial is to last several weeks.").find("..") == 0);
  CHECK(Date("They were ordered to appear on 20 July.") == "2024-07-20..2024-07-20 2024-07-20");
  const Analysis a = AnalyseText("Raids in April and October 2023 shook it.");
  REQUIRE(a.dates.size() == 2);
  CHECK(FormatIsoDay(a.dates[0].days.from) == "2023-04-01");
}

TEST_CASE("dates: since something in a year, firsts since, quarters, deadlines") {
  CHECK(Date("It fell since the start of the civil war in 2011.").find("2011-01-01..2024-06-12") ==
        0);
  CHECK(Date("Profits fell in the March quarter.").find("2024-01-01..2024-03-31") == 0);
  CHECK(Date("We will leave by 3 July.").find("2024-06-12..2024-07-03") == 0);
  const Analysis first = AnalyseText("It is their first trophy since 2017.");
  REQUIRE(first.dates.size() == 1);
  CHECK(first.dates[0].compared);
}

TEST_CASE("dates: during a war, days that have become names, until a day to come") {
  CHECK(Date("Russia has used them during the war.").find("2022-02-24..2024-06-12") == 0);
  CHECK(Date("Russia used them throughout the course of its invasion.").find("2022-02-24..") == 0);
  CHECK(Date("He was born during the Cold War.") == "dates: 0");
  CHECK(Date("They fought during the Normandy invasion.") == "dates: 0");
  CHECK(Date("Since October 7, Israel has changed.").find("2023-10-07..2024-06-12") == 0);
  CHECK(Date("It will be held until 3 July.").find("2024-06-12..2024-07-03") == 0);
  CHECK(Date("It will not return until 3 July.").find("2024-07-03..2024-07-03") == 0);
  CHECK(Date("They met early on a Saturday morning.") == "dates: 0");
  CHECK(Date("The leaders gather for it from 15 to 17 July.").find("2024-07-15..") == 0);
  CHECK(Date("The summit is held on 15 August.").find("2024-08-15..") == 0);
  CHECK(Date("It ruled since the end of the long right-wing rule of Petro Koval in 1974.")
            .find("1974-01-01..2024-06-12") == 0);
  CHECK(Date("It fell since he was named as envoy in 2018.").find("2018-01-01..2024-06-12") == 0);
  CHECK(Date("Since his January oath, he has threatened it.").find("2024-01-01..2024-06-12") == 0);
  CHECK(Date("This is Koval's last winter in power.") == "dates: 0");
}

TEST_CASE("dates: names with a year in them, a year goes on, the decade up to now") {
  CHECK(Date("It was shown at MILTEX 2024 in Oslo.") == "dates: 0");
  CHECK(Date("The asteroid 2023 KF is far away.") == "dates: 0");
  CHECK(Date("The NATO summit in 2023 was long.").find("2023-01-01..") == 0);
  CHECK(Date("He spoke at the Annual Conference of the port.") == "dates: 0");
  CHECK(Date("The mayor told the daily.") == "dates: 0");
  CHECK(Date("The Italian daily \"Alv\" wrote it.") == "dates: 0");
  CHECK(Date("It grew over the last decade.").find("2014-06-12..2024-06-12") == 0);
  CHECK(Date("The fair runs until 27 September.").find("2024-06-12..2024-09-27") == 0);
  CHECK(Date("The truce with Israel runs until October 7.").find("2024-06-12..2024-10-07") == 0);
  CHECK(Date("He fought in Israel on October 7.").find("2023-10-07..2023-10-07") == 0);
  CHECK(Date("They are being held before a hearing on July 6.").find("2024-07-06..") == 0);
  const Analysis a = AnalyseText("In 2014 the port was sold. That same year it burnt.");
  REQUIRE(a.dates.size() == 2);
  CHECK(FormatIsoDay(a.dates[1].days.from) == "2014-01-01");
}

TEST_CASE("dates: a story of another year goes on in it; the next year as a length") {
  const Analysis a = AnalyseText(
      "On June 20, 2014, the port was taken. The ships were sold. On the night of June 27 the "
      "towers were seized. A vote was held on July 16.");
  REQUIRE(a.dates.size() == 3);
  CHECK(FormatIsoDay(a.dates[1].days.from) == "2014-06-27");
  CHECK(FormatIsoDay(a.dates[2].days.from) == "2014-07-16");
  CHECK(Date("It will grow over the next year.").find("2024-06-12..2025-06-12") == 0);
  CHECK(Date("They will meet the next year.").find("2025-01-01..2025-12-31") == 0);
}

TEST_CASE("dates: a year and a half") {
  CHECK(Date("It has grown for the past year and a half.").find("2022-12-12..2024-06-12") == 0);
  CHECK(Date("It grew over the last two and a half years.").find("2021-12-12..2024-06-12") == 0);
  CHECK(Date("It burned last month and half of it is gone.").find("2024-05-01..2024-05-31") == 0);
}
