import { defineConfig } from 'vitest/config';

/** Tests import the package by its name; the private condition makes that name mean `src`. */
const conditions = ['tenable-result-source', 'node', 'import', 'default'];

export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['.ci/vitest.setup.ts'],
    setupFiles: ['test/support/load-areas.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
    hookTimeout: 120_000, // hooks install packages and compile, on machines with neighbours
  },
});
