/** An export job at a service that may go wrong in every way, made from a plan of data. */
import { ResultAsync, err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import { ConnectionError } from '../../src/errors/model/connection-error.js';
import type { ConnectionFailure } from '../../src/errors/model/connection-error.js';
import { sleep } from '../../src/transport/clock.js';
import type { Clock } from '../../src/transport/clock.js';
import type { ByteSource, Transport, TransportResponse } from '../../src/transport/transport.js';

/** How an answer departs from a good one. `deaf` neither answers nor heeds the signal. */
export const modelFaults = [
  'expired', 'not-ready', 'no-content', 'no-body', 'garbage', 'object', 'cut', 'stall', 'reset', 'hang', 'deaf', 'forbidden', 'broken', 'busy',
] as const;

export type ModelFault = (typeof modelFaults)[number];

export interface ModelChunk {
  readonly fate: 'made' | 'failed' | 'cancelled' | 'unlisted';
  /** The first report that lists it, counted from 0. */
  readonly since: number;
  /** What goes wrong with the requests for it, one after the other; then it comes whole. */
  readonly faults: readonly ModelFault[];
  readonly records: number;
}

export interface ModelReport {
  readonly status: string;
  /** How its lists are written. */
  readonly form: 'plain' | 'doubled' | 'missing' | 'empty';
  readonly fault: ModelFault | null;
}

export interface ModelPlan {
  readonly kind: string;
  /** In the order of their numbers: 1, 3, 4, 6 and so on, with gaps. */
  readonly chunks: readonly ModelChunk[];
  /** The last one is repeated. */
  readonly reports: readonly ModelReport[];
  readonly tellsTotal: boolean;
  readonly createFault: ModelFault | null;
  readonly cancelFault: ModelFault | null;
  readonly delayMs: number;
}

export interface ModelServer {
  readonly transport: Transport;
  /** Requests for chunks, by their numbers. */
  readonly asked: readonly number[];
  /** Numbers of chunks that a report has listed. */
  readonly listed: ReadonlySet<number>;
  readonly cancellations: () => number;
  readonly openBodies: () => number;
  /** From now on nothing goes wrong, and the job has finished with all the chunks that it can make. */
  readonly heal: () => void;
}

/** The number of a chunk: every third is missing. */
export const toChunkId = (at: number): number => at + 1 + Math.floor((at + 1) / 2);

const toRecord: Readonly<Record<string, (name: string) => object>> = {
  vulns: (name) => ({ asset: { uuid: name }, plugin: { id: 1 }, severity: 'low', note: '[{"\\' }),
  assets: (name) => ({ id: name }),
  'assets-v2': (name) => ({ id: name }),
  compliance: (name) => ({ check_name: name }),
  was: (name) => ({ finding_id: name }),
};

export function createModelServer(plan: ModelPlan, clock: Clock): ModelServer {
  const asked: number[] = [];
  const listed = new Set<number>();
  const open = new Set<ByteSource>();
  const tries = new Map<number, number>();
  let reports = 0;
  let cancellations = 0;
  let isHealed = false;

  const idsOf = (isListed: (one: ModelChunk) => boolean): readonly number[] =>
    plan.chunks.flatMap((one, at) => (isListed(one) ? [toChunkId(at)] : []));
  const toReport = (): object => {
    const at = reports - 1;
    const { form, status }: ModelReport = (isHealed ? undefined : plan.reports[Math.min(at, plan.reports.length - 1)]) ?? { status: 'FINISHED', form: 'plain', fault: null };
    if (form === 'missing') return { status };
    if (form === 'empty') return { status, chunks_available: [], chunks_failed: [], chunks_cancelled: [] };
    const available = idsOf((one) => isHealed || (one.fate === 'made' && one.since <= at)).toReversed();
    available.forEach((id) => listed.add(id));
    const failed = isHealed ? [] : idsOf((one) => one.fate === 'failed');
    const cancelled = isHealed ? [] : idsOf((one) => one.fate === 'cancelled');
    return {
      status, chunks_available: form === 'doubled' ? [...available, ...available] : available, chunks_failed: failed, chunks_cancelled: cancelled,
      ...(plan.tellsTotal ? { total_chunks: plan.chunks.length } : {}),
    };
  };
  const answer = (method: string, path: string): { readonly fault: ModelFault | null; readonly json: unknown } => {
    const id = Number(/\/chunks\/(\d+)$/.exec(path)?.[1] ?? 0);
    if (id > 0) {
      asked.push(id);
      const at = plan.chunks.findIndex((_one, place) => toChunkId(place) === id);
      const chunk = plan.chunks[at];
      const used = tries.get(id) ?? 0;
      tries.set(id, used + 1);
      const records = Array.from({ length: chunk?.records ?? 0 }, (_none, number) => toRecord[plan.kind]?.(`${id}-${number}`));
      return { fault: isHealed ? null : chunk === undefined ? 'expired' : chunk.faults[used] ?? null, json: records };
    }
    if (path.endsWith('/job-1/status')) {
      const fault = isHealed ? null : plan.reports[Math.min(reports, plan.reports.length - 1)]?.fault ?? null;
      const isFirst = fault === null || (tries.get(-reports) ?? 0) > 0; // a report that failed comes when it is asked for again
      if (!isFirst) {
        tries.set(-reports, 1);
        return { fault, json: {} };
      }
      reports += 1;
      return { fault: null, json: toReport() };
    }
    if (path.endsWith('/cancel')) {
      cancellations += 1;
      return { fault: plan.cancelFault, json: { status: 'CANCELLED' } };
    }
    if (method === 'POST') return { fault: plan.createFault, json: { export_uuid: 'job-1' } };
    return { fault: null, json: { exports: [] } };
  };

  const send = async (method: string, url: string, signal: AbortSignal): Promise<Result<TransportResponse, ConnectionError>> => {
    const { fault, json } = answer(method, new URL(url).pathname);
    if (fault === 'deaf') return new Promise(() => undefined);
    await sleep(clock, fault === 'hang' ? 1e12 : plan.delayMs, signal);
    if (signal.aborted) return fail('aborted');
    if (fault === 'reset') return fail('reset');
    const status = fault === null ? 200 : statuses[fault] ?? 200;
    return ok({ status, headers: {}, body: toSource(fault, JSON.stringify(json), signal) });
  };
  const toSource = (fault: ModelFault | null, text: string, signal: AbortSignal): ByteSource => {
    const whole = fault === 'garbage' ? '<html>' : fault === 'object' ? '{"status":"FINISHED"}' : statuses[fault ?? ''] !== undefined || fault === 'no-body' ? '' : text;
    const half = Math.floor(whole.length / 2);
    const queue = [whole.slice(0, half), whole.slice(half)].slice(0, fault === 'cut' || fault === 'stall' ? 1 : 2).filter((piece) => piece !== '');
    const close = (): void => {
      open.delete(source);
    };
    const source: ByteSource = {
      next: async () => {
        const piece = queue.shift();
        if (piece !== undefined) return ok(new TextEncoder().encode(piece));
        if (fault === 'stall') await sleep(clock, 1e12, signal);
        close();
        return fault === 'stall' ? fail('aborted') : fault === 'cut' ? fail('reset') : ok(null);
      },
      cancel: close,
    };
    open.add(source);
    signal.addEventListener('abort', close); // the end of a call is the end of its body
    return source;
  };
  return {
    transport: ({ method, url }, signal) => new ResultAsync(send(method, url, signal)),
    asked,
    listed,
    cancellations: () => cancellations,
    openBodies: () => open.size,
    heal: () => {
      isHealed = true;
    },
  };
}

const statuses: Readonly<Record<string, number>> = { expired: 404, 'not-ready': 400, 'no-content': 204, forbidden: 403, broken: 500, busy: 503 };

function fail(reason: ConnectionFailure): Result<never, ConnectionError> {
  return err(ConnectionError({ reason, delivery: 'unknown' }));
}
