// Where it happened.
#include <algorithm>

#include "base/strings.h"
#include "claims/composer.h"

namespace claimscope {

// What the places inside a clause say of where it happened.
Composer::OwnPlace Composer::PlaceOf(uint32_t begin, uint32_t end) const {
  OwnPlace own, aside;
  int best = 0, best_aside = 0;
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.begin < begin || place.begin >= end || place.region == 0 ||
        Elsewhere(place.begin, begin) || (Beside(place.begin) && Attacker(place)))
      continue;
    if (Aside(place.begin) || Beside(place.begin))
      LookAt(place, begin, &best_aside, &aside);
    else
      LookAt(place, begin, &best, &own);
  }
  // What stands beside the main clause tells where only if that does not, or tells it closer.
  if (own.region != 0 && (best > 0 || best_aside == 0)) return own;
  if (own.country == 0 || pack_.gazetteer.CountryOf(aside.region) == own.country) {
    own.region = aside.region;
    own.capital = aside.capital;
  }
  if (own.country == 0 && own.region == 0) own.beside = aside.country;
  if (own.demonym == 0) own.demonym = aside.demonym;
  return own;
}

// The state that the main clause says something of: before its first verb, beside nothing else.
RegionId Composer::Subject(uint32_t begin, uint32_t end) const {
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.begin < begin || place.begin >= end || place.region == 0 || Aside(place.begin) ||
        Beside(place.begin) || OfSpeaker(place.begin))
      continue;
    if (place.kind == PlaceKind::kDemonym) return 0;
    // "After the raid began, Norway left": behind the clause that leads.
    uint32_t from = begin;
    if (Has(begin, Is::kCircumstance)) {
      for (uint32_t at = begin; at < place.begin; ++at) {
        if (a_.tokens[at].mark == ',') from = at + 1;
      }
    }
    if (!NoFinite(from, place.begin)) return 0;
    const uint32_t verb = place.end;
    if (verb < end && a_.tags[verb].OfClause()) return pack_.gazetteer.CountryOf(place.region);
    return 0;
  }
  return 0;
}

// "the Norwegian capital", "the capital of Norway": where it lies.
RegionId Composer::Capital(const PlaceFinding& place) const {
  const auto Is = [&](uint32_t at) {
    return at < a_.tokens.size() && a_.tokens[at].word == capital_word_;
  };
  const bool of = place.begin > 1 && Text(place.begin - 1) == "of" && Is(place.begin - 2);
  const bool owner = place.end < a_.tokens.size() && a_.tokens[place.end].glued;
  return Is(place.end) || (owner && Is(place.end + 1)) || of
             ? pack_.gazetteer.SeatOf(pack_.gazetteer.CountryOf(place.region))
             : 0;
}

// "expands the air war against Norway": where that is; not "helped Sweden in its war against
// Norway".
bool Composer::Raided(const PlaceFinding& place) const {
  const KnownClasses& known = pack_.lexicon.known;
  if (place.begin < 2 || Text(place.begin - 1) != "against" ||
      (classes_[place.begin - 2] & (known.operation | known.strike | known.war)) == 0)
    return false;
  for (uint32_t at = place.begin - 2, steps = 0; at-- > 0 && steps < 5; ++steps) {
    if (a_.tags[at].tag == Tag::kFinite || a_.tags[at].tag == Tag::kIng ||
        a_.tags[at].tag == Tag::kInfinitive)
      return true;
    if (a_.tokens[at].kind != TokenKind::kWord || Has(at, Is::kPreposition)) return false;
  }
  return false;
}

void Composer::LookAt(const PlaceFinding& place, uint32_t begin, int* best, OwnPlace* own) const {
  const RegionId seat = place.kind == PlaceKind::kDemonym || place.kind == PlaceKind::kCountry
                            ? Capital(place)
                            : RegionId{0};
  RegionId at = seat != 0 ? seat : place.region;
  // "Vasylivka", of many: the one in the region of who tells of it.
  const bool unsure = place.sure == Sureness::kAmbiguous || place.sure == Sureness::kContext;
  if (unsure && std::find(place.candidates.begin(), place.candidates.end(), speaker_region_) !=
                    place.candidates.end())
    at = speaker_region_;
  const bool first_level = pack_.gazetteer.CountryOf(at) != at;
  if (seat == 0 && (place.kind == PlaceKind::kDemonym || !place.located)) {
    const bool land = !first_level && TerritoryFollows(place.end);
    if (!first_level && place.kind != PlaceKind::kDemonym && own->object == 0 &&
        Object(place, begin)) {
      own->object = at;
      own->allowed = Has(place.end, Is::kTo);
    }
    // "supplies to Kyiv": to the state
    if (own->object == 0 && place.given && place.begin > begin + 1)
      own->object = pack_.gazetteer.CountryOf(at);
    if (land && own->demonym == 0) own->demonym = at;
    if (place.kind != PlaceKind::kDemonym && first_level && own->region == 0) own->region = at;
    // "in Upper Finland"
    uint32_t in = place.begin;
    while (in > begin && a_.tokens[in - 1].capital) --in;
    if (place.kind != PlaceKind::kDemonym && own->near == 0 && in > begin && in < place.begin &&
        Text(in - 1) == "in")
      own->near = at;
    return;
  }
  if (!first_level) {
    // "at the border with Norway", "in its war against Norway"
    const bool beyond = place.begin > begin && Has(place.begin - 1, Is::kBeyond) && !Raided(place);
    // "The war in Norway has raised prices in Sweden": in Sweden.
    const bool verb = !NoFinite(begin, place.begin);
    const bool moved = own->noun && verb && Locative(place.begin);
    if ((own->country == 0 && !beyond) || moved) {
      own->country = at;
      own->noun = !verb && place.begin > begin + 2 && Locative(place.begin);
    }
    return;
  }
  // "the war against Kyiv": against the state.
  if (place.begin > begin && Has(place.begin - 1, Is::kBeyond) &&
      actor_countries_[place.begin] == pack_.gazetteer.CountryOf(at)) {
    if (own->object == 0) own->object = pack_.gazetteer.CountryOf(at);
    return;
  }
  // "near Kyiv": in the region around it.
  const std::string_view lead = place.begin > begin ? Text(place.begin - 1) : std::string_view();
  for (const std::string_view word : {"near", "outside", "around"}) {
    if (EqualsIgnoreAsciiCase(lead, word)) at = pack_.gazetteer.Around(at);
  }
  int weight = Locative(place.begin) ? 3 : 2;
  if (place.kind == PlaceKind::kRegion) ++weight;
  if (weight <= *best) return;
  *best = weight;
  own->region = at;
  // A name that is a government, too.
  own->capital = actor_countries_[place.begin] == pack_.gazetteer.CountryOf(at);
  // "Aid to the government in Kyiv": to the state.
  if (own->capital && Seat(place.begin)) own->region = pack_.gazetteer.CountryOf(at);
}

// "invaded Norway", "to destabilise Norway"; not "said Norway", "helped Norway win", "asked Norway
// to stop".
bool Composer::Object(const PlaceFinding& place, uint32_t begin) const {
  if (place.begin <= begin) return false;
  const uint32_t verb = place.begin - 1;
  if (StartsWith(Text(verb), "border")) return false;  // "regions that border Norway"
  const bool doing = a_.tags[verb].tag == Tag::kIng && !Has(verb, Is::kPreposition) &&
                     verb > begin &&
                     (Has(verb - 1, Is::kPreposition) || Has(verb - 1, Is::kAuxiliary));
  const bool does = a_.tags[verb].tag == Tag::kFinite || doing ||
                    (verb > begin && Has(verb, Is::kVerbBase) && Has(verb - 1, Is::kTo));
  if (!does || a_.tags[verb].passive || Has(verb, Is::kSpeech)) return false;
  const uint32_t after = place.end;
  if (after < a_.tokens.size() && Has(after, Is::kTo)) {
    const auto cue = pack_.lexicon.cue_phrases.Longest(a_.tokens.data(), a_.tokens.size(), verb);
    if (cue && pack_.lexicon.cues[cue.value].kind != CueKind::kThink) return false;
  }
  return after >= a_.tokens.size() || a_.tokens[after].kind != TokenKind::kWord ||
         Has(after, Is::kPreposition) || Has(after, Is::kAnd) || Has(after, Is::kSubordinator) ||
         Has(after, Is::kAdverb) || Text(after) == "another" || Has(after, Is::kNumber);
}

// "the government in Oslo", "the embassy in Oslo": what stands before the preposition sits there.
bool Composer::Seat(uint32_t at) const {
  if (at < 2 || !Has(at - 1, Is::kPreposition)) return false;
  const KnownClasses& known = pack_.lexicon.known;
  return (classes_[at - 2] & (known.state | known.seat)) != 0;
}

// "the Kursk region, where the army fights on": the place right before the clause.
RegionId Composer::WhereRegion(uint32_t begin, uint32_t end) const {
  uint32_t at = begin;
  while (at < end && a_.tokens[at].kind != TokenKind::kWord) ++at;
  const bool which = at < end && Text(at) == "which";
  if (at >= end || !(which || Text(at) == "where")) return 0;
  RegionId region = 0;
  for (size_t p = place_begin_; p < place_end_ && a_.places[p].begin < at; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.region != 0 && place.kind != PlaceKind::kDemonym && place.end + (which ? 1 : 3) >= at)
      region = place.region;
  }
  return region;
}

void Composer::SetPlaces(uint32_t begin, uint32_t end, const Attribution* attribution,
                         Draft* draft) {
  Claim& claim = draft->claim;
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.begin >= begin && place.begin < end && place.kind != PlaceKind::kDemonym)
      claim.places.push_back(ToMention(place, text_, a_.tokens, pack_.gazetteer));
  }
  speaker_region_ = SpeakerRegion(attribution, claim.claimant);
  const OwnPlace own = PlaceOf(begin, end);
  RegionId region = own.region;
  // "In the region", the governor of Bryansk said: in his.
  if (region == 0 && SaysTheRegion(begin, end) && RoleSpeaks(kRolePerson)) region = SourceRegion();
  if (region == 0 && named_region_ != 0 && named_region_sentence_ + 3 >= s_ &&
      SaysTheRegion(begin, end))
    region = named_region_;
  // "Crimea, which Norway annexed in 2014"
  if (region == 0 && Has(begin, Is::kRelative)) region = WhereRegion(begin, end);
  if (region == 0) region = own.country;
  if (region == 0 && own.beside != 0) {
    // "After the attack on Norway, Sweden closed its borders"
    region = Subject(begin, end);
    if (region == 0) region = own.near;
    if (region == 0) region = own.beside;
  }
  if (region == 0) region = WhereRegion(begin, end);
  const bool located = region != 0;
  // "allow Norway to go on with its raids against Swedish towns": where the towns are.
  if (region == 0 && own.allowed) region = own.demonym;
  if (region == 0) region = own.object;
  const bool done_to = !located && region != 0;
  if (region == 0) region = own.demonym;
  draft->own_place = region != 0;
  const bool event = pack_.kinds.Traits(claim.kind).event;
  const RegionId speaker = SpeakerCountry(attribution, claim.claimant);
  // "Norway's air force said Sweden launched 40 drones": at Norway.
  struck_ = pack_.kinds.Traits(claim.kind).times ? speaker : RegionId{0};
  if (region == 0) region = TheCountry(begin, end, speaker);
  // "Russian troops are stationed in the region", after Moldova was spoken of.
  if (region == 0 && RecentCountry() != 0 && SaysTheRegion(begin, end)) region = last_country_;
  // "Houses were hit, the governor of Kursk said."
  if (region == 0 && !event && claim.kind != pack_.kinds.politics()) region = speaker_region_;
  // "A drone hit a depot in Kursk. Local officials said the fire was put out."
  if (region == 0 && !event && LocalSpeaks()) region = CarriedRegion();
  const bool nowhere = region == 0 && claim.kind == pack_.kinds.rest() && OfTheWorld(begin, end) &&
                       States(begin, end) == 0;
  if (region == 0)
    region = event ? EventRegion(begin, end, draft->rule != nullptr && draft->rule->afar)
                   : SpokenOf(begin, end, false);
  // What has no subject of its own is about what was said right before: ", which is new".
  const bool goes_on = (Has(begin, Is::kRelative) && Text(begin) != "that") ||
                       a_.tags[begin].OfClause() || a_.tags[begin].tag == Tag::kIng;
  if (region == 0 && goes_on && !drafts_.empty() && drafts_.back().sentence == s_ &&
      !InWho(drafts_.back().begin))
    region = drafts_.back().region;
  if (region == 0 && !event && RecentCountry() != 0 &&
      a_.sentences[last_country_sentence_].paragraph == a_.sentences[s_].paragraph) {
    // "A depot in Kursk burns. People spent the night in shelters."
    const bool there = claim.kind == pack_.kinds.rest() && last_region_ != 0 &&
                       last_region_sentence_ == last_country_sentence_;
    region = there ? last_region_ : last_country_;
  }
  const bool politics =
      (claim.kind == pack_.kinds.politics() && claim.rule != "context.statesman") ||
      (political_ && claim.kind == pack_.kinds.rest());
  if (region == 0) region = politics ? topic_ : scene_ != 0 ? scene_ : alone_;
  if (region == 0) region = speaker;
  if (nowhere) region = 0;
  if (region != 0 && region == pack_.gazetteer.CountryOf(region) && region != topic_ &&
      OneOfMany(region, begin, end))
    region = 0;
  if (located) {
    last_country_ = pack_.gazetteer.CountryOf(region);
    last_country_sentence_ = s_;
  }
  if (region != 0 && pack_.gazetteer.CountryOf(region) != region) {
    if (event || !own.capital) {
      named_region_ = region;
      named_region_sentence_ = s_;
    }
    // Where statesmen meet, or what they speak of, is not where the next thing happens.
    if (!(draft->rule != nullptr && draft->rule->apart) &&
        (event || (claim.kind != pack_.kinds.politics() && located && !own.capital))) {
      last_region_ = region;
      last_region_sentence_ = s_;
    }
  }
  if (!done_to) last_spoken_ = region == 0 ? 0 : pack_.gazetteer.CountryOf(region);
  draft->region = region;
  claim.region = region == 0 ? "-" : std::string(pack_.gazetteer.Code(region));
}

// "in Norway, Sweden and Denmark", "Norway's Alv, Sweden's Berg and Denmark's Lind": is the state
// one of such a list, of three at least?
bool Composer::OneOfMany(RegionId state, uint32_t begin, uint32_t end) const {
  uint32_t run = 0, last = 0;
  bool in = false, many = false, alone = false;
  const auto EndRun = [&] {
    (run >= kMany ? many : alone) |= in;
    run = 0;
    in = false;
  };
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.begin < begin || place.begin >= end || OfSpeaker(place.begin)) continue;
    // "leaders of Norway, Sweden and Denmark met in Oslo"
    if (place.kind != PlaceKind::kCountry && place.kind != PlaceKind::kDemonym) {
      if (place.located && pack_.gazetteer.CountryOf(place.region) == state) return false;
      continue;
    }
    if (run > 0 && !Listed(last, place.begin)) EndRun();
    ++run;
    in = in || place.region == state;
    last = place.end;
  }
  EndRun();
  return many && !alone;
}

// Does one comma or "and" stand between two places, with nothing before it but what is the first's?
bool Composer::Listed(uint32_t from, uint32_t to) const {
  bool joint = false;
  for (uint32_t at = from; at < to; ++at) {
    const Token& token = a_.tokens[at];
    const bool comma = token.mark == ',', joins = comma || Has(at, Is::kAnd);
    if (joins && joint && (comma || a_.tokens[at - 1].mark != ',')) return false;
    joint = joint || joins;
    if (joins || Has(at, Is::kArticle) || (at == from && token.glued)) continue;
    if (joint || at >= from + kListedWords || Has(at, Is::kPreposition) || a_.tags[at].OfClause() ||
        (token.kind != TokenKind::kWord && token.mark != '-'))
      return false;
  }
  return joint;
}

// "Forest fires worldwide": of no one place.
bool Composer::OfTheWorld(uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin; at < end; ++at) {
    if ((classes_[at] & pack_.lexicon.known.world) == 0) continue;
    // "Europe's largest plant" is somewhere.
    const bool owner = at + 1 < end && a_.tokens[at].capital &&
                       a_.tokens[at + 1].kind == TokenKind::kWord &&
                       (a_.tokens[at + 1].glued || a_.tokens[at + 1].capital);
    if (!owner) return true;
  }
  return false;
}

// Does the sentence name a place before `at`?
bool Composer::NamesPlace(uint32_t at) const {
  for (size_t p = place_begin_; p < place_end_ && a_.places[p].begin < at; ++p) {
    if (a_.places[p].region != 0 && a_.places[p].located) return true;
  }
  return false;
}

// "the region", "this city": the one spoken of before.
bool Composer::SaysTheRegion(uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin + 1; at < end; ++at) {
    const std::string_view word = Text(at);
    // "is due to meet there"; not "there was", "moved to Norway and stayed there"
    if (word == "there" && !NamesPlace(at) &&
        (at + 1 >= end ||
         !(Has(at + 1, Is::kAuxiliary) || Has(at + 1, Is::kModal) || a_.tags[at + 1].OfClause())))
      return true;
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
    if (a_.tags[at].OfClause() || a_.tokens[at].mark == ',') break;
  }
  return cue_end;
}

// "Anna Berg reported from Oslo, and Petro Bily from Lviv": where the story was written.
bool Composer::Byline(uint32_t at) const {
  const uint32_t begin = a_.sentences[s_].begin, end = a_.sentences[s_].end;
  // "..., Anna Berg in Oslo and Petro Bily in Lviv report."
  if (at > begin + 3 && Text(at - 1) == "in" && a_.tokens[at - 2].NameLike() &&
      a_.tokens[at - 3].NameLike() && end > at + 2 && Text(end - 2).starts_with("report"))
    return true;
  if (at < begin + 2 || Text(at - 1) != "from") return false;
  for (uint32_t i = at - 1, steps = 0; i-- > begin && steps < kByline; ++steps) {
    const std::string_view word = Text(i);
    if (word == "reported" || word == "reporting" || word == "Reporting" || word == "contributed")
      return true;
    const bool names = a_.tokens[i].kind != TokenKind::kWord || a_.tokens[i].capital ||
                       Has(i, Is::kAnd) || word == "from";
    if (!names) return false;
  }
  return false;
}

// "Speaking in Oslo on Monday, the envoy", "In a speech in Oslo, the envoy said": the place of
// speaking is not where it happens.
bool Composer::LedBySpeech(uint32_t at) const {
  const uint32_t begin = a_.sentences[s_].begin;
  const std::string first = AsciiLower(Text(begin));
  if (first == "speaking" || first == "addressing" || first == "talking") {
    uint32_t comma = begin;
    while (comma < a_.sentences[s_].end && a_.tokens[comma].mark != ',') ++comma;
    if (at < comma) return true;
  }
  if (!Has(begin, Is::kPreposition) || !Has(begin + 1, Is::kArticle)) return false;
  bool made = false;
  for (uint32_t i = begin + 2; i < at; ++i) {
    if (a_.tokens[i].mark == ',' || a_.tags[i].OfClause()) return false;
    made = made || pack_.lexicon.IsRole(a_.tokens, at, i, kRoleWord);
  }
  return made;
}

// "..., the envoy said in Oslo".
bool Composer::BehindTag(uint32_t at, const Attribution& a) const {
  const uint32_t tag = std::max(a.cue_end, a.source_end);
  if (a.cue_end == a.cue_begin || a.content_begin >= a.cue_begin || at < tag) return false;
  for (uint32_t i = tag; i < at; ++i) {
    if (a_.tokens[i].mark == '-') continue;
    if (a_.tokens[i].kind != TokenKind::kWord || a_.tags[i].tag == Tag::kFinite) return false;
  }
  return true;
}

// Names the source, or where it speaks: "told reporters in Moscow that ...".
bool Composer::OfSpeaker(uint32_t at) const {
  if (medium_[at] || Byline(at)) return true;
  bool told = false;
  for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
    const Attribution& a = a_.attributions[i];
    if (a.kind == CueKind::kThink) continue;  // "Norway supports them" is about Norway
    told = true;
    if (at >= a.source_begin && at < a.source_end) return true;
    if (BehindTag(at, a)) return true;
    if (a.cue_end > a.cue_begin && a.content_begin >= a.cue_end && at >= a.cue_end &&
        at < std::max(a.content_begin, AddresseeEnd(a.cue_end)))
      return true;
  }
  return told && (LedBySpeech(at) || SpokeIn(at));
}

// "In Oslo, Prime Minister Anna Berg said": a capital where a person speaks who speaks for the
// state.
bool Composer::SpokeIn(uint32_t at) const {
  const uint32_t begin = a_.sentences[s_].begin;
  if (at != begin + 1 || Text(begin) != "In") return false;
  const PlaceFinding* place = nullptr;
  for (size_t p = place_begin_; p < place_end_; ++p)
    if (a_.places[p].begin == at) place = &a_.places[p];
  if (place == nullptr || place->end != at + 1) return false;
  const uint32_t comma = place->end;
  const RegionId country = pack_.gazetteer.CountryOf(place->region);
  if (comma >= a_.sentences[s_].end || a_.tokens[comma].mark != ',' ||
      pack_.gazetteer.SeatOf(country) != place->region)
    return false;
  for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
    const Attribution& a = a_.attributions[i];
    if (a.kind == CueKind::kThink || a.source_begin < comma || a.source_begin > comma + 2 ||
        a.cue_begin < a.source_end)
      continue;
    for (uint32_t t = a.source_begin; t < a.source_end; ++t) {
      if (actor_countries_[t] == country && (classes_[t] & kActorClass) != 0)
        return pack_.actors.LocalRegion(a.claimant, article_.date) == 0;
    }
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
  return Has(i, Is::kWhere);
}

// "Ukrainian territory", "Russia's border areas", "Russian civilian infrastructure"; not "British
// Council school".
bool Composer::TerritoryFollows(uint32_t at) const {
  if (at < classes_.size() && a_.tokens[at].capital) return false;
  for (uint32_t i = at; i < at + 4 && i < classes_.size(); ++i) {
    if ((classes_[i] & (territory_ | target_)) != 0) return (classes_[i] & weapon_) == 0;
    if (a_.tokens[i].kind != TokenKind::kWord || Has(i, Is::kPreposition) ||
        a_.tags[i].tag == Tag::kFinite)
      return false;
  }
  return false;
}

// The region named in the words for who speaks, in those of `of` only if one is given.
RegionId Composer::SourceRegion(const Attribution* of) const {
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (of != nullptr && (place.begin < of->source_begin || place.begin >= of->source_end))
      continue;
    if (place.region != 0 && InSource(place.begin) && place.kind != PlaceKind::kCapital &&
        pack_.gazetteer.SeatOf(pack_.gazetteer.CountryOf(place.region)) != place.region &&
        pack_.gazetteer.CountryOf(place.region) != place.region)
      return place.region;
  }
  return 0;
}

// The region that whoever speaks speaks for: a governor, a mayor, the police of a region.
RegionId Composer::SpeakerRegion(const Attribution* attribution, const std::string& claimant) {
  if (attribution == nullptr || claimant.empty()) return 0;
  const RegionId source = attribution->sentence == s_ ? SourceRegion(attribution) : RegionId{0};
  if (source != 0) {
    local_speakers_.insert_or_assign(claimant, source);
    return source;
  }
  const auto known = local_speakers_.find(claimant);
  if (known != local_speakers_.end()) return known->second;
  return pack_.actors.LocalRegion(claimant, article_.date);
}

// "Local officials", "the mayor": whose place is the one spoken of.
bool Composer::LocalSpeaks() const { return RoleSpeaks(kRoleLocal) && !NationalSpeaks(); }

// "Norway's army", "the Norwegian minister", somebody of the table: for a state.
bool Composer::NationalSpeaks() const {
  for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
    const Attribution& a = a_.attributions[i];
    if (a.kind == CueKind::kThink) continue;
    for (uint32_t at = a.source_begin; at < a.source_end; ++at) {
      if (actor_countries_[at] != 0) return true;
    }
    for (size_t p = place_begin_; p < place_end_; ++p) {
      const PlaceFinding& place = a_.places[p];
      if (place.begin >= a.source_begin && place.begin < a.source_end && place.region != 0 &&
          pack_.gazetteer.CountryOf(place.region) == place.region)
        return true;
    }
  }
  return false;
}

// Somebody whose role has the flag: kRolePerson, a person with an office; kRoleLocal.
bool Composer::RoleSpeaks(uint32_t flag) const {
  for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
    const Attribution& a = a_.attributions[i];
    for (uint32_t at = a.source_begin; at < a.source_end; ++at) {
      if (pack_.lexicon.IsRole(a_.tokens, a.source_end, at, flag)) return true;
    }
  }
  return false;
}

// Without a place of its own an event takes that of its sentence.
RegionId Composer::NearRegion(uint32_t begin) const {
  RegionId region = 0;
  for (size_t p = place_begin_; p < place_end_; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (!place.located || place.region == 0 || place.begin >= begin ||
        Elsewhere(place.begin, a_.sentences[s_].begin))
      continue;
    if (pack_.gazetteer.CountryOf(place.region) != place.region) return place.region;
    region = place.region;
  }
  if (region != 0) return region;
  // A governor speaks of his region.
  if (const RegionId source = SourceRegion()) return source;
  if (speaker_region_ != 0) return speaker_region_;
  // A region named later in the sentence holds for all of it, unless figures are told by region.
  if (!figures_follow_) {
    for (size_t p = place_begin_; p < place_end_; ++p) {
      const PlaceFinding& place = a_.places[p];
      if (place.located && place.region != 0 && place.begin >= begin &&
          !Elsewhere(place.begin, begin) &&
          pack_.gazetteer.CountryOf(place.region) != place.region) {
        return place.region;
      }
    }
  }
  return 0;
}

// Of what happened a sentence or more before.
RegionId Composer::CarriedRegion() const {
  const bool same_paragraph =
      a_.sentences[last_region_sentence_].paragraph == a_.sentences[s_].paragraph;
  if (last_region_ != 0 && last_region_sentence_ + (same_paragraph ? 4 : 2) >= s_)
    return last_region_;
  return 0;
}

}  // namespace claimscope
