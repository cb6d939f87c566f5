/** What other languages and tools read: the same verdicts as ours, on errors, on shapes and on the documents themselves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { err, ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { decodeTenableError, encodeResult, encodeTenableError } from 'tenable-result';
import { checkShape } from '../../src/schema/check-shape.js';
import { isShapeSchema } from '../../src/schema/shape-schema.js';
import type { Schema } from '../../src/schema/schema.js';
import type { Shape } from '../../src/schema/shape.js';
import { arbitraryError } from '../support/arbitrary-errors.js';
import { generator, loaded, operations } from './descriptions.js';
import { toArbitrary, toMutated } from './judge.js';

const root = join(import.meta.dirname, '..', '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
const { model } = generator.generate(loaded);
const files = generator.writeSchemas(model, version);
const read = (name: string): Readonly<Record<string, unknown>> => JSON.parse(files.find(({ path }) => path === `schema/${name}.json`)?.text ?? '') as Readonly<Record<string, unknown>>;

const products = ['vm', 'sc', 'nessus'] as const;
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const ajv = new Ajv2020({ strict: false, allErrors: false });

describe('errors as JSON Schema', () => {
  const schema = read('errors.schema');
  ajv.addSchema(schema, 'errors');
  const fits = ajv.compile(schema);

  test('take each of 10,000 errors, as it is encoded', () => {
    fc.assert(fc.property(arbitraryError, (error) => {
      expect(fits(encodeTenableError(error)) ? [] : fits.errors).toStrictEqual([]);
    }), { numRuns: 10_000 });
  }, 60_000);

  test('say of what is nearly an error what decoding says', () => {
    const verdicts = { taken: 0, refused: 0 };
    fc.assert(fc.property(toMutated(arbitraryError.map((error) => throughJson(encodeTenableError(error)))), (mutated) => {
      const value = throughJson(mutated ?? null);
      const isTaken = fits(value);
      verdicts[isTaken ? 'taken' : 'refused'] += 1;
      expect([isTaken, value]).toStrictEqual([decodeTenableError(value).isOk(), value]);
    }), { numRuns: 5_000 });
    expect(Math.min(verdicts.taken, verdicts.refused)).toBeGreaterThan(200);
  }, 60_000);

  test('name every tag once', () => {
    const { $defs, oneOf } = schema as { readonly $defs: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>>; readonly oneOf: readonly { readonly $ref: string }[] };
    const tags = oneOf.map(({ $ref }) => $ref.replace('#/$defs/', ''));
    expect(tags.length).toBe(17);
    expect(tags.map((tag) => $defs[tag]?.properties?.['_tag'])).toStrictEqual(tags.map((tag) => ({ const: tag })));
  });

  test('take Results as they are encoded, good and bad', () => {
    const fitsResult = ajv.compile({ $ref: 'errors#/$defs/EncodedResult' });
    fc.assert(fc.property(arbitraryError, fc.jsonValue(), (error, value) => {
      expect([fitsResult(encodeResult(ok(value))), fitsResult(encodeResult(err(error))), fitsResult({ ok: true, error: 1, value: 2 }), fitsResult({ ok: false })]).toStrictEqual([true, true, true, false]);
    }), { numRuns: 100 });
  });
});

const toWritten = (schema: Schema<unknown>): Shape => (isShapeSchema(schema) ? schema.shape : expect.fail('every operation of the catalogue has schemas from shapes'));

/** JSON has no dates, and no numbers that are none. */
const isJson = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return value !== undefined;
  return !(value instanceof Date) && !ArrayBuffer.isView(value) && Object.values(value).every(isJson);
};

describe.each(products)('shapes of %s as JSON Schema', (product) => {
  ajv.addSchema(read(`${product}.schema`), product);
  const compile = (name: string): ValidateFunction => ajv.compile({ $ref: `${product}#/$defs/${name}` });

  test.each(operations.filter(({ operation }) => operation.product === product))('say of the input of $id what the checker says', ({ described, operation }) => {
    const fits = compile(`${operation.id}.input`);
    const input = described.input ?? {};
    const values = toArbitrary(input instanceof z.ZodType ? input : z.object(input));
    fc.assert(fc.property(fc.oneof(values, toMutated(values)).filter(isJson), (value) => {
      expect([fits(value), value]).toStrictEqual([checkShape(toWritten(operation.input), value).fits, value]);
    }), { numRuns: 40 });
  });

  test.each(operations.filter(({ operation }) => operation.product === product && operation.output.kind === 'json'))('take what $id gives', ({ described: { output }, operation }) => {
    const fits = compile(`${operation.id}.output`);
    if (output === undefined || operation.output.kind !== 'json') return expect.fail('it has an output');
    const shape = toWritten(operation.output.schema);
    fc.assert(fc.property(toArbitrary(output).filter(isJson), (answer) => {
      const checked = checkShape(shape, answer);
      if (checked.fits) expect(fits(throughJson(checked.value)) ? [] : fits.errors).toStrictEqual([]);
    }), { numRuns: 40 });
    return undefined;
  });
});

describe.each(products)('%s as OpenAPI', (product) => {
  const document = read(`${product}.openapi`);

  test('is a document of version 3.1', async () => {
    const { errors, valid } = await new Validator().validate(structuredClone(document));
    expect([valid, errors]).toStrictEqual([true, undefined]);
  });

  test('has every operation under its path and method', () => {
    const { paths } = document as { readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string; readonly 'x-also'?: readonly string[] }>>>> };
    const ids = operations.filter(({ operation }) => operation.product === product).map(({ operation: { id, method, path } }) => {
      const found = paths[path]?.[method.toLowerCase()];
      return found?.operationId === id || found?.['x-also']?.includes(id) === true ? [] : [id];
    });
    expect(ids.flat()).toStrictEqual([]);
  });
});

test('what is built is what the descriptions say', () => {
  expect(files.filter(({ path, text }) => readFileSync(join(root, path), 'utf8') !== text).map(({ path }) => path)).toStrictEqual([]);
});
