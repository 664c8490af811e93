import { defineConfig } from 'vitest/config';

/** What the mutation tester asks of every mutant: tests that load no rule and read nothing before they run. */
export default defineConfig({
  test: {
    include: ['test/core/report/{reader,headings,model,doubt,parts,unread,glued,trace}.test.ts', 'test/core/layout/*.test.ts'],
    // Stryker stops what does not end; a slow machine is no fault.
    testTimeout: 120_000,
  },
});
