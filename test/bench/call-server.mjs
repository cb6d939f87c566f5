// A bare server for the benchmark of calls, in a process of its own: one good answer, one 404, both as Tenable sends them.
import { createServer } from 'node:http';

const session = Buffer.from(JSON.stringify({
  id: 2, uuid: '00000000-0000-4000-8000-000000000002', uuid_id: '00000000-0000-4000-8000-000000000002', username: 'someone@example.com', user_name: 'someone@example.com',
  email: 'someone@example.com', name: 'Someone', type: 'local', permissions: 64, enabled: true, login_fail_count: 0, login_fail_total: 0, container_id: 1,
  container_uuid: '00000000-0000-4000-8000-000000000001', container_name: 'Example', features: { asset_management: true, rbac: true, reporting: true, tagging: true },
  apps: { consec: 'standard', was: 'standard' }, group_uuids: [], groups: [],
}));
const missing = Buffer.from(JSON.stringify({ statusCode: 404, error: 'Not Found', message: 'Scan not found' }));

let count = 0;
const server = createServer((request, response) => {
  count += 1;
  const isGood = request.url === '/session';
  const body = isGood ? session : missing;
  response.writeHead(isGood ? 200 : 404, {
    'content-type': 'application/json; charset=utf-8', 'content-length': body.length, 'x-request-uuid': count.toString(16).padStart(32, '0'),
    'x-gateway-site-id': 'nginx-router-benchmark-1', 'set-cookie': 'nginx-cloud-site-id=benchmark; path=/; HttpOnly; SameSite=Strict; Secure',
    'strict-transport-security': 'max-age=63072000; includeSubDomains', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store',
  });
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: server.address().port });
});
process.once('disconnect', () => process.exit(0));
