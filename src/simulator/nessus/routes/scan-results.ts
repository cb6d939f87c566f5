/** The results of scans host by host, and runs that are deleted. */
import { deleteHistory, hostDetails, pluginOutput, prepareKb, timezones } from '../../../api/nessus/scans.js';
import { toJsonAnswer } from '../../answers.js';
import { replace } from '../../items-by-id.js';
import { toHost } from '../../records/hosts.js';
import { plugins } from '../../records/plugins.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { prepareFile } from '../prepared-file.js';
import { toHostDetails, toPluginOutput } from '../records/host-answers.js';
import { toScanHosts } from '../records/scan-answers.js';
import { toRunStatus } from '../../records/timed-run.js';
import type { NessusRun } from '../records/scans.js';
import { done, forEditors, missing, withItem } from '../route.js';
import type { NessusRequest, NessusRoute } from '../route.js';

/** The answer for a host of a run that is over, or 404. */
function withHost({ nowMs, params, query, world }: NessusRequest, answer: (host: number, run: NessusRun) => AnswerParts): AnswerParts {
  return withItem(world.scans, params['scan_id'], (scan) => {
    const historyId = query.get('history_id');
    const run = historyId === null ? scan.runs.at(-1) : scan.runs.find((one) => String(one.historyId) === historyId);
    const host = toScanHosts(scan).find((number) => String(number + 1) === params['host_id']);
    return run === undefined || host === undefined || toRunStatus(run, nowMs) !== 'completed' ? missing : answer(host, run);
  });
}

function answerPluginOutput(request: NessusRequest): AnswerParts {
  return withHost(request, (host) => withItem(plugins, request.params['plugin_id'], (plugin) => toJsonAnswer(toPluginOutput(host, plugin))));
}

/** A file with a line for each thing that was noted of a host. */
function answerKb(request: NessusRequest): AnswerParts {
  return withHost(request, (host) => {
    const { token } = prepareFile(request.world, { filename: `kb_${host + 1}.txt`, text: `Host/ip=${toHost(host).ipv4}\n`, isBroken: false });
    return toJsonAnswer({ token });
  });
}

function answerDeleteHistory({ params, world }: NessusRequest): AnswerParts {
  return withItem(world.scans, params['scan_id'], (scan) => {
    const runs = scan.runs.filter(({ historyId }) => String(historyId) !== params['history_id']);
    return runs.length === scan.runs.length ? missing : done(() => {
      world.scans = replace(world.scans, { ...scan, runs });
    });
  });
}

const zones = ['Africa/Accra', 'America/New_York', 'Europe/London', 'UTC'].map((name) => ({ name, value: name }));

export const scanResultsRoutes: readonly NessusRoute[] = [
  { operation: hostDetails, answer: (request) => withHost(request, (host, run) => toJsonAnswer(toHostDetails(host, run))) },
  { operation: pluginOutput, answer: answerPluginOutput },
  { operation: prepareKb, answer: answerKb },
  { operation: deleteHistory, answer: forEditors(answerDeleteHistory) },
  { operation: timezones, answer: () => toJsonAnswer({ timezones: zones }) },
];
