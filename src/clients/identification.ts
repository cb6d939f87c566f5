/** The questions that tell which product answers. Their answers differ between versions, so their form is not checked. */
import type { Product } from '../errors/classification/request-context.js';
import { defineOperation } from '../operation/define-operation.js';
import type { Operation } from '../operation/define-operation.js';
import { json } from '../operation/output.js';
import type { NoInput } from '../schema/no-input.js';
import { toSchema } from '../schema/shape-schema.js';

/* @__NO_SIDE_EFFECTS__ */
function defineQuestion(product: Product, path: string, docs: string): Operation<NoInput, unknown> {
  const id = `${product}.connect`;
  return defineOperation({ id, product, method: 'GET', path, docs, input: toSchema<NoInput>({ strict: {} }), output: json<unknown>(toSchema('anything')) });
}

/** What a Security Center says of itself to whoever asks; newer versions say little. */
export const scIdentification = /* @__PURE__ */ defineQuestion('sc', '/system', 'https://docs.tenable.com/security-center/api/System.htm');

/** What a Nessus says of itself to whoever asks. */
export const nessusIdentification = /* @__PURE__ */ defineQuestion('nessus', '/server/properties', 'https://docs.tenable.com/nessus/');

/** Whether a Nessus is ready: while it loads its plugins it answers little else. */
export const nessusReadiness = /* @__PURE__ */ defineQuestion('nessus', '/server/status', 'https://docs.tenable.com/nessus/');
