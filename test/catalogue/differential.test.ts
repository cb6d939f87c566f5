/** The checker of shapes against zod's own verdict: for every input and output, on values that fit, on values that nearly do, and on recordings. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import type { Face } from '../../src/catalogue/generator/node.js';
import { toEnvelope } from '../../src/errors/classification/security-center-envelope.js';
import { parseJson } from '../../src/internal/parse-json.js';
import { checkShape, maxIssues } from '../../src/schema/check-shape.js';
import { isShapeSchema } from '../../src/schema/shape-schema.js';
import type { ShapeSchema } from '../../src/schema/shape-schema.js';
import type { Schema } from '../../src/schema/schema.js';
import { hasRecordings, readRecordings } from '../support/recordings.js';
import { operations } from './descriptions.js';
import { toArbitrary, toJudge, toMutated } from './judge.js';

interface Pair {
  readonly title: string;
  readonly schema: z.ZodType;
  readonly face: Face;
  readonly written: ShapeSchema<unknown>;
}

function toWritten(schema: Schema<unknown>): ShapeSchema<unknown> {
  return isShapeSchema(schema) ? schema : expect.fail('every operation of the catalogue has schemas from shapes');
}

const pairs: readonly Pair[] = operations.flatMap(({ described, id, operation }): readonly Pair[] => {
  const input = described.input ?? {};
  const ask: Pair = { title: `the input of ${id}`, schema: input instanceof z.ZodType ? input : z.object(input), face: 'input', written: toWritten(operation.input) };
  if (described.output === undefined || operation.output.kind !== 'json') return [ask];
  return [ask, { title: `the output of ${id}`, schema: described.output, face: 'output', written: toWritten(operation.output.schema) }];
});

describe('the checker says what zod says', () => {
  const counts = { fit: 0, misfit: 0 };
  test.each(pairs)('of $title', ({ face, schema, written }) => {
    const judge = toJudge(schema, face);
    const values = toArbitrary(schema);
    fc.assert(fc.property(fc.oneof(values, toMutated(values), fc.jsonValue()), (value) => {
      const checked = checkShape(written.shape, value);
      counts[checked.fits ? 'fit' : 'misfit'] += 1;
      expect([checked.fits, checked.fits ? [] : checked.misfits.map(({ expected, path }) => [[...path].reverse().join('.'), expected])])
        .toStrictEqual([judge.safeParse(value).success, checked.fits ? [] : expect.any(Array)]);
      if (!checked.fits) expect(checked.misfits.length).toBeLessThanOrEqual(maxIssues);
    }), { numRuns: 60 });
  });

  test('of values of both kinds', () => {
    console.log(`the checker against zod: ${counts.fit} values that fit, ${counts.misfit} that do not, of ${pairs.length} shapes`);
    expect(counts.fit).toBeGreaterThan(1000);
    expect(counts.misfit).toBeGreaterThan(1000);
  });
});

describe.skipIf(!hasRecordings)('the checker says what zod says of recorded answers', () => {
  test.each(['vm', 'sc'] as const)('of %s', (product) => {
    let tried = 0;
    for (const { body, method, path, status } of readRecordings(product)) {
      const found = operations.find(({ operation }) => operation.product === product && operation.method === method && operation.output.kind === 'json' &&
        new RegExp(`^${product === 'sc' ? '/rest' : ''}${operation.path.replace(/\{[^}]+\}/g, '[^/]*\\d[^/]*')}$`).test(path));
      const json = parseJson(body ?? '');
      if (found?.described.output === undefined || found.operation.output.kind !== 'json' || status >= 300 || (json === undefined && body !== null && body !== '')) continue;
      const answer = product === 'sc' ? toEnvelope(json)?.response : json;
      const written = toWritten(found.operation.output.schema);
      const fits = written.check(answer).fits;
      if (found.described.custom?.answer === undefined) expect(`${found.id} ${fits}`).toBe(`${found.id} ${toJudge(found.described.output, 'output').safeParse(answer).success}`);
      expect(`${found.id} ${fits}`).toBe(`${found.id} true`);
      tried += 1;
    }
    console.log(`recorded answers of ${product} that both took: ${tried}`);
    expect(tried).toBeGreaterThan(20);
  });
});
