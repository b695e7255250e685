#include "tests/ui_shot/raster.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace claimscope {
namespace {

struct Rgba {
  float r, g, b, a;
};

Rgba Unpack(uint32_t color) {
  return {static_cast<float>(color & 255), static_cast<float>(color >> 8 & 255),
          static_cast<float>(color >> 16 & 255), static_cast<float>(color >> 24)};
}

Rgba Mix(Rgba a, Rgba b, float t) {
  return {a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t,
          a.a + (b.a - a.a) * t};
}

Rgba Texel(const ImTextureData& texture, int x, int y) {
  x = std::clamp(x, 0, texture.Width - 1);
  y = std::clamp(y, 0, texture.Height - 1);
  uint32_t value;
  std::memcpy(&value, texture.Pixels + (y * texture.Width + x) * 4, 4);
  return Unpack(value);
}

Rgba Sample(const ImTextureData& texture, float u, float v) {
  const float x = u * static_cast<float>(texture.Width) - 0.5f,
              y = v * static_cast<float>(texture.Height) - 0.5f;
  const int x0 = static_cast<int>(std::floor(x)), y0 = static_cast<int>(std::floor(y));
  const float fx = x - static_cast<float>(x0), fy = y - static_cast<float>(y0);
  return Mix(Mix(Texel(texture, x0, y0), Texel(texture, x0 + 1, y0), fx),
             Mix(Texel(texture, x0, y0 + 1), Texel(texture, x0 + 1, y0 + 1), fx), fy);
}

void Blend(uint32_t* pixel, Rgba color) {
  const Rgba below = Unpack(*pixel);
  const float a = color.a / 255;
  const auto channel = [a](float from, float to) {
    return static_cast<uint32_t>(from + (to - from) * a + 0.5f);
  };
  *pixel = channel(below.r, color.r) | channel(below.g, color.g) << 8 |
           channel(below.b, color.b) << 16 | 0xFF000000u;
}

struct Clip {
  int x0, y0, x1, y1;
};

float Edge(ImVec2 a, ImVec2 b, ImVec2 p) {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

// A pixel belongs to a triangle when its middle lies inside, or on an edge that is a left or a top
// one, so that triangles that share an edge leave no gap and paint nothing twice.
bool Inside(float w, ImVec2 a, ImVec2 b) {
  if (w != 0) return w > 0;
  return b.y < a.y || (b.y == a.y && b.x > a.x);
}

void DrawTriangle(Picture* picture, const Clip& clip, const ImTextureData* texture,
                  const ImDrawVert* (&v)[3], ImVec2 (&p)[3]) {
  float area = Edge(p[0], p[1], p[2]);
  if (area == 0) return;
  if (area < 0) {
    std::swap(v[1], v[2]);
    std::swap(p[1], p[2]);
    area = -area;
  }
  const int x0 =
      std::max(clip.x0, static_cast<int>(std::floor(std::min({p[0].x, p[1].x, p[2].x}))));
  const int x1 = std::min(clip.x1, static_cast<int>(std::ceil(std::max({p[0].x, p[1].x, p[2].x}))));
  const int y0 =
      std::max(clip.y0, static_cast<int>(std::floor(std::min({p[0].y, p[1].y, p[2].y}))));
  const int y1 = std::min(clip.y1, static_cast<int>(std::ceil(std::max({p[0].y, p[1].y, p[2].y}))));
  const Rgba colors[] = {Unpack(v[0]->col), Unpack(v[1]->col), Unpack(v[2]->col)};
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      const ImVec2 at(static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f);
      const float w0 = Edge(p[1], p[2], at), w1 = Edge(p[2], p[0], at), w2 = Edge(p[0], p[1], at);
      if (!Inside(w0, p[1], p[2]) || !Inside(w1, p[2], p[0]) || !Inside(w2, p[0], p[1])) continue;
      const float a = w0 / area, b = w1 / area, c = w2 / area;
      Rgba color = {a * colors[0].r + b * colors[1].r + c * colors[2].r,
                    a * colors[0].g + b * colors[1].g + c * colors[2].g,
                    a * colors[0].b + b * colors[1].b + c * colors[2].b,
                    a * colors[0].a + b * colors[1].a + c * colors[2].a};
      if (texture != nullptr) {
        const Rgba t = Sample(*texture, a * v[0]->uv.x + b * v[1]->uv.x + c * v[2]->uv.x,
                              a * v[0]->uv.y + b * v[1]->uv.y + c * v[2]->uv.y);
        color = {color.r * t.r / 255, color.g * t.g / 255, color.b * t.b / 255,
                 color.a * t.a / 255};
      }
      Blend(&picture->pixels[static_cast<size_t>(y) * static_cast<size_t>(picture->width) +
                             static_cast<size_t>(x)],
            color);
    }
  }
}

void AppendBigEndian(uint32_t value, std::string* out) {
  for (int shift = 24; shift >= 0; shift -= 8) out->push_back(static_cast<char>(value >> shift));
}

void AppendChunk(const char* type, const std::string& data, std::string* out) {
  AppendBigEndian(static_cast<uint32_t>(data.size()), out);
  const std::string body = type + data;
  out->append(body);
  AppendBigEndian(static_cast<uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(body.data()),
                                              static_cast<uInt>(body.size()))),
                  out);
}

}  // namespace

void ServeTextures(ImDrawData* data) {
  if (data->Textures == nullptr) return;
  for (ImTextureData* texture : *data->Textures) {
    if (texture->Status == ImTextureStatus_WantCreate ||
        texture->Status == ImTextureStatus_WantUpdates) {
      // The pixels are read where they are; the id only has to be a valid one.
      texture->SetTexID(static_cast<ImTextureID>(reinterpret_cast<intptr_t>(texture)));
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

Picture Rasterize(const ImDrawData& data) {
  Picture picture;
  const ImVec2 scale = data.FramebufferScale;
  picture.width = static_cast<int>(std::lround(data.DisplaySize.x * scale.x));
  picture.height = static_cast<int>(std::lround(data.DisplaySize.y * scale.y));
  picture.pixels.assign(static_cast<size_t>(picture.width) * static_cast<size_t>(picture.height),
                        0xFF000000u);
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.ElemCount == 0) continue;
      const Clip clip = {
          std::max(0, static_cast<int>(command.ClipRect.x * scale.x)),
          std::max(0, static_cast<int>(command.ClipRect.y * scale.y)),
          std::min(picture.width, static_cast<int>(std::lround(command.ClipRect.z * scale.x))),
          std::min(picture.height, static_cast<int>(std::lround(command.ClipRect.w * scale.y)))};
      const auto* texture =
          reinterpret_cast<const ImTextureData*>(static_cast<intptr_t>(command.GetTexID()));
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        const ImDrawVert* v[3];
        ImVec2 p[3];
        for (unsigned k = 0; k < 3; ++k) {
          v[k] = &list->VtxBuffer[static_cast<int>(
              command.VtxOffset + list->IdxBuffer[static_cast<int>(command.IdxOffset + i + k)])];
          p[k] = {v[k]->pos.x * scale.x, v[k]->pos.y * scale.y};
        }
        DrawTriangle(&picture, clip, texture, v, p);
      }
    }
  }
  return picture;
}

bool WritePng(const Picture& picture, const std::string& path) {
  std::string rows;
  const size_t row_bytes = static_cast<size_t>(picture.width) * 4;
  for (int y = 0; y < picture.height; ++y) {
    rows.push_back(0);  // no filter
    rows.append(
        reinterpret_cast<const char*>(picture.pixels.data()) + static_cast<size_t>(y) * row_bytes,
        row_bytes);
  }
  uLongf size = compressBound(static_cast<uLong>(rows.size()));
  std::string packed(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                reinterpret_cast<const Bytef*>(rows.data()), static_cast<uLong>(rows.size()),
                6) != Z_OK)
    return false;
  packed.resize(size);
  std::string head;
  AppendBigEndian(static_cast<uint32_t>(picture.width), &head);
  AppendBigEndian(static_cast<uint32_t>(picture.height), &head);
  head += std::string("\x08\x06\0\0\0", 5);  // 8 bits, RGBA
  std::string png = "\x89PNG\r\n\x1a\n";
  AppendChunk("IHDR", head, &png);
  AppendChunk("IDAT", packed, &png);
  AppendChunk("IEND", "", &png);
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(png.data(), 1, png.size(), file) == png.size();
  return std::fclose(file) == 0 && written;
}

}  // namespace claimscope
