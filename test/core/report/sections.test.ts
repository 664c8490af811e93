/** Headings of the sections: their numbers, their words, and the title above them. */
import { describe, expect, it } from 'vitest';
import { applyEdits, type Finding, fixesOf } from '../../../server/src/core/index.ts';
import { check, checkReport, told } from '../../harness/check.ts';
import { DRAWN, LAYOUTS, LOSSY } from '../../harness/layouts.ts';
import { renderReport, titleOf } from '../../harness/reports.ts';

const report = renderReport();
const SIX = '六、其他需要报告的事项';
const withSix = (heading: string): string => report.replace(SIX, heading);
const withoutNumbers = (text: string): string => text.replace(/^[一二三四五六]、(?=总体|主动|收到|政府|存在|其他)/gm, '');

/** The text after the first fix of every finding. */
function mended(text: string): string {
  const { document, findings } = checkReport(text);
  return applyEdits(
    text,
    findings.flatMap((finding: Finding) => fixesOf(document, finding)[0]?.edits ?? []),
  );
}

describe('section-number', () => {
  it.each([
    ['6、其他需要报告的事项', '6、'],
    ['6、 其他需要报告的事项', '6、'],
    ['６．其他需要报告的事项', '６．'],
    ['（六）其他需要报告的事项', '（六）'],
    ['（六)、其他需要报告的事项', '（六)、'],
    ['五、其他需要报告的事项', '五、'],
    ['其他需要报告的事项', '其他需要报告的事项'],
    ['## 6、其他需要报告的事项', '6、'],
  ])('%s', (heading, marked) => {
    const text = withSix(heading);
    expect(told(text)).toEqual([`section-number ⟦${marked}⟧`]);
    expect(check(text).findings[0]).toMatchObject({ severity: 'information' });
    expect(mended(text)).toBe(text.replace(heading, heading.startsWith('## ') ? `## ${SIX}` : SIX));
  });

  it.each([
    SIX,
    '六.其他需要报告的事项',
    '六 、其他需要报告的事项',
    '第六部分 其他需要报告的事项',
    '**六、其他需要报告的事项**',
    '6. 其他需要报告的事项',
  ])('%s is as good', (heading) => expect(told(withSix(heading))).toEqual([]));

  it('is not missing where no heading has one: a converter lost them all', () => {
    expect(told(withoutNumbers(report))).toEqual([]);
  });
});

describe('section-heading', () => {
  it.each([
    ['五、存在的主要问题及改进情况', '存在的主要问题及改进措施', '五、存在的主要问题及改进措施'],
    [SIX, '需要报告的其他事项', '六、需要报告的其他事项：'],
  ])('%s as %s', (right, words, heading) => {
    const text = report.replace(right, heading);
    expect(told(text)).toEqual([`section-heading ⟦${words}⟧`]);
    expect(mended(text).replace('：\n', '\n')).toBe(report);
  });

  it.each([
    ['二、主动公开政府信息情况', '二、行政机关主动公开政府信息情况'],
    ['四、政府信息公开行政复议、行政诉讼情况', '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
    ['四、政府信息公开行政复议、行政诉讼情况', '四、政府信息公开行政复议行政诉讼情况'],
  ])('%s may be %s', (right, other) => expect(told(report.replace(right, other))).toEqual([]));
});

describe('section-heading, of a heading that is known by its number and place', () => {
  const safe = (text: string): (string | undefined)[] => {
    const { document, findings } = checkReport(text);
    return findings.map((finding) => fixesOf(document, finding)[0]?.class);
  };
  it.each([
    ['一、总体情况', '概述', 'safe'],
    ['一、总体情况', '工作开展情况', 'manual'],
    ['二、主动公开政府信息情况', '政府信息主动公开情况', 'safe'],
    ['三、收到和处理政府信息公开申请情况', '依申请公开政府信息情况', 'safe'],
    ['四、政府信息公开行政复议、行政诉讼情况', '行政法复议、行政诉讼情况', 'safe'],
    ['四、政府信息公开行政复议、行政诉讼情况', '因政府信息公开被申请行政复议、提起行政诉讼情况', 'safe'],
    ['五、存在的主要问题及改进情况', '存在的困难和不足', 'manual'],
    [SIX, '其他需报告事项', 'safe'],
    // A slip of the pen: the words of the section before.
    ['三、收到和处理政府信息公开申请情况', '主动公开政府信息情况', 'safe'],
  ])('%s as %s', (right, words, kind) => {
    const text = report.replace(`${right}\n`, `${right.slice(0, 2)}${words}\n`);
    expect(told(text)).toEqual([`section-heading ⟦${words}⟧`]);
    expect(safe(text)).toEqual([kind]);
    expect(mended(text)).toBe(report);
  });

  it.each([
    ['a sentence', '六、其他工作均已完成。'],
    ['two lines with its number', '六、说明\n六、附注'],
    ['another style', '（六）说明'],
  ])('%s is none', (_, other) => {
    const [only] = check(withSix(other)).document.reports;
    expect(only?.sections.map(({ id }) => id)).not.toContain('other');
  });

  it('the row of a table is none, though it bears the number', () => {
    const text = report.replace('四、政府信息公开行政复议、行政诉讼情况\n', '').replace('四、结转下年度继续办理', '四、结转到下年办理');
    expect(check(text).document.reports[0]?.sections.map(({ id }) => id)).not.toContain('disputes');
  });
});

describe('section-heading, of a heading that stands twice', () => {
  const FIVE = '五、存在的主要问题及改进情况';
  it('is told where the section’s text is not', () => {
    const text = report.replace(FIVE, `${FIVE}\n${FIVE}`);
    expect(told(text)).toEqual([`section-heading ⟦${FIVE}⟧`]);
    expect(mended(text)).toBe(text);
  });
  it('is not told of a list of contents', () => {
    const contents = report.match(/^[一二三四五六]、(?:总体|主动|收到|政府|存在|其他).*$/gm)?.join('\n');
    expect(told(report.replace('一、总体情况', `${contents}\n一、总体情况`))).toEqual([]);
  });
});

describe('missing-section', () => {
  const without = (headings: readonly string[]): string => headings.reduce((text, heading) => text.replace(`${heading}\n`, ''), report);
  const missing = (text: string): (string | undefined)[] =>
    checkReport(text).findings.flatMap(({ rule, message }) => (rule === 'missing-section' ? [/“(.)、/.exec(message['zh-cn'])?.[1]] : []));
  const [ONE, TWO, THREE, FOUR, FIVE] = [
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
  ];
  it.each([
    [[TWO, THREE, FOUR], '二三四'],
    [[ONE, TWO, THREE, FOUR], '一二三四'],
    // What stands below the last table may be section 五, 六, or both.
    [[ONE, TWO, THREE, FOUR, FIVE, SIX], '一二三四'],
    [[FIVE], '五'],
  ])('%j', (headings, numbers) => expect(missing(without(headings))).toEqual([...numbers]));

  it('is not told of a heading that stands in the text beside its table', () => {
    const glued = renderReport({ layout: 'glued-lines' }).replaceAll('\n', '');
    expect(missing(glued)).toEqual([]);
  });
});

describe('missing-title', () => {
  it('is told at the first heading', () => {
    expect(told(report.replace(titleOf(2023), '')).filter((line) => line.startsWith('missing-title'))).toEqual([
      'missing-title ⟦一、总体情况⟧',
    ]);
  });

  it('is not told of a part of a report', () => {
    const part = report.slice(report.indexOf('三、收到'), report.indexOf('五、存在'));
    expect(told(part).filter((line) => line.startsWith('missing-title'))).toEqual([]);
  });
});

it.each([...LAYOUTS, ...DRAWN, ...LOSSY])('%s: a correct report has none of this', (layout) => {
  expect(told(renderReport({ layout })).filter((line) => /^(?:section|missing-title)/.test(line))).toEqual([]);
});

describe('fee-statement-missing', () => {
  const said = '本机关未收取信息处理费。';
  const fee = (text: string): string[] => told(text).filter((line) => line.startsWith('fee'));

  it.each([
    ['本年度没有其他需要报告的事项。', true],
    ['无。', true],
    ['未收取任何费用。', false],
    ['本機關未收取信息處理費。', false],
    ['本机关未收取信息<b>处</b>\n理费。', false],
    ['依申请公开收费 0 元。', false],
    ['（一）收取信息公开处理费的情况\n本年度未发生。', false],
  ])('%s', (other, missing) => {
    expect(fee(report.replace(said, other))).toEqual(missing ? [`fee-statement-missing ⟦${SIX}⟧`] : []);
  });

  it('may stand elsewhere', () => {
    expect(fee(report.replace(said, '无。').replace('本年度，', `${said}本年度，`))).toEqual([]);
  });

  it('was not asked for before 2021', () => {
    expect(fee(renderReport({ edition: '2019' }).replace(said, '无。'))).toEqual([]);
  });
});

describe('section 一 in the words of later sections', () => {
  const LATER = ['主动公开政府信息情况', '收到和处理政府信息公开申请情况', '政府信息公开行政复议、行政诉讼情况'];
  /** The report whose section 一 has these sub-headings, with or without a paragraph above the first. */
  const withSubHeadings = (number: (index: number) => string, words: readonly string[], above: string): string => {
    const parts = words.map((heading, index) => `${number(index)}${heading}\n公开、申请、管理、平台、监督均有进展。\n`);
    return report.replace('一、总体情况\n', `一、总体情况\n${above}${parts.join('')}`);
  };
  const NUMBERS: Readonly<Record<string, (index: number) => string>> = {
    '（一）': (index) => `（${'一二三'[index]}）`,
    '(一)': (index) => `(${'一二三'[index]})`,
    '1.': (index) => `${index + 1}.`,
    '（1）': (index) => `（${index + 1}）`,
    一是: (index) => `${'一二三'[index]}是`,
    '### ': () => '### ',
    '第一，': (index) => `第${'一二三'[index]}，`,
    '①': (index) => '①②③'.charAt(index),
    '**…': () => '**',
    'a second 一、': (index) => `${'一二三'[index]}、`,
    'no number': () => '',
  };
  const OWN: Readonly<Record<string, (index: number) => string>> = {
    '（一）': (index) => `（${'一二三四五六'[index]}）`,
    '1、': (index) => `${index + 1}、`,
    第一部分: (index) => `第${'一二三四五六'[index]}部分 `,
    '## ': () => '## ',
    'no number': () => '',
  };
  const TITLES = ['总体情况', ...LATER, '存在的主要问题及改进情况', '其他需要报告的事项'];
  /** The same report, its own sections numbered in another way; the sub-headings are marked first, so that they stay as they are. */
  const renumbered = (text: string, own: (index: number) => string): string =>
    TITLES.reduce((rest, title, index) => rest.replace(`\n${'一二三四五六'[index]}、${title}\n`, `\n${own(index)}${title}\n`), text);

  describe.each(Object.entries(NUMBERS))('numbered %s', (_, number) => {
    it.each([
      ['one', LATER.slice(0, 1), ''],
      ['one, below a paragraph', LATER.slice(0, 1), '2023年，我局扎实推进政务公开。\n'],
      ['three', LATER, ''],
      ['three, below a paragraph', LATER, '2023年，我局扎实推进政务公开。\n'],
    ])('%s: are no sections, and stay as they are', (_name, words, above) => {
      const text = withSubHeadings(number, words, above);
      expect(told(text)).toEqual([]);
      const [only] = check(text).document.reports;
      expect(only?.sections.map(({ heading }) => text.slice(heading.start, heading.start + 2))).toEqual([
        '一、',
        '二、',
        '三、',
        '四、',
        '五、',
        '六、',
      ]);
    });
  });

  describe.each(Object.entries(OWN))('in a report whose sections are numbered %s', (_, own) => {
    it.each(Object.entries(NUMBERS))('%s: the sub-headings are no sections, and no fix touches them', (_name, number) => {
      const plain = renumbered(report, own);
      const parts = LATER.map((heading, index) => `${number(index)}${heading}\n公开、申请、管理、平台、监督均有进展。\n`);
      const text = plain.replace(`${own(0)}总体情况\n`, `${own(0)}总体情况\n${parts.join('')}`);
      const [only] = check(text).document.reports;
      const offset = text.length - plain.length;
      expect(only?.sections.map(({ heading }) => heading.start)).toEqual(
        TITLES.map((title, index) => plain.indexOf(`${own(index)}${title}\n`) + (index === 0 ? 0 : offset)),
      );
      expect(mended(text)).toContain(parts.join(''));
    });
  });

  it('counts as a section where no heading of its section comes later', () => {
    const text = report.replace('二、主动公开政府信息情况', '（二）主动公开政府信息情况');
    expect(told(text)).toEqual(['section-number ⟦（二）⟧']);
  });

  it('may itself hold 总体情况 once more', () => {
    const text = report.replace('一、总体情况\n', '一、总体情况\n（一）总体情况\n');
    expect(told(text)).toEqual([]);
  });

  it('is read below a list of contents whose numbers are others', () => {
    const contents = ['总体情况', ...LATER, '存在的主要问题及改进情况', '其他需要报告的事项'].map(
      (title, index) => `（${'一二三四五六'[index]}）${title}\n`,
    );
    const text = report.replace('一、总体情况\n', `${contents.join('')}一、总体情况\n`);
    expect(told(text)).toEqual([]);
  });
});
