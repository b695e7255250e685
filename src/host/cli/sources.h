// The files that paths on the command line stand for, and reading them in pieces.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_bundle.h"
#include "base/status.h"

namespace claimscope {

// A folder becomes its files: with those of its folders, in the order of their paths, hidden ones
// left out, folders behind symbolic links not entered. Each is named as the path given, "/" and the
// path inside. Anything else stays as it is given. What cannot be listed is told through `on_error`
// and left out; what the run itself writes (`output`, empty: none) is no file of a folder.
std::vector<std::string> ListSources(
    const std::vector<std::string>& paths, const std::string& output,
    const std::function<void(const std::string& path, const std::string& why)>& on_error);

// Calls `on_piece` until the end, or until it returns false; "-" is standard input.
Status ReadInPieces(const std::string& path, const std::function<bool(std::string_view)>& on_piece);

// The tables of a folder, by their paths inside it ("lexicon/verbs.tsv").
struct LoadedFiles {
  std::vector<std::pair<std::string, std::string>> files;
};
Result<LoadedFiles> LoadTables(const std::string& folder);

}  // namespace claimscope
