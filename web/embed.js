// In another page: the messages with the page around it (README.md lists them all).
//
// The explorer says "here" to the page around it, which holds nothing; that page answers with a port, and everything
// else goes through the port. Whoever embeds may open articles and give commands. What is on show is told only to pages
// of the same host, and to those that <meta name="claimscope-hosts" content="https://… https://…"> lists: a reader may
// have dropped files of their own into the frame.

const kEmbedVersion = 1;
const kToldToAll = new Set(["ready", "error"]);
const kClickMs = 1000;

class Embed {
  #api;
  #port = null;
  #isTrusted = false;
  #clickedAt = -Infinity;

  constructor(api) {
    this.#api = api;
    if (window === window.parent) return;
    addEventListener("message", (event) => this.#connect(event));
    const clicked = () => (this.#clickedAt = performance.now());
    for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, clicked, true);
    for (const name of kEvents.filter((name) => name !== "ready"))
      api.on(name, (detail) => this.#tell(name, detail));
    api.on("selection", (selection) => {
      const isClick = performance.now() - this.#clickedAt < kClickMs;
      if (selection && isClick) this.#tell("claim-click", selection);
    });
    window.parent.postMessage({ claimscope: "here", version: kEmbedVersion }, "*");
  }

  #connect({ source, origin, data, ports }) {
    if (source !== window.parent || data?.claimscope !== "connect" || !ports[0]) return;
    this.#port?.close();
    this.#port = ports[0];
    this.#isTrusted = isTrusted(origin);
    this.#port.onmessage = ({ data }) => this.#answer(data);
    this.#port.postMessage({ event: "connected", detail: { version: kEmbedVersion, trusted: this.#isTrusted } });
    this.#api.ready.then(() => this.#tell("ready", {}));
  }

  #tell(event, detail) {
    if (this.#isTrusted || kToldToAll.has(event)) this.#port?.postMessage({ event, detail });
  }

  async #answer({ id, type, ...request }) {
    try {
      await this.#api.ready;
      const result = await this.#carryOut(type, request);
      this.#port.postMessage({ id, ok: true, result });
    } catch (error) {
      const { code = "invalid", message } = error;
      this.#port.postMessage({ id, error: { code, message } });
    }
  }

  async #carryOut(type, { files, map, name, args }) {
    if (type === "open") {
      const { problems, ...counts } = await this.#api.open(files, { map });
      return this.#isTrusted ? { ...counts, problems } : {};
    }
    if (type === "command") return void this.#api.command(name, args);
    if (type === "getState") {
      if (!this.#isTrusted) {
        const how = "list it in <meta name=\"claimscope-hosts\"> of the explorer's page";
        throw new CoreError("unsupported", `What is on show is not told to this host; ${how}.`);
      }
      await this.#api.idle();
      return this.#api.state();
    }
    throw new CoreError("not-found", `There is no message "${type}", only open, command, getState.`);
  }
}

function isTrusted(origin) {
  // Pages from disk all have the origin "null"; that they are on this disk is all that is known of them.
  if (location.protocol === "file:") return origin === "null";
  const listed = document.querySelector('meta[name="claimscope-hosts"]')?.content ?? "";
  return origin === location.origin || listed.split(/\s+/).filter(Boolean).includes(origin);
}

/** ?show=chart: the chart alone, as a picture that follows the view, in place of the explorer. */
function showChartAlone(exports) {
  const picture = document.createElement("img");
  picture.id = "chart-alone";
  document.getElementById("stage").append(picture);
  let shown = "";
  let making = false;
  return async (key, summary) => {
    if (making || key === shown) return;
    making = true;
    try {
      const file = await exports.make("svg");
      const before = picture.src;
      picture.src = URL.createObjectURL(file);
      picture.alt = summary;
      if (before) URL.revokeObjectURL(before);
      shown = key;
    } finally {
      making = false;
    }
  };
}
