/** Writes the tables of a report anew in the edition of its year, in the file's own layout. */

import { type Edit, type Fix, type Localized, say } from '../finding/finding.ts';
import { nameOf } from '../finding/form-names.ts';
import { brief, cellName } from '../finding/names.ts';
import { LAYOUTS, type WrittenLayout } from '../layout/layouts.ts';
import type { BoundCell, BoundTable, Document, Report } from '../report/report.ts';
import { tableFormOf } from '../statute/form.ts';
import type { Span } from '../text/span.ts';
import { paperOf } from '../write/paper.ts';
import { writeRows } from '../write/write.ts';
import { type CarriedOver, carryOver } from './carry-over.ts';
import { inPlace, keepsOthers, overlap, readsAs } from './read-back.ts';
import { tableExtent } from './table-extent.ts';
import { stylesFor } from './table-style.ts';

/** One table written anew; `instead` where its own layout would lose a blank. */
interface Rewritten {
  readonly carried: CarriedOver;
  readonly edit: Edit;
  readonly instead: WrittenLayout | null;
}

/**
 * All of `tables` in the edition that is due, or nothing: where a table does not stand by itself, where the edition
 * has no such table, or where the result would not be read back cell by cell.
 */
export function migrateTables(document: Document, report: Report, tables: readonly BoundTable[]): Fix | null {
  const { text } = document;
  const extents = tables.map((table) => tableExtent(text, table));
  const rewritten = tables.map((table, index) => {
    const extent = extents[index];
    return extent ? rewrite(document, report, table, extent) : null;
  });
  const done = rewritten.filter((one) => one !== null);
  if (
    done.length === 0 ||
    done.length < tables.length ||
    !report.due ||
    overlap(
      report,
      done.map(({ edit, carried }) => ({ span: edit.span, table: carried.table })),
    )
  )
    return null;
  const carried = done.map((one) => one.carried);
  const edits = done.map(({ edit }) => edit);
  if (!readsAs(document, report, edits, carried) || !keepsOthers(document, report, edits, tables)) return null;
  return {
    title: titleOf(nameOf(report.due), carried, done),
    class: 'manual',
    preferred: false,
    breaks: 0,
    confirm: confirmOf(text, carried),
    numbers: new Map(carried.flatMap(numbersOf)),
    edits,
  };
}

function rewrite(document: Document, report: Report, table: BoundTable, extent: Span): Rewritten | null {
  const due = report.due && tableFormOf(report.due, table.spec.id);
  if (!due) return null;
  const carried = carryOver(document.text, table, due);
  const paper = paperOf(due, ({ index }) => carried.numbers[index]?.written ?? '');
  const styles = stylesFor(document.text, table, extent);
  for (const style of styles) {
    const edit = { span: extent, newText: inPlace(document.text, extent, writeRows(paper, style), style) };
    if (readsAs(document, report, [edit], [carried])) return { carried, edit, instead: style === styles[0] ? null : style.layout };
  }
  return null;
}

/** What is read of a table afterwards; of what the new one has no cell for, nothing. */
const numbersOf = ({ table, due, numbers }: CarriedOver): [string, number | null | undefined][] => [
  ...table.spec.cells.map(({ key }): [string, undefined] => [key, undefined]),
  ...due.cells.map(({ key }, index): [string, number | null] => [key, numbers[index]?.value ?? null]),
];

const blanksOf = ({ numbers }: CarriedOver): number => numbers.filter((number) => !number).length;

const count = (carried: readonly CarriedOver[], cells: (one: CarriedOver) => number): number =>
  carried.reduce((sum, one) => sum + cells(one), 0);

function titleOf(due: ReturnType<typeof nameOf>, carried: readonly CarriedOver[], done: readonly Rewritten[]): Localized {
  const lost = count(carried, (one) => one.lost.length);
  const unread = count(carried, (one) => one.unread.length);
  const blank = count(carried, blanksOf);
  const [instead] = done.flatMap((one) => one.instead ?? []);
  const name = instead && LAYOUTS[instead].name;
  const zh = [
    `${lost} 个数字没有对应项`,
    ...(unread > 0 ? [`${unread} 格无法读取`] : []),
    `${blank} 格留空待填`,
    ...(name ? [`原排版留不住空格，改为${name['zh-cn']}`] : []),
  ];
  const en = [
    `${lost} numbers have no counterpart`,
    ...(unread > 0 ? [`${unread} cells cannot be read`] : []),
    `${blank} cells are left blank`,
    ...(name ? [`the layout loses blanks and becomes ${name.en}`] : []),
  ];
  return say(`将表格改为${due.zh}：${zh.join('，')}`, `Rewrite the tables in ${due.en}: ${en.join(', ')}`);
}

/** What the new tables do not have, by name and as it stood; zeros are counted. */
function confirmOf(text: string, carried: readonly CarriedOver[]): Localized {
  const kept = count(carried, ({ numbers }) => numbers.filter((number) => number).length);
  const lost = carried.flatMap((one) => one.lost);
  const named = lost.filter(({ value, remark }) => value !== 0 || remark !== '');
  const zeros = lost.length - named.length;
  const unread = unreadOf(text, carried);
  const blank = count(carried, blanksOf);
  const name = ({ spec, value, remark }: BoundCell): string => `${cellName(spec)} ${value}${remark}`;
  const zh = [
    `保留 ${kept} 个数字`,
    ...(named.length > 0 ? [`没有对应项、不再列出：${named.map(name).join('、')}`] : []),
    ...(zeros > 0 ? [`没有对应项的 0 有 ${zeros} 个`] : []),
    ...(unread.length > 0 ? [`无法读取、不再列出：${unread.join('、')}`] : []),
    `留空待填 ${blank} 格`,
  ];
  const en = [
    `${kept} numbers are kept`,
    ...(named.length > 0 ? [`without a counterpart and no longer listed: ${named.map(name).join(', ')}`] : []),
    ...(zeros > 0 ? [`zeros without a counterpart: ${zeros}`] : []),
    ...(unread.length > 0 ? [`not readable and no longer listed: ${unread.join(', ')}`] : []),
    `left blank to be filled in: ${blank} cells`,
  ];
  return say(`${zh.join('；')}。`, `${en.join('; ')}.`);
}

/** Cells that hold no number, and rows of which nobody knows which cell is which, with what stands there. */
function unreadOf(text: string, carried: readonly CarriedOver[]): string[] {
  const shown = ({ start, end }: Span): string =>
    text
      .slice(start, end)
      .replace(/[\s|,]+/g, ' ')
      .trim()
      .slice(0, LONGEST_SHOWN);
  return carried.flatMap(({ table, unread }) => {
    const rows = new Set(unread.filter(({ state }) => state === 'unreadable').map(({ spec }) => spec.row));
    return [
      ...unread.filter(({ state }) => state === 'invalid').map(({ spec, span }) => `${cellName(spec)}“${shown(span)}”`),
      ...[...rows].map(({ index, label }) => {
        const line = table.rows[index];
        return line ? `${brief(label)}“${shown({ start: line.label.end, end: line.span.end })}”` : '';
      }),
    ];
  });
}

const LONGEST_SHOWN = 60;
