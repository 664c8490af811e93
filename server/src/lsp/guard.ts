/** The one boundary around handlers: an error is logged and answered neutrally, a cancelled request is said to be so. */
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

export type Guarded<P, R> = (params: P, token?: CancellationToken) => R | ResponseError<never> | Promise<R>;

export type Guard = <P, R>(name: string, neutral: R, handle: (params: P) => R | Promise<R>) => Guarded<P, R>;

export const createGuard =
  (connection: Connection): Guard =>
  (name, neutral, handle) =>
  (params, token) => {
    if (token?.isCancellationRequested) return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
    const failed = (error: unknown): typeof neutral => {
      logError(connection, name, error);
      return neutral;
    };
    try {
      const answer = handle(params);
      return answer instanceof Promise ? answer.catch(failed) : answer;
    } catch (error) {
      return failed(error);
    }
  };

export const logError = (connection: Connection, name: string, error: unknown): void =>
  connection.console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);

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
