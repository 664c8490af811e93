/** Soups of statutory words, numbers and separators: whatever stands beside whatever, a text is read and checked to its end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLexicon, lint, parse } from '../../../server/src/core/index.ts';

const WORDS = [...createLexicon().labels.values()].flatMap((meanings) => meanings.slice(0, 1).map(({ label }) => label));
const TITLE = '示例市档案局2023年政府信息公开工作年度报告\n';
const SEPARATORS = [
  '\n',
  '\n\n',
  '\t',
  '\n\t',
  ' ',
  '    ',
  '|',
  ' | ',
  '|\n',
  '',
  ',',
  '</td><td>',
  '\n|---|---|\n',
  '\n  ---- ----\n',
  '\f',
];
const NUMBERS = ['0', '7', '12', '2445 198', '1,234', '/', '—', '无', '-3', '000', '123456789012345678', '3万元'];
const HEADINGS = [
  '一、总体情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '其他',
  '结果',
  '维持',
  '总计',
];

const piece = fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...HEADINGS), fc.constantFrom(...NUMBERS));
const soup = fc
  .array(fc.tuple(piece, fc.constantFrom(...SEPARATORS)), { minLength: 1, maxLength: 40 })
  .map((pieces) => pieces.flat().join(''));

const failures = (text: string): string[] => {
  const findings = lint(parse(text));
  return findings.filter(({ rule }) => rule === 'internal-error').map(({ message }) => message.en);
};

describe('a soup of statutory words', () => {
  it.each(['结果维持\n其他\t结果\n', `${TITLE}一、总体情况\n| 事项 | 其他 | 结果 |\n|---|---|---|\n| 培训 | 无 | 好 |\n`])(
    'does not break the reader: %j',
    (text) => expect(failures(text)).toEqual([]),
  );

  it('is read and checked to its end', () => {
    fc.assert(
      fc.property(soup, (text) => failures(text).length === 0 && failures(TITLE + text).length === 0),
      { numRuns: Number(process.env.RUNS ?? 1000) },
    );
  });
});
