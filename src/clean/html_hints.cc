#include "base/strings.h"
#include "base/table.h"
#include "clean/html_content.h"
#include "clean/phrase_rules.h"

namespace claimscope {
namespace {

bool UseOf(std::string_view name, HtmlHints::Use* out) {
  constexpr std::pair<std::string_view, HtmlHints::Use> kUses[] = {
      {"unlikely", HtmlHints::kUnlikely}, {"maybe", HtmlHints::kMaybe},
      {"positive", HtmlHints::kPositive}, {"negative", HtmlHints::kNegative},
      {"byline", HtmlHints::kByline},     {"share", HtmlHints::kShare}};
  for (const auto& [word, use] : kUses) {
    if (word != name) continue;
    *out = use;
    return true;
  }
  return false;
}

}  // namespace

Result<HtmlHints> HtmlHints::Load(std::string_view name, std::string_view text) {
  Result<Table> table = Table::Parse(name, text);
  if (!table.ok()) return table.status();
  HtmlHints hints;
  for (size_t row = 0; row < table->rows(); ++row) {
    Row hint{std::string(table->At(row, "word")), kMaybe, CutReason::kNavigation};
    const std::string_view reason = table->At(row, "reason");
    if (hint.word.empty() || !UseOf(table->At(row, "use"), &hint.use) ||
        (!reason.empty() && !ReasonFromName(reason, &hint.reason))) {
      return Status::Invalid(std::string(name) + ", line " + std::to_string(table->Line(row)) +
                             ": the columns word, use or reason hold an unknown word.");
    }
    hints.rows_.push_back(std::move(hint));
  }
  return hints;
}

HtmlHints::Found HtmlHints::Find(std::string_view classes) const {
  Found found;
  if (classes.empty()) return found;
  bool has_reason = false;
  for (const Row& row : rows_) {
    if (classes.find(row.word) == std::string_view::npos) continue;
    found.uses = static_cast<uint8_t>(found.uses | row.use);
    const bool is_against = row.use == kUnlikely || row.use == kNegative;
    if (!is_against || has_reason) continue;
    found.reason = row.reason;
    has_reason = true;
  }
  return found;
}

}  // namespace claimscope
