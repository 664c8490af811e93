/** What a converter left in the text: marks of bookmarks and images, literal entities. */

import { type Fix, type Localized, say } from '../../finding/finding.ts';
import type { Context, Draft, Rule } from '../../finding/rule.ts';
import { isPage, lexHtml } from '../../layout/html.ts';
import { LAYOUTS, type LayoutId } from '../../layout/layouts.ts';
import type { Paragraph } from '../../layout/paragraph.ts';
import type { BoundCell, Report, Section } from '../../report/report.ts';
import { LONGEST_LABEL } from '../../text/normalise.ts';
import type { Span } from '../../text/span.ts';

// A backslash before the bracket is Markdown's. Bounded: no input is read twice.
const RESIDUE = /\\?\[(?:bookmark|image|img)\b[^\]\r\n]{0,80}\]|(?:&(?:nbsp|ensp|emsp|#160);)+/gi;
const LONGEST_SHOWN = 24;
/** A page says what it is at its top. */
const HEAD = 2000;

const isEntity = (residue: string): boolean => residue.startsWith('&');

/** `[image](…)`, `![img][…]` and `[image]: …` are Markdown, not residue. */
function isMarkdown(text: string, { start, end }: Span): boolean {
  if (!/^\[im/i.test(text.slice(start, start + 3))) return false;
  return text[end] === '(' || text[end] === ':' || text[start - 1] === '!';
}

/** The stretches of HTML that a reader sees: not tags, comments, scripts. */
function shownIn(html: string): Span[] {
  const shown: Span[] = [];
  const add = (part: Paragraph): void => {
    for (const run of part.shown?.runs ?? [part]) shown.push(run);
  };
  const { paragraphs } = lexHtml(html, 'page', add);
  paragraphs.forEach(add);
  return shown.sort((a, b) => a.start - b.start);
}

function residuesOf(text: string, report: Report): Span[] {
  const source = text.slice(report.span.start, report.span.end);
  const found = [...source.matchAll(RESIDUE)].map(({ index, 0: match }): Span => ({ start: index, end: index + match.length }));
  if (found.length === 0) return found;
  const inPlace = ({ start, end }: Span): Span => ({ start: report.span.start + start, end: report.span.start + end });
  if (!report.tables.some(({ layout }) => LAYOUTS[layout].markup) && !isPage(text.slice(0, HEAD)))
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

const messageFor = (residue: string): Localized =>
  say(`格式转换残留：“${brief(residue)}”`, `Left behind by a converter: “${brief(residue)}”`);

/** What stands before and after a place in its line or cell, without residue, whose fixes may be made together with this one. */
function around(text: string, { start, end }: Span, layout: LayoutId): { readonly before: string; readonly behind: string } {
  const { edge } = LAYOUTS[layout];
  const cut = (from: number, to: number): string[] => text.slice(Math.max(0, from), to).split(edge);
  const inked = (piece = ''): string => piece.replace(RESIDUE, '').trim();
  return { before: inked(cut(start - LONGEST_LABEL, start).at(-1)), behind: inked(cut(end, end + LONGEST_LABEL)[0]) };
}

/** Where only prose stands: outside the sections of the tables. */
function isProse({ sections, tables, form }: Report, { start, end }: Span): boolean {
  const holds = ({ span }: { readonly span: Span }): boolean => span.start <= start && end <= span.end;
  const section = sections.find(holds);
  if (!section) return sections.length > 0 && start < (sections[0] as Section).span.start;
  return !tables.some(holds) && form !== null && !form.tables.some((table) => table.section === section.id);
}

/** Whether a table reads the same without the residue: no cell is lost, and no other number comes of it. */
function isSafeInTable({ document: { text }, report }: Context, place: Span): boolean {
  const layout = report.tables.find(({ span }) => span.start <= place.start && place.end <= span.end)?.layout ?? report.layout;
  if (!layout) return false;
  const { before, behind } = around(text, place, layout);
  const alone = before === '' && behind === '';
  if (!(LAYOUTS[layout].emptyCell === 'kept' || (LAYOUTS[layout].emptyCell === 'lost' && !alone))) return false;
  if (/[-－−+＋\d０-９.．,，]$/.test(before) && /^[\d０-９.．,，]/.test(behind)) return false;
  const isUnread = (cell: BoundCell | undefined): boolean =>
    (cell?.state === 'invalid' || cell?.state === 'unreadable') && cell.span.start < place.end && place.start < cell.span.end;
  return !report.tables.some(({ cells }) => cells.some(isUnread));
}

function fixFor(context: Context, place: Span): Fix | null {
  const { document, report } = context;
  const prose = isProse(report, place);
  if (!prose && !isSafeInTable(context, place)) return null;
  const residue = document.text.slice(place.start, place.end);
  const isWord = (at: number): boolean => /[0-9a-z]/i.test(document.text[at] ?? '');
  const parts = prose && isEntity(residue) && isWord(place.start - 1) && isWord(place.end);
  const shown = brief(residue);
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
    summary: say('文中有格式转换的残留', 'A converter left something in the text'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号所附格式：其中没有这些记号',
      'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号, which has no such marks',
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
