import { attempt } from '../../internal/attempt.js';
import type { KnownError, KnownErrorTag } from './known-error.js';

/** Whether an error has one of the tags, and narrows to them: `isTag(error, 'NotFoundError', 'PermissionError')`. */
export function isTag<E extends KnownError, Tag extends E['_tag']>(
  error: E,
  ...tags: readonly Tag[]
): error is Extract<E, { readonly _tag: Tag }> {
  const isOne = attempt(() => (tags as readonly KnownErrorTag[]).includes(error._tag)); // widened: `includes` asks for a member
  return isOne.ok && isOne.value;
}
