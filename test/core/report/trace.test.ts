/** What the reader saw, for whoever works on it: every row of the form has a verdict, and the verdict its reason. */
import { expect, it } from 'vitest';
import { trace } from '../../../server/src/core/report/trace.ts';
import { lexiconOf } from '../../../server/src/core/statute/editions.ts';
import { renderReport } from '../../harness/reports.ts';

it('says where each row of the form stands and why it was read or refused', () => {
  const text = renderReport({ layout: 'tsv', without: new Set(['applications.carriedOver']) }).replace('规章\t0\t0\t0', '规章\t0\t0');
  const lines = [...trace(text, lexiconOf())];
  expect(lines.filter((line) => line.startsWith('──')).slice(0, 3)).toEqual([
    '── sections',
    '── tokens: place, kind, layout, text',
    '── words of disclosure: place, what it is, text',
  ]);
  expect(lines).toContain(`${`${lineOf(text, '规章')}:1`.padEnd(7)} row "规章"`);
  const rows = (heading: string): string[] => lines.slice(lines.indexOf(heading) + 1).filter((line) => /\w+$/.test(line));
  expect(rows('── rows of applications by the form of 2021 (tsv)')[1]).toBe('-      missing: no such label stands in the text carriedOver');
  expect(rows('── rows of disclosure by the form of 2021 (tsv)')[0]).toMatch(/^\d+:1 +short: .* \["0" "0"\] regulations$/);
  expect(rows('── rows of disclosure by the form of 2021 (tsv)')[1]).toMatch(
    /^\d+:1 +full: as many numbers as columns \["0" "0" "0"\] normativeDocuments$/,
  );
});

it('says of a text its sections, tokens, words and rows, in whatever order they stand', () => {
  const long = `别的法律行政法规不许公开${'的'.repeat(40)}`;
  const text = [
    '青禾县水务局2023年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    '（三）不予公开\t1.属于国家秘密\t0\t1',
    '重复申请\t2\t3\t4\t5\t6\t7\t27',
    '重复申请\t1\t1\t1\t1\t1\t1\t6',
    `${long}\t/`,
    '',
  ].join('\n');
  const lines = [...trace(text, lexiconOf())].filter((line) => !line.includes('missing:'));
  expect(lines.slice(0, lines.indexOf('── rows of applications by the form of 2021 (tsv)'))).toEqual(
    [
      '── sections',
      '2:1     applications',
      '── tokens: place, kind, layout, text',
      '1:1     loose bare-lines "青禾县水务局2023年政府信息公开工作年度报告"',
      '2:1     loose bare-lines "三、收到和处理政府信息公开申请情况"',
      '3:1     cell tsv "（三）不予公开"',
      '3:9     cell tsv "1.属于国家秘密"',
      '3:18    cell tsv "0"',
      '3:20    cell tsv "1"',
      '3:21    end tsv ""',
      ...[2, 3, 4, 5, 6, 7].map((number, index) => `${`4:${6 + 2 * index}     `.slice(0, 8)}cell tsv "${number}"`),
      '4:18    cell tsv "27"',
      '4:20    end tsv ""',
      ...[1, 1, 1, 1, 1, 1, 6].map((number, index) => `${`5:${6 + 2 * index}     `.slice(0, 8)}cell tsv "${number}"`),
      '5:19    end tsv ""',
      `6:1     cell tsv "${long.slice(0, 40)}"`,
      '6:54    cell tsv "/"',
      '6:55    end tsv ""',
      '7:1     end bare-lines ""',
      '── words of applications: place, what it is, text',
      '3:1     (apart) group "（三）不予公开"',
      '3:9     row "1.属于国家秘密"',
      '3:18    number "0"',
      '3:20    number "1"',
      '3:21    end ""',
      '4:1     row "重复申请"',
      ...[2, 3, 4, 5, 6, 7].map((number, index) => `${`4:${6 + 2 * index}     `.slice(0, 8)}number "${number}"`),
      '4:18    number "27"',
      '4:20    end ""',
      '5:1     row "重复申请"',
      ...[1, 1, 1, 1, 1, 1, 6].map((number, index) => `${`5:${6 + 2 * index}     `.slice(0, 8)}number "${number}"`),
      '5:19    end ""',
      `6:1     text "${long.slice(0, 40)}"`,
      '6:54    blank "/"',
      '6:55    end ""',
      '7:1     end ""',
      '── rows of applications by the form of 2019 (tsv)',
      '3:9     short: shorter than every row of its kind without a blank ["0" "1"] denied.stateSecret',
      '4:1     full: as many numbers as columns ["2" "3" "4" "5" "6" "7" "27"] notProcessed.duplicate',
      '5:1     full: as many numbers as columns ["1" "1" "1" "1" "1" "1" "6"] notProcessed.duplicate (once more)',
    ].flatMap((line) =>
      line.startsWith('4:6 ') && line.includes('cell')
        ? ['4:1     cell tsv "重复申请"', line]
        : line.startsWith('5:6 ') && line.includes('cell')
          ? ['5:1     cell tsv "重复申请"', line]
          : [line],
    ),
  );
});

it('says what is scrambled, and what is in words that no form has', () => {
  const rows = [...trace('规章\n行政规范性文件\n行政许可\n行政处罚\n行政强制\n行政事业性收费\n1\n2\n3\n4\n5\n', lexiconOf())];
  expect(rows).toContain('── rows of disclosure by the form of 2021: scrambled, nothing is read (bare-lines)');
  const claimed =
    '一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n二、上年转来的政府信息公开申请量\t2\t0\t0\t0\t0\t0\t2\n（一）予以公开\t3\t0\t0\t0\t0\t0\t3\n';
  expect([...trace(claimed, lexiconOf())]).toContain(
    '2:1     full: as many numbers as columns, in words that no form has ["2" "0" "0" "0" "0" "0" "2"] carriedOver',
  );
});

const lineOf = (text: string, word: string): number => text.slice(0, text.indexOf(`\n${word}`)).split('\n').length + 1;
