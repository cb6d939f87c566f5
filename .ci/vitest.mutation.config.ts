import { defineConfig, mergeConfig } from 'vitest/config';

import base from '../vitest.config.js';

/** Mutants meet the tests that mutation.mjs names, in the sources as they are: nothing is built for them. */
export default mergeConfig({ ...base, test: { ...base.test, include: [], globalSetup: [] } }, defineConfig({
  test: { include: (process.env['TENABLE_RESULT_MUTATION_TESTS'] ?? '').split(' '), testTimeout: 5_000 },
}));
