// The queue of sources to be read.
//
// Batches of sources go to idle readers; what comes back is handed to the page in the order of the sources, whatever
// the number of readers. The user's own files replace the sample corpus; further files are added.

const kBatchSources = 64;
const kBatchBytes = 8 << 20;
/** How often the explorer hears of it: soon at first, seldom in what takes long, for frames and readers share the processor. */
const kTellEveryMs = 30;
const kTellSeldomMs = 500;
const kTellShare = 3;
const kNoCounts = { bytes: 0, articles: 0, claims: 0, skipped: 0, repaired: 0 };

/** Of bytes that are no file: what is kept to be shown again. */
const kKeptBytes = 4 << 20;

/** Articles that were open already count as skipped. */
function withoutHeld(counts, held) {
  if (!held) return counts;
  const { articles, claims, skipped } = counts;
  const left = { articles: articles - held.articles, claims: claims - held.claims };
  return { ...counts, ...left, skipped: skipped + held.articles };
}

function alreadyOpen({ path, held }) {
  const as = held.path === path ? "Already open" : `Already open as “${held.path}”`;
  const place = { source: path, record: 0, line: 0, offset: 0 };
  return { kind: "skipped", ...place, reason: `${as}; it was not added again.` };
}

class Ingest {
  #makeReader;
  #page;
  #mostReaders;
  #slots = []; // {reader, batch, starting}
  #sources = []; // in the order in which they are handed on
  #byIndex = new Map();
  #lastIndex = -1;
  #parts = []; // of large sources, not given to a reader
  #filesDone = 0;
  #filesTotal = 0;
  #next = 0; // the first source not given to a reader
  #again = []; // batches that a reader left unread when it broke down
  #front = 0; // the first source not handed on to its end
  #jobs = new Set();
  #report = new Report(); // of the corpus on show, what is being read included
  #bytesDone = 0;
  #bytesTotal = 0;
  #cancelled = false;
  #preparing = 0; // addresses on their way
  #whenIdle = [];
  #telling = 0;
  #begun = 0; // when the oldest job was
  #files = new Map(); // of this session, by path: for who wants to see an article as its file has it
  isSample = false;
  /** Of the readers' modules, together. */
  heapBytes = 0;

  /**
   * @param {(hear: (event: ReaderEvent) => void) => Promise<reader>} makeReader
   * @param {number} mostReaders
   * @param {object} page  has addSegment(bytes, isBare) -> null, or {articles, claims, path} of what
   *   the corpus held already; openSaved(Blob) -> Promise<SavedCounts>, clear(),
   *   problem(problem), progress(progress), joinArticles(): nothing is being read any more
   */
  constructor(makeReader, mostReaders, page) {
    this.#makeReader = makeReader;
    this.#mostReaders = mostReaders;
    this.#page = page;
  }

  get report() {
    return this.#report;
  }

  get busy() {
    return this.#jobs.size > 0 || this.#preparing > 0;
  }

  get isEmpty() {
    return this.#report.articles === 0;
  }

  /** Starts the first reader; reading does so too, later. */
  warmUp() {
    this.#slot(0).catch(() => {}); // told when something is read
  }

  /** Shows the sample corpus: sources with what came of them when the page was built. */
  openSample(built) {
    return this.#open(built, true);
  }

  /**
   * Reads sources.
   * @param {{path: string, size: number, file?: File, bytes?: Uint8Array}[]} sources
   * @returns {Promise<{articles: number, claims: number, skipped: number, repaired: number, known: number,
   *   cancelled: boolean, problems: (Problem & {count: number})[], files: object[]}>}  `known`: blocks that the corpus held already
   */
  open(sources) {
    for (const job of this.#jobs) if (job.isSample) this.#cancelJob(job);
    return this.#open(sources, false);
  }

  /** What must be known before something is opened: reading has begun meanwhile. */
  async prepare(promise) {
    this.#preparing++;
    try {
      return await promise;
    } finally {
      this.#preparing--;
    }
  }

  /** Fetches an address and reads what is there, in place of the sample corpus. */
  async openAddress(address) {
    const cancelled = this.open([]); // whoever names a corpus does not want the sample
    this.#preparing++;
    this.#tell();
    let source = { path: address, size: 0, error: "NetworkError" };
    try {
      const answer = await fetch(address);
      if (answer.ok) {
        const file = await answer.blob();
        source = { path: address, size: file.size, file };
      }
    } catch {
      // told as a file that cannot be had
    }
    this.#preparing--;
    await cancelled;
    return this.open([source]);
  }

  /** Stops reading; what was read so far is kept. */
  cancel() {
    for (const job of this.#jobs) this.#cancelJob(job);
    this.#cancelled = true;
    this.#handOn();
  }

  /** A reader that is free gives a segment the days found for its articles. */
  async redate(bytes, days) {
    const { reader } = await this.#slot(0);
    return reader.redate(bytes, days);
  }

  /** Resolves when nothing is being read. */
  idle() {
    return this.busy ? new Promise((done) => this.#whenIdle.push(done)) : Promise.resolve();
  }

  #stopReaders() {
    for (const slot of this.#slots) slot?.reader?.stop();
    this.#slots = [];
  }

  /** A saved corpus brought rules of its own: what was to follow it was read with others, and is given up. */
  rulesCame() {
    const later = this.#sources.slice(this.#front + 1);
    this.cancel();
    for (const source of later) {
      source.events = [];
      this.#counted(source, kNoCounts);
      source.done = true;
    }
    this.#stopReaders();
    if (later.length === 0) return;
    const [{ path, job }] = later;
    const reason = "A saved corpus that was opened with it brought rules of its own. Open the other files again, to be read with these.";
    this.#problem(job, { kind: "skipped", source: path, record: 0, line: 0, offset: 0, reason });
  }

  #open(sources, isSample) {
    if (this.#jobs.size === 0) {
      this.#cancelled = false;
      this.#begun = performance.now();
    }
    const job = {
      isSample,
      left: sources.length,
      report: new Report(),
      known: 0,
      cancelled: false,
    };
    const finished = new Promise((done) => (job.finish = done));
    for (const source of sources) {
      this.#keep(source);
      this.#sources.push(this.#enter(source, job));
      this.#bytesTotal += source.size;
      this.#filesTotal++;
    }
    this.#jobs.add(job);
    if (sources.length === 0) this.#finish(job);
    this.#feed();
    this.#handOn();
    return finished;
  }

  // Files stay where they are; of what a program or the clipboard gave only the small is kept.
  #keep({ path, file, bytes, size, map, claims }) {
    const kept = file ?? (bytes && size <= kKeptBytes ? new Blob([bytes]) : null);
    if (kept) this.#files.set(path, { path, size, file: kept, map, claims });
    else this.#files.delete(path);
  }

  /** The file that was read under this path in this session. @returns {Blob|undefined} */
  fileAt(path) {
    return this.#files.get(path)?.file;
  }

  /** What of the corpus on show can be read again, and the paths of what cannot. */
  sourcesAtHand() {
    const paths = this.isSample ? [] : this.#report.files.map(({ file }) => file);
    const canBeRead = (path) => this.#files.has(path) && !this.#files.get(path).isSaved;
    return {
      sources: paths.filter(canBeRead).map((path) => this.#files.get(path)),
      lost: paths.filter((path) => !canBeRead(path)),
    };
  }

  /**
   * Starts reading anew with other rules, which `makeReader` knows: what is under way is stopped, and the corpus empty.
   * Fails, and changes nothing, when no reader takes the rules.
   */
  async startAnew() {
    const reader = await this.#makeReader((event) => this.#hear(event), true);
    this.cancel();
    while (this.busy || this.#slots.some(({ batch } = {}) => batch)) await new Promise((done) => setTimeout(done, 10));
    this.#stopReaders();
    this.#slots = [{ reader, batch: null, starting: Promise.resolve(reader) }];
    this.#cancelled = false;
    this.isSample = false;
    this.#report = new Report();
    this.#page.clear();
  }

  // One that comes with its events was read when the page was built.
  #enter({ events, counts, ...source }, job) {
    const index = ++this.#lastIndex;
    const entered = { ...source, job, index, done: !!events, events: events ?? [], counts: kNoCounts };
    this.#byIndex.set(index, entered);
    if (events) this.#counted(entered, counts);
    return entered;
  }

  // A part of a source, which is handed on after the parts before it.
  #addPart(whole, { begin, size, lines, records, isLast }) {
    whole.parts ??= 0;
    this.#bytesTotal += size - whole.size;
    whole.size = 0;
    const { path, map, claims, job } = whole;
    const file = whole.file.slice(begin, begin + size);
    const place = { begin, lines, records };
    const part = this.#enter({ path, map, claims, file, size, part: place, of: whole, isLast }, job);
    this.#sources.splice(this.#sources.indexOf(whole, this.#front) + ++whole.parts, 0, part);
    this.#next++; // the whole was given, so the part lies before it
    this.#parts.push(part);
    job.left++;
    this.#feed();
  }

  #cancelJob(job) {
    job.cancelled = true;
    // One that is still starting looks for itself, once it has started.
    for (const slot of this.#slots) if (slot.batch?.[0].job === job) slot.reader?.cancel();
  }

  // The readers come into being one by one, as they are needed.
  async #slot(at) {
    const slot = (this.#slots[at] ??= { reader: null, batch: null, starting: null });
    slot.starting ??= this.#makeReader((event) => this.#hear(event), at === 0);
    slot.reader = await slot.starting;
    if (slot.reader instanceof PageReader) this.#mostReaders = 1;
    return slot;
  }

  #feed() {
    // A second reader only once the first has started: should no worker start here, there is but one, on the page.
    const most = this.#slots[0]?.reader ? this.#mostReaders : 1;
    for (let at = 0; at < most; at++) {
      if (this.#slots[at]?.batch) continue;
      const batch = this.#takeBatch();
      if (!batch) break;
      this.#slots[at] ??= { reader: null, batch: null, starting: null };
      this.#slots[at].batch = batch;
      this.#read(at);
    }
  }

  // Sources of one job, for one reader; null when none is left.
  #takeBatch() {
    const again = this.#again.pop();
    if (again) return again;
    const part = this.#parts.shift();
    if (part) return [part];
    const batch = [];
    let bytes = 0;
    while (this.#sources[this.#next]?.done) this.#next++;
    while (
      this.#next < this.#sources.length &&
      batch.length < kBatchSources &&
      bytes < kBatchBytes
    ) {
      const source = this.#sources[this.#next];
      if (batch.length > 0 && source.job !== batch[0].job) break;
      this.#next++;
      bytes += source.size;
      batch.push(source);
    }
    return batch.length > 0 ? batch : null;
  }

  async #read(at) {
    const slot = this.#slots[at];
    const { batch } = slot;
    try {
      await this.#slot(at);
    } catch (error) {
      if (at === 0) this.#giveUp(slot, error);
      else this.#doWithout(at, batch);
      slot.batch = null;
      this.#handOn();
      return this.#feed();
    }
    try {
      this.#feed();
      if (!batch[0].job.cancelled) {
        const plain = ({ index, path, size, file, bytes, error, map, claims, part }) => {
          return { index, path, size, file, bytes, error, map, claims, part };
        };
        slot.heapBytes = (await slot.reader.read(batch.map(plain))).heapBytes;
        this.heapBytes = this.#slots.reduce((sum, { heapBytes = 0 }) => sum + heapBytes, 0);
      }
    } catch (error) {
      this.#giveUp(slot, error);
    }
    // A cancelled batch leaves sources that were never begun.
    if (batch[0].job.cancelled) for (const source of batch) source.done = true;
    slot.batch = null;
    this.#handOn();
    this.#feed();
  }

  // A further reader could not start, for want of memory it may be: those that run read its batch.
  #doWithout(at, batch) {
    this.#mostReaders = Math.min(this.#mostReaders, at);
    this.#slots[at].starting = null;
    this.#again.push(batch);
  }

  // The reader broke down, most likely out of memory: the source in hand is given up, the rest goes to a new reader.
  #giveUp(slot, error) {
    slot.reader?.stop();
    slot.starting = null;
    const left = slot.batch.filter((source) => !source.done);
    if (left.length === 0) return;
    const [source, ...rest] = left;
    if (rest.length > 0) this.#again.push(rest);
    const reason = error.code === "io" ? error.message :
      "Reading stopped here: the file needs more memory than the browser gives, or is damaged in a way that " +
      "Claimscope does not know. What was read before is kept.";
    const problem = { kind: "skipped", source: source.path, record: 0, line: 0, offset: 0, reason };
    source.events.push({
      type: "problem",
      problem: { ...problem, detail: `${error.message} ${error.detail}` },
    });
    this.#counted(source, { ...source.counts, skipped: source.counts.skipped + 1 });
    const problems = [{ ...problem, count: 1 }];
    const file = { file: source.path, format: "", encoding: "", ...source.counts, problems };
    source.events.push({ type: "done", report: file });
    source.done = true;
  }

  /** @param {ReaderEvent} event */
  #hear(event) {
    const source = this.#byIndex.get(event.source);
    if (event.type === "part") {
      this.#addPart(source, event);
      return;
    }
    if (event.counts) this.#counted(source, event.counts);
    if (event.type === "done" || event.type === "saved") source.done = true;
    if (event.type !== "progress") source.events.push(event);
    this.#handOn();
  }

  // What the corpus held already is none of what the file brought.
  #held(source, { articles, claims, path }) {
    source.job.known++;
    const held = (source.held ??= { articles: 0, claims: 0, path });
    held.articles += articles;
    held.claims += claims;
    const kept = this.#files.get(source.path);
    if (kept && !source.of) this.#files.set(path, { ...kept, path });
    this.#counted(source, source.told ?? source.counts);
    this.#problem(source.job, alreadyOpen(source));
  }

  #counted(source, told) {
    source.told = told;
    const counts = withoutHeld(told, source.held);
    source.job.report.add(source.counts, -1);
    source.job.report.add(counts);
    if (!this.#isOver(source.job)) {
      this.#report.add(source.counts, -1);
      this.#report.add(counts);
    }
    this.#bytesDone += counts.bytes - source.counts.bytes;
    source.counts = counts;
  }

  // Whether a job is of the sample corpus, which the user's own files have replaced or are about to.
  #isOver(job) {
    return job.isSample && job.cancelled;
  }

  #handOn() {
    for (;;) {
      const source = this.#sources[this.#front];
      if (!source) break;
      while (source.events.length > 0 && !source.opening) this.#take(source, source.events.shift());
      if (source.opening || !source.done) break;
      this.#front++;
      if (!source.parts && (!source.of || source.isLast)) this.#filesDone++;
      this.#bytesDone += source.size - source.counts.bytes;
      if (--source.job.left === 0) this.#finish(source.job);
    }
    const handedOn = this.#front === this.#sources.length;
    if (handedOn && !this.busy && this.#slots.every((slot) => !slot.batch)) this.#rest();
    if (this.busy) this.#tellSoon();
    else this.#tell();
  }

  // Many events come in one turn: the explorer hears of them together.
  #tellSoon() {
    if (this.#telling) return;
    const passed = performance.now() - this.#begun;
    const wait = Math.min(kTellSeldomMs, Math.max(kTellEveryMs, passed / kTellShare));
    this.#telling = setTimeout(() => this.#tell(), wait);
  }

  #take(source, event) {
    const { job } = source;
    if (this.#isOver(job)) return;
    if (event.type === "segment") {
      this.#show(job);
      const held = this.#page.addSegment(event.bytes, event.isBare);
      if (held) this.#held(source, held);
      return;
    }
    if (event.type === "saved") {
      source.events.unshift({ type: "done", report: event.report });
      this.#openSaved(source);
      return;
    }
    if (event.type === "done") {
      const report = this.#reportOf(source, event.report);
      if (!report) return;
      job.report.addFile(report);
      this.#report.addFile(report);
      return;
    }
    this.#problem(job, event.problem);
  }

  #problem(job, problem) {
    job.report.note(problem);
    if (this.#report.note(problem)) this.#page.problem(problem);
  }

  // What the report says of the file that ends with this source; null: it does not end here.
  #reportOf(source, report) {
    if (!report) return null;
    if (source.brought) return { ...report, ...source.brought };
    if (source.held) {
      const { articles } = source.held;
      const problem = { ...alreadyOpen(source), count: articles };
      const problems = [...report.problems, problem];
      report = { ...withoutHeld(report, source.held), problems };
    }
    const whole = source.of;
    if (!whole) return report;
    whole.report = whole.report ? joinedReport(whole.report, report) : report;
    return source.isLast ? whole.report : null;
  }

  // What is added from now on belongs to the job.
  #show(job) {
    const replaces = this.isSample && !job.isSample;
    if (replaces) this.#replaceSample();
    this.isSample = job.isSample;
    // With the corpus the explorer has forgotten that something is being read.
    if (replaces) this.#tell();
  }

  #openSaved(source) {
    const { job } = source;
    this.#show(job);
    const finish = (counts, problem) => {
      source.opening = false;
      source.brought = { ...counts, problems: problem ? [{ ...problem, count: 1 }] : [] };
      this.#counted(source, { ...source.counts, ...counts });
      if (problem) source.events.unshift({ type: "problem", problem });
      this.#handOn();
    };
    source.opening = true;
    if (this.#files.has(source.path)) this.#files.get(source.path).isSaved = true;
    const file = source.file ?? new Blob([source.bytes]);
    this.#page.openSaved(file).then(
      (counts) => {
        if (counts.articles === 0) job.known++;
        finish(counts);
      },
      ({ message }) => {
        const place = { source: source.path, record: 0, line: 0, offset: 0 };
        finish({ skipped: 1 }, { kind: "skipped", ...place, reason: message });
      },
    );
  }

  #replaceSample() {
    this.#page.clear();
    this.#report = new Report();
    for (const job of this.#jobs) {
      if (job.isSample) continue;
      this.#report.add(job.report);
      for (const file of job.report.files) this.#report.addFile(file);
      for (const problem of job.report.problems)
        if (this.#report.note(problem)) this.#page.problem(problem);
    }
  }

  #finish(job) {
    this.#jobs.delete(job);
    const { articles, claims, skipped, repaired, problems, files } = job.report;
    const { known, cancelled } = job;
    job.finish({ articles, claims, skipped, repaired, known, cancelled, problems, files });
  }

  #rest() {
    this.#sources = [];
    this.#byIndex.clear();
    this.#next = 0;
    this.#front = 0;
    this.#filesDone = 0;
    this.#filesTotal = 0;
    this.#bytesDone = 0;
    this.#bytesTotal = 0;
    for (const done of this.#whenIdle.splice(0)) done();
    this.#page.joinArticles();
  }

  #tell() {
    clearTimeout(this.#telling);
    this.#telling = 0;
    const { articles, claims, skipped, repaired } = this.#report;
    this.#page.progress({
      running: this.busy,
      cancelled: this.#cancelled,
      isSample: this.isSample,
      path: this.#sources[this.#front]?.path ?? "",
      filesDone: this.#filesDone,
      filesTotal: this.#filesTotal,
      bytesDone: this.#bytesDone,
      bytesTotal: this.#bytesTotal,
      articles,
      claims,
      skipped,
      repaired,
    });
  }
}
