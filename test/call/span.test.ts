import { describe, expect, test } from 'vitest';
import { execute } from 'tenable-result';
import { details } from 'tenable-result/vm/scans';

import { startWorkSpan } from '../../src/call/span.js';
import { bindConnection, toConnection, toHandle } from '../../src/connection/connection.js';
import type { ClientHandle, Connection } from '../../src/connection/connection.js';
import type { CallEnd, CallStart, Trace, WorkEnd, WorkStart } from '../../src/connection/trace.js';
import { createScriptedClient } from '../support/scripted-client.js';
import type { ScriptedAnswer } from '../support/scripted-transport.js';
import { expectErr } from '../support/expect-result.js';
import type { VirtualClock } from '../../src/simulator/virtual-clock.js';

const start = { operation: 'scans.details', method: 'GET', path: '/scans/{scan_id}', origin: 'https://cloud.tenable.com' };

/** A client over a script whose calls are traced by `trace`. */
function createTraced(answers: readonly ScriptedAnswer[], trace: Trace | null): { readonly client: ClientHandle; readonly clock: VirtualClock; readonly connection: Connection } {
  const { clock, vm } = createScriptedClient(answers);
  const connection = toConnection(vm);
  if (connection === undefined) expect.fail('a client has a connection');
  const traced = { ...connection, trace };
  return { clock, client: bindConnection({ product: 'vm', origin: vm.origin } as const, traced), connection: traced };
}

const explode = (): never => {
  throw new Error('tracer');
};

/** A trace whose calls are told to `startCall`, and which has no work. */
const onlyCalls = (startCall: Trace['startCall']): Trace => ({ startCall, startWork: explode });

describe('a span', () => {
  test.each<readonly [string, readonly ScriptedAnswer[], unknown, string | undefined, Omit<CallEnd, 'error' | 'elapsedMs' | 'waitedMs'>, number]>([
    ['of a call that works', [{ json: { info: { name: 'n', status: 's' } } }], { scan_id: 1 }, undefined, { status: 200, resendCount: 0 }, 0],
    ['of one that was repeated', [{ status: 503 }, { failure: 'reset' }, { status: 404 }], { scan_id: 1 }, 'NotFoundError', { status: 404, resendCount: 2 }, 3000],
    ['of one that got no answer', [{ failure: 'tls' }], { scan_id: 1 }, 'ConnectionError', { status: null, resendCount: 0 }, 0],
    ['of one that was not sent', [], {}, 'UnexpectedValueError', { status: null, resendCount: 0 }, 0],
    ['of one that ran out of time', ['silence'], { scan_id: 1 }, 'ConnectionError', { status: null, resendCount: 0 }, 120_000],
  ])('%s begins and ends once', async (_title, answers, input, tag, end, elapsedMs) => {
    const events: (readonly [string, CallStart | CallEnd])[] = [];
    const { client, clock } = createTraced(answers, onlyCalls((started) => {
      events.push(['start', started]);
      return (ended) => void events.push(['end', ended]);
    }));
    const result = await clock.settle(execute(client, details, input as { scan_id: number }));
    const error = result.isErr() ? result.error : null;
    expect(error?._tag).toBe(tag);
    expect(events).toStrictEqual([['start', start], ['end', { error, ...end, waitedMs: 0, elapsedMs }]]);
  });

  test.each<readonly [string, Trace['startCall']]>([
    ['throws when it begins', explode],
    ['throws when it ends', () => explode],
    ['gives no function', (() => undefined) as unknown as Trace['startCall']],
  ])('changes nothing where the tracer %s', async (_title, startCall) => {
    const { client, clock } = createTraced([{ status: 404 }], onlyCalls(startCall));
    expect(expectErr(await clock.settle(execute(client, details, { scan_id: 1 })))).toMatchObject({ _tag: 'NotFoundError' });
    expect(clock.pendingTimers()).toBe(0);
  });
});

describe('the span of work that takes several calls', () => {
  const work = { name: 'export vulns', operation: 'vulnsExport.create' };
  const workEnd: WorkEnd = { error: null, counts: { 'tenable.export.records': 3 } };

  test('begins and ends once, and its calls are traced below it', async () => {
    const events: (readonly [string, CallStart | WorkStart | WorkEnd])[] = [];
    const below = onlyCalls((started) => {
      events.push(['call below', started]);
      return () => undefined;
    });
    const { clock, connection } = createTraced([{ status: 404 }], {
      startCall: explode,
      startWork: (started) => {
        events.push(['start', started]);
        return { trace: below, end: (ended) => void events.push(['end', ended]) };
      },
    });
    const spanned = startWorkSpan(connection, work);
    await clock.settle(execute(toHandle(spanned.connection), details, { scan_id: 1 }));
    spanned.end(workEnd);
    expect(events).toStrictEqual([['start', { ...work, origin: connection.origin }], ['call below', start], ['end', workEnd]]);
  });

  test('is none where nobody traces: the connection is the same', () => {
    const { connection } = createTraced([], null);
    const spanned = startWorkSpan(connection, work);
    expect(spanned.connection).toBe(connection);
    spanned.end(workEnd);
  });

  test.each<readonly [string, Trace['startWork']]>([
    ['throws when it begins', explode],
    ['gives nothing', (() => undefined) as unknown as Trace['startWork']],
    ['gives no trace', (() => ({ end: () => undefined })) as unknown as Trace['startWork']],
    ['throws when it ends', () => ({ trace: onlyCalls(() => () => undefined), end: explode })],
  ])('changes nothing where the tracer %s', async (_title, startWork) => {
    const { clock, connection } = createTraced([{ json: { info: { name: 'n', status: 's' } } }], { startCall: explode, startWork });
    const spanned = startWorkSpan(connection, work);
    expect((await clock.settle(execute(toHandle(spanned.connection), details, { scan_id: 1 }))).isOk()).toBe(true);
    spanned.end(workEnd);
    expect(clock.pendingTimers()).toBe(0);
  });
});
