// What was typed after `claimscope`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/status.h"

namespace claimscope {

struct Options {
  std::string command;  // empty when only --help or --version was asked for
  std::vector<std::string> paths;
  std::string rules;        // a folder; empty: the built-in tables alone
  std::string output;       // a file; empty: standard output
  std::string report;       // a file; empty: none
  std::string map;          // "title=headline,text=story"; empty: none
  std::string layer;        // of `annotate`
  std::string date;         // of `annotate`: YYYY-MM-DD, in place of the articles' own day
  bool raw = false;         // of `annotate`: each file is one text, as it stands
  bool one_by_one = false;  // of `extract` and `clean`: print each article when it is read
  std::string query;        // of `search`, `export` and `page`
  std::string page;         // of `page`: the offline page; empty: the one built here
  std::string at_most;      // of `page`: megabytes of the corpus; empty: as many as browsers take
  std::string format;       // of `export`
  std::string reviews;      // of `export`, `index` and `page`: a file; empty: none
  bool articles = false;    // of `search`: whole articles, the best first
  std::string most;         // of `search`: how many are printed
  bool help = false;
  bool version = false;
};

// Fails with a sentence that says what is not understood.
Result<Options> ParseOptions(const std::vector<std::string>& arguments);

// What `--help` prints; of one command, or of the program when it is empty.
std::string HelpText(std::string_view command);

}  // namespace claimscope
