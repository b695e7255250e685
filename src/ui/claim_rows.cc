#include "ui/claim_rows.h"

#include "ui/format.h"

namespace claimscope {
namespace {

// One line: a quote may run over several in its page.
std::string OnOneLine(std::string text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : text) {
    const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (space && (line.empty() || line.back() == ' ')) continue;
    line.push_back(space ? ' ' : c);
  }
  return line;
}

}  // namespace

ClaimRow DecodeRow(const Session& session, Hit hit, int year) {
  const Segment& segment = session.workspace().SegmentAt(hit.segment);
  const Claim claim = segment.ClaimAt(hit.row);
  const ArticleView article = segment.ArticleAt(segment.articles()[hit.row]);
  ClaimRow row;
  const Day day = AnchorDay(claim.time);
  row.time = day.known() ? FormatDay(day) : "Undated";
  // Without the year where it goes without saying.
  if (day.known() && CivilOf(day).year == year) row.time.resize(row.time.rfind(' '));
  row.guesses = GuessesOf(session, hit);
  row.place = claim.region == "-" ? kNotKnown : session.regions().NameOf(claim.region);
  row.claimant = claim.claimant == "outlet" ? std::string(article.source) : claim.claimant;
  if (row.claimant.empty()) row.claimant = LabelOf(claim.side);
  if (!claim.quantities.empty()) row.amount = FormatQuantity(claim.quantities[0]);
  row.quote = OnOneLine(segment.QuoteAt(hit.row));
  row.source = article.source.empty() ? kNotKnown : article.source;
  row.title = std::string(article.title);
  row.kind = claim.kind;
  row.side = claim.side;
  row.status = claim.status;
  return row;
}

void ClaimRows::Refresh(const Session& session) {
  if (revision_ == session.workspace().revision()) return;
  revision_ = session.workspace().revision();
  rows_.clear();
  const DayRange all = session.corpus().days();
  const bool one_year = all.known() && YearStart(all.from) == YearStart(all.to);
  year_ = one_year ? CivilOf(all.to).year : 0;
}

const ClaimRow& ClaimRows::At(const Session& session, Hit hit) {
  if (rows_.size() > kMost) rows_.clear();
  const uint64_t key = uint64_t{hit.segment} << 32 | hit.row;
  const auto at = rows_.find(key);
  if (at != rows_.end()) return at->second;
  return rows_.emplace(key, DecodeRow(session, hit, year_)).first->second;
}

}  // namespace claimscope
