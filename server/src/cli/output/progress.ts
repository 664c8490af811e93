/** Says on a terminal how far the run is, in one line that is written over and wiped out at the end. */
import type { Language } from '../../core/index.ts';
import type { Host } from '../host.ts';
import { checkedSoFar } from '../messages.ts';

interface Progress {
  step(files: number, errors: number): Promise<void>;
  /** Before anything else is written to standard error, and at the end. */
  clear(): Promise<void>;
}

const STEP = 25;

/** Where standard output is the terminal, the results themselves show how far it is. */
export function progressOn({ stdout, stderr }: Host, language: Language): Progress {
  if (!stderr.terminal || stdout.terminal) return { step: async () => {}, clear: async () => {} };
  let shown = false;
  return {
    async step(files, errors) {
      if (files % STEP !== 0) return;
      shown = true;
      await stderr.write(`\r${checkedSoFar(files, errors)[language]}\x1b[K`);
    },
    async clear() {
      if (shown) await stderr.write('\r\x1b[K');
      shown = false;
    },
  };
}
