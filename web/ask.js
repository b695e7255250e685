// A question over the page, in a dialog of the browser's own.

/**
 * @param {string} title
 * @param {string} text
 * @param {[string, string][]} buttons  value and label; the last is what is likely wanted, and what Enter takes
 * @returns {Promise<string>} the value of the button; "" when the dialog was left
 */
function askWith(title, text, buttons) {
  const dialog = document.createElement("dialog");
  dialog.className = "mapping";
  dialog.setAttribute("aria-labelledby", "question");
  const add = (parent, tag, attributes) => parent.appendChild(Object.assign(document.createElement(tag), attributes));
  const form = add(dialog, "form", { method: "dialog" });
  add(form, "h2", { id: "question", textContent: title });
  add(form, "p", { textContent: text });
  const row = add(form, "div", { className: "buttons" });
  for (const [value, label] of buttons) add(row, "button", { value, textContent: label });
  row.lastChild.className = "first";
  document.body.append(dialog);
  dialog.showModal();
  row.lastChild.focus();
  return new Promise((done) =>
    dialog.addEventListener("close", () => (dialog.remove(), done(dialog.returnValue)), { once: true }));
}
