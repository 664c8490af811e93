/** Sections as wholes: whether they are there, in which order, whether anything is written in them, and how section 一 is written. */
import { describe, expect, it } from 'vitest';
import { applyEdits, type Finding, fixesOf } from '../../../server/src/core/index.ts';
import { countCharacters } from '../../../server/src/core/text/characters.ts';
import { check, checkReport, told } from '../../harness/check.ts';
import { DRAWN, GLUED, LAYOUTS, LOSSY } from '../../harness/layouts.ts';
import { PROSE, renderReport, titleOf } from '../../harness/reports.ts';

const RULES = /^(?:missing-section|section-order|empty-section|overview-)/;
const own = (text: string): string[] => told(text).filter((line) => RULES.test(line));
const messages = (text: string): string[] =>
  checkReport(text)
    .findings.filter(({ rule }) => RULES.test(rule))
    .map(({ message }) => message['zh-cn']);
const without = (...ids: string[]): string => renderReport({ withoutSections: new Set(ids) });

const report = renderReport();
const [ONE, FIVE, SIX] = ['一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项'];
const FOUR = '四、政府信息公开行政复议、行政诉讼情况';
const partOf = (heading: string, next?: string): string =>
  report.slice(report.indexOf(heading), next === undefined ? undefined : report.indexOf(next));

it.each([...LAYOUTS, ...DRAWN, ...LOSSY, ...GLUED])('%s: a correct report has none of this', (layout) => {
  expect(own(renderReport({ layout }))).toEqual([]);
  expect(own(renderReport({ layout, edition: '2019' }))).toEqual([]);
});

describe('missing-section', () => {
  it.each(LAYOUTS)('%s: each that is not there', (layout) => {
    const five = renderReport({ layout, withoutSections: new Set(['problems']) });
    expect(messages(five)).toEqual([`缺少“${FIVE}”这一部分`]);
    expect(own(renderReport({ layout, withoutSections: new Set(['overview']) }))).toEqual([`missing-section ⟦${titleOf(2023)}⟧`]);
  });

  it('is an error at the heading before it', () => {
    const { findings } = check(without('other'));
    expect(own(without('other'))).toEqual([`missing-section ⟦${FIVE}⟧`]);
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['missing-section error']);
  });

  it('is told of two', () => expect(messages(without('overview', 'other'))).toEqual([`缺少“${ONE}”这一部分`, `缺少“${SIX}”这一部分`]));

  it('is told at the table where only the heading is missing', () => {
    expect(own(report.replace(`${FOUR}\n`, ''))).toEqual(['missing-section ⟦行政复议⟧']);
  });

  it('is not said twice where the table is missing, too', () => {
    const rules = told(without('disputes')).map((line) => line.split(' ')[0]);
    expect(rules).toEqual(['missing-table']);
  });

  it.each([
    ['other', `${SIX}\n`, '六、其他事项说明\n'],
    ['other', `${SIX}\n`, '六、附则\n'],
    ['other', `${SIX}\n`, '七、附则\n'],
    ['other', `${SIX}\n`, '（六）其他事项\n'],
    ['other', `${SIX}\n`, '6.其他事项\n'],
    ['other', `${SIX}\n`, '第六部分 附则\n'],
    ['other', `${SIX}\n`, '需要报告的事项\n'],
    ['other', `${SIX}\n`, `${SIX}：`],
    ['other', `${SIX}\n`, '<b>六、其他需要</b>报告的事项 '],
    ['problems', `${FIVE}\n`, '五、不足之处\n'],
    ['problems', `${FIVE}\n`, '存在问题和改进措施\n'],
    ['overview', `${ONE}\n`, '一、概述\n'],
    ['disclosure', '二、主动公开政府信息情况\n', '二、主动公开情况\n'],
  ])('%s is there in other words: %j as %j', (_, heading, other) => {
    expect(report).toContain(heading);
    expect(own(report.replace(heading, other))).toEqual([]);
  });

  it.each([
    ['another’s number', '一、加强培训\n二、充实图解\n'],
    ['a list', '（一）加强培训\n（二）充实图解\n5.定期检查\n'],
    ['a sentence', '其他需要说明的情况，已在上文报告。\n'],
  ])('is told all the same below %s', (_, text) => {
    const written = report.replace(`${SIX}\n${PROSE.other}\n`, text);
    expect(own(written)).toEqual([`missing-section ⟦${FIVE}⟧`]);
  });

  it.each([
    ['a part with fewer than four sections', without('overview', 'problems', 'other')],
    ['a second part', report.slice(report.indexOf('三、收到'))],
    ['a part that ends with a table', without('problems', 'other')],
    ['the first of several pages', `${without('other')}\n<a href="2.html">下一页</a>\n`],
  ])('is not told of %s', (_, text) => expect(own(text).filter((line) => line.startsWith('missing-section'))).toEqual([]));

  it('is told where something is written behind the last table', () => {
    expect(own(`${without('problems', 'other')}\n青禾县水务局\n`)).toEqual([`missing-section ⟦${FOUR}⟧`, `missing-section ⟦${FOUR}⟧`]);
  });

  it('is not told of the form before 2019', () => {
    const legacy = `${titleOf(2017)}\n${without('other').slice(titleOf(2023).length)}\n统计指标\t单位\t统计数\n主动公开\t条\t12\n`;
    expect(own(legacy)).toEqual([]);
  });
});

describe('section-order', () => {
  const [one, five, six] = [partOf(ONE, '二、'), partOf(FIVE, SIX), `${partOf(SIX)}\n`];
  const rest = report.slice(report.indexOf('二、'), report.indexOf(FIVE));

  it.each([
    ['六 before 五', one + rest + six + five, [`section-order ⟦${FIVE}⟧`], [`“${FIVE}”应在“${SIX}”之前`]],
    ['一 at the end', rest + five + six + one, [`section-order ⟦${ONE}⟧`], [`“${ONE}”应在“二、主动公开政府信息情况”之前`]],
    [
      '五 and 六 at the beginning',
      five + six + one + rest,
      [`section-order ⟦${FIVE}⟧`, `section-order ⟦${SIX}⟧`],
      [`“${FIVE}”应在“${FOUR}”之后`, `“${SIX}”应在“${FOUR}”之后`],
    ],
  ] as const)('%s', (_, body, places, said) => {
    const text = `${titleOf(2023)}\n${body}`;
    const found = own(text).filter((line) => line.startsWith('section-order'));
    expect(found).toEqual(places);
    expect(messages(text).filter((message) => message.includes('应在'))).toEqual(said);
    expect(check(text).findings.find(({ rule }) => rule === 'section-order')).toMatchObject({ severity: 'warning' });
  });

  it('is not judged where headings come twice', () => {
    const contents = `${ONE}\n${FIVE}\n${SIX}\n`;
    expect(own(`${titleOf(2023)}\n${contents}${one}${rest}${six}${five}`)).toEqual([]);
  });

  it('is not judged of a part', () => expect(own(`${titleOf(2023)}\n${six}${partOf('二、', '三、')}`)).toEqual([]));
});

describe('empty-section', () => {
  const withSection = (id: string, prose: string): string => renderReport({ prose: { [id]: prose } });

  it.each(LAYOUTS)('%s: nothing is written', (layout) => {
    for (const id of ['overview', 'problems'])
      expect(messages(renderReport({ layout, prose: { [id]: '' } }))).toEqual([`“${id === 'overview' ? ONE : FIVE}”之下没有内容`]);
  });

  it.each(['', '　　', '青禾县水务局\n2024年1月20日', '- 5 -', '[bookmark: x]', '&nbsp;', '**'])('%j is nothing', (prose) => {
    expect(own(withSection('other', prose))).toEqual([`empty-section ⟦${SIX}⟧`]);
  });

  it.each(['无', '无。', '[image: 图1.png]', '![](a.png)', '| 年度 | 件数 |\n| --- | --- |', '见下表\n甲\t乙'])(
    '%j is something',
    (prose) => {
      expect(own(withSection('problems', prose))).toEqual([]);
    },
  );

  it.each(['（文字描述）', '(文字描述)', '（ 文字描述 ）', '【文字描述】', 'XX', '××', '×××。', 'XXXX', '……', 'ＸＸ', '待补充'])(
    '%j is a placeholder',
    (prose) => {
      const text = withSection('problems', prose);
      expect(own(text)).toEqual([`empty-section ⟦${prose}⟧`]);
      expect(messages(text)).toEqual([`模板的占位文字未删：“${prose}”`]);
      const [finding] = check(text).findings as [Finding];
      expect(finding).toMatchObject({ severity: 'warning' });
      expect(fixesOf(check(text).document, finding)).toEqual([]);
    },
  );

  it.each(LAYOUTS)('%s: a placeholder between words goes', (layout) => {
    const clean = renderReport({ layout });
    const text = clean.replace('扎实做好', '扎实（文字描述）做好');
    const { document, findings } = check(text);
    expect(told(text)).toEqual(['empty-section ⟦（文字描述）⟧']);
    expect(applyEdits(text, fixesOf(document, findings[0] as Finding)[0]?.edits ?? [])).toBe(clean);
  });

  it.each([
    ['收到来信XX件', 'XX件'],
    ['收到来信×××件', '×××件'],
    ['于xx年XX月印发', 'xx年XX月'],
    ['20XX年', '20XX年'],
    ['20××年度', '20××年'],
    ['\\(文字描述\\)', '\\(文字描述\\)'],
    ['20XX年全年', '20XX年'],
    ['202X年全年', '202X年'],
  ])('%s: %s', (piece, marked) => {
    const text = report.replace('政策解读', `${piece}，政策解读`);
    expect(own(text)).toEqual([`empty-section ⟦${marked}⟧`]);
  });

  it.each(['文字描述', '（文字描述见附件）', '见 www.qinghe.example/xxgk/XX年', '张××', 'AXX件', 'XX项目'])('%s is none', (piece) => {
    expect(own(report.replace('政策解读', `${piece}，政策解读`))).toEqual([]);
  });

  it.each([
    ['an attribute', '<p title="（文字描述）">'],
    ['a comment', '<!-- （文字描述） --><p>'],
    ['a script', '<script>var a = "（文字描述）";</script><p>'],
  ])('none in %s', (_, before) => {
    const html = renderReport({ layout: 'html' });
    expect(own(html.replace('<p>本年度', `${before}本年度`))).toEqual([]);
  });

  it('does not take a list of contents for the report', () => {
    const contents = `${titleOf(2023)}\n${report.match(/^[一二三四五六]、.*(?:情况|事项)$/gm)?.join('\n')}\n`;
    expect(contents.split('\n')).toHaveLength(8);
    expect(own(contents + report.replace(/^[一二三四五六]、(?:总体|主动|收到|政府|存在|其他).*$/gm, '各项内容：'))).toEqual([]);
  });

  it('does not speak of an excerpt', () => expect(own(`${titleOf(2023)}\n${ONE}\n${partOf('三、收到', '四、政府')}`)).toEqual([]));
});

describe('overview-too-long', () => {
  const base = '本年度，青禾县水务局扎实做好主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作。';
  const long = (count: number): string => base + '好'.repeat(count - countCharacters(base));
  const lengthOf = (prose: string, edition: '2019' | '2021' = '2021'): string[] =>
    messages(renderReport({ edition, prose: { overview: prose } }));

  it('lets a tenth more pass', () => {
    expect(lengthOf(long(1100))).toEqual([]);
    expect(lengthOf(long(1101))).toEqual([`“${ONE}”有 1101 字，一般不超过 1000 字`]);
    expect(check(renderReport({ prose: { overview: long(1101) } })).findings).toMatchObject([
      { severity: 'information', expected: 1000, actual: 1101 },
    ]);
  });

  it('does not count punctuation, markup and tables', () => {
    expect(lengthOf(`${long(1090)}${'，'.repeat(200)}\n${'[image: 图片一.png]'.repeat(50)}\n| ${'河 | '.repeat(300)}`)).toEqual([]);
  });

  it('was not asked for before 2021', () => expect(lengthOf(long(2000), '2019')).toEqual([]));

  it('is not judged where the next heading is missing', () => {
    const text = renderReport({ prose: { overview: long(2000) } });
    expect(own(text.replace('二、主动公开政府信息情况', '二、公示栏'))).toEqual([]);
  });

  it.each([
    ['公开信息12条', 6],
    ['2023年，1,200件，46.33万', 6],
    ['１２条', 2],
    ['Word 2016', 1],
    ['第3。4条', 4],
    ['<b>公开</b>&nbsp;[bookmark: 书签]', 2],
    ['[公开](https://a.example/2023/1.html)', 2],
    ['〇𠮷', 2],
  ])('%s', (text, count) => expect(countCharacters(text)).toBe(count));
});

describe('overview-aspects', () => {
  const aspects = (prose: string, edition: '2019' | '2021' = '2021'): string[] =>
    messages(renderReport({ edition, prose: { overview: prose } }));

  it('names all that are left out, in one finding', () => {
    expect(aspects('本年度工作有序开展。')).toEqual([
      `“${ONE}”没有写到：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障`,
    ]);
    expect(own(renderReport({ prose: { overview: '本年度工作有序开展。' } }))).toEqual([`overview-aspects ⟦${ONE}⟧`]);
  });

  it.each([
    ['主动公开', '依申请公开0件，健全制度，更新网站，加强培训。'],
    ['依申请公开', '在网站发布信息，健全制度，加强培训。'],
    ['政府信息管理', '在网站发布信息，未收到依申请事项，加强培训。'],
    ['政府信息公开平台建设', '发布信息20条，未收到依申请事项，健全制度，加强培训。'],
    ['监督保障', '在网站发布信息，未收到依申请事项，健全制度。'],
  ])('%s: %s', (name, prose) => expect(aspects(prose)).toEqual([`“${ONE}”没有写到：${name}`]));

  it.each([
    '在县政府网站更新信息98条，没有群众提出申请公开，镇长任组长，一人审核。',
    '在网站上有信息98条，没有群众提出申请公开，镇长任组长，一人审核。',
    '在网站发布信息，受理公民的申请3次，健全制度，加强培训。',
    '主动公開信息，依申請公開0件，更新網站，信息管理，監督到位。',
    '在<b>网</b>站发 布信息，未收到依\n申请事项，健全制度，加强培训。',
  ])('%s covers all', (prose) => expect(aspects(prose)).toEqual([]));

  it('takes no word from another sentence', () => {
    expect(aspects('在网站发布信息，受理来信3次。申请经费2万，健全制度，加强培训。')).toEqual([`“${ONE}”没有写到：依申请公开`]);
  });

  it('leaves an empty section to empty-section', () => {
    for (const prose of ['', '（文字描述）', 'XX']) expect(aspects(prose).filter((message) => message.includes('没有写到'))).toEqual([]);
  });

  it('was not asked for before 2021', () => expect(aspects('本年度工作有序开展。', '2019')).toEqual([]));
});

it.each(['（文字描述）', '好（文字描述）', 'XX件', 'XX', 'X', '（', '文字描述', '六、好\n', '好。'])(
  '%j without end is read in time',
  (piece) => {
    const prose = piece.repeat(10_000);
    for (const layout of ['cell-lines', 'html'] as const) {
      for (const text of [
        renderReport({ layout, prose: { overview: prose } }),
        renderReport({ layout, prose: { overview: `<b>${piece}</b>`.repeat(10_000) } }),
      ]) {
        const { document, findings } = check(text.replace(SIX, '其他'));
        expect(document.reports).toHaveLength(1);
        expect(findings.filter(({ rule }) => rule === 'internal-error')).toEqual([]);
      }
    }
  },
  20_000,
);
