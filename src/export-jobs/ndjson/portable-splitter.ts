/** The splitter of `record-splitter.ts` in plain TypeScript, for every platform. */

/** The text of one chunk on its way, piece by piece. Any number of them may be in use at once, turn by turn. */
export interface RecordSplitter {
  /**
   * Writes what `piece` comes to into `target` from offset `at` on, in bytes, and gives the offset behind it. That is
   * never more than the piece is long, so `target` needs `piece.byteLength` bytes from `at`; it must not share memory
   * with the piece. A piece may be cut anywhere and have any size.
   *
   * Gives -1 as soon as the text cannot be a JSON list of objects, and from then on always. What `target` holds
   * behind `at` is waste then.
   */
  readonly write: (piece: Uint8Array, target: Uint8Array, at: number) => number;
  /** Records that are complete. Each is one line, ended by a line feed as soon as what follows the record has come. */
  readonly records: () => number;
  /** Whether the text was a whole list: its last bracket has come. `false` at the text's end means that it was cut. */
  readonly isWhole: () => boolean;
}

/** Where a text is. The byte order mark has three bytes, so two places in it. */
type Stage =
  | 'start' | 'mark-1' | 'mark-2' | 'before-list' | 'before-first' | 'in-record' | 'after-record' | 'after-comma'
  | 'whole' | 'refused';

/** What a byte can mean in a record: one bit each, so that a search can be for several. */
const quote = 1;
const backslash = 2;
const lineBreak = 4;
const opening = 8;
const closing = 16;

const inString = quote | backslash | lineBreak;
const anywhere = inString | opening | closing;

const meanings = /* @__PURE__ */ createMeanings();

function createMeanings(): Uint8Array {
  const table = new Uint8Array(256);
  table[0x22] = quote;
  table[0x5c] = backslash;
  table[0x0a] = table[0x0d] = lineBreak;
  table[0x5b] = table[0x7b] = opening;
  table[0x5d] = table[0x7d] = closing;
  return table;
}

/** The record that a text is in. */
interface OpenRecord {
  /** Brackets that are open; 0 when the record has ended. */
  depth: number;
  isQuoted: boolean;
  isEscaped: boolean;
  isBroken: boolean;
}

/** A splitter that any platform can run. */
export function createPortableSplitter(): RecordSplitter {
  const record: OpenRecord = { depth: 0, isQuoted: false, isEscaped: false, isBroken: false };
  let stage: Stage = 'start';
  let records = 0;

  const write = (piece: Uint8Array, target: Uint8Array, at: number): number => {
    let end = at;
    let index = 0;
    while (index < piece.length && stage !== 'refused') {
      if (stage === 'in-record') {
        const stop = scanRecord(record, piece, index);
        end = append(target, end, piece, index, stop);
        if (record.isBroken) stage = 'refused';
        if (record.depth === 0) {
          stage = 'after-record';
          records += 1;
        }
        // Before the record's end and the piece's, only a line break stops the scan. Left out, it would join the halves of a broken token.
        const isBreak = record.depth !== 0 && stop < piece.length;
        if (isBreak) target[end++] = 0x20;
        index = isBreak ? stop + 1 : stop;
      } else {
        const next = toNextStage(stage, piece[index] ?? 0);
        if (stage === 'after-record' && next !== stage) target[end++] = 0x0a;
        if (next === 'in-record') {
          record.depth = 1;
          target[end++] = 0x7b;
        }
        stage = next;
        index += 1;
      }
    }
    return stage === 'refused' ? -1 : end;
  };

  return { write, records: () => records, isWhole: () => stage === 'whole' };
}

/** The stage after a byte outside of records. */
function toNextStage(stage: Stage, byte: number): Stage {
  const stay = byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d ? stage : 'refused';
  switch (stage) {
    case 'start':
      if (byte === 0xef) return 'mark-1';
      return toNextStage('before-list', byte);
    case 'mark-1':
      return byte === 0xbb ? 'mark-2' : 'refused';
    case 'mark-2':
      return byte === 0xbf ? 'before-list' : 'refused';
    case 'before-list':
      return byte === 0x5b ? 'before-first' : stay;
    case 'before-first':
      if (byte === 0x5d) return 'whole';
      return byte === 0x7b ? 'in-record' : stay;
    case 'after-record':
      if (byte === 0x5d) return 'whole';
      return byte === 0x2c ? 'after-comma' : stay;
    case 'after-comma':
      return byte === 0x7b ? 'in-record' : stay;
    case 'whole':
    case 'in-record':
    case 'refused':
      return stay;
  }
}

/** Goes on in a record. Gives where it stops: behind the record, at a line break outside of strings, or at the end. */
function scanRecord(record: OpenRecord, piece: Uint8Array, from: number): number {
  const table = meanings; // found once, not for each byte
  const { length } = piece;
  let wanted = record.isQuoted ? inString : anywhere;
  let { depth, isEscaped } = record;
  let index = from;
  for (;;) {
    if (isEscaped && index < length) {
      isEscaped = false;
      // A line break is as wrong here as anywhere in a string: it is left for the search to find.
      if (table[piece[index] ?? 0] !== lineBreak) index += 1;
    }
    // Four at a time and written out: all of the time is spent here, and a call for each token would take a third more.
    while (
      index + 3 < length &&
      (((table[piece[index] ?? 0] ?? 0) | (table[piece[index + 1] ?? 0] ?? 0) |
        (table[piece[index + 2] ?? 0] ?? 0) | (table[piece[index + 3] ?? 0] ?? 0)) & wanted) === 0
    ) index += 4;
    let meaning = 0;
    while (index < length && (meaning = (table[piece[index] ?? 0] ?? 0) & wanted) === 0) index += 1;
    if (index >= length) break;
    if (meaning === lineBreak || (meaning === backslash && wanted === anywhere)) {
      record.isBroken = meaning === backslash || wanted === inString;
      break;
    }
    index += 1;
    if (meaning === quote) wanted = wanted === inString ? anywhere : inString;
    else if (meaning === backslash) isEscaped = true;
    else if (meaning === opening) depth += 1;
    else depth -= 1;
    if (depth === 0) break;
  }
  record.depth = depth;
  record.isQuoted = wanted === inString;
  record.isEscaped = isEscaped;
  return index;
}

/** Copies bytes of a piece. Gives the offset behind them. */
function append(target: Uint8Array, at: number, piece: Uint8Array, from: number, to: number): number {
  if (to - from > 100) {
    target.set(piece.subarray(from, to), at);
    return at + to - from;
  }
  // Creation a view costs more than to copy this little one by one.
  let end = at;
  for (let index = from; index < to; index += 1) target[end++] = piece[index] ?? 0;
  return end;
}
