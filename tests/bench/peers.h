// Our side of `make bench-peers`: the same jobs on the same data as the peers of peers.mjs.
#pragma once

namespace claimscope {

// claimscope_bench --peers CORPUS.ndjson QUERIES ROWS.bin BRUSHES: prints one JSON object a line.
int RunBesidePeers(int argc, char** argv);

}  // namespace claimscope
