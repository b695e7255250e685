// Web archives (WARC, ISO 28500): the pages among the records of a crawl. Requests, metadata, and
// what a page is made of besides its text (pictures, styles, scripts, fonts) are passed over.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/byte_sink.h"
#include "ingest/mime.h"
#include "ingest/records.h"

namespace claimscope {

// "Transfer-Encoding: chunked" undone as it streams.
class ChunkedDecoder {
 public:
  std::string Push(std::string_view bytes);

 private:
  std::string line_;         // the size of the next chunk, so far
  uint64_t left_bytes_ = 0;  // of the chunk
  bool is_after_ = false;    // the line end after a chunk
};

class WarcReader : public ByteSink {
 public:
  // `depth` as in DocumentHints.
  WarcReader(Records* records, int depth);
  ~WarcReader() override;
  void Push(std::string_view bytes) override;
  void Finish() override;

 private:
  enum class State { kBetween, kHeader, kBlock };

  bool FindRecord();
  bool TakeHeader();
  void DropHeader();
  void BeginBlock(const MimeHeaders& headers);
  void PushBlock(std::string_view bytes);
  void PushHttp(std::string_view bytes);
  void OpenPage(const MimeHeaders& headers, std::string_view type);
  void EndBlock();

  Records* records_;
  const int depth_;
  State state_ = State::kBetween;
  std::string held_;         // kBetween, kHeader: what there is of the header
  size_t searched_ = 0;      // kHeader: its end is not within so many bytes of held_
  uint64_t base_ = 0;        // of what is to be read next
  uint64_t left_bytes_ = 0;  // of the block
  bool is_lost_ = false;     // kBetween: what stands here is no record
  uint64_t number_ = 0;      // of the record
  uint64_t begin_ = 0;       // where it begins
  std::string url_;
  bool is_http_ = false;  // the block is an HTTP message, and its header is not read yet
  std::string http_;      // what there is of that header
  std::unique_ptr<ChunkedDecoder> chunks_;
  std::unique_ptr<ByteSink> page_;
  uint64_t pages_ = 0;
};

}  // namespace claimscope
