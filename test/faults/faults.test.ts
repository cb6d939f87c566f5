/**
 * The fault bench: servers on loopback that misbehave in every way known, and calls into them through both
 * transports. Each must settle in time, as the right error, without a secret in it and without an unsafe repeat.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createFetchTransport } from 'tenable-result';

import { answers } from './bench.js';
import { connect } from './connect.js';
import { content } from './content.js';
import { exportStates } from './export-states.js';
import { fine, good } from './fault.js';
import type { Fault } from './fault.js';
import { framing } from './framing.js';
import { halfFiles } from './half-files.js';
import { nessus } from './nessus.js';
import { redirects } from './redirects.js';
import { runFault } from './run-fault.js';
import type { Outcome, TransportName } from './run-fault.js';
import { securityCenter } from './security-center.js';
import { slowness } from './slowness.js';
import { statuses, throttling } from './statuses.js';
import { unsafeRepeats } from './unsafe-repeats.js';

const faults = [
  ...connect, ...framing, ...content, ...redirects, ...statuses, ...throttling, ...unsafeRepeats, ...slowness, ...securityCenter, ...nessus, ...exportStates, ...halfFiles,
];
const toTitle = ({ group, name }: Fault): string => `${group}: ${name}`;
const outcomes: Outcome[] = [];
const unhandled: unknown[] = [];
const note = (thrown: unknown): void => {
  unhandled.push(thrown);
};

beforeAll(async () => {
  process.on('unhandledRejection', note).on('uncaughtExceptionMonitor', note);
  const nothingWrong: Fault = { group: 'none', name: 'answers', serve: answers(200, good), expected: fine };
  await runFault(nothingWrong, 'undici'); // what is loaded with the first request takes no time of a fault
  await runFault(nothingWrong, 'fetch', createFetchTransport());
});

afterAll(() => {
  process.off('unhandledRejection', note).off('uncaughtExceptionMonitor', note);
});

describe.each<TransportName>(['undici', 'fetch'])('through %s, a server that misbehaves', (name) => {
  test.concurrent.each(faults.map((fault) => [toTitle(fault), fault] as const))('%s', async (_title, fault) => {
    const outcome = await runFault(fault, name, name === 'fetch' ? createFetchTransport() : undefined);
    outcomes.push(outcome);
    expect(outcome.complaints).toStrictEqual([]);
  });
});

describe('all faults together', () => {
  test('are at least 100, each with a name of its own', () => {
    const names = faults.map(toTitle);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(100);
  });

  test('ended without rejections, hangs, wrong successes, leaks and unsafe repeats', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50)); // what nobody handled is told a turn later
    const count = (isBad: (outcome: Outcome) => boolean): number => outcomes.filter(isBad).length;
    const totals = {
      rejections: unhandled.length + count(({ tag }) => tag === 'rejected'),
      hangs: count(({ tag }) => tag === 'hung'),
      defects: count(({ tag }) => tag === 'TenableException'),
      wrongSuccesses: count(({ tag, complaints }) => tag === 'Ok' && complaints.length > 0),
      leaks: count(({ leaks }) => leaks > 0),
      unsafeRepeats: count(({ fault, requests }) => fault.startsWith('unsafe repeats') && requests > 1),
    };
    console.log([...outcomes.map(toRow), `${faults.length} faults, ${outcomes.length} runs`, JSON.stringify(totals)].join('\n'));
    expect(totals).toStrictEqual({ rejections: 0, hangs: 0, defects: 0, wrongSuccesses: 0, leaks: 0, unsafeRepeats: 0 });
  });
});

function toRow({ fault, transport, tag, reason, attempts, ms }: Outcome): string {
  return `${fault.padEnd(72)} ${transport.padEnd(7)} ${tag.padEnd(20)} ${reason.padEnd(18)} ${String(attempts).padStart(2)} ${String(ms).padStart(5)} ms`;
}
