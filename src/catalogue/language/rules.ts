/** Rules between members: data for the checker, and at once a check of zod's own, by which the tests hold the checker. */
import type { z } from 'zod';

import type { Rule } from '../../schema/shape.js';

type Names<Members> = keyof Members & string;

/** With `member` the others cannot be given; with `where`, only if it has that value. */
export const excludes = <const Name extends string>(member: Name, others: readonly Name[], where?: boolean): Rule<Name> =>
  ({ _tag: 'Excludes', member, others, ...(where === undefined ? {} : { where }) });

/** With `member`, no others can be given but these. */
export const admits = <const Name extends string>(member: Name, others: readonly Name[]): Rule<Name> => ({ _tag: 'Admits', member, others });

/** With any of `members`, `needed` must be given. */
export const needs = <const Name extends string>(members: readonly Name[], needed: Name): Rule<Name> => ({ _tag: 'Needs', members, needed });

/** Where `member` is true, `other` is `most` at most. */
export const limits = <const Name extends string>(member: Name, other: Name, most: number): Rule<Name> => ({ _tag: 'Limits', member, other, most });

/** An object with rules between its members, whose names are checked. */
export function withRules<Shape extends z.ZodRawShape>(object: z.ZodObject<Shape>, ...rules: readonly Rule<NoInfer<Names<Shape>>>[]): z.ZodObject<Shape> {
  return object.check(({ issues, value }) => {
    if (!rules.every((rule) => holds(rule, value))) issues.push({ code: 'custom', message: 'a rule between members', input: value });
  }).meta({ rules });
}

function holds(rule: Rule, value: Readonly<Record<string, unknown>>): boolean {
  const given = new Set(Object.keys(value).filter((name) => value[name] !== undefined));
  switch (rule._tag) {
    case 'Excludes': return !given.has(rule.member) || (rule.where !== undefined && value[rule.member] !== rule.where) || rule.others.every((name) => !given.has(name));
    case 'Admits': return !given.has(rule.member) || [...given].every((name) => name === rule.member || rule.others.includes(name));
    case 'Needs': return given.has(rule.needed) || rule.members.every((name) => !given.has(name));
    case 'Limits': return value[rule.member] !== true || typeof value[rule.other] !== 'number' || Number(value[rule.other]) <= rule.most;
  }
}
