// How words are stored: bit packing, postings, positions.
#include <doctest/doctest.h>

#include <map>

#include "base/words.h"
#include "index/postings.h"
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

struct Place {
  uint32_t article, position;
  bool in_title;
};

TEST_CASE("postings and positions come back as they went in, in whole and in part") {
  Random random(2);
  for (const uint32_t articles : {1u, 3u, 128u, 129u, 1000u}) {
    PostingsWriter writer;
    std::map<uint32_t, std::vector<uint32_t>> expected;
    std::map<uint32_t, bool> in_title;
    uint32_t article = random.Below(5);
    for (uint32_t i = 0; i < articles; ++i, article += 1 + random.Below(40)) {
      uint32_t position = random.Below(300);
      const uint32_t times = 1 + (random.OneIn(9) ? random.Below(400) : random.Below(3));
      in_title[article] = random.OneIn(4);
      for (uint32_t t = 0; t < times; ++t, position += 1 + random.Below(50)) {
        writer.Add(article, position, t == 0 && in_title[article]);
        expected[article].push_back(position);
      }
    }
    CHECK(writer.article_count() == articles);
    std::string postings, positions;
    writer.Write(&postings, &positions);
    CHECK(writer.article_count() == 0);

    WordUses uses;
    REQUIRE(ReadPostings(postings, articles, &uses));
    REQUIRE(uses.articles.size() == articles);
    uint64_t total = 0;
    auto at = expected.begin();
    for (uint32_t i = 0; i < articles; ++i, ++at) {
      CHECK(uses.articles[i] == at->first);
      CHECK(WordUses::TimesOf(uses.codes[i]) == at->second.size());
      CHECK(WordUses::IsInTitle(uses.codes[i]) == in_title[at->first]);
      total += at->second.size();
    }
    for (const uint32_t step : {1u, 7u, 200u}) {
      PositionReader reader(positions, total);
      std::vector<uint32_t> read;
      uint64_t before = 0;
      at = expected.begin();
      for (uint32_t i = 0; i < articles; before += at->second.size(), ++i, ++at) {
        if (i % step != 0) continue;
        REQUIRE(reader.Read(before, static_cast<uint32_t>(at->second.size()), &read));
        CHECK(read == at->second);
      }
      if (step == 1) CHECK(reader.at_end());
    }
    CHECK_FALSE(ReadPostings(postings.substr(0, postings.size() - 1), articles, &uses));
    CHECK_FALSE(ReadPostings(postings, articles + kPackedBlock, &uses));
    CHECK_FALSE(ReadPostings(postings + "x", articles, &uses));
    PositionReader cut(std::string_view(positions).substr(0, positions.size() - 1), total);
    std::vector<uint32_t> read;
    CHECK_FALSE(cut.Read(total - 1, 1, &read));
  }
}

}  // namespace
}  // namespace claimscope
