// The session: articles and view of the last visit, kept in this browser (IndexedDB, also of a page from disk), offered
// again at the next visit, deleted on request. Never within another page, and never of the sample.

const kDatabase = "claimscope";
const kStore = "session";
const kLast = "last";
/** Of the keys in localStorage. */
const kNotesBegin = "claimscope";
/** After the last change. */
const kSaveAfterMs = 1500;

function asPromise(request) {
  return new Promise((done, refuse) => {
    request.onsuccess = () => done(request.result);
    request.onerror = request.onblocked = () => refuse(request.error);
  });
}

class KeptSession {
  #database = null;
  #timer = 0;
  #kept = ""; // what of the corpus is kept already
  #makeCorpus;
  #isOff = window !== window.parent || typeof indexedDB !== "object";

  /** @param {() => Promise<Blob>} makeCorpus */
  constructor(makeCorpus) {
    this.#makeCorpus = makeCorpus;
  }

  async #store(mode) {
    if (!this.#database) {
      const opening = indexedDB.open(kDatabase, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(kStore);
      this.#database = await asPromise(opening);
      // Another tab forgets: nothing here may stand in its way.
      this.#database.onversionchange = () => this.#close();
    }
    return this.#database.transaction(kStore, mode).objectStore(kStore);
  }

  #close() {
    this.#database?.close();
    this.#database = null;
  }

  /** @returns {Promise<{corpus: Blob, view: string, articles: number, savedAt: number}?>} */
  async last() {
    if (this.#isOff) return null;
    try {
      return (await asPromise((await this.#store("readonly")).get(kLast))) ?? null;
    } catch {
      this.#isOff = true; // a browser that keeps nothing
      return null;
    }
  }

  /** Call when corpus or view may have changed, and nothing is being read. `corpus` says which articles are there. */
  follow(view, articles, corpus) {
    if (this.#isOff) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(view, articles, corpus).catch(() => {}), kSaveAfterMs);
  }

  async #save(view, articles, corpus) {
    const before = corpus === this.#kept ? await this.last() : null;
    const blob = before?.corpus ?? (await this.#makeCorpus());
    const session = { corpus: blob, view, articles, savedAt: Date.now() };
    if (this.#isOff) return;
    await asPromise((await this.#store("readwrite")).put(session, kLast));
    this.#kept = corpus;
  }

  /** Deletes all that this page keeps in this browser, and keeps nothing more until it is opened anew. */
  async forget() {
    this.#isOff = true;
    clearTimeout(this.#timer);
    this.#close();
    this.#forgetNotes();
    await asPromise(indexedDB.deleteDatabase(kDatabase));
  }

  // Reviews, and what fields are called.
  #forgetNotes() {
    try {
      for (const key of Object.keys(localStorage))
        if (key.startsWith(kNotesBegin)) localStorage.removeItem(key);
    } catch {
      // no store here
    }
  }
}

/** Asks whether to go on where the last visit ended. @returns {Promise<"restore"|"forget"|"">} */
function askToRestore({ articles, savedAt }) {
  const bar = document.getElementById("session-bar");
  const day = new Date(savedAt).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
  const what = articles === 1 ? "1 article" : `${articles.toLocaleString("en")} articles`;
  document.getElementById("session-note").textContent = `Go on with your last visit? ${what}, kept in this browser on ${day}.`;
  bar.hidden = false;
  return new Promise((done) => {
    bar.addEventListener("click", ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      bar.hidden = true;
      done(target.value);
    });
    bar.addEventListener("dismiss", () => ((bar.hidden = true), done("")), { once: true });
  });
}
