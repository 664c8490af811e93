/** The server as the product ships it to editors: one file, for `node FILE --stdio`. */
import { build } from 'esbuild';

export const bundleServer = (outfile: string): Promise<unknown> =>
  build({
    entryPoints: ['server/src/node/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  });
