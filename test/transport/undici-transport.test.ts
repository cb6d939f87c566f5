import { ResultAsync } from 'neverthrow';

import { expectOk } from '../support/expect-result.js';
import { describeTransport } from '../contract/transport.contract.js';
import { createDefaultTransport } from '../../src/transport/undici-transport.js';

describeTransport('undici transport', () => {
  const send = expectOk(createDefaultTransport({}));
  return (request, signal) => new ResultAsync(Promise.resolve(send(request, signal)));
});
