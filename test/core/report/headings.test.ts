/** Headings, titles, years and units, in texts with prose alone: what is a section of which report, and whose report it is. */
import { describe, expect, it } from 'vitest';
import { mayBeReport } from '../../../server/src/core/report/probes.ts';
import { read } from '../../harness/read.ts';

const TITLE = '青禾县水务局2023年政府信息公开工作年度报告\n';
const HEADINGS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const HAN = '一二三四五六';
type Numbering = (index: number) => string;
const han: Numbering = (index) => `${HAN[index]}、`;
const body = (numbering: Numbering = han, under = '本年度工作扎实。\n'): string =>
  HEADINGS.map((heading, index) => `${numbering(index)}${heading}\n${under}`).join('');

/** The headings of each report as they stand in the text. */
const headingsIn = (text: string): string[][] =>
  read(text).reports.map(({ sections }) => sections.map(({ heading }) => text.slice(heading.start, heading.end)));
const written = (numbering: Numbering = han): string[] => HEADINGS.map((heading, index) => numbering(index) + heading);

describe('headings are found, numbered', () => {
  it.each<[string, Numbering]>([
    ['一、', han],
    ['1.', (index) => `${index + 1}.`],
    ['１、', (index) => `${'１２３４５６'[index]}、`],
    ['（一）', (index) => `（${HAN[index]}）`],
    ['(1)', (index) => `(${index + 1})`],
    ['第一部分', (index) => `第${HAN[index]}部分 `],
    ['第一、', (index) => `第${HAN[index]}、`],
    ['一是', (index) => `${HAN[index]}是`],
    ['##', () => '## '],
    ['not at all', () => ''],
    ['with a space', (index) => `${HAN[index]} 、 `],
  ])('%s', (_, numbering) => {
    expect(headingsIn(TITLE + body(numbering))).toEqual([written(numbering)]);
  });
});

describe('a heading that comes twice', () => {
  const below = (sub: string): string => (TITLE + body()).replace('一、总体情况\n', `一、总体情况\n${sub}\n有进展。\n`);
  it.each(['（一）', '(1)', '1.', '1、', '## ', '第一，', '一是', '', '①'])('is no section in another style: %s', (number) => {
    expect(headingsIn(below(`${number}主动公开政府信息情况`))).toEqual([written()]);
    expect(headingsIn(below(`${number}总体情况`))).toEqual([written()]);
  });
  it.each(['一、', '三、'])('is no section with the number of another: %s', (number) => {
    expect(headingsIn(below(`${number}主动公开政府信息情况`))).toEqual([written()]);
  });

  it('in the style of sections that bear no number, is the last one, but for the first section', () => {
    const plain = TITLE + body(() => '');
    const twice = plain.replace('总体情况\n', '总体情况\n主动公开政府信息情况\n有进展。\n总体情况\n');
    const [report] = read(twice).reports;
    expect(report?.sections.map(({ id, heading }) => [id, heading.start])).toEqual([
      ['overview', twice.indexOf('总体情况')],
      ['disclosure', twice.lastIndexOf('主动公开')],
      ['applications', twice.indexOf('收到')],
      ['disputes', twice.indexOf('政府信息公开行政复议')],
      ['problems', twice.indexOf('存在')],
      ['other', twice.indexOf('其他')],
    ]);
  });

  it('in Markdown, has the level of its marks', () => {
    const plain = TITLE + body(() => '## ');
    const text = plain.replace('## 其他', '### 主动公开政府信息情况\n下一步改进。\n## 其他');
    expect(read(text).reports[0]?.sections.map(({ heading }) => heading.start)).toEqual(HEADINGS.map((one) => text.indexOf(`## ${one}\n`)));
  });

  it('in HTML, has the level of its tag', () => {
    const page = (level: number): string =>
      `<html><h1>${TITLE.trim()}</h1>${HEADINGS.map((heading) => `<h2 class="a">${heading}</h2><p>扎实。</p>`).join('')}</html>`.replace(
        '<p>',
        `<h${level}>主动公开政府信息情况</h${level}><p>`,
      );
    const [report] = read(page(3)).reports;
    expect(report?.sections.map(({ id, heading }) => [id, page(3).slice(heading.start - 14, heading.start)])[1]).toEqual([
      'disclosure',
      '<h2 class="a">',
    ]);
  });

  it('below a list of contents, is the one with the longer body', () => {
    const contents = written().join('\n');
    const text = `${TITLE}${contents}\n${body()}`;
    const [report, ...more] = read(text).reports;
    expect(more).toEqual([]);
    expect(report?.sections.map(({ heading }) => heading.start)).toEqual(written().map((one) => text.lastIndexOf(one)));
    expect(report?.sections.map(({ span }) => text.slice(span.start, span.end))).toEqual(
      written().map((one) => `${one}\n本年度工作扎实。\n`),
    );
  });

  it.each(['（一）', '1.', '第一部分 '])('below a list of contents in another style, is the one with a body: %s', (first) => {
    const contents = HEADINGS.map(
      (heading, index) => `${first.replace('一', HAN[index] as string).replace('1', `${index + 1}`)}${heading}\n`,
    ).join('');
    expect(headingsIn(TITLE + contents + body())).toEqual([written()]);
  });

  it('is one section from its first heading to that of the next', () => {
    const text = (TITLE + body()).replace('四、', '三、收到和处理政府信息公开申请情况（续）\n四、');
    const [report] = read(text).reports;
    expect(report?.sections[2]?.span).toEqual({ start: text.indexOf('三、'), end: text.indexOf('四、') });
    expect(report?.sections[5]?.span.end).toBe(text.length);
  });
});

describe('a further report begins', () => {
  const long = '扎实推进。'.repeat(40);
  const one = (year: number): string => `青禾县水务局${year}年政府信息公开工作年度报告\n${body(han, `${long}\n`)}`;
  it('at its title', () => {
    const text = one(2022) + one(2023);
    expect(read(text).reports.map(({ span, reportingYear }) => [span.start, span.end, reportingYear])).toEqual([
      [0, one(2022).length, 2022],
      [one(2022).length, text.length, 2023],
    ]);
  });
  it('and a third one', () => {
    expect(read(one(2021) + one(2022) + one(2023)).reports.map(({ reportingYear }) => reportingYear)).toEqual([2021, 2022, 2023]);
  });
  it('not where the first has 600 characters at most', () => {
    const short = `${TITLE}${body()}`;
    expect(read(short + short).reports).toHaveLength(1);
  });
  it('not with headings of the first two sections alone', () => {
    const text = one(2023).replace('三、', '一、总体情况\n三、');
    expect(read(text).reports).toHaveLength(1);
  });
});

describe('a title says whose report it is, and of which year', () => {
  it.each<[string, string | null, number | null, string | null]>([
    ['青禾县水务局2023年政府信息公开工作年度报告', '=', 2023, '青禾县水务局'],
    ['2023年青禾县水务局政府信息公开年报', '=', 2023, '青禾县水务局'],
    ['青禾县水务局2023年度政府信息公开工作报告', '=', 2023, '青禾县水务局'],
    ['青禾县水务局政府信息公开年度工作报告（2023年）', '=', 2023, '青禾县水务局'],
    ['青禾县水务局二〇二三年政府信息公开工作年度报告', '=', 2023, '青禾县水务局'],
    ['标题：青禾县水务局关于2023年政府信息公开年度报告', '=', 2023, '青禾县水务局'],
    ['青禾县水务局\n2023年政府信息公开年度报告', '2023年政府信息公开年度报告', 2023, '青禾县水务局'],
    ['青禾县水务局2023年\n政府信息公开工作年度报告', '政府信息公开工作年度报告', 2023, '青禾县水务局'],
    ['青禾县水务局2023年政府信息\n公开工作年度报告', '=', 2023, '青禾县水务局'],
    ['青禾县水务局政府信息公开工作年度报告\n（2023年）', '青禾县水务局政府信息公开工作年度报告', 2023, '青禾县水务局'],
    ['青禾县水务局政府信息公开工作年度报告\n2024年1月20日', '青禾县水务局政府信息公开工作年度报告', null, '青禾县水务局'],
    [
      '2022年政府信息公开工作年度报告\n青禾县水务局2023年政府信息公开工作年度报告',
      '青禾县水务局2023年政府信息公开工作年度报告',
      2023,
      '青禾县水务局',
    ],
    ['首页 > 政府信息公开年报\n青禾县水务局2023年政府信息公开年报', '青禾县水务局2023年政府信息公开年报', 2023, '青禾县水务局'],
    [`${'政务公开专栏'.repeat(7)}\n2023年政府信息公开工作年度报告`, '2023年政府信息公开工作年度报告', 2023, null],
    // A line of more than 40 characters above a title is no name.
    [`${'青禾县'.repeat(12)}人民政府\n2023年政府信息公开年度报告`, '2023年政府信息公开年度报告', 2023, `${'青禾县'.repeat(12)}人民政府`],
    [`${'青禾县'.repeat(12)}人民政府办\n2023年政府信息公开年度报告`, '2023年政府信息公开年度报告', 2023, null],
    ['  青禾县水务局2023年政府信息公开工作年度报告  ', '青禾县水务局2023年政府信息公开工作年度报告', 2023, '青禾县水务局'],
  ])('%j', (lines, title, reportingYear, unit) => {
    const text = `${lines}\n${body()}`;
    const [report] = read(text).reports;
    expect(report).toMatchObject({ reportingYear, unit });
    expect(report?.title && text.slice(report.title.start, report.title.end)).toBe(title === '=' ? lines : title);
  });

  it.each([
    '关于做好2023年政府信息公开工作年度报告的通知',
    '2023年政府信息公开工作年度报告格式',
    '现将2023年政府信息公开年报公布',
    '根据要求编制的政府信息公开年度报告',
  ])('no title: %j', (line) => {
    expect(read(`${line}\n${body()}`).reports).toEqual([]);
  });

  it('without a title, the period says the year, else the first section', () => {
    const rows = '二、主动公开政府信息情况\n规章\t0\t0\t0\n行政许可\t5\n行政处罚\t3\n';
    const years = (preface: string): (number | null | undefined)[] =>
      read(`一、总体情况\n${preface}\n${rows}${body().slice(body().indexOf('三、'))}`).reports.map(({ reportingYear }) => reportingYear);
    expect(years('本报告所列数据自2023年1月1日起至12月31日止。2022年，2022年。')).toEqual([2023]);
    expect(years('统计期限为2023年1月1日至12月31日。2022年，2022年。')).toEqual([2023]);
    expect(years('2023年，我局比2022年更扎实；2023年共发布12件。')).toEqual([2023]);
    expect(years('2023年，我局比2022年更扎实。')).toEqual([null]);
    expect(years('2023年5月，2023年6月，2022年共发布12件。')).toEqual([2022]);
    expect(years('本年度扎实。')).toEqual([null]);
  });
});

it.each<[string, boolean]>([
  [TITLE + body().slice(body().indexOf('三、')), true],
  [TITLE + body().slice(body().indexOf('四、')), false],
  [body(), false],
  ['一、总体情况\n二、主动公开政府信息情况\n规章\t1\t2\t3\n', true],
  ['二、主动公开政府信息情况\n规章\t1\t2\t3\n', false],
  [`${TITLE}规章\t1\t2\t3\n`, true],
  ['规章\t1\t2\t3\n', false],
])('a text is a report for its title and headings, or for its numbers: %j', (text, is) => {
  expect(read(text).reports).toHaveLength(is ? 1 : 0);
});

// Rows that both forms write alike: 1. … 8. of the refusals.
const REFUSALS = [
  '1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
];
const refusals = (count: number, cells: string): string =>
  REFUSALS.slice(0, count)
    .map((label) => `${label}\t${cells}\n`)
    .join('');
const [ZEROS, BLANKS, WORDS] = ['0', '/', '待定'].map((cell) => Array(7).fill(cell).join('\t')) as [string, string, string];
const HEADER = '申请人情况\n';
const COLUMNS = '申请人情况   自然人   法人或其他组织   总计   商业企业   科研机构\n';
const SCRAMBLED = '信息内容\n规章\n行政规范性文件\n行政许可\n行政处罚\n行政强制\n行政事业性收费\n1\n2\n3\n4\n5\n';
const TORN = '（一）予以公开          1   0   0   0\n                                        0   0   0\n';
it.each<[string, string, boolean]>([
  ['eight rows, without title or headings', HEADER + refusals(8, ZEROS), true],
  ['seven rows', HEADER + refusals(7, ZEROS), false],
  ['seven rows with a title', TITLE + refusals(7, ZEROS), true],
  ['a form with eight rows of blanks, with a title', TITLE + refusals(8, BLANKS), true],
  ['the same without a title', HEADER + refusals(8, BLANKS), false],
  ['a form with seven rows of blanks', TITLE + refusals(7, BLANKS), false],
  ['eight rows of words', TITLE + refusals(8, WORDS), false],
  ['eight rows of blanks and a word', TITLE + refusals(8, BLANKS.replace('/', '待定')), false],
  ['one row with a number and words', TITLE + refusals(1, WORDS.replace('待定', '1')), true],
  ['two headings and a row', `一、总体情况\n三、收到和处理政府信息公开申请情况\n${refusals(1, ZEROS)}`, true],
  ['one heading and rows', `三、收到和处理政府信息公开申请情况\n${refusals(3, ZEROS)}`, false],
  [
    'two torn rows, with a title and a heading',
    `${TITLE}三、收到和处理政府信息公开申请情况\n${COLUMNS}${TORN}${TORN.replace('（一）予以公开', '（七）总计    ')}`,
    true,
  ],
  ['labels apart from numbers, with a title and a heading', `${TITLE}二、主动公开政府信息情况\n${SCRAMBLED}`, true],
  ['the same without a heading', TITLE + SCRAMBLED, false],
  [
    'torn rows alone, with a title and a heading',
    `${TITLE}三、收到和处理政府信息公开申请情况\n${TORN}${TORN.replace('（一）予以公开', '（七）总计    ')}${TORN.replace('（一）予以公开', '（二）部分公开')}`,
    true,
  ],
])('is a report or is none: %s', (_, text, is) => {
  expect(read(text).reports).toHaveLength(is ? 1 : 0);
});

it.each(['信息公开', '信息内容', '政府信息', '行政复议', '行政许可', '结果维持', '申请人情况'])('a text with “%s” may be one', (word) => {
  expect(mayBeReport(`甲${word}乙`)).toBe(true);
  expect(mayBeReport([...word].join(' '))).toBe(false);
});

it('a report has the edition and the layout of its largest table', () => {
  const small = '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t1\t2\n';
  const large = refusals(8, ZEROS).replaceAll(/^(.*)$/gm, (line) => (line ? `| ${line.replaceAll('\t', ' | ')} |` : ''));
  for (const tables of [small + large, `${large}\n${small}`])
    expect(read(TITLE + tables).reports[0]).toMatchObject({ layout: 'markdown', form: { id: '2021' }, due: { id: '2021' }, legacy: null });
});
