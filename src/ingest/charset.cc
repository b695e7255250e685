#include "ingest/charset.h"

#include <algorithm>
#include <iterator>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr size_t kFirstTable = 1;  // UTF-8 has none

// The characters of the bytes 0x80 to 0xFF, in the order of Charset.
constexpr char16_t kUpperHalves[][129] = {
    // cp1250
    u"€\x81‚\x83„…†‡\x88‰Š‹ŚŤŽŹ\x90‘’“”•–—\x98™š›śťžź"
    u"\u00A0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00AD®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
    u"ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
    u"ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    // cp1251
    u"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\x98™љ›њќћџ"
    u"\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї"
    u"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    u"абвгдежзийклмнопрстуфхцчшщъыьэюя",
    // cp1252
    u"€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ"
    u"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
    u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
    u"àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    // iso8859-2
    u"\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F\x90\x91\x92\x93\x94\x95"
    u"\x96\x97\x98\x99\x9A\x9B\x9C\x9D\x9E\x9F"
    u"\u00A0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u00ADŽŻ°ą˛ł´ľśˇ¸šşťź˝žż"
    u"ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
    u"ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    // iso8859-15
    u"\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F\x90\x91\x92\x93\x94\x95"
    u"\x96\x97\x98\x99\x9A\x9B\x9C\x9D\x9E\x9F"
    u"\u00A0¡¢£€¥Š§š©ª«¬\u00AD®¯°±²³Žµ¶·ž¹º»ŒœŸ¿"
    u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
    u"àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    // koi8-u
    u"─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00A0⌡°²·÷"
    u"═║╒ёє╔ії╗╘╙╚╛ґў╞╟╠╡ЁЄ╣ІЇ╦╧╨╩╪ҐЎ©"
    u"юабцдефгхийклмнопярстужвьызшэщчъ"
    u"ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
    // cp866
    u"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    u"абвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
    u"└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
    u"рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00A0",
};

struct Label {
  std::string_view label;
  Charset charset;
};

// In lower case, letters and digits alone. ISO 8859-1 is read as its superset, as browsers do.
constexpr Label kLabels[] = {
    {"utf8", Charset::kUtf8},
    {"unicode11utf8", Charset::kUtf8},
    {"usascii", Charset::kWindows1252},
    {"ascii", Charset::kWindows1252},
    {"latin1", Charset::kWindows1252},
    {"iso88591", Charset::kWindows1252},
    {"l1", Charset::kWindows1252},
    {"windows1252", Charset::kWindows1252},
    {"cp1252", Charset::kWindows1252},
    {"windows1251", Charset::kWindows1251},
    {"cp1251", Charset::kWindows1251},
    {"win1251", Charset::kWindows1251},
    {"windows1250", Charset::kWindows1250},
    {"cp1250", Charset::kWindows1250},
    {"latin2", Charset::kIso8859_2},
    {"iso88592", Charset::kIso8859_2},
    {"latin9", Charset::kIso8859_15},
    {"iso885915", Charset::kIso8859_15},
    {"koi8r", Charset::kKoi8U},
    {"koi8u", Charset::kKoi8U},
    {"koi8", Charset::kKoi8U},
    {"cp866", Charset::kCp866},
    {"ibm866", Charset::kCp866},
    {"866", Charset::kCp866},
};

bool IsHigh(char c) { return static_cast<unsigned char>(c) >= 0x80; }

uint16_t CodePointOf(char c, Charset charset) {
  const size_t table = static_cast<size_t>(charset) - kFirstTable;
  return kUpperHalves[table][static_cast<unsigned char>(c) - 0x80];
}

// Share of the high bytes that are small Cyrillic letters when read so: running text has few
// capitals.
size_t CountSmallCyrillic(std::string_view bytes, Charset charset) {
  return static_cast<size_t>(std::count_if(bytes.begin(), bytes.end(), [charset](char c) {
    if (!IsHigh(c)) return false;
    const uint16_t point = CodePointOf(c, charset);
    return (point >= 0x430 && point <= 0x45F) || point == 0x491;
  }));
}

Charset GuessCyrillic(std::string_view bytes) {
  Charset best = Charset::kWindows1251;
  size_t most = CountSmallCyrillic(bytes, best);
  for (Charset charset : {Charset::kKoi8U, Charset::kCp866}) {
    const size_t count = CountSmallCyrillic(bytes, charset);
    if (count > most + most / 4) {
      best = charset;
      most = count;
    }
  }
  return best;
}

// Letters with accents stand among plain ones, quotation marks and dashes anywhere; damage does
// not.
bool IsLikelyLatin(std::string_view bytes, size_t high) {
  size_t likely = 0;
  for (size_t at = 0; at < bytes.size(); ++at) {
    if (!IsHigh(bytes[at])) continue;
    const bool before = at > 0 && IsAsciiAlpha(bytes[at - 1]);
    const bool after = at + 1 < bytes.size() && IsAsciiAlpha(bytes[at + 1]);
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const bool is_mark = byte == 0x85 || (byte >= 0x91 && byte <= 0x97);  // in Windows-1252
    if (before || after || is_mark) ++likely;
  }
  return likely * 2 >= high;
}

struct Evidence {
  size_t whole = 0;     // sequences of several bytes that are valid UTF-8
  size_t broken = 0;    // bytes that are not
  size_t high = 0;      // bytes of the upper half
  size_t in_pairs = 0;  // of them: with another beside them
};

Evidence Weigh(std::string_view bytes) {
  Evidence evidence;
  for (size_t at = 0; at < bytes.size();) {
    if (!IsHigh(bytes[at])) {
      ++at;
      continue;
    }
    const CodePoint c = DecodeUtf8(bytes, at);
    if (c.valid) {
      ++evidence.whole;
    } else if (bytes.size() - at > 3 || c.size_bytes > 1) {
      ++evidence.broken;
    } else {
      // The end may have cut a sequence: it counts for neither.
      const bool is_lead = static_cast<unsigned char>(bytes[at]) >= 0xC2;
      const std::string_view rest = bytes.substr(at + 1);
      const bool cut = is_lead && std::all_of(rest.begin(), rest.end(), [](char r) {
                         return (static_cast<unsigned char>(r) & 0xC0) == 0x80;
                       });
      if (cut) break;
      ++evidence.broken;
    }
    at += c.size_bytes;
  }
  for (size_t at = 0; at < bytes.size(); ++at) {
    if (!IsHigh(bytes[at])) continue;
    ++evidence.high;
    const bool pair =
        (at > 0 && IsHigh(bytes[at - 1])) || (at + 1 < bytes.size() && IsHigh(bytes[at + 1]));
    if (pair) ++evidence.in_pairs;
  }
  return evidence;
}

}  // namespace

std::string_view NameOf(Charset charset) {
  constexpr std::string_view kNames[] = {"UTF-8",        "Windows-1250", "Windows-1251",
                                         "Windows-1252", "ISO 8859-2",   "ISO 8859-15",
                                         "KOI8",         "CP866"};
  return kNames[static_cast<size_t>(charset)];
}

bool FindCharset(std::string_view label, Charset* out) {
  std::string plain;
  for (char c : label.substr(0, 40)) {
    if (IsAsciiAlnum(c)) plain += AsciiLower(c);
  }
  const auto at = std::find_if(std::begin(kLabels), std::end(kLabels),
                               [&plain](const Label& l) { return l.label == plain; });
  if (at == std::end(kLabels)) return false;
  *out = at->charset;
  return true;
}

bool FindDeclaredCharset(std::string_view head, Charset* out) {
  const std::string lower = AsciiLower(head.substr(0, 4096));
  for (std::string_view word : {"charset", "encoding"}) {
    for (size_t at = 0; (at = lower.find(word, at)) != std::string::npos; ++at) {
      // Only within a tag: an article may talk about charsets.
      const size_t tag = lower.rfind('<', at);
      if (tag == std::string::npos || lower.find('>', tag) < at) continue;
      const bool is_xml = lower.compare(tag, 5, "<?xml") == 0;
      if (!is_xml && lower.compare(tag, 5, "<meta") != 0) continue;
      const size_t equals = lower.find_first_not_of(" \t\r\n", at + word.size());
      if (equals == std::string::npos || lower[equals] != '=') continue;
      const size_t begin = lower.find_first_not_of(" \t\r\n\"'", equals + 1);
      if (begin == std::string::npos) return false;
      const size_t end = lower.find_first_of(" \t\r\n\"'>;?/", begin);
      return FindCharset(std::string_view(lower).substr(begin, end - begin), out);
    }
  }
  return false;
}

Charset GuessCharset(std::string_view bytes, Charset fallback) {
  const Evidence evidence = Weigh(bytes);
  // Text of one byte a letter hardly ever holds what is a whole sequence of UTF-8.
  if (evidence.broken == 0 || evidence.whole * 4 >= evidence.broken) return Charset::kUtf8;
  const bool is_few = evidence.high < 4;  // a Cyrillic word has more
  const bool is_told = fallback != Charset::kUtf8 && fallback != Charset::kWindows1252;
  if (is_few && is_told) return fallback;
  if (!is_few && evidence.in_pairs * 10 >= evidence.high * 6) {
    const Charset cyrillic = GuessCyrillic(bytes);
    if (CountSmallCyrillic(bytes, cyrillic) * 2 >= evidence.high) return cyrillic;
  }
  if (!IsLikelyLatin(bytes, evidence.high)) {
    return fallback == Charset::kWindows1252 ? Charset::kUtf8 : fallback;
  }
  return fallback == Charset::kUtf8 || fallback == Charset::kWindows1251 ? Charset::kWindows1252
                                                                         : fallback;
}

std::string ToUtf8(std::string_view bytes, Charset charset, size_t* broken) {
  if (charset == Charset::kUtf8) return RepairUtf8(bytes, broken);
  *broken = 0;
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  for (char c : bytes) {
    if (!IsHigh(c)) {
      out += c;
      continue;
    }
    // What the standard leaves as a control character no text means.
    const uint16_t point = CodePointOf(c, charset);
    const bool has_meaning = point >= 0xA0;
    if (!has_meaning) ++*broken;
    AppendUtf8(has_meaning ? point : kReplacementCharacter, &out);
  }
  return out;
}

}  // namespace claimscope
