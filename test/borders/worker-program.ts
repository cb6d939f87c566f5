/** A worker that makes calls and posts their outcomes: encoded, and each error as it is. */
import { parentPort } from 'node:worker_threads';

import { encodeResult } from 'tenable-result';

import { collectOutcomes, newerError } from './outcomes.js';

const outcomes = await collectOutcomes();
for (const outcome of outcomes) {
  parentPort?.postMessage({ encoded: encodeResult(outcome), bare: outcome.isErr() ? outcome.error : null, json: JSON.stringify(outcome.isErr() ? outcome.error : null) });
}
parentPort?.postMessage({ encoded: { ok: false, error: newerError }, bare: newerError, json: JSON.stringify(newerError) });
