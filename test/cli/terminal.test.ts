import { describe, expect, test } from 'vitest';

import { createLiveLine, toOutput, toRow } from '../../src/cli/terminal.js';
import type { Output } from '../../src/cli/terminal.js';

function capture(isTerminal: boolean): { readonly output: Output; readonly written: string[] } {
  const written: string[] = [];
  return { output: { isTerminal, write: (text) => written.push(text) }, written };
}

describe('a live line', () => {
  test('writes over itself on a terminal and ends with a line break', () => {
    const { output, written } = capture(true);
    const line = createLiveLine(output);
    line.update('one');
    line.update('two');
    line.end();
    expect(written).toStrictEqual(['\r\u001b[2Kone', '\r\u001b[2Ktwo', '\n']);
  });

  test('is a line for each change where there is no terminal', () => {
    const { output, written } = capture(false);
    const line = createLiveLine(output);
    line.update('one');
    line.update('one');
    line.update('two');
    line.end();
    expect(written).toStrictEqual(['one\n', 'two\n']);
  });

  test('that was never written ends without a trace', () => {
    const { output, written } = capture(true);
    createLiveLine(output).end();
    expect(written).toStrictEqual([]);
  });
});

test('a line that is too long for its terminal is cut, so that it can be written over', () => {
  const written: string[] = [];
  let columns: number | undefined = 8;
  const line = createLiveLine({ isTerminal: true, write: (text) => written.push(text.replace('\r\u001b[2K', '')), columns: () => columns });
  line.update('1234567');
  line.update('12345678');
  columns = undefined;
  line.update('123456789');
  expect(written).toStrictEqual(['1234567', '123456…', '123456789']);
});

test('a row pads and cuts its cells to their widths', () => {
  expect(toRow(['ab', 'abcdef', 'x'], [4, 4, 8])).toBe('ab    abc…  x');
});

test.each([[80, 80], [0, undefined]])('a terminal of %i columns is taken for one of %s: none has no columns', (columns, known) => {
  const stream = { isTTY: true, columns, write: () => true } as unknown as NodeJS.WriteStream; // what is looked at of it
  expect(toOutput(stream).columns?.()).toBe(known);
});
