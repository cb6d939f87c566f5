import { ResultAsync } from 'neverthrow';

import { expectOk } from '../support/expect-result.js';
import { describeTransport } from '../contract/transport.contract.js';
import { createDefaultTransport } from '../../src/transport/undici-transport.js';

describeTransport('undici transport', () => {
  return (request, signal) => {
    const { send } = expectOk(createDefaultTransport({ origin: new URL(request.url).origin }));
    return new ResultAsync(Promise.resolve(send(request, signal)));
  };
});
