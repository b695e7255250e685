// GL for SDL and for Dear ImGui's back end, as a page needs it.
#include <EGL/egl.h>
#include <GLES3/gl3.h>

#include <string_view>
#include <utility>

// SDL looks these up by name. Emscripten's own table names all of WebGL's, and thereby brings every
// one of them into the page: half of the glue.
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

// The back end asks for the state of GL before every frame, to put it back afterwards: each question
// waits for the browser's other process. Nobody else draws here, so that any possible state will do
// (cmake/web.cmake puts this in the place of its glGetIntegerv).
extern "C" void claimscope_gl_get(GLenum what, GLint* value) {
  switch (what) {
    case GL_MAX_TEXTURE_SIZE:
      return glGetIntegerv(what, value);
    case GL_MAJOR_VERSION:
      *value = 3;
      return;
    case GL_ACTIVE_TEXTURE:
      *value = GL_TEXTURE0;
      return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      *value = GL_ONE;
      return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *value = GL_FUNC_ADD;
      return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      value[0] = value[1] = value[2] = value[3] = 0;
      return;
    default:  // nothing is bound, of nothing there is any
      *value = 0;
  }
}
