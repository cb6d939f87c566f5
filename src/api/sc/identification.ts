/** The question that tells whether a Security Center answers. Its answer differs between versions, so its form is not checked. */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { json } from '../../operation/output.js';
import { noInput } from '../../schema/shapes.js';

/** What a Security Center says of itself to whoever asks; newer versions say little. */
export const identification = /* @__PURE__ */ defineOperation({
  id: 'sc.connect',
  product: 'sc',
  method: 'GET',
  path: '/system',
  docs: 'https://docs.tenable.com/security-center/api/System.htm',
  input: noInput,
  output: /* @__PURE__ */ json<unknown>(/* @__PURE__ */ v.unknown()),
});
