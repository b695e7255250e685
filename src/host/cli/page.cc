#include "host/cli/page.h"

#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/markup_text.h"
#include "model/own_rules.h"

namespace claimscope {
namespace {

constexpr std::string_view kModuleBlock = "<script id=\"claimscope-module\"";
constexpr std::string_view kCorpusBlock = "<script id=\"claimscope-corpus\"";
constexpr std::string_view kBlockEnd = "</script>\n";

// gzip without a name or a time: the same bytes for the same corpus.
bool Gzip(std::string_view bytes, std::string* out) {
  z_stream stream = {};
  constexpr int kGzip = 15 + 16;
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzip, 9, Z_DEFAULT_STRATEGY) != Z_OK)
    return false;
  out->resize(deflateBound(&stream, static_cast<uLong>(bytes.size())));
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out->data());
  stream.avail_out = static_cast<uInt>(out->size());
  const bool good = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out->resize(stream.total_out);
  deflateEnd(&stream);
  return good;
}

std::string Base64(std::string_view bytes) {
  static constexpr char kDigits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (size_t i = 0; i < bytes.size(); i += 3) {
    const auto byte = [&](size_t at) {
      return at < bytes.size() ? uint32_t{static_cast<unsigned char>(bytes[at])} : 0u;
    };
    const uint32_t bits = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    for (size_t digit = 0; digit < 4; ++digit) {
      const bool there = i + digit <= bytes.size();
      out += there ? kDigits[bits >> (18 - 6 * digit) & 63] : '=';
    }
  }
  return out;
}

// What browsers take in one place of a page: half a billion letters, in base64.
constexpr uint64_t kMostPacked = 375'000'000;

std::string Megabytes(uint64_t bytes) { return std::to_string((bytes + (1 << 20) - 1) >> 20); }

Status TooLarge(uint64_t size, uint64_t most) {
  return Status::TooLarge("The corpus is too large for one page: it has " + Megabytes(size) +
                          (most == kMostPacked ? " MB packed" : " MB") + ", a page may have " +
                          Megabytes(most) +
                          ". Save it with `claimscope index` and open the file in the page, or put "
                          "it beside the hosted page.");
}

// The corpus that the page holds already goes.
void CutBlock(std::string* page) {
  const size_t begin = page->find(kCorpusBlock);
  if (begin == std::string::npos || begin > page->find(kModuleBlock)) return;
  const size_t end = page->find(kBlockEnd, begin);
  if (end != std::string::npos) page->erase(begin, end + kBlockEnd.size() - begin);
}

bool ReadFile(const std::filesystem::path& path, std::string* out) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  out->assign(std::istreambuf_iterator<char>(file), {});
  return !file.bad() && !out->empty();
}

}  // namespace

Result<std::string> ReadOfflinePage(const Options& options) {
  std::string page;
  if (!options.page.empty()) {
    if (!ReadFile(options.page, &page))
      return Status::Io(options.page + ": The page cannot be read.");
    return page;
  }
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (const auto& path : {program / "claimscope.html", program / "../../dist/claimscope.html"}) {
    if (!error && ReadFile(path, &page)) return page;
  }
  return Status::NotFound(
      "The offline page is not beside this program. Say where it is with --page "
      "dist/claimscope.html; `make web` builds it.");
}

Result<std::string> PageWithCorpus(std::string page, const std::vector<Segment>& segments,
                                   const std::string& view, const std::string& reviews,
                                   uint64_t most_bytes) {
  CutBlock(&page);
  const size_t at = page.find(kModuleBlock);
  if (at == std::string::npos)
    return Status::Unsupported("The page is no offline page of this version of Claimscope.");
  uint64_t size = 0;
  std::vector<const Segment*> pointers;
  for (const Segment& segment : segments) {
    size += segment.columns_size() + segment.words_size() + segment.text_size();
    pointers.push_back(&segment);
  }
  if (size > most_bytes) return TooLarge(size, most_bytes);
  std::string corpus;
  WriteSnapshot(pointers, OwnRules(), [&](std::string_view bytes) { corpus.append(bytes); });
  std::string packed;
  if (!Gzip(corpus, &packed) || packed.size() > kMostPacked)
    return TooLarge(packed.size(), kMostPacked);
  const std::string said = reviews.empty() ? "" : "\" data-reviews=\"" + EscapedMarkup(reviews);
  page.insert(at, std::string(kCorpusBlock) + " type=\"application/octet-stream\" data-view=\"" +
                      EscapedMarkup(view) + said + "\">" + Base64(packed) + std::string(kBlockEnd));
  return page;
}

}  // namespace claimscope
