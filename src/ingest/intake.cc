#include "ingest/intake.h"

#include <utility>

namespace claimscope {
namespace {

// Text packs to a tenth, tables of one value to a hundredth; what unpacks to more is made to harm.
constexpr uint64_t kMaxUnpackedRatio = 250;
constexpr uint64_t kAlwaysUnpackedBytes = 64ull << 20;

}  // namespace

void Intake::Give(RawArticle&& article) {
  ++counts.articles;
  on_article_(std::move(article));
}

void Intake::Tell(Problem&& problem) {
  ++(problem.kind == Problem::Kind::kSkipped ? counts.skipped : counts.repaired);
  on_problem_(std::move(problem));
}

void Intake::Skip(std::string path, std::string reason) {
  Problem problem;
  problem.source = std::move(path);
  problem.reason = std::move(reason);
  Tell(std::move(problem));
}

bool Intake::TakeUnpacked(const std::string& path, size_t bytes) {
  if (is_refused_) return false;
  unpacked_bytes_ += bytes;
  if (unpacked_bytes_ <= kAlwaysUnpackedBytes ||
      unpacked_bytes_ / kMaxUnpackedRatio <= counts.bytes_in) {
    return true;
  }
  is_refused_ = true;
  Skip(path,
       "The archive unpacks to more than 250 times its size, as archives made to do harm do; the "
       "rest is left out.");
  return false;
}

std::string Intake::TooLarge(std::string_view what) const {
  return std::string(what) + " is larger than " + std::to_string(max_record_bytes_ >> 20) +
         " MB and was left out.";
}

}  // namespace claimscope
