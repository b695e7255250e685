// Fingers. SDL would press wherever one comes down; here a tap presses, a long press shows what hovering would, a drag
// scrolls what is under it and lets it glide on, only what is made for dragging (the chart, the map, a border) is
// dragged, and two fingers zoom the chart or the map.

/** How far a finger may slip in a tap. */
const kTapPixels = 8;
const kLongPressMs = 450;
/** Labels of what a finger drags instead of scrolling, and of what two fingers zoom. */
const kHandles = /^(timeline|map$|border of )/;
const kZoomed = /^(timeline|map)$/;
/** One step of a wheel makes the map this many times larger. */
const kZoomStep = 1.25;
/** A glide loses half its speed in this time, and ends below so many pixels a millisecond. */
const kHalfSpeedMs = 160;
const kSlowest = 0.03;
/** A finger that rested so long before it left lets nothing glide. */
const kRestMs = 80;

class Touch {
  #core;
  #canvas;
  /** {x, y, startX, startY, from, drags: null | "item" | "scroll" | "hover", at, speedX, speedY} of one finger. */
  #finger = null;
  /** {x, y, apart, zooms} of two. */
  #pair = null;
  #timer = 0;
  #glide = 0;

  /** @param {() => void} onTouch  hears of every finger that comes down */
  constructor(core, stage, canvas, onTouch) {
    this.#core = core;
    this.#canvas = canvas;
    const listen = (type, react) => {
      const handler = (event) => {
        event.stopPropagation();
        event.preventDefault();
        react(event);
      };
      stage.addEventListener(type, handler, { capture: true, passive: false });
    };
    listen("touchstart", (event) => {
      onTouch();
      this.#start(event);
    });
    listen("touchmove", (event) => this.#move(event));
    listen("touchend", (event) => this.#end(event));
    listen("touchcancel", () => this.#letGo());
  }

  #place({ clientX, clientY }) {
    const { left, top } = this.#canvas.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  #labelsAt(x, y) {
    const holds = (item) =>
      x >= item.x && x < item.x + item.w && y >= item.y && y < item.y + item.h;
    return this.#core
      .json("cs_items")
      .filter(holds)
      .map(({ label }) => label);
  }

  // Times are those of the events: a page that is busy hears of them late.
  #start({ touches, timeStamp }) {
    this.#letGo();
    cancelAnimationFrame(this.#glide);
    if (touches.length === 2) return this.#startPair(touches);
    if (touches.length > 2) return;
    const [x, y] = this.#place(touches[0]);
    const at = timeStamp;
    this.#finger = { x, y, startX: x, startY: y, from: at, drags: null, at, speedX: 0, speedY: 0 };
    this.#core.call("cs_touch", 0, x, y);
    // The finger rests: what is under it is hovered, not pressed.
    this.#timer = setTimeout(() => {
      if (this.#finger && !this.#finger.drags) this.#finger.drags = "hover";
    }, kLongPressMs);
  }

  #startPair(touches) {
    const [[ax, ay], [bx, by]] = [...touches].map((touch) => this.#place(touch));
    const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
    const zooms = this.#labelsAt(x, y).some((label) => kZoomed.test(label));
    this.#pair = { x, y, apart: Math.hypot(bx - ax, by - ay), zooms };
    this.#core.call("cs_touch", 0, x, y);
  }

  #move({ touches, timeStamp }) {
    if (this.#pair && touches.length === 2) return this.#pinch(touches);
    const finger = this.#finger;
    if (!finger || touches.length > 1) return;
    // The timer rang while this was still on its way.
    if (finger.drags === "hover" && timeStamp - finger.from < kLongPressMs) finger.drags = null;
    const [x, y] = this.#place(touches[0]);
    const slipped = Math.hypot(x - finger.startX, y - finger.startY) >= kTapPixels;
    if (!finger.drags && !slipped) return;
    if (!finger.drags) {
      clearTimeout(this.#timer);
      const labels = this.#labelsAt(finger.startX, finger.startY);
      finger.drags = labels.some((label) => kHandles.test(label)) ? "item" : "scroll";
      if (finger.drags === "item") this.#core.call("cs_touch", 1, finger.startX, finger.startY);
    }
    if (finger.drags === "item") this.#core.call("cs_touch", 1, x, y);
    if (finger.drags === "hover") this.#core.call("cs_touch", 0, x, y);
    if (finger.drags === "scroll") this.#scroll(x - finger.x, y - finger.y);
    const passed = Math.max(1, timeStamp - finger.at);
    // The speed of late, not of one jerk.
    finger.speedX = (finger.speedX + (x - finger.x) / passed) / 2;
    finger.speedY = (finger.speedY + (y - finger.y) / passed) / 2;
    [finger.x, finger.y, finger.at] = [x, y, timeStamp];
  }

  #pinch(touches) {
    const pair = this.#pair;
    const [[ax, ay], [bx, by]] = [...touches].map((touch) => this.#place(touch));
    const apart = Math.max(1, Math.hypot(bx - ax, by - ay));
    if (!pair.zooms) return;
    this.#core.call("cs_wheel", 0, Math.log(apart / pair.apart) / Math.log(kZoomStep));
    pair.apart = apart;
  }

  #scroll(dx, dy) {
    this.#core.call("cs_wheel", dx / kPixelsPerStep, dy / kPixelsPerStep);
  }

  #end({ touches, timeStamp }) {
    const finger = this.#finger;
    if (finger && !finger.drags && touches.length === 0) {
      this.#core.call("cs_touch", 1, finger.x, finger.y);
      this.#core.call("cs_touch", 0, finger.x, finger.y);
    }
    const glides = finger?.drags === "scroll" && timeStamp - finger.at < kRestMs;
    if (glides) this.#glideOn(finger, performance.now());
    else this.#letGo();
  }

  /** What was scrolled goes on, slower and slower, until a finger comes down. */
  #glideOn(finger, before) {
    this.#finger = null;
    this.#glide = requestAnimationFrame((now) => {
      const passed = Math.max(0, now - before);
      const kept = 0.5 ** (passed / kHalfSpeedMs);
      finger.speedX *= kept;
      finger.speedY *= kept;
      if (Math.hypot(finger.speedX, finger.speedY) < kSlowest) return this.#letGo();
      this.#scroll(finger.speedX * passed, finger.speedY * passed);
      this.#glideOn(finger, now);
    });
  }

  #letGo() {
    clearTimeout(this.#timer);
    if (this.#finger?.drags === "item")
      this.#core.call("cs_touch", 0, this.#finger.x, this.#finger.y);
    this.#core.call("cs_lift_touch");
    this.#finger = this.#pair = null;
  }
}
