// The clipboard, both ways, also from file:// and inside another page.

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No permission, or no clipboard interface: the old way, which only needs a key or click of the user's.
    const fill = (event) => {
      event.preventDefault();
      event.clipboardData.setData("text/plain", text);
    };
    document.addEventListener("copy", fill, { once: true, capture: true });
    document.execCommand("copy");
    document.removeEventListener("copy", fill, { capture: true });
  }
}

/**
 * Pasted text goes to the text field that is active; without one it is an article, and pasted files are opened.
 * @param {(sources: object[]) => void} open
 */
function watchPaste(core, keys, open) {
  document.addEventListener("paste", (event) => {
    if (!event.target.closest("#stage") && event.target !== document.body) return;
    const { clipboardData } = event;
    const text = clipboardData.getData("text/plain");
    event.preventDefault();
    if (keys.typing) core.send("cs_paste", text);
    else if (clipboardData.files.length > 0) open(toSources(clipboardData.files));
    else if (text.trim()) open([pastedSource(text)]);
  });
}
