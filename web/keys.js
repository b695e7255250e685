// Keyboard, wheel and text: what SDL is not given, or gets in another form.
//
// SDL listens on #stage and keeps every Ctrl and function key from the browser. Here, before it, the browser's own keys
// are let through; what the explorer uses goes on to SDL. Text of input methods and soft keyboards comes through a
// text area that lies, unseen, where the explorer's text cursor is.

/** Keys that, with Ctrl or Cmd, belong to the explorer: letters by the legacy key code, which follows the layout. */
const kCommandLetters = new Set("ACXZYFOKS");
const kShiftedLetters = new Set("ZO");
const kCommandKeys = new Set([
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "Home",
  "End",
  "Backspace",
  "Delete",
  "Enter",
  "Insert",
  "Control",
  "Meta",
  "Shift",
]);
const kFunctionKeys = new Set(["F1", "F6"]);
/** What ImGui scrolls for one step of a wheel: five lines of 13 px. */
const kPixelsPerStep = 65;
const kPixelsPerLine = 33;

/** @param {KeyboardEvent} event */
function belongsToBrowser(event) {
  if (event.isComposing || event.keyCode === 229) return true;
  // AltGr makes a character, though it comes as Ctrl with Alt.
  if (event.getModifierState("AltGraph")) return event.key.length === 1;
  if (/^F\d+$/.test(event.key))
    return !kFunctionKeys.has(event.key) || event.altKey || event.ctrlKey;
  if (event.shiftKey && event.key === "Insert") return true; // paste
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey) return true;
    if (kCommandKeys.has(event.key)) return false;
    const letter = String.fromCharCode(event.keyCode);
    // Ctrl+Shift with most letters opens the browser's tools.
    return !kCommandLetters.has(letter) || (event.shiftKey && !kShiftedLetters.has(letter));
  }
  return event.altKey && event.key !== "Alt";
}

/** @param {WheelEvent} event */
function wheelSteps({ deltaX, deltaY, deltaMode }) {
  const pixels = [1, kPixelsPerLine, innerHeight][deltaMode] ?? 1;
  return [(-deltaX * pixels) / kPixelsPerStep, (-deltaY * pixels) / kPixelsPerStep];
}

class Keys {
  #core;
  #stage;
  #canvas;
  #field;
  /** Whether a text field of the explorer is active. */
  typing = false;

  constructor(core, stage, canvas, field) {
    this.#core = core;
    this.#stage = stage;
    this.#canvas = canvas;
    this.#field = field;
    this.#watchKeys();
    this.#watchPointer();
    new Touch(core, stage, canvas, () => this.focus());
    this.#watchText();
  }

  #watchKeys() {
    this.#stage.addEventListener(
      "keydown",
      (event) => belongsToBrowser(event) && event.stopPropagation(),
      true,
    );
    // macOS sends no key-up for a key that was pressed with Cmd.
    this.#stage.addEventListener(
      "keyup",
      (event) => event.key === "Meta" && this.#core.call("cs_release_keys"),
    );
    this.#stage.addEventListener("focusout", (event) => {
      if (!this.#stage.contains(event.relatedTarget)) this.#core.call("cs_release_keys");
    });
    // With nothing focused keys go to the explorer, unless it sits in another page.
    if (window === window.parent) this.#canvas.focus({ preventScroll: true });
  }

  #watchPointer() {
    this.#stage.addEventListener("mousedown", () => this.focus(), true);
    // Drags go on outside the window, and end there.
    this.#canvas.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "mouse") this.#canvas.setPointerCapture(event.pointerId);
    });
    this.#canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    const onWheel = (event) => {
      event.stopPropagation();
      if (event.ctrlKey || event.metaKey) return; // the browser's zoom
      if (window !== window.parent && !this.#hasFocus()) return; // the host page's scroll
      event.preventDefault();
      this.#core.call("cs_wheel", ...wheelSteps(event));
    };
    this.#stage.addEventListener("wheel", onWheel, { capture: true, passive: false });
  }

  #hasFocus() {
    return document.hasFocus() && this.#stage.contains(document.activeElement);
  }

  /** Takes the keyboard, unless the explorer has it. */
  focus() {
    const wanted = this.typing ? this.#field : this.#canvas;
    if (document.activeElement !== wanted) wanted.focus({ preventScroll: true });
  }

  /** The explorer tells where its text cursor is; null when no text field is active. */
  place(cursor) {
    const had = this.#stage.contains(document.activeElement);
    this.typing = cursor !== null;
    if (cursor?.height) {
      const { style } = this.#field;
      [style.left, style.top, style.height] = [cursor.x, cursor.y, cursor.height].map(
        (px) => `${px}px`,
      );
    }
    if (had) this.focus();
  }

  #watchText() {
    const field = this.#field;
    const send = (text) => {
      field.value = "";
      if (text) this.#core.send("cs_type", text);
    };
    field.addEventListener("compositionstart", () => field.classList.add("composing"));
    field.addEventListener("compositionend", (event) => {
      field.classList.remove("composing");
      send(event.data);
    });
    field.addEventListener("input", (event) => event.isComposing || send(field.value));
    // A soft keyboard edits instead of pressing keys.
    field.addEventListener("beforeinput", (event) => {
      const name = { deleteContentBackward: "cs_backspace", insertLineBreak: "cs_enter" }[
        event.inputType
      ];
      if (!name || event.isComposing) return;
      event.preventDefault();
      this.#core.call(name);
    });
  }
}
