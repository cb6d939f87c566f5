/** What a program on the web does with the package. Bundled by tests, for pages, workers and runtimes that have no Node. */
import { createVmClient } from 'tenable-result';

export interface Place {
  /** Where a simulator answers whose `/server/status` fails with 500. */
  readonly url: string;
  /** Where nobody listens. */
  readonly closedUrl: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** What came of it, as data that crosses into a test. */
export interface WebOutcomes {
  readonly session: string;
  readonly missing: string;
  readonly missingUuid: string;
  readonly refused: string;
  readonly failed: string;
  readonly unreachable: string;
  readonly timedOut: string;
  readonly exported: string;
  readonly lines: number;
  /** Instances of WebAssembly that came about. */
  readonly wasmInstances: number;
}

/** Counts instances of WebAssembly from now on. */
function countInstances(): () => number {
  let count = 0;
  const platform = (globalThis as { readonly WebAssembly?: { Instance: new (module: object) => object } }).WebAssembly; // not in the types of the language
  if (platform === undefined) return () => 0;
  platform.Instance = new Proxy(platform.Instance, {
    construct: (Original, [module]: [object]) => {
      const instance = new Original(module);
      count += 1;
      return instance;
    },
  });
  return () => count;
}

export async function tryCalls({ accessKey, closedUrl, secretKey, url }: Place): Promise<WebOutcomes> {
  const wasmInstances = countInstances();
  const once = { maxRetries: 0 };
  const client = createVmClient({ url, accessKey, secretKey, retry: once });
  const toWords = ({ _tag, ...rest }: { readonly _tag: string; readonly reason?: string }): string => [_tag, rest.reason].filter(Boolean).join(' ');
  const session = await client.asyncAndThen((vm) => vm.session.details());
  const missing = await client.asyncAndThen((vm) => vm.scans.details({ scan_id: 404 }));
  const refused = await createVmClient({ url, accessKey: 'wrong-key', secretKey: 'wrong-key' }).asyncAndThen((vm) => vm.session.details());
  const failed = await client.asyncAndThen((vm) => vm.server.status());
  const unreachable = await createVmClient({ url: closedUrl, accessKey, secretKey, retry: once }).asyncAndThen((vm) => vm.session.details());
  const timedOut = await client.asyncAndThen((vm) => vm.users.list({}, { deadlineMs: 50 }));
  let bytes = 0;
  let lines = 0;
  const exported = await client.asyncAndThen((vm) => vm.exports.vulns({}).toNdjson(new WritableStream<Uint8Array>({
    write: (part) => {
      bytes += part.byteLength;
      lines += part.filter((byte) => byte === 0x0a).length;
    },
  })));
  return {
    session: session.match(({ username }) => username, toWords),
    missing: missing.match(() => 'Ok', toWords),
    missingUuid: missing.isErr() && missing.error._tag === 'NotFoundError' ? missing.error.uuid : '',
    refused: refused.match(() => 'Ok', toWords),
    failed: failed.match(() => 'Ok', toWords),
    unreachable: unreachable.match(() => 'Ok', toWords),
    timedOut: timedOut.match(() => 'Ok', toWords),
    exported: exported.match(({ records }) => `${records} records, ${bytes > 10_000 ? 'more' : 'less'} than 10,000 bytes`, toWords),
    lines,
    wasmInstances: wasmInstances(),
  };
}
