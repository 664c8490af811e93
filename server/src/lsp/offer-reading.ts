/** What helps while reading: hover, hints, lenses, and the ways between numbers. */
import type {
  Connection,
  DocumentHighlight,
  Hover,
  InlayHint,
  Location,
  Position,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { codeLenses } from './code-lenses.ts';
import { type Presentation, toSpan } from './convert.ts';
import type { Analysis } from './documents.ts';
import type { Guard } from './guard.ts';
import { hoverAt } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { definitionsAt, highlightsAt, referencesAt } from './navigation.ts';
import { DEFAULT_INLAY_HINTS } from './protocol.ts';
import type { Session } from './settings.ts';

export const READING_CAPABILITIES = {
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  inlayHintProvider: true,
} as const;

export interface Reading {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly session: () => Session;
  readonly presentation: () => Presentation;
  readonly analysisOf: (uri: string) => Promise<Analysis | null>;
}

/** Tells the client to ask for hints and lenses anew: the reports beside an open one have changed. */
export function refreshReading(connection: Connection, { client }: Session): Promise<unknown> {
  return Promise.all([
    ...(client.workspace?.inlayHint?.refreshSupport ? [connection.languages.inlayHint.refresh()] : []),
    ...(client.workspace?.codeLens?.refreshSupport ? [connection.sendRequest('workspace/codeLens/refresh')] : []),
  ]);
}

export function offerReading({ connection, guard, session, presentation, analysisOf }: Reading): void {
  const at = async <R>(
    { textDocument, position }: TextDocumentPositionParams,
    none: R,
    tell: (analysis: Analysis, offset: number) => R,
  ): Promise<R> => {
    const analysis = await analysisOf(textDocument.uri);
    return analysis ? tell(analysis, offsetOf(analysis, position)) : none;
  };
  const offsetOf = (analysis: Analysis, position: Position): number => toSpan(analysis, { start: position, end: position }).start;

  connection.onHover(
    guard('hover', null as Hover | null, (params: TextDocumentPositionParams) =>
      at(params, null as Hover | null, (analysis, offset) => hoverAt(analysis, offset, presentation().language)),
    ),
  );
  connection.onDefinition(
    guard('definition', [] as Location[], (params: TextDocumentPositionParams) => at(params, [] as Location[], definitionsAt)),
  );
  connection.onReferences(
    guard(
      'references',
      [] as Location[],
      (params: TextDocumentPositionParams & { readonly context: { readonly includeDeclaration: boolean } }) =>
        at(params, [] as Location[], (analysis, offset) => referencesAt(analysis, offset, params.context.includeDeclaration)),
    ),
  );
  connection.onDocumentHighlight(
    guard('documentHighlight', [] as DocumentHighlight[], (params: TextDocumentPositionParams) =>
      at(params, [] as DocumentHighlight[], highlightsAt),
    ),
  );
  connection.languages.inlayHint.on(
    guard('inlayHint', [] as InlayHint[], async ({ textDocument, range }) => {
      const analysis = await analysisOf(textDocument.uri);
      const setting = session().options.inlayHints ?? DEFAULT_INLAY_HINTS;
      return analysis ? inlayHints(analysis, toSpan(analysis, range), setting, presentation().language) : [];
    }),
  );
  connection.onCodeLens(
    guard('codeLens', [], async ({ textDocument }) => {
      const analysis = await analysisOf(textDocument.uri);
      return analysis && session().options.hasTableView ? codeLenses(analysis, presentation().language) : [];
    }),
  );
}
