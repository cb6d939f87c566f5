// What the benchmarks share: a child process that reports once, and the middle of some figures.
import { fork } from 'node:child_process';

/** What a script reports, run in a process of its own. */
export function runInProcess(script, args = [], execArgv = []) {
  return new Promise((resolve, reject) => {
    const child = fork(script, args.map(String), { execArgv });
    child.once('message', resolve).once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`${script} ended with ${code} and no figures`));
    });
  });
}

/** A server in a process of its own, and what ends it. */
export function startServer(script, args = []) {
  return new Promise((resolve, reject) => {
    const child = fork(script, args.map(String));
    child.once('error', reject).once('message', (told) => {
      resolve({ ...told, close: () => child.kill() });
    });
  });
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Lines of columns, the first to the left and the others to the right. */
export function toTable(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return cells.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ')).join('\n');
}
