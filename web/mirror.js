// The page's text for those who do not see the canvas: a line that says what is shown, announced when it changes.

const kNumber = new Intl.NumberFormat("en");

/** "1 claim", "1,284 claims". */
function countOf(count, noun) {
  return `${kNumber.format(count)} ${noun}${count === 1 ? "" : "s"}`;
}

class Mirror {
  #line = document.getElementById("summary");

  /** @param {object} state  as window.claimscope.state() */
  show({ corpus, counts, progress }) {
    const all = `${countOf(counts.claims, "claim")} in ${countOf(counts.articles, "article")}`;
    const part =
      counts.claims < corpus.claims ? `, of ${countOf(corpus.claims, "claim")} in all` : "";
    const sample = progress.is_sample ? " The sample corpus is shown." : "";
    const text = corpus.articles === 0 ? "No articles are open." : `${all}${part}.${sample}`;
    if (this.#line.textContent !== text) this.#line.textContent = text;
  }
}
