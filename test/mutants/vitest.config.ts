import { defineConfig } from 'vitest/config';

/** What the mutation tester asks of every mutant: it loads no rule and takes three seconds. */
export default defineConfig({
  test: { include: ['test/core/report/{reader,headings,glued,trace}.test.ts', 'test/core/layout/*.test.ts'] },
});
