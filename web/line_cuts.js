// Where a file of one record a line can be parted: between a line that ends with "}" and one that begins with "{".
// No JSON value has such a place inside, whatever its own line breaks.

const kBreak = 10;
const kOpen = 123;
const kClose = 125;
const isBlank = (byte) => byte === 32 || byte === 13 || byte === 9;

class LineCuts {
  #partBytes;
  #begin = 0; // of the part in work
  #at = 0;
  #lines = 0;
  #records = 0; // lines that hold something
  #last = 0; // the last byte that is not blank
  #inText = false; // something stands in the line so far
  #atStart = false; // nothing but blanks since a line break behind which a part may begin
  #lineStart = 0;

  /** @param {number} partBytes  a part ends at the first place after so many bytes */
  constructor(partBytes) {
    this.#partBytes = partBytes;
  }

  /**
   * The next bytes of the file.
   * @param {Uint8Array} block
   * @returns {{begin: number, lines: number, records: number}[]}  where parts begin, with what stands before
   */
  push(block) {
    const cuts = [];
    let at = 0;
    while (at < block.length) {
      if (!this.#inText) {
        while (at < block.length && isBlank(block[at])) at++;
        if (at === block.length) break;
        if (block[at] !== kBreak) {
          if (this.#atStart && block[at] === kOpen) {
            this.#begin = this.#lineStart;
            cuts.push({ begin: this.#begin, lines: this.#lines, records: this.#records });
          }
          this.#records++;
          this.#inText = true;
        }
      }
      const found = block.indexOf(kBreak, at);
      const end = found < 0 ? block.length : found;
      let last = end - 1;
      while (last >= at && isBlank(block[last])) last--;
      if (last >= at) this.#last = block[last];
      at = end;
      if (found < 0) break;
      at++;
      this.#lines++;
      this.#inText = false;
      this.#lineStart = this.#at + at;
      this.#atStart = this.#last === kClose && this.#lineStart - this.#begin >= this.#partBytes;
    }
    this.#at += block.length;
    return cuts;
  }
}
