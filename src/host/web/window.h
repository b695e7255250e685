// The canvas as a Dear ImGui window: SDL2 brings the input, WebGL 2 draws, and nothing runs unless
// something changed.
//
// Frames: RequestFrame asks the browser for one animation frame; asking again before it comes
// changes nothing. After any input a few frames more are drawn, because an immediate-mode interface
// settles a frame or two late. Then none. Units: sizes in device pixels, `scale` in device pixels
// per CSS pixel; ImGui works in CSS pixels. A lost WebGL context is waited out: nothing is drawn
// until the browser gives it back, then all textures are remade.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/status.h"
#include "ui/app.h"

struct SDL_Window;

namespace claimscope {

struct WindowSize {
  int width_px = 0, height_px = 0;
  float scale = 1;
};

class Window {
 public:
  struct Client {
    std::function<void(const FrameInput&)> draw;  // between NewFrame and Render
    std::function<bool()> needs_frame;
    std::function<double()> seconds_to_next_frame;  // though nothing happens; 0: never
    std::function<void()> after_frame;
  };

  // One window per module; the canvas is the page's element #canvas, keys are heard on #stage.
  static Result<Window*> Open(WindowSize size, bool is_mac);
  void Start(Client client);

  // Draws at once when running, so that a resized canvas is never seen empty.
  void Resize(WindowSize size);
  void SetDark(bool dark);

  void RequestFrame();
  bool frame_pending() const { return frame_pending_; }
  uint64_t frames() const { return frames_; }

  // Input that SDL does not bring: a wheel in steps, fingers, text from an input method or a soft
  // keyboard, pasted text, and keys that a soft keyboard does not send as keys.
  void Wheel(float x, float y);
  // A finger at a place in CSS pixels, pressing or not; off the canvas once it is lifted.
  void Touch(bool down, float x, float y);
  void LiftTouch();
  void Type(std::string_view text);
  void Paste(std::string text);
  void Press(int imgui_key);
  // All keys and buttons are up: the page lost the focus, or a key-up that macOS never sends.
  void ReleaseKeys();

 private:
  Window() = default;
  void Frame();
  void Settle();
  void WatchTyping();
  void WakeLater();
  void TakeEvents();
  void OnContextLost();
  void OnContextRestored();
  void Listen();

  SDL_Window* window_ = nullptr;
  void* context_ = nullptr;
  Client client_;
  WindowSize size_;
  bool dark_ = false;
  bool started_ = false;
  bool lost_ = false;
  bool frame_pending_ = false;
  bool blink_pending_ = false;
  bool wake_pending_ = false;
  bool typing_ = false;
  int settling_ = 0;
  uint64_t frames_ = 0;
  std::string clipboard_;
  std::string typing_place_;
};

}  // namespace claimscope
