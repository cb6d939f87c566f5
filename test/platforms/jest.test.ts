/** Jest, as the page on tests says: the packed package in an empty project, and Jest as a registry has it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { expect, onTestFinished, test } from 'vitest';

import { createPackedProject } from '../support/packed-project.js';

const program = `
  import { createVmClient } from 'tenable-result';
  import { createSimulator } from 'tenable-result/simulator';

  test('a call', async () => {
    const simulator = createSimulator();
    const vm = createVmClient(simulator)._unsafeUnwrap();
    expect((await vm.session.details()).isOk()).toBe(true);
  });
`;

test('Jest runs tests that are ES modules', { timeout: 240_000 }, async ({ skip }) => {
  const project = createPackedProject();
  onTestFinished(() => {
    project.remove();
  });
  const options = { cwd: project.folder, env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules' } };
  const installed = await promisify(execFile)('npm', ['install', '--prefix', 'runner', '--no-audit', '--no-fund', '--loglevel=error', 'jest@30'], { cwd: project.folder, timeout: 180_000 })
    .then(() => true, () => false);
  if (!installed) return skip('Jest could not be installed');
  project.write('call.test.mjs', program);
  const { stderr } = await promisify(execFile)(process.execPath, ['runner/node_modules/jest/bin/jest.js', '--rootDir', '.', '--testMatch', '**/call.test.mjs'], options);
  expect(stderr).toContain('Tests:       1 passed, 1 total');
});
