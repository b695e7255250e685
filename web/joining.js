// What only all articles together tell, found when nothing is being read: copies, a little at a time between frames, and
// through them days for articles that name none, whose segments a reader makes anew.

const kArticlesAtATime = 4;
const kTurnMs = 8;

class Joining {
  #core;
  #redate;
  #turn = 0;
  busy = false;

  /** @param {(bytes: Uint8Array, days: number[]) => Promise<Uint8Array>} redate */
  constructor(core, redate) {
    this.#core = core;
    this.#redate = redate;
  }

  /** The corpus is about to change: what is under way is given up. */
  stop() {
    this.#turn++;
    this.busy = false;
  }

  async start() {
    const turn = ++this.#turn;
    this.busy = true;
    try {
      await this.#join(() => turn === this.#turn);
    } finally {
      if (turn === this.#turn) {
        this.busy = false;
        this.#core.call("cs_request_frame"); // whoever waits for rest looks again after a frame
      }
    }
  }

  async #join(isWanted) {
    let began = performance.now();
    while (this.#core.call("cs_prepare_copies", kArticlesAtATime) > 0) {
      if (performance.now() - began < kTurnMs) continue;
      await new Promise((done) => setTimeout(done));
      if (!isWanted()) return;
      began = performance.now();
    }
    for (const { segment, days } of this.#core.json("cs_found_days")) {
      const made = await this.#redate(this.#core.bytes(this.#core.call("cs_segment", segment)), days);
      if (!isWanted()) return;
      this.#core.check(this.#core.send("cs_replace_segment", made, segment));
    }
  }
}
