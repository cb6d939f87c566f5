/** The faults that are scripted and how often each is still to happen. */
import { matchPath } from './path-template.js';
import type { Fault, FaultAnswer } from './faults.js';

export interface FaultScript {
  /** Adds a fault after those that are there. */
  readonly add: (fault: Fault) => void;
  /** What is to happen to a request; `null` where nothing is scripted for it. Counts as one use. */
  readonly take: (method: string, path: string) => FaultAnswer | null;
  /** Faults that have not happened as often as they should; one without end counts once it has happened at all. */
  readonly unused: () => readonly Fault[];
}

export function createFaultScript(): FaultScript {
  const entries: { readonly fault: Fault; readonly times: number; uses: number }[] = [];
  return {
    add: (fault) => {
      entries.push({ fault, times: fault.times ?? 1, uses: 0 });
    },
    take: (method, path) => {
      const entry = entries.find(({ fault, times, uses }) => uses < times && isFor(fault, method, path));
      if (entry === undefined) return null;
      entry.uses += 1;
      return entry.fault.answer;
    },
    unused: () => entries
      .filter(({ times, uses }) => (times === Number.POSITIVE_INFINITY ? uses === 0 : uses < times))
      .map(({ fault }) => fault),
  };
}

function isFor(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  if (fault.path === undefined) return true;
  if (typeof fault.path === 'string') return matchPath(fault.path, path) !== null;
  return path.search(fault.path) !== -1; // unlike `test`, it has no memory of its last match
}
