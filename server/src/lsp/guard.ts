/** The one boundary around handlers: an error is logged and answered neutrally, a cancelled request is said to be so. */
import { CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Cancelled, createWork, type Work } from './long-work.ts';

type Handler<P, R> = (params: P, work: Work) => R | Promise<R>;
export type Guarded<P, R> = (params: P, token?: CancellationToken) => Promise<R | ResponseError<never>>;
export type Guard = <P, R>(name: string, neutral: R, handle: Handler<P, R>) => Guarded<P, R>;

export const logError = (connection: Connection, name: string, error: unknown): void =>
  connection.console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);

/** `stretch`: for so many milliseconds a long work goes on before it looks whether its answer is still wanted. */
export const createGuard =
  (connection: Connection, stretch: number): Guard =>
  (name, neutral, handle) =>
  async (params, token = CancellationToken.None) => {
    const cancelled = (): ResponseError<never> => new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
    if (token.isCancellationRequested) return cancelled();
    try {
      const answer = await handle(params, createWork(token, stretch));
      return token.isCancellationRequested ? cancelled() : answer;
    } catch (error) {
      if (error instanceof Cancelled) return cancelled();
      logError(connection, name, error);
      return neutral;
    }
  };

/** Lets a message to the client take its course: a client that refuses it, or is gone, is no reason to end. */
export function inBackground(connection: Connection, name: string, task: Promise<unknown>): void {
  task.catch((error: unknown) => {
    try {
      connection.console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    } catch {
      // The connection is gone, and with it whoever would read this.
    }
  });
}
