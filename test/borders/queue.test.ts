/** Errors and Results through a job queue: BullMQ on a real Redis. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { Queue, QueueEvents, Worker } from 'bullmq';
import type { ConnectionOptions } from 'bullmq';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { decodeResult, decodeTenableError, encodeResult, encodeTenableError, toThrowable } from 'tenable-result';
import type { EncodedResult, EncodedTenableError, TenableError } from 'tenable-result';

import { expectErr, expectOk } from '../support/expect-result.js';
import { hasRedis, startRedis } from '../support/redis.js';
import { collectOutcomes, newerError } from './outcomes.js';
import { expectedReactions, react } from './receive.js';

/** BullMQ leaves the choice of its driver to its users, so it may be missing. */
const hasDriver = existsSync(join(import.meta.dirname, '..', '..', 'node_modules', 'ioredis'));
if (!hasRedis) console.log('redis-server is not installed: errors are not sent through a queue');
if (!hasDriver) console.log('ioredis is not installed: errors are not sent through a queue');

/** What a job is given: which outcome to come to, and an error of an earlier job. */
interface Task {
  readonly outcome: number;
  readonly isThrown?: boolean;
  readonly before?: EncodedTenableError;
}

describe.runIf(hasRedis && hasDriver)('a queue', () => {
  const closers: (() => Promise<unknown>)[] = [];
  let run: (task: Task) => Promise<EncodedResult<unknown>>;
  const seen: string[] = [];

  beforeAll(async () => {
    const redis = await startRedis();
    closers.push(redis.stop);
    const connection: ConnectionOptions = { host: '127.0.0.1', port: redis.port, maxRetriesPerRequest: null };
    const outcomes = await collectOutcomes();
    const queue = new Queue<Task, EncodedResult<unknown>>('calls', { connection });
    const events = new QueueEvents('calls', { connection });
    const worker = new Worker<Task, EncodedResult<unknown>>('calls', ({ data }) => {
      if (data.before !== undefined) seen.push(decodeTenableError(data.before).match(({ _tag }) => _tag, ({ message }) => message));
      const outcome = outcomes[data.outcome];
      if (outcome === undefined) return Promise.resolve({ ok: false, error: newerError });
      if (data.isThrown === true && outcome.isErr()) return Promise.reject(toThrowable(outcome.error));
      return Promise.resolve(encodeResult(outcome));
    }, { connection });
    closers.push(() => queue.close(), () => events.close(), () => worker.close());
    await Promise.all([queue.waitUntilReady(), events.waitUntilReady(), worker.waitUntilReady()]);
    run = async (task) => (await queue.add('call', task)).waitUntilFinished(events, 20_000);
  }, 60_000);

  // What was opened last is closed first: a worker that loses its Redis would look for it.
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  test('carries the outcome of a call back, and it is matched exhaustively', async () => {
    const reactions: string[] = [];
    for (const outcome of expectedReactions.keys()) reactions.push(react(decodeResult(await run({ outcome }))));
    expect(reactions).toStrictEqual(expectedReactions);
  });

  test('carries errors in the data of jobs', async () => {
    const failure: TenableError = expectErr(decodeResult(await run({ outcome: 1 }))) as TenableError; // of this version: see above
    expectOk(decodeResult(await run({ outcome: 0, before: encodeTenableError(failure) })));
    expect(seen).toStrictEqual(['NotFoundError']);
  });

  test('keeps of what a job throws just the sentence, which is why outcomes are returned', async () => {
    const [, , failed] = await collectOutcomes();
    await expect(run({ outcome: 2, isThrown: true })).rejects.toThrow(expectErr(failed ?? expect.fail('there are outcomes')).message);
  });
});
