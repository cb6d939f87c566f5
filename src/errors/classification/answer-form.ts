/** How products write their answers, where that changes how one is read. What an answer means is in the rules. */
import { checkVmPassword } from './password-refusal.js';
import type { Product, SentPassword } from './request-context.js';

export interface AnswerForm {
  /** Whether data stands in an envelope with a code of its own, which may say "no" inside of a 200 or in place of a file. */
  readonly isEnveloped: boolean;
  /** How a password stands to the rule that the product documents; `unchecked` where it documents none. */
  readonly checkPassword: (password: unknown) => SentPassword;
}

const plain: AnswerForm = { isEnveloped: false, checkPassword: () => 'unchecked' };

export const answerForms: { readonly [P in Product]: AnswerForm } = {
  vm: { ...plain, checkPassword: checkVmPassword },
  nessus: plain,
  sc: { ...plain, isEnveloped: true },
};
