#include "host/cli/export.h"

#include <fstream>
#include <iterator>

#include "base/strings.h"
#include "host/export_of_view.h"

namespace claimscope {

Result<ViewOfLink> ParseView(std::string_view query) {
  // A whole address may be given too.
  const size_t hash = query.find("#v1");
  if (hash != std::string_view::npos) query.remove_prefix(hash + 1);
  if (query.empty() || query == "v1" || StartsWith(query, "v1&")) return ReadView(query);
  return ViewOfSearch(query);
}

Status ReadReviews(const std::string& path, Reviews* reviews) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Status::Io("The reviews cannot be read: " + path + ".");
  const std::string lines((std::istreambuf_iterator<char>(file)), {});
  if (const size_t bad = reviews->ReadLines(lines); bad > 0 || TrimAscii(lines).empty()) {
    return Status::Invalid(path + " does not hold reviews alone: " + std::to_string(bad) +
                           " of its lines cannot be understood.");
  }
  return Status::Ok();
}

Status WriteExport(const Options& options, const ViewOfLink& view, const RegionNames& names,
                   Workspace* workspace, Reviews* reviews, Output* output) {
  const ExportKind* kind = FindExport(options.format);
  if (kind == nullptr) return Status::NotFound("There is no format \"" + options.format + "\".");
  reviews->Apply(workspace);
  const auto job = ExportOfView(workspace, names, kind->format, view);
  if (!job.ok()) return job.status();
  std::string piece;
  for (auto step = Export::Step::kMore; step == Export::Step::kMore && output->ok();) {
    piece.clear();
    step = (*job)->Next(&piece);
    output->Write(piece);
  }
  return Status::Ok();
}

}  // namespace claimscope
