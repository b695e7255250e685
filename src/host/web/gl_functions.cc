// The GL functions that SDL looks up by name. Emscripten's own table names all of WebGL's, and
// thereby brings every one of them into the page: half of the glue.
#include <EGL/egl.h>
#include <GLES3/gl3.h>

#include <string_view>
#include <utility>

using Function = __eglMustCastToProperFunctionPointerType;

extern "C" Function eglGetProcAddress(const char* name) {
  static const std::pair<std::string_view, Function> kFunctions[] = {
      {"glGetString", reinterpret_cast<Function>(&glGetString)},
      {"glGetStringi", reinterpret_cast<Function>(&glGetStringi)},
      {"glGetIntegerv", reinterpret_cast<Function>(&glGetIntegerv)},
      {"glGetError", reinterpret_cast<Function>(&glGetError)},
      {"glBindFramebuffer", reinterpret_cast<Function>(&glBindFramebuffer)},
      {"glGetFramebufferAttachmentParameteriv",
       reinterpret_cast<Function>(&glGetFramebufferAttachmentParameteriv)},
  };
  for (const auto& [known, function] : kFunctions) {
    if (known == name) return function;
  }
  return nullptr;
}
