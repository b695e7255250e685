// What was said of claims in review, kept from one visit to the next in the browser's own store. Where the browser has
// none, or it is full, the reviews last as long as the page does.

const kReviewsKey = "claimscope.reviews";

/** @param {string} lines  as src/engine/review.h has them */
function keepReviews(lines) {
  try {
    if (lines) localStorage.setItem(kReviewsKey, lines);
    else localStorage.removeItem(kReviewsKey);
  } catch (error) {
    console.info("The reviews are not kept:", error.message);
  }
}

function keptReviews() {
  try {
    return localStorage.getItem(kReviewsKey) ?? "";
  } catch {
    return ""; // No store here.
  }
}

const countOfReviews = () => keptReviews().split("\n").filter(Boolean).length;

/** What came with a saved corpus: what this reader said of the same claims wins. */
function takeReviewsOf(core, file, lines) {
  const from = encodeURIComponent(file.name ?? "the saved corpus");
  core.send("cs_command", `load-reviews?mine=1&from=${from}&lines=${encodeURIComponent(lines)}`);
}

/** @param {Core} core  @param {string} ofPage  what came with the page: what this reader said of the same claims wins */
function takeUpReviews(core, ofPage) {
  for (const said of [ofPage, keptReviews()])
    if (said) core.send("cs_command", `load-reviews?lines=${encodeURIComponent(said)}`);
}

/** Reviews are small, and few are opened at once: what is larger, or more, is something else. */
const kMostReviewBytes = 16 << 20;
const kMostLookedAt = 200;
const kHeadOfReviews = 64 << 10;

/** Whether a file begins with a review: what "Save the reviews" writes, under whatever name. */
function beginsWithReview(text) {
  try {
    const { text: hash, span, verdict } = JSON.parse(text.replace(/^\uFEFF/, "").split("\n", 1)[0]);
    return /^\w+$/.test(hash) && /^\d+-\d+$/.test(span) && typeof verdict === "string";
  } catch {
    return false;
  }
}

/**
 * Takes files of reviews out of what is opened.
 * @param {object[]} sources
 * @returns {Promise<{articles: object[], reviews: {path: string, lines: string}[]}>}
 */
async function partReviews(sources) {
  const articles = [];
  const reviews = [];
  const textOf = ({ file, bytes }, end) => (file ?? new Blob([bytes.subarray(0, end)])).slice(0, end).text();
  const heads = await Promise.all(
    sources.map((source) => {
      const { size, error } = source;
      const mayBe = sources.length <= kMostLookedAt && size > 0 && size <= kMostReviewBytes && !error;
      // Where a file cannot be read its reader tells it.
      return mayBe ? textOf(source, kHeadOfReviews).catch(() => "") : "";
    }),
  );
  for (const [place, source] of sources.entries()) {
    if (beginsWithReview(heads[place])) reviews.push({ path: source.path, lines: await textOf(source, source.size) });
    else articles.push(source);
  }
  return { articles, reviews };
}
