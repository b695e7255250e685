// Archives: names of what is inside, damage, what unpacks to too much.
#include "tests/unit/ingest/archive_testing.h"

#include "tests/unit/ingest/reading_testing.h"

namespace claimscope {
namespace {

const Files kFiles = {{"a.txt", "The bridge is open."},
                      {"more/b.json", "[{\"text\":\"One.\"},{\"text\":\"Two.\"}]"}};

void CheckFiles(const Reading& r) {
  REQUIRE(r.articles.size() == 3);
  CHECK(r.articles[0].id == "in/a.txt");
  CHECK(r.articles[0].text == "The bridge is open.");
  CHECK(r.articles[1].id == "in/more/b.json#1");
  CHECK(r.articles[2].text == "Two.");
}

TEST_CASE("zip: stored, deflated, streamed") {
  for (ZipStyle style : {ZipStyle::kStored, ZipStyle::kDeflated, ZipStyle::kStreamed}) {
    const Reading r = Read(Zip(kFiles, style));
    CheckFiles(r);
    CHECK(r.problems.empty());
    CHECK(r.counts.format == "zip");
  }
}

TEST_CASE("tar with long names, zstd, gzip, and one inside the other") {
  CheckFiles(Read(Tar(kFiles)));
  CheckFiles(Read(Gzip(Tar(kFiles))));
  CheckFiles(Read(Zstd(Tar(kFiles))));
  CheckFiles(Read(Zstd(Gzip(Zip(kFiles)))));
  const std::string name = std::string(150, 'd') + "/x.txt";
  CHECK(Read(Tar({{name, "Some text."}})).articles.at(0).id == "in/" + name);
  const Reading nested = Read(Zip({{"inner.zip", Zip(kFiles)}, {"c.txt", "Last."}}));
  REQUIRE(nested.articles.size() == 4);
  CHECK(nested.articles[0].id == "in/inner.zip/a.txt");
  CHECK(Read(Zstd("Plain.") + Zstd(" More.")).articles.at(0).text == "Plain. More.");
}

TEST_CASE("folders and hidden files of an archive are passed over") {
  const Reading r = Read(Zip({{"dir/", ""},
                              {"__MACOSX/._a.txt", "x"},
                              {".git/config", "x"},
                              {"dir/a.txt", "The bridge is open."}}));
  CHECK(r.articles.size() == 1);
  CHECK(r.problems.empty());
}

TEST_CASE("cut off at any byte: what stands whole is kept, the rest is said") {
  for (const std::string& whole :
       {Zip(kFiles), Zip(kFiles, ZipStyle::kStreamed), Tar(kFiles), Zstd(Tar(kFiles))}) {
    for (size_t size = 40; size < whole.size(); size += 7) {
      const std::string part = whole.substr(0, size);
      const Reading r = ReadInPieces(part, part.size());
      CHECK(r.articles.size() + r.problems.size() > 0);
      CHECK(Describe(ReadInPieces(part, 3)) == Describe(r));
    }
  }
}

TEST_CASE("a damaged file of a zip does not take the others along") {
  std::string zip =
      Zip({{"a.txt", "The bridge is open."}, {"b.txt", "The road is not."}, {"c.txt", "The rest."}},
          ZipStyle::kDeflated);
  zip[zip.find("b.txt") + 5] = '\x07';  // no such block of deflate
  const Reading r = Read(zip);
  REQUIRE(r.articles.size() == 2);
  CHECK(r.articles[1].id == "in/c.txt");
  CHECK(r.problems.size() >= 1);
  CHECK(r.problems[0].source == "in/b.txt");
  std::string wrong = Zip({{"a.txt", "The bridge is open."}});
  wrong[wrong.find("bridge")] = 'f';
  CHECK(Read(wrong).problems.at(0).reason.find("checksum") != std::string::npos);
}

TEST_CASE("what cannot be read in an archive is named") {
  CHECK(Read(Zip({{"a.txt", "x"}}, ZipStyle::kPassword)).problems.at(0).reason.find("password") !=
        std::string::npos);
  CHECK(Read(Zip({{"[Content_Types].xml", "<x/>"}})).problems.at(0).reason.find("office") !=
        std::string::npos);
  CHECK(Read(std::string("PK\5\6", 4) + std::string(18, '\0')).problems.size() == 1);
  const Reading empty = Read(Tar({{"a.txt", ""}}));
  CHECK(empty.problems.at(0).source == "in/a.txt");
}

TEST_CASE("archives in archives end somewhere") {
  std::string bytes = "The innermost text.";
  for (int i = 0; i < 20; ++i) bytes = Zip({{"a", bytes}});
  const Reading r = Read(bytes);
  CHECK(r.articles.empty());
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].reason.find("nested too deeply") != std::string::npos);
  std::string mail = "The innermost text.";
  for (int i = 0; i < 20; ++i) {
    mail = "MIME-Version: 1.0\nContent-Type: text/plain\n\n" + mail;
  }
  CHECK(Read(mail).problems.at(0).reason.find("nested too deeply") != std::string::npos);
}

// A frame of zstd whose blocks of three bytes stand for 128 kB each.
TEST_CASE("a bomb is refused with a message, and what stood before it is kept") {
  std::string bomb("\x28\xB5\x2F\xFD\x00\x58", 6);
  for (int i = 0; i < 2000; ++i) bomb += Number((128u << 10) << 3 | 2, 3) + "a";
  bomb += Number(1, 3);
  const Reading r = ReadInPieces(Tar({{"a.txt", "The bridge is open."}, {"b.txt", bomb}}), 4096);
  CHECK(r.articles.at(0).text == "The bridge is open.");
  REQUIRE(r.problems.size() >= 1);
  CHECK(r.problems[0].reason.find("250 times") != std::string::npos);
}

}  // namespace
}  // namespace claimscope
