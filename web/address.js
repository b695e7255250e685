// The address bar carries the view: "#v1&from=…", applied at the start and kept in step. Every step of a reader (a
// filter, a view, an article opened) is an entry of the browser's history, so that back and forward walk over them; a
// drag is one step, when it ends. Undo and redo walk over the same entries.

/** Browsers let a page change its address about a hundred times in half a minute. */
const kAddressEveryMs = 300;

class Address {
  #core;
  #timer = 0;
  #warn;
  /** Steps the explorer had counted when the address was written last; null before the first time. */
  #steps = null;
  /** What the entries of the history hold that were made here, by their number in history.state. */
  #entries = [];
  #at = 0;
  /** In another page the history is that page's. */
  #isOwn = window === window.parent;

  /** @param {(error: CoreError) => void} warn  hears of an address that cannot be understood */
  constructor(core, warn) {
    this.#core = core;
    this.#warn = warn;
    this.#entries[0] = this.#shown();
    addEventListener("popstate", ({ state }) => this.#go(state));
  }

  apply() {
    if (this.#shown() === this.#hash()) return;
    try {
      this.#core.check(this.#core.send("cs_apply_hash", this.#shown()));
    } catch (error) {
      this.#warn(error);
    }
  }

  /** Call when the view may have changed. */
  follow() {
    if (this.#isOwn && this.#steps !== null && this.#core.call("cs_steps") > this.#steps) {
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#write();
    } else {
      this.#timer ||= setTimeout(() => {
        this.#timer = 0;
        this.#write();
      }, kAddressEveryMs);
    }
  }

  #shown() {
    return location.hash.slice(1);
  }
  #hash() {
    return this.#core.text(this.#core.call("cs_hash"));
  }

  /** Back, forward, or an address typed. */
  #go(state) {
    const known = Number.isInteger(state?.entry);
    this.#at = known ? state.entry : this.#at + 1;
    if (!known) {
      this.#entries.length = this.#at;
      history.replaceState({ entry: this.#at }, "");
    }
    this.#entries[this.#at] = this.#shown();
    this.apply();
    this.#steps = this.#core.call("cs_steps");
  }

  #write() {
    const steps = this.#core.call("cs_steps");
    if (steps < 0) return; // a drag goes on
    const stepped = this.#isOwn && this.#steps !== null && steps !== this.#steps;
    const wentOver = stepped && this.#core.call("cs_went_over_steps") === 1;
    this.#steps = steps;
    const hash = this.#hash();
    if (hash === this.#shown()) return;
    if (wentOver && this.#entries[this.#at - 1] === hash) return history.back();
    if (wentOver && this.#entries[this.#at + 1] === hash) return history.forward();
    const address = hash ? `#${hash}` : location.pathname + location.search;
    if (stepped) {
      this.#entries.length = ++this.#at;
      history.pushState({ entry: this.#at }, "", address);
    } else {
      history.replaceState({ entry: this.#at }, "", address);
    }
    this.#entries[this.#at] = hash;
  }
}
