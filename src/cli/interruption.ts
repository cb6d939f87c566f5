import { exitCodes } from './exit-codes.js';

export interface Interruption {
  readonly signal: AbortSignal;
  readonly stop: () => void;
}

/** The first Ctrl-C ends the export in order; a second one ends the process. */
export function listenForInterruption(): Interruption {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    controller.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return {
    signal: controller.signal,
    stop: () => {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    },
  };
}
