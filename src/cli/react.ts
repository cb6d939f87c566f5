/** What a service could do about each failure, as an exhaustive match: leave a case out, and it does not compile. */
import { match } from 'ts-pattern';

import type { TenableError } from '../index.js';

/** The reaction to an error, in words. */
export function react(error: TenableError): string {
  return match(error)
    .with({ _tag: 'APIError' }, (e) => `skip this answer (${e.reason}) and open a ticket`)
    .with({ _tag: 'InvalidInputError' }, (e) => `show the form again: ${e.detail}`)
    .with({ _tag: 'PermissionError', reason: 'unauthenticated' }, () => 'ask for new API keys')
    .with({ _tag: 'PermissionError' }, () => 'ask an administrator for the permission')
    .with({ _tag: 'NotFoundError' }, () => 'drop the id from the local list')
    .with({ _tag: 'UnsupportedError' }, (e) => (e.activeJobId === null ? 'choose another name' : `join the job ${e.activeJobId}`))
    .with({ _tag: 'ServerError' }, (e) => `report request ${e.uuid.slice(0, 8)} to support`)
    .with({ _tag: 'RetryError' }, (e) => `put it back into the queue (${e.reason}, ${e.attempts} attempts)`)
    .with({ _tag: 'UnknownError' }, (e) => `alert: nobody expected HTTP ${e.code}`)
    .with({ _tag: 'ImpersonationError' }, (e) => `act as ourselves, not as ${e.username}`)
    .with({ _tag: 'PasswordComplexityError' }, () => 'ask for a longer password')
    .with({ _tag: 'ConnectionError' }, (e) => `check the network (${e.reason}, ${e.delivery})`)
    .with({ _tag: 'UnexpectedValueError' }, (e) => `mend our own call: ${e.issues.map((issue) => issue.path).join(', ')}`)
    .with({ _tag: 'PackageMissingError' }, (e) => `run: ${e.install}`)
    .with({ _tag: 'FileDownloadError' }, (e) => `ask again for file ${e.filename}`)
    .with({ _tag: 'TioExportsError' }, (e) => `keep ${e.checkpoint.done.length} chunks, export the rest again`)
    .with({ _tag: 'TioExportsTimeout' }, (e) => `go on tomorrow, after ${e.elapsedMs} ms today`)
    .with({ _tag: 'TenableException' }, (e) => `page the developers: ${e.defect.message}`)
    .exhaustive();
}
