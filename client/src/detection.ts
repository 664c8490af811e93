/** Which documents may be reports: by scheme and language, then by a word that no report is without. */
import type { TextDocument } from 'vscode';

export const LANGUAGE = 'disclosure-report';
export const LANGUAGES = [LANGUAGE, 'plaintext', 'markdown', 'html'] as const;
// Real documents of a person; output channels, git's and diff's other sides and settings are left alone.
export const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'] as const;

export const SELECTOR = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));

const SIGNS = ['信息公开', '信息内容', '政府信息', '行政复议', '行政许可', '结果维持', '申请人情况'];

export const isEligible = ({ uri, languageId }: TextDocument): boolean =>
  (SCHEMES as readonly string[]).includes(uri.scheme) && (LANGUAGES as readonly string[]).includes(languageId);

export const mayBeReport = (text: string): boolean => SIGNS.some((sign) => text.includes(sign));
