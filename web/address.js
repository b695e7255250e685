// The address bar carries the view: "#v1&from=…", applied at the start and kept in step.

/** Browsers let a page change its address about a hundred times in half a minute. */
const kAddressEveryMs = 300;

class Address {
  #core;
  #timer = 0;
  #warn;

  /** @param {(error: CoreError) => void} warn  hears of an address that cannot be understood */
  constructor(core, warn) {
    this.#core = core;
    this.#warn = warn;
    addEventListener("hashchange", () => this.apply());
  }

  apply() {
    try {
      this.#core.check(this.#core.send("cs_apply_hash", location.hash.slice(1)));
    } catch (error) {
      this.#warn(error);
    }
  }

  /** Call when the view may have changed. */
  follow() {
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      const hash = this.#core.text(this.#core.call("cs_hash"));
      if (hash === location.hash.slice(1)) return;
      history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
    }, kAddressEveryMs);
  }
}
