import { expectOk } from '../support/expect-result.js';
import { describeTransport } from '../contract/transport.contract.js';
import { createDefaultTransport } from '../../src/transport/undici-transport.js';

describeTransport('undici transport', () => expectOk(createDefaultTransport({})));
