#include "ingest/file_stream.h"

#include <utility>

#include "base/utf8.h"
#include "ingest/document.h"
#include "ingest/gzip.h"
#include "ingest/tar.h"
#include "ingest/zip.h"
#include "ingest/zstd.h"

namespace claimscope {
namespace {

DocumentHints Deeper(DocumentHints hints) {
  ++hints.depth;
  return hints;
}

// What is packed alone (gzip, zstd) keeps its name; more of it comes out.
template <typename Reader>
class Unpacked : public ByteSink {
 public:
  Unpacked(Intake* intake, const std::string& path, const DocumentHints& hints)
      : intake_(intake),
        path_(path),
        inside_(intake, path, Deeper(hints)),
        reader_([this](std::string_view bytes) {
          if (!intake_->TakeUnpacked(path_, bytes.size())) return false;
          has_any_ = true;
          inside_.Push(bytes);
          return true;
        }) {}

  void Push(std::string_view bytes) override { reader_.Push(bytes); }

  void Finish() override {
    std::string damage = intake_->is_refused() ? std::string() : reader_.Finish();
    const bool is_whole = damage.empty();
    if (!is_whole) intake_->Skip(path_, std::move(damage));
    if (has_any_ || is_whole) inside_.Finish();
  }

 private:
  Intake* intake_;
  const std::string path_;
  FileStream inside_;
  bool has_any_ = false;
  Reader reader_;
};

// Hidden files are left out as they are in folders: they are notes of programs, not of people.
bool IsHidden(std::string_view name) {
  return name.substr(0, 9) == "__MACOSX/" || name.substr(0, 1) == "." ||
         name.find("/.") != std::string_view::npos;
}

// An archive of named files.
template <typename Reader>
class Files : public ByteSink, public ArchiveSink {
 public:
  Files(Intake* intake, const std::string& path, const DocumentHints& hints)
      : intake_(intake), path_(path), depth_(hints.depth), reader_(this) {}

  void Push(std::string_view bytes) override { reader_.Push(bytes); }
  void Finish() override {
    reader_.Finish();
    if (!has_any_ && !intake_->is_refused()) {
      intake_->Skip(path_, "The archive holds no files.");
    }
  }

  bool BeginFile(std::string_view name) override {
    if (IsHidden(name) || intake_->is_refused()) return false;
    size_t repaired = 0;
    has_any_ = true;
    DocumentHints hints;
    hints.depth = depth_ + 1;
    inside_ = std::make_unique<FileStream>(intake_, path_ + "/" + RepairUtf8(name, &repaired),
                                           std::move(hints));
    return true;
  }
  bool PushFile(std::string_view bytes) override {
    if (!intake_->TakeUnpacked(path_, bytes.size())) return false;
    inside_->Push(bytes);
    return true;
  }
  void EndFile() override {
    inside_->Finish();
    inside_.reset();
  }
  void TellDamage(std::string_view name, std::string reason) override {
    has_any_ = true;
    size_t repaired = 0;
    intake_->Skip(name.empty() ? path_ : path_ + "/" + RepairUtf8(name, &repaired),
                  std::move(reason));
  }

 private:
  Intake* intake_;
  const std::string path_;
  const int depth_;
  std::unique_ptr<FileStream> inside_;
  bool has_any_ = false;
  Reader reader_;
};

}  // namespace

bool LooksPacked(std::string_view head) {
  return LooksGzipped(head) || LooksZstd(head) || LooksZipped(head) || LooksTarred(head);
}

FileStream::FileStream(Intake* intake, std::string path, DocumentHints hints)
    : intake_(intake), path_(std::move(path)), hints_(std::move(hints)) {}
FileStream::~FileStream() = default;

void FileStream::Push(std::string_view bytes) {
  if (!reader_) {
    const std::string_view first = bytes.substr(0, kTarBlockBytes - head_.size());
    head_.append(first);
    bytes.remove_prefix(first.size());
    if (head_.size() < kTarBlockBytes) return;
    Choose();
  }
  if (!bytes.empty() && !intake_->is_refused()) reader_->Push(bytes);
}

void FileStream::Finish() {
  if (!reader_) Choose();
  reader_->Finish();
}

void FileStream::Choose() {
  reader_ = MakeReader();
  const std::string head = std::exchange(head_, {});
  reader_->Push(head);
}

std::unique_ptr<ByteSink> FileStream::MakeReader() {
  if (hints_.part) return std::make_unique<Document>(intake_, path_, hints_);
  const bool is_gzip = LooksGzipped(head_), is_zstd = LooksZstd(head_);
  const bool is_zip = LooksZipped(head_), is_tar = LooksTarred(head_);
  if ((is_gzip || is_zstd || is_zip || is_tar) && hints_.depth >= kMaxDepth) {
    intake_->Skip(path_, kTooDeep);
    return std::make_unique<Nothing>();
  }
  if (is_gzip) return std::make_unique<Unpacked<GzipReader>>(intake_, path_, hints_);
  if (is_zstd) return std::make_unique<Unpacked<ZstdReader>>(intake_, path_, hints_);
  if (is_zip || is_tar) intake_->NoteFormat(is_zip ? "zip" : "tar");
  if (is_zip) return std::make_unique<Files<ZipReader>>(intake_, path_, hints_);
  if (is_tar) return std::make_unique<Files<TarReader>>(intake_, path_, hints_);
  return std::make_unique<Document>(intake_, path_, hints_);
}

}  // namespace claimscope
