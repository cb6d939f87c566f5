/** API keys, as a server makes them. */
import { text, z } from '../../language/index.js';

export const ApiKeyPair = z.object({ accessKey: text, secretKey: text }).describe('The new keys. They are told this once.');
