// Pages of invented news, with the noise of real ones.
#include "clean/clean.h"

#include <doctest/doctest.h>

#include "clean/language.h"
#include "tests/unit/clean/clean_testing.h"

namespace claimscope {
namespace {

constexpr const char* kPage =
    "Village of Dubrivka changes hands again \u2013 The Guardian\n"
    "\n"
    "We use cookies to improve your experience.\n"
    "31.2 \u00B0C\n"
    "Friday, August 9, 2024\n"
    "Published 2 August 2024 10:02 BST\n"
    "By Jane Example | Reuters\n"
    "The army said it took Dubrivka on Thursday, losing 12 men.\n"
    "\n"
    "Read more:\n"
    "\u201CWe hold the hill,\u201D a spokesman said. No one could verify this.\n"
    "Share\n"
    "Related News\n"
    "Singer Cancels Tour After Fall\n"
    "What To Eat This Weekend\n"
    "Ten Cars That Surprised Us\n"
    "The mayor, who fled in May, said 300 people remain in the village and lack water.\n"
    "Leave a Reply\n"
    "Your email address will not be published.\n"
    "\u00A9 2024 Example Media. All rights reserved.\n";

TEST_CASE("a page keeps its story and loses its frame, each cut with a reason") {
  const Article a = CleanPage(kPage);
  CHECK(a.text ==
        "Village of Dubrivka changes hands again\n"
        "The army said it took Dubrivka on Thursday, losing 12 men.\n"
        "\u201CWe hold the hill,\u201D a spokesman said. No one could verify this.\n"
        "The mayor, who fled in May, said 300 people remain in the village and lack water.");
  CHECK(a.title == "Village of Dubrivka changes hands again");
  CHECK(a.source == "The Guardian");
  CHECK(a.date == DayOf({2024, 8, 2}));
  CHECK(a.date_basis == DateBasis::kText);
  CHECK(a.language == "en");
  CHECK(FateOf(a, "We use cookies") == "navigation");
  CHECK(FateOf(a, "31.2") == "widget");
  CHECK(FateOf(a, "Friday, August 9, 2024") == "widget");
  CHECK(FateOf(a, "Published 2 August") == "byline");
  CHECK(FateOf(a, "Ten Cars That Surprised Us") == "headlines");
  CHECK(FateOf(a, "Leave a Reply") == "sharing");
}

TEST_CASE("names stranded between two cuts of the frame go with them; a sentence stays") {
  const Article frame = CleanPage(
      "The army said it took Dubrivka on Thursday, losing 12 men. Market data provided by "
      "Example Data Ltd. All rights reserved. Example Figures Co. Manage cookies.");
  CHECK(frame.text == "The army said it took Dubrivka on Thursday, losing 12 men.");
  CHECK(FateOf(frame, "Example Figures") == "navigation");
  const Article story = CleanPage(
      "The army took Dubrivka. Sign up for our newsletter. The mayor is dead. Manage "
      "cookies. Nobody could verify this.");
  CHECK(story.text.find("The mayor is dead.") != std::string::npos);
}

TEST_CASE("the text is the page without the cuts, which are in order and do not overlap") {
  for (const char* page : {kPage, "", " \n\n ", "One line", "\r\nA story.\r\n\r\nShare\r\n",
                           "Share", "a\nShare\nb", "\u00A0x\u00A0\n\u200B\ny"}) {
    CAPTURE(page);
    const Article a = CleanPage(page);
    CHECK(a.page == page);
    CHECK(a.text == TextWithoutCuts(a.page, a.cuts));
    uint32_t end = 0;
    for (const Cut& cut : a.cuts) {
      CHECK(cut.span.begin >= end);
      CHECK(cut.span.begin < cut.span.end);
      end = cut.span.end;
    }
    CHECK(end <= a.page.size());
    CHECK(a.text.find("\n\n") == std::string::npos);
    if (!a.text.empty()) CHECK(a.text.back() != '\n');
  }
  CHECK(CleanPage("a b\r\n\r\n  c\r\n").text == "a b\nc");
}

TEST_CASE("sentences of a story that sound like notices stay") {
  for (const char* sentence : {
           "Ukraine will become a member of NATO, he said.",
           "Your support keeps us alive, the president told parliament.",
           "They got a tip that the depot was empty and sign up new men every week.",
           "More than 5,600 civilians were killed, the committee said.",
           "Images and videos of the trip showed troops near the river.",
           "Share prices fell after the strike on the port.",
           "Recommended by the general staff, the retreat saved 2,000 men.",
           "Follow the river and you reach Dubrivka, the guide wrote.",
           "Photographs taken by satellites show 40 tanks.",
           "Parliament would consent to the use of the airfield.",
           "The comment was removed, then the account.",
           "\u201CMAKE THEM LEAVE EVERY VILLAGE BY NIGHTFALL NOW\u201D was written on the wall, "
           "two men said of it.",
       }) {
    CAPTURE(sentence);
    CHECK(CleanPage(std::string("A headline of some words\n") + sentence).text.find(sentence) !=
          std::string::npos);
    CHECK(CleanRecord(sentence).text == sentence);
  }
}

TEST_CASE("notices glued to sentences in one long line") {
  const Article a = CleanRecord(
      "Please enable JavaScript in your browser settings. The army lost nine tanks near Oskil. "
      "Already a subscriber? "
      "Log in. ARMY CHIEF SAYS LOSSES OF TANKS MOUNT IN EAST Troops left the town at dawn. (Jo "
      "Doe/AFP via Getty Images) "
      "CLICK HERE TO GET THE FOX NEWS APP The governor denied it. Subscribe to our newsletter The "
      "bridge still stands. "
      "Advertisement");
  CHECK(a.text ==
        "The army lost nine tanks near Oskil. Troops left the town at dawn. The governor denied "
        "it. The bridge still "
        "stands.");
}

TEST_CASE("a credit in brackets goes, not the sentence behind it") {
  CHECK(CleanRecord("A bus burnt in Zhuravka. (Photo by A. Doe/Agency) The mayor said snow fell.")
            .text == "A bus burnt in Zhuravka. The mayor said snow fell.");
  CHECK(CleanRecord("A bus burnt in Zhuravka. (Getty) The mayor said that much snow had fallen.")
            .text == "A bus burnt in Zhuravka. The mayor said that much snow had fallen.");
}

TEST_CASE("a caption goes when the story tells the same, and stays when it adds a fact") {
  const std::string story =
      "The minister visited the ruined power station in Zhuravka on Tuesday, officials said. ";
  const Article repeat = CleanRecord(
      story +
      "Minister visited the power station in Zhuravka on Tuesday. (A. Doe/Pool via AP) Snow fell.");
  CHECK(repeat.text == story + "Snow fell.");
  // What stands before a credit without a full stop for long is no caption; the cut never splits a
  // character.
  std::string signs;
  for (int i = 0; i < 200; ++i) signs += "\uFFFD";
  CHECK(CleanRecord(story + signs + "x (A. Doe/Pool via AP) Snow fell.").text ==
        story + signs + "x Snow fell.");
  const Article fact = CleanRecord(
      story + "Rescuers carry a wounded boy through Lypky. (A. Doe/Pool via AP) Snow fell.");
  CHECK(fact.text == story + "Rescuers carry a wounded boy through Lypky. Snow fell.");
}

TEST_CASE("lists of links are known by their shape") {
  const Article a = CleanPage(
      "Army reports new losses in the east\n"
      "Nine men died near Lypky on Sunday, the general staff said in a statement.\n"
      "-\n"
      "Actor Denies Rumours Of A Second Film -\n"
      "Why Your Cat Ignores You: A Report -\n"
      "Stars Arrive In Venice For Festival -\n"
      "Chef Opens Third Restaurant In Town\n");
  CHECK(a.text ==
        "Army reports new losses in the east\n"
        "Nine men died near Lypky on Sunday, the general staff said in a statement.");
  // Bulleted facts are no links.
  const std::string facts =
      "Losses of the day:\n- 12 tanks were destroyed near Lypky.\n- 3 guns were lost.\n- 40 men "
      "died.";
  CHECK(CleanPage(facts).text == facts);
  // Clock times of a player's list.
  CHECK(CleanRecord("He left. 00:27 01:09 03:06 01:06 Live 03:25 He came back at 10:30 and 11:45.")
            .text == "He left. He came back at 10:30 and 11:45.");
}

TEST_CASE("dates of pages: the article's own line wins, nothing is made up") {
  const auto date = [](const char* page) {
    const Article a = CleanPage(page);
    return FormatIsoDay(a.date) + " " + std::string(NameOf(a.date_basis));
  };
  CHECK(date("Troops enter the town of Lypky\n date 2025-07-01 The army says it has begun to "
             "leave.") == "2025-07-01 text");
  CHECK(date("28 C\nThursday, June 20, 2024\nTroops enter the town of Lypky\nThey came at "
             "dawn.\n\nMay 31, 2024 at "
             "08:56PM\n") == "2024-05-31 text");
  CHECK(
      date("28 C\nThursday, June 20, 2024\nTroops enter the town of Lypky\nThey came at dawn.\n") ==
      "2024-06-20 text");
  CHECK(
      date(
          "Troops enter the town of Lypky\nUpdated 3 May 2024\nPublished 1 May 2024\nThey came.") ==
      "2024-05-01 text");
  CHECK(date("Troops enter the town of Lypky\nOn May 21, 2025, the army took the town, he said.") ==
        " none");
  CHECK(date("Two wars compared by those who fought\nJune 22, 1941. The first day\nThey came.") ==
        " none");
  CHECK(date("Two wars compared by those who fought\nMay 9, 1945\nIt ended.") == " none");
  CHECK(date("MOSCOW, May 26. /TASS/. The army took a town.") == " none");
  CHECK(date("title: Troops enter Lypky\nsource: Daily Example\ndate: 2024-03-02\nThey came at "
             "dawn.") == "2024-03-02 text");
  CHECK(date("Troops enter Lypky\nThe Northern Dispatch, October 8, 2024\nThey came at dawn.") ==
        "2024-10-08 text");
  CHECK(date("Troops enter Lypky\nThe Dispatch, 6:41 pm, October 8, 2024\nThey came at dawn.") ==
        "2024-10-08 text");
  CHECK(date("Troops enter Lypky\nThe Dispatch, 11:24 08.10.2024\nThey came at dawn.") ==
        "2024-10-08 text");
  CHECK(date("Troops enter Lypky\nUpdated October 8, 2024 at 4:11 p.m. EST|Published October 8, "
             "2024 at 1:36 a.m. EST\nThey came at dawn.") == "2024-10-08 text");
  CHECK(CleanPage("Troops enter Lypky\nBBC News, 8 October 2024\nThey came.").source == "BBC News");
  CHECK(CleanPage("x date 2025-07-01 The army says so.").text == "The army says so.");
  CHECK(CleanPage("A. Writer | Friday 2 May 2025 17:16 BST The army left, its staff said.").text ==
        "The army left, its staff said.");
}

TEST_CASE("title, outlet and date in the lines above the text") {
  const Article a = CleanPage(
      "Army leaves the town of Lypky\n\ndaily-example\nWed, 21 May 2025 14:57:43 GMT\n\nIt left.");
  CHECK(a.title == "Army leaves the town of Lypky");
  CHECK(a.source == "daily-example");
  CHECK(a.date == DayOf({2025, 5, 21}));
  CHECK(a.text == "Army leaves the town of Lypky\nIt left.");
}

TEST_CASE("the fields of a record come before what its text says") {
  RawArticle raw;
  raw.title = " Losses grow - Kyiv Independent ";
  raw.date = "Wed, 21 May 2025 14:57:43 GMT";
  raw.url = "https://www.bbc.co.uk/2020/01/01/x";
  raw.language = "en-GB";
  raw.text = "Nine men died.";
  Article a = TheCleaner().Clean(RawArticle(raw));
  CHECK(a.title == "Losses grow");
  CHECK(a.source == "Kyiv Independent");
  CHECK(a.date == DayOf({2025, 5, 21}));
  CHECK(a.date_basis == DateBasis::kField);
  CHECK(a.language == "en");
  raw.title = "Losses grow \u2014 mayor";
  raw.date = "some day";
  a = TheCleaner().Clean(RawArticle(raw));
  CHECK(a.title == "Losses grow \u2014 mayor");
  CHECK(a.source == "BBC News");
  CHECK(a.date == DayOf({2020, 1, 1}));
  CHECK(a.date_basis == DateBasis::kUrl);
  raw.source = "unknown-feed";
  CHECK(TheCleaner().Clean(RawArticle(raw)).source == "unknown-feed");
  raw.source = "nyt-world";
  CHECK(TheCleaner().Clean(RawArticle(raw)).source == "The New York Times");
}

TEST_CASE("a page saved under a dated name, and one that is not") {
  RawArticle raw;
  raw.is_page = true;
  raw.text = "Nine men died in the night, the mayor said.";
  raw.id = "set/2019/20230210T181500Z_GB_en_c5ff.txt";
  Article a = TheCleaner().Clean(RawArticle(raw));
  CHECK(a.date == DayOf({2023, 2, 10}));
  CHECK(a.date_basis == DateBasis::kUrl);
  raw.id = "2019/01/02/story.txt";  // the folders are the user's own
  CHECK_FALSE(TheCleaner().Clean(RawArticle(raw)).date.known());
  raw.is_page = false;  // the file of a record says nothing about the record
  raw.id = "2023-02-10.ndjson#4";
  CHECK_FALSE(TheCleaner().Clean(RawArticle(raw)).date.known());
}

TEST_CASE("languages that this tool meets") {
  CHECK(DetectLanguage("The army said that it was on the hill and in the town by the river.") ==
        "en");
  CHECK(DetectLanguage("\u0412\u0456\u0439\u0441\u044C\u043A\u043E "
                       "\u0437\u0430\u044F\u0432\u0438\u043B\u043E, \u0449\u043E "
                       "\u0432\u043E\u043D\u043E \u043D\u0430 \u0432\u0438\u0441\u043E\u0442\u0456 "
                       "\u0456 \u0432 \u043C\u0456\u0441\u0442\u0456") == "uk");
  CHECK(DetectLanguage(
            "\u0410\u0440\u043C\u0438\u044F \u0437\u0430\u044F\u0432\u0438\u043B\u0430, "
            "\u0447\u0442\u043E \u043E\u043D\u0430 "
            "\u043D\u0430 \u0432\u044B\u0441\u043E\u0442\u0435 \u0438 \u0432 "
            "\u0433\u043E\u0440\u043E\u0434\u0435, \u044D\u0442\u043E \u0431\u044B\u043B\u043E") ==
        "ru");
  // A feed states one language for all its articles.
  const std::string_view german =
      "Der Mann ist in der Stadt und die Frau ist auf dem Land, das ist nicht im Sinne von ihm.";
  CHECK(DetectLanguage(german, "en") == "de");
  CHECK(DetectLanguage(german, "nl") == "nl");
  CHECK(DetectLanguage("Die Brexit, the mayor of Bonn said, was a loss.", "en") == "en");
  CHECK(DetectLanguage("", "uk") == "uk");
  CHECK(DetectLanguage("12 34").empty());
  CHECK(DetectLanguage("").empty());
}

TEST_CASE("teasers between an article and its copyright line go, the article's own end stays") {
  std::string text;
  for (int i = 0; i < 6; ++i) {
    text +=
        "The bridge across the river was closed after heavy rains. Engineers inspected the pillars "
        "of the bridge. ";
  }
  const std::string copyright = "Copyright 2025 Example Media. All rights reserved.";
  const std::string own = "The bridge will open again once engineers finish with the pillars. ";
  const std::string teasers =
      "Singers cancel their summer concerts over illness. Fish shrink in warmer seas, according to "
      "biologists. ";
  const Article a = CleanRecord(text + own + teasers + copyright);
  CHECK(FateOf(a, "Singers cancel") == "headlines");
  CHECK(FateOf(a, "Fish shrink") == "headlines");
  CHECK(FateOf(a, "The bridge will open") == "kept");
  // One of them may share words with the article, none goes on with it.
  const std::string near = "Engineers warn of another heavy storm in northern valleys. ";
  CHECK(FateOf(CleanRecord(text + own + teasers + near + copyright), "Fish shrink") == "headlines");
  const std::string quote = "\"We shall finish nothing before spring arrives.\" ";
  CHECK(FateOf(CleanRecord(text + own + quote + teasers + copyright), "We shall") == "kept");
  // Without a line that ends the page nothing tells teasers from a story's end.
  CHECK(FateOf(CleanRecord(text + own + teasers), "Fish shrink") == "kept");
}

TEST_CASE("a line of headlines without a full stop goes, prose without one stays") {
  std::string headlines, prose;
  for (int i = 0; i < 12; ++i) {
    headlines += "Mayor of Bergen warns of floods Why Fish shrink in seas ";
    prose += "and then the water rose over the banks of it ";
  }
  const std::string story = "The bridge was closed on Monday after heavy rains.";
  const Article a = CleanRecord(headlines + "\n" + story);
  CHECK(FateOf(a, "Mayor of Bergen") == "headlines");
  CHECK(FateOf(a, "The bridge was closed") == "kept");
  CHECK(FateOf(CleanRecord("The rain fell " + prose + "\n" + story), "The rain fell") == "kept");
}

TEST_CASE("rule tables that are wrong are refused with the line") {
  const auto load = [](std::string_view phrases) {
    return Cleaner::Load(FileBundle::Of({{"lexicon/boilerplate.tsv", phrases},
                                         {"lexicon/outlets.tsv", "# name\taliases\tdomains\n"},
                                         {"lexicon/html.tsv", "# word\tuse\treason\n"},
                                         {"lexicon/meta.tsv", "# field\tname\n"}}));
  };
  CHECK(load("# pattern\twhere\tcut\treason\nshare\tline\tline\tsharing\n").ok());
  CHECK(load("# pattern\twhere\tcut\treason\nshare\there\tline\tsharing\n")
            .status()
            .message()
            .find("line 2") != std::string::npos);
  CHECK_FALSE(load("# pattern\twhere\tcut\treason\n* share\tany\tline\tsharing\n").ok());
  CHECK_FALSE(Cleaner::Load(FileBundle()).ok());
}

}  // namespace
}  // namespace claimscope
