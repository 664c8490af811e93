/** A number torn into two cells is joined again where only one way to do so lets every relation hold. */
import { describe, expect, it } from 'vitest';
import { applyEdits, type Finding, fixesOf } from '../../../server/src/core/index.ts';
import { check } from '../../harness/check.ts';
import type { TestLayout } from '../../harness/layouts.ts';
import { renderReport, zeros } from '../../harness/reports.ts';

const ROW = 'applications.received';
/** Two kinds of applicants, granted or carried forward, so that all relations hold. */
const values = (naturalPerson: number, commercialEnterprise: number): Map<string, number> => {
  const all = zeros('2021');
  for (const row of [ROW, 'applications.granted', 'applications.total']) {
    all.set(`${row}.naturalPerson`, naturalPerson);
    all.set(`${row}.commercialEnterprise`, commercialEnterprise);
    all.set(`${row}.total`, naturalPerson + commercialEnterprise);
  }
  return all;
};

const SEPARATORS: Partial<Record<TestLayout, string>> = {
  tsv: '\t',
  csv: ',',
  markdown: ' | ',
  'pipe-rows': ' | ',
  'cell-lines': '\n\t',
  html: '</td><td>',
};

/** The first `number` after the label of the row, cut after its first digit. */
function torn(text: string, number: string, separator: string): string {
  const at = text.indexOf(number, text.indexOf('一、本年新收'));
  return text.slice(0, at + 1) + separator + text.slice(at + 1);
}

const unreadable = (text: string): { finding: Finding | undefined; fixed: readonly string[] } => {
  const { document, findings } = check(text);
  const finding = findings.find(({ rule }) => rule === 'unreadable-table');
  return { finding, fixed: finding ? fixesOf(document, finding).map(({ edits }) => applyEdits(text, edits)) : [] };
};

describe('a number torn into two cells', () => {
  it.each(Object.entries(SEPARATORS) as [TestLayout, string][])('is named and joined: %s', (layout, separator) => {
    const whole = renderReport({ layout, values: values(31, 7) });
    const { finding, fixed } = unreadable(torn(whole, '31', separator));
    expect(finding?.message['zh-cn']).toContain('自然人 的 31 疑似被拆成 3、1 两格');
    expect(finding?.message.en).toContain('31 of');
    expect(fixed).toEqual([whole]);
  });

  it('is joined with a 0 after it, too', () => {
    const whole = renderReport({ layout: 'tsv', values: values(20, 7) });
    expect(unreadable(torn(whole, '20', '\t')).fixed).toEqual([whole]);
  });

  it.each<[string, (text: string) => string]>([
    ['another number of the table is wrong', (text) => text.replace(/(予以公开\t+)31/, '$132')],
    ['a cell of the row is no number', (text) => text.replace('\t3\t1\t7', '\t3\t1\t七件')],
    ['there are two cells too many', (text) => text.replace('\t3\t1\t7', '\t3\t1\t0\t7')],
    ['no way to join two lets the sums hold', (text) => text.replace('\t3\t1\t7', '\t3\t2\t7')],
  ])('is left alone where %s', (_, spoil) => {
    const text = torn(renderReport({ layout: 'tsv', values: values(31, 7) }), '31', '\t');
    const spoiled = spoil(text);
    expect(spoiled).not.toBe(text);
    const { finding, fixed } = unreadable(spoiled);
    expect(finding?.message['zh-cn']).toContain('无法判断各格属于哪一列');
    expect(fixed).toEqual([]);
  });

  it('is left alone where no relation speaks of the row', () => {
    const whole = renderReport({ layout: 'tsv', values: zeros('2021').set('disclosure.regulations.issued', 31) });
    const at = whole.indexOf('31', whole.indexOf('规章'));
    const { finding, fixed } = unreadable(`${whole.slice(0, at + 1)}\t${whole.slice(at + 1)}`);
    expect([finding?.row, fixed]).toEqual(['regulations', []]);
  });
});
