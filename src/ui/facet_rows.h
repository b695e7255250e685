// The rows of the filter lists, made from the answer.
#pragma once

#include "ui/facet_list.h"

namespace claimscope {

FacetRows RegionRows(const Frame& frame, const FacetList& list);
FacetRows KindRows(const Frame& frame);
FacetRows SideRows(const Frame& frame);
FacetRows StatusRows(const Frame& frame);
// None before something was reviewed.
FacetRows ReviewRows(const Frame& frame);
// Of a long list: claimant, place, source, language or measure. At most some 200 rows.
FacetRows NameRows(const Frame& frame, Facet facet, const FacetList& list);

}  // namespace claimscope
