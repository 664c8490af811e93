/** Writes the tables of a report in another layout, the same form and the same numbers; refuses where it cannot prove it. */

import { type Edit, type Localized, say } from '../finding/finding.ts';
import { tableTitle } from '../finding/names.ts';
import { LAYOUTS, type LayoutId, type WrittenLayout } from '../layout/layouts.ts';
import type { BoundTable, Document, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { paperOf } from '../write/paper.ts';
import { plainStyle, type Style, writeRows, writeTable } from '../write/write.ts';
import { type CarriedOver, carryOver } from './carry-over.ts';
import { inPlace, keepsOthers, overlap, readsAs, withEnds } from './read-back.ts';
import { tableExtent } from './table-extent.ts';
import { stylesFor } from './table-style.ts';

/** `keep`: the layout that a table has, tidied. */
export type TargetLayout = WrittenLayout | 'keep';

export type Conversion =
  | { readonly kind: 'converted'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly reason: Localized };

interface Rewritten {
  readonly carried: CarriedOver;
  readonly edit: Edit;
}

const refuse = (table: BoundTable, zh: string, en: string): Conversion => {
  const title = tableTitle(table);
  return { kind: 'refused', reason: say(`“${title['zh-cn']}”${zh}`, `The table of ${title.en} ${en}`) };
};

/** The tables given, or all; none or all of them are converted. */
export function convertTables(
  document: Document,
  report: Report,
  layout: TargetLayout,
  tables: readonly BoundTable[] = report.tables,
): Conversion {
  const done: Rewritten[] = [];
  for (const table of tables) {
    const carried = carryOver(document.text, table, table.spec);
    if (carried.unread.length > 0 || table.rows.some((line) => !line))
      return refuse(table, '有缺少的行或无法读取的单元格，请先改正', 'lacks rows or has cells that cannot be read; correct it first');
    const extent = extentFor(document.text, table, layout);
    if (!extent) return refuse(table, '里还有别的文字，或者不能整块替换', 'has other text in it, or cannot be replaced as a whole');
    const edit = editsFor(document, table, layout, extent, carried).find((one) => readsAs(document, report, [one], [carried]));
    if (!edit)
      return refuse(
        table,
        '改写之后无法逐格读回（例如这种排版留不住空白格），没有改写',
        'would not be read back cell by cell (the layout may lose blanks); nothing was changed',
      );
    done.push({ carried, edit });
  }
  const edits = done.map(({ edit }) => edit);
  const isSound =
    !overlap(
      report,
      done.map(({ edit: { span }, carried: { table } }) => ({ span, table })),
    ) &&
    readsAs(
      document,
      report,
      edits,
      done.map(({ carried }) => carried),
    ) &&
    keepsOthers(document, report, edits, tables);
  if (!isSound)
    return {
      kind: 'refused',
      reason: say('改写会影响表格以外的内容，没有改写', 'It would change what is outside the tables; nothing was changed'),
    };
  return { kind: 'converted', edits: edits.filter(({ span, newText }) => document.text.slice(span.start, span.end) !== newText) };
}

const isPage = (text: string): boolean => /<(?:html|body|head|!doctype)\b/i.test(text.slice(0, 4000));

/** In HTML a table stands inside its element, which goes when another layout takes its place; a page holds nothing else. */
function extentFor(text: string, table: BoundTable, layout: TargetLayout): Span | null {
  const inner = tableExtent(text, table);
  if (!inner || layout === 'keep' || !LAYOUTS[table.layout].markup || LAYOUTS[layout].markup) return inner;
  if (isPage(text)) return null;
  const start = text.lastIndexOf('<table', inner.start);
  const end = text.indexOf('</table>', inner.end);
  return start < 0 || end < 0 ? null : { start, end: end + '</table>'.length };
}

function ending(text: string, { start, end }: Span, layout: LayoutId): string {
  const [next, eol = ''] = /^[ \t]*(\r\n|\n|\r)[ \t]*\S/.exec(text.slice(end, end + LOOK_AHEAD)) ?? [];
  // In a quotation the line would need its mark.
  const isQuoted = text[start] === '>';
  return next && LAYOUTS[layout].openEnded && !isQuoted ? eol : '';
}
const LOOK_AHEAD = 200;

/** Merged cells spelled out are read most surely; left out, the rows are shorter. */
const MERGED: readonly Style['merged'][] = ['spelled-out', 'left-out'];

function editsFor({ text }: Document, table: BoundTable, layout: TargetLayout, extent: Span, { numbers }: CarriedOver): Edit[] {
  const paper = paperOf(table.spec, ({ index }) => numbers[index]?.written ?? '');
  const [own] = stylesFor(text, table, extent);
  const inBoth = (style: Style): Style[] => MERGED.map((merged) => ({ ...style, merged }));
  // Of a table that shows no merged cells nobody knows how it writes them.
  const styles = layout === 'keep' ? [own, ...inBoth(own)] : inBoth(plainStyle(layout));
  const edits = styles.map((style) => {
    const isBegun = LAYOUTS[style.layout].markup && !LAYOUTS[table.layout].markup;
    const newText = isBegun ? withEnds(text, extent, writeTable(paper, style)) : inPlace(text, extent, writeRows(paper, style), style);
    return { span: extent, newText: style.layout === table.layout ? newText : newText + ending(text, extent, style.layout) };
  });
  const same = layout === 'keep' && edits.find(({ newText }) => newText === text.slice(extent.start, extent.end));
  return same ? [same] : edits;
}
