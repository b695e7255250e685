#include "claims/places.h"

#include "claims/place_finder.h"

namespace claimscope {

std::vector<PlaceFinding> FindPlaces(std::string_view text, const Tokens& tokens,
                                     const std::vector<Sentence>& sentences, const Lexicon& lexicon,
                                     const Gazetteer& gazetteer) {
  return PlaceFinder(text, tokens, sentences, lexicon, gazetteer).Run();
}

bool OfAnotherState(const Tokens& tokens, const std::vector<PlaceFinding>& places, uint32_t at,
                    RegionId own) {
  constexpr uint32_t kReach = 10;
  if (at >= tokens.size() || !tokens[at].Has(Is::kPreposition)) return false;
  auto place =
      std::lower_bound(places.begin(), places.end(), at,
                       [](const PlaceFinding& one, uint32_t token) { return one.begin < token; });
  if (place == places.end() || place->begin > at + kReach || place->kind != PlaceKind::kCountry)
    return false;
  for (uint32_t i = at; i < place->begin; ++i) {
    const Token& token = tokens[i];
    if (token.kind != TokenKind::kWord || token.paragraph ||
        !(token.capital || token.Has(Is::kPreposition) || token.Has(Is::kArticle)))
      return false;
  }
  return place->region != 0 && place->region != own;
}

PlaceMention ToMention(const PlaceFinding& finding, std::string_view text, const Tokens& tokens,
                       const Gazetteer& gazetteer) {
  PlaceMention mention;
  mention.span = BytesOf(tokens, finding.begin, finding.end);
  mention.name = finding.place != nullptr ? std::string(gazetteer.Name(finding.place->name))
                                          : std::string(TextOf(text, mention.span));
  if (finding.region != 0) mention.region = std::string(gazetteer.Code(finding.region));
  mention.sure = finding.sure;
  if (finding.place != nullptr) {
    mention.lat = finding.place->lat;
    mention.lon = finding.place->lon;
  }
  for (RegionId region : finding.candidates)
    mention.candidates.emplace_back(gazetteer.Code(region));
  return mention;
}

}  // namespace claimscope
