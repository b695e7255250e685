// Carries out a command: reads the sources through the engine and prints what was asked for.
#pragma once

#include "host/cli/options.h"

namespace claimscope {

// Exit codes, as `--help` says.
constexpr int kExitRead = 0;
constexpr int kExitOutputFailed = 1;
constexpr int kExitNothingRead = 2;

int Run(const Options& options);

}  // namespace claimscope
