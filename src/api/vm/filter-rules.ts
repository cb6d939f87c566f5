/** Objects of filters, with the rules between filters that are given together. The rules are data; all of them are checked. */
import * as v from 'valibot';

import { isRecord } from '../../internal/is-record.js';
import { inWords } from '../../schema/own-words.js';

/** What must hold between filters of the same object. */
export type FilterRule<Name extends string> =
  /** With `filter`, the others can not be given. With `where`, only if it has that value. */
  | { readonly _tag: 'Excludes'; readonly filter: Name; readonly where?: boolean; readonly others: readonly Name[] }
  /** With `filter`, no others can be given but these. */
  | { readonly _tag: 'Admits'; readonly filter: Name; readonly others: readonly Name[] }
  /** With any of `filters`, `needed` must be given. */
  | { readonly _tag: 'Needs'; readonly filters: readonly Name[]; readonly needed: Name };

/** A filter that breaks a rule, and what would mend it, to be read after "should be". */
interface Breach {
  readonly name: string;
  readonly expected: string;
}

type Given = Readonly<Record<string, unknown>>;

type Filters<Entries extends v.ObjectEntries> = v.GenericSchema<
  v.InferInput<v.StrictObjectSchema<Entries, undefined>>,
  v.InferOutput<v.StrictObjectSchema<Entries, undefined>>
>;

/** Filters by name, and no others. */
/* @__NO_SIDE_EFFECTS__ */
export function defineFilters<Entries extends v.ObjectEntries>(
  entries: Entries,
  rules: readonly FilterRule<keyof Entries & string>[],
): Filters<Entries> {
  return v.pipe(v.strictObject(entries), defineCheck((given) => rules.flatMap((rule) => toBreaches(rule, given))));
}

/** Filters by name, and filters by tag: `tag.<Category>`, each with the values of which one must be there. */
/* @__NO_SIDE_EFFECTS__ */
export function defineTaggedFilters<Entries extends v.ObjectEntries>(
  entries: Entries,
  rules: readonly FilterRule<keyof Entries & string>[],
): Filters<Entries> {
  return v.pipe(v.looseObject(entries), defineCheck((given) => [
    ...Object.entries(given).filter(([name]) => !Object.hasOwn(entries, name)).flatMap(toTagBreaches),
    ...rules.flatMap((rule) => toBreaches(rule, given)),
  ]));
}

/** Also where a filter has the wrong type: a caller hears of everything at once. */
/* @__NO_SIDE_EFFECTS__ */
function defineCheck<Value>(toAll: (given: Given) => readonly Breach[]): v.RawCheckAction<Value> {
  return v.rawCheck(({ addIssue, dataset }) => {
    const given = isRecord(dataset.value) ? Object.entries(dataset.value).filter(([, value]) => value !== undefined) : [];
    for (const { expected, name } of toAll(Object.fromEntries(given))) {
      addIssue({ message: inWords(expected), path: [{ type: 'object', origin: 'key', input: {}, key: name, value: undefined }] });
    }
  });
}

function toBreaches(rule: FilterRule<string>, given: Given): readonly Breach[] {
  const isGiven = (name: string): boolean => Object.hasOwn(given, name);
  switch (rule._tag) {
    case 'Excludes': {
      const { filter, others, where } = rule;
      if (!isGiven(filter) || (where !== undefined && given[filter] !== where)) return [];
      const words = `left out with ${filter}${where === undefined ? '' : `: ${String(where)}`}`;
      return others.filter(isGiven).map((name) => ({ name, expected: words }));
    }
    case 'Admits': {
      const { filter, others } = rule;
      if (!isGiven(filter)) return [];
      const words = `left out with ${filter}, which goes only with ${toList(others)}`;
      return Object.keys(given).filter((name) => name !== filter && !others.includes(name)).map((name) => ({ name, expected: words }));
    }
    case 'Needs': {
      const needy = rule.filters.filter(isGiven);
      return needy.length === 0 || isGiven(rule.needed) ? [] : [{ name: rule.needed, expected: `given with ${toList(needy)}` }];
    }
  }
}

function toTagBreaches([name, values]: readonly [string, unknown]): readonly Breach[] {
  if (!/^tag\../.test(name)) return [{ name, expected: 'left out (there is no such parameter, and it is no tag.<Category>)' }];
  return Array.isArray(values) && values.every((value) => typeof value === 'string') ? [] : [{ name, expected: 'a list of tag values' }];
}

function toList(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.slice(-1).join('')}`;
}
