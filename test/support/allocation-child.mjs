// Bytes that one call allocates, without its network: told by the growth of a heap that is too large to be collected.
import { createVmClient, matchErrorPartial } from 'tenable-result';
import { okAsync } from 'neverthrow';

const answers = {
  '/session': [200, { id: 2, uuid: 'u', username: 'someone@example.com', type: 'local', permissions: 64, enabled: true, container_uuid: 'c' }],
  '/scans/404': [404, { statusCode: 404, error: 'Not Found', message: 'Scan not found' }],
};
const transport = ({ url }) => {
  const [status, json] = answers[new URL(url).pathname];
  const pieces = [new TextEncoder().encode(JSON.stringify(json)), null];
  return okAsync({ status, headers: { 'x-request-uuid': '0123456789abcdef0123456789abcdef' }, body: { next: () => okAsync(pieces.shift()), cancel: () => undefined } });
};
const vm = createVmClient({ accessKey: 'key', secretKey: 'key', transport })._unsafeUnwrap();
const ways = {
  good: () => vm.session.details(),
  bad: async () => matchErrorPartial((await vm.scans.details({ scan_id: 404 }))._unsafeUnwrapErr(), { NotFoundError: (e) => e.detail }, () => ''),

};

const bytesOf = async (call) => {
  const run = async (count) => {
    for (let at = 0; at < count; at += 1) await call();
  };
  await run(3_000);
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  await run(2_000);
  return Math.round((process.memoryUsage().heapUsed - before) / 2_000);
};
console.log(JSON.stringify({ good: await bytesOf(ways.good), bad: await bytesOf(ways.bad) }));
