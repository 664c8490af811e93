/** Lexer for HTML: cells and row ends of every table, paragraphs of everything around, offsets into the source. */
import { Parser } from 'htmlparser2';
import { isSpace } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { type Emit, end, type Paragraph, type Run, type Shown, type Token } from './token.ts';

export interface HtmlParts {
  readonly paragraphs: readonly Paragraph[];
  /** The outermost tables, in order: what the plain lexers must leave alone. */
  readonly tables: readonly Span[];
}

interface Content {
  runs: Run[];
  text: string;
  /** Where text goes when there is none: behind the innermost tag opened so far. */
  insertion: number;
  /** Holds a table: a cell that only lays out the page. */
  container: boolean;
}

const BREAKS = new Set([
  'p',
  'div',
  'br',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'section',
  'article',
  'tr',
  'table',
  'body',
  'title',
  'pre',
]);
const SILENT = new Set(['script', 'style']);

/** Whether the text is marked up as a page, not a plain text with perhaps a table in it. */
export const isPage = (text: string): boolean => /<(?:!doctype html|html|body|div|p)[\s>]/i.test(text);

export const hasTable = (text: string): boolean => /<table[\s>]/i.test(text);

export function lexHtml(text: string, emit: Emit): HtmlParts {
  const paragraphs: Paragraph[] = [];
  const tables: Span[] = [];
  const cells: (Content | null)[] = [];
  let tableStart = 0;
  let silent = 0;
  let prose = newContent(0);

  const flush = (): void => {
    const token = finish(text, prose);
    if (token && token.end > token.start) paragraphs.push(token);
    prose = newContent(0);
  };
  const closeCell = (): void => {
    const content = cells[cells.length - 1];
    if (!content) return;
    cells[cells.length - 1] = null;
    if (content.container) return;
    const token = finish(text, content) ?? { start: content.insertion, end: content.insertion };
    emit({ kind: 'cell', layout: 'html', ...token } satisfies Token);
  };

  const parser: Parser = new Parser({
    onopentag(name) {
      const current = cells.length > 0 ? cells[cells.length - 1] : prose;
      if (SILENT.has(name)) silent++;
      if (name === 'table') {
        flush();
        if (cells.length === 0) tableStart = parser.startIndex;
        for (const outer of cells) if (outer) outer.container = true;
        cells.push(null);
      } else if ((name === 'td' || name === 'th') && cells.length > 0) {
        closeCell();
        cells[cells.length - 1] = newContent(parser.endIndex + 1);
      } else if (current) {
        if (BREAKS.has(name)) cells.length > 0 ? breakLine(current) : flush();
        if (current.runs.length === 0) current.insertion = parser.endIndex + 1;
      }
    },
    ontext(data) {
      const current = cells.length > 0 ? cells[cells.length - 1] : prose;
      if (!current || silent > 0) return;
      if (cells.length > 0) addRun(current, parser.startIndex, parser.endIndex + 1, data);
      else addProse(current, parser.startIndex, parser.endIndex + 1, data);
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent--;
      if (name === 'td' || name === 'th') closeCell();
      else if (name === 'tr' && cells.length > 0) {
        closeCell();
        emit(end('html', parser.startIndex));
      } else if (name === 'table') {
        closeCell();
        cells.pop();
        if (cells.length === 0) tables.push({ start: tableStart, end: parser.endIndex + 1 });
      } else if (BREAKS.has(name) && cells.length === 0) flush();
    },
  });
  // Line breaks of a plain text around HTML tables end a paragraph; inside a page they are mere white space.
  const page = isPage(text);
  const addProse = (content: Content, start: number, stop: number, data: string): void => {
    if (page || !data.includes('\n') || data.length !== stop - start) {
      addRun(content, start, stop, data);
      return;
    }
    let from = 0;
    for (let at = data.indexOf('\n'); at >= 0; at = data.indexOf('\n', from)) {
      addRun(prose, start + from, start + at, data.slice(from, at));
      flush();
      from = at + 1;
    }
    addRun(prose, start + from, stop, data.slice(from));
  };
  parser.end(text);
  flush();
  return { paragraphs, tables };
}

const newContent = (insertion: number): Content => ({ runs: [], text: '', insertion, container: false });

function addRun(content: Content, start: number, stop: number, data: string): void {
  if (stop <= start) return;
  const last = content.runs[content.runs.length - 1];
  // The parser hands over plain text in several pieces; neighbours that are spelled as they show are one run.
  if (last && last.end === start && last.end - last.start === content.text.length - last.at && data.length === stop - start) {
    content.runs[content.runs.length - 1] = { ...last, end: stop };
  } else content.runs.push({ start, end: stop, at: content.text.length });
  content.text += data;
}

function breakLine(content: Content): void {
  if (content.text) content.text += '\n';
}

const isBlank = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
};

/** The span of the content, and what it shows where that is not the source itself; nothing where it is empty. */
function finish(source: string, content: Content): { start: number; end: number; shown?: Shown } | null {
  const runs = content.runs.filter((run, index) => {
    const shown = content.text.slice(run.at, content.runs[index + 1]?.at ?? content.text.length);
    return !isBlank(shown) || source.charCodeAt(run.start) === 0x26;
  });
  const first = runs[0];
  const last = runs[runs.length - 1];
  if (!first || !last) return null;
  const plain = runs.length === 1 && source.charCodeAt(first.start) !== 0x26;
  return { start: first.start, end: last.end, ...(plain ? {} : { shown: { text: content.text, runs } }) };
}
