/** How a text is written around its tables: its title, headings and paragraphs, and what stands around all of it. */
import { escaped } from './html-table.ts';

export interface TextWriter {
  /** What somebody typed. */
  readonly words: (text: string) => string;
  readonly title: (words: string) => string;
  readonly heading: (words: string) => string;
  readonly paragraph: (words: string) => string;
  /** A whole table, from its rows. */
  readonly table: (rows: string[]) => string[];
  readonly whole: (title: string, body: string) => string;
}

const asItIs = (words: string): string => words;

export const PLAIN: TextWriter = {
  words: asItIs,
  title: asItIs,
  heading: asItIs,
  paragraph: asItIs,
  table: (rows) => rows,
  whole: (_, body) => body,
};

export const MARKDOWN: TextWriter = { ...PLAIN, title: (words) => `# ${words}`, heading: (words) => `## ${words}` };

export const HTML: TextWriter = {
  words: escaped,
  title: (words) => `<h1>${words}</h1>`,
  heading: (words) => `<h2>${words}</h2>`,
  paragraph: (words) => `<p>${words}</p>`,
  table: (rows) => ['<table border="1">', ...rows, '</table>'],
  whole: (title, body) =>
    `<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n${body}</body>\n</html>\n`,
};
