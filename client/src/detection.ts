/** Which documents the extension looks at: by scheme and language. */
import type { TextDocument } from 'vscode';

export const LANGUAGE = 'disclosure-report';
export const LANGUAGES = [LANGUAGE, 'plaintext', 'markdown', 'html'] as const;
// Real documents of a person; output channels, git's and diff's other sides and settings are left alone.
export const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'] as const;

export const SELECTOR = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));

export const isEligible = ({ uri, languageId }: TextDocument): boolean =>
  (SCHEMES as readonly string[]).includes(uri.scheme) && (LANGUAGES as readonly string[]).includes(languageId);
