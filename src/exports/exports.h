// Exports: here are a workspace and a query, give me what passes in a format of the field.
//
// An export says which it is: the query as a link, the corpus by its hash, the program with its
// version, and of every claim the rule that found it. Claims come in the order of Answer::hits.
// Same workspace, same query: same bytes, whoever asks. It comes in pieces, so that a page can draw
// and a long export can be given up. Units: days as YYYY-MM-DD, degrees (WGS 84), spans in bytes of
// the article's cleaned text unless a format counts otherwise.
//
// Formats: CSV (RFC 4180), TSV (the same with tabs), JSON, NDJSON, W3C Web Annotation Data Model
// (one annotation a line), schema.org/Claim as JSON-LD, GeoJSON (RFC 7946), SVG of the chart and of
// the map, BibTeX (biblatex's
// @online), CSL-JSON 1.0, HTML. src/exports/README.md tells the fields of each.
//
// Lifetime: the workspace must outlive the export and must not change while it runs. Threads: one.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "engine/engine.h"
#include "model/region.h"

namespace claimscope {

enum class ExportFormat : uint8_t {
  kCsv,
  kTsv,
  kJson,
  kNdjson,
  kAnnotations,
  kJsonLd,
  kGeoJson,
  kSvg,
  kMapSvg,
  kHtml,
  kBibtex,
  kCsl,
};

struct ExportKind {
  ExportFormat format;
  std::string_view id;      // what commands and the command line call it: "csv"
  std::string_view ending;  // of a file name: ".csv"
  std::string_view media_type;
};
std::span<const ExportKind> AllExports();
// nullptr when there is none.
const ExportKind* FindExport(std::string_view id);

struct ExportAsked {
  ExportFormat format = ExportFormat::kCsv;
  Query query;
  std::string link;     // the query in words: "v1&kind=strike"
  std::string program;  // "Claimscope 0.1.0"
  std::string chart;    // of SVG and HTML: the chart or the map, as an <svg> element of its own
};

class Export {
 public:
  Export(Workspace* workspace, const RegionNames* names, ExportAsked asked);
  ~Export();

  enum class Step : uint8_t {
    kMore,
    kWaits,  // for texts that the workspace wants (Workspace::Wanted); try again when they are
             // there
    kDone,
  };
  // Appends a piece of some 100 kB.
  Step Next(std::string* out);
  // 0 to 1.
  double done() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// SHA-256 over the articles (id, title, day, source, address, language, text), in hexadecimal; the
// same for the same articles in whatever order they were read. Linear in the text, which must all
// be there.
std::string CorpusHash(const Workspace& workspace);

}  // namespace claimscope
