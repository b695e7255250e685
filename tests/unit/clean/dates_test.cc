#include "clean/dates.h"

#include <doctest/doctest.h>

#include <string>

#include "clean/clean.h"

namespace claimscope {
namespace {

TEST_CASE("date fields in the forms sources use") {
  const char* const fields[] = {"2025-05-21",
                                "2025-05-21T15:52:42Z",
                                "2025-05-21 23:59:59+03:00",
                                "20250521T120000Z",
                                "20250521",
                                "2025/05/21",
                                "2025/5/21",
                                "Wed, 21 May 2025 14:57:43 GMT",
                                "Wed, 21 May 2025 05:17:06 -0400",
                                "21 May 2025 01:00 +1400",
                                "21 May 2025",
                                "21st of May, 2025",
                                "21-May-2025",
                                "May 21, 2025",
                                "May 21st, 2025 at 08:56PM",
                                "Wednesday, May 21, 2025",
                                "Sept",
                                "1747785600",
                                "1747785600000",
                                "21.05.2025",
                                "5/21/2025",
                                "21/05/2025",
                                "21 \u0442\u0440\u0430\u0432\u043D\u044F 2025",
                                "21 \u043C\u0430\u044F 2025 \u0433.",
                                "21. Mai 2025",
                                "21 de mayo de 2025",
                                " 2025-05-21 "};
  for (const char* field : fields) {
    CAPTURE(field);
    const Day expected = std::string(field) == "Sept" ? Day{} : DayOf({2025, 5, 21});
    CHECK(ParseDateField(field) == expected);
  }
  CHECK(ParseDateField("3/3/2025") == DayOf({2025, 3, 3}));
  CHECK(ParseDateField("Feb. 9, 2024") == DayOf({2024, 2, 9}));
}

TEST_CASE("what is no day, or could be two, stays unknown") {
  for (const char* field : {"", "yesterday", "2025", "05/06/2025", "2025-02-30", "31 June 2025",
                            "May 2025", "21 May", "12345678901234567890", "-1", "1.5", "99999999",
                            "12:30", "May 21st", "Maybe 21, 2025", "12025-05-21", "2025-05-211"}) {
    CAPTURE(field);
    CHECK_FALSE(ParseDateField(field).known());
  }
}

TEST_CASE("a date in a text: where it stands, weekday and time included") {
  const std::string text = "Jane Doe | Wednesday 21 May 2025 17:16 BST Troops";
  FoundDate date;
  REQUIRE(FindDate(text, 0, &date));
  CHECK(TextOf(text, date.span) == "Wednesday 21 May 2025 17:16 BST");
  CHECK(date.has_time);
  CHECK_FALSE(FindDate(text, date.span.end, &date));
  REQUIRE(FindDate("on May 3, 2024, and", 0, &date));
  CHECK_FALSE(date.has_time);
  CHECK_FALSE(FindDate("M2025-05-21 and 1,2025-05 21", 0, &date));
}

TEST_CASE("two readings of a date: the page may name one of them") {
  FoundDate date;
  CHECK_FALSE(FindDate("09/10/2025", 0, &date, "Nothing of a day here, not 9 nor 10."));
  CHECK_FALSE(FindDate("09/10/2025", 0, &date, "Between 10 September and 9 October they"));
  REQUIRE(FindDate("09/10/2025", 0, &date, "overnight on 9 October the plant"));
  CHECK(date.day == DayOf({2025, 10, 9}));
  REQUIRE(FindDate("09/10/2025", 0, &date, "on Sept. 10, officials said"));
  CHECK(date.day == DayOf({2025, 9, 10}));
  CHECK_FALSE(FindDate("09/10/2025", 0, &date, "Oct. 90 and 19 October"));
}

TEST_CASE("days in addresses") {
  const Day day = DayOf({2025, 7, 1});
  for (const char* url :
       {"https://a.example/2025/07/01/story", "https://a.example/world/2025/jul/01/x",
        "https://a.example/news/2025-07-01-x", "https://a.example/n-20250701.html",
        "a.example/2025/7/1/x?d=2020/01/01"}) {
    CAPTURE(url);
    CHECK(DateOfUrl(url) == day);
  }
  for (const char* url :
       {"", "https://a.example/2025/07/", "https://2025.example/07/01", "https://a.example/1961609",
        "https://a.example/2025/13/01/x", "https://a.example/x?d=2025/07/01"}) {
    CAPTURE(url);
    CHECK_FALSE(DateOfUrl(url).known());
  }
}

}  // namespace
}  // namespace claimscope
