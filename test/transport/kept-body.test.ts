import { err, ok } from 'neverthrow';
import { expect, test } from 'vitest';

import { ConnectionError } from '../../src/errors/model/connection-error.js';
import { KeptBody } from '../../src/transport/kept-body.js';
import { readBody } from '../../src/transport/read-body.js';

const bytes = Uint8Array.of(1, 2);
const failure = ConnectionError({ reason: 'reset', delivery: 'answered' });

test('a body that was read is read like any other, with its failure at its end', async () => {
  const whole = new KeptBody({ bytes, truncated: false, bytesSeen: 2, failure: null });
  expect([await whole.next(), await whole.next(), await whole.next()]).toStrictEqual([ok(bytes), ok(null), ok(null)]);
  const broken = { bytes, truncated: true, bytesSeen: 2, failure };
  expect(await readBody(new KeptBody(broken), 100)).toStrictEqual(broken);
  expect(await new KeptBody({ ...broken, bytes: Uint8Array.of(), bytesSeen: 0 }).next()).toStrictEqual(err(failure));
});

test('a body that was given up gives no more bytes', async () => {
  const kept = new KeptBody({ bytes, truncated: false, bytesSeen: 2, failure: null });
  kept.cancel();
  expect(await kept.next()).toStrictEqual(ok(null));
});
