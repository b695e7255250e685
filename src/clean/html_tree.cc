#include "clean/html_tree.h"

#include <nokogiri_gumbo.h>

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "clean/html_tags.h"

namespace claimscope {
namespace {

// Deeper nesting is no page that a person wrote; the time is quadratic in it.
constexpr unsigned kMaxDepth = 1000;

bool IsHtmlSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

std::string_view AttributeOf(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view html) : html_(html) {}
  HtmlTree Build();

 private:
  struct Open {
    const GumboNode* node;
    unsigned next_child;
    uint32_t number;  // of the tree's node; kSkipped: none of its own
  };
  static constexpr uint32_t kSkipped = 0xFFFFFFFF;

  void Walk(const GumboNode* root);
  void Enter(const GumboNode* node);
  void Leave(const Open& open);
  void ReadHead(const GumboNode* node);
  void ReadMeta(const GumboElement& element);
  void AddText(std::string_view decoded, std::string_view raw, bool is_code);
  void AddRest(size_t from);
  uint32_t AddNode(HtmlTag tag);
  void Put(std::string_view bytes, size_t source);

  std::string_view html_;
  HtmlTree tree_;
  std::vector<Open> open_;
  std::vector<uint32_t> parents_;
  bool space_due_ = false;
  bool break_due_ = false;
  int pre_depth_ = 0;
  size_t read_to_ = 0;  // the text of the page was read up to here
};

uint32_t TreeBuilder::AddNode(HtmlTag tag) {
  const auto number = static_cast<uint32_t>(tree_.nodes.size());
  HtmlNode& node = tree_.nodes.emplace_back();
  node.tag = tag;
  node.parent = parents_.empty() ? 0 : parents_.back();
  node.end = number + 1;
  node.text.begin = node.text.end = static_cast<uint32_t>(tree_.text.size());
  return number;
}

// Appends visible bytes, after the white space that was due before them.
void TreeBuilder::Put(std::string_view bytes, size_t source) {
  if (!tree_.text.empty()) {
    if (break_due_) {
      tree_.text += '\n';
    } else if (space_due_) {
      tree_.text += ' ';
    }
  }
  break_due_ = space_due_ = false;
  const auto at = static_cast<uint32_t>(tree_.text.size());
  const auto from = static_cast<uint32_t>(source);
  if (tree_.source.empty() ||
      tree_.source.back().source + (at - tree_.source.back().page) != from) {
    tree_.source.push_back({at, from});
  }
  tree_.text += bytes;
}

// `raw` is what stands in the page for `decoded`: the same but for references ("&amp;") and line
// ends. Both are walked together, so that each word keeps its place.
void TreeBuilder::AddText(std::string_view decoded, std::string_view raw, bool is_code) {
  const size_t base = static_cast<size_t>(raw.data() - html_.data());
  const bool is_inside = raw.data() >= html_.data() && base + raw.size() <= html_.size();
  size_t r = 0;
  for (size_t d = 0; d < decoded.size();) {
    const size_t source = is_inside ? base + std::min(r, raw.size()) : read_to_;
    size_t size = std::max<size_t>(DecodeUtf8(decoded, d).size_bytes, 1);
    const char c = decoded[d];
    const bool is_reference =
        r < raw.size() && raw[r] == '&' &&
        (c != '&' || StartsWithIgnoreAsciiCase(raw.substr(r), "&amp") || raw.substr(r, 2) == "&#");
    if (is_reference) {
      size_t end = r + 1;
      while (end < raw.size() && end - r < 34 && (IsAsciiAlnum(raw[end]) || raw[end] == '#')) ++end;
      if (end < raw.size() && raw[end] == ';') {
        ++end;
      } else if (d + size < decoded.size()) {
        // "&copy2025": the name ends where the page goes on as the text does.
        size_t name = r + 2;
        while (name < end && raw[name] != decoded[d + size]) ++name;
        end = name;
      }
      r = end;
    } else {
      if (r + 1 < raw.size() && raw[r] == '\r' && raw[r + 1] == '\n' && c == '\n') ++r;
      r += size;
    }
    if (IsHtmlSpace(c)) {
      if (is_code && c == '\n') {
        break_due_ = true;
      } else {
        space_due_ = true;
      }
    } else {
      Put(decoded.substr(d, size), source);
    }
    d += size;
  }
  if (is_inside) read_to_ = std::max(read_to_, base + raw.size());
}

void TreeBuilder::ReadMeta(const GumboElement& element) {
  const std::string_view content = AttributeOf(element, "content");
  if (content.empty()) return;
  for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string_view name = AttributeOf(element, key);
    if (!name.empty()) tree_.metas.push_back({AsciiLower(TrimAscii(name)), std::string(content)});
  }
}

// What of an element speaks of the page rather than to its reader, wherever it stands.
void TreeBuilder::ReadHead(const GumboNode* node) {
  const GumboElement& element = node->v.element;
  const auto text_of = [&element] {
    std::string text;
    for (unsigned i = 0; i < element.children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
      const bool is_text = child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA;
      if (is_text || child->type == GUMBO_NODE_WHITESPACE) text += child->v.text.text;
    }
    return text;
  };
  switch (element.tag) {
    case GUMBO_TAG_META:
      ReadMeta(element);
      break;
    case GUMBO_TAG_HTML:
      tree_.language = AttributeOf(element, "lang");
      break;
    case GUMBO_TAG_TITLE:
      if (tree_.title.empty() && element.tag_namespace == GUMBO_NAMESPACE_HTML) {
        tree_.title = text_of();
      }
      break;
    case GUMBO_TAG_LINK:
      if (AsciiLower(AttributeOf(element, "rel")) == "canonical" && tree_.canonical.empty()) {
        tree_.canonical = AttributeOf(element, "href");
      }
      break;
    case GUMBO_TAG_SCRIPT:
      if (AsciiLower(AttributeOf(element, "type")).find("ld+json") != std::string::npos) {
        tree_.json_ld.push_back(text_of());
      }
      break;
    default:
      break;
  }
}

void TreeBuilder::Enter(const GumboNode* node) {
  switch (node->type) {
    case GUMBO_NODE_WHITESPACE:
      space_due_ = true;
      return;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA: {
      if (parents_.empty()) return;
      const GumboStringPiece& raw = node->v.text.original_text;
      const uint32_t number = AddNode(HtmlTag::kText);
      AddText(node->v.text.text, {raw.data, raw.length}, pre_depth_ > 0);
      tree_.nodes[number].text.end = static_cast<uint32_t>(tree_.text.size());
      return;
    }
    case GUMBO_NODE_ELEMENT:
      break;
    default:
      return;
  }
  const GumboElement& element = node->v.element;
  ReadHead(node);
  if (element.tag == GUMBO_TAG_HEAD || element.tag == GUMBO_TAG_HTML) {
    open_.push_back({node, 0, kSkipped});
    return;
  }
  if (IsSkipped(element.tag)) return;
  const HtmlTag tag = TagOf(element.tag);
  // What stands in the head, such as an image's place, has no text.
  if (parents_.empty() && tag != HtmlTag::kBody) return;
  if (BreaksLine(tag)) break_due_ = true;
  const uint32_t number = AddNode(tag);
  HtmlNode& out = tree_.nodes[number];
  out.classes = AsciiLower(AttributeOf(element, "class"));
  const std::string_view id = AttributeOf(element, "id");
  if (!id.empty()) out.classes += " " + AsciiLower(id);
  for (const char* key : {"role", "rel", "itemprop", "property"}) {
    const std::string_view value = AttributeOf(element, key);
    if (!value.empty()) out.role += (out.role.empty() ? "" : " ") + AsciiLower(value);
  }
  std::string style = AsciiLower(AttributeOf(element, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  out.is_hidden = style.find("display:none") != std::string::npos ||
                  style.find("visibility:hidden") != std::string::npos ||
                  gumbo_get_attribute(&element.attributes, "hidden") != nullptr ||
                  AttributeOf(element, "aria-hidden") == "true";
  out.is_hash_link = StartsWith(AttributeOf(element, "href"), "#");
  const std::string_view datetime = AttributeOf(element, "datetime");
  if (!datetime.empty() || tag == HtmlTag::kTime) {
    tree_.times.push_back({number, std::string(datetime)});
  }
  if (tag == HtmlTag::kPre) ++pre_depth_;
  parents_.push_back(number);
  open_.push_back({node, 0, number});
}

void TreeBuilder::Leave(const Open& open) {
  if (open.number == kSkipped) return;
  HtmlNode& node = tree_.nodes[open.number];
  node.end = static_cast<uint32_t>(tree_.nodes.size());
  node.text.end = static_cast<uint32_t>(tree_.text.size());
  if (node.tag == HtmlTag::kPre) --pre_depth_;
  if (BreaksLine(node.tag)) break_due_ = true;
  // The body stays open for what is found after it.
  if (open.number != 0) parents_.pop_back();
}

void TreeBuilder::Walk(const GumboNode* root) {
  Enter(root);
  while (!open_.empty()) {
    Open& top = open_.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next_child < children.length) {
      Enter(static_cast<const GumboNode*>(children.data[top.next_child++]));
    } else {
      Leave(top);
      open_.pop_back();
    }
  }
}

// What the parser did not reach: its text, a line for each run between tags.
void TreeBuilder::AddRest(size_t from) {
  if (tree_.nodes.empty()) AddNode(HtmlTag::kBody);
  parents_ = {0};
  while (from < html_.size()) {
    const size_t tag = std::min(html_.find('<', from), html_.size());
    if (tag > from) {
      break_due_ = true;
      const uint32_t number = AddNode(HtmlTag::kText);
      AddText(html_.substr(from, tag - from), html_.substr(from, tag - from), false);
      tree_.nodes[number].text.end = static_cast<uint32_t>(tree_.text.size());
    }
    size_t close = html_.find('>', tag);
    for (std::string_view code : {"<script", "<style"}) {
      if (!StartsWithIgnoreAsciiCase(html_.substr(tag), code)) continue;
      const size_t end = html_.find("</", close);
      close = end == std::string_view::npos ? end : html_.find('>', end);
    }
    from = close == std::string_view::npos ? html_.size() : close + 1;
  }
}

HtmlTree TreeBuilder::Build() {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.max_tree_depth = kMaxDepth;
  GumboOutput* output = gumbo_parse_with_options(&options, html_.data(), html_.size());
  if (output != nullptr) {
    if (output->root != nullptr) Walk(output->root);
    const bool is_whole = output->status == GUMBO_STATUS_OK;
    gumbo_destroy_output(output);
    if (!is_whole) AddRest(read_to_);
  }
  if (tree_.nodes.empty()) AddNode(HtmlTag::kBody);
  tree_.nodes[0].end = static_cast<uint32_t>(tree_.nodes.size());
  tree_.nodes[0].text = {0, static_cast<uint32_t>(tree_.text.size())};
  return std::move(tree_);
}

}  // namespace

HtmlTree ParseHtml(std::string_view html) { return TreeBuilder(html).Build(); }

}  // namespace claimscope
