/** Starts the command line: arguments in, exit code out. */
import { main } from './main.ts';
import { nodeHost } from './node-host.ts';

// Never process.exit(): it would cut off what a pipe has not taken yet.
try {
  process.exitCode = await main(process.argv.slice(2), nodeHost(process));
} catch (error) {
  console.error(error);
  process.exitCode = 2;
}
