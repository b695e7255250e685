#include "host/cli/sources.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "base/strings.h"
#include "host/cli/output.h"

namespace claimscope {
namespace {

namespace fs = std::filesystem;

constexpr size_t kPieceBytes = 1 << 18;

// Paths of the files in a folder, relative to it, with '/'.
std::vector<std::string> FilesIn(const fs::path& folder, std::error_code* error) {
  std::vector<std::string> files;
  const fs::recursive_directory_iterator end;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied,
                                      *error);
  for (; !*error && at != end; at.increment(*error)) {
    std::error_code ignored;
    if (StartsWith(at->path().filename().string(), ".")) {
      if (at->is_directory(ignored)) at.disable_recursion_pending();
    } else if (at->is_regular_file(ignored)) {
      files.push_back(at->path().lexically_relative(folder).generic_string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

struct CloseFile {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

}  // namespace

std::vector<std::string> ListSources(
    const std::vector<std::string>& paths, const std::string& output,
    const std::function<void(const std::string&, const std::string&)>& on_error) {
  const auto is_output = [&output](const std::string& source) {
    std::error_code error;
    for (const std::string& own : {output, output + kPartEnding}) {
      if (!output.empty() && fs::path(source).filename() == fs::path(own).filename() &&
          fs::equivalent(source, own, error)) {
        return true;
      }
    }
    return false;
  };
  std::vector<std::string> sources;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      sources.push_back(path);
      continue;
    }
    const std::vector<std::string> files = FilesIn(path, &error);
    if (error) on_error(path, "The folder cannot be listed: " + error.message() + ".");
    const std::string prefix = EndsWith(path, "/") ? path : path + "/";
    for (const std::string& file : files) {
      if (!is_output(prefix + file)) sources.push_back(prefix + file);
    }
  }
  return sources;
}

Status ReadInPieces(const std::string& path,
                    const std::function<bool(std::string_view)>& on_piece) {
  const std::unique_ptr<std::FILE, CloseFile> file(path == "-" ? stdin
                                                               : std::fopen(path.c_str(), "rb"));
  if (!file) return Status::Io(std::string("It cannot be opened: ") + std::strerror(errno) + ".");
  const auto piece = std::make_unique<char[]>(kPieceBytes);
  for (;;) {
    errno = 0;
    const size_t size = std::fread(piece.get(), 1, kPieceBytes, file.get());
    if (size > 0 && !on_piece({piece.get(), size})) return Status::Ok();
    if (size < kPieceBytes && std::ferror(file.get()) != 0) {
      return Status::Io(std::string("It cannot be read: ") + std::strerror(errno) + ".");
    }
    if (size == 0) return Status::Ok();
  }
}

Result<LoadedFiles> LoadTables(const std::string& folder) {
  std::error_code error;
  LoadedFiles loaded;
  for (const std::string& name : FilesIn(folder, &error)) {
    if (!EndsWith(name, ".tsv") ||
        !(StartsWith(name, "lexicon/") || StartsWith(name, "gazetteer/")))
      continue;  // such as the samples of a pack
    std::string data;
    const Status status = ReadInPieces(folder + "/" + name, [&](std::string_view piece) {
      data.append(piece);
      return true;
    });
    if (!status.ok()) return Status::Io(folder + "/" + name + ": " + status.message());
    loaded.files.emplace_back(name, std::move(data));
  }
  if (error) return Status::Io(folder + ": The folder cannot be listed: " + error.message() + ".");
  if (loaded.files.empty()) {
    return Status::NotFound(
        folder + ": There are no tables (lexicon/*.tsv, gazetteer/*.tsv) in this folder.");
  }
  return loaded;
}

}  // namespace claimscope
