// What came of reading: sums, and the first problem of each reason with how often it was met.

/** Different reasons kept; the counts go on. */
const kMostReasons = 200;

class Report {
  articles = 0;
  claims = 0;
  skipped = 0;
  repaired = 0;
  #problems = new Map();

  /** @param {Counts} counts */
  add({ articles, claims, skipped, repaired }, sign = 1) {
    this.articles += sign * articles;
    this.claims += sign * claims;
    this.skipped += sign * skipped;
    this.repaired += sign * repaired;
  }

  /**
   * @param {Problem} problem
   * @returns {boolean} whether it is the first of its reason
   */
  note(problem) {
    const seen = this.#problems.get(problem.reason);
    if (seen) seen.count++;
    if (seen || this.#problems.size >= kMostReasons) return false;
    this.#problems.set(problem.reason, { ...problem, count: 1 });
    return true;
  }

  get problems() {
    return [...this.#problems.values()];
  }
}
