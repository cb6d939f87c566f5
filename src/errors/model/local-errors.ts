/** Failures found before anything was sent. */
import { defineError, subject } from './define-error.js';
import type { ErrorBase } from './define-error.js';
import { list, text } from './fields.js';
import { describeIssue, issueField } from './issue.js';
import type { Issue } from './issue.js';

/** An argument is outside what the operation accepts. Nothing was sent. */
export interface UnexpectedValueError extends ErrorBase<'UnexpectedValueError'> {
  /** Which parameter, what was expected and the type of what came; at least one, at most 20; never the value. */
  readonly issues: readonly Issue[];
}
export const UnexpectedValueError = /* @__PURE__ */ defineError<UnexpectedValueError>(
  'UnexpectedValueError',
  { issues: list(issueField, 20) },
  (error) => {
    const [first] = error.issues;
    const more = error.issues.length > 1 ? `, and ${error.issues.length - 1} more` : '';
    const what = first === undefined
      ? 'an argument is not accepted'
      : describeIssue(first, 'the argument');
    // What is no operation, such as a client's configuration, would not have been sent anyway.
    const refused = error.operation?.includes('.') === false ? 'was refused' : 'was not sent';
    return `${subject(error)} ${refused}: ${what}${more}.`;
  },
);

/** An optional package is needed and not installed. `install` is the command that mends it. */
export interface PackageMissingError extends ErrorBase<'PackageMissingError'> {
  readonly package: string;
  /** What the package is needed for. */
  readonly feature: string;
  /** The command that installs it. */
  readonly install: string;
}
export const PackageMissingError = /* @__PURE__ */ defineError<PackageMissingError>(
  'PackageMissingError',
  { package: text(214), feature: text(100), install: text(300) },
  (error) => `${error.feature} needs the package ${error.package}, which is not installed; run: ${error.install}`,
);
