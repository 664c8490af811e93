/** What all features have in common, made in the order in which each part needs those before it. All that is outside is injected. */
import { type Connection, type TextDocumentIdentifier, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Catalogue, createCatalogue, matches, parse } from '../core/index.ts';
import { type Changes, createChanges } from './change-signal.ts';
import { type Analyses, type Analysis, createAnalyses } from './diagnose/documents.ts';
import { createProjectFiles, isProjectFile, type ProjectFiles, type ReadFile } from './diagnose/project-files.ts';
import { createGuard, type Guard, type Guarded, logError } from './guard.ts';
import { STRETCH, type Work } from './long-work.ts';
import { READ_FILE } from './protocol.ts';
import { createSession, presentationOf, type SessionHolder } from './session.ts';
import type { Presentation } from './to-protocol.ts';
import { toPlace } from './uris.ts';

/** What the server cannot know by itself. */
export interface Runtime {
  readonly version: string;
  /** Where rule pages stand when the client names no place of its own. */
  readonly rulePage: (rule: string) => string;
  /** Reads files for clients that do not; nothing outside the open documents is known without it. */
  readonly readFile?: ReadFile;
  /** Another reader than the core's, to see what becomes of one that fails. */
  readonly parse?: typeof parse;
  /** For so many milliseconds a long work goes on before it looks whether its answer is still wanted. */
  readonly stretch?: number;
}

/** Answers requests about an open document: with what `tell` says of it, neutrally where there is no such document. */
type About = <P extends { readonly textDocument: TextDocumentIdentifier }, R>(
  name: string,
  neutral: R,
  tell: (analysis: Analysis, params: P, work: Work) => R | Promise<R>,
) => Guarded<P, R>;

export interface Context {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly changes: Changes;
  readonly session: SessionHolder;
  readonly presentation: () => Presentation;
  /** Those that are open. */
  readonly documents: TextDocuments<TextDocument>;
  /** Reads what is not open; `null` where nobody can. It depends on the client, so it is asked for anew each time. */
  readonly reader: () => ReadFile | null;
  readonly files: ProjectFiles;
  readonly catalogue: Catalogue;
  readonly parse: typeof parse;
  readonly analyses: Analyses;
  /** `null` for what is not open, and for the project’s files. */
  readonly analysisOf: (uri: string) => Promise<Analysis | null>;
  readonly about: About;
}

export function createContext(connection: Connection, runtime: Runtime): Context {
  const guard = createGuard(connection, runtime.stretch ?? STRETCH);
  const changes = createChanges();
  const session = createSession();
  const presentation = (): Presentation => presentationOf(session.now(), runtime.rulePage);
  const documents = new TextDocuments(TextDocument);

  const askClient: ReadFile = async (uri) => {
    const content = await connection.sendRequest<string | null>(READ_FILE, { uri });
    return content === null ? null : Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
  };
  const reader = (): ReadFile | null => (session.now().options.readsFiles ? askClient : (runtime.readFile ?? null));
  const files = createProjectFiles(() => documents.all(), reader);
  changes.on('project', () => files.forget());

  const catalogue = createCatalogue((glob, uri) => matches([glob], toPlace(uri)));
  const read = runtime.parse ?? parse;
  const analyses = createAnalyses(catalogue, read, {
    judged: (analysis) => changes.tell({ kind: 'judged', analysis }),
    failed: (error) => logError(connection, 'check', error),
  });
  changes.on('closed', ({ uri }) => analyses.drop(uri));
  const analysisOf = async (uri: string): Promise<Analysis | null> => {
    if (!documents.get(uri) || isProjectFile(uri)) return null;
    const configuration = await files.configurationOf(uri);
    // It may have been closed meanwhile.
    const document = documents.get(uri);
    return document ? analyses.of(document, configuration) : null;
  };
  const about: About = (name, neutral, tell) =>
    guard(name, neutral, async (params, work) => {
      const analysis = await analysisOf(params.textDocument.uri);
      await work.breathe();
      return analysis ? tell(analysis, params, work) : neutral;
    });
  return {
    connection,
    guard,
    changes,
    session,
    presentation,
    documents,
    reader,
    files,
    catalogue,
    parse: read,
    analyses,
    analysisOf,
    about,
  };
}
