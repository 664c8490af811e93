/** The parts of the reader one by one: lines put together, runs of labels and digits cut, words told apart. */
import { describe, expect, it } from 'vitest';
import { loose } from '../../../server/src/core/layout/token.ts';
import { parse } from '../../../server/src/core/report/parse.ts';
import { nearest } from '../../../server/src/core/report/rows/walk.ts';
import { cutGlued } from '../../../server/src/core/report/words/glued.ts';
import edition2021 from '../../../server/src/core/statute/editions/2021.json' with { type: 'json' };
import { lexiconOf, loadForms } from '../../../server/src/core/statute/editions.ts';
import type { TableForm } from '../../../server/src/core/statute/form.ts';
import { buildLexicon, type LabelEntry } from '../../../server/src/core/statute/lexicon.ts';
import { parseEdition } from '../../../server/src/core/statute/schema.ts';
import { forms } from '../../harness/reports.ts';
import { assembledIn } from '../../harness/tokens.ts';

it.each<[name: string, text: string, tokens: string]>([
  ['a row a line', '规章 0 12 3\n行政许可 4\n', 'bare-lines: ⏎ raw: [规章][0][12][3]⏎[行政许可][4]⏎'],
  ['one cell a line', '规章\n0\n12\n3\n行政许可\n4\n', 'bare-lines: ⏎[规章]^torn[0]^torn[12]^torn[3]^torn⏎[行政许可]^torn[4]⏎'],
  ['columns', '规章        0    12   3\n行政许可    4\n', 'bare-lines: ⏎ aligned: [规章][0][12][3]⏎[行政许可][4]⏎'],
  ['a label above its numbers, in columns', '规章\n            0    12   3\n', 'bare-lines: ⏎ aligned: [规章]^torn[0][12][3]⏎'],
  [
    'a label over two lines, its numbers in the first',
    '行政规范   3   4   5\n性文件\n规章   0   1   2\n',
    'bare-lines: ⏎ aligned: {行政规范↵性文件=行政规范|性文件}[3][4][5]⏎[规章][0][1][2]⏎',
  ],
  [
    'a label over two lines, its numbers in the second',
    '行政规范\n性文件   3   4   5\n规章   0   1   2\n',
    'bare-lines: ⏎ aligned: {行政规范↵性文件=行政规范|性文件}^late[3][4][5]⏎[规章][0][1][2]⏎',
  ],
  [
    'a label over three lines, its numbers in between',
    '行政\n规范   3   4   5\n性文件\n规章   0   1   2\n',
    'bare-lines: ⏎ aligned: {行政↵规范↵性文件=行政|规范|性文件}^late[3][4][5]⏎[规章][0][1][2]⏎',
  ],
  [
    'numbers on two lines',
    '规章   3   4\n              5\n行政许可   1\n',
    'bare-lines: ⏎ aligned: [规章]^torn[3]^torn[4]^torn[5]^torn⏎[行政许可][1]⏎',
  ],
  [
    'numbers above the label',
    '   3   4   5\n规章\n行政许可   1\n',
    'bare-lines: ⏎ aligned: ⏎[3][4][5]⏎ bare-lines: [规章]⏎ aligned: [行政许可][1]⏎',
  ],
  ['numbers of one column, each in a line', '规章\n  3\n  14\n  5\n', 'bare-lines: ⏎[规章]^torn[3]^torn[14]^torn[5]^torn⏎'],
  [
    'numbers in different columns, each in a line',
    '规章\n  3\n     14\n         5\n',
    'bare-lines: ⏎ aligned: [规章]^torn[3]^torn[14]^torn[5]^torn⏎',
  ],
  [
    'a remark after a number',
    '行政许可 16 （其中变更3件）\n行政处罚 2 件\n行政强制 3 元 4\n',
    'bare-lines: ⏎ raw: [行政许可][16 （其中变更3件）]⏎[行政处罚][2 件]⏎[行政强制][3 元][4]⏎',
  ],
  ['a remark in the next line is none', '行政许可 16\n（其中变更3件）\n', 'bare-lines: ⏎ raw: [行政许可][16]⏎'],
  [
    'a number stuck to the label after it',
    '行政许可 16行政处罚\n 2\n',
    'bare-lines: ⏎ glued: [行政许可][16]⏎ bare-lines: [行政处罚]^torn[2]⏎',
  ],
  ['a mark for none', '规章 / 无 3\n', 'bare-lines: ⏎ raw: [规章][/][无][3]⏎'],
  [
    'a number that numbers a label',
    '1 属于国家秘密 0 0 0\n2 其他法律行政法规禁止公开 1 0 1\n',
    'bare-lines: ⏎ raw: [1 属于国家秘密][0][0][0]⏎[2 其他法律行政法规禁止公开][1][0][1]⏎',
  ],
  ['a number of three digits numbers nothing', '123 属于国家秘密 0 0\n', 'bare-lines: ⏎⏎[123]⏎ raw: [属于国家秘密][0][0]⏎'],
  ['a number in the middle of a line numbers nothing', '0 3 要求提供公开出版物 0\n', 'bare-lines: ⏎ raw: ⏎[0][3]⏎[要求提供公开出版物][0]⏎'],
  [
    'a label of a group in the middle of its rows',
    '1.属于国家秘密 0 0\n（三）不予\n2.其他法律行政法规禁止公开 1 1\n公开\n3.危及“三安全一稳定” 2 2\n',
    'bare-lines: ⏎ raw: [1.属于国家秘密][0][0]⏎ bare-lines: {（三）不予↵公开=（三）不予|公开} raw: [2.其他法律行政法规禁止公开][1][1]⏎[3.危及“三安全一稳定”][2][2]⏎',
  ],
  [
    'the end of a group’s label in the line of a row',
    '（三）不予 1.属于国家秘密\n公开 0 0 7\n',
    'bare-lines: ⏎{（三）不予↵公开=（三）不予|公开} raw: [1.属于国家秘密]^torn[0][0][7]⏎',
  ],
  ['a header ends the row above', '规章 1 2\n本年制发件数\n3\n', 'bare-lines: ⏎ raw: [规章][1][2]⏎ bare-lines: [本年制发件数]⏎[3]⏎'],
  ['words that no form has', '规章 1 2\n说明 3 4\n无关 的话 5\n', 'bare-lines: ⏎ raw: [规章][1][2]⏎[说明][3][4]⏎{无关↵的话=无关|的话}[5]⏎'],
  [
    'a sentence ends the table',
    '规章 1 2\n本年度我局围绕中心工作扎实推进政府信息公开各项任务落实到位成效明显。\n3 4\n',
    'bare-lines: ⏎ raw: [规章][1][2]⏎ bare-lines: ■ raw: ⏎[3][4]⏎',
  ],
  [
    'thirty characters do not',
    `规章 1 2\n${'一'.repeat(30)}\n3 4\n`,
    'bare-lines: ⏎ raw: [规章][1][2]⏎[一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一][3][4]⏎',
  ],
  ['what is neither a number nor a word is left out', '规章 1 2\n12-34 5\n……\n', 'bare-lines: ⏎ raw: [规章]^torn[1]^torn[2]^torn[5]^torn⏎'],
  [
    'a run of digits',
    '规章000\n行政规范性文件101\n行政许可 8\n',
    'bare-lines: ⏎ glued: [规章][000]⏎[行政规范性文件][101]⏎ raw: [行政许可][8]⏎',
  ],
  ['fifteen digits are a run', `规章\n${'1'.repeat(15)}\n`, 'bare-lines: ⏎ glued: [规章]^torn[111111111111111]⏎'],
  ['fourteen are a number', `规章\n${'1'.repeat(14)}\n`, 'bare-lines: ⏎[规章]^torn[11111111111111]⏎'],
  [
    'labels and numbers without anything between',
    '规章000行政规范性文件101行政许可8本局另有3\n',
    'bare-lines: ⏎ glued: [规章][000]⏎[行政规范性文件][101]⏎[行政许可][8]⏎[本局另有][3]⏎',
  ],
  [
    'a blank line ends no row of one cell a line',
    '规章\n\n0\n\n1\n\n2\n\n行政许可\n3\n',
    'bare-lines: ⏎[规章]^torn[0]^torn[1]^torn[2]^torn⏎[行政许可]^torn[3]⏎',
  ],
  ['a row in other numbers', '（2）重复申请 1 2\n', 'bare-lines: ⏎ raw: [（2）重复申请][1][2]⏎'],
  [
    'a table with separators below',
    '规章 1 2\n行政许可\t3\n行政处罚 4\n',
    'bare-lines: ⏎ raw: [规章][1][2]⏎ tsv: [行政许可][3]⏎ bare-lines: ⏎ raw: [行政处罚][4]⏎',
  ],
  ['a label alone', '行政许可\n', 'bare-lines: ⏎[行政许可]⏎'],
  [
    'a header in columns',
    '信息内容   本年制发件数   本年废止件数\n规章   1   2\n',
    'bare-lines: ⏎[信息内容][本年制发件数][本年废止件数] aligned: [规章][1][2]⏎',
  ],
  ['numbers before any label', '1 2 3\n规章 4 5 6\n', 'bare-lines: ⏎ raw: ⏎[1][2][3]⏎[规章][4][5][6]⏎'],
])('of lines without separators, %s', (_, text, tokens) => {
  expect(assembledIn(text)).toBe(tokens);
});

// Digits after `#`, what is neither after `~`.
it.each<[line: string, parts: string]>([
  ['规章000行政规范性文件693665', '规章 #000 行政规范性文件 #693665'],
  ['规章012', '规章 #012'],
  ['规章', ''],
  ['行政许可8行政处罚9', '行政许可 #8 行政处罚 #9'],
  ['行政许可8', '行政许可 #8'],
  ['行政许可8件', ''],
  ['行政许可8，行政处罚9', '行政许可 #8 行政处罚 #9'],
  ['行政许可8件，行政处罚9件', ''],
  ['行政许可8行政处罚9件', ''],
  ['本年度行政许可8行政处罚9', '~本年度 行政许可 #8 行政处罚 #9'],
  ['000行政规范性文件693', '#000 行政规范性文件 #693'],
  ['12规章', '#12 规章'],
  ['12', ''],
  ['（一）予以公开0000000', '（一）予以公开 #0000000'],
  ['2.其他法律行政法规禁止公开00000003.危及“三安全一稳定”0000000', '2.其他法律行政法规禁止公开 #0000000 3.危及“三安全一稳定” #0000000'],
  ['重复申请00000003.要求提供公开出版物0000000', '重复申请 #0000000 3.要求提供公开出版物 #0000000'],
  ['信息内容本年制发件数本年废止件数现行有效件数', '信息内容 本年制发件数 本年废止件数 现行有效件数'],
  ['信息内容本年制发件数本年废止件数现行有效件数规章012', '信息内容 本年制发件数 本年废止件数 现行有效件数 规章 #012'],
  ['行政事业性收费1.50行政许可3', '行政事业性收费 #1.50 行政许可 #3'],
  ['行政许可 8 行政处罚 9', '行政许可 #8 行政处罚 #9'],
  ['行政许可：8行政处罚9', '行政许可 #8 行政处罚 #9'],
  ['行政许可８行政处罚９', '行政许可 #８ 行政处罚 #９'],
  [`规章${'一'.repeat(30)}0行政许可3`, ''],
  [`行政许可8行政处罚9${'一'.repeat(41)}行政强制3行政事业性收费4`, '行政许可 #8 行政处罚 #9 行政强制 #3 行政事业性收费 #4'],
  [`行政许可8行政处罚9${'一'.repeat(40)}行政强制3行政事业性收费4`, ''],
  ['第二十条第（一）项信息内容本年制发件数', '第二十条第（一）项 信息内容 本年制发件数'],
  ['（三）不予公开1.属于国家秘密0000000', '（三）不予公开 1.属于国家秘密 #0000000'],
  ['第5号行政许可', ''],
  ['行政許可8行政處罰9', '行政許可 #8 行政處罰 #9'],
  ['行政许可8 9行政处罚7', '行政许可 #8 #9 行政处罚 #7'],
  ['2.重复申请', ''],
  ['（七）总计0000000', '（七）总计 #0000000'],
  ['其他0行政许可3', '其他 #0 行政许可 #3'],
  ['行政许可8其他5项', ''],
  ['行政许可8行政处罚9共17', '行政许可 #8 行政处罚 #9 ~共 #17'],
  ['x行政许可8', ''],
  ['行政许可8x', ''],
  ['行政许可8 ，行政处罚9 ，行政强制3', '行政许可 #8 行政处罚 #9 行政强制 #3'],
  ['行政许可）8行政处罚）9本局', '行政许可） #8 行政处罚） #9 ~本局'],
  ['行政许可8行政处罚9本局一二三四五六', ''],
  ['行政许可8行政处罚9本局', '行政许可 #8 行政处罚 #9 ~本局'],
])('%j is cut into %j', (line, parts) => {
  const marks = { label: '', digits: '#', text: '~' } as const;
  // Wherever in a text it stands.
  const text = `8（${line}）件`;
  const cut = cutGlued(loose(text, 'raw', 2, 2 + line.length, 0, 0), lexiconOf());
  expect(cut.map(({ kind, token }) => marks[kind] + token.written).join(' ')).toBe(parts);
  expect(cut.filter(({ token }) => token.layout !== 'glued')).toEqual([]);
  for (const { kind, key, token } of cut) if (kind === 'label') expect(token.key).toBe(key);
});

it('of a word that comes twice the next one in reading order is meant, else the first', () => {
  const [table, other] = forms['2021'].tables as [TableForm, TableForm];
  const entry = (ordinal: number, of = table): LabelEntry => ({
    form: forms['2021'],
    table: of,
    kind: 'column',
    label: '总计',
    key: '总计',
    ordinal,
  });
  const words = [entry(3), entry(5, other), entry(8), entry(12)];
  const meant = (ordinal: number): number | undefined => nearest(words, table, ordinal)?.ordinal;
  expect([-1, 2, 3, 7, 8, 11, 12, 40].map(meant)).toEqual([3, 3, 8, 8, 12, 12, 3, 3]);
  expect(nearest([entry(5, other)], table, -1)).toBeNull();
  expect(nearest([], table, -1)).toBeNull();
});

describe('a blank among amounts takes as many decimal places as they have, where they all have as many', () => {
  // Article 50 as an edition of a user’s own might have it: the numbers of documents are amounts.
  const [disclosure, ...others] = edition2021.tables;
  const amounts = {
    ...edition2021,
    id: 'amounts',
    tables: [
      {
        ...disclosure,
        blocks: disclosure?.blocks.map((block, at) =>
          at === 0 ? { ...block, columns: block.columns.map((column) => ({ ...column, number: 'decimal' })) } : block,
        ),
      },
      ...others,
    ],
  };
  const lexicon = buildLexicon(loadForms([parseEdition(amounts)]));
  it.each<[string, readonly (number | undefined)[]]>([
    ['1.50\t2.25\t/', [2, 2, 2]],
    ['/\t2.25\t/', [2, 2, 2]],
    ['1.5\t2.25\t/', [1, 2, undefined]],
    ['1\t2.25\t/', [undefined, 2, undefined]],
    ['1\t2\t/', [undefined, undefined, undefined]],
    ['1.50\t待定\t/', [2, undefined, 2]],
    ['-1.505\t2.25\t/', [3, 2, 2]],
  ])('%j', (cells, places) => {
    const text = `青禾县水务局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章\t${cells}\n行政许可\t/\n`;
    const [table] = parse(text, lexicon).reports[0]?.tables ?? [];
    expect(table?.rows[0]?.cells.map((cell) => cell.places)).toEqual(places);
    expect(table?.cells.find((cell) => cell?.spec.rowKey === 'administrativeLicenses')).not.toHaveProperty('places');
  });
});
