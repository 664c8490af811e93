/** The settings that docs/editors.md gives for each editor, to run them as they stand there. */
import { readFileSync } from 'node:fs';

const PAGES = { en: 'docs/editors.md', 'zh-cn': 'docs/editors.zh-CN.md' } as const;
export type PageLanguage = keyof typeof PAGES;

/** What stands in the settings where a user puts the path of the server. */
export const SERVER = '/path/to/dist/server.cjs';

export interface Settings {
  readonly editor: string;
  /** Of the fence: `lua`, `elisp`, `toml`, `json`. */
  readonly syntax: string;
  readonly text: string;
}

/** In the order of the page. */
export function settingsOf(language: PageLanguage): Settings[] {
  const sections = readFileSync(PAGES[language], 'utf8').split(/^## /m).slice(1);
  return sections.flatMap((section) => {
    const editor = section.slice(0, section.indexOf('\n')).trim();
    return [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, syntax = '', text = '']) => ({ editor, syntax, text }));
  });
}

/** The settings of an editor with the server that is there. */
export const installed = (editor: string, server: string): string[] =>
  settingsOf('en')
    .filter((settings) => settings.editor === editor)
    .map(({ text }) => text.replaceAll(SERVER, server));
