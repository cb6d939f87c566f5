/** The simulator's answers beside recorded ones: the same members with the same JSON types, operation by operation. */
import { describe, expect, test } from 'vitest';

import { createScSimulator, createVirtualClock, scObjectIds } from 'tenable-result/simulator';

import { isRecord, ownValue } from '../../../src/internal/is-record.js';
import { parseJson } from '../../../src/internal/parse-json.js';
import { ownRoutes, scRoutes } from '../../../src/simulator/sc/routes/all-routes.js';
import { hasRecordings, readRecordings } from '../../support/recordings.js';
import type { Recording } from '../../support/recordings.js';

type Shape = Readonly<Record<string, string>>;

function toType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function toShape(value: unknown): Shape {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, toType(one)])) : { '': toType(value) };
}

/** The first element of lists that are, or are within, a response. */
function toFirst(response: unknown): unknown {
  if (Array.isArray(response)) return response[0];
  const list = isRecord(response) ? response['usable'] ?? response['users'] ?? response['results'] : undefined;
  return Array.isArray(list) ? list[0] : undefined;
}

const recordings = readRecordings('sc').filter(({ body, status }) => status === 200 && body !== null && body.startsWith('{'));
const patternOf = (path: string): RegExp => new RegExp(`^/rest${path.replace('{type}', '\\w+').replace(/\{[^}]+\}/g, '[^/]*\\d[^/]*')}$`);

/** Those whose operation is in the catalogue, one for each method, path and request body, with the path of an object that is there. */
const comparable = recordings.flatMap((recording) => {
  const route = scRoutes.find(({ operation }) => operation.method === recording.method && patternOf(operation.path).test(recording.path));
  return route === undefined ? [] : [{ recording, id: route.operation.id, path: toPath(route.operation.path) }];
});

function toPath(template: string): string {
  const id = /^\/(?:policy|credential)\//.test(template) ? scObjectIds.policy : /^\/pluginFamily/.test(template) ? '90' : '1';
  return `/rest${template.replace('{id}', id).replace('{type}', 'active')}`;
}

/** Operations without behaviour of their own answer with invented values, scalars as text. */
const isPlain = (id: string): boolean => !ownRoutes.some(({ operation }) => operation.id === id);
const isAlike = (mine: string | undefined, recorded: string): boolean => mine !== undefined && ['string', 'number'].includes(mine) && ['string', 'number', 'null', 'boolean'].includes(recorded);

const references: Readonly<Record<string, unknown>> = { policy: { id: scObjectIds.policy }, repository: { id: '1' }, groups: [{ id: '1' }] };

function toBody({ method, requestBody }: Recording & { readonly requestBody?: unknown }): string {
  if (method === 'GET' || method === 'DELETE') return '';
  const given = typeof requestBody === 'string' ? parseJson(requestBody) : requestBody;
  // References to objects of the recorded server, and what only its users know, are left out.
  const kept = isRecord(given) ? Object.entries(given).map(([name, value]) => [name, references[name] ?? value] as const) : [];
  return JSON.stringify(Object.fromEntries(kept.filter(([name]) => !['assets', 'credentials', 'auditFiles'].includes(name))));
}

/** Whether the simulator has the tool of an analysis, and what it filters by. */
function isKnownAnalysis(body: unknown): boolean {
  const [type, tool, filters] = [ownValue(body, 'type'), ownValue(ownValue(body, 'query'), 'tool'), ownValue(ownValue(body, 'query'), 'filters')];
  if (Array.isArray(filters) && filters.length > 0) return false;
  return type === 'event' ? tool === 'listdata' : type === 'vuln' && ['vulndetails', 'listvuln', 'sumip', 'sumid', 'sumseverity'].some((known) => known === tool);
}

/** Members that vary with the server's licences and versions, and one whose recorded answer differs from all others. */
const varying = ['ioSyncStatus', 'ioFirstSyncTime', 'ioLastSyncSuccess', 'ioLastSyncFailure', 'ioSyncErrorDetails', 'token', 'policies.update status', 'policies.import preferences'];

describe.skipIf(!hasRecordings)('beside recorded answers of Security Center', () => {
  test('all that are compared have the members that were recorded, in their types', () => {
    const differences: string[] = [];
    const compared = new Set<string>();
    for (const { id, path, recording } of comparable) {
      const body = toBody(recording);
      if (id === 'analysis.query' && !isKnownAnalysis(parseJson(body))) continue;
      const answer = ask(id, recording, path, body);
      if (answer === null) {
        differences.push(`${id}: no answer`);
        continue;
      }
      compared.add(id);
      const [wanted, given] = [parseJson(recording.body ?? ''), parseJson(answer)];
      const [wantedResponse, givenResponse] = [isRecord(wanted) ? wanted['response'] : null, isRecord(given) ? given['response'] : null];
      for (const [what, one, other] of [['envelope', wanted, given], ['response', wantedResponse, givenResponse], ['first item', toFirst(wantedResponse), toFirst(givenResponse)]] as const) {
        if (what === 'first item' && (one === undefined || other === undefined)) continue;
        const [shape, mine] = [toShape(one), toShape(other)];
        for (const [name, type] of Object.entries(shape)) {
          if (!varying.includes(name) && !varying.includes(`${id} ${name}`) && mine[name] !== type && !(isPlain(id) && isAlike(mine[name], type))) differences.push(`${id} ${what}: ${name} is ${mine[name] ?? 'missing'}, recorded ${type}`);
        }
      }
    }
    console.log(`operations of Security Center whose answers were compared with recorded ones: ${[...compared].sort().join(', ')}`);
    expect([...new Set(differences)]).toStrictEqual([]);
    expect(compared.size).toBeGreaterThan(20);
  });
});

/** The body of the simulator's answer; `null` where it refuses. Lists were recorded as an organisation's user sees them, but for credentials. */
function ask(id: string, { method, query }: Recording, path: string, body: string): string | null {
  const simulator = createScSimulator({ clock: createVirtualClock() });
  const keys = /(?:assets|policies|scans|scanResults)\.list/.test(id) ? simulator.keysOf('manager') : simulator.keysOf('admin');
  const answer = simulator.handle({
    method,
    url: `${path}${query === '' ? '' : `?${query}`}`,
    headers: { 'x-apikey': `accessKey=${keys?.accessKey ?? ''}; secretKey=${keys?.secretKey ?? ''}` },
    body,
  });
  return answer._tag === 'Answer' && answer.status === 200 ? answer.body : null;
}
