#include "host/cli/options.h"

#include <iterator>

#include "base/strings.h"
#include "claims/claims.h"
#include "exports/exports.h"
#include "model/day.h"

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
     "`claimscope clean` prints. Claims come in the order of the files, articles and text. "
     "\"copies\" "
     "(group, share)\n"
     "tells that the article is one of a group of copies.\n\n"
     "  --one-by-one    print each article's claims when it is read, without looking for copies\n"},
    {"distinct", "print the claims of all articles, each with the claims that are the same one",
     "One line per claim as `extract` prints it, and: \"distinct\", the number of the claim "
     "however "
     "often it is told;\n"
     "\"mentions\", how often; \"agrees\" and \"contradicts\": the numbers of claims of another "
     "side "
     "on the same place\n"
     "and days, each as {\"distinct\", \"reason\"}. In order of the days; the first line of a "
     "number "
     "is its first mention.\n"},
    {"clean", "print articles as they are read: title, date, source, text, and what was left out",
     "One line per article: {\"article\", \"title\", \"date\", \"date_basis\", \"source\", "
     "\"url\", \"language\", \"text\",\n"
     "\"boilerplate\"}. Each part left out of the text has its span in the page, a reason and its "
     "words. \"copies\"\n"
     "(group, share) tells that the article is one of a group of copies; who names no day takes "
     "that of a copy, or of\n"
     "the events it tells (\"date_basis\").\n\n"
     "  --one-by-one    print each article when it is read, without looking for copies\n"},
    {"stats", "print how many claims there are per region and month",
     "Claims are counted in the month of the last day of their time, in the region they are "
     "about.\n"},
    {"search", "print the claims, or the articles, that answer a search",
     "claimscope search QUERY PATH...\n\n"
     "One line per claim, as `extract` prints them, in the order of their days. Words, "
     "\"phrases\", "
     "AND OR NOT -, ( ),\n"
     "begin*, near/5(a b), similar~ are looked for in title and text; title: source: lang: belong "
     "to the article, who:\n"
     "side: kind: place: region: status: date:2025-05..2025-06 qty:>100km2 to the claim. What is "
     "not understood is\n"
     "named on standard error, and the rest is searched. README.md tells all of it.\n\n"
     "  --articles      print the articles instead, the best first: {\"article\", \"score\", "
     "\"title\", \"date\",\n"
     "                  \"source\", \"url\", \"language\", \"claims\"}\n"
     "  --most N        print at most N of them\n"},
    {"index", "save articles, claims and search index as one file that opens at once",
     "claimscope index PATH... -o FILE.claims [--reviews FILE]\n\n"
     "The file takes the place of the articles: every command reads it, and the page opens it. "
     "PATH may be such files\n"
     "too: they are joined.\n\n"
     "  --reviews FILE  what was said of claims on the page, as its \"Save the reviews\" writes "
     "it: it goes with the file\n"},
    {"export", "write the claims that pass a query in a format of the field",
     "claimscope export --format FORMAT PATH... [--query QUERY] [--reviews FILE] [-o FILE]\n\n"
     "The same bytes as the page writes for the same articles and the same query.\n\n"
     "  --format NAME   csv, tsv, json, ndjson, annotations (W3C Web Annotations, one a line), "
     "jsonld "
     "(schema.org/Claim),\n"
     "                  geojson, svg (the chart), map-svg (the map), html (a report to print), "
     "bibtex "
     "or csl (the\n                  articles)\n"
     "  --query QUERY   what follows # in a link of the page (\"v1&kind=strike&from=2025-05-01\"), "
     "or a "
     "search as in `search`;\n"
     "                  without it: everything\n"
     "  --reviews FILE  what was said of claims on the page, as its \"Save the reviews\" writes "
     "it: "
     "claims are exported as\n"
     "                  they were corrected, and rejected ones are left out\n\n"
     "What ndjson and annotations write can be opened again: quotes with all that was read of "
     "them.\n"},
    {"page", "write the offline page with the corpus inside, to be opened by anybody",
     "claimscope page PATH... -o FILE.html [--query LINK] [--reviews FILE]\n\n"
     "One file that opens in any browser, with no network: the explorer, all articles of PATH in "
     "full, "
     "and the view of\n"
     "LINK. Who has the file can read them. PATH may be .claims files too.\n\n"
     "  --query LINK    what follows # in a link of the page: the view that is shown first\n"
     "  --reviews FILE  what was said of claims on the page, as its \"Save the reviews\" writes "
     "it: "
     "it goes with the page\n"
     "  --page FILE     the offline page to copy (dist/claimscope.html); without it the one built "
     "beside this program\n"
     "  --at-most MB    refuse a corpus of more megabytes; without it more than 2048, which "
     "browsers "
     "do not take\n"},
    {"annotate", "print what one layer of the reading sees, one JSON object a mention",
     "One line per mention: {\"article\", \"begin\", \"end\", \"text\", the layer's values}; begin "
     "and "
     "end are bytes of\n"
     "the cleaned text, with --raw of the file.\n\n"
     "  --layer NAME    sentences, dates (value from to basis), quantities (value value_max unit "
     "si_value si_unit bound\n"
     "                  scope of), places (name region lat lon sure candidates), attribution "
     "(source cue content as\n"
     "                  [begin, end], claimant side mode) or claims (as `extract` prints them)\n"
     "  --date DAY      YYYY-MM-DD, the day the articles are taken to be of; without it relative "
     "times of undated\n"
     "                  articles have no days\n"
     "  --raw           every file is one text and nothing is left out of it\n"},
};

constexpr std::string_view kPaths =
    "PATH is a file, a folder (walked with its folders, in order of the names; hidden files are "
    "left out) or - for\n"
    "standard input. Read are: text as scraped, HTML and saved pages (MHTML), Markdown, JSON, "
    "NDJSON, CSV, TSV, RSS, Atom,\n"
    "SGML, web archives (WARC); each also in zip, tar, gzip and zstd; and .claims files. They are "
    "told apart by content,\n"
    "not by name.\n";

constexpr std::string_view kShared =
    "  --rules DIR     use the tables in DIR (laid out as assets/) in place of the built-in ones "
    "of the same name\n"
    "  --map P=NAME,…  say what fields or columns are called here: P is title, date, source, url, "
    "author, language, text or list\n"
    "  --report FILE   write what was read, skipped and repaired, file by file, to FILE as JSON\n"
    "  -o FILE         write to FILE instead of standard output\n"
    "  --help          print this and stop\n";

constexpr std::string_view kEnd =
    "Problems go to standard error as FILE:LINE (byte N): reason. Exit code: 0 when something was "
    "read, 2 when nothing\n"
    "was or the command was not understood, 1 when the output could not be written.\n";

// What browsers take as a file.
constexpr int64_t kMostPageMegabytes = 2048;

const Command* FindCommand(std::string_view name) {
  for (const Command& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

Status WithHint(std::string message) {
  return Status::Invalid(std::move(message) + " Try: claimscope --help");
}

// Where the word after an option belongs; null when the option takes none or does not exist.
std::string* ValueOf(std::string_view option, Options* options) {
  if (option == "--rules") return &options->rules;
  if (option == "-o") return &options->output;
  if (option == "--report") return &options->report;
  if (option == "--map") return &options->map;
  if (option == "--layer") return &options->layer;
  if (option == "--date") return &options->date;
  if (option == "--most") return &options->most;
  if (option == "--format") return &options->format;
  if (option == "--query") return &options->query;
  if (option == "--reviews") return &options->reviews;
  if (option == "--page") return &options->page;
  if (option == "--at-most") return &options->at_most;
  return nullptr;
}

Status CheckAnnotate(const Options& options) {
  if (options.command != "annotate") {
    const bool any = options.raw || !options.layer.empty() || !options.date.empty();
    return any ? WithHint("--layer, --date and --raw belong to annotate.") : Status::Ok();
  }
  Layer layer;
  if (!FromName(options.layer, &layer)) {
    return WithHint(
        "annotate needs --layer sentences, dates, quantities, places, attribution or "
        "claims.");
  }
  if (!options.date.empty() && !ParseIsoDay(options.date).known()) {
    return WithHint("--date is a day as YYYY-MM-DD.");
  }
  return Status::Ok();
}

Status CheckSearch(const Options& options) {
  if (options.command != "search") {
    const bool any = options.articles || !options.most.empty();
    return any ? WithHint("--articles and --most belong to search.") : Status::Ok();
  }
  int64_t most = 0;
  const bool good = options.most.empty() || (ParseInt(options.most, &most) && most > 0);
  return good ? Status::Ok() : WithHint("--most is a number above 0.");
}

Status CheckExport(const Options& options, bool has_query_option) {
  if (options.command != "export") {
    const bool is_page = options.command == "page";
    if (!options.format.empty()) return WithHint("--format belongs to export.");
    if (!options.reviews.empty() && !is_page && options.command != "index")
      return WithHint("--reviews belongs to export, index and page.");
    if (has_query_option && !is_page) return WithHint("--query belongs to export and page.");
    const bool any = !options.page.empty() || !options.at_most.empty();
    if (any && !is_page) return WithHint("--page and --at-most belong to page.");
    int64_t most = 0;
    const bool good = options.at_most.empty() ||
                      (ParseInt(options.at_most, &most) && most > 0 && most <= kMostPageMegabytes);
    return good ? Status::Ok() : WithHint("--at-most is a number of megabytes, 1 to 2048.");
  }
  if (FindExport(options.format) != nullptr) return Status::Ok();
  std::string names;
  for (const ExportKind& kind : AllExports())
    names.append(names.empty() ? "" : ", ").append(kind.id);
  return WithHint("export needs --format with one of " + names + ".");
}

}  // namespace

Result<Options> ParseOptions(const std::vector<std::string>& arguments) {
  Options options;
  bool only_paths = false;
  bool has_query = false;
  bool has_query_option = false;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool is_option = !only_paths && argument.size() > 1 && argument[0] == '-';
    if (is_option && argument == "--") {
      only_paths = true;
    } else if (is_option && (argument == "--help" || argument == "-h")) {
      options.help = true;
    } else if (is_option && argument == "--version") {
      options.version = true;
    } else if (is_option && argument == "--one-by-one") {
      options.one_by_one = true;
    } else if (is_option && argument == "--raw") {
      options.raw = true;
    } else if (is_option && argument == "--articles") {
      options.articles = true;
    } else if (std::string* const value = is_option ? ValueOf(argument, &options) : nullptr) {
      if (i + 1 == arguments.size()) return WithHint("What should follow " + argument + "?");
      *value = arguments[++i];
      has_query_option |= argument == "--query";
    } else if (is_option) {
      return WithHint("There is no option " + argument + ".");
    } else if (options.command.empty()) {
      if (FindCommand(argument) == nullptr) {
        return WithHint("There is no command \"" + argument + "\".");
      }
      options.command = argument;
    } else if (options.command == "search" && !has_query) {
      options.query = argument;
      has_query = true;
    } else {
      options.paths.push_back(argument);
    }
  }
  if (options.help || options.version) return options;
  if (options.command.empty()) return WithHint("What should be done?");
  if (options.command == "search" && !has_query) return WithHint("What should be searched for?");
  if (options.paths.empty()) return WithHint("What should be read? Give a file or a folder.");
  if (Status status = CheckAnnotate(options); !status.ok()) return status;
  if (Status status = CheckSearch(options); !status.ok()) return status;
  if (Status status = CheckExport(options, has_query_option); !status.ok()) return status;
  if (options.command == "page" && options.output.empty()) {
    return WithHint("Where should it be saved? Give -o FILE.html.");
  }
  if (options.command == "index" && options.output.empty()) {
    return WithHint("Where should it be saved? Give -o FILE.claims.");
  }
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
