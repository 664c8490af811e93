import { defineConfig } from 'vitest/config';
import { viteRulePages } from './scripts/lib/rule-pages.mjs';

export default defineConfig({
  plugins: [viteRulePages],
  test: {
    include: ['test/**/*.test.ts'],
    // A slow machine is no fault: how fast things are is for `npm run bench` to say.
    testTimeout: 120_000,
    exclude: ['test/vscode/**', 'node_modules/**'],
  },
});
