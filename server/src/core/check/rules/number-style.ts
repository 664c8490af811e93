/** Numbers written in other characters than plain ones: read all the same, but a sheet or a script may take them for text. */

import { say } from '../../finding/finding.ts';
import { cellName } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { writeCell } from '../../fix/write-cell.ts';
import { LAYOUTS } from '../../layout/layouts.ts';
import { type BoundCell, tableOf } from '../../report/report.ts';
import { isSpace } from '../../text/normalise.ts';

const PLAIN = /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const UNSIGNED = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;
// Only white space shows nothing: other entities are a way to write the page, not the number.
const BLANK_ENTITY = /&(?:nbsp|ensp|emsp|thinsp|#160|#12288|#x0*a0|#x0*3000);/gi;
const MINUS = /^[-‐‑‒–—−﹣]/;

const writtenIn = (text: string, cell: BoundCell): string =>
  cell.pieces?.map(({ start, end }) => text.slice(start, end)).join('') ?? text.slice(cell.span.start, cell.span.end);

/**
 * The number in plain characters, its sign and decimals as written; character by character, since a detour over a
 * double would drop them. `null` where it is plain already, or where that would change its value.
 */
function plainOf(written: string, { spec, value }: BoundCell): string | null {
  if (written === String(value)) return null;
  const plain = spec.number === 'signed' ? PLAIN : UNSIGNED;
  if (plain.test(written)) return null;
  const characters = [...written.replace(BLANK_ENTITY, '').normalize('NFKC')].filter(
    (character) => character !== ',' && !isSpace(character.charCodeAt(0)),
  );
  const signed = characters.join('').replace(MINUS, '-');
  const number = (spec.number === 'signed' ? signed : signed.replace(/^[+-]/, '')).replace(/^([+-]?)0+(?=\d)/, '$1');
  return plain.test(number) && Number(number) === value ? number : null;
}

export const numberStyle: Rule = {
  meta: {
    id: 'number-style',
    severity: 'hint',
    fixable: ['safe', 'manual'],
    summary: say('数字的写法不规范', 'A number is not written in plain digits'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号所附格式：单元格填数字',
      'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号: a cell holds a number',
    ),
    since: '0.1.0',
  },
  *check({ document, report }): Iterable<Draft> {
    for (const table of report.tables) {
      for (const cell of table.cells) {
        if (cell?.state !== 'number') continue;
        const written = writtenIn(document.text, cell);
        const plain = plainOf(written, cell);
        if (plain === null) continue;
        const name = cellName(cell.spec);
        yield {
          span: cell.span,
          message: say(`${name}：“${written}”宜写作 ${plain}`, `${name}: “${written}” is better written ${plain}`),
          cells: [cell.spec.key],
          table: table.spec.id,
        };
      }
    }
  },
  fixes({ document, report }, finding) {
    const table = tableOf(report, finding.table ?? '');
    const cell = table?.cells.find((one) => one?.spec.key === finding.cells[0]);
    const row = cell && table?.rows[cell.spec.row.index];
    if (cell?.state !== 'number' || !row || LAYOUTS[row.layout].setByPlace) return [];
    const written = writtenIn(document.text, cell);
    const plain = plainOf(written, cell);
    if (plain === null) return [];
    // With a space inside it may be two numbers all the same: without the space nobody could tell any longer.
    const certain = !/\S\s+\S/.test(written);
    return [
      {
        title: say(`改写为 ${plain}`, `Write it as ${plain}`),
        class: certain ? 'safe' : 'manual',
        preferred: certain,
        breaks: 0,
        edits: writeCell(cell, plain),
      },
    ];
  },
};
