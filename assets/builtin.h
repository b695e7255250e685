// The tables, fonts and samples of assets/ as they were at build time, linked into the program.
//
// Each view is one bundle in the format described in assets/tools/pack.mjs, valid for the life of
// the program, safe to read from any thread. A bundle's bytes are aligned to 16.
#ifndef CLAIMSCOPE_ASSETS_BUILTIN_H_
#define CLAIMSCOPE_ASSETS_BUILTIN_H_

#include <string_view>

namespace claimscope {

// Every table of assets/ by its path there ("lexicon/verbs.tsv"), and "gazetteer/places.tsv".
std::string_view BuiltinRules();

// "fonts/*.ttf", "ui/**", the sample corpus under "sample/", and under "licences/" the terms
// of what is built in, one text each.
std::string_view BuiltinUi();

}  // namespace claimscope

#endif  // CLAIMSCOPE_ASSETS_BUILTIN_H_
