// A session over a made-up corpus, without a frame: commands in, state out.
#pragma once

#include <doctest/doctest.h>

#include <string_view>

#include "tests/unit/ui/demo_corpus.h"
#include "ui/commands.h"
#include "ui/session.h"

namespace claimscope {

struct DemoDesk {
  Workspace workspace;
  Session session;

  DemoDesk(int articles, int seed) : session(Fill(&workspace, articles, seed), RegionNames()) {}
  Status Do(std::string_view id, std::string_view arguments = "") {
    return RunCommand(session, id, arguments);
  }

 private:
  static Workspace* Fill(Workspace* workspace, int articles, int seed) {
    bool added = false;
    REQUIRE(workspace->AddSegment(DemoSegment(articles, seed), &added).ok());
    return workspace;
  }
};

}  // namespace claimscope
