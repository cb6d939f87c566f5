/** Text for people at a terminal, and plain text for everything that is not one. */

/** Where a command writes. */
export interface Output {
  readonly write: (text: string) => void;
  /** Whether control codes do any good there. */
  readonly isTerminal: boolean;
  /** How many characters fit beside each other at this moment; nothing is said where it is not known. */
  readonly columns?: () => number | undefined;
}

/** The standard output of a process. */
export function toOutput(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY && process.env['TERM'] !== 'dumb',
    columns: () => (stream.isTTY && stream.columns > 0 ? stream.columns : undefined), // 0 where a terminal has no size
  };
}

/** A line that is written over and over. Where there is no terminal, each change is a line of its own. */
export interface LiveLine {
  readonly update: (text: string) => void;
  readonly end: () => void;
}

const eraseLine = '\r\u001b[2K';

export function createLiveLine(output: Output): LiveLine {
  let last = '';
  return {
    update: (text) => {
      if (text === last) return;
      last = text;
      output.write(output.isTerminal ? eraseLine + fit(text, output.columns?.()) : `${text}\n`);
    },
    end: () => {
      if (output.isTerminal && last !== '') output.write('\n');
    },
  };
}

/** A line that went on in a second one could not be written over. */
function fit(text: string, columns: number | undefined): string {
  return columns === undefined || columns < 2 || text.length < columns ? text : `${text.slice(0, columns - 2)}…`;
}

/** A row of a table, its cells cut and padded to `widths`. */
export function toRow(cells: readonly string[], widths: readonly number[]): string {
  return cells.map((cell, index) => {
    const width = widths[index] ?? cell.length;
    return (cell.length > width ? `${cell.slice(0, width - 1)}…` : cell).padEnd(width);
  }).join('  ').trimEnd();
}
