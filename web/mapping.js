// Names of fields that nobody knows: asks which one holds what, reads those files again, and remembers the answer.

const kMapKey = "claimscope-fields";

/** What was answered before, as lines of "part=name"; a page that may not store has none. */
function rememberedMap() {
  try {
    return localStorage.getItem(kMapKey) ?? "";
  } catch {
    return "";
  }
}
const kMapParts = [
  ["text", "Text of the article"],
  ["title", "Title"],
  ["date", "Date of publication"],
  ["source", "Outlet"],
  ["url", "Address"],
  ["language", "Language"],
];

class Mapping {
  #reread;
  #dialog = null;

  /** @param {(sources: object[], map: string) => void} reread  reads sources again with a map */
  constructor(reread) {
    this.#reread = reread;
  }

  get remembered() {
    return rememberedMap();
  }

  set remembered(map) {
    try {
      localStorage.setItem(kMapKey, map);
    } catch {
      // asked again next time
    }
  }

  /**
   * Asks when files gave nothing because the names of their fields are not known.
   * @param {object[]} sources  what was opened
   * @param {object[]} files  the report of each
   */
  offer(sources, files) {
    const unread = files.filter(({ articles }) => articles === 0);
    const problems = unread.flatMap(({ problems }) => problems.filter(({ fields }) => fields));
    const fields = [...new Set(problems.flatMap((problem) => problem.fields))];
    const paths = new Set(unread.map(({ file }) => file));
    if (fields.length === 0 || this.#dialog) return;
    this.#ask(fields, problems[0].source, (map) => {
      this.remembered = map;
      this.#reread(
        sources.filter(({ path }) => paths.has(path)),
        map,
      );
    });
  }

  #ask(fields, path, answer) {
    const dialog = document.createElement("dialog");
    dialog.className = "mapping";
    dialog.setAttribute("aria-labelledby", "mapping-title");
    const add = (parent, tag, text = "", attributes = {}) => {
      const element = Object.assign(document.createElement(tag), attributes);
      element.textContent = text;
      return parent.appendChild(element);
    };
    const form = add(dialog, "form", "", { method: "dialog" });
    add(form, "h2", "Which field is which?", { id: "mapping-title" });
    add(
      form,
      "p",
      `The records of “${path}” name their parts in a way that is not known here. Say where the text ` +
        "stands; the rest may stay open. The answer is remembered on this computer.",
    );
    const choices = kMapParts.map(([part, label]) => {
      const row = add(form, "label");
      add(row, "span", label);
      const select = add(row, "select", "", { name: part, required: part === "text" });
      add(select, "option", part === "text" ? "Choose a field" : "None", { value: "" });
      for (const field of fields) add(select, "option", field, { value: field });
      return select;
    });
    const buttons = add(form, "div", "", { className: "buttons" });
    add(buttons, "button", "Leave them out", { value: "", formNoValidate: true });
    add(buttons, "button", "Read again", { value: "read", className: "first" });
    dialog.addEventListener("close", () => {
      dialog.remove();
      this.#dialog = null;
      const chosen = choices.filter(({ value }) => value);
      if (dialog.returnValue === "read")
        answer(chosen.map(({ name, value }) => `${name}=${value}`).join("\n"));
    });
    this.#dialog = document.body.appendChild(dialog);
    dialog.showModal();
    choices[0].focus();
  }
}
