/** Long work among other work: after some milliseconds, everything else has its turn: timers, sockets, other calls. */
import { sleep } from './clock.js';
import type { Clock } from './clock.js';
import type { EndSignal } from './end-signal.js';

/** How long other work may be held up, in milliseconds. */
const holdMs = 10;

/** Gives way when it is time to. Asked often, so it is a promise only then. */
export function createTurns(clock: Clock, ending: EndSignal): () => Promise<void> | null {
  let since = performance.now();
  const giveWay = async (): Promise<void> => {
    await sleep(clock, 0, ending);
    since = performance.now();
  };
  return () => (performance.now() - since < holdMs ? null : giveWay());
}

/** What work in steps returns; `null` where `ending` came first. */
export async function inSteps<T>(work: Generator<undefined, T, undefined>, clock: Clock, ending: EndSignal): Promise<T | null> {
  const turn = createTurns(clock, ending);
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    await turn();
    if (ending.aborted) return null;
  }
}
