// Errors: what they cost to make, classify and match, and what is left of them in the heap.
import { join } from 'node:path';

import { runInProcess, toTable } from './measuring.mjs';

export async function measureErrors() {
  const { figures, heapGrowthBytes } = await runInProcess(join(import.meta.dirname, 'error-run.mjs'), [], ['--expose-gc']);
  const pattern = figures['ts-pattern, 17 cases on { _tag }'];
  console.log('\nerrors, in nanoseconds of CPU time\n');
  console.log(toTable(['what', 'ns', 'to ts-pattern'], Object.entries(figures).map(([what, ns]) => [what, ns.toFixed(0), (ns / pattern).toFixed(3)])));
  console.log(`\nheap after 100,000 errors made and handled: ${(heapGrowthBytes / 1024).toFixed(0)} KiB more than before`);
  return { figures, heapGrowthBytes };
}
