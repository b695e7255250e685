#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "clean/boilerplate.h"
#include "clean/clean.h"
#include "clean/dates.h"
#include "clean/html_content.h"
#include "clean/html_metadata.h"
#include "clean/html_tree.h"
#include "clean/language.h"
#include "clean/metadata.h"
#include "clean/outlets.h"
#include "clean/page.h"
#include "clean/phrase_rules.h"
#include "clean/wrapped_lines.h"

namespace claimscope {

struct Cleaner::Rules {
  PhraseRules phrases;
  Outlets outlets;
  HtmlHints hints;
  MetaNames meta;
};

namespace {

constexpr const char* kPhraseFile = "lexicon/boilerplate.tsv";
constexpr const char* kOutletFile = "lexicon/outlets.tsv";
constexpr const char* kHintFile = "lexicon/html.tsv";
constexpr const char* kMetaFile = "lexicon/meta.tsv";

// "en-GB", "EN_us", "English" -> "en"; other words are kept when they are two or three letters.
std::string LanguageCode(std::string_view field) {
  constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {"english", "en"}, {"ukrainian", "uk"}, {"russian", "ru"}, {"german", "de"},
      {"french", "fr"},  {"spanish", "es"},   {"eng", "en"},     {"ukr", "uk"},
      {"rus", "ru"},     {"deu", "de"},       {"fra", "fr"},     {"spa", "es"}};
  const std::string lower = AsciiLower(TrimAscii(field));
  for (const auto& [name, code] : kNames) {
    if (lower == name) return std::string(code);
  }
  const std::string code = lower.substr(0, lower.find_first_of("-_"));
  const bool is_code =
      (code.size() == 2 || code.size() == 3) && std::all_of(code.begin(), code.end(), IsAsciiLower);
  return is_code ? code : std::string();
}

}  // namespace

Cleaner::Cleaner(std::unique_ptr<Rules> rules) : rules_(std::move(rules)) {}
Cleaner::Cleaner(Cleaner&&) noexcept = default;
Cleaner& Cleaner::operator=(Cleaner&&) noexcept = default;
Cleaner::~Cleaner() = default;

namespace {

// The headline stands in Article::title; in the text it would be told twice.
void CutTitle(const HtmlTree& tree, std::string_view title, HtmlContent* content) {
  if (title.empty()) return;
  const HtmlNode& root = tree.nodes[content->root];
  for (uint32_t i = content->root + 1; i < root.end; ++i) {
    const HtmlNode& node = tree.nodes[i];
    const bool is_heading = node.tag == HtmlTag::kH1 || node.tag == HtmlTag::kH2;
    if (!is_heading || OneLine(TextOf(tree.text, node.text)) != title) continue;
    content->cuts.push_back({node.text, CutReason::kByline});
    return;
  }
}

// The day in the address; a page saved under a name with a full date has that for an address.
Day DateOfAddress(const Article& article, bool is_page) {
  const Day day = DateOfUrl(article.url);
  if (day.known() || !is_page) return day;
  const size_t folder = article.id.rfind('/');
  const std::string_view id = article.id;
  return DateOfUrl("/" + std::string(folder == std::string::npos ? id : id.substr(folder + 1)));
}

}  // namespace

Result<Cleaner> Cleaner::Load(const FileBundle& files) {
  for (const char* file : {kPhraseFile, kOutletFile, kHintFile, kMetaFile}) {
    if (!files.Has(file))
      return Status::NotFound(std::string("The rule table ") + file + " is missing.");
  }
  Result<PhraseRules> phrases = PhraseRules::Load(kPhraseFile, files.Find(kPhraseFile));
  if (!phrases.ok()) return phrases.status();
  Result<Outlets> outlets = Outlets::Load(kOutletFile, files.Find(kOutletFile));
  if (!outlets.ok()) return outlets.status();
  Result<HtmlHints> hints = HtmlHints::Load(kHintFile, files.Find(kHintFile));
  if (!hints.ok()) return hints.status();
  Result<MetaNames> meta = MetaNames::Load(kMetaFile, files.Find(kMetaFile));
  if (!meta.ok()) return meta.status();
  return Cleaner(std::make_unique<Rules>(
      Rules{std::move(*phrases), std::move(*outlets), std::move(*hints), std::move(*meta)}));
}

Article Cleaner::Clean(RawArticle&& raw) const {
  Article article;
  article.id = std::move(raw.id);
  article.url = TrimAscii(raw.url);
  std::vector<Cut> html_cuts;
  StatedMetadata stated;
  if (raw.is_html) {
    HtmlTree tree = ParseHtml(raw.text);
    HtmlContent content;
    if (raw.is_page) {
      content = FindHtmlContent(tree, rules_->hints);
      stated = ReadHtmlMetadata(tree, content, rules_->meta, rules_->outlets);
      CutTitle(tree, stated.title, &content);
    }
    article.page = std::move(tree.text);
    article.source_runs = std::move(tree.source);
    html_cuts = std::move(content.cuts);
  } else {
    article.page = std::move(raw.text);
  }
  PartWideGaps(&article.page);
  if (!raw.is_html) JoinWrappedLines(&article.page);
  const std::string_view page = article.page;
  const std::vector<PageLine> lines = SplitLines(page);
  std::vector<Cut> cuts = FindBoilerplate(page, lines, rules_->phrases, raw.is_page);
  cuts.insert(cuts.end(), html_cuts.begin(), html_cuts.end());

  const PageMetadata metadata = ReadMetadata(page, lines, cuts, rules_->outlets, raw.is_page);
  cuts.insert(cuts.end(), metadata.cuts.begin(), metadata.cuts.end());
  if (article.url.empty()) article.url = stated.url.empty() ? metadata.url : stated.url;
  article.offset_bytes = raw.offset_bytes;
  article.author = AuthorIn(raw.author);
  if (article.author.empty()) article.author = stated.author;
  if (article.author.empty()) article.author = AuthorIn(metadata.author);
  PartDoubleBlanks(&article.page);  // byte for byte: what was found above stays where it is
  article.cuts = WithBlankCuts(page, std::move(cuts));
  article.text = TextWithoutCuts(page, article.cuts);

  std::string source(TrimAscii(raw.source));
  std::string title = OneLine(raw.title.empty() ? stated.title : raw.title);
  if (title.empty()) {
    article.title = OneLine(metadata.title);
  } else {
    std::string suffix;
    title.resize(SplitTitle(title, rules_->outlets, &suffix));
    article.title = std::move(title);
    if (source.empty()) source = suffix;
  }
  if (source.empty()) source = stated.source;
  if (source.empty()) source = metadata.source;
  if (source.empty()) {
    article.source = rules_->outlets.FindByUrl(article.url);
  } else {
    const std::string_view known = rules_->outlets.FindByName(source);
    article.source = known.empty() ? source : std::string(known);
  }

  article.date = ParseDateField(raw.date);
  if (article.date.known()) {
    article.date_basis = DateBasis::kField;
  } else if (stated.date.known()) {
    article.date = stated.date;
    article.date_basis = stated.date_basis;
  } else if (metadata.date.known()) {
    article.date = metadata.date;
    article.date_basis = DateBasis::kText;
  } else if (const Day day = DateOfAddress(article, raw.is_page); day.known()) {
    article.date = day;
    article.date_basis = DateBasis::kUrl;
  } else if (stated.updated.known()) {
    article.date = stated.updated;
    article.date_basis = DateBasis::kField;
  }
  article.language = LanguageCode(raw.language.empty() ? stated.language : raw.language);
  article.language = std::string(DetectLanguage(article.text, article.language));
  return article;
}

}  // namespace claimscope
