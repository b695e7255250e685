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

/** @param {Core} core  @param {string} ofPage  what came with the page: what this reader said of the same claims wins */
function takeUpReviews(core, ofPage) {
  let lines = null;
  try {
    lines = localStorage.getItem(kReviewsKey);
  } catch {
    // No store here.
  }
  for (const said of [ofPage, lines])
    if (said) core.send("cs_command", `load-reviews?lines=${encodeURIComponent(said)}`);
}
