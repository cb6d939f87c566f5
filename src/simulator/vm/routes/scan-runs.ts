/** Runs of scans: started, paused, resumed, stopped, followed and forgotten. */
import {
  deleteHistory, forceStop, history, historyDetails, hostDetails, launch, pause, pluginOutput, progress, resume, status, stop,
} from '../../../api/vm/scans.js';
import { ownValue } from '../../../internal/is-record.js';
import { toJsonAnswer, toReasonRefusal, withHeaders } from '../../answers.js';
import { plugins } from '../../records/plugins.js';
import { pauseRun, resumeRun, stopRun, toProgress } from '../../records/timed-run.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toNamedRefusal } from '../answers.js';
import { toListPage } from '../list-page.js';
import { toHostDetails, toPluginOutput, toRunDetails, toRunEntry } from '../records/run-answers.js';
import { toScanHosts } from '../records/scan-file.js';
import { isActive, toRunStatus, toScanStatus, withRun } from '../records/scans.js';
import type { SimulatedRun, SimulatedScan } from '../records/scans.js';
import { forOperators } from '../route.js';
import type { Route, RouteRequest } from '../route.js';
import { changeScan, findRun, findRunById, missing, withScan } from '../scan-route.js';

/** Tenable allows a container so many active scans. */
export const maxActiveScans = 25;

function answerLaunch(request: RouteRequest): AnswerParts {
  const { body, nowMs, world } = request;
  return withScan(request, (scan) => {
    // It has `control: false`. No answer is recorded; the words are those of a scan that one may not control.
    if (scan.isImported) return toReasonRefusal(403, 'You are not authorized to perform this request');
    if (isActive(scan, nowMs)) return toReasonRefusal(409, 'The scan is running already'); // nothing is documented for it
    if (world.scans.filter((one) => toScanStatus(one, nowMs) === 'running').length >= maxActiveScans) {
      return withHeaders(toNamedRefusal(429, `There are ${maxActiveScans} active scans already.`), { 'retry-after': '30' });
    }
    const targets = ownValue(body, 'alt_targets');
    const launched = withRun(scan, Math.floor(nowMs / 1000) * 1000, Array.isArray(targets) ? targets.join() : scan.targets);
    changeScan(request, launched);
    return toJsonAnswer({ scan_uuid: launched.runs.at(-1)?.uuid });
  });
}

/** The change that a word makes to a run; `null` where it is in no state for that. */
const steering: { readonly [Name in 'forceStop' | 'pause' | 'resume' | 'stop']: (run: SimulatedRun, status: string, nowMs: number) => Partial<SimulatedRun> | null } = {
  pause: (_run, state, nowMs) => (state === 'running' ? pauseRun(nowMs) : null),
  resume: (run, state, nowMs) => (state === 'paused' ? resumeRun(run, nowMs) : null),
  stop: (_run, state, nowMs) => (state === 'running' ? stopRun(nowMs) : null),
  forceStop: (_run, state) => (state === 'stopping' ? { isAborted: true } : null),
};

const steer = (name: keyof typeof steering): Route['answer'] => forOperators((request) => withScan(request, (scan) => {
  const run = scan.runs.at(-1);
  const change = run === undefined ? null : steering[name](run, toScanStatus(scan, request.nowMs), request.nowMs);
  if (run === undefined || change === null) return toReasonRefusal(409, `The scan is ${toScanStatus(scan, request.nowMs)}`);
  return changeScan(request, { ...scan, runs: [...scan.runs.slice(0, -1), { ...run, ...change }] });
}));

function withFoundRun(request: RouteRequest, answer: (run: SimulatedRun, scan: SimulatedScan) => AnswerParts): AnswerParts {
  return withScan(request, (scan) => {
    const run = findRun(scan, request);
    return run === undefined ? missing : answer(run, scan);
  });
}

function answerHistory(request: RouteRequest): AnswerParts {
  return withScan(request, (scan) => toListPage([...scan.runs].reverse().map((run) => toRunEntry(scan, run, request.nowMs)), request.query, 50)
    .match(({ items, ...pagination }) => toJsonAnswer({ history: items, pagination }), (refusal) => refusal));
}

function withNamedRun(request: RouteRequest, id: string | undefined, answer: (run: SimulatedRun, scan: SimulatedScan) => AnswerParts): AnswerParts {
  return withScan(request, (scan) => {
    const run = findRunById(scan.runs, id ?? '');
    return run === undefined ? missing : answer(run, scan);
  });
}

function answerDeleteHistory(request: RouteRequest): AnswerParts {
  return withNamedRun(request, request.params['history_id'], (run, scan) => {
    if (run === scan.runs.at(-1) && isActive(scan, request.nowMs)) return toReasonRefusal(409, `The scan is ${toRunStatus(run, request.nowMs)}`);
    return changeScan(request, { ...scan, runs: scan.runs.filter((one) => one !== run) });
  });
}

/** A host of a run that has results. */
function withHost(request: RouteRequest, answer: (host: number) => AnswerParts): AnswerParts {
  return withFoundRun(request, (run, scan) => {
    const host = toScanHosts(scan).find((number) => String(number + 1) === request.params['host_id']);
    return host === undefined || scan.isImported || toRunStatus(run, request.nowMs) !== 'completed' ? missing : answer(host);
  });
}

function answerPluginOutput(request: RouteRequest): AnswerParts {
  return withHost(request, (host) => {
    const plugin = plugins.find(({ id }) => String(id) === request.params['plugin_id']);
    return plugin === undefined ? missing : toJsonAnswer(toPluginOutput(host, plugin));
  });
}

export const scanRunsRoutes: readonly Route[] = [
  { operation: launch, answer: forOperators(answerLaunch) },
  { operation: pause, answer: steer('pause') },
  { operation: resume, answer: steer('resume') },
  { operation: stop, answer: steer('stop') },
  { operation: forceStop, answer: steer('forceStop') },
  { operation: status, answer: (request) => withScan(request, (scan) => toJsonAnswer({ status: toScanStatus(scan, request.nowMs) })) },
  { operation: progress, answer: (request) => withFoundRun(request, (run) => toJsonAnswer({ progress: toProgress(run, request.nowMs) })) },
  { operation: history, answer: answerHistory },
  {
    operation: historyDetails,
    answer: (request) => withNamedRun(request, request.params['history_uuid'], (run, scan) => toJsonAnswer(toRunDetails(scan, run, request.nowMs))),
  },
  { operation: deleteHistory, answer: forOperators(answerDeleteHistory) },
  { operation: hostDetails, answer: (request) => withHost(request, (host) => toJsonAnswer(toHostDetails(host))) },
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is answered while it is there
  { operation: pluginOutput, answer: answerPluginOutput },
];
