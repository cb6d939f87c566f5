/** What real answers hold, against what their types say: a member that is recorded and has no type is named here. */
import { describe, expect, test } from 'vitest';

import * as scReshapes from '../../src/reshapes/sc.js';
import { operations } from './descriptions.js';
import { findOperation } from '../support/recorded-operations.js';
import type { RecordedProduct } from '../support/recorded-operations.js';
import { hasRecordings, readRecordings } from '../support/recordings.js';
import type { Recording } from '../support/recordings.js';
import { listUntyped } from './untyped-members.js';

const describedById = new Map(operations.map(({ described, id }) => [id, described]));

function readAnswer(product: RecordedProduct, { body }: Recording): unknown {
  if (body === null || !/^\s*[[{]/.test(body)) return undefined;
  const answer: unknown = JSON.parse(body);
  return product === 'sc' ? (answer as { readonly response: unknown }).response : answer; // its envelope
}

/** The members without a type of each operation that was recorded. */
function countUntyped(product: RecordedProduct, recordings: readonly Recording[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const recording of recordings.filter(({ status }) => status < 300)) {
    const operation = findOperation(product, recording);
    const described = describedById.get(`${product} ${operation?.id}`);
    if (operation === undefined || described?.output === undefined) continue;
    const answer = readAnswer(product, recording);
    const reshape = described.custom?.answer;
    const paths = found.get(operation.id) ?? new Set();
    found.set(operation.id, paths);
    for (const path of listUntyped(described.output, reshape === undefined ? answer : (scReshapes[reshape])(answer))) paths.add(path);
  }
  return new Map([...found].map(([id, paths]) => [id, [...paths].filter((path) => reasons[id]?.[path] === undefined).sort()]));
}

const withinForm = 'Forms have forms within, to no fixed depth.';

/** What has no type for a reason: by operation, members whose names and forms are data. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'scanners.list': { 'scanners[].license.apps.*.*': 'What is licensed, by name: each has members of its own.' },
  'policies.details': { 'settings.*': "The settings of the policy's template." },
  'credentials.details': { 'settings.*': "The settings of the credential's type." },
  'editor.details': {
    'compliance.data[].settings.*.groups[]': withinForm,
    'credentials.data[].types[].inputs[].options[]': withinForm,
    'credentials.data[].types[].settings': withinForm,
    'settings.*.groups[]': withinForm,
    'settings.*.modes': withinForm,
    'settings.*.sections[]': withinForm,
  },
  'editor.templateDetails': {
    'compliance.data[].settings.*.groups[]': withinForm,
    'credentials.data[].types[].inputs[].options[]': withinForm,
    'credentials.data[].types[].settings': withinForm,
    'settings.*.groups[]': withinForm,
    'settings.*.modes': withinForm,
    'settings.*.sections[]': withinForm,
    'credentials.data[].types[].inputs[].preferences': withinForm,
    'scap.data[].inputs[].options[]': withinForm,
    'settings.*.inputs[].options[]': withinForm,
    'settings.*.modes[]': withinForm,
  },
  'explore.hostFindings': { 'findings[].definition.*': 'As it was asked for, by name.', 'findings[].definition.*[]': 'As it was asked for, by name.' },
  'policies.create': { preferences: 'Settings by name, as the template has them.' },
  'policies.copy': { preferences: 'Settings by name, as the template has them.' },
  'policies.update': { preferences: 'Settings by name, as the template has them.' },
  'policies.share': { preferences: 'Settings by name, as the template has them.' },
  'analysis.query': { 'results[].*': 'The members depend on the tool.', 'results[].*[]': 'The members depend on the tool.' },
  'assets.create': { 'typeFields.*': 'The members depend on the type.' },
  'assets.update': { 'typeFields.*': 'The members depend on the type.' },
  'credentials.create': { 'typeFields.*': 'The members depend on the type.' },
  'credentials.share': { 'typeFields.*': 'The members depend on the type.' },
  'repositories.create': { 'typeFields.*': 'The members depend on the format.', 'typeFields.*[]': 'The members depend on the format.' },
  'repositories.details': { 'typeFields.*': 'The members depend on the format.', 'typeFields.*[]': 'The members depend on the format.' },
  'repositories.update': { 'typeFields.*': 'The members depend on the format.', 'typeFields.*[]': 'The members depend on the format.' },
  'scanResults.details': { progress: 'Scanner by scanner.', 'progress.*': 'Scanner by scanner.', 'progress.*[]': 'Scanner by scanner.', 'progress[]': 'Scanner by scanner.' },
  'policies.import': { preferences: 'Settings by name, as the template has them.', 'families[].*': 'As the template has them.', 'families[].*[]': 'As the template has them.' },
  'auditFiles.create': { 'typeFields.*[]': 'The members depend on the type.' },
  'auditFiles.update': { 'typeFields.*[]': 'The members depend on the type.' },
  'alerts.details': { 'action[].definition.*': 'The members depend on the type.', 'action[].definition.*[]': 'The members depend on the type.' },
  'alerts.update': { 'action[].definition.*': 'The members depend on the type.', 'action[].definition.*[]': 'The members depend on the type.' },
  'wasConfigs.search': { 'items[].last_scan.config_metadata.template.*': 'As the template has them.' },
  'server.properties': { 'capabilities.*': 'What is switched on, by name.', 'license.*': 'What is licensed, by name.' },
};

describe.skipIf(!hasRecordings)('members that were recorded and have no type', () => {
  test.each([
    ['vm', 'Vulnerability Management', readRecordings('vm'), 0],
    ['sc', 'Security Center', [...readRecordings('sc'), ...readRecordings('sc6')], 0],
    ['nessus', 'Nessus', readRecordings('nessus'), 0],
  ] as const)('of %s (%s) are no more than before', (product, name, recordings, most) => {
    const untyped = [...countUntyped(product, recordings)];
    const count = untyped.reduce((sum, [, paths]) => sum + paths.length, 0);
    const lines = untyped.filter(([, paths]) => paths.length > 0).map(([id, paths]) => `  ${id}: ${paths.join(', ')}`);
    console.log([`${name}: ${untyped.length} operations recorded, ${count} members without a type`, ...lines].join('\n'));
    expect(untyped.length).toBeGreaterThan(5);
    expect(count).toBeLessThanOrEqual(most);
  });
});
