// The command line: `claimscope COMMAND PATH...`; options.cc lists the commands.
#include <csignal>
#include <cstdio>

#include "host/cli/options.h"
#include "host/cli/run.h"

int main(int argc, char** argv) {
  using namespace claimscope;  // NOLINT
  // A reader that leaves (`| head`) shows as a failed write.
  std::signal(SIGPIPE, SIG_IGN);
  const Result<Options> options = ParseOptions({argv + 1, argv + argc});
  if (!options.ok()) {
    std::fprintf(stderr, "%s\n", options.status().message().c_str());
    return kExitNothingRead;
  }
  if (options->help) {
    std::fputs(HelpText(options->command).c_str(), stdout);
    return std::fflush(stdout) == 0 ? kExitRead : kExitOutputFailed;
  }
  if (options->version) {
    std::printf("claimscope %s\n", CLAIMSCOPE_VERSION);
    return std::fflush(stdout) == 0 ? kExitRead : kExitOutputFailed;
  }
  return Run(*options);
}
