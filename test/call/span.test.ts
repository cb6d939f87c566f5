import { describe, expect, test } from 'vitest';
import { execute } from 'tenable-result';
import { details } from 'tenable-result/vm/scans';

import { bindConnection, toConnection } from '../../src/transport/connection.js';
import type { ClientHandle } from '../../src/transport/connection.js';
import type { CallEnd, CallStart, Trace } from '../../src/transport/trace.js';
import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { expectErr } from '../support/expect-result.js';
import type { VirtualClock } from '../../src/simulator/virtual-clock.js';

const start = { operation: 'scans.details', method: 'GET', path: '/scans/{scan_id}', origin: 'https://cloud.tenable.com' };

/** A client over a script whose calls are traced by `trace`. */
function createTraced(answers: readonly ScriptedAnswer[], trace: Trace): { readonly client: ClientHandle; readonly clock: VirtualClock } {
  const { clock, vm } = createScriptedClient(answers);
  const connection = toConnection(vm);
  if (connection === undefined) expect.fail('a client has a connection');
  return { clock, client: bindConnection({ product: 'vm', origin: vm.origin } as const, { ...connection, trace }) };
}

describe('a span', () => {
  test.each<readonly [string, readonly ScriptedAnswer[], unknown, string | undefined, Omit<CallEnd, 'error'>]>([
    ['of a call that works', [{ json: { info: { name: 'n', status: 's' } } }], { scan_id: 1 }, undefined, { status: 200, resendCount: 0 }],
    ['of one that was repeated', [{ status: 503 }, { failure: 'reset' }, { status: 404 }], { scan_id: 1 }, 'NotFoundError', { status: 404, resendCount: 2 }],
    ['of one that got no answer', [{ failure: 'tls' }], { scan_id: 1 }, 'ConnectionError', { status: null, resendCount: 0 }],
    ['of one that was not sent', [], {}, 'UnexpectedValueError', { status: null, resendCount: 0 }],
    ['of one that ran out of time', ['silence'], { scan_id: 1 }, 'ConnectionError', { status: null, resendCount: 0 }],
  ])('%s begins and ends once', async (_title, answers, input, tag, end) => {
    const events: (readonly [string, CallStart | CallEnd])[] = [];
    const { client, clock } = createTraced(answers, (started) => {
      events.push(['start', started]);
      return (ended) => void events.push(['end', ended]);
    });
    const result = await clock.settle(execute(client, details, input as { scan_id: number }));
    const error = result.isErr() ? result.error : null;
    expect(error?._tag).toBe(tag);
    expect(events).toStrictEqual([['start', start], ['end', { error, ...end }]]);
  });

  const explode = (): never => {
    throw new Error('tracer');
  };
  test.each<readonly [string, Trace]>([
    ['throws when it begins', explode],
    ['throws when it ends', () => explode],
    ['gives no function', (() => undefined) as unknown as Trace],
  ])('changes nothing where the tracer %s', async (_title, trace) => {
    const { client, clock } = createTraced([{ status: 404 }], trace);
    expect(expectErr(await clock.settle(execute(client, details, { scan_id: 1 })))).toMatchObject({ _tag: 'NotFoundError' });
    expect(clock.pendingTimers()).toBe(0);
  });
});
