// The rule pack that is built into the program, loaded once for all tests of the claims module.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "assets/builtin.h"
#include "claims/analysis.h"

namespace claimscope {

inline const RulePack& TestPack() {
  static const RulePack* pack = [] {
    auto* loaded = new RulePack;
    const Result<FileBundle> bundle = FileBundle::Open(BuiltinRules());
    REQUIRE(bundle.ok());
    const Status status = loaded->Load(*bundle);
    INFO(status.message());
    REQUIRE(status.ok());
    return loaded;
  }();
  return *pack;
}

inline Day TestDay() { return DayOf({2024, 6, 12}); }  // a Wednesday

inline Analysis AnalyseText(std::string_view text) { return Analyse(text, TestDay(), TestPack()); }

inline std::string TextAt(const Analysis& a, uint32_t begin, uint32_t end) {
  return std::string(TextOf(a.text, BytesOf(a.tokens, begin, end)));
}

inline std::vector<Claim> ClaimsOf(std::string_view text) {
  Article article;
  article.text = std::string(text);
  article.date = TestDay();
  const Analysis a = Analyse(article.text, article.date, TestPack());
  return ComposeClaims(article, a, TestPack());
}

}  // namespace claimscope
