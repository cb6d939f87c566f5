/** Server: the state of the service. */
import { status } from '../../../api/vm/server.js';
import { toJsonAnswer } from '../../answers.js';
import type { Route } from '../route.js';

export const serverRoutes: readonly Route[] = [
  { operation: status, answer: () => toJsonAnswer({ code: 200, status: 'ready' }) },
];
