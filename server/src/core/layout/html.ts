/** Lexer for HTML: cells and row ends of every table, paragraphs of everything around, offsets into the source. */
import { Tokenizer } from 'htmlparser2';
import type { Span } from '../text/span.ts';
import { addRun, breakLine, type Content, finish, linesOf, newContent } from './html-content.ts';
import type { Paragraph } from './paragraph.ts';
import { cell, type Emit, end, tableEnd } from './token.ts';

interface HtmlParts {
  readonly paragraphs: readonly Paragraph[];
  /** The outermost tables, in order: what the plain lexers must leave alone. */
  readonly tables: readonly Span[];
}

// Tags that end a line wherever they stand, and tags whose content nobody sees.
const BREAKS = new Set(
  'address article aside blockquote body br center dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table title tr ul'.split(
    ' ',
  ),
);
const SILENT = new Set(['script', 'style', 'noscript', 'template']);

export const hasTable = (text: string): boolean => /<table[\s>]/i.test(text);

/** Whether the text is marked up as a page. A tag in passing makes no page of a plain text or of Markdown. */
export const isPage = (text: string): boolean =>
  /^\s*<(?:!doctype|html)/i.test(text) || /<body[\s>]/i.test(text) || (/^\s*</.test(text) && hasTable(text));

const nothing = (): void => {};

/** `lines`: a plain text around HTML tables, of which the tables alone are read; of a `page` its paragraphs, too. */
export function lexHtml(text: string, around: 'page' | 'lines', emit: Emit): HtmlParts {
  const paragraphs: Paragraph[] = [];
  const tables: Span[] = [];
  /** The open cell of each open table, outermost first; `null` between cells. */
  const cells: (Content | null)[] = [];
  let prose = newContent(0);
  let tableStart = 0;
  let silent = 0;
  let tag = '';
  let tagStart = 0;

  // Text belongs to the innermost cell; in a cell that lays out the page, as outside all tables, it is prose.
  const inProse = (): boolean => cells.length === 0 || cells[cells.length - 1]?.container === true;
  const current = (): Content | null | undefined => (inProse() ? prose : cells[cells.length - 1]);
  const addParagraph = (content: Content): void => {
    const paragraph = finish(text, content);
    if (paragraph) paragraphs.push(paragraph);
  };
  const flush = (): void => {
    addParagraph(prose);
    prose = newContent(0);
  };
  const closeCell = (): void => {
    const content = cells[cells.length - 1];
    if (!content) return;
    if (content.container) flush();
    cells[cells.length - 1] = null;
    if (content.container) return;
    const { start, end: stop, shown } = finish(text, content) ?? { start: content.insertion, end: content.insertion };
    emit(cell(text, 'html', start, stop, shown));
  };
  const closeRow = (at: number): void => {
    closeCell();
    emit(end(text, 'html', at));
  };

  const opened = (behind: number): void => {
    if (SILENT.has(tag)) silent++;
    if (tag === 'table') {
      flush();
      if (cells.length === 0) tableStart = tagStart;
      const outer = cells[cells.length - 1];
      if (outer && !outer.container) {
        for (const line of linesOf(outer)) addParagraph(line);
        outer.container = true;
      }
      cells.push(null);
    } else if (cells.length > 0 && (tag === 'td' || tag === 'th')) {
      closeCell();
      cells[cells.length - 1] = newContent(behind);
    } else if (cells.length > 0 && tag === 'tr') {
      closeRow(tagStart);
    } else {
      const content = current();
      if (BREAKS.has(tag)) {
        if (inProse()) flush();
        else if (content) breakLine(content);
      }
      if (content && content.runs.length === 0) content.insertion = behind;
    }
  };
  const closed = (name: string, at: number): void => {
    if (SILENT.has(name)) silent = Math.max(0, silent - 1);
    if (inProse() && BREAKS.has(name)) flush();
    if (cells.length === 0) return;
    if (name === 'td' || name === 'th') closeCell();
    else if (name === 'tr') closeRow(at);
    else if (name === 'table') {
      closeRow(at);
      emit(tableEnd(text, 'html', at));
      cells.pop();
      if (cells.length === 0) tables.push({ start: tableStart, end: Math.min(text.length, at + 1) });
    }
  };
  const show = (start: number, stop: number): void => {
    const content = current();
    if (!content || silent > 0 || (around === 'lines' && inProse())) return;
    addRun(content, start, stop, text.slice(start, stop));
  };

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, stop) {
        tag = text.slice(start, stop).toLowerCase();
        tagStart = start - 1;
      },
      onopentagend: (at) => opened(at + 1),
      onselfclosingtag: (at) => opened(at + 1),
      onclosetag: (start, stop) => closed(text.slice(start, stop).toLowerCase(), Math.max(stop, text.indexOf('>', stop))),
      ontext: show,
      ontextentity(codepoint, stop) {
        const content = current();
        if (content && silent === 0) addRun(content, text.lastIndexOf('&', stop - 1), stop, String.fromCodePoint(codepoint));
      },
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  flush();
  return { paragraphs, tables };
}
