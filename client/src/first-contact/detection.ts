/** Which documents the extension looks at: by scheme and language, and by what stands in them. */
import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import { mayBeReport, PROJECT_FILES } from '../../../server/src/lsp/protocol.ts';

export const LANGUAGE = 'disclosure-report';
// The editor has csv, tsv and org only with other extensions; there the files are no plain text any more.
export const LANGUAGES = [LANGUAGE, 'plaintext', 'markdown', 'html', 'restructuredtext', 'csv', 'tsv', 'org'] as const;
// Real documents of a person; output channels, git's and diff's other sides and settings are left alone.
export const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'] as const;

export const SELECTOR = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));

/** The configuration and the waivers, whatever language their names are mapped to. */
export const PROJECT_SELECTOR = SCHEMES.map((scheme) => ({ scheme, pattern: PROJECT_FILES }));
export const isProjectFile = ({ uri }: Pick<TextDocument, 'uri'>): boolean =>
  (SCHEMES as readonly string[]).includes(uri.scheme) && /\/disclosure-report\.(?:config|waivers)\.json$/.test(uri.path);

export const isEligible = ({ uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>): boolean =>
  (SCHEMES as readonly string[]).includes(uri.scheme) && (LANGUAGES as readonly string[]).includes(languageId);

export const isCandidate = (document: TextDocument): boolean =>
  isEligible(document) && (document.languageId === LANGUAGE || mayBeReport(document.getText()));

/** Whether a change may have made a report of a document that was none: what was written, and the lines at its ends. */
export function becameCandidate(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): boolean {
  const [change, another] = changes;
  if (!change || !isEligible(document)) return false;
  // Several changes name their places as they were before any of them.
  if (another) return mayBeReport(document.getText());
  const first = change.range.start.line;
  const last = first + change.text.split(/\r\n|\r|\n/).length - 1;
  return mayBeReport(change.text) || [first, last].some((line) => mayBeReport(document.lineAt(line).text));
}
