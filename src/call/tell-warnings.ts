import type { Envelope } from '../errors/classification/security-center-envelope.js';
import { boundText } from '../internal/bound-text.js';
import { cleanText } from '../internal/clean-text.js';
import { runHook } from '../connection/hooks.js';
import type { WarningEvent } from '../connection/hooks.js';
import type { Call } from './call.js';

/** What Security Center says besides a good answer, to whoever listens. */
export function tellWarnings({ connection: { hooks }, operation, redact }: Call, { errorMessage, warnings }: Envelope): void {
  if (hooks === null) return;
  for (const warning of [errorMessage, ...warnings].filter((words) => words !== '')) {
    const event: WarningEvent = Object.freeze({ kind: 'service', operation: operation.id, message: boundText(cleanText(redact(warning)), 500) });
    runHook(hooks, () => hooks.onWarning?.(event), { operation: operation.id, redact });
  }
}
