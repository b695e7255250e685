// What came of reading: sums, and the first problem of each reason with how often it was met.

/** Different reasons kept; the counts go on. */
const kMostReasons = 200;
/** So many problems of one reason a reader tells of a source; its own report counts them all. */
const kMostToldAlike = 20;

/** The report of a file that was read in parts. */
function joinedReport(first, second) {
  const joined = { ...first, problems: first.problems.map((problem) => ({ ...problem })) };
  for (const sum of ["bytes", "articles", "claims", "skipped", "repaired"])
    joined[sum] += second[sum];
  for (const problem of second.problems) {
    const { kind, reason } = problem;
    const same = joined.problems.find((one) => one.kind === kind && one.reason === reason);
    if (same) same.count += problem.count;
    else joined.problems.push(problem);
  }
  return joined;
}

class Report {
  articles = 0;
  claims = 0;
  skipped = 0;
  repaired = 0;
  #problems = new Map();
  #files = []; // what each source's own report says, in the order in which they were read

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

  /** @param {object} file  the part of the report that the reader made of one source */
  addFile(file) {
    this.#files.push(file);
    for (const { reason, count } of file.problems) {
      const seen = this.#problems.get(reason);
      if (seen) seen.count += Math.max(0, count - kMostToldAlike);
    }
  }

  /** The whole, as the command line's --report writes it. */
  toJSON() {
    const { articles, claims, skipped, repaired } = this;
    const files = this.#files;
    return { files, totals: { files: files.length, articles, claims, skipped, repaired } };
  }

  get files() {
    return this.#files;
  }

  get problems() {
    return [...this.#problems.values()];
  }
}
