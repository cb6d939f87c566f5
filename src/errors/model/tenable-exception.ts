import { defineError, subject } from './define-error.js';
import type { ErrorBase } from './define-error.js';
import { lines, struct, text } from './fields.js';

/** What was thrown, as data. */
export interface Defect {
  readonly name: string;
  /** At most 500 characters; secrets of the client replaced. */
  readonly message: string;
  /** The call sites, without the message; at most 2,000 characters. */
  readonly stack: string;
}

/**
 * A defect: code that must not throw threw. Ours, or code handed to us (a hook, a schema, a credential
 * callback, a transport). Should never be seen; `defect` says where to look.
 */
export interface TenableException extends ErrorBase<'TenableException'> {
  readonly defect: Defect;
}
export const TenableException = /* @__PURE__ */ defineError<TenableException>(
  'TenableException',
  { defect: struct<Defect>({ name: text(100), message: text(500), stack: lines(2000) }) },
  (error) => `${subject(error)} met a defect: code that must not throw threw ${error.defect.name || 'something'}.`,
);
