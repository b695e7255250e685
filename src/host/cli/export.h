// `claimscope export`: a query's claims in a format of the field.
#pragma once

#include <string>
#include <string_view>

#include "engine/review.h"
#include "exports/exports.h"
#include "host/cli/options.h"
#include "host/cli/output.h"
#include "ui/view.h"

namespace claimscope {

// What was typed as --query: a link, or a search.
Result<ViewOfLink> ParseView(std::string_view query);

// Adds a file of reviews alone, as the page saves them: they win over what is known.
Status ReadReviews(const std::string& path, Reviews* reviews);

Status WriteExport(const Options& options, const ViewOfLink& view, const RegionNames& names,
                   Workspace* workspace, Reviews* reviews, Output* output);

}  // namespace claimscope
