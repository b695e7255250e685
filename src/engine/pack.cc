#include "engine/engine.h"

namespace claimscope {

Result<Pack> LoadPack(const FileBundle& rules) {
  Result<Cleaner> cleaner = Cleaner::Load(rules);
  if (!cleaner.ok()) return cleaner.status();
  Result<Extractor> extractor = Extractor::Load(rules);
  if (!extractor.ok()) return extractor.status();
  Result<FieldNames> names = FieldNames::Load(rules);
  if (!names.ok()) return names.status();
  return Pack{std::move(*cleaner), std::move(*extractor), std::move(*names)};
}

}  // namespace claimscope
