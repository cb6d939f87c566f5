/** One writer of writers.test.ts: an export into a file, in a process or a thread of its own. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';

import { createVmClient } from 'tenable-result';
import { exportToFile } from 'tenable-result/node';

export interface WriterTask {
  readonly url: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly path: string;
}

/** What it says at its end. */
export interface WriterReport {
  readonly records: number;
  /** `''` where all went well. */
  readonly failure: string;
}

const task = (isMainThread ? JSON.parse(process.argv[2] ?? '') : workerData) as WriterTask; // given by the test
const client = createVmClient({ url: task.url, accessKey: task.accessKey, secretKey: task.secretKey });
const written = await client.asyncAndThen((vm) => exportToFile(vm.exports.vulns, {}, task.path, { resume: true, concurrency: 2, pollIntervalMs: 20 }));
const report: WriterReport = written.isOk()
  ? { records: written.value.records, failure: '' }
  : { records: 0, failure: 'reason' in written.error ? `${written.error._tag} ${written.error.reason}` : written.error._tag };
if (isMainThread) process.stdout.write(JSON.stringify(report));
else parentPort?.postMessage(report);
