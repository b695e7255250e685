// A page of any text: the cuts are in order, and the text is the page without them.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "tests/unit/clean/clean_testing.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace claimscope;
  RawArticle raw;
  size_t repaired = 0;
  raw.text = RepairUtf8({reinterpret_cast<const char*>(data), size}, &repaired);
  raw.title = raw.text.substr(0, 80);
  raw.date = raw.text.substr(0, 40);
  raw.url = raw.text.substr(0, 60);
  raw.is_page = size % 2 == 0;
  const std::string page = raw.text;
  const Article article = TheCleaner().Clean(std::move(raw));
  if (article.page != page || article.text != TextWithoutCuts(page, article.cuts)) std::abort();
  uint32_t end = 0;
  for (const Cut& cut : article.cuts) {
    if (cut.span.begin < end || cut.span.empty() || cut.span.end > page.size()) std::abort();
    if (!IsUtf8Boundary(page, cut.span.begin) || !IsUtf8Boundary(page, cut.span.end)) std::abort();
    end = cut.span.end;
  }
  return 0;
}
