/**
 * Unknown values into typed ones, by any schema library that speaks Standard Schema (valibot, zod, arktype …).
 * Of what a schema says about a misfit only the place and the expectation are kept: its messages may quote
 * the value, and values may be secrets or megabytes.
 */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { toIssuePath } from '../errors/model/issue.js';
import type { Issue } from '../errors/model/issue.js';
import { redactMembers } from '../errors/classification/redact.js';
import type { Redactor } from '../errors/classification/redact.js';
import type { TenableException } from '../errors/model/tenable-exception.js';
import { attempt } from '../internal/attempt.js';
import { describeType } from '../internal/describe-type.js';
import { hasMoreValuesThan } from '../internal/has-more-values-than.js';
import { isRecord } from '../internal/is-record.js';
import { guard, guardAsync } from '../result.js';
import type { Border } from '../result.js';
import { maxIssues } from './check-shape.js';
import type { Checked } from './check-shape.js';
import type { Schema } from './schema.js';
import { isShapeSchema } from './shape-schema.js';

/** Why a value did not get through a schema: it does not fit, or the schema itself is defective. */
export type SchemaFailure =
  | { readonly _tag: 'Misfit'; readonly issues: readonly Issue[] }
  | { readonly _tag: 'Defect'; readonly error: TenableException };

/** The value as the schema gives it back, at once unless the schema takes its time. Never throws or rejects, whatever the schema does. */
export function decode<Out>(
  schema: Schema<unknown, Out>,
  value: unknown,
  border: Border,
): Result<Out, SchemaFailure> | Promise<Result<Out, SchemaFailure>> {
  const begun = guard(() => {
    if (isShapeSchema(schema)) return fromChecked<Out>(schema.check(value), border.redact);
    const answer = validate(schema, value);
    return isThenable(answer) ? answer : toOutcome(schema, value, answer, border.redact);
  }, border);
  if (begun.isErr()) return toDefectFailure(begun.error);
  const { value: outcome } = begun;
  if (!isThenable(outcome)) return outcome;
  return guardAsync(async () => toOutcome(schema, value, await outcome, border.redact), border)
    .then((settled) => settled.isOk() ? settled.value : toDefectFailure(settled.error));
}

function fromChecked<Out>(checked: Checked, redact: Redactor = redactMembers): Result<Out, SchemaFailure> {
  if (checked.fits) return ok(checked.value as Out); // the types beside a shape come from the same description
  const issues = checked.misfits.map(({ expected, path, received }) => ({ path: redact(toIssuePath([...path].reverse())), expected: redact(expected), received }));
  return err({ _tag: 'Misfit', issues });
}

/** Up to so many values, all issues of a misfit are looked for. */
const maxSearchedValues = 10_000;

/**
 * What the schema answers. valibot collects every issue there is, which of ten million values is more than the memory of the
 * process, so it stops at the first; only of what is small it is then asked for all. Standard Schema has no word for that.
 */
function validate(schema: Schema<unknown>, value: unknown): unknown {
  const standard = schema['~standard'];
  const run: unknown = standard.vendor === 'valibot' && '~run' in schema ? schema['~run'] : undefined;
  if (typeof run !== 'function') return standard.validate(value);
  const first: unknown = Reflect.apply(run, schema, [{ value }, { abortEarly: true }]);
  if (isThenable(first) || !isRecord(first) || first['issues'] === undefined) return first;
  const isLarge = attempt(() => hasMoreValuesThan(maxSearchedValues, value)); // what throws when it is looked at is looked at no more
  return isLarge.ok && !isLarge.value ? standard.validate(value) : first;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function toDefectFailure(error: TenableException): Result<never, SchemaFailure> {
  return err({ _tag: 'Defect', error });
}

/** Reads what the schema answered. Foreign code: that answer's type is a promise, not a fact. */
function toOutcome<Out>(schema: Schema<unknown, Out>, value: unknown, answer: unknown, redact: Redactor = redactMembers): Result<Out, SchemaFailure> {
  if (!isRecord(answer)) return err({ _tag: 'Misfit', issues: [unexplained(value)] });
  const { issues } = answer;
  if (issues === undefined) return ok(answer['value'] as Out); // the contract of Standard Schema
  const read = Array.isArray(issues) ? issues.slice(0, maxIssues).map((issue: unknown) => toIssue(issue, value, schema, redact)) : [];
  return err({ _tag: 'Misfit', issues: read.length > 0 ? read : [unexplained(value)] });
}

function unexplained(value: unknown): Issue {
  return { path: '', expected: 'what its schema accepts', received: describeType(value) };
}

/** Names of members and words of a schema may be secrets, too: a server that echoes one may use it as a name. */
function toIssue(issue: unknown, root: unknown, schema: Schema<unknown>, redact: Redactor): Issue {
  const keys = toKeys(isRecord(issue) ? issue['path'] : undefined);
  const received = keys.reduce<unknown>((value, key) => (isIndexable(value) ? value[key] : undefined), root);
  const isMissing = received === undefined && keys.length > 0 && isQuotedName(issue, keys.at(-1));
  const expected = isMissing ? 'given' : toExpectation(issue, received, schema);
  return { path: redact(toIssuePath(keys)), expected: redact(expected), received: describeType(received) };
}

/** What the schema wanted, from its fields for machines. Its messages may quote the value. */
function toExpectation(issue: unknown, received: unknown, schema: Schema<unknown>): string {
  if (!isRecord(issue)) return 'what its schema accepts';
  const { expected, type } = issue;
  if (expected === 'never') return 'left out (there is no such parameter)';
  if (typeof expected === 'string' && !isQuoting(expected, received)) return toWords(expected);
  return typeof type === 'string' && !isQuoting(type, received) ? `a valid ${type}` : `what its ${schema['~standard'].vendor} schema accepts`;
}

/** valibot's signs for bounds, as people say them. */
function toWords(expected: string): string {
  return expected.replace(/^>=(.+)$/, '$1 or more').replace(/^<=(.+)$/, '$1 or less');
}

/** Whether words hold the text that they are about. Short texts are taken for a coincidence. */
function isQuoting(words: string, received: unknown): boolean {
  return typeof received === 'string' && received.length >= 4 && words.includes(received);
}

/** valibot tells a missing member by expecting its quoted name. */
function isQuotedName(issue: unknown, name: PropertyKey | undefined): boolean {
  return isRecord(issue) && issue['expected'] === `"${String(name)}"`;
}

function toKeys(path: unknown): readonly PropertyKey[] {
  if (!Array.isArray(path)) return [];
  return path.map((segment: unknown) => (isRecord(segment) ? segment['key'] : segment)).filter(isPropertyKey);
}

function isPropertyKey(key: unknown): key is PropertyKey {
  return typeof key === 'string' || typeof key === 'number' || typeof key === 'symbol';
}

function isIndexable(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === 'object' && value !== null;
}
