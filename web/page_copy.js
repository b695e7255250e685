// "Save as page…": a copy of the offline page with the corpus on show and the view inside.
//
// The corpus stands in a data block of its own before the module's, <script id="claimscope-corpus"
// type="application/octet-stream" data-view="v1&…">: a saved corpus, gzipped, in base64. `claimscope page` writes the
// same. What was said in review of its claims stands in data-reviews, as src/engine/review.h has it.

// As the page came, before anything was drawn or added. The hosted page fetches the offline one.
const kPageAsItCame =
  CLAIMSCOPE_BUILD.mode === "inline" ? document.documentElement.cloneNode(true) : null;
const kModuleMark = '<script id="claimscope-' + 'module"';
const kCorpusBlock = /<script id="claimscope-corpus"[^>]*>[^<]*<\/script>\n?/;

/** The corpus, view and reviews that came with the page; null when none did. @returns {Promise<{file: File, view: string, reviews: string}?>} */
async function corpusOfPage() {
  const block = document.getElementById("claimscope-corpus");
  if (!block) return null;
  const packed = new Blob([bytesOfBase64(block.textContent)]).stream();
  const stream = packed.pipeThrough(new DecompressionStream("gzip"));
  const bytes = await new Response(stream).blob();
  const { view = "", reviews = "" } = block.dataset;
  return { file: new File([bytes], "corpus of this page.claims"), view, reviews };
}

async function pageSource() {
  if (kPageAsItCame) return `<!doctype html>\n${kPageAsItCame.outerHTML}\n`;
  return (await fetchPart(CLAIMSCOPE_BUILD.offlineUrl)).text();
}

async function base64Of(blob) {
  const reader = new FileReader();
  await new Promise((done, refuse) => {
    reader.onload = done;
    reader.onerror = () => refuse(new CoreError("too-large", "The corpus is too large for a page."));
    reader.readAsDataURL(blob);
  });
  return reader.result.slice(reader.result.indexOf(",") + 1);
}

/**
 * @param {Blob} corpus  as a .claims file
 * @param {string} view  what follows '#' in the address
 * @param {string} reviews
 * @returns {Promise<File>}
 */
async function pageWithCorpus(corpus, view, reviews) {
  const packed = corpus.stream().pipeThrough(new CompressionStream("gzip"));
  const coded = await base64Of(await new Response(packed).blob());
  const source = await pageSource();
  const at = source.indexOf(kModuleMark);
  const before = source.slice(0, at).replace(kCorpusBlock, "");
  const coats = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };
  const inside = (value) => value.replace(/[&"<>]/g, (letter) => coats[letter]);
  const said = reviews ? ` data-reviews="${inside(reviews)}"` : "";
  const block = `<script id="claimscope-corpus" type="application/octet-stream" data-view="${inside(view)}"${said}>`;
  // Written in two, because this is in a script itself.
  const end = "</" + "script>\n";
  const parts = [before, block, coded, end, source.slice(at)];
  return new File(parts, "claims-page.html", { type: "text/html" });
}

/** Says what will be in the file, and lets the user decide. @returns {Promise<boolean>} */
function askToSave(file, articles, reviews) {
  const dialog = document.getElementById("page-dialog");
  const size = `${(file.size / 1e6).toFixed(1)} MB`;
  const whole = articles === 1 ? "the whole text of 1 article" : `the whole text of all ${articles.toLocaleString("en")} articles`;
  document.getElementById("page-note").textContent =
    `The file is ${size} and holds ${whole}, not only of those shown now, and your filters` +
    (reviews > 0 ? `, and your reviews of ${reviews.toLocaleString("en")} ${reviews === 1 ? "claim" : "claims"}. ` : ". ") +
    "Whoever gets it can read them. It opens in any browser and sends nothing.";
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((done) =>
    dialog.addEventListener("close", () => done(dialog.returnValue === "save"), { once: true }),
  );
}
