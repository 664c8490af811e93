/** What helps while reading: hover, hints, lenses, and the ways between numbers. */
import type {
  CodeLens,
  DocumentHighlight,
  Hover,
  InlayHint,
  Location,
  ReferenceParams,
  ServerCapabilities,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Context } from '../context.ts';
import { inBackground } from '../guard.ts';
import { DEFAULT_INLAY_HINTS } from '../protocol.ts';
import type { Session } from '../session.ts';
import { toOffset, toSpan } from '../to-protocol.ts';
import { codeLenses } from './code-lenses.ts';
import { hoverAt } from './hover.ts';
import { inlayHints, resolveHint } from './inlay-hints.ts';
import { definitionsAt, highlightsAt, referencesAt } from './navigation.ts';

export const readingCapabilities = ({ options }: Session): ServerCapabilities => ({
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  inlayHintProvider: { resolveProvider: true },
  ...(options.hasTableView ? { codeLensProvider: {} } : {}),
});

export function offerReading({ connection, guard, changes, session, presentation, analysisOf, about }: Context): void {
  connection.onHover(
    about('hover', null as Hover | null, (analysis, { position }: TextDocumentPositionParams) =>
      hoverAt(analysis, toOffset(analysis, position), presentation().language),
    ),
  );
  connection.onDefinition(
    about('definition', [] as Location[], (analysis, { position }: TextDocumentPositionParams) =>
      definitionsAt(analysis, toOffset(analysis, position)),
    ),
  );
  connection.onReferences(
    about('references', [] as Location[], (analysis, { position, context }: ReferenceParams) =>
      referencesAt(analysis, toOffset(analysis, position), context),
    ),
  );
  connection.onDocumentHighlight(
    about('documentHighlight', [] as DocumentHighlight[], (analysis, { position }: TextDocumentPositionParams) =>
      highlightsAt(analysis, toOffset(analysis, position)),
    ),
  );
  connection.languages.inlayHint.on(
    about('inlayHint', [] as InlayHint[], (analysis, { range }, work) => {
      const setting = session.now().options.inlayHints ?? DEFAULT_INLAY_HINTS;
      return inlayHints(analysis, toSpan(analysis, range), { setting, language: presentation().language }, work);
    }),
  );
  // With a hint as the answer to itself, whatever goes wrong: a hint without its tooltip.
  connection.languages.inlayHint.resolve((hint: InlayHint, token) =>
    guard('inlayHint/resolve', hint, () => resolveHint(hint, analysisOf))(undefined, token),
  );
  connection.onCodeLens(
    about('codeLens', [] as CodeLens[], (analysis) =>
      session.now().options.hasTableView ? codeLenses(analysis, presentation().language) : [],
    ),
  );

  /** The client asks for hints, colours and lenses anew. */
  const refresh = (): void => {
    const { inlayHint, semanticTokens, codeLens } = session.now().client.workspace ?? {};
    if (inlayHint?.refreshSupport) inBackground(connection, 'refresh', connection.languages.inlayHint.refresh());
    if (semanticTokens?.refreshSupport) inBackground(connection, 'refresh', connection.languages.semanticTokens.refresh());
    if (codeLens?.refreshSupport) inBackground(connection, 'refresh', connection.sendRequest('workspace/codeLens/refresh'));
  };
  changes.on('options', refresh);
  changes.on('reports', ({ outdated }) => {
    if (outdated.size > 0) refresh();
  });
}
