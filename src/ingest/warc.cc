#include "ingest/warc.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "ingest/file_stream.h"

namespace claimscope {
namespace {

constexpr size_t kMaxHeaderBytes = 1 << 20;
constexpr std::string_view kSign = "WARC/";
constexpr const char* kDamaged =
    "The web archive is damaged here; reading goes on with the next record.";
constexpr const char* kCutOff = "The web archive ends too early; what stands before is kept.";

// Where the header ends: after an empty line that is not before `from`. npos: not yet.
size_t HeaderEnd(std::string_view text, size_t from = 0) {
  const size_t crlf = text.find("\r\n\r\n", from), lf = text.find("\n\n", from);
  if (crlf < lf) return crlf + 4;
  return lf == std::string_view::npos ? lf : lf + 2;
}

// What a page is made of besides its text.
bool IsPartOfPage(std::string_view type) {
  for (std::string_view prefix :
       {"image/", "video/", "audio/", "font/", "text/css", "text/javascript",
        "application/javascript", "application/x-javascript", "application/font"}) {
    if (StartsWith(type, prefix)) return true;
  }
  return false;
}

}  // namespace

std::string ChunkedDecoder::Push(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    if (left_bytes_ > 0) {
      const auto size = static_cast<size_t>(std::min<uint64_t>(left_bytes_, bytes.size()));
      out.append(bytes.substr(0, size));
      bytes.remove_prefix(size);
      left_bytes_ -= size;
      is_after_ = left_bytes_ == 0;
      continue;
    }
    const size_t end = bytes.find('\n');
    line_.append(bytes.substr(0, end).substr(0, 64));
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + 1);
    if (!std::exchange(is_after_, false)) {
      for (char c : AsciiLower(line_)) {
        const bool is_letter = c >= 'a' && c <= 'f';
        if ((!is_letter && !IsAsciiDigit(c)) || left_bytes_ > 1ull << 40) break;
        left_bytes_ = left_bytes_ * 16 + static_cast<uint64_t>(is_letter ? c - 'a' + 10 : c - '0');
      }
    }
    line_.clear();
  }
  return out;
}

WarcReader::WarcReader(Records* records, int depth) : records_(records), depth_(depth) {
  records_->KnowSeveral();
}
WarcReader::~WarcReader() = default;

void WarcReader::Push(std::string_view bytes) {
  while (!bytes.empty()) {
    if (state_ != State::kBlock) {
      const std::string_view part = bytes.substr(0, 4096);
      held_.append(part);
      bytes.remove_prefix(part.size());
    } else {
      const auto size = static_cast<size_t>(std::min<uint64_t>(left_bytes_, bytes.size()));
      PushBlock(bytes.substr(0, size));
      bytes.remove_prefix(size);
    }
    while (state_ != State::kBlock && TakeHeader()) {
      if (state_ != State::kBlock) continue;
      // What is held after the header is data already.
      const std::string rest = std::exchange(held_, {});
      const auto size = static_cast<size_t>(std::min<uint64_t>(left_bytes_, rest.size()));
      PushBlock(std::string_view(rest).substr(0, size));
      held_ = rest.substr(size);
    }
  }
}

// Past empty lines and what is no record, up to the next one; false when it is not there yet.
bool WarcReader::FindRecord() {
  const size_t gap = is_lost_ ? 0 : std::min(held_.find_first_not_of("\r\n"), held_.size());
  base_ += gap;
  held_.erase(0, gap);
  if (!is_lost_ && !StartsWith(kSign.substr(0, held_.size()), held_.substr(0, kSign.size()))) {
    records_->Skip({number_, 0, base_}, kDamaged);
    is_lost_ = true;
  }
  const size_t at = held_.find(kSign);
  const size_t drop = std::min(at, is_lost_ ? held_.size() - std::min<size_t>(held_.size(), 4) : 0);
  base_ += at == std::string::npos ? drop : at;
  held_.erase(0, at == std::string::npos ? drop : at);
  if (at == std::string::npos) return false;
  is_lost_ = false;
  begin_ = base_;
  searched_ = 0;
  state_ = State::kHeader;
  return true;
}

// Takes what held_ begins with; false when more bytes are needed.
bool WarcReader::TakeHeader() {
  if (state_ == State::kBetween && !FindRecord()) return false;
  const size_t end = HeaderEnd(held_, searched_);
  if (std::min(end, held_.size()) > kMaxHeaderBytes) {
    DropHeader();
    return true;
  }
  searched_ = held_.size() - std::min<size_t>(held_.size(), 3);
  if (end == std::string::npos) return false;
  size_t ignored = 0;
  const MimeHeaders headers = MimeHeaders::Read(std::string_view(held_).substr(0, end), &ignored);
  held_.erase(0, end);
  base_ += end;
  BeginBlock(headers);
  return true;
}

// No header ends within so many bytes: no record begins there either but the last one.
void WarcReader::DropHeader() {
  records_->Skip({number_, 0, begin_}, kDamaged);
  const std::string_view header = std::string_view(held_).substr(0, kMaxHeaderBytes);
  const size_t last = header.rfind("\nWARC/");
  const size_t drop = last != std::string_view::npos ? last + 1 : header.size() - kSign.size();
  held_.erase(0, drop);
  base_ += drop;
  state_ = State::kBetween;
  is_lost_ = true;
}

void WarcReader::BeginBlock(const MimeHeaders& headers) {
  ++number_;
  int64_t size = 0;
  const bool has_size = ParseInt(headers.Find("content-length"), &size) && size >= 0;
  if (!has_size) records_->Skip({number_, 0, begin_}, kDamaged);
  left_bytes_ = static_cast<uint64_t>(std::max<int64_t>(size, 0));
  state_ = left_bytes_ > 0 ? State::kBlock : State::kBetween;
  url_ = headers.Find("warc-target-uri");
  if (StartsWith(url_, "<") && EndsWith(url_, ">")) url_ = url_.substr(1, url_.size() - 2);
  const std::string_view kind = headers.Find("warc-type");
  const std::string type = headers.ContentType();
  is_http_ = kind == "response" && StartsWith(type, "application/http");
  http_.clear();
  if (state_ == State::kBlock && (kind == "resource" || kind == "conversion")) {
    OpenPage(headers, type);
  }
}

void WarcReader::OpenPage(const MimeHeaders& headers, std::string_view type) {
  if (IsPartOfPage(type)) return;
  ++pages_;
  DocumentHints hints;
  hints.url = url_;
  hints.charset = headers.Parameter("charset");
  hints.depth = depth_ + 1;
  page_ = std::make_unique<FileStream>(
      &records_->intake(), records_->path() + "#" + std::to_string(number_), std::move(hints));
}

void WarcReader::PushBlock(std::string_view bytes) {
  left_bytes_ -= bytes.size();
  base_ += bytes.size();
  if (is_http_) {
    PushHttp(bytes);
  } else if (page_) {
    page_->Push(chunks_ ? chunks_->Push(bytes) : bytes);
  }
  if (left_bytes_ == 0) EndBlock();
}

// The header of the answer, up to where the page begins.
void WarcReader::PushHttp(std::string_view bytes) {
  http_.append(bytes);
  const size_t end = HeaderEnd(http_);
  if (std::min(end, http_.size()) > kMaxHeaderBytes) {
    is_http_ = false;
    return;
  }
  if (end == std::string::npos) return;
  is_http_ = false;
  const std::string message = std::exchange(http_, {});
  size_t ignored = 0;
  const MimeHeaders headers = MimeHeaders::Read(std::string_view(message).substr(0, end), &ignored);
  // "HTTP/1.1 200 OK": others are errors and redirections, not articles.
  const size_t status = message.find(' ');
  if (status > 12 || message.compare(status + 1, 1, "2") != 0) return;
  OpenPage(headers, headers.ContentType());
  if (!page_) return;
  if (AsciiLower(headers.Find("transfer-encoding")).find("chunked") != std::string::npos) {
    chunks_ = std::make_unique<ChunkedDecoder>();
  }
  const std::string_view body = std::string_view(message).substr(end);
  page_->Push(chunks_ ? chunks_->Push(body) : body);
}

void WarcReader::EndBlock() {
  if (page_) page_->Finish();
  page_.reset();
  chunks_.reset();
  is_http_ = false;
  state_ = State::kBetween;
}

void WarcReader::Finish() {
  if (state_ != State::kBetween) {
    records_->Skip({number_, 0, begin_}, kCutOff);
    EndBlock();
  } else if (pages_ == 0) {
    records_->Skip({}, "The web archive holds no pages.");
  }
}

}  // namespace claimscope
