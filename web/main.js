// Starts everything and joins it: module, canvas, keys, readers, address, mirror, window.claimscope.

const canvas = document.getElementById("canvas");
const stage = document.getElementById("stage");
const api = new Api();
const asked = new URLSearchParams(location.search);

Object.defineProperty(window, "claimscope", { value: api });
new Embed(api);

function stopWith(error) {
  console.error(error);
  bootScreen.fail(
    error instanceof CoreError
      ? error.message
      : "Claimscope stopped. Your files are untouched; reload the page to go on.",
    error.detail || String(error.message ?? error),
  );
  api.tell("error", { code: error.code ?? "stopped", message: error.message });
}

// What failed, and the page goes on.
function complain(error) {
  console.warn(error);
  api.tell("error", { code: error.code ?? "stopped", message: error.message });
}

// How many readers: one core is the page's.
const mostReaders = Math.min(8, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));

async function start() {
  mark("script");
  const loading = loadModule();
  const named = asked.getAll("corpus");
  const kept = new KeptSession(() => saveCorpus(false));
  const findingLast = kept.last();
  const wantedView = location.hash.slice(1);
  warmUp(canvas);
  mark("context");
  const { module, glueText } = await loading;
  const createGlue = await loadGlue(glueText);
  mark("glue");

  // The page's instance hears of what its own functions emit.
  const hearing = {};
  const hear = (name, bytes) => hearing[name]?.(bytes, name);
  const core = await Core.create(createGlue, module, hear, canvas);
  mark("instance");

  const makeReader = async (onEvent, isFirst) => {
    let worker = null;
    try {
      worker = new WorkerReader(glueText, onEvent);
      await worker.start(module, await loadRules(), ownRules.bundle);
      return worker;
    } catch (error) {
      worker?.stop();
      // The page has one instance, which can take the place of one worker.
      if (!isFirst || (error.code !== "stopped" && error instanceof CoreError)) throw error;
      const reader = new PageReader(core, onEvent);
      hearing.segment = hearing.problem = (bytes, name) => reader.hear(name, bytes);
      await reader.start(await loadRules(), ownRules.bundle);
      return reader;
    }
  };
  const saved = new SavedFiles(core, (error) =>
    api.tell("error", { code: error.code, message: error.message }),
  );
  const joining = new Joining(core, (bytes, days) => ingest.redate(bytes, days));
  const ingest = new Ingest(makeReader, mostReaders, pageOf(core, saved, joining, () => ownRules.follow()));
  const ownRules = new OwnRules(core, ingest);
  // Reviews of claims may be among what is opened; they are taken over first.
  const openAll = async (sources) => {
    const { articles, reviews } = await ingest.prepare(partReviews(sources));
    for (const { path, lines } of reviews) api.command("load-reviews", { lines, from: path });
    return { ...(await ingest.open(articles)), reviews: reviews.length };
  };
  const read = async (sources, map) => {
    for (const source of sources) source.map = map;
    mapping.offer(sources, (await openAll(sources)).files);
  };
  const mapping = new Mapping(read);
  const open = async (dropped) => {
    const sources = await ownRules.takeFrom(dropped);
    if (sources.length > 0) read(sources, mapping.remembered);
  };

  startCanvas(core, canvas);
  const ofPage = await corpusOfPage();
  // What was there at the last visit is asked for first: the sample under its filters would be taken for it.
  const last = ofPage || named.length > 0 || asked.has("wait") ? null : await findingLast;
  const showSample = () => ingest.openSample(builtSample(module)).then(() => mark("sample"), stopWith);
  if (ofPage && location.hash.length < 2) history.replaceState(null, "", `#${ofPage.view}`);
  if (named.length > 0) for (const corpus of named) ingest.openAddress(corpus);
  else if (ofPage) ingest.open(toSources([ofPage.file]));
  else if (!last && !asked.has("wait")) showSample();
  mark("started");
  const keys = new Keys(core, stage, canvas, document.getElementById("typing"));
  const address = new Address(core, (error) =>
    api.tell("error", { code: error.code, message: error.message }),
  );
  address.apply();
  takeUpReviews(core, ofPage?.reviews);
  watchPaste(core, keys, open);
  watchDrops(open);

  const mirror = new Mirror(core, api);
  let selection = "";
  const showState = () => {
    const state = api.state();
    mirror.show(state);
    const selected = JSON.stringify(state.selection ?? null);
    if (selected !== selection) api.tell("selection", state.selection ?? null);
    selection = selected;
  };

  const saveCorpus = (withReviews) => saved.save(hearing, withReviews);
  const save = () =>
    saveCorpus(true).then(
      (file) => offer(file, "corpus.claims"),
      (error) => api.tell("error", { code: error.code, message: error.message }),
    );
  const text = (bytes) => new TextDecoder().decode(bytes);
  hearing.copy = (bytes) => copyText(text(bytes));
  hearing.typing = (bytes) => keys.place(bytes.length > 0 ? JSON.parse(text(bytes)) : null);
  const exports = new Exports(core, () => saved.bring());
  const showChart = asked.get("show") === "chart" ? showChartAlone(exports) : null;
  // All that is kept in this browser, and what is on show.
  const forget = async () => {
    await kept.forget();
    history.replaceState(null, "", location.pathname + location.search);
    location.reload();
  };
  const makePage = async () =>
    pageWithCorpus(await saveCorpus(false), core.text(core.call("cs_hash")), core.text(core.call("cs_reviews")));
  const savePage = async () => {
    const file = await makePage();
    const reviews = core.text(core.call("cs_reviews")).split("\n").length - 1;
    if (await askToSave(file, ingest.report.articles, reviews)) offer(file, file.name);
  };
  hearing.request = (bytes) => {
    const [what, ...argument] = text(bytes).split("\n");
    if (what === "export") exports.save(argument[0]).catch(complain);
    else if (what === "save-page") savePage().catch(complain);
    else if (what === "forget") askToForget(ingest, kept).then((sure) => sure && forget()).catch(complain);
    else if (what === "builtin-rules") ownRules.use(kNoRules).catch(complain);
    else carryOut(what, argument.join("\n"), core, ingest, open, save, mirror);
  };
  await new Promise((done) => (hearing.frame = done));
  mark("firstFrame");
  api.start(core, ingest, openAll, canvas, [saved, joining], () => saveCorpus(true), exports, makePage, forget, ownRules);
  hearing.frame = () => {
    if (core.call("cs_frame_pending") === 1) return;
    saved.bring();
    // Not before there is something to see: an empty page would flash by.
    if (!ingest.busy || !ingest.isEmpty) bootScreen.hide();
    address.follow();
    showState();
    const shown = `${core.text(core.call("cs_hash"))} ${ingest.report.claims}`;
    showChart?.(shown, document.getElementById("summary").textContent).catch(complain);
    if (!ingest.busy && !ingest.isSample && !ingest.isEmpty && !ofPage && named.length === 0) {
      document.getElementById("session-bar").dispatchEvent(new Event("dismiss"));
      const { articles, claims } = ingest.report;
      kept.follow(core.text(core.call("cs_hash")), articles, `${articles} ${claims}`);
    }
    api.rest();
  };
  core.call("cs_request_frame");
  keepForLater();
  // What comes next is likely to be files, and the rules are here already.
  if (CLAIMSCOPE_BUILD.mode === "inline") ingest.warmUp();
  if (!last) return;
  const wanted = await askToRestore(last);
  if (wanted === "forget" && (await askToForget(ingest, kept))) await kept.forget();
  if (wanted === "restore") {
    // The address has the view that was on show last, or that a link wants of these articles.
    await ingest.open(toSources([new File([last.corpus], "last visit.claims")]));
    location.hash = wantedView || last.view;
  } else if (ingest.isEmpty && !ingest.busy) {
    history.replaceState(null, "", location.pathname + location.search);
    address.apply();
    showSample();
  }
}

/** The hosted page opens without a network from the second visit on. */
function keepForLater() {
  if (CLAIMSCOPE_BUILD.mode !== "site" || !navigator.serviceWorker) return;
  navigator.serviceWorker.register("service_worker.js").catch(() => {
    // Not on every host, and not in every frame; it only costs a download.
  });
}

/** What the queue of sources needs of the explorer. */
function pageOf(core, saved, joining, rulesMayDiffer) {
  return {
    addSegment(bytes, isBare) {
      joining.stop();
      core.check(core.send("cs_add_segment", bytes, Number(isBare ?? false)));
      const [what, articles, claims, ...path] = core.text(core.call("cs_out")).split("\n");
      if (what === "added") return null;
      return { articles: Number(articles), claims: Number(claims), path: path.join("\n") };
    },
    openSaved(file) {
      joining.stop();
      return saved
        .open(file)
        .then(({ reviews, ...counts }) => {
          if (reviews) takeReviewsOf(core, file, reviews);
          return counts;
        })
        .finally(rulesMayDiffer);
    },
    joinArticles() {
      joining.start().catch((error) =>
        api.tell("error", { code: error.code ?? "stopped", message: error.message }),
      );
    },
    clear() {
      joining.stop();
      core.call("cs_clear");
      saved.clear();
    },
    problem({ kind, source, record, line, offset, reason }) {
      const path = new TextEncoder().encode(source);
      core.send(
        "cs_problem",
        source + reason,
        Number(kind === "repaired"),
        record,
        line,
        offset,
        path.length,
      );
    },
    progress(now) {
      const flags = [now.running, now.cancelled, now.isSample].map(Number);
      const { filesDone, filesTotal, bytesDone, bytesTotal, articles, claims, skipped, repaired } =
        now;
      const numbers = [
        filesDone,
        filesTotal,
        bytesDone,
        bytesTotal,
        articles,
        claims,
        skipped,
        repaired,
      ];
      core.send("cs_progress", now.path, ...flags, ...numbers);
      api.tell("progress", now);
    },
  };
}

/** What only the page can do, asked for by the explorer. */
function carryOut(what, argument, core, ingest, open, save, mirror) {
  if (what === "open-files") askForFiles(false, open);
  if (what === "open-folder") askForFiles(true, open);
  if (what === "cancel") ingest.cancel();
  if (what === "copy") copyText(argument);
  if (what === "copy-link") {
    copyText(linkTo(argument));
    if (!ingest.isSample && !asked.has("corpus")) api.command("tell", { text: kLinkNeeds });
  }
  if (what === "save") saveFile(argument);
  if (what === "save-corpus") save();
  if (what === "read-source") showSource(core, ingest, argument);
  if (what === "keep-reviews") keepReviews(argument);
  if (what === "show-text") mirror.toggle();
  if (what === "open-url" && /^https?:/.test(argument)) window.open(argument, "_blank", "noopener");
}

/** A link carries the view alone. */
const kLinkNeeds =
  location.protocol === "file:"
    ? "Link copied. It opens on this computer alone, with the same articles: “Save as page…” makes a file to share"
    : "Link copied. Who opens it needs the same articles: “Save as page…” makes a file to share";

/** The address of this page with that view. */
function linkTo(view) {
  const address = location.href.split("#")[0];
  return view ? `${address}#${view}` : address;
}

/** Offers a file to keep: its name, a line break, its text. */
function saveFile(argument) {
  const [name, ...lines] = argument.split("\n");
  offer(new Blob([lines.join("\n")], { type: "text/plain" }), name);
}

function offer(file, name) {
  api.command("tell", { text: `Saved ${name}` });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

addEventListener(
  "error",
  ({ error }) => error instanceof WebAssembly.RuntimeError && stopWith(error),
);
addEventListener(
  "unhandledrejection",
  ({ reason }) => reason instanceof WebAssembly.RuntimeError && stopWith(reason),
);
start().catch(stopWith);
