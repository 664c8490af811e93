/** A6: blanks beside filled cells. The notices do not say that a blank means 0, so nobody fills it unasked. */
import { fillBlanks } from '../../fix/fill-blanks.ts';
import { type BoundCell, tableOf } from '../../report/report.ts';
import { cover } from '../../text/span.ts';
import { say } from '../finding.ts';
import { cellName, listCells } from '../names.ts';
import type { Draft, Rule } from '../rule.ts';

/** Blanks with nothing but blanks between them, in reading order. */
function runsOf(cells: readonly (BoundCell | undefined)[]): BoundCell[][] {
  const runs: BoundCell[][] = [];
  let open: BoundCell[] | null = null;
  for (const cell of cells) {
    if (cell?.state !== 'blank') {
      open = null;
      continue;
    }
    if (open) open.push(cell);
    else {
      open = [cell];
      runs.push(open);
    }
  }
  return runs;
}

export const blankCell: Rule = {
  meta: {
    id: 'blank-cell',
    severity: 'warning',
    fixable: ['value', 'manual'],
    summary: say('单元格空白', 'Cells are left blank'),
    basis: say(
      '国办公开办函〔2021〕30号所附格式；没有发生的，惯例填 0',
      'The form of the notice 国办公开办函〔2021〕30号; practice is to write 0 where nothing happened',
    ),
    since: '0.1.0',
  },
  *check({ report }): Iterable<Draft> {
    for (const table of report.tables) {
      for (const run of runsOf(table.cells)) {
        const [first] = run;
        if (!first) continue;
        // A squiggle over whole rows would mark their labels too: it stays in the run's first row.
        const row = run.filter(({ spec }) => spec.line === first.spec.line);
        const specs = run.map(({ spec }) => spec);
        yield {
          span: cover(row.map(({ span }) => span)),
          message:
            run.length === 1
              ? say(`空白：${cellName(first.spec)}`, `Blank: ${cellName(first.spec)}`)
              : say(`空白：${listCells(specs, 'zh-cn')}`, `Blank: ${listCells(specs, 'en')}`),
          cells: specs.map(({ key }) => key),
          table: table.spec.id,
        };
      }
    }
  },
  fixes({ report }, finding) {
    const table = tableOf(report, finding.table ?? '');
    return table ? fillBlanks(table, new Set(finding.cells)) : [];
  },
};
