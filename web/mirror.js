// The same as the canvas shows, as a page of text: filters as real controls, the rows of the table as a table, the chart
// as a table, the article with its claims marked. It lies behind the canvas for those who do not see that, shows itself
// when the keyboard comes into it, and "Show as text" opens it to all. A line on top says what is shown, and is
// announced when it changes.

const kNumber = new Intl.NumberFormat("en");
const kMirrorParts = {
  filters: "Filters",
  view: "View",
  claims: "Claims",
  article: "Article",
  chart: "Chart",
};
const kMirrorRows = 50;
const kMirrorEveryMs = 150;
/** Entries shown of a filter's list; the others can be searched for. */
const kMirrorEntries = 40;

/** "1 claim", "1,284 claims". */
function countOf(count, noun) {
  return `${kNumber.format(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** An element with attributes (listeners as "onclick") and children, which may be text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A table; `rows` of cells that are text or elements. */
function makeTable(caption, heads, rows) {
  const head = make("tr", {}, ...heads.map((name) => make("th", { scope: "col" }, name)));
  const body = rows.map((cells) => make("tr", {}, ...cells.map((cell) => make("td", {}, cell))));
  const table = make("table", {}, make("caption", {}, caption));
  table.append(make("thead", {}, head), make("tbody", {}, ...body));
  return table;
}

/** What may be wider than the window; the keyboard can scroll it. */
function makeWide(label, content) {
  const attributes = { class: "wide", role: "region", "aria-label": label, tabindex: 0 };
  return make("div", attributes, content);
}

/** The facets: their name, the counts and the choice in the state, the command and argument of one entry. */
const kMirrorFacets = [
  ["Region", "region", "regions", "toggle-region", "code"],
  ["Kind", "kind", "kinds", "toggle-kind", "name"],
  ["Side", "side", "sides", "toggle-side", "name"],
  ["Status", "status", "statuses", "toggle-status", "name"],
  ["Review", "review", "reviews", "toggle-review", "name"],
];

/** The long lists, counted once they are unfolded: on the canvas too. */
const kMirrorLists = [
  ["Who says so", "claimant", "claimants"],
  ["Place", "place", "places"],
  ["Source", "source", "sources"],
  ["Language", "language", "languages"],
];
const kMirrorViews = { claims: "Claims", map: "Map", context: "Words in context", compare: "Compare", overview: "Overview" };
const kMirrorContextSorts = { date: "Latest first", left: "Word before", right: "Word after", source: "Source" };
const kMirrorSorts = { time: "Date", place: "Place", claimant: "Who says so", kind: "Kind", status: "Status", source: "Source" };
const kLanguageNames = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** What an entry of a long list is called. */
function nameInList(name, value) {
  if (name === "language" && value) return kLanguageNames.of(value);
  if (name === "claimant" && value === "outlet") return "The outlet itself";
  return value || "Not known";
}

class Mirror {
  #line = document.getElementById("summary");
  #page = document.getElementById("text");
  #parts = new Map();
  #drawn = new Map();
  #timer = 0;
  #first = 0;
  #core;
  #api;
  #query = "";
  #said = "";
  #shown = "";
  #turn = 0;
  #wrong = "";
  #goTo = "";
  #from = "";

  /** @param {Core} core  @param {Api} api */
  constructor(core, api) {
    this.#core = core;
    this.#api = api;
    const skips = make("nav", { "aria-label": "Go to" });
    for (const [name, label] of Object.entries(kMirrorParts)) {
      const part = make("section", { id: `text-${name}`, "aria-label": label, tabindex: -1 });
      this.#parts.set(name, part);
      skips.append(make("button", { type: "button", class: "quote", onclick: () => part.focus() }, label), " ");
    }
    const close = make("button", { type: "button", onclick: () => this.toggle() }, "Show as text");
    close.id = "text-toggle";
    this.#page.append(close, skips, ...this.#parts.values());
    this.#page.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.isOpen) this.toggle();
      if (event.key === "F6") this.#goOn(event);
    });
  }

  get isOpen() {
    return this.#page.classList.contains("open");
  }

  /** To the next part that holds something, or with Shift the one before; as on the canvas. */
  #goOn(event) {
    event.preventDefault();
    const parts = [...this.#parts.values()].filter((part) => part.firstChild);
    const now = parts.findIndex((part) => part.contains(document.activeElement));
    const next = event.shiftKey ? (now < 0 ? -1 : now - 1) : (now + 1) % parts.length;
    parts.at(next)?.focus();
  }

  /** Opens it to all, or lays it behind the canvas again. */
  toggle() {
    const open = this.#page.classList.toggle("open");
    document.getElementById("text-toggle").textContent = open ? "Show the charts" : "Show as text";
    document.getElementById("stage").inert = open;
    if (open) document.getElementById("text-toggle").focus();
    else document.getElementById("canvas").focus({ preventScroll: true });
    this.#draw();
  }

  /** @param {object} state  as window.claimscope.state() */
  show({ corpus, counts, progress, notice, theme }) {
    document.documentElement.dataset.theme = theme;
    const all = `${countOf(counts.claims, "claim")} in ${countOf(counts.articles, "article")}`;
    const part =
      counts.claims < corpus.claims ? `, of ${countOf(corpus.claims, "claim")} in all` : "";
    const sample = progress.is_sample ? " The sample corpus is shown." : "";
    // What was just done is said once, with the counts it led to.
    const said = notice && notice !== this.#said ? `${notice}. ` : "";
    const shown = corpus.articles === 0 ? "No articles are open." : `${all}${part}.${sample}`;
    if (shown === this.#shown && !said) return this.#drawSoon();
    this.#said = notice;
    this.#shown = shown;
    const text = said + shown;
    if (this.#line.textContent !== text) this.#line.textContent = text;
    this.#drawSoon();
  }

  #drawSoon() {
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      // Asking for the state would end at once what goes on over several frames.
      if (this.#core.call("cs_frame_pending") === 1) this.#drawSoon();
      else this.#draw();
    }, kMirrorEveryMs);
  }

  #do(name, args) {
    try {
      this.#api.command(name, args);
      // What went wrong before is told no longer.
      if (this.#wrong) this.#shown = this.#wrong = "";
    } catch (error) {
      this.#wrong = this.#line.textContent = error.message;
    }
  }

  async #draw() {
    const state = this.#api.state();
    const query = JSON.stringify([state.query, state.sort, state.descending]);
    if (query !== this.#query) this.#first = 0;
    this.#query = query;
    const address = this.#core.call("cs_mirror", this.#first, kMirrorRows);
    const mirror = JSON.parse(this.#core.text(address));
    const { counts, chart, selection, sort, can_undo: undo, can_redo: redo } = state;
    const parts = [
      ["filters", [state.query, counts, undo, redo], () => this.#filters(state, mirror)],
      ["view", [state.view, state.compare, state.context_sort, mirror.view], () => this.#view(state, mirror)],
      ["claims", [mirror.rows, mirror.nothing, counts.claims, state.rows, selection, sort], () => this.#claims(state, mirror)],
      ["article", [mirror.article, selection], () => this.#article(state, mirror.article)],
      ["chart", [chart, state.stack, state.query], () => this.#chart(state, mirror.names)],
    ];
    // One at a time, so that a frame can come between.
    const turn = ++this.#turn;
    for (const part of parts) {
      if (!this.#part(...part)) continue;
      await new Promise((done) => setTimeout(done));
      if (turn !== this.#turn) return;
    }
    if (this.#goTo && mirror.article) this.#go(this.#goTo);
  }

  /** The keyboard, and what is in sight, go where something has just been made. */
  #go(id) {
    this.#goTo = "";
    const to = document.getElementById(id) ?? this.#parts.get("claims");
    to.scrollIntoView({ block: "start" });
    to.focus({ preventScroll: true });
  }

  /** Opens the article of the claim that is chosen. */
  #read() {
    this.#do("open-article");
    this.#goTo = "text-headline";
  }

  /** Makes a part anew if what it shows has changed; the keyboard stays where it was. */
  #part(name, data, make) {
    const drawn = JSON.stringify(data);
    if (this.#drawn.get(name) === drawn) return false;
    this.#drawn.set(name, drawn);
    const part = this.#parts.get(name);
    const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
    const typed = document.activeElement?.value;
    part.replaceChildren(...make());
    const again = focused && document.getElementById(focused);
    if (!again) return true;
    if (again.type === "search") again.value = typed;
    again.focus({ preventScroll: true });
    return true;
  }

  /** A field that names any of `entries`, [name, what is done], for lists that are too long to be shown. */
  #another(name, entries) {
    const field = make("input", { id: `text-find-${name}`, type: "search", list: `text-all-${name}` });
    const all = make("datalist", { id: `text-all-${name}` }, ...entries.map(([value]) => make("option", { value })));
    field.addEventListener("change", () => entries.find(([value]) => value === field.value)?.[1]());
    return [make("label", {}, "Another one ", field), all];
  }

  #button(id, name, command, args = {}, enabled = true) {
    const onclick = () => this.#do(command, args);
    return make("button", { id, type: "button", onclick, disabled: !enabled }, name);
  }

  #filters(state, { names, meanings, countings }) {
    const { query, counts } = state;
    const search = make("input", { id: "text-search", type: "search" });
    search.value = query.text;
    search.addEventListener("change", () => this.#do("search", { q: search.value }));
    const day = (id, label, value) =>
      make("label", {}, `${label} `, make("input", { id, type: "date", value: value ?? "" }));
    const from = day("text-from", "From", query.days?.from);
    const to = day("text-to", "To", query.days?.to);
    const days = make("fieldset", {}, make("legend", {}, "Date"), from, to);
    days.addEventListener("change", () => {
      const [first, last] = [from, to].map((label) => label.lastChild.value);
      if ([first, last].some((date) => date && date < "1")) return; // a year half typed
      if (first || last) this.#do("set-days", { from: first || last, to: last || first });
      else this.#do("clear-days");
    });
    const { none, ...said } = counts.reviews;
    const isReviewed = query.reviews.length > 0 || Object.values(said).some((count) => count > 0);
    const shown = kMirrorFacets.filter(([, name]) => name !== "review" || isReviewed);
    const facets = shown.map((facet) => this.#facet(facet, query, counts, names, meanings));
    const steps = make(
      "p",
      {},
      this.#button("text-clear", "Clear all filters", "clear-all"),
      this.#button("text-undo", "Undo", "undo", {}, state.can_undo),
      this.#button("text-redo", "Redo", "redo", {}, state.can_redo),
    );
    const label = make("label", {}, "Search the articles ", search);
    const lists = kMirrorLists.map((list) => this.#list(list, query, counts));
    const rest = [...lists, this.#amount(query, counts, names), this.#counting(query, countings)];
    return [make("h2", {}, "Filters"), make("p", {}, label), days, ...facets, ...rest, steps];
  }

  // A long list: folded, or its first entries and a field in which any of them can be named.
  #list([title, name, list], query, counts) {
    const unfold = this.#unfold(title, name, !counts[list]);
    if (!counts[list]) return make("fieldset", {}, make("legend", {}, title), unfold);
    const byCount = Object.entries(counts[list]).sort(([, a], [, b]) => b - a);
    const names = { [name]: Object.fromEntries(byCount.map(([value]) => [value, nameInList(name, value)])) };
    const sorted = { ...counts, [list]: Object.fromEntries(byCount) };
    const fieldset = this.#facet([title, name, list, "toggle-name", "name", { list: name }], query, sorted, names);
    fieldset.append(unfold);
    return fieldset;
  }

  #unfold(title, list, isFolded) {
    const what = isFolded ? "Show the list" : "Hide the list";
    const button = this.#button(`text-unfold-${list}`, what, "toggle-list", { list });
    button.setAttribute("aria-label", `${title}: ${what.toLowerCase()}`);
    return button;
  }

  #amount({ amount }, { measures }, { measure: labels = {} }) {
    const legend = make("legend", {}, "Amount");
    const unfold = this.#unfold("Amount", "measure", !measures);
    if (!measures) return make("fieldset", {}, legend, unfold);
    const choice = make("select", { id: "text-measure" }, make("option", { value: "" }, "Any"));
    const byCount = Object.entries(measures).sort(([, a], [, b]) => b - a);
    for (const [value, count] of byCount) {
      const label = `${labels[value] ?? value} (${kNumber.format(count)})`;
      choice.append(make("option", { value, selected: amount?.measure === value }, label));
    }
    const end = (id, label, value) =>
      make("label", {}, `${label} `, make("input", { id, type: "number", step: "any", value: value ?? "" }));
    const size = (value) => (value == null ? null : value / (amount.size ?? 1));
    const least = end("text-least", "At least", size(amount?.least));
    const most = end("text-most", "At most", size(amount?.most));
    const fieldset = make("fieldset", {}, legend, make("label", {}, "In ", choice), least, most, unfold);
    fieldset.addEventListener("change", () => {
      if (!choice.value) return this.#do("clear-list", { list: "measure" });
      const ends = { least: least.lastChild.value, most: most.lastChild.value };
      const given = Object.entries(ends).filter(([, value]) => value !== "");
      this.#do("set-amount", { measure: choice.value, ...Object.fromEntries(given) });
    });
    return fieldset;
  }

  #counting({ countCopies, countRetold, countArticles }, countings) {
    const now = countArticles ? "articles" : !countRetold ? "distinct" : countCopies ? "mentions" : "originals";
    const ways = countings.map(([what, label, title]) => {
      const way = make("input", { type: "radio", name: "text-count", id: `text-count-${what}`, title });
      way.checked = what === now;
      way.addEventListener("change", () => this.#do("count-by", { what }));
      return make("label", { title }, way, ` ${label}`);
    });
    return make("fieldset", {}, make("legend", {}, "Count"), ...ways);
  }

  #facet([title, name, list, command, argument, more = {}], query, counts, names, meanings = {}) {
    const chosen = new Set(query[list]);
    const entries = Object.entries(counts[list]).filter(
      ([value, count]) => (value || name !== "region") && (count > 0 || chosen.has(value)),
    );
    const shown = entries.filter(
      ([value], place) => place < kMirrorEntries || chosen.has(value),
    );
    const boxes = shown.map(([value, count]) => {
      const title = meanings[name]?.[value] || undefined;
      const box = make("input", { type: "checkbox", id: `text-${name}-${value}`, title });
      box.checked = chosen.has(value);
      box.addEventListener("change", () => this.#do(command, { [argument]: value, ...more }));
      const label = names[name][value] ?? value;
      return make("label", { title }, box, ` ${label} (${kNumber.format(count)})`);
    });
    const except = query.not.includes(name) ? ": all but these" : "";
    const legend = make("legend", {}, title + except);
    const rest = entries.filter((entry) => !shown.includes(entry));
    const choose = ([value]) => [names[name][value] ?? value, () => this.#do(command, { [argument]: value, ...more })];
    const others = rest.length > 0 ? this.#another(name, rest.map(choose)) : [];
    return make("fieldset", {}, legend, ...boxes, ...others);
  }

  #chart({ chart, stack, per, query }, names) {
    const label = (series) =>
      ({ "-": "No region", other: "Other", outlet: "The outlet itself", none: "None" })[series] ??
      names[stack]?.[series] ??
      series;
    const { days } = query;
    const bars = chart.bars.filter(({ from, to }) => !days || (from <= days.to && days.from <= to));
    const rows = bars.map(({ from, claims, published }) => [
      from,
      kNumber.format(claims.reduce((sum, count) => sum + count, 0)),
      ...claims.map((count) => kNumber.format(count)),
      kNumber.format(published),
    ]);
    const heads = [`${per[0].toUpperCase()}${per.slice(1)} from`, query.countArticles ? "Articles with claims" : "Claims"];
    heads.push(...chart.series.map(label), "Articles published");
    const caption = `${query.countArticles ? "Articles with claims" : "Claims"} per ${per}, by ${stack}`;
    const table = makeTable(caption, heads, rows);
    return [make("h2", {}, "Claims over time"), makeWide(caption, table)];
  }

  /** The views: which one is on show, and its tables. */
  #view({ view, compare, context_sort: sorted }, { view: tables, names }) {
    const ways = Object.entries(kMirrorViews).map(([name, label]) => {
      const way = make("input", { type: "radio", name: "text-view", id: `text-view-${name}` });
      way.checked = name === view;
      way.addEventListener("change", () => this.#do("set-view", { view: name }));
      return make("label", {}, way, ` ${label}`);
    });
    const parts = [make("h2", {}, "View"), make("fieldset", {}, make("legend", {}, "What is shown"), ...ways)];
    if (view === "compare") parts.push(this.#compared(compare, names.side));
    if (view === "context") parts.push(this.#order("Sort the lines by ", "text-context-sort", "sort-context", kMirrorContextSorts, sorted));
    let place = 0;
    const cell = (content) => this.#cell(content, `text-cell-${place++}`);
    for (const { caption, heads, rows } of tables)
      parts.push(makeWide(caption, makeTable(caption, heads, rows.map((cells) => cells.map(cell)))));
    return parts;
  }

  /** Text, or what gives a command. */
  #cell(content, id) {
    if (typeof content === "string") return content;
    const onclick = () => {
      this.#do(content.do, content.with);
      if (content.do !== "select-claim") return;
      this.#from = id;
      this.#read();
    };
    return make("button", { type: "button", class: "quote", id, onclick }, content.text);
  }

  /** What is compared: two sides, or filters that are kept. */
  #compared(compare, sides) {
    const choices = ["first", "second"].map((which) => {
      const choice = make("select", { id: `text-${which}` });
      const ways = { ...sides, now: "The filter as it is" };
      if (!(compare[which] in ways)) ways[compare[which]] = "A kept filter";
      for (const [value, name] of Object.entries(ways))
        if (name) choice.append(make("option", { value, selected: compare[which] === value }, name));
      choice.addEventListener("change", () => this.#do("compare", { [which]: choice.value }));
      return make("label", {}, `The ${which} `, choice);
    });
    const keep = this.#button("text-keep-first", "Set A to the filter as it is", "keep-first");
    const other = this.#button("text-keep-second", "Set B to the filter as it is", "keep-second");
    return make("p", {}, ...choices, keep, other, this.#button("text-sides", "Back to two sides", "compare-sides"));
  }

  /** In which order something is listed, a command for another. */
  #order(label, id, command, names, chosen) {
    const sort = make("select", { id });
    for (const [value, name] of Object.entries(names))
      sort.append(make("option", { value, selected: chosen === value }, name));
    sort.addEventListener("change", () => this.#do(command, { by: sort.value }));
    return make("p", {}, make("label", {}, label, sort));
  }

  #claims(state, { first, rows, nothing }) {
    const all = state.rows;
    if (nothing) {
      const ways = nothing.flatMap((way, place) => [this.#cell(way, `text-way-${place}`), " "]);
      return [make("h2", {}, "No claims"), make("p", {}, ...ways)];
    }
    const heads = ["Date", "Place", "Who says so", "Side", "Kind", "Amount", "Status"];
    heads.push("What is claimed", "Source", "Review");
    const table = makeTable(
      all === 0
        ? "No claims"
        : `Claims ${kNumber.format(first + 1)} to ${kNumber.format(first + rows.length)} of ${kNumber.format(all)}`,
      heads,
      rows.map((row) => {
        const open = () => {
          this.#do("select-claim", { index: row.index });
          this.#from = `text-claim-${row.index}`;
          this.#read();
        };
        const quote = make("button", { type: "button", class: "quote", onclick: open }, row.quote);
        quote.id = `text-claim-${row.index}`;
        if (state.selection?.index === row.index) quote.setAttribute("aria-current", "true");
        const { who, side, kind, amount, status, source, review } = row;
        const guess = (text, title) => (title ? make("span", { title }, `${text} (a guess)`) : text);
        const [date, place] = [guess(row.date, row.guessed_date), guess(row.place, row.guessed_place)];
        return [date, place, who, side, kind, amount, status, quote, source, review];
      }),
    );
    const move = (id, name, by) => {
      const at = this.#first + by;
      const onclick = () => {
        this.#first = Math.max(0, at);
        this.#draw();
      };
      const disabled = by < 0 ? this.#first === 0 : at >= all;
      return make("button", { id, type: "button", onclick, disabled }, name);
    };
    const pages = make("p", {}, move("text-earlier", `Previous ${kMirrorRows} claims`, -kMirrorRows));
    pages.append(move("text-later", `Next ${kMirrorRows} claims`, kMirrorRows));
    const order = this.#order("Sort by ", "text-sort", "sort-by", kMirrorSorts, state.sort);
    return [make("h2", {}, "Claims"), order, makeWide("Table of claims", table), pages];
  }

  #article({ selection }, article) {
    if (!article) return [make("h2", {}, "Article"), make("p", {}, "Choose a claim to read it in its article.")];
    const paragraphs = [make("p", {})];
    for (const [text, claim] of article.text) {
      text.split("\n").forEach((line, place) => {
        if (place > 0) paragraphs.push(make("p", {}));
        if (!line) return;
        if (claim === 0) return paragraphs.at(-1).append(line);
        const mark = make("mark", {}, line);
        if (selection?.claim === claim) mark.setAttribute("aria-current", "true");
        paragraphs.at(-1).append(mark);
      });
    }
    if (article.source) paragraphs.splice(0, paragraphs.length, ...this.#source(article));
    if (article.differences) paragraphs.splice(0, paragraphs.length, ...this.#differences(article));
    const said = selection?.verdict;
    const steps = make(
      "p",
      {},
      this.#button("text-accept", said === "accepted" ? "Accepted" : "Accept", "accept-claim"),
      this.#button("text-reject", said === "rejected" ? "Rejected" : "Reject", "reject-claim"),
      this.#button("text-next", "Next claim of the article", "next-in-article"),
      this.#button("text-source", article.source ? "Back to the text" : "Show in the source", "show-source"),
      this.#button("text-close", "Close the article", "close-reader"),
    );
    const claim = selection
      ? [make("p", {}, `Claim ${selection.claim}: “${selection.quote}”`), steps]
      : [];
    const headline = make("h2", { id: "text-headline", tabindex: -1 }, article.title || "Without a headline");
    const back = make("button", { id: "text-back", type: "button", onclick: () => this.#go(this.#from) }, "Back to the list");
    const head = [headline, make("p", {}, article.from), make("p", {}, back)];
    const copies = this.#copies(article);
    return [...head, ...copies, ...claim, ...paragraphs.filter((p) => p.childNodes.length > 0)];
  }

  #source({ source: { where, missing, pieces } }) {
    const text = pieces.map(([words, isClaim]) => (isClaim ? make("mark", {}, words) : words));
    const note = missing ? [make("p", {}, missing)] : [];
    return [make("h3", {}, "In the source"), make("p", {}, where), ...note, make("pre", {}, ...text)];
  }

  #copies({ copies, differences }) {
    if (differences) return [make("p", {}, this.#button("text-close-copy", "Back to the article", "close-copy"))];
    if (copies.length === 0) return [];
    const entries = copies.map(({ id, name, percent, whole }, place) => {
      const how = whole ? `${percent} % of it shared` : `${percent} % of it shared, passages only`;
      const label = `What differs from ${name}`;
      return make("li", {}, this.#button(`text-copy-${place}`, label, "compare-copy", { article: id }), ` ${how}`);
    });
    return [make("h3", {}, "Copies"), make("ul", {}, ...entries)];
  }

  /** Two articles as one text: words of one of them alone are said to be so, before and after. */
  #differences({ differences }) {
    const { here, there, both } = differences;
    const sum = make("p", {}, `${countOf(here, "word")} only here, ${countOf(there, "word")} only in ${differences.with}, ${countOf(both, "word")} in both.`);
    const paragraphs = [sum, make("p", {})];
    const names = { here: "only here", there: "only there" };
    let last = "";
    for (const [text, where, isClaim] of differences.pieces) {
      if (names[where] && where !== last) paragraphs.at(-1).append(make("b", {}, ` [${names[where]}:] `));
      if (names[last] && !names[where]) paragraphs.at(-1).append(make("b", {}, " [in both:] "));
      last = where;
      text.split("\n").forEach((line, place) => {
        if (place > 0) paragraphs.push(make("p", {}));
        if (!line) return;
        const words = where === "fold" ? `(${line})` : line;
        const tag = names[where] ? (where === "here" ? "ins" : "del") : isClaim ? "mark" : "";
        const child = tag === "mark" || !isClaim ? words : make("mark", {}, words);
        paragraphs.at(-1).append(tag ? make(tag, {}, child) : child);
      });
    }
    return paragraphs;
  }
}
