/** Labels in other words, and written in other ways: read, hinted at where they differ, and put right. */
import { describe, expect, it } from 'vitest';
import { applyEdits, type Finding, fixesOf } from '../../../server/src/core/index.ts';
import { type Checked, check, fixTitles, numbersOf, rulesOf, told } from '../../harness/check.ts';
import { ALIKE, type LabelCase, renamed, WORDS, WRITING } from '../../harness/labels.ts';
import { LAYOUTS, render, type TestLayout } from '../../harness/layouts.ts';
import { consistentValues, type EditionId, renderReport, seeded } from '../../harness/reports.ts';

const drawn = (edition: EditionId): Map<string, number> => consistentValues(edition, seeded(3));
const fixedBy = ({ document }: Checked, finding: Finding): string[] =>
  fixesOf(document, finding).map(({ edits }) => applyEdits(document.text, edits));

const named = (cases: readonly LabelCase[]): { readonly name: string; readonly one: LabelCase }[] =>
  cases.map((one) => ({ name: `${one[0]} “${one[1]}” as “${one[2]}”`, one }));

// The text of a cell that Word has cut into several runs.
const isCut = (layout: TestLayout, written: string): boolean => layout === 'html-word' && [...written].length > 5;

/** Layouts of sheets: a cell with a line break stands between quotation marks. */
const SHEETS: readonly TestLayout[] = ['tsv', 'tsv-collapsed', 'csv'];
/** How a cell over two lines is written, where there can be one. */
const BREAKS: Partial<Record<TestLayout, (word: string) => string>> = {
  'cell-lines': (word) => word,
  html: (word) => word.replace('\n', '<br>\n'),
  'html-word': (word) => word,
  markdown: (word) => word.replace('\n', '<br>'),
  ...Object.fromEntries(SHEETS.map((layout) => [layout, (word: string) => `"${word}"`])),
};

describe.each(LAYOUTS)('%s: a label', (layout) => {
  const hinted = ([edition, label, written, at]: LabelCase): void => {
    const values = drawn(edition);
    const text = renamed(layout, edition, label, written, at);
    const checked = check(text);
    expect(numbersOf(checked)).toEqual(values);
    expect(checked.findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['label-variant hint']);
    const [finding] = checked.findings as [Finding];
    const { start, end } = finding.span;
    expect(text.slice(start, end).replaceAll(/<[^>]*>/g, '')).toBe(written);
    // Where markup cuts a label apart there is no place to write it in one piece.
    const cut = isCut(layout, written);
    expect(fixTitles(checked, finding)).toEqual(cut ? [] : [`safe! 改为“${label}”`]);
    // A label written in one piece shows the same, whatever runs Word had cut it into.
    const shown = (one: string): string => (layout === 'html-word' ? one.replaceAll(/<[^>]*>/g, '') : one);
    expect(fixedBy(checked, finding).map(shown)).toEqual(cut ? [] : [shown(renderReport({ edition, layout, values }))]);
    for (const fixed of fixedBy(checked, finding)) expect(rulesOf(fixed)).toEqual([]);
  };

  it.each(named(WORDS))('in other words: $name', ({ one }) => hinted(one));

  // Of a label in several pieces only the words are compared.
  it.each(named(WRITING.filter(([, , written]) => !isCut(layout, written))))('written in another way: $name', ({ one }) => hinted(one));

  it('whose second line is lost is told by its place', () => {
    const values = drawn('2019');
    const whole = renderReport({ edition: '2019', layout, values });
    const text = renamed(layout, '2019', '本年新制作数量', '本年新').replace(
      render(layout, [[{ text: '本年新公开数量', columns: 1, rows: 1 }]]).includes('</span>')
        ? /本年新公开(?:<[^>]*>)*数量/
        : '本年新公开数量',
      '本年新',
    );
    const checked = check(text);
    expect(numbersOf(checked)).toEqual(values);
    expect(checked.findings.map(({ rule }) => rule)).toEqual(['label-variant', 'label-variant']);
    expect(checked.findings.flatMap((finding) => fixTitles(checked, finding))).toEqual([
      'safe! 改为“本年新制作数量”',
      'safe! 改为“本年新公开数量”',
    ]);
    const edits = checked.findings.flatMap((finding) => fixesOf(checked.document, finding)[0]?.edits ?? []);
    // Word’s runs are gone from the second one.
    if (layout !== 'html-word') expect(applyEdits(text, edits)).toBe(whole);
    expect(rulesOf(applyEdits(text, edits))).toEqual([]);
  });

  it.each(named(ALIKE))('in other width or with other space is the form’s: $name', ({ one: [edition, label, written, at] }) => {
    const checked = check(renamed(layout, edition, label, written, at));
    expect(numbersOf(checked)).toEqual(drawn(edition));
    expect(checked.findings).toEqual([]);
  });
});

describe.each(Object.entries(BREAKS) as [TestLayout, (word: string) => string][])('%s: a label', (layout, write) => {
  it('is the form’s over two lines', () => {
    const text = renderReport({ layout, values: drawn('2021') });
    // In sheets the first cells of lines are another test.
    const words = ['商业\n企业', '本年废止\n件数', ...(SHEETS.includes(layout) ? [] : ['规\n章', '结果\n维持', '2.\n重复申请'])];
    for (const broken of words) {
      const other = text.replace(broken.replace('\n', ''), write(broken));
      // Word has cut the long ones at other places.
      if (other === text && layout === 'html-word') continue;
      expect(other).not.toBe(text);
      const checked = check(other);
      expect(numbersOf(checked)).toEqual(drawn('2021'));
      expect(checked.findings).toEqual([]);
    }
  });
});

it('the first cell of a sheet’s row, quoted for its line break, is a label like others', () => {
  const values = drawn('2021');
  for (const layout of ['tsv', 'csv'] as const) {
    const text = renderReport({ layout, values });
    for (const broken of ['规\n章', '行政\n处罚', '一、本年新收\n政府信息公开申请数量']) {
      const checked = check(text.replace(broken.replace('\n', ''), `"${broken}"`));
      expect([layout, broken, ...checked.findings.map(({ rule }) => rule)]).toEqual([layout, broken]);
      expect(numbersOf(checked)).toEqual(values);
    }
  }
});

it('straight quotation marks are no difference', () => {
  const values = drawn('2021');
  expect(told(renderReport({ values }).replace('“三安全一稳定”', '"三安全一稳定"'))).toEqual([]);
});

it('a row’s label without its number is hinted at where the rest is a column’s word, too', () => {
  for (const [label, written] of [
    ['3.其他', '其他'],
    ['（七）总计', '总计'],
  ] as const) {
    const text = renamed('markdown', '2021', label, written);
    const checked = check(text);
    expect(numbersOf(checked)).toEqual(drawn('2021'));
    expect([label, ...told(text)]).toEqual([label, `label-variant ⟦${written}⟧`]);
    expect(fixTitles(checked, checked.findings[0] as Finding)).toEqual([`safe! 改为“${label}”`]);
  }
});

it('a page in traditional characters is one hint, without a fix; what else differs is told apart', () => {
  const traditional = (text: string): string =>
    [...'况开关处请复议诉国总计项数维结审规'].reduce(
      (all, char, at) => all.replaceAll(char, [...'況開關處請復議訴國總計項數維結審規'][at] as string),
      text,
    );
  const values = drawn('2021');
  const text = traditional(renderReport({ values })).replace('現行有效件數', '現行有效件').replace('现行有效件數', '现行有效件');
  const checked = check(text);
  expect(numbersOf(checked)).toEqual(values);
  expect(checked.findings.map(({ rule }) => rule)).toEqual(['label-variant', 'label-variant']);
  expect(checked.findings.map((finding) => fixTitles(checked, finding))).toEqual([[], ['safe! 改为“现行有效件数”']]);
});

it.each([
  ['本年制发件数', '本年度制发数'],
  ['本年废止件数', '本年度废止数'],
  ['现行有效件数', '现行有效件数(历史累计)'],
])('the column %s as %s is told', (label, written) => {
  const text = renderReport({ values: drawn('2021') }).replace(label, written);
  expect(told(text)).toEqual([`label-variant ⟦${written}⟧`]);
});
