#include "claims/analysis.h"
#include "claims/annotate.h"
#include "claims/claims.h"

namespace claimscope {

struct Extractor::Rules {
  RulePack pack;
};

Extractor::Extractor(std::unique_ptr<Rules> rules) : rules_(std::move(rules)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

Result<Extractor> Extractor::Load(const FileBundle& rules) {
  auto loaded = std::make_unique<Rules>();
  if (Status status = loaded->pack.Load(rules); !status.ok()) return status;
  return Extractor(std::move(loaded));
}

std::vector<Claim> Extractor::Extract(const Article& article) const {
  if (!article.language.empty() && article.language != "en") return {};
  const Analysis analysis = Analyse(article.text, article.date, rules_->pack);
  return ComposeClaims(article, analysis, rules_->pack);
}

std::vector<LayerMention> Extractor::Annotate(Layer layer, const Article& article) const {
  return AnnotateLayer(layer, article, rules_->pack);
}

}  // namespace claimscope
