/** What client and user have chosen, and the presentation that follows from it. */
import type { InitializeParams } from 'vscode-languageserver';
import type { Language } from '../core/index.ts';
import type { ServerOptions } from './protocol.ts';
import type { Presentation } from './to-protocol.ts';

export interface Session {
  readonly client: InitializeParams['capabilities'];
  readonly locale: string | undefined;
  readonly options: ServerOptions;
}

/** The session as it is now: its beginning is told once, and what the user chooses may change. */
export interface SessionHolder {
  now(): Session;
  begin(params: InitializeParams): void;
  /** Options that are not named stay as they are. */
  choose(options: ServerOptions | null | undefined): void;
}

export function createSession(): SessionHolder {
  let session: Session = { client: {}, locale: undefined, options: {} };
  return {
    now: () => session,
    begin({ capabilities, locale, initializationOptions }) {
      session = { client: capabilities, locale, options: (initializationOptions as ServerOptions | null) ?? {} };
    },
    choose(options) {
      session = { ...session, options: { ...session.options, ...options } };
    },
  };
}

/** The language of messages: the setting's, else the editor's, else Chinese. */
function languageOf({ options, locale }: Session): Language {
  if (options.messages === 'zh-cn' || options.messages === 'en') return options.messages;
  return locale === undefined || /^zh/i.test(locale) ? 'zh-cn' : 'en';
}

/** One way or the other: a client that pulls and is pushed to shows every finding twice. */
export const pulls = ({ client }: Session): boolean => client.textDocument?.diagnostic !== undefined;

export function presentationOf(session: Session, rulePage: (rule: string) => string): Presentation {
  const { client, options } = session;
  const { diagnostic, publishDiagnostics } = client.textDocument ?? {};
  return {
    language: languageOf(session),
    rulePage: (rule) => (options.rulePages ? options.rulePages + rule : rulePage(rule)),
    relatedInformation:
      (pulls(session) ? diagnostic : publishDiagnostics)?.relatedInformation ?? publishDiagnostics?.relatedInformation ?? false,
    versionedEdits: client.workspace?.workspaceEdit?.documentChanges ?? false,
    changeAnnotations: client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
  };
}
