/** The language server: what it offers, and in which order it comes to be. */
import { type Connection, type InitializeResult, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { listenToSources, registerSources } from './change-sources.ts';
import { createContext, type Runtime } from './context.ts';
import { diagnosticCapabilities, offerDiagnostics } from './diagnose/diagnostics.ts';
import { offerStatus } from './diagnose/document-status.ts';
import { offerReading, readingCapabilities } from './reading/offer-reading.ts';
import { offerStructure, STRUCTURE_CAPABILITIES } from './reading/offer-structure.ts';
import type { Session } from './session.ts';
import { offerTables } from './tables/offer-tables.ts';
import { offerWorkspace } from './workspace/offer-workspace.ts';
import { FIX_CAPABILITIES, offerFixes } from './writing/offer-fixes.ts';
import { offerWriting, registerFormatting, WRITING_CAPABILITIES } from './writing/offer-writing.ts';

const capabilitiesOf = (session: Session): ServerCapabilities => ({
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  ...diagnosticCapabilities(session),
  ...readingCapabilities(session),
  ...STRUCTURE_CAPABILITIES,
  ...FIX_CAPABILITIES,
  ...WRITING_CAPABILITIES,
});

export function startServer(connection: Connection, runtime: Runtime): void {
  const context = createContext(connection, runtime);
  offerStatus(context);
  offerDiagnostics(context);
  offerReading(context);
  offerStructure(context);
  offerFixes(context);
  offerWriting(context);
  offerTables(context);
  offerWorkspace(context);

  connection.onInitialize((params): InitializeResult => {
    context.session.begin(params);
    return {
      serverInfo: { name: 'disclosure-report-lint', version: runtime.version },
      capabilities: capabilitiesOf(context.session.now()),
    };
  });
  connection.onInitialized(() => {
    registerSources(context);
    registerFormatting(context);
  });

  listenToSources(context);
  context.documents.listen(connection);
  connection.listen();
}
