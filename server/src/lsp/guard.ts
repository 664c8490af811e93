/** The one boundary around handlers: an error is logged and answered neutrally, a cancelled request is said to be so. */
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

export type Guard = <P, R>(
  name: string,
  neutral: R,
  handle: (params: P) => R,
) => (params: P, token?: CancellationToken) => R | ResponseError<never>;

export const createGuard =
  (connection: Connection): Guard =>
  (name, neutral, handle) =>
  (params, token) => {
    if (token?.isCancellationRequested) return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
    try {
      return handle(params);
    } catch (error) {
      connection.console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return neutral;
    }
  };
