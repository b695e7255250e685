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
  document.getElementById("session-note").textContent = `Go on with your last visit? ${countOf(articles, "article")}, kept in this browser on ${day}.`;
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

/** Says what "Forget everything" takes away. @returns {Promise<boolean>} */
async function askToForget(ingest, kept) {
  const open = ingest.isSample ? 0 : ingest.report.articles;
  const last = await kept.last();
  const reviews = countOfReviews();
  const lost = [
    open > 0 && `${countOf(open, "article")} that ${open === 1 ? "is" : "are"} open`,
    last && `the copy of ${countOf(last.articles, "article")} that this browser keeps`,
    reviews > 0 && `your reviews of ${countOf(reviews, "claim")}`,
    rememberedMap() && "what fields are called in your files",
  ].filter(Boolean);
  const list = lost.length > 1 ? `${lost.slice(0, -1).join(", ")} and ${lost.at(-1)}` : lost[0];
  const text = list
    ? `This deletes ${list}. It cannot be taken back. Your files themselves stay where they are.`
    : "Nothing of yours is open or kept here. The page starts anew with the sample.";
  return (await askWith("Forget everything?", text, [["forget", "Forget everything"], ["", "Keep it"]])) === "forget";
}
