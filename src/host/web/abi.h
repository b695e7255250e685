// The border between JavaScript and this module: a handful of C functions each way, bytes in, bytes
// out.
//
// In:  JavaScript calls cs_in(size), writes that many bytes at the address it is given, then calls
// the function that
//      takes them. One block at a time; a function that takes none is called alone.
// Out: a function that gives bytes returns their address; cs_out_size() tells how many. They last
// until the next call. Up:  Emit calls back into JavaScript (Module.emit) while one of the
// functions below is running, or from a frame. Errors: a function that can fail returns a
// StatusCode as int (0: ok); the sentence for the user is at cs_out().
//
// One module plays either role, never both at a time unless no worker could be started:
//   ingest_abi.cc  source bytes -> segments (in a worker)
//   page_abi.cc    segments -> the drawn explorer (on the page)
#pragma once

#include <emscripten.h>

#include <string>
#include <string_view>

#include "base/status.h"

#define CLAIMSCOPE_ABI extern "C" EMSCRIPTEN_KEEPALIVE

namespace claimscope {

// The block that JavaScript filled, moved out: the next call finds it empty.
std::string TakeInput();
// Keeps the bytes for cs_out_size and returns their address.
const char* GiveOutput(std::string bytes);
// The code as int, with the message as output.
int GiveStatus(const Status& status);

// An event for JavaScript. It must copy the bytes before it returns.
void Emit(std::string_view name, std::string_view bytes);

}  // namespace claimscope
