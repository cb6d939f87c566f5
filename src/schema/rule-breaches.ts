/** Rules between members that are given together. They are data; all of them are checked. */
import type { Rule } from './shape.js';

/** A member that breaks a rule, and what would mend it, to be read after "should be". */
export interface Breach {
  readonly name: string;
  readonly expected: string;
}

type Given = Readonly<Record<string, unknown>>;

/** What breaks a rule among the members of an object. A member that is `undefined` is not given. */
export function findBreaches(rule: Rule, members: Given): readonly Breach[] {
  const isGiven = (name: string): boolean => members[name] !== undefined;
  switch (rule._tag) {
    case 'Excludes': {
      const { member, others, where } = rule;
      if (!isGiven(member) || (where !== undefined && members[member] !== where)) return [];
      const words = `left out with ${member}${where === undefined ? '' : `: ${String(where)}`}`;
      return others.filter(isGiven).map((name) => ({ name, expected: words }));
    }
    case 'Admits': {
      const { member, others } = rule;
      if (!isGiven(member)) return [];
      const words = `left out with ${member}, which goes only with ${toList(others)}`;
      return Object.keys(members).filter((name) => name !== member && isGiven(name) && !others.includes(name)).map((name) => ({ name, expected: words }));
    }
    case 'Needs': {
      const needy = rule.members.filter(isGiven);
      return needy.length === 0 || isGiven(rule.needed) ? [] : [{ name: rule.needed, expected: `given with ${toList(needy)}` }];
    }
    case 'Limits': {
      const value = members[rule.other];
      const isOver = members[rule.member] === true && typeof value === 'number' && value > rule.most;
      return isOver ? [{ name: rule.other, expected: `at most ${rule.most} with ${rule.member}` }] : [];
    }
  }
}

function toList(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.slice(-1).join('')}`;
}
