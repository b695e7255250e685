// What the reader of one file gives to: it numbers the records, turns their bytes into UTF-8, and
// names the place of what could not be read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/charset.h"
#include "ingest/intake.h"
#include "ingest/utf16.h"

namespace claimscope {

struct RecordPlace {
  uint64_t number = 0;  // from 1
  uint64_t line = 0;    // from 1
  uint64_t offset_bytes = 0;
};

// What was done to the bytes of a record to read them.
struct Repairs {
  size_t characters = 0;  // replaced by U+FFFD
  std::string note;       // a sentence, when it is in another encoding than the rest
};

class Records {
 public:
  Records(Intake* intake, std::string path) : intake_(intake), path_(std::move(path)) {}

  // There is more than one record, or a list: records are numbered. Told before the second at the
  // latest.
  void KnowSeveral();
  // Gives id and place to an article and hands it on; reports what is repaired in it, or that it
  // has no text (`fields`: what it has instead).
  void Take(RawArticle&& article, const RecordPlace& place, Repairs repairs = {},
            std::vector<std::string> fields = {});
  void Skip(const RecordPlace& place, std::string reason, std::vector<std::string> fields = {});
  void Repaired(const RecordPlace& place, std::string reason);
  // As Skip; and nothing more of the file is wanted.
  void Refuse(const RecordPlace& place, std::string reason, std::vector<std::string> fields = {});
  bool is_refused() const { return is_refused_; }
  // Call after the last record.
  void Finish();

  // `bytes` in UTF-8: a view of them, or of `storage`.
  std::string_view Decode(std::string_view bytes, std::string* storage, Repairs* repairs) const;

  // The encoding of the file, as its begin tells or a header declares.
  void SetCharset(Charset charset, bool is_declared);
  void set_offsets(OffsetMap* offsets) { offsets_ = offsets; }
  // For all articles of the file: the address a crawl names, the outlet a feed names.
  void set_url(std::string url) { url_ = std::move(url); }
  const std::string& url() const { return url_; }

  Intake& intake() { return *intake_; }
  const std::string& path() const { return path_; }
  // Articles and problems so far.
  uint64_t count() const { return count_; }

 private:
  void Tell(Problem::Kind kind, const RecordPlace& place, std::string reason,
            std::vector<std::string> fields);
  uint64_t SourceOffset(uint64_t offset) {
    return offsets_ != nullptr ? offsets_->SourceOffset(offset) : offset;
  }

  Intake* intake_;
  const std::string path_;
  std::string url_;
  OffsetMap* offsets_ = nullptr;
  Charset charset_ = Charset::kUtf8;
  bool is_declared_ = false;
  uint64_t count_ = 0;
  bool is_several_ = false;
  bool is_refused_ = false;
  // The first record waits here until it is known whether it is the only one: that decides its id.
  std::optional<RawArticle> first_;
};

// True for what begins like a part of an HTML page: a tag, and tags that end.
bool LooksLikeHtml(std::string_view text);

// Each of the fields of an article.
std::string* SlotOf(Field field, RawArticle* article);

}  // namespace claimscope
