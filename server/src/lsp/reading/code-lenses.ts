/** A line above each table: its form, how it stands, and what can be done with it. */
import type { CodeLens, Command } from 'vscode-languageserver';
import { type BoundTable, isTotal, type Language, type Report, rangeOf, type Tally, tallyOf, wrongCells } from '../../core/index.ts';
import type { Analysis } from '../diagnose/documents.ts';
import { COMPARE_YEARS, RECOMPUTE, SHOW_TABLE } from '../protocol.ts';

interface Words {
  readonly edition: (id: string) => string;
  readonly stands: (tally: Tally) => string;
  readonly recompute: string;
  readonly compare: string;
  readonly show: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  'zh-cn': {
    edition: (id) => `${id} 版格式`,
    stands: ({ numbers, cells, holding, broken, open, unread }) =>
      broken > 0
        ? `✗ ${broken} 处勾稽关系不成立`
        : open > 0 || numbers < cells
          ? `${numbers}/${cells} 格有数字${open > 0 ? `，${open} 处勾稽关系未核对` : ''}`
          : unread > 0
            ? `${cells} 格有数字，另有 ${unread} 行未读取`
            : `✓ ${cells} 格${holding > 0 ? `，${holding} 处勾稽关系全部成立` : ''}`,
    recompute: '重算合计',
    compare: '与上年比较',
    show: '看表格',
  },
  en: {
    edition: (id) => `Form of ${id}`,
    stands: ({ numbers, cells, holding, broken, open, unread }) =>
      broken > 0
        ? `✗ ${broken} ${broken === 1 ? 'relation' : 'relations'} broken`
        : open > 0 || numbers < cells
          ? `${numbers} of ${cells} cells have numbers${open > 0 ? `, ${open} ${open === 1 ? 'relation' : 'relations'} not checked` : ''}`
          : unread > 0
            ? `${cells} cells have numbers, ${unread} more ${unread === 1 ? 'row' : 'rows'} not read`
            : `✓ ${cells} cells${holding > 0 ? `, ${holding} relations hold` : ''}`,
    recompute: 'Recompute',
    compare: 'Compare with last year',
    show: 'Show table',
  },
};

/** Whether one of its totals is wrong: where the fault is known to be elsewhere, other totals would only break more. */
const hasWrongTotal = ({ spec, cells }: BoundTable, wrong: ReadonlySet<number>): boolean =>
  cells.some((cell) => cell && isTotal(spec, cell.spec.index) && wrong.has(cell.span.start));

function lensesOf(
  { uri, siblings, document }: Analysis,
  report: Report,
  index: number,
  table: BoundTable,
  wrong: ReadonlySet<number>,
  words: Words,
): Command[] {
  if (table.scrambled) return [];
  const tally = tallyOf(document.text, table);
  const place = [uri, table.spec.id, index];
  return [
    { title: `${words.edition(table.form.id)} · ${words.stands(tally)}`, command: SHOW_TABLE, arguments: place },
    ...(tally.broken > 0 && hasWrongTotal(table, wrong) ? [{ title: words.recompute, command: RECOMPUTE }] : []),
    { title: words.show, command: SHOW_TABLE, arguments: place },
    ...(siblings[index]?.previous && report.reportingYear !== null
      ? [{ title: words.compare, command: COMPARE_YEARS, arguments: [uri, index] }]
      : []),
  ];
}

export function codeLenses(analysis: Analysis, language: Language): CodeLens[] {
  const { reports, lines } = analysis.document;
  const wrong = wrongCells(analysis.findings);
  return reports.flatMap((report, index) =>
    report.tables.flatMap((table) =>
      lensesOf(analysis, report, index, table, wrong, WORDS[language]).map((command) => ({ range: rangeOf(lines, table.head), command })),
    ),
  );
}
