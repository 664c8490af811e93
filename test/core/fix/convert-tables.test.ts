/** Tables in another layout: the same numbers in the same cells, everything else as it was, and the way back. */
import { describe, expect, it } from 'vitest';
import { applyEdits, convertTables, type TargetLayout } from '../../../server/src/core/index.ts';
import { check, numbersOf, told } from '../../harness/check.ts';
import { DRAWN, LAYOUTS } from '../../harness/layouts.ts';
import { consistentValues, type EditionId, renderReport, seeded } from '../../harness/reports.ts';

const TARGETS: readonly TargetLayout[] = ['tsv', 'markdown', 'aligned', 'cell-lines', 'html'];

function converted(text: string, layout: TargetLayout): string {
  const { document } = check(text);
  const [report] = document.reports;
  if (!report) throw new Error('no report');
  const conversion = convertTables(document, report, layout);
  if (conversion.kind === 'refused') throw new Error(conversion.reason['zh-cn']);
  return applyEdits(text, conversion.edits);
}

/** The title, the headings and the prose, in their order. */
const LINES = /^(?:[一二三四五六]、(?:总体|主动|收到和|政府|存在|其他需).*|.*年度报告|本.*。|政策.*。)$/gm;
const proseOf = (text: string): readonly string[] => text.match(LINES) ?? [];

const report = (layout: (typeof LAYOUTS)[number] | (typeof DRAWN)[number], edition: EditionId): string =>
  renderReport({ layout, edition, values: consistentValues(edition, seeded(7)) });

describe.each(['2021', '2019'] as const)('the form of %s', (edition) => {
  const sources = [...LAYOUTS, ...DRAWN].filter((layout) => !layout.startsWith('html'));
  describe.each(sources)('from %s', (layout) => {
    const text = report(layout, edition);
    it.each(TARGETS)('to %s keeps every number and every sentence', (target) => {
      const after = converted(text, target);
      expect(numbersOf(check(after))).toEqual(numbersOf(check(text)));
      expect(told(after)).toEqual([]);
      expect(proseOf(text)).toHaveLength(10);
      expect(proseOf(after)).toEqual(proseOf(text));
      // Once written, it stays.
      expect(converted(after, target)).toBe(after);
      expect(converted(after, 'keep')).toBe(after);
    });
  });
});

it.each(TARGETS)('to %s and back to cells in lines is as before', (target) => {
  const text = converted(report('cell-lines', '2021'), 'cell-lines');
  expect(converted(converted(text, target), 'cell-lines')).toBe(text);
});

it('line ends stay what they are', () => {
  const text = report('cell-lines', '2021').replaceAll('\n', '\r\n');
  expect(converted(text, 'tsv').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

describe('refuses, and says why', () => {
  const refusal = (text: string, layout: TargetLayout): string | null => {
    const { document } = check(text);
    const conversion = convertTables(document, document.reports[0] as NonNullable<(typeof document.reports)[0]>, layout);
    return conversion.kind === 'refused' ? conversion.reason['zh-cn'] : null;
  };

  it.each<[string, TargetLayout, string]>([
    ['a missing row', 'tsv', '“收到和处理政府信息公开申请情况表”有缺少的行或无法读取的单元格，请先改正'],
    ['text in the table', 'markdown', '“收到和处理政府信息公开申请情况表”里还有别的文字，或者不能整块替换'],
    [
      'blanks that would be lost',
      'aligned',
      '“收到和处理政府信息公开申请情况表”改写之后无法逐格读回（例如这种排版留不住空白格），没有改写',
    ],
  ])('%s', (what, layout, reason) => {
    const text = {
      'a missing row': renderReport({ layout: 'tsv', without: new Set(['applications.denied.stateSecret']) }),
      'text in the table': renderReport({ layout: 'tsv' }).replace(
        '（二）部分公开',
        '此处说明一句与表格无关的话，请留意。\n（二）部分公开',
      ),
      'blanks that would be lost': renderReport({ layout: 'tsv' }).replace(/(一、本年新收[^\t]*\t+)0\t/, '$1\t'),
    }[what];
    expect(refusal(text ?? '', layout)).toBe(reason);
  });

  it('a page of HTML holds nothing else', () => {
    expect(refusal(renderReport({ layout: 'html' }), 'tsv')).toContain('不能整块替换');
  });
});

describe('a heading right behind a table', () => {
  const text = report('tsv', '2021').replace(/\n+(?=[三四五]、)/g, '\n');

  it('does not become a row of it in Markdown', () => {
    const after = converted(text, 'markdown');
    for (const heading of ['三', '四', '五']) expect(after).toContain(` |\n\n${heading}、`);
    expect(converted(text, 'tsv')).toBe(text);
  });

  it('does not go on with its last cell where each has a line', () => {
    const amount = text.replace(/(行政事业性收费\t\S+)/, '$1万元');
    expect(amount).not.toBe(text);
    expect(numbersOf(check(converted(amount, 'cell-lines')))).toEqual(numbersOf(check(amount)));
  });
});
