#include "clean/metadata_reader.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "clean/bylines.h"
#include "clean/dates.h"

namespace claimscope {
namespace {

constexpr size_t kMaxTitleBytes = 300;
constexpr size_t kMaxSourceWords = 5;

// Names that stand before a colon at the top of some pages.
struct Header {
  std::string_view name;
  enum class What { kTitle, kSource, kDate, kUrl, kAuthor, kOther } what;
};
constexpr Header kHeaders[] = {
    {"title", Header::What::kTitle},
    {"headline", Header::What::kTitle},
    {"source", Header::What::kSource},
    {"outlet", Header::What::kSource},
    {"publisher", Header::What::kSource},
    {"site", Header::What::kSource},
    {"date", Header::What::kDate},
    {"published", Header::What::kDate},
    {"publication date", Header::What::kDate},
    {"pubdate", Header::What::kDate},
    {"url", Header::What::kUrl},
    {"link", Header::What::kUrl},
    {"author", Header::What::kAuthor},
    {"byline", Header::What::kAuthor},
    {"language", Header::What::kOther},
    {"lang", Header::What::kOther},
    {"tags", Header::What::kOther},
    {"category", Header::What::kOther},
};

// "THE NORTHERN DAILY": the paper's own name, over the title.
bool IsNameInCapitals(std::string_view text) {
  const bool is_capital = std::none_of(text.begin(), text.end(), [](char c) {
    return IsAsciiLower(c) || static_cast<unsigned char>(c) >= 0x80;
  });
  return is_capital && !text.empty() && std::count(text.begin(), text.end(), ' ') < 4;
}

}  // namespace

// The number of lines that are headers.
size_t MetadataReader::ReadHeaders() {
  size_t line = 0;
  for (; line < lines_.size() && line < kTopLines; ++line) {
    const std::string_view text = Text(line);
    const size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon > 20) break;
    const std::string name = AsciiLower(TrimAscii(text.substr(0, colon)));
    const std::string_view value = TrimAscii(text.substr(colon + 1));
    const auto header = std::find_if(std::begin(kHeaders), std::end(kHeaders),
                                     [&name](const Header& h) { return h.name == name; });
    if (header == std::end(kHeaders)) break;
    // "Source: officials say the ..." is a sentence, not a header.
    if (header->what == Header::What::kSource && Split(value, ' ').size() > kMaxSourceWords) break;
    switch (header->what) {
      case Header::What::kTitle:
        found_.title = value;
        break;
      case Header::What::kSource:
        found_.source = value;
        break;
      case Header::What::kUrl:
        found_.url = value;
        break;
      case Header::What::kDate: {
        FoundDate date;
        if (FindDate(value, 0, &date)) best_ = {kPublished, date.day, {}, line};
        break;
      }
      case Header::What::kAuthor:
        found_.author = value;
        break;
      case Header::What::kOther:
        break;
    }
    found_.cuts.push_back({lines_[line], CutReason::kByline});
  }
  return line;
}

// A line that is an agency's name and nothing else, near the top: the copy is theirs.
void MetadataReader::ReadAgency(size_t first) {
  for (size_t line = first; line < lines_.size() && line < first + 6; ++line) {
    const std::string_view text = Text(line);
    if (!found_.source.empty() || text.size() > 30 || text.find('-') != std::string_view::npos)
      continue;
    const std::string_view outlet = outlets_.FindByName(text);
    if (outlet.empty()) continue;
    found_.source = outlet;
    found_.cuts.push_back({lines_[line], CutReason::kByline});
  }
}

bool MetadataReader::LooksLikeSource(std::string_view text) const {
  if (!outlets_.FindByName(text).empty()) return true;
  // A slug or a domain; any other word may be part of the story.
  return text.size() <= 40 && !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
           return IsAsciiLower(c) || IsAsciiDigit(c) || c == '-' || c == '.' || c == '_';
         });
}

bool MetadataReader::LooksLikeTitle(size_t line) const {
  const std::string_view text = Text(line);
  if (text.size() > kMaxTitleBytes || text.size() < 12) return false;
  std::vector<PageWord> words;
  SplitWords(page_, lines_[line], &words);
  if (words.size() < 3 || words.size() > 40) return false;
  const char last = text.back();
  return last != '.' && last != ':' && last != ',' && last != ';' && !IsTemperature(text);
}

void MetadataReader::ReadTitle(size_t first) {
  if (!found_.title.empty()) return;
  const auto is_cut = [this](size_t line) {
    const auto overlaps = [&](const Cut& cut) { return cut.span.Overlaps(lines_[line]); };
    return std::any_of(found_.cuts.begin(), found_.cuts.end(), overlaps) ||
           std::any_of(noise_.begin(), noise_.end(), overlaps);
  };
  size_t line = first;
  const auto is_over = [&](size_t i) { return is_cut(i) || IsNameInCapitals(Text(i)); };
  while (line < lines_.size() && line < first + 4 && is_over(line)) ++line;
  if (line >= lines_.size() || is_over(line) || !LooksLikeTitle(line)) return;
  const std::string_view text = Text(line);
  std::string source;
  const size_t size = SplitTitle(text, outlets_, &source);
  found_.title = text.substr(0, size);
  if (!source.empty()) {
    if (found_.source.empty()) found_.source = source;
    const auto begin = static_cast<uint32_t>(lines_[line].begin + size);
    found_.cuts.push_back({{begin, lines_[line].end}, CutReason::kByline});
  }
}

size_t SplitTitle(std::string_view title, const Outlets& outlets, std::string* source) {
  constexpr std::string_view kSeparators[] = {" \u2013 ", " \u2014 ", " - ", " | ",
                                              " :: ",     " \u00B7 ", " // "};
  size_t best = std::string_view::npos;  // the last of them
  size_t best_size = 0;
  for (size_t at = title.size(); best == std::string_view::npos && at-- > 0;) {
    if (title[at] != ' ') continue;
    for (std::string_view separator : kSeparators) {
      if (!StartsWith(title.substr(at), separator)) continue;
      best = at;
      best_size = separator.size();
    }
  }
  if (best == std::string_view::npos || best == 0) return title.size();
  const std::string_view outlet = outlets.FindByName(TrimAscii(title.substr(best + best_size)));
  if (outlet.empty()) return title.size();
  *source = outlet;
  // "Title | World | The Paper": what stands before may be the paper's section; it stays with the
  // title.
  return TrimAscii(title.substr(0, best)).size();
}

PageMetadata ReadMetadata(std::string_view page, const std::vector<PageLine>& lines,
                          const std::vector<Cut>& noise, const Outlets& outlets, bool is_page) {
  MetadataReader reader(page, lines, noise, outlets);
  return is_page ? reader.ReadPage() : reader.ReadRecord();
}

}  // namespace claimscope
