import { describe, expect, test } from 'vitest';
import type { ExportCall } from 'tenable-result';

import { createScriptedClient } from '../support/scripted-client.js';
import { checkpoint, report } from './export-lab.js';

const kinds = {
  vulns: { path: '/vulns/export', body: {}, kind: 'vulns' },
  assets: { path: '/assets/export', body: { chunk_size: 1000 }, kind: 'assets' },
  assetsV2: { path: '/assets/v2/export', body: { chunk_size: 1000 }, kind: 'assets-v2' },
  compliance: { path: '/compliance/export', body: {}, kind: 'compliance' },
  was: { path: '/was/v1/export/vulns', body: {}, kind: 'was' },
} as const;
const names = Object.keys(kinds) as (keyof typeof kinds)[]; // keys of a literal

describe.each(names)('vm.exports.%s', (name) => {
  const { body, kind, path } = kinds[name];
  const open = (...answers: Parameters<typeof createScriptedClient>[0]): ReturnType<typeof createScriptedClient> & { readonly call: ExportCall<object, unknown> } => {
    const client = createScriptedClient(answers);
    return { ...client, call: client.vm.exports[name] as unknown as ExportCall<object, unknown> }; // one of five, asked for its standard input
  };

  test('without an argument asks for all records, in chunks of the usual size; no body is never sent', async () => {
    const { call, requests } = open({ json: { export_uuid: 'job-1' } }, report('FINISHED'));
    for await (const item of call()) expect.fail(`there was ${JSON.stringify(item)}`);
    expect([requests[0]?.method, new URL(requests[0]?.url ?? '').pathname, JSON.parse(requests[0]?.body ?? '')]).toStrictEqual(['POST', path, body]);
  });

  test('refuses what it cannot send, for the operation that it would have been', async () => {
    const { call, requests } = open();
    const seen: unknown[] = [];
    for await (const item of call({ filters: { nothing_like_it: 1 } })) seen.push(item);
    expect(seen).toMatchObject([{ error: { _tag: 'UnexpectedValueError', operation: `${name}Export.create` } }]);
    expect(requests).toStrictEqual([]);
  });

  test('goes on only with a checkpoint of its own kind', async () => {
    const { call, requests } = open(report('FINISHED', [7]));
    for await (const item of call.resume(checkpoint([7], { kind }))) expect.fail(`there was ${JSON.stringify(item)}`);
    expect(requests).toHaveLength(1);
    for (const other of names.filter((one) => one !== name)) {
      const seen: unknown[] = [];
      for await (const item of call.resume(checkpoint([7], { kind: kinds[other].kind }))) seen.push(item);
      expect(seen).toMatchObject([{ error: { _tag: 'UnexpectedValueError', issues: [{ path: 'checkpoint.kind', received: kinds[other].kind }] } }]);
    }
    expect(requests).toHaveLength(1);
  });

  test('cannot be changed', () => {
    expect(open().call).toSatisfy(Object.isFrozen);
  });
});
