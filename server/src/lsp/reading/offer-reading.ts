/** What helps while reading: hover, hints, lenses, and the ways between numbers. */
import type {
  Connection,
  DocumentHighlight,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  Position,
  SelectionRange,
  SemanticTokens,
  TextDocumentPositionParams,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Catalogue } from '../../core/index.ts';
import type { Analysis } from '../diagnose/documents.ts';
import type { Guard } from '../guard.ts';
import { DEFAULT_INLAY_HINTS } from '../protocol.ts';
import type { Session } from '../session.ts';
import { type Presentation, toSpan } from '../to-protocol.ts';
import { codeLenses } from './code-lenses.ts';
import { foldingRanges, selectionRange, workspaceSymbols } from './folding.ts';
import { hoverAt } from './hover.ts';
import { inlayHints, resolveHint } from './inlay-hints.ts';
import { definitionsAt, highlightsAt, referencesAt } from './navigation.ts';
import { semanticTokens, TOKENS_LEGEND } from './semantic-tokens.ts';

export const READING_CAPABILITIES = {
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  inlayHintProvider: { resolveProvider: true },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  workspaceSymbolProvider: true,
  semanticTokensProvider: { legend: TOKENS_LEGEND, full: true, range: true },
} as const;

const NO_TOKENS: SemanticTokens = { data: [] };

export interface Reading {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly session: () => Session;
  readonly presentation: () => Presentation;
  readonly catalogue: Catalogue;
  readonly analysisOf: (uri: string) => Promise<Analysis | null>;
}

/** Tells the client to ask for hints and lenses anew: the reports beside an open one have changed. */
export function refreshReading(connection: Connection, { client }: Session): Promise<unknown> {
  return Promise.all([
    ...(client.workspace?.inlayHint?.refreshSupport ? [connection.languages.inlayHint.refresh()] : []),
    ...(client.workspace?.semanticTokens?.refreshSupport ? [connection.languages.semanticTokens.refresh()] : []),
    ...(client.workspace?.codeLens?.refreshSupport ? [connection.sendRequest('workspace/codeLens/refresh')] : []),
  ]);
}

export function offerReading({ connection, guard, session, presentation, catalogue, analysisOf }: Reading): void {
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
  // With a hint as the answer to itself, whatever goes wrong: a hint without its tooltip.
  connection.languages.inlayHint.resolve((hint: InlayHint) =>
    guard('inlayHint/resolve', hint, () => resolveHint(hint, analysisOf))(undefined),
  );
  connection.onCodeLens(
    guard('codeLens', [], async ({ textDocument }) => {
      const analysis = await analysisOf(textDocument.uri);
      return analysis && session().options.hasTableView ? codeLenses(analysis, presentation().language) : [];
    }),
  );
  connection.languages.semanticTokens.on(
    guard('semanticTokens', NO_TOKENS, async ({ textDocument }) => {
      const analysis = await analysisOf(textDocument.uri);
      return analysis ? semanticTokens(analysis) : NO_TOKENS;
    }),
  );
  connection.languages.semanticTokens.onRange(
    guard('semanticTokens', NO_TOKENS, async ({ textDocument, range }) => {
      const analysis = await analysisOf(textDocument.uri);
      return analysis ? semanticTokens(analysis, toSpan(analysis, range)) : NO_TOKENS;
    }),
  );
  connection.onFoldingRanges(
    guard('foldingRange', [] as FoldingRange[], async ({ textDocument }) => {
      const analysis = await analysisOf(textDocument.uri);
      return analysis ? foldingRanges(analysis) : [];
    }),
  );
  connection.onSelectionRanges(
    guard('selectionRange', [] as SelectionRange[], async ({ textDocument, positions }) => {
      const analysis = await analysisOf(textDocument.uri);
      return analysis ? positions.map((position) => selectionRange(analysis, position)) : [];
    }),
  );
  connection.onWorkspaceSymbol(guard('workspaceSymbol', [] as WorkspaceSymbol[], ({ query }) => workspaceSymbols(catalogue, query)));
}
