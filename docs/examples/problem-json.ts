import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createVmClient, toProblemDetails } from 'tenable-result';
import { createSimulator } from 'tenable-result/simulator';

// A service of yours: GET /scans/{id} answers with a scan, or says what is wrong as problem details (RFC 9457).
const client = createVmClient(createSimulator());

const server = createServer((request, response) => {
  const scanId = Number(request.url?.split('/').at(-1));
  const scan = client.asyncAndThen((vm) => vm.scans.details({ scan_id: scanId }));
  void scan.match(
    ({ info }) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ name: info.name }));
    },
    (error) => {
      const problem = toProblemDetails(error, { typeBase: 'https://api.example.com/problems/', instance: request.url ?? '' });
      if (problem.retryAfterSeconds !== undefined) response.setHeader('retry-after', problem.retryAfterSeconds);
      response.writeHead(problem.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
    },
  );
});

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo; // a TCP server, which is listening

for (const id of ['404', 'x']) {
  const answer = await fetch(`http://127.0.0.1:${port}/scans/${id}`);
  console.log(answer.status, answer.headers.get('content-type'));
  console.log(await answer.text());
}
// => 404 application/problem+json
// => {"type":"https://api.example.com/problems/not-found","title":"Not found","status":404,"detail":"There is no such object, or it cannot be seen.","instance":"/scans/404"}
// => 400 application/problem+json
// => {"type":"https://api.example.com/problems/unexpected-value","title":"Unexpected value","status":400,"detail":"A value is outside of what is accepted. Nothing was done.","instance":"/scans/x"}
server.close();
server.closeAllConnections();
