/** Conditions of the reader that few texts ask for: for each, a text as it comes, in which it alone decides what is read. */
import type { TestLayout } from './layouts.ts';
import { consistentValues, type EditionId, renderReport, seeded } from './reports.ts';

export interface Condition {
  readonly name: string;
  readonly edition: EditionId;
  readonly layout: TestLayout;
  /** What the text has in the place of what a whole report has. */
  readonly edits: readonly (readonly [RegExp, string])[];
  /** By cell or row, where it is not what the whole report has: the number, or `null` where none may be read. */
  readonly read: Readonly<Record<string, number | null>>;
  /** The rule and the row, or else the table, of each finding. */
  readonly said: readonly string[];
}

export const CONDITIONS: readonly Condition[] = [
  {
    name: 'a row that lost a number has not got all of them because an empty merged cell follows',
    edition: '2019',
    layout: 'tsv',
    edits: [
      [/(?<=行政事业性收费)\t9\t0\t$/m, '\t/\t/\t'],
      [/(?<=政府集中采购)\t0\t0\t$/m, '\t5\t'],
    ],
    read: { 'disclosure.administrativeFees': null, 'disclosure.centralizedProcurement': null },
    said: ['blank-cell disclosure', 'missing-cell disclosure.centralizedProcurement'],
  },
  {
    name: 'a row of fewer columns has lost nothing where no row is filled up to the width of the table',
    edition: '2019',
    layout: 'tsv-collapsed',
    edits: [[/(?<=政府集中采购)\t0\t0$/m, '\t5\t']],
    read: { 'disclosure.centralizedProcurement.projects': 5, 'disclosure.centralizedProcurement.amount': null },
    said: ['blank-cell disclosure'],
  },
  {
    name: 'numbers after an empty cell too many are not taken for those of the next columns',
    edition: '2021',
    layout: 'tsv-collapsed',
    edits: [[/\t43\t54\t103\t164\t154\t152\t670$/m, '\t\t43\t54\t103\t164\t154\t152\t']],
    read: { 'applications.received': null },
    said: ['relation-not-checked applications', 'unreadable-table applications.received'],
  },
  {
    name: 'the number of a page that ends within a Markdown table makes no row doubtful',
    edition: '2021',
    layout: 'markdown',
    edits: [[/(?<=\| 行政处罚 .*\n)/, '\n12\n\n']],
    read: {},
    said: [],
  },
  {
    name: 'between cells with pipes alone, words that no form has begin a row where the pipe that ends the last one is lost',
    edition: '2021',
    layout: 'trailing-pipes',
    edits: [[/(?<=\n81 \|\n)\|\n2\.其他法律行政法规禁止公开/, '2.其他法律法规禁止']],
    read: {},
    said: ['label-variant applications.denied.prohibitedByLaw'],
  },
  {
    name: 'below a row that is short, a page number in the place of an empty cell is not read',
    edition: '2021',
    layout: 'raw',
    edits: [
      [/(?<=信访举报投诉类申请) 0 0 17 48 25 0 90$/m, ' 17 48 25 90'],
      [/(?<=重复申请) 0 0 0 41 0 0 41$/m, ' 0 0 0 41\n12\n0 41'],
    ],
    read: { 'applications.notProcessed.petition': null, 'applications.notProcessed.duplicate': null },
    said: [
      'relation-not-checked applications',
      'missing-cell applications.notProcessed.petition',
      'unreadable-table applications.notProcessed.duplicate',
    ],
  },
  {
    name: 'above a row that is short, a page number in the place of an empty cell is not read',
    edition: '2021',
    layout: 'raw',
    edits: [
      [/(?<=重复申请) 0 0 0 41 0 0 41$/m, ' 0 0 0 41\n12\n0 41'],
      [/(?<=要求提供公开出版物) 56 22 0 0 0 0 78$/m, ' 56 22 78'],
    ],
    read: { 'applications.notProcessed.duplicate': null, 'applications.notProcessed.publication': null },
    said: [
      'relation-not-checked applications',
      'unreadable-table applications.notProcessed.duplicate',
      'missing-cell applications.notProcessed.publication',
    ],
  },
  {
    name: 'among three rows that are short, a page number in the place of an empty cell is not read, wherever it stands',
    edition: '2021',
    layout: 'raw',
    edits: [
      [/(?<=1\.属于国家秘密) 0 7 0 49 25 0 81$/m, ' 7 49 25 81'],
      [/(?<=3\.危及“三安全一稳定”) 0 0 0 0 0 59 59$/m, ' 59 59'],
      [/(?<=4\.保护第三方合法权益) 0 0 52 0 0 0 52$/m, ' 52 52'],
      [/(?<=重复申请) 0 0 0 41 0 0 41$/m, ' 0 0 0 41\n12\n0 41'],
    ],
    read: {
      'applications.denied.stateSecret': null,
      'applications.denied.threeSecuritiesOneStability': null,
      'applications.denied.thirdPartyRights': null,
      'applications.notProcessed.duplicate': null,
    },
    said: [
      'relation-not-checked applications',
      'missing-cell applications.denied.stateSecret',
      'missing-cell applications.denied.threeSecuritiesOneStability',
      'missing-cell applications.denied.thirdPartyRights',
      'unreadable-table applications.notProcessed.duplicate',
    ],
  },
  {
    name: 'numbers in the middle of a wrapped label are its own, though a group’s label, one character a line, stands before them',
    edition: '2021',
    layout: 'aligned-page',
    edits: [
      [
        /^.*1\.申请人无正当理由逾期不$[\s\S]*^ +他处理 (?= +2\.申请人)/m,
        `    其        1.申请人无正当理由逾期不补正、行政机
    他                                  41        49        0         0             35            0     125
    处        关不再处理其政府信息公开申请
    理     `,
      ],
    ],
    read: {},
    said: ['label-variant applications'],
  },
  {
    name: 'a number that a space sets off from its label is not the last of the row above',
    edition: '2021',
    layout: 'raw',
    edits: [[/3\.(?=要求提供公开出版物)/, '3 ']],
    read: {},
    said: ['label-variant applications.notProcessed.publication'],
  },
  {
    name: 'a row that is numbered in another way is there, even if it has no number',
    edition: '2021',
    layout: 'cell-lines',
    edits: [[/3\.补正后申请内容仍不明确\n(?:\t0\n){7}/, `（三）补正后申请内容仍不明确\n${'\t/\n'.repeat(7)}`]],
    read: { 'applications.unavailable.stillUnclear': null },
    said: ['relation-not-checked applications', 'label-variant applications.unavailable.stillUnclear', 'blank-cell applications'],
  },
  {
    name: 'a list of licences in section one does not fill a gap in the table of section two',
    edition: '2021',
    layout: 'tsv',
    edits: [
      [/(?=^本年度，青禾县水务局)/m, '权力清单\n行政强制\t9\n\n'],
      [/^行政强制\t17.*\n/m, ''],
    ],
    read: { 'disclosure.administrativeCoercion': null },
    said: ['missing-row disclosure.administrativeCoercion'],
  },
  {
    name: 'a row without its number has lost none where the next row has one too many',
    edition: '2021',
    layout: 'bare-lines',
    edits: [[/^行政处罚\n(\d+)\n行政强制\n/m, '行政处罚\n行政强制\n0\n']],
    read: { 'disclosure.administrativePenalties': null, 'disclosure.administrativeCoercion': null },
    said: ['unreadable-table disclosure.administrativePenalties', 'unreadable-table disclosure.administrativeCoercion'],
  },
  {
    name: 'a row without its number has lost none where a number stands above all labels',
    edition: '2021',
    layout: 'bare-lines',
    edits: [[/^本年处理决定数量\n行政处罚\n(\d+)\n/m, '本年处理决定数量\n0\n行政处罚\n']],
    read: { 'disclosure.administrativeLicenses': null, 'disclosure.administrativePenalties': null },
    said: ['unreadable-table disclosure.administrativeLicenses', 'unreadable-table disclosure.administrativePenalties'],
  },
  {
    name: 'where one piece of a line is glued, a space in it ends no cell',
    edition: '2021',
    layout: 'glued-lines',
    edits: [[/^规章000\n行政规范性文件/m, '规章 000行政规范性文件']],
    // 0350 can be cut in several ways.
    read: { 'disclosure.normativeDocuments': null },
    said: ['unreadable-table disclosure.normativeDocuments'],
  },
  {
    name: 'two rows that were put into one are not read, and not missing: their labels stand there',
    edition: '2021',
    layout: 'tsv',
    edits: [[/^行政处罚\t.*\n行政强制\t.*$/m, '行政处罚、行政强制\t17\t\t']],
    read: { 'disclosure.administrativePenalties': null, 'disclosure.administrativeCoercion': null },
    said: [
      'unreadable-table disclosure.administrativePenalties',
      'unreadable-table disclosure.administrativeCoercion',
      'relation-not-checked disclosure',
    ],
  },
];

/** The text of a condition, and the numbers that are due of it. */
export function conditionOf({ edition, layout, edits, read }: Condition): { readonly text: string; readonly due: Map<string, number> } {
  const due = consistentValues(edition, seeded(3));
  let text = renderReport({ edition, layout, values: due });
  for (const [whole, other] of edits) {
    if (!whole.test(text)) throw new Error(`${layout}: ${whole} is not in the report`);
    text = text.replace(whole, () => other);
  }
  for (const [place, value] of Object.entries(read))
    for (const key of [...due.keys()]) {
      if (key !== place && !key.startsWith(`${place}.`)) continue;
      if (value === null) due.delete(key);
      else due.set(key, value);
    }
  return { text, due };
}
