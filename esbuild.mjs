/** Bundles the extension, the server, the command line and the core. `--production` minifies. */
import { build } from 'esbuild';
import { rulePages } from './scripts/lib/rule-pages.mjs';

const production = process.argv.includes('--production');

/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  legalComments: 'none',
  // Chinese as it is: escaped it takes twice the room.
  charset: 'utf8',
};

/** Packages ship a UMD and an ES module entry; only the latter can be bundled well. */
const esmFirst = { mainFields: ['module', 'main'] };

/**
 * For a worker: what packages have for browsers comes first.
 * @satisfies {import('esbuild').BuildOptions}
 */
const inBrowser = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

await Promise.all([
  build({ ...common, ...esmFirst, entryPoints: ['client/src/node.ts'], outfile: 'dist/client.cjs', format: 'cjs', external: ['vscode'] }),
  build({ ...common, ...esmFirst, entryPoints: ['server/src/node/main.ts'], outfile: 'dist/server.cjs', format: 'cjs' }),
  build({
    ...inBrowser,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/client.browser.cjs',
    format: 'cjs',
    external: ['vscode'],
  }),
  build({ ...inBrowser, entryPoints: ['server/src/browser/main.ts'], outfile: 'dist/server.browser.js', format: 'iife' }),
  build({
    ...common,
    ...esmFirst,
    entryPoints: ['server/src/cli/bin.ts'],
    outfile: 'dist/cli.mjs',
    format: 'esm',
    plugins: [rulePages],
    // iconv-lite is CommonJS and asks for Node's buffer by require.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
    },
  }),
  build({
    ...common,
    platform: 'browser',
    target: 'es2022',
    entryPoints: { 'table-view': 'client/src/webview/main.ts' },
    outdir: 'dist',
    format: 'iife',
  }),
  build({ ...common, entryPoints: ['client/src/webview/table-view.css'], outdir: 'dist' }),
  build({
    ...common,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    entryPoints: ['server/src/core/index.ts'],
    outfile: 'dist/core.mjs',
    format: 'esm',
  }),
  build({
    ...common,
    ...esmFirst,
    minify: false,
    entryPoints: ['test/vscode/index.ts'],
    outfile: 'dist-test/vscode/index.cjs',
    format: 'cjs',
    external: ['vscode', 'mocha'],
  }),
  build({
    ...common,
    ...esmFirst,
    minify: false,
    entryPoints: ['test/webview/host.ts'],
    outfile: 'dist-test/webview/host.mjs',
    format: 'esm',
    alias: { vscode: './test/webview/vscode.ts' },
  }),
]);
