#include "host/cli/options.h"

#include <iterator>

#include "base/strings.h"

namespace claimscope {
namespace {

struct Command {
  std::string_view name, summary, details;
};

constexpr Command kCommands[] = {
    {"extract", "print the claims of articles, one JSON object a line",
     "One line per claim: who says it (claimant, side), what (quote, kind, quantities), where "
     "(places, region),\n"
     "when (time), and whether it was verified (status). Spans are bytes of the cleaned text, "
     "which\n"
     "`claimscope clean` prints. Claims come in the order of the files, articles and text.\n"},
    {"clean", "print articles as they are read: title, date, source, text, and what was left out",
     "One line per article: {\"article\", \"title\", \"date\", \"date_basis\", \"source\", "
     "\"url\", \"language\", \"text\",\n"
     "\"boilerplate\"}. Each part left out of the text has its span in the page, a reason and its "
     "words.\n"},
    {"stats", "print how many claims there are per region and month",
     "Claims are counted in the month of the last day of their time, in the region they are "
     "about.\n"},
};

constexpr std::string_view kPaths =
    "PATH is a file, a folder (walked with its folders, in order of the names; hidden files are "
    "left out) or - for\n"
    "standard input. Read are: text as scraped, a JSON object, a JSON array, one JSON object a "
    "line; also gzipped.\n";

constexpr std::string_view kShared =
    "  --rules DIR     use the tables in DIR (laid out as assets/) in place of the built-in ones "
    "of the same name\n"
    "  -o FILE         write to FILE instead of standard output\n"
    "  --help          print this and stop\n";

constexpr std::string_view kEnd =
    "Problems go to standard error as FILE:LINE (byte N): reason. Exit code: 0 when something was "
    "read, 2 when nothing\n"
    "was or the command was not understood, 1 when the output could not be written.\n";

const Command* FindCommand(std::string_view name) {
  for (const Command& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

Status WithHint(std::string message) {
  return Status::Invalid(std::move(message) + " Try: claimscope --help");
}

}  // namespace

Result<Options> ParseOptions(const std::vector<std::string>& arguments) {
  Options options;
  bool only_paths = false;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool is_option = !only_paths && argument.size() > 1 && argument[0] == '-';
    if (is_option && argument == "--") {
      only_paths = true;
    } else if (is_option && (argument == "--help" || argument == "-h")) {
      options.help = true;
    } else if (is_option && argument == "--version") {
      options.version = true;
    } else if (is_option && (argument == "--rules" || argument == "-o")) {
      if (i + 1 == arguments.size()) return WithHint("What should follow " + argument + "?");
      (argument == "-o" ? options.output : options.rules) = arguments[++i];
    } else if (is_option) {
      return WithHint("There is no option " + argument + ".");
    } else if (options.command.empty()) {
      if (FindCommand(argument) == nullptr) {
        return WithHint("There is no command \"" + argument + "\".");
      }
      options.command = argument;
    } else {
      options.paths.push_back(argument);
    }
  }
  if (options.help || options.version) return options;
  if (options.command.empty()) return WithHint("What should be done?");
  if (options.paths.empty()) return WithHint("What should be read? Give a file or a folder.");
  return options;
}

std::string HelpText(std::string_view name) {
  std::string text;
  if (const Command* command = FindCommand(name)) {
    text.append("claimscope ").append(name).append(" PATH...  -  ").append(command->summary);
    text.append("\n\n").append(command->details).append("\n").append(kPaths).append("\n");
    return text.append(kShared).append("\n").append(kEnd);
  }
  text.append(
      "claimscope COMMAND PATH...  -  who claimed what, where, when and how much, in news "
      "articles\n\n");
  for (const Command& command : kCommands) {
    text.append("  ").append(command.name).append(16 - command.name.size(), ' ');
    text.append(command.summary).append("\n");
  }
  text.append("\n").append(kPaths).append("\n").append(kShared);
  text.append("  --version       print the version and stop\n\n").append(kEnd);
  return text.append("More about one command: claimscope COMMAND --help\n");
}

}  // namespace claimscope
