// Runs a fuzz target over files and folders of seeds, where libFuzzer is not linked: every seed
// whole, and cut off at a few places, so that each is also the start of a broken file.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

namespace fs = std::filesystem;

// A copy of exactly `size` bytes on the heap, so that AddressSanitizer sees a read beyond its end.
void RunOnce(const std::string& bytes, size_t size) {
  const std::vector<uint8_t> copy(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
  LLVMFuzzerTestOneInput(copy.data(), copy.size());
}

bool RunFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    return false;
  }
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  RunOnce(bytes, bytes.size());
  constexpr size_t kCuts = 16;
  for (size_t cut = 0; cut < kCuts; ++cut) {
    RunOnce(bytes, bytes.size() * cut / kCuts);
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  size_t files = 0;
  for (int i = 1; i < argc; ++i) {
    std::error_code error;
    if (!fs::is_directory(argv[i], error)) {
      if (!RunFile(argv[i])) return 1;
      ++files;
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(argv[i], error)) {
      if (!entry.is_regular_file(error)) continue;
      if (!RunFile(entry.path())) return 1;
      ++files;
    }
  }
  if (files == 0) {
    std::fprintf(stderr, "no seeds: a fuzz target needs at least one file in tests/fuzz/seeds/\n");
    return 1;
  }
  std::printf("%zu seeds\n", files);
  return 0;
}
