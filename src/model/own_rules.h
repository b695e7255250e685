// Rules of the user's own, in place of the built-in tables of the same name: which ones the claims
// at hand were read with. They travel with saved corpora, so that kinds and sides keep their names
// and further articles are read alike wherever the corpus is opened.
//
// One set holds for the whole process, as the names of kinds and sides do (names.h).
#pragma once

#include <string>
#include <string_view>

#include "base/file_bundle.h"
#include "base/status.h"

namespace claimscope {

// A file of the bundle beside the tables: what the rules are called, the name of their folder.
inline constexpr std::string_view kRulesName = "name";
// More is no folder of rules.
inline constexpr size_t kMostRulesBytes = 32u << 20;

// A bundle (base/file_bundle.h) of one's own tables; empty: none but the built-in ones. Their kinds
// and sides are called so from now on. Fails with the table and line that is wrong, or when it is
// no bundle, and leaves everything as it was.
Status UseOwnRules(std::string bundle);
// As given.
const std::string& OwnRules();
// "epidemic"; empty for the built-in rules alone.
std::string_view OwnRulesName();
// Whether two bundles have the same tables, whatever they are called.
bool IsSameRules(std::string_view a, std::string_view b);
// "the rules “epidemic”", or "the built-in rules": what a message calls a bundle.
std::string NameRules(std::string_view bundle);

// The tables of `own` over those of `base`, both by their paths ("lexicon/verbs.tsv"). Fails when
// one of them is no table that `base` knows: a name misspelt would else do nothing and say nothing.
Result<FileBundle> OverlayTables(const FileBundle& base, const FileBundle& own);

}  // namespace claimscope
