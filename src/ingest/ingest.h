// Ingest: here are the bytes of a source in pieces of any size, give me raw articles.
//
// Formats, told apart by content, never by name: text as scraped, HTML pages, Markdown with front
// matter, JSON (one object, a list, {"articles": [...]}), NDJSON, CSV and TSV, feeds (RSS, Atom)
// and other lists of articles in XML or SGML, web archives (WARC), saved pages and mail (MHTML);
// any of them in zip, tar, gzip and zstd, also one inside the other ("archive.zip/dir/file.txt").
// In UTF-8, UTF-16 or an encoding of one byte per character. HTML is handed on as it stands, marked
// is_html. Pieces: the articles, their ids and the problems are the same however the bytes were
// cut. Memory: one record at a time (a text or a single JSON document is held whole, up to
// kMaxRecordBytes). Lifetime: sinks and names must outlive the reader; an article is handed over by
// value. Threads: one reader is used by one thread; readers share nothing. Errors: a broken record
// is reported and left out, the run goes on. Nothing is dropped without a Problem.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/field_names.h"
#include "model/article.h"
#include "model/problem.h"

namespace claimscope {

constexpr uint64_t kMaxRecordBytes = 64ull << 20;

struct IngestCounts {
  uint64_t bytes_in = 0;  // as given, before decompression
  uint64_t articles = 0;
  uint64_t skipped = 0;
  uint64_t repaired = 0;
  std::string format;   // of the outermost file: "json", "zip" ...; empty: not read
  std::string charset;  // of its text: "UTF-8" ...
};

// A part of a source of one record a line, so that several readers can share it: what stands before
// it. The parts together give what the whole gives, as long as every cut is between two records.
struct SourcePart {
  uint64_t offset_bytes = 0, lines = 0, records = 0;
};
// Whether `head`, the begin of a source (a megabyte tells enough: records may be long), shows one
// JSON object a line, in UTF-8 and not packed.
bool HasJsonLines(std::string_view head, const FieldNames& names);

// "text", "html", "markdown", "json" (lines of it too), "csv", "xml", "warc", "mail".
bool IsFormat(std::string_view name);

class SourceReader {
 public:
  using OnArticle = std::function<void(RawArticle&&)>;
  using OnProblem = std::function<void(Problem&&)>;

  // `path` names the source in ids and messages; its ending is not trusted. `format`, where it is
  // not empty, is taken for what the source is (IsFormat) instead of what it looks like; files in
  // archives are told apart by content all the same.
  SourceReader(std::string path, const FieldNames& names, OnArticle on_article,
               OnProblem on_problem, uint64_t max_record_bytes = kMaxRecordBytes,
               std::optional<SourcePart> part = {}, std::string format = {});
  ~SourceReader();
  SourceReader(const SourceReader&) = delete;
  SourceReader& operator=(const SourceReader&) = delete;

  void Push(std::string_view bytes);
  // Call once, after the last piece.
  void Finish();

  const IngestCounts& counts() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimscope
