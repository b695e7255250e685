// How words are stored: bit packing, postings, positions.
#include <doctest/doctest.h>

#include <map>

#include "base/words.h"
#include "index/postings.h"
#include "index/short_postings.h"
#include "tests/support/made_corpus.h"

namespace claimscope {
namespace {

TEST_CASE("blocks of every length and width unpack to what was packed, within their bytes") {
  Random random(1);
  for (uint32_t width = 0; width <= 32; ++width) {
    for (const size_t count : {1u, 2u, 31u, 127u, 128u}) {
      std::vector<uint32_t> values(count);
      for (uint32_t& value : values) {
        value = static_cast<uint32_t>(random.Next() & ((uint64_t{1} << width) - 1));
      }
      std::string packed;
      PackBits(values.data(), count, width, &packed);
      CHECK(packed.size() == PackedSize(count, width));
      // On the heap and exactly as long, so that a read beyond the end is seen.
      const std::vector<char> exact(packed.begin(), packed.end());
      std::vector<uint32_t> out(count, 7);
      UnpackBits(exact.data(), count, width, out.data());
      CHECK(out == values);
    }
  }
}

// What the four lanes of SIMD read at once, read bit by bit as bit_packing.h draws it.
TEST_CASE("lanes hold what a plain reading of their bits gives") {
  Random random(6);
  for (uint32_t width = 0; width <= 32; ++width) {
    std::vector<uint32_t> values(kPackedBlock);
    for (uint32_t& value : values) {
      value = static_cast<uint32_t>(random.Next() & ((uint64_t{1} << width) - 1));
    }
    std::string packed;
    PackBits(values.data(), kPackedBlock, width, &packed);
    std::vector<uint32_t> plain(kPackedBlock);
    for (size_t i = 0; i < kPackedBlock; ++i) {
      for (uint32_t bit = 0; bit < width; ++bit) {
        const size_t of_lane = i / 4 * width + bit;
        const size_t byte = (of_lane / 32 * 4 + i % 4) * 4 + of_lane % 32 / 8;
        plain[i] |= static_cast<uint32_t>(packed[byte] >> of_lane % 8 & 1) << bit;
      }
    }
    CHECK(plain == values);
  }
}

TEST_CASE("blocks with a few large values come back too, take fewer bytes, and cannot be cut") {
  Random random(3);
  for (const size_t count : {1u, 5u, 127u, 128u}) {
    for (uint32_t turn = 0; turn < 60; ++turn) {
      std::vector<uint32_t> values(count);
      for (uint32_t& value : values) {
        const uint32_t bits = random.OneIn(12) ? random.Below(33) : random.Below(1 + turn % 9);
        value = static_cast<uint32_t>(random.Next() & ((uint64_t{1} << bits) - 1));
      }
      std::string block;
      PutBlock(values.data(), count, &block);
      uint32_t widest = 0;
      for (const uint32_t value : values) widest |= value;
      CHECK(block.size() <= 1 + PackedSize(count, static_cast<uint32_t>(std::bit_width(widest))));
      const std::vector<char> exact(block.begin(), block.end());
      std::vector<uint32_t> out(count, 7);
      CHECK(GetBlock({exact.data(), exact.size()}, count, out.data()) == block.size());
      CHECK(out == values);
      CHECK(GetBlock(block, count, nullptr) == block.size());
      CHECK(GetBlock(block.substr(0, block.size() - 1), count, out.data()) == 0);
    }
  }
}

// Made postings: ascending articles with places, and how many words each article of the segment
// has.
struct MadePostings {
  std::vector<segment_format::ArticleWords> words;
  std::map<uint32_t, std::vector<uint32_t>> places;
};

MadePostings MakePostings(uint32_t articles, Random* random) {
  MadePostings made;
  uint32_t article = random->Below(5);
  for (uint32_t i = 0; i < articles; ++i, article += 1 + random->Below(40)) {
    uint32_t position = random->Below(300);
    const uint32_t times = 1 + (random->OneIn(9) ? random->Below(400) : random->Below(3));
    for (uint32_t t = 0; t < times; ++t, position += 1 + random->Below(50)) {
      made.places[article].push_back(position);
    }
    made.words.resize(article + size_t{1}, {3, 0});
    const uint32_t title = random->OneIn(4) ? made.places[article].front() + 1 : 0;
    made.words.back() = {title, made.places[article].back() + random->Below(9) - title + 1};
  }
  made.words.resize(made.words.size() + random->Below(30), {2, 7});
  return made;
}

void Write(const MadePostings& made, std::string* postings, std::string* positions) {
  PostingsWriter writer(made.words);
  size_t total = 0;
  for (const auto& [article, places] : made.places) total += places.size();
  // What was begun before leaves nothing behind.
  writer.Begin(1);
  writer.Add(0, 0);
  writer.Begin(total);
  for (const auto& [article, places] : made.places) {
    for (const uint32_t place : places) writer.Add(article, place);
  }
  CHECK(writer.article_count() == made.places.size());
  writer.Write(postings, positions);
}

void CheckUses(const MadePostings& made, const WordUses& uses) {
  REQUIRE(uses.articles.size() == made.places.size());
  auto at = made.places.begin();
  for (size_t i = 0; i < uses.articles.size(); ++i, ++at) {
    CHECK(uses.articles[i] == at->first);
    CHECK(WordUses::TimesOf(uses.codes[i]) == at->second.size());
    CHECK(WordUses::IsInTitle(uses.codes[i]) == (at->second.front() < made.words[at->first].title));
  }
}

TEST_CASE("postings and positions come back as they went in, in whole and in part") {
  Random random(2);
  for (const uint32_t articles : {256u, 257u, 384u, 1000u}) {
    const MadePostings made = MakePostings(articles, &random);
    std::string postings, positions;
    Write(made, &postings, &positions);
    WordUses uses;
    REQUIRE(ReadPostings(postings, articles, &uses));
    CheckUses(made, uses);
    BitSet marked(made.words.size() + 9);
    MarkPostings(postings, articles, 9, &marked);
    CHECK(marked.Count() == articles);
    for (const uint32_t article : uses.articles) CHECK(marked.Has(9 + article));
    uint64_t total = 0;
    for (const auto& [article, places] : made.places) total += places.size();
    for (const uint32_t step : {1u, 7u, 200u}) {
      PositionReader reader(positions, total);
      uint64_t before = 0;
      auto at = made.places.begin();
      for (uint32_t i = 0; i < articles; before += at->second.size(), ++i, ++at) {
        if (i % step != 0) continue;
        const auto times = static_cast<uint32_t>(at->second.size());
        const uint32_t* const differences = reader.Read(before, times);
        REQUIRE(differences != nullptr);
        std::vector<uint64_t> read(times), want(at->second.begin(), at->second.end());
        CHECK(PutPlaces(differences, times, 0, read.data()) == read.data() + times);
        CHECK(read == want);
      }
      if (step == 1) CHECK(reader.at_end());
    }
    CHECK_FALSE(ReadPostings(postings.substr(0, postings.size() - 1), articles, &uses));
    CHECK_FALSE(ReadPostings(postings, articles + kPackedBlock, &uses));
    CHECK_FALSE(ReadPostings(postings + "x", articles, &uses));
    PositionReader cut(std::string_view(positions).substr(0, positions.size() - 1), total);
    CHECK(cut.Read(total - 1, 1) == nullptr);
    PositionReader too_many(positions, uint64_t{1} << 40);
    CHECK(too_many.Read(0, 1) == nullptr);
  }
}

TEST_CASE("the postings of a rare word come back, within their bytes, and cannot be cut") {
  Random random(4);
  for (uint32_t turn = 0; turn < 300; ++turn) {
    const uint32_t articles = turn < 100 ? 1 + random.Below(4) : 1 + random.Below(255);
    const MadePostings made = MakePostings(articles, &random);
    std::string postings, positions;
    Write(made, &postings, &positions);
    CHECK(positions.empty());
    // On the heap and exactly as long, so that a read beyond the end is seen.
    const std::vector<char> exact(postings.begin(), postings.end());
    WordUses uses;
    REQUIRE(GetShortPostings({exact.data(), exact.size()}, articles, made.words, &uses));
    CheckUses(made, uses);
    Segment::Places read, expected;
    BitSet wanted(made.words.size());
    for (const auto& [article, places] : made.places) {
      if (turn % 2 == 1 && article % 3 == 0) continue;
      wanted.Add(article);
      for (const uint32_t place : places) expected.push_back(uint64_t{article} << 32 | place);
    }
    GetShortPlaces({exact.data(), exact.size()}, articles, made.words, wanted, &read);
    CHECK(read == expected);
    std::vector<uint32_t> alone(articles);
    CHECK(
        GetShortArticles({exact.data(), exact.size()}, articles, made.words.size(), alone.data()));
    CHECK(std::equal(alone.begin(), alone.end(), uses.articles.begin(), uses.articles.end()));
    const auto is_read = [&](std::string_view bytes, uint32_t count) {
      WordUses again;
      return GetShortPostings(bytes, count, made.words, &again);
    };
    CHECK(is_read(postings, articles));
    CHECK_FALSE(is_read(std::string_view(postings).substr(0, postings.size() - 1), articles));
    CHECK_FALSE(is_read(postings + '\0', articles));
    CHECK_FALSE(is_read(postings, 0));
    CHECK_FALSE(is_read(postings, static_cast<uint32_t>(made.words.size()) + 1));
  }
}

TEST_CASE("bytes that are no postings of a rare word are read without harm") {
  Random random(5);
  const MadePostings made = MakePostings(40, &random);
  uint32_t refused = 0;
  for (uint32_t turn = 0; turn < 2000; ++turn) {
    std::vector<char> bytes(random.Below(60));
    for (char& byte : bytes) byte = static_cast<char>(random.OneIn(3) ? 0 : random.Next());
    const uint32_t count = 1 + random.Below(200);
    WordUses uses;
    if (!GetShortPostings({bytes.data(), bytes.size()}, count, made.words, &uses)) {
      ++refused;
      continue;
    }
    CHECK(uses.articles.size() == count);
    for (const uint32_t article : uses.articles) CHECK(article < made.words.size());
  }
  CHECK(refused > 1000);
}

}  // namespace
}  // namespace claimscope
