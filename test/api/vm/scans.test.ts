/** Scans: what is sent and told, where documents or recordings say it matters. */
import { describe, expect, test } from 'vitest';

import { vmCatalogue } from '../../../src/api/vm/catalogue.js';
import type { AnyOperation } from '../../../src/operation/define-operation.js';
import { listMembers } from '../../../src/schema/shape-schema.js';
import { createScriptedClient } from '../../support/scripted-client.js';
import { expectErr, expectOk, expectTag } from '../../support/expect-result.js';

describe('the id of an export file', () => {
  test('may have colons, as those of html and pdf do, and goes into paths as it came', async () => {
    const file_id = 'SSEUF-ee904e9c-4fb6-4643-88a2-a4e388651568-C:e112bd1-754-pdf';
    const { clock, requests, vm } = createScriptedClient([{ json: { file: file_id, temp_token: 'x' } }, { json: { status: 'ready' } }]);
    const { file } = expectOk(await clock.settle(vm.scans.exportRequest({ scan_id: 1, format: 'pdf' })));
    expect(file).toBe(file_id);
    expectOk(await clock.settle(vm.scans.exportStatus({ scan_id: 1, file_id: file })));
    expect(decodeURIComponent(requests[1]?.url ?? '')).toMatch(`/scans/1/export/${file_id}/status`);
  });

  test.each(['../../users', 'a/b', 'a?b', '%2e%2e', ''])('that leads elsewhere is none: %s', async (file) => {
    const { clock, vm } = createScriptedClient([{ json: { file } }]);
    expectTag(await clock.settle(vm.scans.exportRequest({ scan_id: 1, format: 'csv' })), 'APIError');
  });
});

test('export files are listed as they are documented: an array, with filters by name', async () => {
  const filters = { severity: { eq: ['Info', 'Low'] }, search_type: 'and' };
  const { clock, vm } = createScriptedClient([{ json: [{ export_id: 'SSEF-1-F:2-html', ready: false, error: false, format: 'html', metadata: { filters, num_chunks: 5 } }] }]);
  const exports = expectOk(await clock.settle(vm.scans.listExports({ sort: 'created_at:asc' })));
  expect(exports.map(({ export_id, metadata }) => [export_id, metadata?.filters])).toStrictEqual([['SSEF-1-F:2-html', filters]]);
});

test('checks of audits have digests for ids, where plugins have numbers', async () => {
  const compliance = [{ count: 1, plugin_id: '0042cf05a8358f531c68c8bd249a4874', plugin_name: 'Example check', severity: 1 }];
  const { clock, vm } = createScriptedClient([{ json: { info: {}, vulnerabilities: [], compliance } }, { json: { info: { name: 'Example', status: 'completed' }, compliance } }]);
  expect(expectOk(await clock.settle(vm.scans.hostDetails({ scan_id: 1, host_id: 2 }))).compliance).toStrictEqual(compliance);
  expect(expectOk(await clock.settle(vm.scans.details({ scan_id: 1 }))).compliance).toStrictEqual(compliance);
});

test.each(['pause', 'resume', 'stop'] as const)('%s is not sent again where its answer was lost: the second would be refused', async (name) => {
  const { clock, requests, vm } = createScriptedClient([{ failure: 'reset' }]);
  expect(expectErr(await clock.settle(vm.scans[name]({ scan_id: 1 })))).toMatchObject({ _tag: 'ConnectionError', delivery: 'unknown' });
  expect(requests).toHaveLength(1);
});

test('the credentials of scans and policies are secrets', () => {
  const all: readonly AnyOperation[] = [vmCatalogue.scans, vmCatalogue.remediationScans, vmCatalogue.policies].flatMap<AnyOperation>((area) => Object.values<AnyOperation>(area));
  const taking = all.filter(({ input }) => listMembers(input).includes('credentials'));
  expect(taking.map(({ id }) => id).sort()).toStrictEqual(['policies.configure', 'policies.create', 'remediationScans.create', 'scans.configure', 'scans.create']);
  expect(taking.filter(({ secrets }) => !secrets.includes('credentials'))).toStrictEqual([]);
});
