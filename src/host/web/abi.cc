#include "host/web/abi.h"

#include <utility>

// clang-format off
EM_JS(void, claimscope_emit, (const char* name, size_t name_size, const char* bytes, size_t size), {
  Module["emit"](name, name_size, bytes, size);
});
// clang-format on

namespace claimscope {
namespace {

std::string g_input;
std::string g_output;

}  // namespace

std::string TakeInput() { return std::exchange(g_input, {}); }

const char* GiveOutput(std::string bytes) {
  g_output = std::move(bytes);
  return g_output.data();
}

int GiveStatus(const Status& status) {
  GiveOutput(status.message());
  return static_cast<int>(status.code());
}

void Emit(std::string_view name, std::string_view bytes) {
  claimscope_emit(name.data(), name.size(), bytes.data(), bytes.size());
}

CLAIMSCOPE_ABI char* cs_in(size_t size) {
  g_input.resize(size);
  return g_input.data();
}

CLAIMSCOPE_ABI const char* cs_out() { return g_output.data(); }
CLAIMSCOPE_ABI size_t cs_out_size() { return g_output.size(); }

CLAIMSCOPE_ABI const char* cs_version() { return GiveOutput(CLAIMSCOPE_VERSION); }

}  // namespace claimscope
