/** What shows how a text is built: outline, folding, growing selections, colours; and the reports of the workspace by name. */
import type {
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SemanticTokens,
  ServerCapabilities,
  SymbolInformation,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Context } from '../context.ts';
import { toSpan } from '../to-protocol.ts';
import { documentSymbols, flat } from './document-symbols.ts';
import { foldingRanges, selectionRange } from './folding.ts';
import { semanticTokens, TOKENS_LEGEND } from './semantic-tokens.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

export const STRUCTURE_CAPABILITIES: ServerCapabilities = {
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  workspaceSymbolProvider: true,
  semanticTokensProvider: { legend: TOKENS_LEGEND, full: true, range: true },
};

const NO_TOKENS: SemanticTokens = { data: [] };

export function offerStructure({ connection, guard, session, presentation, catalogue, about }: Context): void {
  connection.onDocumentSymbol(
    about('documentSymbol', [] as DocumentSymbol[] | SymbolInformation[], async (analysis, _, work) => {
      const symbols = await documentSymbols(analysis, presentation(), work);
      return session.now().client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ? symbols : flat(symbols, analysis.uri);
    }),
  );
  connection.onFoldingRanges(about('foldingRange', [] as FoldingRange[], foldingRanges));
  connection.onSelectionRanges(
    about('selectionRange', [] as SelectionRange[], (analysis, { positions }) =>
      positions.map((position) => selectionRange(analysis, position)),
    ),
  );
  connection.languages.semanticTokens.on(about('semanticTokens', NO_TOKENS, (analysis, _, work) => semanticTokens(analysis, work)));
  connection.languages.semanticTokens.onRange(
    about('semanticTokens', NO_TOKENS, (analysis, { range }, work) => semanticTokens(analysis, work, toSpan(analysis, range))),
  );
  connection.onWorkspaceSymbol(
    guard('workspaceSymbol', [] as WorkspaceSymbol[], ({ query }, work) => workspaceSymbols(catalogue, query, work)),
  );
}
