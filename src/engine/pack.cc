#include "engine/engine.h"

namespace claimscope {

Result<Pack> LoadPack(const FileBundle& rules) {
  Result<Cleaner> cleaner = Cleaner::Load(rules);
  if (!cleaner.ok()) return cleaner.status();
  Result<Extractor> extractor = Extractor::Load(rules);
  if (!extractor.ok()) return extractor.status();
  return Pack{std::move(*cleaner), std::move(*extractor)};
}

}  // namespace claimscope
