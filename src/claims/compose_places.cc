// Where it happened.
#include "claims/composer.h"

namespace claimscope {

// An event without a place is where the last one was, so many sentences on.
constexpr uint32_t kCountryReach = 3;

void Composer::SetPlaces(uint32_t begin, uint32_t end, const Attribution* attribution,
                         Draft* draft) {
  Claim& claim = draft->claim;
  RegionId region = 0, country = 0, demonym = 0;
  int best = 0;
  bool capital = false;
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    const bool inside = place.begin >= begin && place.begin < end;
    if (inside) {
      if (place.kind != PlaceKind::kDemonym)
        claim.places.push_back(ToMention(place, text_, a_.tokens, pack_.gazetteer));
    }
    if (!inside || place.region == 0 || OfSpeaker(place.begin)) continue;
    const bool first_level = pack_.gazetteer.CountryOf(place.region) != place.region;
    if (place.kind == PlaceKind::kDemonym) {
      if (TerritoryFollows(place.end)) demonym = demonym == 0 ? place.region : demonym;
      continue;
    }
    if (!place.located) {
      if (first_level && region == 0 && best < 1) region = place.region;
      if (!first_level && TerritoryFollows(place.end))
        demonym = demonym == 0 ? place.region : demonym;
      continue;
    }
    if (!first_level) {
      // "at the border with Norway"
      const bool beyond = place.begin > begin && Text(place.begin - 1) == "with";
      if (country == 0 && !beyond) country = place.region;
      continue;
    }
    int weight = Locative(place.begin) ? 3 : 2;
    if (place.kind == PlaceKind::kRegion) ++weight;
    if (weight > best) {
      best = weight;
      region = place.region;
      // A name that is a government, too.
      capital = actor_countries_[place.begin] == pack_.gazetteer.CountryOf(place.region);
    }
  }
  if (region == 0 && last_region_ != 0 && last_region_sentence_ + 3 >= s_ &&
      SaysTheRegion(begin, end))
    region = last_region_;
  if (region == 0) region = country;
  if (region == 0) region = demonym;
  draft->own_place = region != 0;
  const bool event = pack_.kinds.Traits(claim.kind).event;
  const bool located = region != 0 && region != demonym;
  if (region == 0 && SaysTheCountry(begin, end)) region = last_spoken_;
  const RegionId speaker = SpeakerCountry(attribution, claim.claimant);
  if (region == 0) region = event ? EventRegion(begin, end) : SpokenOf(begin, end);
  if (region == 0 && !event && last_country_ != 0 && last_country_sentence_ + kCountryReach >= s_ &&
      a_.sentences[last_country_sentence_].paragraph == a_.sentences[s_].paragraph)
    region = last_country_;
  for (const RegionId other : {about_, home_, speaker, theatre_, named_}) {
    if (region == 0) region = other;
  }
  if (located) {
    last_country_ = pack_.gazetteer.CountryOf(region);
    last_country_sentence_ = s_;
  }
  // Where statesmen meet is not where the next thing happens.
  if (region != 0 && pack_.gazetteer.CountryOf(region) != region && (event || !capital)) {
    last_region_ = region;
    last_region_sentence_ = s_;
  }
  last_spoken_ = region == 0 ? 0 : pack_.gazetteer.CountryOf(region);
  claim.region = region == 0 ? "-" : std::string(pack_.gazetteer.Code(region));
}

// Where a speaker comes from: his name in the table, or a state or region named with him; known for
// what he says next, too.
RegionId Composer::SpeakerCountry(const Attribution* attribution, const std::string& claimant) {
  if (attribution == nullptr) return 0;
  const auto known = std::find_if(speakers_.begin(), speakers_.end(),
                                  [&](const auto& entry) { return entry.first == claimant; });
  if (known != speakers_.end()) return known->second;
  RegionId country = 0;
  for (uint32_t at = attribution->source_begin; at < attribution->source_end; ++at) {
    if (country == 0) country = actor_countries_[at];
  }
  for (size_t p = place_begin_; p < place_end_ && country == 0; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.begin >= attribution->source_begin && place.begin < attribution->source_end &&
        place.region != 0)
      country = pack_.gazetteer.CountryOf(place.region);
  }
  if (country != 0) speakers_.emplace_back(claimant, country);
  return country;
}

// An event happens somewhere: near what was located last, else where the article is at home.
RegionId Composer::EventRegion(uint32_t begin, uint32_t end) const {
  if (const RegionId near = NearRegion(begin)) return near;
  if (home_ != 0) return home_;
  if (const RegionId spoken = SpokenOf(begin, end)) return spoken;
  if (last_country_ != 0 && last_country_sentence_ + kCountryReach >= s_) return last_country_;
  return theatre_;
}

// "The country's exports": of the one spoken of just before.
bool Composer::SaysTheCountry(uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin + 1; at < end; ++at) {
    if (Text(at) == "country" && (Text(at - 1) == "the" || Text(at - 1) == "The")) return true;
  }
  return false;
}

// "the region", "this city": the one spoken of before.
bool Composer::SaysTheRegion(uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin + 1; at < end; ++at) {
    const std::string_view word = Text(at);
    if (word != "region" && word != "area" && word != "city" && word != "town" &&
        word != "village" && word != "oblast" && word != "district" && word != "province") {
      continue;
    }
    for (uint32_t i = at, steps = 0; i-- > begin && steps < 3; ++steps) {
      const std::string_view before = Text(i);
      if (before == "the" || before == "The" || before == "this" || before == "that" ||
          before == "This")
        return true;
      if (!Has(i, Is::kAdjective) && !Has(i, Is::kVerbPart)) break;
    }
  }
  return false;
}

// Inside the words that name the source, a place is part of an office.
bool Composer::InSource(uint32_t at) const {
  for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
    if (at >= a_.attributions[i].source_begin && at < a_.attributions[i].source_end) return true;
  }
  return false;
}

// Where what is said begins after "told reporters in Moscow that".
uint32_t Composer::AddresseeEnd(uint32_t cue_end) const {
  for (uint32_t at = cue_end; at < a_.tokens.size() && at < cue_end + 12; ++at) {
    if (Text(at) == "that") return at;
    if (a_.tags[at].tag == Tag::kFinite || a_.tags[at].tag == Tag::kAuxiliary) break;
  }
  return cue_end;
}

// Names the source, or where it speaks: "told reporters in Moscow that ...".
bool Composer::OfSpeaker(uint32_t at) const {
  if (medium_[at]) return true;
  for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
    const Attribution& a = a_.attributions[i];
    if (at >= a.source_begin && at < a.source_end) return true;
    if (a.cue_end > a.cue_begin && a.content_begin >= a.cue_end && at >= a.cue_end &&
        at < std::max(a.content_begin, AddresseeEnd(a.cue_end)))
      return true;
  }
  return false;
}

bool Composer::Locative(uint32_t at) const {
  if (at == 0) return false;
  uint32_t i = at - 1;
  while (i > 0 && at - i < 4 &&
         (Has(i, Is::kArticle) || Has(i, Is::kAdjective) || Has(i, Is::kPossessive) ||
          Text(i) == "’s" || Text(i) == "'s" || a_.tokens[i].capital))
    --i;
  const std::string_view word = Text(i);
  return word == "in" || word == "near" || word == "over" || word == "of" || word == "into" ||
         word == "at" || word == "across" || word == "around" || word == "on" || word == "In" ||
         word == "Near";
}

// "Ukrainian territory", "Russia's border areas", "Russian civilian infrastructure".
bool Composer::TerritoryFollows(uint32_t at) const {
  for (uint32_t i = at; i < at + 4 && i < classes_.size(); ++i) {
    if ((classes_[i] & (territory_ | target_)) != 0) return true;
    if (a_.tokens[i].kind != TokenKind::kWord || Has(i, Is::kPreposition) ||
        a_.tags[i].tag == Tag::kFinite)
      return false;
  }
  return false;
}

// Without a place of its own an event takes that of its sentence, then of the sentence before it
// in the paragraph.
RegionId Composer::NearRegion(uint32_t begin) const {
  RegionId region = 0;
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (!place.located || place.region == 0 || place.begin >= begin || InSource(place.begin))
      continue;
    if (pack_.gazetteer.CountryOf(place.region) != place.region) return place.region;
    region = place.region;
  }
  if (region != 0) return region;
  // A governor speaks of his region.
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.region != 0 && InSource(place.begin) && place.kind != PlaceKind::kCapital &&
        pack_.gazetteer.CountryOf(place.region) != place.region) {
      return place.region;
    }
  }
  // A region named later in the sentence holds for all of it, unless figures are told by region.
  if (!figures_follow_) {
    for (size_t p = place_begin_; p < place_end_; ++p) {
      const PlaceFinding& place = a_.places[p];
      if (place.located && place.region != 0 && place.begin >= begin && !InSource(place.begin) &&
          pack_.gazetteer.CountryOf(place.region) != place.region) {
        return place.region;
      }
    }
  }
  const bool same_paragraph =
      a_.sentences[last_region_sentence_].paragraph == a_.sentences[s_].paragraph;
  if (last_region_ != 0 && last_region_sentence_ + (same_paragraph ? 4 : 2) >= s_)
    return last_region_;
  return 0;
}

// The state that the clause says something of, when it is no place of an event: its subject, the
// only state that it names, of several the one that the article is about.
RegionId Composer::SpokenOf(uint32_t begin, uint32_t end) const {
  RegionId first = 0;
  bool several = false, of_article = false;
  const RegionId article = theatre_ != 0 ? theatre_ : named_;
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.begin < begin || place.begin >= end || place.region == 0 || OfSpeaker(place.begin))
      continue;
    const RegionId country = pack_.gazetteer.CountryOf(place.region);
    of_article = of_article || country == article;
    if (first == 0) {
      // Right before the verb, or whose something it is.
      uint32_t at = place.end;
      while (at < end && at < place.end + 4 && a_.tags[at].tag == Tag::kNone &&
             a_.tokens[at].kind == TokenKind::kWord && !Has(at, Is::kPreposition))
        ++at;
      const bool subject =
          at < end && (a_.tags[at].tag == Tag::kFinite || a_.tags[at].tag == Tag::kAuxiliary);
      if (subject && NoVerb(begin, place.begin)) return country;
      first = country;
    }
    several = several || country != first;
  }
  if (several) return of_article ? article : first;
  for (uint32_t at = begin; at < end && first == 0; ++at) {
    if (!OfSpeaker(at)) first = actor_countries_[at];
  }
  return first;
}

// Where nothing near a claim says where, most articles still tell of one country.
void Composer::CountCountries() {
  struct Count {
    RegionId country;
    uint32_t located, named;
  };
  std::vector<Count> counts;
  uint32_t located = 0, named = 0;
  const auto add = [&](RegionId country, bool here) {
    auto same = std::find_if(counts.begin(), counts.end(),
                             [&](const Count& count) { return count.country == country; });
    if (same == counts.end()) same = counts.insert(counts.end(), {country, 0, 0});
    ++named;
    ++same->named;
    located += here;
    same->located += here;
  };
  for (const PlaceFinding& place : a_.places) {
    if (place.region == 0) continue;
    add(pack_.gazetteer.CountryOf(place.region),
        place.located && place.kind != PlaceKind::kDemonym);
  }
  for (const RegionId country : actor_countries_) {
    if (country != 0) add(country, false);
  }
  uint32_t most_located = 0, most_named = 0;
  for (const Count& count : counts) {
    if (count.located >= 2 && count.located * 3 > located * 2) home_ = count.country;
    if (count.named >= 3 && count.named * 2 > named) about_ = count.country;
    if (count.located > most_located) {
      most_located = count.located;
      theatre_ = count.country;
    }
    if (count.named > most_named) {
      most_named = count.named;
      named_ = count.country;
    }
  }
}

}  // namespace claimscope
