// The views beside the table of claims, as tables of text: the map as regions and places, words in
// context, what is compared, the overview.
#pragma once

#include "base/json_writer.h"
#include "ui/session.h"

namespace claimscope {

// [{"caption", "heads", "rows": [[cell]]}] of the view on show. A cell is a text, or what can be
// pressed: {"text", "do", "with"}, a command and its arguments.
void WriteMirrorView(JsonWriter* json, const Session& session);
// Why no claim is found, then what would find some: ["text", {"text", "do", "with"}, ...].
void WriteNothing(JsonWriter* json, const Session& session);

}  // namespace claimscope
