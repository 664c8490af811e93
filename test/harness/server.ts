/** The real server over in-memory streams, and a client that says what it is told to say. */
import { PassThrough } from 'node:stream';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeAction,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentSymbol,
  type InitializeResult,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver/node';
import type { Runtime } from '../../server/src/lsp/context.ts';
import type { DocumentStatus } from '../../server/src/lsp/protocol.ts';
import { startServer } from '../../server/src/lsp/server.ts';

export const PULL: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true }, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true } },
};
export const PUSH: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };

export const URI = 'file:///report.txt';

export interface Client {
  readonly initialized: InitializeResult;
  readonly published: readonly PublishDiagnosticsParams[];
  readonly statuses: readonly DocumentStatus[];
  readonly applied: readonly unknown[];
  readonly logged: readonly string[];
  /** The files that the server asked for. */
  readonly read: readonly string[];
  /** How often the client was asked to pull again. */
  refreshes(): number;
  open(text: string, languageId?: string): Promise<void>;
  change(version: number, ...changes: object[]): Promise<void>;
  close(): Promise<void>;
  request<R>(method: string, params: object): Promise<R>;
  /** Sends a request and cancels it at once. */
  cancelled(method: string, params: object): Promise<unknown>;
  /** Sends a request that can be cancelled whenever it is time. */
  cancellable(method: string, params: object): { readonly answer: Promise<unknown>; cancel(): void };
  notify(method: string, params: object): Promise<void>;
  pull(): Promise<Diagnostic[]>;
  actions(range: object, only?: string[]): Promise<CodeAction[]>;
  symbols(): Promise<DocumentSymbol[]>;
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly options?: object;
  readonly runtime?: Partial<Runtime>;
  /** What the client answers when it is asked for its configuration. */
  readonly configuration?: object;
  /** Requests of the server that the client answers besides. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
  /** The client answers what the server asks of it with an error, but for its configuration. */
  readonly refuses?: boolean;
  /** The files of the workspace by address, for a client that finds and reads them; an error is what reading meets. */
  readonly workspace?: ReadonlyMap<string, string | Uint8Array>;
}

const running: (() => void)[] = [];

/** Ends every server that a test started. */
export function stopServers(): void {
  for (const stop of running.splice(0)) stop();
}

export async function startClient({ capabilities = PULL, ...told }: ClientOptions = {}): Promise<Client> {
  const { locale, options, runtime, configuration, answers = {}, refuses = false, workspace } = told;
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(server, { version: '0', rulePage: (rule) => `file:///rules/${rule}.md`, ...runtime });
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const published: PublishDiagnosticsParams[] = [];
  const statuses: DocumentStatus[] = [];
  const applied: unknown[] = [];
  const logged: string[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => void published.push(params));
  connection.onNotification('disclosureReport/status', (status: DocumentStatus) => void statuses.push(status));
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message));
  connection.onRequest('workspace/configuration', () => [configuration ?? null]);
  const read: string[] = [];
  if (workspace) {
    connection.onRequest('disclosureReport/findReports', () => [...workspace.keys()]);
    connection.onRequest('disclosureReport/readFile', ({ uri }: { uri: string }) => {
      const content = workspace.get(uri);
      if (content === undefined) return null;
      read.push(uri);
      return Buffer.from(content).toString('base64');
    });
  }
  for (const [method, answer] of Object.entries(answers)) connection.onRequest(method, answer);
  let refreshes = 0;
  // A request that nobody handles is answered with an error.
  if (!refuses) {
    connection.onRequest('workspace/applyEdit', ({ edit }: { edit: unknown }) => {
      applied.push(edit);
      return { applied: true };
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshes++;
      return null;
    });
  }
  connection.listen();
  running.push(() => {
    connection.dispose();
    server.dispose();
  });
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    ...(locale ? { locale } : {}),
    ...(options || workspace
      ? { initializationOptions: { ...options, ...(workspace ? { readsFiles: true, findsReports: true } : {}) } }
      : {}),
  });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri: URI };
  const request = <R>(method: string, params: object): Promise<R> => connection.sendRequest<R>(method, params);
  const cancellable: Client['cancellable'] = (method, params) => {
    const source = new CancellationTokenSource();
    return { answer: connection.sendRequest(method, params, source.token), cancel: () => source.cancel() };
  };
  return {
    initialized,
    published,
    statuses,
    applied,
    logged,
    read,
    refreshes: () => refreshes,
    open: (text, languageId = 'plaintext') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId, version: 1, text } }),
    change: (version, ...contentChanges) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version }, contentChanges }),
    close: () => connection.sendNotification('textDocument/didClose', { textDocument }),
    request,
    cancelled(method, params) {
      const { answer, cancel } = cancellable(method, params);
      // The cancellation is written before the server's loop turns to the request.
      cancel();
      return answer;
    },
    cancellable,
    notify: (method, params) => connection.sendNotification(method, params),
    pull: async () => (await request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument })).items,
    actions: (range, only) =>
      request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [], ...(only ? { only } : {}) } }),
    symbols: () => request('textDocument/documentSymbol', { textDocument }),
  };
}

/** Applies the edits of an action to a text as an editor does. */
export function applyAction(text: string, action: CodeAction | undefined): string {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const [change] = action?.edit?.documentChanges ?? [];
  const edits = (change && 'edits' in change ? (change.edits as TextEdit[]) : action?.edit?.changes?.[URI]) ?? [];
  const offset = ({ line, character }: { line: number; character: number }): number => (starts[line] ?? text.length) + character;
  return [...edits]
    .map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end, newText }) => rest.slice(0, start) + newText + rest.slice(end), text);
}
