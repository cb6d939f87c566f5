import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { exportKinds } from '../../src/errors/model/checkpoint.js';
import { parseCheckpoint } from '../../src/export-jobs/parse-checkpoint.js';
import { expectErr, expectOk } from '../support/expect-result.js';
import { checkpoint } from './export-lab.js';

const chunks = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }));
const kinds = exportKinds.join(' | ');

describe('a checkpoint', () => {
  test('comes out of JSON as it went in, for its own kind and no other', () => {
    const saved = fc.record({
      version: fc.constant(1), kind: fc.constantFrom(...exportKinds), uuid: fc.uuid(), done: chunks, failed: chunks, cancelled: chunks,
    }, { noNullPrototype: true });
    fc.assert(fc.property(saved, fc.constantFrom(...exportKinds), (one, kind) => {
      const parsed = parseCheckpoint(JSON.parse(JSON.stringify(one)), kind);
      if (kind === one.kind) expect(expectOk(parsed)).toStrictEqual(one);
      else expect(expectErr(parsed)).toStrictEqual({ path: 'checkpoint.kind', expected: `${kind}, as the export that is resumed`, received: one.kind });
    }));
  });

  test('leaves behind what it does not know', () => {
    expect(expectOk(parseCheckpoint({ ...checkpoint([1]), note: 'mine' }, 'vulns'))).toStrictEqual(checkpoint([1]));
  });

  test.each<readonly [string, unknown, string, string, string]>([
    ['nothing', undefined, 'checkpoint', 'object', 'undefined'],
    ['null', null, 'checkpoint', 'object', 'null'],
    ['text', JSON.stringify(checkpoint([])), 'checkpoint', 'object', 'string'],
    ['a list', [checkpoint([])], 'checkpoint', 'object', 'array'],
    ['an empty object', {}, 'checkpoint.version', '1', 'undefined'],
    ['another version', { ...checkpoint([]), version: 2 }, 'checkpoint.version', '1', 'number'],
    ['a version as text', { ...checkpoint([]), version: '1' }, 'checkpoint.version', '1', 'string'],
    ['a kind that is not known', { ...checkpoint([]), kind: 'agents' }, 'checkpoint.kind', kinds, 'string'],
    ['no kind', { ...checkpoint([]), kind: null }, 'checkpoint.kind', kinds, 'null'],
    ['no uuid', { ...checkpoint([]), uuid: 7 }, 'checkpoint.uuid', 'string', 'number'],
    ['a job that was never created', { ...checkpoint([]), uuid: '' }, 'checkpoint.uuid', 'the id of a job that was created', 'empty text'],
    ['no list of what is done', { ...checkpoint([]), done: {} }, 'checkpoint.done', 'array', 'object'],
    ['a chunk that is text', { ...checkpoint([]), done: [1, '2'] }, 'checkpoint.done[1]', 'number of 0 or more', 'string'],
    ['a chunk that is less than nothing', { ...checkpoint([]), done: [-1] }, 'checkpoint.done[0]', 'number of 0 or more', 'number'],
    ['a chunk that is no number', { ...checkpoint([]), failed: [NaN] }, 'checkpoint.failed[0]', 'number of 0 or more', 'NaN'],
    ['half a chunk', { ...checkpoint([]), done: [1, 2.5] }, 'checkpoint.done[1]', 'a whole number up to 2^53 - 1', 'number'],
    ['a chunk beyond what numbers can tell apart', { ...checkpoint([]), failed: [1e300] }, 'checkpoint.failed[0]', 'a whole number up to 2^53 - 1', 'number'],
    ['more chunks than a job can have', { ...checkpoint([]), done: Array.from({ length: 100_001 }, (_, at) => at) }, 'checkpoint.done', 'a list of at most 100000', 'a longer list'],
    ['an id that is cut', { ...checkpoint([]), uuid: 'x'.repeat(201) }, 'checkpoint.uuid', 'text of at most 200 characters', 'longer text'],
    ['an id that would lead elsewhere', { ...checkpoint([]), uuid: '../../users/1?x=' }, 'checkpoint.uuid', 'an id of letters, digits, dashes and underscores', 'other text'],
    ['a hole', { ...checkpoint([]), cancelled: [1, null] }, 'checkpoint.cancelled[1]', 'number of 0 or more', 'null'],
  ])('is refused: %s', (_title, value, path, expected, received) => {
    expect(expectErr(parseCheckpoint(value, 'vulns'))).toStrictEqual({ path, expected, received });
  });

  test('is read once: what was checked is what is used', () => {
    let reads = 0;
    const value = { ...checkpoint([]), get done(): readonly unknown[] { return (reads += 1) === 1 ? [1, 2] : ['none']; } };
    expect(expectOk(parseCheckpoint(value, 'vulns')).done).toStrictEqual([1, 2]);
    expect(reads).toBe(1);
  });

  test('of any JSON is either a whole one or refused with the place', () => {
    const chunks = fc.oneof({ weight: 4, arbitrary: fc.array(fc.oneof({ weight: 4, arbitrary: fc.nat() }, fc.double())) }, fc.jsonValue());
    const spoilt = fc.record({ version: fc.constantFrom<unknown>(1, 1, 1, 2, null), kind: fc.constantFrom<unknown>('vulns', 'vulns', 'was', 1), uuid: fc.constantFrom('a1', 'x'.repeat(201), null), done: chunks, failed: chunks, cancelled: chunks }, { requiredKeys: ['version', 'kind', 'uuid', 'done'] });
    fc.assert(fc.property(fc.oneof(spoilt, fc.jsonValue()), (value) => {
      const parsed = parseCheckpoint(value, 'vulns');
      if (parsed.isErr()) expect(parsed.error.path).toMatch(/^checkpoint/);
      else expect(value).toMatchObject({ ...parsed.value, version: 1, kind: 'vulns' }); // as it was given, nothing mended
    }));
  });
});
