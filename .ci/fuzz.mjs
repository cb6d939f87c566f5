/** npm run fuzz [seconds]: each decoder for so many seconds (60 by default) on inputs that nobody has thought of. A finding goes into test/fuzz/seeds.json. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const seconds = Number(process.argv[2] ?? 60);
if (!(seconds > 0)) {
  console.error('npm run fuzz -- <seconds for each decoder>');
  process.exit(2);
}
const { status } = spawnSync('npx', ['vitest', 'run', '--maxWorkers=1', 'test/fuzz'], {
  cwd: root, stdio: 'inherit', env: { ...process.env, TENABLE_RESULT_FUZZ_SECONDS: String(seconds) }, shell: process.platform === 'win32',
});
process.exit(status ?? 1);
