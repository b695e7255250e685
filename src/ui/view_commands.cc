#include <algorithm>

#include "base/strings.h"
#include "ui/command_handlers.h"
#include "ui/reading_report.h"

namespace claimscope {
namespace {

template <typename E>
Status ReadNamed(const Arguments& arguments, std::string_view argument, E* out) {
  const std::string_view name = arguments.Get(argument);
  if (FromName(name, out)) return Status::Ok();
  return Status::Invalid("\"" + std::string(name) + "\" is not a possible value of \"" +
                         std::string(argument) + "\".");
}

Status AskHost(Session& session, HostRequest what) {
  session.requests.push_back({what, {}});
  return Status::Ok();
}

}  // namespace

Status OpenFiles(Session& session, const Arguments&) {
  return AskHost(session, HostRequest::kOpenFiles);
}
Status OpenFolder(Session& session, const Arguments&) {
  return AskHost(session, HostRequest::kOpenFolder);
}

Status Cancel(Session& session, const Arguments&) {
  if (!session.progress.running) return Status::NotFound("Nothing is being read.");
  return AskHost(session, HostRequest::kCancelIngest);
}

Status FocusSearch(Session& session, const Arguments&) {
  ++session.state.search_focus;
  return Status::Ok();
}

Status NextPanel(Session& session, const Arguments&) {
  ++session.panel_steps;
  return Status::Ok();
}
Status PreviousPanel(Session& session, const Arguments&) {
  --session.panel_steps;
  return Status::Ok();
}

Status SetView(Session& session, const Arguments& arguments) {
  return ReadNamed(arguments, "view", &session.state.view);
}

Status ShowClaims(Session& session, const Arguments&) {
  session.state.view = View::kClaims;
  return Status::Ok();
}
Status ShowContext(Session& session, const Arguments&) {
  session.state.view = View::kContext;
  return Status::Ok();
}
Status ShowCompare(Session& session, const Arguments&) {
  session.state.view = View::kCompare;
  return Status::Ok();
}
Status ShowOverview(Session& session, const Arguments&) {
  session.state.view = View::kOverview;
  return Status::Ok();
}

Status SortContext(Session& session, const Arguments& arguments) {
  return ReadNamed(arguments, "by", &session.state.context_sort);
}

Status SaveCorpus(Session& session, const Arguments&) {
  if (session.workspace().article_count() == 0)
    return Status::NotFound("There is nothing to save.");
  return AskHost(session, HostRequest::kSaveCorpus);
}

Status SaveReport(Session& session, const Arguments&) {
  session.requests.push_back(
      {HostRequest::kSaveFile, "claimscope-report.txt\n" + ReadingReport(session)});
  return Status::Ok();
}

// The column sorted by already is turned round, as readers expect of a table's head.
Status SortTable(Session& session, const Arguments& arguments) {
  SortBy by;
  if (Status status = ReadNamed(arguments, "by", &by); !status.ok()) return status;
  const std::string_view order = arguments.Get("order");
  if (arguments.Has("order") && order != "up" && order != "down") {
    return Status::Invalid("\"" + std::string(order) + "\" is not a possible value of \"order\".");
  }
  AppState& state = session.state;
  // The latest first, names from the first letter on.
  const bool usual = by == SortBy::kTime;
  state.descending = arguments.Has("order") ? order == "down"
                     : state.sort == by     ? !state.descending
                                            : usual;
  state.sort = by;
  return Status::Ok();
}

Status ToggleFilters(Session& session, const Arguments&) {
  bool& open = session.narrow ? session.state.drawer_open : session.state.filters_open;
  open = !open;
  return Status::Ok();
}

Status ShowFilters(Session& session, const Arguments&) {
  (session.narrow ? session.state.drawer_open : session.state.filters_open) = true;
  return Status::Ok();
}

Status ResizePanel(Session& session, const Arguments& arguments) {
  double size = 0;
  if (!ParseDouble(arguments.Get("size"), &size) || !(size >= 0 && size <= 10000)) {
    return Status::Invalid("\"" + std::string(arguments.Get("size")) + "\" is not a size.");
  }
  PanelSizes& sizes = session.state.sizes;
  const std::string_view panel = arguments.Get("panel");
  float* const target = panel == "filters"  ? &sizes.filters
                        : panel == "reader" ? &sizes.reader
                        : panel == "chart"  ? &sizes.chart
                                            : nullptr;
  if (target == nullptr)
    return Status::NotFound("There is no panel \"" + std::string(panel) + "\".");
  *target = static_cast<float>(size);
  return Status::Ok();
}

Status ToggleProblems(Session& session, const Arguments&) {
  session.state.problems_open = !session.state.problems_open;
  return Status::Ok();
}

Status CloseOpening(Session& session, const Arguments&) {
  session.opening.Close();
  return Status::Ok();
}

Status CloseNotice(Session& session, const Arguments&) {
  session.state.sample_notice_closed = true;
  return Status::Ok();
}

Status ShowAsText(Session& session, const Arguments&) {
  return AskHost(session, HostRequest::kShowText);
}

Status SetTheme(Session& session, const Arguments& arguments) {
  return ReadNamed(arguments, "theme", &session.state.theme);
}

Status TogglePalette(Session& session, const Arguments&) {
  session.state.palette_open = !session.state.palette_open;
  session.state.help_open = false;
  return Status::Ok();
}

Status ToggleHelp(Session& session, const Arguments&) {
  session.state.help_open = !session.state.help_open;
  session.state.help_on_search = session.state.palette_open = false;
  return Status::Ok();
}

Status SearchHelp(Session& session, const Arguments&) {
  session.state.help_open = session.state.help_on_search = true;
  session.state.palette_open = false;
  return Status::Ok();
}

Status StepBack(Session& session, const Arguments&) {
  AppState& state = session.state;
  if (state.palette_open) {
    state.palette_open = false;
  } else if (state.help_open) {
    state.help_open = false;
  } else if (state.export_open) {
    state.export_open = false;
  } else if (state.problems_open) {
    state.problems_open = false;
  } else if (state.drawer_open) {
    state.drawer_open = false;
  } else if (state.reader_open && state.correcting) {
    state.correcting = false;
  } else if (state.reader_open && state.source_open) {
    state.source_open = false;
  } else if (state.reader_open && !state.beside.empty()) {
    state.beside.clear();
  } else if (state.reader_open) {
    state.reader_open = false;
  } else if (!state.query.text.empty()) {
    session.history.Remember(state, 0);
    state.query.text.clear();
    session.Tell("Search cleared", "undo");
  }
  return Status::Ok();
}

}  // namespace claimscope
