/** What a converter or the template left in the text: marks of bookmarks and images, literal entities, placeholders. */
import { isPage, lexHtml } from '../../layout/html.ts';
import type { LayoutId, Paragraph } from '../../layout/token.ts';
import type { BoundTable, Report } from '../../report/report.ts';
import { isSpace, LONGEST_LABEL, residueEnd } from '../../text/normalise.ts';
import type { Span } from '../../text/span.ts';
import { type Fix, type Localized, say } from '../finding.ts';
import type { Context, Draft, Rule } from '../rule.ts';

// A backslash before the bracket is Markdown's. Bounded: no input is read twice.
const RESIDUE = /\\?\[(?:bookmark|image|img)\b[^\]\r\n]{0,80}\]|(?:&(?:nbsp|ensp|emsp|#160);)+|[（(]文字描述[）)]/gi;
const LONGEST_SHOWN = 24;
/** A page says what it is at its top. */
const HEAD = 2000;
/** Layouts whose separators stand for an empty cell by themselves, and those in which a cell without text is lost. */
const FIRM: ReadonlySet<LayoutId> = new Set(['html', 'markdown', 'tsv', 'csv']);
const FRAIL: ReadonlySet<LayoutId> = new Set(['cell-lines', 'trailing-pipes', 'pipe-rows', 'bare-lines']);

const isEntity = (residue: string): boolean => residue.startsWith('&');

/** `[image](…)`, `![img][…]` and `[image]: …` are Markdown, not residue. */
function isMarkdown(text: string, { start, end }: Span): boolean {
  if (!/^\[im/i.test(text.slice(start, start + 3))) return false;
  return text[end] === '(' || text[end] === ':' || text[start - 1] === '!';
}

/** The stretches of HTML that a reader sees: not tags, comments, scripts. */
function shownIn(html: string): Span[] {
  const shown: Span[] = [];
  const add = (part: Paragraph): void => void shown.push(...(part.shown?.runs ?? [part]));
  const { paragraphs } = lexHtml(html, 'page', add);
  paragraphs.forEach(add);
  return shown.sort((a, b) => a.start - b.start);
}

function residuesOf(text: string, report: Report): Span[] {
  const source = text.slice(report.span.start, report.span.end);
  const found = [...source.matchAll(RESIDUE)].map(({ index, 0: match }): Span => ({ start: index, end: index + match.length }));
  if (found.length === 0) return found;
  const inPlace = ({ start, end }: Span): Span => ({ start: report.span.start + start, end: report.span.start + end });
  if (!report.tables.some(({ layout }) => layout === 'html') && !isPage(text.slice(0, HEAD)))
    return found.map(inPlace).filter((span) => !isMarkdown(text, span));
  // An entity is how a page writes a space.
  const candidates = found.filter(({ start }) => source[start] !== '&');
  const shown = candidates.length > 0 ? shownIn(source) : [];
  let next = 0;
  return candidates
    .filter(({ start, end }) => {
      while (next < shown.length && (shown[next] as Span).end <= start) next++;
      const run = shown[next];
      return run !== undefined && run.start <= start && end <= run.end;
    })
    .map(inPlace);
}

const brief = (residue: string): string => (residue.length > LONGEST_SHOWN ? `${residue.slice(0, LONGEST_SHOWN)}…` : residue);

function messageFor(residue: string): Localized {
  const shown = brief(residue);
  return /^[（(]/.test(residue)
    ? say(`模板的占位文字未删：“${shown}”`, `A placeholder of the template was left in: “${shown}”`)
    : say(`格式转换残留：“${shown}”`, `Left behind by a converter: “${shown}”`);
}

/** Whether nothing but residue and white space stands in the line or cell around a place. */
function isAlone(text: string, { start, end }: Span): boolean {
  const isEdge = (at: number): boolean => at < 0 || at >= text.length || /[\t\r\n|]/.test(text[at] as string);
  let before = start - 1;
  while (!isEdge(before) && isSpace(text.charCodeAt(before))) before--;
  let behind = end;
  // Behind so much residue nobody needs to know.
  while (!isEdge(behind) && behind < end + LONGEST_LABEL) {
    const past = residueEnd(text, behind, text.length);
    if (past === behind && !isSpace(text.charCodeAt(behind))) return false;
    behind = Math.max(past, behind + 1);
  }
  // Residue before it, whose own fix may be made together with this one.
  return isEdge(before) || text[before] === ']' || text[before] === ';';
}

/** Whether a table reads the same without the residue: no cell is lost, and no cell that is no number becomes one. */
function isSafeIn(text: string, { layout, cells }: BoundTable, place: Span): boolean {
  if (!FIRM.has(layout) && !(FRAIL.has(layout) && !isAlone(text, place))) return false;
  return !cells.some(
    (cell) => (cell?.state === 'invalid' || cell?.state === 'unreadable') && cell.span.start < place.end && place.start < cell.span.end,
  );
}

function fixFor({ document: { text }, report }: Context, place: Span): Fix | null {
  const table = report.tables.find(({ span }) => span.start <= place.start && place.end <= span.end);
  if (table && !isSafeIn(text, table, place)) return null;
  const residue = text.slice(place.start, place.end);
  const shown = brief(residue);
  const isWord = (at: number): boolean => /[0-9a-z]/i.test(text[at] ?? '');
  const parts = !table && isEntity(residue) && isWord(place.start - 1) && isWord(place.end);
  return {
    title: parts ? say(`将“${shown}”改为空格`, `Replace “${shown}” with a space`) : say(`删除“${shown}”`, `Delete “${shown}”`),
    class: 'safe',
    preferred: true,
    breaks: 0,
    edits: [{ span: place, newText: parts ? ' ' : '' }],
  };
}

export const converterResidue: Rule = {
  meta: {
    id: 'converter-residue',
    severity: 'information',
    fixable: ['safe'],
    summary: say('文中有格式转换或模板的残留', 'A converter or the template left something in the text'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号所附格式：“（文字描述）”处由填报单位写明情况',
      'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号: where it says （文字描述） the body writes its own text',
    ),
    since: '0.1.0',
  },
  *check({ document: { text }, report }): Iterable<Draft> {
    for (const span of residuesOf(text, report)) yield { span, message: messageFor(text.slice(span.start, span.end)), cells: [] };
  },
  fixes(context, finding) {
    const fix = fixFor(context, finding.span);
    return fix ? [fix] : [];
  },
};
