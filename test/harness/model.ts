/** What the reader made of a text as lines to read: its tables, their rows, words and places. */
import type { BoundCell, BoundRow, BoundTable } from '../../server/src/core/report/report.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import { read } from './read.ts';

/**
 * `applications of 2021, tsv: head … last`, then a line for each row: its key, why it is unreadable and how many cells it
 * has, the cells before its label, the label, and its cells, `-` where a blank or a missing one stands. Then rows that
 * stand there again, each word in the meaning it has, and the words that only this edition has.
 */
export function tablesIn(text: string): string[] {
  const at = ({ start, end }: Span): string => text.slice(start, end).replaceAll(/\s+/g, ' ');
  const row = ({ spec, misfit, found, leading, label, cells }: BoundRow): string =>
    [
      `${spec.key || 'line'}${misfit ? ` ${misfit} ${found}` : ''}:`,
      ...leading.map(at).map((one) => `(${one})`),
      at(label),
      '=',
      ...cells.map(cell),
    ].join(' ');
  const cell = ({ state, span, value, remark, places, pieces, room }: BoundCell): string => {
    const own = state === 'number' ? `${value}` : `${state}${value === null ? '' : ` ${value}`}`;
    const further = [
      remark && `“${remark}”`,
      places !== undefined && `.${places}`,
      pieces && `/${pieces.length}`,
      room !== undefined && `+${room}`,
    ];
    return `${own}${span.start < span.end ? '' : '_'}${further.filter(Boolean).join('')}`;
  };
  const table = (one: BoundTable): string[] => [
    `${one.spec.id} of ${one.form.id}, ${one.layout}${one.scrambled ? ', scrambled' : ''}: ${at(one.head)} … ${at({ start: one.span.end - 3, end: one.span.end })}`,
    ...one.rows.flatMap((found) => (found ? [row(found)] : [])),
    ...one.duplicates.map((found) => `again ${row(found)}`),
    `words: ${one.words.map(({ span, entry, broken, claimed }) => `${at(span)}${entry.kind === 'row' ? '' : ` ${entry.kind}`}${entry.table === one.spec ? '' : ' of another form'}${broken ? ' /' : ''}${claimed ? ' ?' : ''}`).join(', ')}`,
    `only here: ${one.evidence.map(at).join(', ')}`,
  ];
  return read(text).reports.flatMap(({ tables }) => tables.flatMap(table));
}

// Lines of which small texts are put together.
export const T = '青禾县水务局2023年政府信息公开工作年度报告\n';
export const H2 = '二、主动公开政府信息情况\n';
export const H3 = '三、收到和处理政府信息公开申请情况\n';
export const H4 = '四、政府信息公开行政复议、行政诉讼情况\n';
export const HD = '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n';
export const R2 = `${HD}规章\t0\t1\t2\n行政规范性文件\t3\t4\t5\n`;
export const D = HD.replaceAll('\t', '\n');
export const C7 = '0\t0\t0\t0\t0\t0\t0\n';
/** The words of `HD`, and those of them that only the form of 2021 has. */
export const W2 = 'words: 信息内容 header, 本年制发件数 column, 本年废止件数 column, 现行有效件数 column';
export const O2 = 'only here: 本年制发件数, 本年废止件数, 现行有效件数';
