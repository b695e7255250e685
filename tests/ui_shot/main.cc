// claimscope_shot: acts on the interface and writes pictures of it, without a screen.
//
//   claimscope_shot [--size 1280x800] [--scale 1] [--dark] [--demo ARTICLES] [--open FILE]...
//   ACTION...
// Actions, in order: --do "set-days from=2025-05-01&to=2025-05-31"   --click LABEL   --hover LABEL
// --at X,Y
//   --drag LABEL FROM TO (parts of its width, 0 to 1)   --key Down   --type TEXT   --wheel LABEL
//   LINES   --brush FRAMES (prints what a frame of a drag over the chart costs)   --progress --shot
//   OUT.png   --items
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "assets/builtin.h"
#include "base/strings.h"
#include "tests/ui_shot/raster.h"
#include "tests/unit/ui/demo_corpus.h"
#include "ui/app.h"
#include "ui/items.h"
#include "ui/shortcuts.h"

namespace claimscope {
namespace {

struct Shot {
  float width = 1280, height = 800, scale = 1;
  bool dark = false;
  Workspace workspace;
  std::unique_ptr<App> app;

  void Start() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures |
                       ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_HasMouseCursors;
    io.IniFilename = nullptr;
    Result<FileBundle> rules = FileBundle::Open(BuiltinRules());
    static Result<FileBundle> files = FileBundle::Open(BuiltinUi());
    Result<RegionNames> names = RegionNames::Load(*rules);
    app = std::make_unique<App>(&workspace, names.ok() ? *names : RegionNames(), *files);
  }

  void Frame() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    io.DisplayFramebufferScale = {scale, scale};
    io.DeltaTime = 1.0f / 30;
    ImGui::NewFrame();
    app->Frame({width, height, scale, dark});
    ImGui::Render();
    ServeTextures(ImGui::GetDrawData());
  }
  void Frames(int count) {
    for (int i = 0; i < count; ++i) Frame();
  }

  bool Find(std::string_view label, ImVec2* min, ImVec2* max) {
    const auto* items =
        static_cast<const ItemList*>(ImGui::GetCurrentContext() != nullptr ? item_list() : nullptr);
    const ItemList::Item* item = items != nullptr ? items->Find(label) : nullptr;
    if (item == nullptr) {
      std::fprintf(stderr, "claimscope_shot: no widget \"%.*s\"\n", static_cast<int>(label.size()),
                   label.data());
      return false;
    }
    *min = item->min;
    *max = item->max;
    return true;
  }
  const ItemList* item_list();
};

}  // namespace
}  // namespace claimscope

#include <imgui_internal.h>

namespace claimscope {
namespace {

const ItemList* Shot::item_list() {
  return static_cast<const ItemList*>(ImGui::GetCurrentContext()->TestEngine);
}

void Point(Shot& shot, ImVec2 at) {
  ImGui::GetIO().AddMousePosEvent(at.x, at.y);
  shot.Frames(2);
}

void Press(Shot& shot, bool down) {
  ImGui::GetIO().AddMouseButtonEvent(0, down);
  shot.Frames(2);
}

// Of this process: what else the machine does is no part of it.
template <typename F>
double MsOf(F act) {
  const std::clock_t begin = std::clock();
  act();
  return static_cast<double>(std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
}

// What a frame costs while days are chosen by a drag: the command, the answer, the draw lists;
// without the pixels.
void Brush(Shot& shot, int frames) {
  std::vector<double> spent;
  const Day first = ParseIsoDay("2025-05-05");
  for (int i = 0; i < frames; ++i) {
    const std::string days = "from=" + FormatIsoDay(first + i % 7) +
                             "&to=" + FormatIsoDay(first + 10 + (i * 3) % 40) + "&live=1";
    spent.push_back(MsOf([&] {
      if (!shot.app->Send("set-days", days).ok()) std::fprintf(stderr, "no such days\n");
      shot.Frame();
    }));
  }
  std::sort(spent.begin(), spent.end());
  if (spent.empty()) return;
  std::printf("%llu claims, %d frames: median %.2f ms, worst %.2f ms\n",
              static_cast<unsigned long long>(shot.workspace.claim_count()), frames,
              spent[spent.size() / 2], spent.back());
}

// What frames cost until none is due, after a command and the end of reading; and what the page of
// text costs after them.
void UntilRest(Shot& shot, const std::string& command) {
  std::vector<double> spent;
  const size_t space = std::min(command.find(' '), command.size() - 1);
  shot.app->progress().running = true;
  const double sent = MsOf([&] {
    const Status status = shot.app->Send(command.substr(0, space), command.substr(space + 1));
    if (!status.ok()) std::fprintf(stderr, "claimscope_shot: %s\n", status.message().c_str());
  });
  shot.app->progress().running = false;
  double all = 0;
  while (shot.app->NeedsFrame() && spent.size() < 10'000) {
    spent.push_back(MsOf([&] { shot.Frame(); }));
    all += spent.back();
  }
  const double text = MsOf([&] { (void)shot.app->MirrorJson(0, 50); });
  std::sort(spent.begin(), spent.end());
  if (spent.empty()) return;
  std::printf("%s: sent in %.1f ms, %zu frames in %.0f ms, median %.2f, worst %.2f; as text %.2f\n",
              command.c_str(), sent, spent.size(), all, spent[spent.size() / 2], spent.back(),
              text);
}

bool Act(Shot& shot, std::string_view action, const std::vector<std::string>& words) {
  ImVec2 min, max;
  if (action == "--do") {
    const size_t space = words[0].find(' ');
    const Status status = shot.app->Send(
        words[0].substr(0, space), space == std::string::npos ? "" : words[0].substr(space + 1));
    if (!status.ok()) std::fprintf(stderr, "claimscope_shot: %s\n", status.message().c_str());
  } else if (action == "--click" || action == "--hover") {
    if (!shot.Find(words[0], &min, &max)) return false;
    Point(shot, {(min.x + max.x) / 2, (min.y + max.y) / 2});
    if (action == "--click") {
      Press(shot, true);
      Press(shot, false);
    }
    shot.Frames(20);
  } else if (action == "--at") {
    Point(shot, {std::strtof(words[0].c_str(), nullptr),
                 std::strtof(words[0].c_str() + words[0].find(',') + 1, nullptr)});
    shot.Frames(20);
  } else if (action == "--drag") {
    if (!shot.Find(words[0], &min, &max)) return false;
    const float from = std::strtof(words[1].c_str(), nullptr),
                to = std::strtof(words[2].c_str(), nullptr), y = (min.y + max.y) / 2;
    Point(shot, {min.x + (max.x - min.x) * from, y});
    Press(shot, true);
    Point(shot, {min.x + (max.x - min.x) * to, y});
    Press(shot, false);
  } else if (action == "--key") {
    const ImGuiKeyChord chord = ParseChord(words[0]);
    const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    if ((chord & ImGuiMod_Ctrl) != 0) ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
    ImGui::GetIO().AddKeyEvent(key == ImGuiKey_None ? ImGuiKey_Tab : key, true);
    shot.Frames(2);
    ImGui::GetIO().AddKeyEvent(key == ImGuiKey_None ? ImGuiKey_Tab : key, false);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
    shot.Frames(2);
  } else if (action == "--type") {
    ImGui::GetIO().AddInputCharactersUTF8(words[0].c_str());
  } else if (action == "--wheel") {
    if (!shot.Find(words[0], &min, &max)) return false;
    Point(shot, {(min.x + max.x) / 2, (min.y + max.y) / 2});
    ImGui::GetIO().AddMouseWheelEvent(0, std::strtof(words[1].c_str(), nullptr));
  } else if (action == "--progress") {
    IngestProgress& progress = shot.app->progress();
    progress.running = true;
    progress.source = "news-2025-05-21.ndjson.gz";
    progress.files_total = 1;
    progress.bytes_done = 1'400'000;
    progress.bytes_total = 3'100'000;
    progress.articles = 312;
    progress.claims = 1893;
  } else if (action == "--problems") {
    IngestProgress& progress = shot.app->progress();
    progress.skipped = 2;
    progress.repaired = 1;
    progress.problems.push_back({Problem::Kind::kSkipped, "articles.ndjson", 12, 12, 48211,
                                 "The line is not a whole JSON object."});
    progress.problems.push_back({Problem::Kind::kRepaired, "old/page.txt", 0, 0, 0,
                                 "3 bytes were not UTF-8 and show as a replacement sign."});
  } else if (action == "--sample") {
    shot.app->progress().is_sample = true;
  } else if (action == "--shot") {
    shot.Frames(3);
    if (!WritePng(Rasterize(*ImGui::GetDrawData()), words[0])) return false;
  } else if (action == "--time") {
    const auto begin = std::chrono::steady_clock::now();
    shot.Frames(100);
    const std::chrono::duration<double, std::milli> spent =
        std::chrono::steady_clock::now() - begin;
    std::printf("%.3f ms per frame\n", spent.count() / 100);
  } else if (action == "--brush") {
    Brush(shot, std::max(1, std::atoi(words[0].c_str())));
  } else if (action == "--until-rest") {
    UntilRest(shot, words[0]);
  } else if (action == "--items") {
    std::printf("%s\n", shot.app->ItemsJson().c_str());
  } else if (action == "--state") {
    std::printf("%s\n", shot.app->StateJson().c_str());
  } else {
    std::fprintf(stderr, "claimscope_shot: unknown action %.*s\n", static_cast<int>(action.size()),
                 action.data());
    return false;
  }
  shot.Frames(4);
  return true;
}

bool OpenFile(Shot& shot, const Pack& pack, const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  Pipeline pipeline(pack, {[&](std::string bytes) {
                             bool added = false;
                             if (!shot.workspace.AddSegment(std::move(bytes), &added).ok())
                               std::fprintf(stderr, "bad segment\n");
                           },
                           [](const Problem&) {}, nullptr});
  pipeline.Begin(path);
  std::vector<char> buffer(1 << 16);
  while (const size_t size = std::fread(buffer.data(), 1, buffer.size(), file))
    pipeline.Push({buffer.data(), size});
  pipeline.End();
  std::fclose(file);
  return true;
}

int Main(int argc, char** argv) {
  Shot shot;
  std::vector<std::string> files;
  int at = 1;
  bool ready = false;
  const auto start = [&] {
    if (ready) return;
    ready = true;
    if (!files.empty()) {
      Result<FileBundle> rules = FileBundle::Open(BuiltinRules());
      Result<Pack> pack = LoadPack(*rules);
      if (!pack.ok()) {
        std::fprintf(stderr, "%s\n", pack.status().message().c_str());
        std::exit(1);
      }
      for (const std::string& file : files) OpenFile(shot, *pack, file);
    }
    shot.Start();
    shot.Frames(4);
  };
  while (at < argc) {
    const std::string_view action = argv[at++];
    const auto word = [&] { return std::string(at < argc ? argv[at++] : ""); };
    if (action == "--size") {
      const std::string size = word();
      shot.width = std::strtof(size.c_str(), nullptr);
      shot.height = std::strtof(size.c_str() + size.find('x') + 1, nullptr);
    } else if (action == "--scale") {
      shot.scale = std::strtof(word().c_str(), nullptr);
    } else if (action == "--dark") {
      shot.dark = true;
    } else if (action == "--demo") {
      const int articles = std::atoi(word().c_str());
      bool added = false;
      for (int s = 0; s * 500 < articles; ++s) {
        const Status status = shot.workspace.AddSegment(
            DemoSegment(std::min(500, articles - s * 500), s + 1), &added);
        if (!status.ok()) std::fprintf(stderr, "%s\n", status.message().c_str());
      }
    } else if (action == "--open") {
      files.push_back(word());
    } else {
      start();
      std::vector<std::string> words;
      const size_t takes =
          action == "--drag"    ? 3
          : action == "--wheel" ? 2
          : (action == "--progress" || action == "--problems" || action == "--sample" ||
             action == "--items" || action == "--state" || action == "--time")
              ? 0
              : 1;
      while (words.size() < takes) words.push_back(word());
      if (!Act(shot, action, words)) return 1;
    }
  }
  shot.app.reset();
  return 0;
}

}  // namespace
}  // namespace claimscope

int main(int argc, char** argv) { return claimscope::Main(argc, argv); }
