/** A receiver that handles whatever comes over a border: the compiler says that nothing is missing. */
import { match } from 'ts-pattern';
import type { Result } from 'neverthrow';

import type { DecodeFailure, TenableError } from 'tenable-result';

/** What it does about each outcome, in a word or two. */
export function react(received: Result<unknown, TenableError | DecodeFailure>): string {
  return received.match(() => 'use it', (failure) => match(failure)
    .with({ _tag: 'NotFoundError' }, () => 'forget it')
    .with({ _tag: 'PermissionError' }, ({ reason }) => `tell the administrator: ${reason}`)
    .with({ _tag: 'UnexpectedValueError' }, { _tag: 'InvalidInputError' }, { _tag: 'PasswordComplexityError' }, () => 'mend the input')
    .with({ _tag: 'ConnectionError' }, { _tag: 'RetryError' }, ({ reason }) => `try later: ${reason}`)
    .with({ _tag: 'TioExportsError' }, { _tag: 'TioExportsTimeout' }, ({ checkpoint }) => `go on after ${checkpoint.done.length} chunks`)
    .with({ _tag: 'FileDownloadError' }, { _tag: 'UnsupportedError' }, { _tag: 'ImpersonationError' }, () => 'ask again')
    .with({ _tag: 'APIError' }, { _tag: 'ServerError' }, { _tag: 'UnknownError' }, ({ uuid }) => `report ${uuid}`)
    .with({ _tag: 'PackageMissingError' }, { _tag: 'TenableException' }, ({ message }) => `alert: ${message}`)
    .with({ _tag: 'UnknownTag' }, ({ tag }) => `upgrade for ${tag}`)
    .with({ _tag: 'Malformed' }, ({ path }) => `refuse: ${path}`)
    .exhaustive());
}

/** The reactions to the outcomes of `collectOutcomes`, and to the newer error after them. */
export const expectedReactions = [
  'use it', 'forget it', 'mend the input', 'tell the administrator: unauthenticated', 'try later: refused', 'upgrade for QuotaError',
];
