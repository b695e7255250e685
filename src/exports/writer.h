// What a format is made of: a head, the claims or the articles one after the other, an end.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "exports/exports.h"

namespace claimscope {

// Known before the first claim.
struct ExportHead {
  const ExportAsked& asked;
  const RegionNames& names;
  const Answer& answer;
  std::string corpus;  // "sha256:..."
  uint64_t corpus_articles = 0, corpus_claims = 0;
};

struct ExportRow {
  uint32_t index;   // from 0
  uint32_t number;  // of the claim in its article, from 1, in the order of the text
  const Segment& segment;
  uint32_t row;
  const Claim& claim;
  const ArticleView& article;
  std::string_view text;  // of the article, cleaned
  // "accepted", "rejected", "corrected" by a person (the claim is as corrected); empty: not
  // reviewed
  std::string_view review;
};

class ExportWriter {
 public:
  explicit ExportWriter(const ExportHead& export_head) : head(export_head) {}
  virtual ~ExportWriter() = default;
  virtual void Begin(std::string*) {}
  virtual void Add(const ExportRow&, std::string*) {}
  virtual void End(std::string*) {}

 protected:
  const ExportHead& head;
};

std::unique_ptr<ExportWriter> MakeTableWriter(const ExportHead& head);   // CSV, TSV
std::unique_ptr<ExportWriter> MakeRecordWriter(const ExportHead& head);  // JSON, NDJSON
std::unique_ptr<ExportWriter> MakeAnnotationWriter(const ExportHead& head);
std::unique_ptr<ExportWriter> MakeJsonLdWriter(const ExportHead& head);
std::unique_ptr<ExportWriter> MakeGeoJsonWriter(const ExportHead& head);
std::unique_ptr<ExportWriter> MakeReferenceWriter(const ExportHead& head);  // BibTeX, CSL
std::unique_ptr<ExportWriter> MakePaperWriter(const ExportHead& head);      // HTML

// "Zaporizhzhia"; empty for none.
std::string_view RegionOf(const ExportHead& head, std::string_view code);
// What every export says of itself, into the object that `json` has open: {"program","query",
// "corpus","corpus_articles","corpus_claims","articles","claims","rejected"?: how many more would
// pass, had nobody rejected them}.
void WriteHead(const ExportHead& head, JsonWriter* json);
// How many claims are left out because they were rejected.
uint32_t RejectedOf(const ExportHead& head);
// Null where it is not known.
void WriteDayField(std::string_view key, Day day, JsonWriter* json);
// Degrees are stored as 32-bit floats, whose further digits mean nothing.
double RoundDegrees(float value);
// A URI for an article: its address, or one made of its id.
std::string UriOf(const ArticleView& article);
// The record of a claim with what its article says of itself: ClaimJson and {"claim" (its number in
// the article),"title","date","date_basis","source","author","url","language","review"?}. NDJSON,
// JSON and annotations carry it, and engine/claim_records.h reads it back.
std::string RecordOf(const ExportRow& row);

}  // namespace claimscope
