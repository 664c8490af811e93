/** A number that a person types for a cell: written into it as the text has it, and read again before anybody sees it. */
import { type Edit, type Localized, say } from '../finding/finding.ts';
import { parse } from '../report/parse.ts';
import { type BoundCell, type Document, type Report, tableOf } from '../report/report.ts';
import type { NumberKind } from '../statute/form.ts';
import { MOST_DIGITS } from '../text/numerals.ts';
import { applyEdits } from './edits.ts';
import { writeCell } from './write-cell.ts';

export type Entered =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly reason: Localized };

const refused = (zh: string, en: string): Entered => ({ kind: 'refused', reason: say(zh, en) });

/** What the form allows in a cell (A5). */
const ALLOWED: Readonly<Record<NumberKind, { readonly shape: RegExp; readonly otherwise: Entered }>> = {
  integer: { shape: /^\d+$/, otherwise: refused('应为不小于 0 的整数', 'A whole number from 0 upward is needed') },
  decimal: { shape: /^\d+(?:\.\d+)?$/, otherwise: refused('应为不小于 0 的数', 'A number from 0 upward is needed') },
  signed: { shape: /^[+-]?\d+$/, otherwise: refused('应为整数', 'A whole number is needed') },
};
const LONGEST = 40;
/** Full-width digits and signs; `²` and `③` are no digits, though they are compatible with some. */
const halfWidth = (text: string): string => text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** `key` names the cell, `typed` what stands in the field: full-width digits and thousands separators are allowed. */
export function enterNumber(document: Document, report: Report, key: string, typed: string): Entered {
  const cell = cellOf(report, key);
  if (!cell || cell.state === 'missing' || cell.state === 'unreadable')
    return refused('此格不在文中，或读不出：请在文中补上', 'This cell is not in the text, or cannot be read: mend it in the text');
  if (cell.placeless)
    return refused('此格在文中没有确定的位置：请在文中填写', 'This cell has no certain place in the text: fill it in there');
  const { shape, otherwise } = ALLOWED[cell.spec.number];
  const plain = typed.length > LONGEST ? '' : halfWidth(typed).replace(/[\s,]/g, '').replace('−', '-');
  if (!shape.test(plain)) return otherwise;
  if (plain.replace(/\D/g, '').length > MOST_DIGITS) return refused('数字过长', 'The number has too many digits');
  // `60.70` stays as it is typed; `007` is 7.
  const written = plain.replace(/^([+-]?)0+(?=\d)/, '$1');
  const edits = writeCell(cell, written);
  return readsAs(document, report, edits, key, Number(written))
    ? { kind: 'edits', edits }
    : refused('写入后会读成别的数：请在文中修改', 'Written here, it would be read as something else: change it in the text');
}

const cellOf = (report: Report, key: string): BoundCell | undefined =>
  tableOf(report, key.slice(0, key.indexOf('.')))?.cells.find((cell) => cell?.spec.key === key);

/** Whether the cell then has the number, and all others have what they have now. */
function readsAs(document: Document, report: Report, edits: readonly Edit[], key: string, value: number): boolean {
  const after = parse(applyEdits(document.text, edits), document.lexicon).reports;
  const same = after[document.reports.indexOf(report)];
  if (!same || after.length !== document.reports.length || same.tables.length !== report.tables.length) return false;
  return report.tables.every((table, index) =>
    table.cells.every((cell, at) => {
      const now = same.tables[index]?.cells[at];
      if (cell?.spec.key === key) return now?.state === 'number' && now.value === value;
      return now?.state === cell?.state && now?.value === cell?.value && now?.spec === cell?.spec;
    }),
  );
}
