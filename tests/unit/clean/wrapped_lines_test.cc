#include "clean/wrapped_lines.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace claimscope;

namespace {

std::string Joined(std::string page) {
  JoinWrappedLines(&page);
  return page;
}

}  // namespace

TEST_CASE("wrapped lines: paragraphs of one width are joined, byte for byte") {
  const std::string wire =
      "    The harbour of Oslo was closed on Monday after a storm had\n"
      "sunk two ferries and broken the crane that unloads the grain,\n"
      "the port said in a statement that it sent to all the towns on\n"
      "the coast.\n"
      "    It will be open again when the wrecks have been lifted, as\n"
      "soon as the weather allows the divers to work in the fairway.\n";
  const std::string joined = Joined(wire);
  CHECK(joined.size() == wire.size());
  CHECK(joined.find("had sunk two") != joined.npos);
  CHECK(joined.find("towns on the coast.\n    It will") != joined.npos);
  CHECK(joined.find("lifted, as soon") != joined.npos);
}

TEST_CASE("wide gaps: what scraped pages have for their lost line breaks") {
  const auto parted = [](std::string page) {
    PartWideGaps(&page);
    return page;
  };
  CHECK(parted("Oslo was dark.     The port is closed.") ==
        "Oslo was dark.\n    The port is closed.");
  CHECK(parted("(Daily) \r  OSLO -- Two fell.\r  \rOne left.") ==
        "(Daily)\n\r  OSLO -- Two fell.\n  \rOne left.");
  CHECK(parted("One.  Two.\r\n    \r\n    Three.    ") == "One.  Two.\r\n    \r\n    Three.    ");
  CHECK(parted("One.\u00A0 \u00A0\u00A0Two.") == "One.\n  \u00A0\u00A0Two.");
  CHECK(parted("18 dollars per barrel     will not slow it") ==
        "18 dollars per barrel     will not slow it");
  CHECK(parted("Fish shrink in warm seas     Since Monday it rains.") ==
        "Fish shrink in warm seas\n    Since Monday it rains.");
  CHECK(parted("") == "");
}

TEST_CASE("double blanks: where most sentences stand one blank apart, two end a paragraph") {
  const std::string sentence = "The harbour of Oslo was closed by a storm that came on Monday. ";
  std::string text;
  for (int i = 0; i < 20; ++i) text += sentence + (i % 5 == 4 ? " " : "");
  std::string parted = text;
  PartDoubleBlanks(&parted);
  CHECK(parted.size() == text.size());
  CHECK(std::count(parted.begin(), parted.end(), '\n') == 3);
  CHECK(parted.find("Monday.\n The") != parted.npos);
  // Typed with two blanks everywhere, and too short a line to say.
  std::string all;
  for (int i = 0; i < 20; ++i) all += sentence + " ";
  for (std::string other : {all, text.substr(0, 500), std::string()}) {
    const std::string before = other;
    PartDoubleBlanks(&other);
    CHECK(other == before);
  }
}

TEST_CASE("wrapped lines: empty lines and carriage returns") {
  const std::string mail =
      "The harbour of Oslo was closed on Monday after a storm had\r\n"
      "sunk two ferries and broken the crane that unloads grain in\r\n"
      "the port.\r\n"
      "\r\n"
      "It will be open again when the wrecks have been lifted, and\r\n"
      "as soon as the weather allows the divers to go to work down\r\n"
      "there in the fairway of the old harbour, the mayor of Oslo,\r\n"
      "Anna Berg, said.\r\n";
  const std::string joined = Joined(mail);
  CHECK(joined.size() == mail.size());
  CHECK(joined.find("had  sunk") != joined.npos);
  CHECK(joined.find("port.\r\n\r\nIt will") != joined.npos);
  CHECK(joined.find("Oslo,  Anna") != joined.npos);
}

TEST_CASE("wrapped lines: Cyrillic letters are one character each") {
  const std::string text =
      "Порт Осло зачинили в понеділок після того, як буря потопила два\n"
      "пороми та зламала кран, яким вивантажують зерно, повідомив порт\n"
      "у заяві, яку надіслали всім містам на узбережжі, і додав, що не\n"
      "знає, коли його відкриють.\n";
  CHECK(Joined(text).find("два пороми") != std::string::npos);
}

TEST_CASE("wrapped lines: other text stays as it is") {
  for (const char* text :
       {"", "One line alone.", "\n\n\n",
        // paragraphs of a line each
        "The harbour of Oslo was closed on Monday after a storm had sunk two ferries, the port "
        "said "
        "in a long statement on its site.\nIt will be open again soon.\nThe mayor was not there.\n"
        "Nobody was hurt.\nThe crane is broken.\n",
        // headlines
        "Harbour closed after the storm\nMayor visits the northern towns of the coast\n"
        "Two ferries sink\nCrane broken, grain waits in the ships for another week\n"
        "Weather: rain\nSport: the league goes on\n",
        // sentences of their own
        "The harbour of Oslo was closed on Monday after the storm.\n"
        "The crane that unloads the grain was broken by a ferry...\n"
        "It will be open again when both wrecks have been lifted.\n"
        "Nobody was hurt, and all of the sailors have been saved.\n"
        "The mayor of the town has promised to buy another crane.\n",
        // verses
        "The sea is grey,\nthe sea is wide,\nand all the day\nwe wait for the tide.\n"}) {
    CHECK(Joined(text) == text);
  }
}
