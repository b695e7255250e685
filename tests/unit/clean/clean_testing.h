// A cleaner with the program's own rule tables.
#pragma once

#include <string>
#include <string_view>

#include "assets/builtin.h"
#include "base/file_bundle.h"
#include "clean/clean.h"

namespace claimscope {

inline const Cleaner& TheCleaner() {
  static const Cleaner cleaner = [] {
    const Result<FileBundle> rules = FileBundle::Open(BuiltinRules());
    Result<Cleaner> loaded = Cleaner::Load(*rules);
    return std::move(*loaded);
  }();
  return cleaner;
}

inline Article CleanPage(std::string_view text) {
  RawArticle raw;
  raw.id = "page";
  raw.text = text;
  raw.is_page = true;
  return TheCleaner().Clean(std::move(raw));
}

inline Article CleanRecord(std::string_view text) {
  RawArticle raw;
  raw.id = "record";
  raw.text = text;
  return TheCleaner().Clean(std::move(raw));
}

// The reason for which `piece` was cut, or "kept", or "in part".
inline std::string FateOf(const Article& article, std::string_view piece) {
  const size_t at = article.page.find(piece);
  if (at == std::string::npos) return "not in the page";
  const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + piece.size())};
  std::string fate = "kept";
  for (const Cut& cut : article.cuts) {
    if (!cut.span.Overlaps(span)) continue;
    if (!cut.span.Contains(span)) return "in part";
    fate = NameOf(cut.reason);
  }
  return fate;
}

}  // namespace claimscope
