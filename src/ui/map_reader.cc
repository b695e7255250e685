#include "ui/map_reader.h"

#include <algorithm>

namespace claimscope {
namespace {

constexpr std::string_view kMagic = "CLMAP001";

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool broken() const { return broken_; }
  bool at_end() const { return at_ == bytes_.size(); }

  std::string_view Take(size_t size) {
    if (size > bytes_.size() - at_) {
      broken_ = true;
      return {};
    }
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }

  uint32_t Number() {
    uint32_t value = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      if (at_ >= bytes_.size()) break;
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= static_cast<uint32_t>(byte & 127) << shift;
      if (byte < 128) return value;
    }
    broken_ = true;
    return 0;
  }
  int32_t Signed() {
    const uint32_t value = Number();
    return (value & 1) != 0 ? ~static_cast<int32_t>(value >> 1) : static_cast<int32_t>(value >> 1);
  }
  // How many follow; each takes a byte at least.
  uint32_t Count() {
    const uint32_t count = Number();
    if (count > bytes_.size() - at_) broken_ = true;
    return broken_ ? 0 : count;
  }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  bool broken_ = false;
};

Status Bad() { return Status::Invalid("The map of this program is damaged."); }

void ReadArcs(Reader* reader, MapFile* file) {
  const double steps = std::max(1u, reader->Number());
  int32_t x = 0, y = 0;
  for (uint32_t i = reader->Count(); i > 0; --i) {
    std::vector<MapPoint>& arc = file->arcs.emplace_back();
    for (uint32_t k = reader->Count(); k > 0; --k) {
      x += reader->Signed();
      y += reader->Signed();
      arc.push_back(ProjectPlace(x / steps, y / steps));
    }
  }
}

bool ReadShape(Reader* reader, MapFile* file) {
  MapFile::Shape& shape = file->shapes.emplace_back();
  shape.code = std::string(reader->Take(reader->Number()));
  for (uint32_t i = reader->Count(); i > 0; --i) {
    std::vector<int32_t>& ring = shape.rings.emplace_back();
    for (uint32_t k = reader->Count(); k > 0; --k) {
      ring.push_back(reader->Signed());
      const int32_t arc = ring.back() < 0 ? ~ring.back() : ring.back();
      if (static_cast<size_t>(arc) >= file->arcs.size()) return false;
    }
  }
  return !reader->broken();
}

}  // namespace

Result<MapFile> ReadMapFile(std::string_view bytes) {
  if (bytes.substr(0, kMagic.size()) != kMagic) return Bad();
  Reader reader(bytes.substr(kMagic.size()));
  MapFile file;
  ReadArcs(&reader, &file);
  if (reader.broken()) return Bad();
  for (const std::vector<MapPoint>& arc : file.arcs) {
    if (arc.size() < 2) return Bad();
  }
  for (uint32_t i = reader.Count(); i > 0; --i) {
    if (!ReadShape(&reader, &file)) return Bad();
    const size_t count = file.shapes.size();
    if (count > 1 && file.shapes[count - 1].code <= file.shapes[count - 2].code) return Bad();
  }
  if (reader.broken() || !reader.at_end()) return Bad();
  return file;
}

}  // namespace claimscope
