#include "claims/quoted_names.h"

namespace claimscope {

void UnquoteMedia(const Actors& actors, Tokens* tokens) {
  const size_t count = tokens->size();
  for (size_t open = 0; open + 2 < count; ++open) {
    if ((*tokens)[open].kind != TokenKind::kOpenQuote) continue;
    const auto NameEnd = [&](size_t at) {
      const auto match = actors.Longest(tokens->data(), count, at);
      const bool medium = match && actors[match.value].kind == ActorKind::kMedia;
      return medium ? at + match.length : at;
    };
    const size_t begin = open + 1;
    size_t close = NameEnd(begin);
    if (close == begin && (*tokens)[begin].Has(Is::kArticle)) close = NameEnd(begin + 1);
    const bool named = close > begin + (*tokens)[begin].Has(Is::kArticle) && close < count &&
                       (*tokens)[close].kind == TokenKind::kCloseQuote;
    if (!named) continue;
    for (const size_t mark : {open, close}) {
      (*tokens)[mark].kind = TokenKind::kMark;
      (*tokens)[mark].mark = '\'';
    }
    open = close;
  }
}

}  // namespace claimscope
