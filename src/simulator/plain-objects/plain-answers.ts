/** In which words products answer where an operation has no behaviour of its own. */
import { ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { emptyAnswer, toJsonAnswer, toReasonRefusal } from '../answers.js';
import type { AnswerParts } from '../simulated-exchange.js';
import type { PlainObject } from './collections.js';

/** The part of a list that a query asks for, and what an answer tells of it. */
export interface PlainPage {
  readonly items: readonly PlainObject[];
  readonly beside: PlainObject;
}

/** In which words a product answers. */
export interface PlainAnswers<Request> {
  /** `undefined` is the value of an operation without output. */
  readonly toAnswer: (value: unknown, request: Request) => AnswerParts;
  readonly toMissing: (request: Request) => AnswerParts;
  /** `slip` says which member of the body does not fit, and why. */
  readonly toInvalid: (slip: string, request: Request) => AnswerParts;
  /** The page that a query asks for, or the refusal of one that makes no sense. */
  readonly toPage: (items: readonly PlainObject[], request: Request) => Result<PlainPage, AnswerParts>;
}

/** What products have alike that answer with JSON and nothing around it. */
export const plainJson: Pick<PlainAnswers<unknown>, 'toAnswer' | 'toInvalid'> = {
  toAnswer: (value) => (value === undefined ? emptyAnswer : toJsonAnswer(value)),
  toInvalid: (slip) => toReasonRefusal(400, slip),
};

/** Of products whose lists come whole. */
export const toWholeList: PlainAnswers<unknown>['toPage'] = (items) => ok({ items, beside: {} });
