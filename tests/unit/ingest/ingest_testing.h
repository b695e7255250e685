// What a source gives, whole and in pieces of any size.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "assets/builtin.h"
#include "ingest/ingest.h"

namespace claimscope {

struct Reading {
  std::vector<RawArticle> articles;
  std::vector<Problem> problems;
  IngestCounts counts;
};

inline const FieldNames& BuiltinNames() {
  static const FieldNames names = *FieldNames::Load(*FileBundle::Open(BuiltinRules()));
  return names;
}

inline Reading ReadInPieces(std::string_view bytes, size_t piece_bytes,
                            uint64_t max_record_bytes = kMaxRecordBytes,
                            const FieldNames& names = BuiltinNames()) {
  Reading reading;
  SourceReader reader(
      "in", names, [&](RawArticle&& article) { reading.articles.push_back(std::move(article)); },
      [&](Problem&& problem) { reading.problems.push_back(std::move(problem)); }, max_record_bytes);
  for (size_t at = 0; at < bytes.size(); at += piece_bytes) {
    reader.Push(bytes.substr(at, piece_bytes));
  }
  reader.Finish();
  reading.counts = reader.counts();
  return reading;
}

// All that a reading holds, as text: equal readings have equal descriptions.
inline std::string Describe(const Reading& reading) {
  std::string out;
  for (const RawArticle& a : reading.articles) {
    out += a.id + "|" + a.title + "|" + a.date + "|" + a.source + "|" + a.url + "|" + a.language +
           "|" + (a.is_page ? "page" : "record") + (a.is_html ? " html|" : "|") +
           std::to_string(a.offset_bytes) + "|" + a.text + "\n";
  }
  for (const Problem& p : reading.problems) {
    out += (p.kind == Problem::Kind::kSkipped ? "skipped " : "repaired ") + p.source + " record " +
           std::to_string(p.record) + " line " + std::to_string(p.line) + " byte " +
           std::to_string(p.offset_bytes) + ": " + p.reason;
    for (const std::string& field : p.fields) out += " [" + field + "]";
    out += "\n";
  }
  return out;
}

// One gzip member that stores the bytes as they are (RFC 1952 around RFC 1951, block type 00).
inline std::string Gzip(std::string_view bytes) {
  std::string out("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10);
  const auto put = [&out](uint32_t value, int count) {
    for (int i = 0; i < count; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  };
  size_t at = 0;
  do {
    const size_t size = std::min<size_t>(bytes.size() - at, 65535);
    out += at + size == bytes.size() ? '\1' : '\0';
    put(static_cast<uint32_t>(size), 2);
    put(~static_cast<uint32_t>(size), 2);
    out += bytes.substr(at, size);
    at += size;
  } while (at < bytes.size());
  uint32_t crc = ~0u;
  for (char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320u : 0u);
  }
  put(~crc, 4);
  put(static_cast<uint32_t>(bytes.size()), 4);
  return out;
}

}  // namespace claimscope
