// The page's text for those who do not see the canvas: a line that says what is shown, announced when it changes.

class Mirror {
  #line = document.getElementById("summary");

  /** @param {object} state  as window.claimscope.state() */
  show({ summary = "" }) {
    if (this.#line.textContent !== summary) this.#line.textContent = summary;
  }
}
