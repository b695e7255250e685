// Messages between the page and its workers. README.md has the same as tables.
//
// A request is {id, type, ...}; it is answered once, by {id, ok: true, ...} or {id, error}. Events carry no id.
// Byte blocks that a worker makes are transferred, not copied. A worker reads the sources of one request one after another, holds at most
// two pieces of a file at a time, and looks for a cancel between pieces.

/**
 * A source of articles: a file or bytes.
 * @typedef {object} Source
 * @property {number} index  its place among all sources opened, from 0
 * @property {string} path   as shown in messages and ids
 * @property {number} size   bytes
 * @property {File} [file]
 * @property {Uint8Array} [bytes]
 * @property {string} [error]  why there is no file, as the browser calls it
 * @property {{begin: number, lines: number, records: number}} [part]  what stands before it; the source is a part
 * @property {string} [map]    lines of "part=name": what fields are called there
 * @property {boolean} [claims]  false: none are wanted
 */

/**
 * How far a source was read.
 * @typedef {object} Counts
 * @property {number} bytes     read, as given (before decompression)
 * @property {number} articles
 * @property {number} claims
 * @property {number} skipped   records left out
 * @property {number} repaired  records kept after a repair
 */

/**
 * Something that could not be read as it stands.
 * @typedef {object} Problem
 * @property {"skipped"|"repaired"} kind
 * @property {string} source  the path
 * @property {number} record  from 1; 0: the source as a whole
 * @property {number} line    from 1, in the decompressed source; 0: not known
 * @property {number} offset  bytes, in the decompressed source
 * @property {string} reason  one sentence
 * @property {string[]} [fields]  the names of the fields or columns, when none is known to hold the text
 */

/**
 * Why a request failed.
 * @typedef {object} Failure
 * @property {"invalid"|"unsupported"|"not-found"|"too-large"|"io"|"stopped"} code
 * @property {string} message  a sentence for the user
 * @property {string} detail   for a bug report
 */

/**
 * Requests to a worker.
 * @typedef {{id: number, type: "start", module: WebAssembly.Module, rules: Uint8Array|string,
 *   own: Uint8Array}} StartRequest
 *   loads the rules, which come as unpack.js tells, and a bundle of the user's own tables (may be empty); answered by {}
 * @typedef {{id: number, type: "read", sources: Source[]}} ReadRequest
 *   answered, when the last source is read or the reading was cancelled, by {cancelled: boolean, heapBytes: number}
 * @typedef {{id: number, type: "redate", bytes: Uint8Array, days: number[]}} RedateRequest
 *   a segment, and days found for its articles (article, day, basis; ...); answered by {bytes}: the segment with them
 * @typedef {{id: number, type: "cancel"}} CancelRequest
 *   ends the read under way after the piece in hand; what was read is sealed
 */

/**
 * Events of a worker; `source` is the index of the source they belong to.
 * @typedef {{type: "segment", source: number, bytes: Uint8Array}} SegmentEvent
 * @typedef {{type: "problem", source: number, problem: Problem}} ProblemEvent
 * @typedef {{type: "progress", source: number, counts: Counts}} ProgressEvent
 *   at most ten a second
 * @typedef {{type: "done", source: number, counts: Counts, report: object}} DoneEvent
 *   the source has been read to its end, or as far as it was before the cancel
 * @typedef {{type: "part", source: number, begin: number, size: number, lines: number, records: number,
 *   isLast: boolean}} PartEvent
 *   a part of a large source, with what stands before it, to be read as a source of its own
 * @typedef {{type: "saved", source: number, counts: Counts, report: object}} SavedEvent
 *   the source is a saved corpus, which the page opens itself; the reader is done with it
 * @typedef {SegmentEvent|ProblemEvent|ProgressEvent|DoneEvent|SavedEvent|PartEvent} ReaderEvent
 */
