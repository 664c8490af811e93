import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A slow machine is no fault: how fast things are is for `npm run bench` to say.
    testTimeout: 120_000,
    exclude: ['test/vscode/**', 'node_modules/**'],
  },
});
