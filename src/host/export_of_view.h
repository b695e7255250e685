// An export of what a link shows: the same on the page and on the command line.
#pragma once

#include "exports/exports.h"
#include "ui/view.h"

namespace claimscope {

inline Export ExportOfView(Workspace* workspace, const RegionNames& names, ExportFormat format,
                           const ViewOfLink& view) {
  ExportAsked asked;
  asked.format = format;
  asked.query = view.query;
  asked.link = view.query_link;
  asked.program = "Claimscope " CLAIMSCOPE_VERSION;
  if (format == ExportFormat::kSvg || format == ExportFormat::kHtml) {
    const std::string note = asked.program + " · #" + view.chart_link + " · " +
                             std::to_string(workspace->article_count()) +
                             " articles, sha256:" + CorpusHash(*workspace);
    asked.chart = ChartSvg(workspace, names, view.chart_link, note);
  }
  return Export(workspace, &names, std::move(asked));
}

}  // namespace claimscope
