// Draws ImGui draw data into memory: triangles with a texture and a clip rectangle, as a graphics
// card would, on the CPU. For pictures of the interface on machines without a screen.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string>
#include <vector>

namespace claimscope {

struct Picture {
  int width = 0, height = 0;
  std::vector<uint32_t> pixels;  // RGBA, row by row
};

// Creates, updates and destroys the textures that ImGui asks for; call after every ImGui::Render.
void ServeTextures(ImDrawData* data);
Picture Rasterize(const ImDrawData& data);
// False when the file could not be written.
bool WritePng(const Picture& picture, const std::string& path);

}  // namespace claimscope
