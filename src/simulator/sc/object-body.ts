/** From the body of a request to an object: what is given replaces what was there. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { isRecord, ownValue } from '../../internal/is-record.js';
import { toMissing } from './answers.js';
import { toSummary, toUserSummary } from './objects.js';
import type { ScKind, ScObject } from './objects.js';
import type { ScRequest } from './route.js';
import type { AnswerParts } from '../simulated-exchange.js';

/** Which members of a body are taken over, and how. */
export interface BodyRules {
  /** As they are. */
  readonly plain: readonly string[];
  /** `{ id }` of another object, which answers show with its name. */
  readonly one?: Readonly<Record<string, ScKind>>;
  /** Lists of such. */
  readonly many?: Readonly<Record<string, ScKind>>;
  /** Into `typeFields`. */
  readonly typeFields?: readonly string[];
  /** Into `typeFields`, where they are only told to be set. */
  readonly secrets?: readonly string[];
}

const titles: Readonly<Record<ScKind, string>> = {
  asset: 'Asset', credential: 'Credential', group: 'Group', policy: 'Policy', repository: 'Repository', scan: 'Scan', scanResult: 'Scan Result', user: 'User',
};

export function toTitle(kind: ScKind): string {
  return titles[kind];
}

/** The object with what the body gives, or the refusal of a body that names an object that is not there. */
export function applyBody(object: ScObject, { body, nowMs, world }: ScRequest, rules: BodyRules): Result<ScObject, AnswerParts> {
  const given = isRecord(body) ? body : {};
  const missing: AnswerParts[] = [];
  const toReference = (kind: ScKind, reference: unknown): object | null => {
    const id = ownValue(reference, 'id');
    const found = world.objects[kind].find(id);
    if (found !== undefined) return kind === 'user' ? toUserSummary(found) : toSummary(found);
    missing.push(toMissing(titles[kind], String(id), nowMs));
    return null;
  };
  const entriesOf = (names: readonly string[]): readonly (readonly [string, unknown])[] =>
    names.filter((name) => Object.hasOwn(given, name)).map((name) => [name, given[name]]);
  const typeFields = [
    ...entriesOf(rules.typeFields ?? []),
    ...entriesOf(rules.secrets ?? []).map(([name]) => [name, 'SET'] as const),
  ];
  const former = isRecord(object['typeFields']) ? object['typeFields'] : {};
  const applied: ScObject = {
    ...object,
    ...Object.fromEntries(entriesOf(rules.plain)),
    ...Object.fromEntries(entriesOf(Object.keys(rules.one ?? {})).map(([name, value]) => [name, toReference(rules.one?.[name] ?? 'group', value)])),
    ...Object.fromEntries(entriesOf(Object.keys(rules.many ?? {})).map(([name, value]) =>
      [name, (Array.isArray(value) ? value : []).map((one: unknown) => toReference(rules.many?.[name] ?? 'group', one))])),
    ...(typeFields.length === 0 ? {} : { typeFields: { ...former, ...Object.fromEntries(typeFields) } }),
  };
  return missing[0] === undefined ? ok(applied) : err(missing[0]);
}
