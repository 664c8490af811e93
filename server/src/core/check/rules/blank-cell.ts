/** A6: blanks beside filled cells. The notices do not say that a blank means 0, so nobody fills it unasked. */

import { type Localized, say } from '../../finding/finding.ts';
import { listCells } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { fillBlanks } from '../../fix/fill-blanks.ts';
import { type BoundCell, tableOf } from '../../report/report.ts';
import { isSpace, residueEnd } from '../../text/normalise.ts';
import { wordEnd } from '../../text/numerals.ts';
import { cover } from '../../text/span.ts';

interface Run {
  readonly cells: BoundCell[];
  /** What is written in them for nothing (`/`, `—`, `无`), each mark once; none where they are empty. */
  readonly marks: Set<string>;
}

/** The mark in a blank cell; empty where only white space or residue (`&nbsp;`) stands there. */
function markIn(text: string, { span, pieces }: BoundCell): string {
  const written = (pieces ?? [span]).map(({ start, end }) => text.slice(start, end)).join('');
  for (let at = 0; at < written.length; ) {
    const past = isSpace(written.charCodeAt(at)) ? at + 1 : residueEnd(written, at, written.length);
    // Markdown's emphasis may stand after the mark.
    if (past === at) return written.slice(0, wordEnd(written, { start: 0, end: written.length }));
    at = past;
  }
  return '';
}

/** Blanks with nothing but blanks of their kind between them, in reading order. */
function runsOf(text: string, cells: readonly (BoundCell | undefined)[]): Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  for (const cell of cells) {
    if (cell?.state !== 'blank') {
      open = null;
      continue;
    }
    const mark = markIn(text, cell);
    if (!open || open.marks.size > 0 !== (mark !== '')) {
      open = { cells: [], marks: new Set() };
      runs.push(open);
    }
    open.cells.push(cell);
    if (mark) open.marks.add(mark);
  }
  return runs;
}

/** Says of cells without a place of their own that no fix can fill them. */
function byHand(cells: readonly BoundCell[]): Localized {
  const count = cells.filter(({ placeless }) => placeless).length;
  if (count === 0) return say('', '');
  const all = count === cells.length;
  return say(
    `（${all ? '' : `其中 ${count} 格`}在文中没有确定的填写位置，须手工填写）`,
    ` (${all ? '' : `${count} of them `}without a certain place in the text: to be filled by hand)`,
  );
}

function messageFor({ cells, marks }: Run): Localized {
  const specs = cells.map(({ spec }) => spec);
  const zh = listCells(specs, 'zh-cn');
  const en = listCells(specs, 'en');
  if (marks.size === 0) {
    const where = byHand(cells);
    return say(`空白：${zh}${where['zh-cn']}`, `Blank: ${en}${where.en}`);
  }
  const quoted = [...marks].map((mark) => `“${mark}”`);
  return say(
    `${quoted.join('')}不是数字，按空白处理：${zh}`,
    `${quoted.join(', ')} ${marks.size > 1 ? 'are no numbers and count' : 'is no number and counts'} as blank: ${en}`,
  );
}

export const blankCell: Rule = {
  meta: {
    id: 'blank-cell',
    severity: 'warning',
    weakened: 'hint',
    fixable: ['value', 'manual'],
    summary: say('单元格空白', 'Cells are left blank'),
    basis: say(
      '国办公开办函〔2021〕30号所附格式；没有发生的，惯例填 0',
      'The form of the notice 国办公开办函〔2021〕30号; practice is to write 0 where nothing happened',
    ),
    since: '0.1.0',
  },
  *check({ document, report }): Iterable<Draft> {
    for (const table of report.tables) {
      for (const run of runsOf(document.text, table.cells)) {
        const [first] = run.cells;
        if (!first) continue;
        // A squiggle over whole rows would mark their labels too: it stays in the run's first row.
        const row = run.cells.filter(({ spec }) => spec.row === first.spec.row);
        yield {
          span: cover(row.map(({ span }) => span)),
          // Who writes a mark has seen the cell: nothing was forgotten.
          ...(run.marks.size > 0 ? { severity: 'hint' } : {}),
          message: messageFor(run),
          cells: run.cells.map(({ spec }) => spec.key),
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
