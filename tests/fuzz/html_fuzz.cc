// Any bytes as HTML: the cuts are in order, and every place in the text leads back into the page.
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
  raw.is_html = true;
  raw.is_page = size % 4 != 0;
  const std::string html = raw.text;
  const Article article = TheCleaner().Clean(std::move(raw));
  if (article.text != TextWithoutCuts(article.page, article.cuts)) std::abort();
  uint32_t end = 0;
  for (const Cut& cut : article.cuts) {
    if (cut.span.begin < end || cut.span.empty() || cut.span.end > article.page.size())
      std::abort();
    if (!IsUtf8Boundary(article.page, cut.span.begin)) std::abort();
    end = cut.span.end;
  }
  end = 0;
  for (const SourceRun& run : article.source_runs) {
    if (run.page < end || run.page >= article.page.size() || run.source > html.size()) std::abort();
    end = run.page + 1;
  }
  return 0;
}
