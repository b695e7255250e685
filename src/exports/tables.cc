// CSV as RFC 4180 has it: commas, quotes, CRLF. A text that a spreadsheet would run as a formula
// gets an apostrophe before it (OWASP, "CSV Injection"); numbers stay numbers.
#include <array>

#include "base/strings.h"
#include "exports/writer.h"

namespace claimscope {
namespace {

constexpr std::string_view kColumns[] = {
    "article",  "claim",    "title",   "date",     "source",     "author", "url",
    "language", "quote",    "kind",    "claimant", "side",       "actor",  "cue",
    "mode",     "status",   "from",    "to",       "time_basis", "region", "region_name",
    "places",   "lat",      "lon",     "value",    "value_max",  "unit",   "bound",
    "of",       "si_value", "si_unit", "amounts",  "rule",       "review", "query",
    "corpus",   "program"};

// Not so that a minus before a word of a text is left in peace: what begins so is a formula to some
// program.
bool IsFormula(std::string_view text) {
  // Spreadsheets take the wide forms of these for the same.
  for (const std::string_view begin : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}) {
    if (StartsWith(text, begin)) return true;
  }
  return false;
}

class TableWriter : public ExportWriter {
 public:
  explicit TableWriter(const ExportHead& export_head)
      : ExportWriter(export_head),
        separator_(export_head.asked.format == ExportFormat::kTsv ? '\t' : ',') {}

  void Begin(std::string* out) override {
    for (const std::string_view column : kColumns) Put(column, out);
    EndLine(out);
  }

  void Add(const ExportRow& row, std::string* out) override {
    const Claim& claim = row.claim;
    const auto text = [&](std::string_view value) { PutText(value, out); };
    text(row.article.id);
    Put(std::to_string(row.number), out);
    text(row.article.title);
    Put(FormatIsoDay(row.article.date), out);
    text(row.article.source);
    text(row.article.author);
    text(row.article.url);
    text(row.article.language);
    text(TextOf(row.text, claim.span));
    text(NameOf(claim.kind));
    text(claim.claimant);
    text(NameOf(claim.side));
    text(NameOf(claim.actor));
    text(TextOf(row.text, claim.cue));
    text(NameOf(claim.mode));
    text(NameOf(claim.status));
    Put(FormatIsoDay(claim.time.from), out);
    Put(FormatIsoDay(claim.time.to), out);
    text(NameOf(claim.time_basis));
    text(claim.region == "-" ? "" : claim.region);
    text(RegionOf(head, claim.region));
    PutPlaces(claim, out);
    PutAmounts(claim, out);
    text(claim.rule);
    text(row.review);
    text(head.asked.link);
    text(head.corpus);
    text(head.asked.program);
    EndLine(out);
  }

 private:
  void Put(std::string_view value, std::string* out) {
    if (!at_begin_) *out += separator_;
    at_begin_ = false;
    if (value.find_first_of("\"\r\n\t,") == std::string_view::npos) {
      *out += value;
      return;
    }
    *out += '"';
    for (const char c : value) {
      if (c == '"') *out += '"';
      *out += c;
    }
    *out += '"';
  }

  void PutText(std::string_view value, std::string* out) {
    Put(IsFormula(value) ? "'" + std::string(value) : std::string(value), out);
  }

  void EndLine(std::string* out) {
    *out += "\r\n";
    at_begin_ = true;
  }

  // All names; the degrees of the first that has some.
  void PutPlaces(const Claim& claim, std::string* out) {
    std::string names, lat, lon;
    for (const PlaceMention& place : claim.places) {
      names += (names.empty() ? "" : "; ") + place.name;
      if (!lat.empty() || (place.lat == 0 && place.lon == 0)) continue;
      lat = DegreesText(place.lat);
      lon = DegreesText(place.lon);
    }
    PutText(names, out);
    Put(lat, out);
    Put(lon, out);
  }

  // The first amount in columns, all of them as the text has them.
  void PutAmounts(const Claim& claim, std::string* out) {
    std::array<std::string, 7> first;
    std::string all;
    for (const Quantity& quantity : claim.quantities) {
      if (&quantity == claim.quantities.data()) {
        first = {FormatDouble(quantity.value),
                 FormatDouble(quantity.value_max),
                 quantity.unit,
                 std::string(NameOf(quantity.bound)),
                 quantity.of,
                 FormatDouble(quantity.si_value),
                 quantity.si_unit.empty() ? quantity.unit : quantity.si_unit};
      }
      if (!all.empty()) all += "; ";
      if (quantity.bound != Bound::kExact) all.append(NameOf(quantity.bound)).append(" ");
      all += FormatDouble(quantity.value);
      if (quantity.value_max != quantity.value) all += "-" + FormatDouble(quantity.value_max);
      all += " " + quantity.unit;
    }
    for (size_t i = 0; i < first.size(); ++i) {
      const bool is_number = i == 0 || i == 1 || i == 5;
      is_number ? Put(first[i], out) : PutText(first[i], out);
    }
    PutText(all, out);
  }

  static std::string DegreesText(float value) { return FormatDouble(RoundDegrees(value)); }

  const char separator_;
  bool at_begin_ = true;
};

}  // namespace

std::unique_ptr<ExportWriter> MakeTableWriter(const ExportHead& head) {
  return std::make_unique<TableWriter>(head);
}

}  // namespace claimscope
