// An export of what a link shows: the same on the page and on the command line.
#pragma once

#include "assets/builtin.h"
#include "base/file_bundle.h"
#include "exports/exports.h"
#include "ui/view.h"

namespace claimscope {

inline Result<std::unique_ptr<Export>> ExportOfView(Workspace* workspace, const RegionNames& names,
                                                    ExportFormat format, const ViewOfLink& view) {
  ExportAsked asked;
  asked.format = format;
  asked.query = view.query;
  asked.link = view.query_link;
  asked.program = "Claimscope " CLAIMSCOPE_VERSION;
  const auto note = [&](const std::string& link) {
    return asked.program + " · #" + link + " · " + std::to_string(workspace->article_count()) +
           " articles, sha256:" + CorpusHash(*workspace);
  };
  if (format == ExportFormat::kSvg || format == ExportFormat::kHtml)
    asked.chart = ChartSvg(workspace, names, view.chart_link, note(view.chart_link));
  if (format == ExportFormat::kMapSvg) {
    const auto files = FileBundle::Open(BuiltinUi());
    if (!files.ok()) return files.status();
    auto map =
        MapSvg(workspace, names, files->Find("ui/map.bin"), view.map_link, note(view.map_link));
    if (!map.ok()) return map.status();
    asked.chart = std::move(*map);
  }
  return std::make_unique<Export>(workspace, &names, std::move(asked));
}

}  // namespace claimscope
