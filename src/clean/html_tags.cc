#include "clean/html_tags.h"

namespace claimscope {

HtmlTag TagOf(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
      return HtmlTag::kA;
    case GUMBO_TAG_ADDRESS:
      return HtmlTag::kAddress;
    case GUMBO_TAG_ARTICLE:
      return HtmlTag::kArticle;
    case GUMBO_TAG_ASIDE:
      return HtmlTag::kAside;
    case GUMBO_TAG_BLOCKQUOTE:
      return HtmlTag::kBlockquote;
    case GUMBO_TAG_BODY:
      return HtmlTag::kBody;
    case GUMBO_TAG_BR:
      return HtmlTag::kBr;
    case GUMBO_TAG_CODE:
      return HtmlTag::kCode;
    case GUMBO_TAG_DD:
      return HtmlTag::kDd;
    case GUMBO_TAG_DIV:
      return HtmlTag::kDiv;
    case GUMBO_TAG_DL:
      return HtmlTag::kDl;
    case GUMBO_TAG_DT:
      return HtmlTag::kDt;
    case GUMBO_TAG_FIELDSET:
      return HtmlTag::kFieldset;
    case GUMBO_TAG_FIGCAPTION:
      return HtmlTag::kFigcaption;
    case GUMBO_TAG_FIGURE:
      return HtmlTag::kFigure;
    case GUMBO_TAG_FOOTER:
      return HtmlTag::kFooter;
    case GUMBO_TAG_FORM:
      return HtmlTag::kForm;
    case GUMBO_TAG_H1:
      return HtmlTag::kH1;
    case GUMBO_TAG_H2:
      return HtmlTag::kH2;
    case GUMBO_TAG_H3:
      return HtmlTag::kH3;
    case GUMBO_TAG_H4:
      return HtmlTag::kH4;
    case GUMBO_TAG_H5:
      return HtmlTag::kH5;
    case GUMBO_TAG_H6:
      return HtmlTag::kH6;
    case GUMBO_TAG_HEADER:
      return HtmlTag::kHeader;
    case GUMBO_TAG_HR:
      return HtmlTag::kHr;
    case GUMBO_TAG_IMG:
      return HtmlTag::kImg;
    case GUMBO_TAG_INPUT:
      return HtmlTag::kInput;
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_IFRAME:
      return HtmlTag::kEmbed;
    case GUMBO_TAG_LI:
      return HtmlTag::kLi;
    case GUMBO_TAG_MAIN:
      return HtmlTag::kMain;
    case GUMBO_TAG_NAV:
      return HtmlTag::kNav;
    case GUMBO_TAG_OL:
      return HtmlTag::kOl;
    case GUMBO_TAG_P:
      return HtmlTag::kP;
    case GUMBO_TAG_PRE:
      return HtmlTag::kPre;
    case GUMBO_TAG_SECTION:
      return HtmlTag::kSection;
    case GUMBO_TAG_TABLE:
      return HtmlTag::kTable;
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
      return HtmlTag::kTbody;
    case GUMBO_TAG_TD:
      return HtmlTag::kTd;
    case GUMBO_TAG_TH:
      return HtmlTag::kTh;
    case GUMBO_TAG_TIME:
      return HtmlTag::kTime;
    case GUMBO_TAG_TR:
      return HtmlTag::kTr;
    case GUMBO_TAG_UL:
      return HtmlTag::kUl;
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_SUMMARY:
      return HtmlTag::kBlock;
    default:
      return HtmlTag::kInline;
  }
}

bool IsSkipped(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_TITLE:
      return true;
    default:
      return false;
  }
}

bool BreaksLine(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::kText:
    case HtmlTag::kInline:
    case HtmlTag::kA:
    case HtmlTag::kCode:
    case HtmlTag::kImg:
    case HtmlTag::kInput:
    case HtmlTag::kTime:
    case HtmlTag::kEmbed:
      return false;
    default:
      return true;
  }
}

}  // namespace claimscope
