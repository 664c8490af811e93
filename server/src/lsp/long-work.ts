/** Long work goes in parts: between two of them the server hears what has come in, and what nobody waits for any more ends. */
import type { CancellationToken } from 'vscode-languageserver';

/** Ends a work whose answer nobody waits for; the guard knows what is answered instead. */
export class Cancelled extends Error {}

export interface Work {
  readonly token: CancellationToken;
  /** To be awaited between two parts, over which anything may change; rejects with `Cancelled` once the work is in vain. */
  breathe(): Promise<void>;
}

/** Milliseconds of work after which the server breathes: a delay that nobody notices. */
export const STRETCH = 20;

// A promise that is kept at once lets no message in.
const otherWork = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export function createWork(token: CancellationToken, stretch: number): Work {
  let since = performance.now();
  return {
    token,
    async breathe() {
      if (performance.now() - since >= stretch) {
        await otherWork();
        since = performance.now();
      }
      if (token.isCancellationRequested) throw new Cancelled();
    },
  };
}
