// <claim-explorer>: Claimscope in an article page.
//
//   <script type="module" src="…/claimscope-element.mjs"></script>
//   <claim-explorer corpus="articles.ndjson" from="2025-05-01" regions="UA-59,UA-63" height="480"></claim-explorer>
//
// This file lies beside the explorer's index.html. Attributes, methods and events: README.md.

const kExplorer = new URL("./", import.meta.url).href;
/** How far from the window an explorer starts. */
const kNear = "400px";
/** Attributes that are parts of the view, and what the address calls them. */
const kParts = {
  from: "from",
  to: "to",
  regions: "region",
  kinds: "kind",
  sides: "side",
  statuses: "status",
  query: "q",
  per: "per",
  stack: "stack",
};
const kViews = ["claims", "map", "context", "compare", "overview"];
const kEvents = ["ready", "progress", "selection", "claim-click", "error"];

class ClaimExplorer extends HTMLElement {
  static observedAttributes = [...Object.keys(kParts), "link", "view", "theme", "height", "corpus", "label"];

  #frame = null;
  #observer = null;
  #port = null;
  #lastId = 0;
  #waiting = new Map();
  #connected;
  #connect;
  #hear = (event) => this.#meet(event);

  constructor() {
    super();
    this.#newConnection();
  }

  #newConnection() {
    this.#connected = new Promise((done) => (this.#connect = done));
  }

  connectedCallback() {
    this.style.display ||= "block";
    this.#size();
    addEventListener("message", this.#hear);
    if (this.getAttribute("loading") === "eager") return this.start();
    this.#observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.start(),
      { rootMargin: kNear },
    );
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    this.#observer?.disconnect();
    this.#frame?.remove();
    this.#port?.close();
    this.#frame = this.#port = null;
    for (const { refuse } of this.#waiting.values()) refuse(new Error("The explorer was taken out of the page."));
    this.#waiting.clear();
    this.#newConnection();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#frame || before === now) return;
    if (name === "height") this.#size();
    else if (name === "theme") this.#setTheme();
    else if (name === "corpus") this.#openCorpus();
    else if (name === "label") this.#frame.title = this.#label();
    else this.#frame.src = this.#address();
  }

  /** Starts the explorer now instead of when it comes near the window. */
  start() {
    if (this.#frame) return;
    this.#observer?.disconnect();
    const frame = document.createElement("iframe");
    frame.title = this.#label();
    frame.style.cssText = "display:block;width:100%;height:100%;border:0";
    frame.allow = "clipboard-write; fullscreen";
    frame.src = this.#address();
    this.#frame = frame;
    this.append(frame);
    if (this.hasAttribute("theme")) this.#setTheme();
    if (this.hasAttribute("corpus")) this.#openCorpus();
  }

  /** Opens articles: File or {name, bytes} objects. @returns {Promise<object>} as window.claimscope.open */
  open(files, { map } = {}) {
    return this.#ask({ type: "open", files: [...files], map });
  }
  /** Gives a command of the explorer. */
  command(name, args = {}) {
    return this.#ask({ type: "command", name, args });
  }
  /** What is on show, as window.claimscope.state(). */
  getState() {
    return this.#ask({ type: "getState" });
  }

  #label() {
    return this.getAttribute("label") || "Claims in news articles";
  }

  #size() {
    const height = Number(this.getAttribute("height") ?? 480);
    this.style.height = `${height > 0 ? height : 480}px`;
  }

  #setTheme() {
    const theme = this.getAttribute("theme") ?? "system";
    this.command("set-theme", { theme }).catch((error) => this.#fail(error));
  }

  #address() {
    const url = new URL(kExplorer);
    if (this.hasAttribute("corpus")) url.searchParams.set("wait", "1");
    if (this.getAttribute("view") === "chart") url.searchParams.set("show", "chart");
    url.hash = this.#link();
    return url.href;
  }

  // A whole link, or one put together of the other attributes.
  #link() {
    const link = this.getAttribute("link");
    if (link) return link.replace(/^.*#/, "");
    let text = "v1";
    for (const [attribute, part] of Object.entries(kParts)) {
      const value = this.getAttribute(attribute);
      if (value) text += `&${part}=${encodeURIComponent(value).replaceAll("%2C", ",")}`;
    }
    const view = this.getAttribute("view");
    return kViews.includes(view) ? `${text}&view=${view}` : text;
  }

  async #openCorpus() {
    const corpus = this.getAttribute("corpus");
    if (!corpus) return;
    try {
      const url = new URL(corpus, document.baseURI);
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${url} cannot be had (${response.status}).`);
      const name = decodeURIComponent(url.pathname.split("/").at(-1)) || "corpus";
      await this.open([new File([await response.blob()], name)]);
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail({ code = "io", message }) {
    this.dispatchEvent(new CustomEvent("error", { detail: { code, message } }));
  }

  // The explorer in our frame says that it is there: it gets a port of its own.
  #meet({ source, data }) {
    if (!this.#frame || source !== this.#frame.contentWindow || data?.claimscope !== "here") return;
    const { port1, port2 } = new MessageChannel();
    this.#port?.close();
    this.#port = port1;
    port1.onmessage = ({ data }) => this.#take(data);
    const origin = new URL(kExplorer).origin;
    source.postMessage({ claimscope: "connect" }, origin === "null" ? "*" : origin, [port2]);
    this.#connect(port1);
  }

  #take({ id, ok, result, error, event, detail }) {
    if (event) {
      if (kEvents.includes(event)) this.dispatchEvent(new CustomEvent(event, { detail }));
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (ok) waiting?.done(result);
    else waiting?.refuse(Object.assign(new Error(error.message), { code: error.code }));
  }

  async #ask(request) {
    await this.#connected;
    const id = ++this.#lastId;
    return new Promise((done, refuse) => {
      this.#waiting.set(id, { done, refuse });
      this.#port.postMessage({ id, ...request });
    });
  }
}

if (!customElements.get("claim-explorer")) customElements.define("claim-explorer", ClaimExplorer);

export { ClaimExplorer };
