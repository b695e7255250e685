#include "host/web/window.h"

#define SDL_MAIN_HANDLED
#include <GLES3/gl3.h>
#include <SDL.h>
#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "base/json_writer.h"
#include "host/web/abi.h"

namespace claimscope {
namespace {

constexpr char kCanvas[] = "#canvas";
constexpr char kKeyElement[] = "#stage";
// The event's own frame, one in which windows find their size, one in which their contents do.
constexpr int kSettlingFrames = 3;
// A text cursor blinks with a period of 1.2 s, two thirds of it visible.
constexpr int kBlinkMs = 400;
// After a sleep the clock has run on; nothing that fades or repeats should see that as one long
// frame.
constexpr float kLongestStepSeconds = 0.1f;

Window* g_window = nullptr;

Status SdlError(const char* what) {
  return Status::Unsupported(std::string(what) + SDL_GetError());
}

}  // namespace

Result<Window*> Window::Open(WindowSize size, bool is_mac) {
  SDL_SetMainReady();
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kKeyElement);
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_ASYNCIFY, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return SdlError("The canvas could not be set up. ");
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  auto* window = new Window();
  // Neither resizable nor high-DPI for SDL: it would size the canvas by window.resize alone, and
  // ImGui's SDL back end would then count the pixel ratio twice. Resize below does both, exactly;
  // a first size near it spares the browser a new picture buffer.
  const auto css = [&](int px) {
    return std::max(1, static_cast<int>(std::lround(static_cast<float>(px) / size.scale)));
  };
  window->window_ = SDL_CreateWindow("Claimscope", 0, 0, css(size.width_px), css(size.height_px),
                                     SDL_WINDOW_OPENGL);
  if (!window->window_) return SdlError("The canvas could not be opened. ");
  window->context_ = SDL_GL_CreateContext(window->window_);
  if (!window->context_) return SdlError("The browser gives no WebGL 2. ");

  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigMacOSXBehaviors = is_mac;
  if (!ImGui_ImplSDL2_InitForOpenGL(window->window_, window->context_) ||
      !ImGui_ImplOpenGL3_Init("#version 300 es")) {
    return Status::Unsupported("The browser's WebGL 2 could not be used.");
  }
  g_window = window;
  window->Listen();
  window->Resize(size);
  return window;
}

void Window::Listen() {
  SDL_AddEventWatch(
      [](void* self, SDL_Event* event) {
        // The sentinel is SDL's own mark in the queue, pushed by the very poll that empties it.
        if (event->type != SDL_POLLSENTINEL) static_cast<Window*>(self)->Settle();
        return 0;
      },
      this);
  emscripten_set_webglcontextlost_callback(kCanvas, this, false, [](int, const void*, void* self) {
    static_cast<Window*>(self)->OnContextLost();
    return EM_BOOL{true};
  });
  emscripten_set_webglcontextrestored_callback(kCanvas, this, false,
                                               [](int, const void*, void* self) {
                                                 static_cast<Window*>(self)->OnContextRestored();
                                                 return EM_BOOL{true};
                                               });
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    g_window->clipboard_ = text;
    Emit("copy", text);
  };
  platform.Platform_GetClipboardTextFn = [](ImGuiContext*) { return g_window->clipboard_.c_str(); };
  platform.Platform_SetImeDataFn = [](ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* data) {
    if (!data->WantVisible) return;
    JsonWriter json;
    json.BeginObject();
    json.Key("x").Double(static_cast<double>(data->InputPos.x));
    json.Key("y").Double(static_cast<double>(data->InputPos.y));
    json.Key("height").Double(static_cast<double>(data->InputLineHeight));
    json.EndObject();
    g_window->typing_place_ = json.Take();
    if (g_window->typing_) Emit("typing", g_window->typing_place_);
  };
}

void Window::Start(Client client) {
  client_ = std::move(client);
  started_ = true;
  Settle();
}

void Window::Resize(WindowSize size) {
  size_ = size;
  const auto css = [&](int px) {
    return std::max(1, static_cast<int>(std::lround(static_cast<float>(px) / size.scale)));
  };
  SDL_SetWindowSize(window_, css(size.width_px), css(size.height_px));  // the unit of its mouse
  emscripten_set_canvas_element_size(kCanvas, size.width_px, size.height_px);
  Settle();
  if (started_) Frame();
}

void Window::SetDark(bool dark) {
  dark_ = dark;
  Settle();
}

void Window::Settle() {
  settling_ = kSettlingFrames;
  RequestFrame();
}

void Window::RequestFrame() {
  if (frame_pending_ || !started_ || lost_) return;
  frame_pending_ = true;
  emscripten_request_animation_frame(
      [](double, void* self) {
        auto* window = static_cast<Window*>(self);
        window->frame_pending_ = false;
        window->Frame();
        return EM_BOOL{false};
      },
      this);
}

void Window::Frame() {
  if (lost_) return;
  ImGuiIO& io = ImGui::GetIO();
  TakeEvents();

  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplSDL2_NewFrame();
  io.DisplaySize = ImVec2(static_cast<float>(size_.width_px) / size_.scale,
                          static_cast<float>(size_.height_px) / size_.scale);
  io.DisplayFramebufferScale = ImVec2(size_.scale, size_.scale);
  io.DeltaTime = std::min(io.DeltaTime, kLongestStepSeconds);
  ImGui::NewFrame();
  client_.draw({io.DisplaySize.x, io.DisplaySize.y, size_.scale, dark_});
  ImGui::Render();

  const ImVec4 paper = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
  glViewport(0, 0, size_.width_px, size_.height_px);
  glClearColor(paper.x, paper.y, paper.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  SDL_GL_SwapWindow(window_);
  ++frames_;

  WatchTyping();
  WakeLater();
  // Quick keys and clicks are handed out over several frames: none may be left lying in the queue.
  if (ImGui::GetCurrentContext()->InputEventsQueue.empty()) {
    settling_ = std::max(0, settling_ - 1);
  } else {
    settling_ = kSettlingFrames;
  }
  if (settling_ > 0 || client_.needs_frame()) RequestFrame();
  client_.after_frame();
}

// Tells the page when a text field is active (for input methods and soft keyboards), and keeps its
// cursor blinking.
void Window::WatchTyping() {
  const bool typing = ImGui::GetIO().WantTextInput;
  if (typing != typing_) {
    typing_ = typing;
    Emit("typing", typing ? std::string_view(typing_place_.empty() ? "{}" : typing_place_) : "");
  }
  if (!typing || blink_pending_ || !ImGui::GetIO().ConfigInputTextCursorBlink) return;
  blink_pending_ = true;
  emscripten_async_call(
      [](void* self) {
        auto* window = static_cast<Window*>(self);
        window->blink_pending_ = false;
        if (window->typing_) window->RequestFrame();
      },
      this, kBlinkMs);
}

// A frame that is due though nothing happens.
void Window::WakeLater() {
  const double seconds = client_.seconds_to_next_frame();
  if (seconds <= 0 || wake_pending_) return;
  wake_pending_ = true;
  emscripten_async_call(
      [](void* self) {
        auto* window = static_cast<Window*>(self);
        window->wake_pending_ = false;
        window->RequestFrame();
      },
      this, static_cast<int>(seconds * 1000) + 1);
}

void Window::OnContextLost() {
  lost_ = true;
  // While it is lost WebGL ignores every call: the handles are dropped without complaint.
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  Emit("context", "lost");
}

void Window::OnContextRestored() {
  lost_ = false;
  Settle();
  Emit("context", "restored");
}

void Window::Wheel(float x, float y) {
  ImGui::GetIO().AddMouseWheelEvent(x, y);
  Settle();
}

void Window::Touch(bool down, float x, float y) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  io.AddMousePosEvent(x, y);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, down);
  Settle();
}

void Window::LiftTouch() {
  ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  Settle();
}

// What came by SDL so far; before what comes by another way, so that all stays in its order.
void Window::TakeEvents() {
  SDL_Event event;
  while (SDL_PollEvent(&event)) ImGui_ImplSDL2_ProcessEvent(&event);
}

void Window::Type(std::string_view text) {
  TakeEvents();
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
  Settle();
}

void Window::Paste(std::string text) {
  TakeEvents();
  clipboard_ = std::move(text);
  ImGuiIO& io = ImGui::GetIO();
  // ImGui swaps Ctrl and Cmd on macOS as they come in, so that the paste key is always Ctrl to it.
  const ImGuiKey modifier = io.ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl;
  io.AddKeyEvent(modifier, true);
  io.AddKeyEvent(ImGuiKey_V, true);
  io.AddKeyEvent(ImGuiKey_V, false);
  io.AddKeyEvent(modifier, false);
  Settle();
}

void Window::Press(int imgui_key) {
  ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(imgui_key), true);
  ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(imgui_key), false);
  Settle();
}

void Window::ReleaseKeys() {
  SDL_ResetKeyboard();
  ImGui::GetIO().ClearInputKeys();
  Settle();
}

}  // namespace claimscope
