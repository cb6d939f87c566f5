/** The faults that are scripted and how often each is still to happen. */
import { matchPath } from './path-template.js';
import type { Fault, FaultAnswer } from './fault.js';

export interface FaultScript {
  /** Adds a fault after those that are there. */
  readonly add: (fault: Fault) => void;
  /** What is to happen to a request; `null` where nothing is scripted for it. Counts as one use. */
  readonly take: (method: string, path: string) => FaultAnswer | null;
  /** Faults that have not happened as often as they should; one without end counts once it has happened at all. */
  readonly unused: () => readonly Fault[];
}

/** `basePath` is what every path of the product starts with; a fault's path may leave it out. */
export function createFaultScript(basePath = ''): FaultScript {
  const entries: { readonly fault: Fault; readonly times: number; uses: number }[] = [];
  return {
    add: (fault) => {
      entries.push({ fault, times: fault.times ?? 1, uses: 0 });
    },
    take: (method, path) => {
      const entry = entries.find(({ fault, times, uses }) => uses < times && isFor(fault, method, toPaths(path, basePath)));
      if (entry === undefined) return null;
      entry.uses += 1;
      return entry.fault.answer;
    },
    unused: () => entries
      .filter(({ times, uses }) => (times === Number.POSITIVE_INFINITY ? uses === 0 : uses < times))
      .map(({ fault }) => fault),
  };
}

/** The path as it came, and without the base path where it has it. */
function toPaths(path: string, basePath: string): readonly string[] {
  return basePath !== '' && path.startsWith(`${basePath}/`) ? [path, path.slice(basePath.length)] : [path];
}

function isFor({ method, path: wanted }: Fault, askedMethod: string, paths: readonly string[]): boolean {
  if (method !== undefined && method !== askedMethod) return false;
  if (wanted === undefined) return true;
  if (typeof wanted === 'string') return paths.some((path) => matchPath(wanted, path) !== null);
  return paths.some((path) => path.search(wanted) !== -1); // unlike `test`, it has no memory of its last match
}
