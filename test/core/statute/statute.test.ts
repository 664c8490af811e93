/** The statute as data: counts and keys of the notices, and what a faulty edition is told. */
import { describe, expect, it } from 'vitest';
import { createLexicon, lintText } from '../../../server/src/core/index.ts';
import edition2021 from '../../../server/src/core/statute/editions/2021.json' with { type: 'json' };
import { builtInEditions } from '../../../server/src/core/statute/editions.ts';
import { parseEdition } from '../../../server/src/core/statute/schema.ts';
import { forms, renderReport } from '../../harness/reports.ts';

const counts = (id: '2019' | '2021'): string[] =>
  forms[id].tables.map((table) => `${table.id} ${table.rows.length} lines ${table.cells.length} cells ${table.relations.length} relations`);

describe('the editions', () => {
  // Statute §3–§5: 10 + 175 + 15 numbers, and 22 + 161 + 15; A1 for each row, A2 and A3 for each column, A4 for each group.
  it('have the rows, cells and relations of the notices', () => {
    expect(counts('2021')).toEqual([
      'disclosure 6 lines 10 cells 0 relations',
      'applications 25 lines 175 cells 39 relations',
      'disputes 1 lines 15 cells 3 relations',
    ]);
    expect(counts('2019')).toEqual([
      'disclosure 8 lines 22 cells 0 relations',
      'applications 23 lines 161 cells 37 relations',
      'disputes 1 lines 15 cells 3 relations',
    ]);
  });

  it('sum 21 outcome rows in 2021 and 19 in 2019', () => {
    const outcomes = (id: '2019' | '2021'): number | undefined =>
      forms[id].tables[1]?.relations.find((relation) => relation.id === 'A2')?.right.length;
    expect([outcomes('2021'), outcomes('2019')]).toEqual([21, 19]);
  });

  it('name every cell once', () => {
    for (const form of Object.values(forms)) {
      const keys = form.tables.flatMap(({ cells }) => cells.map(({ key }) => key));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('fit the schema, and a fault in one is named', () => {
    expect(builtInEditions.map((data) => parseEdition(data).id)).toEqual(['pre-2019', '2019', '2021']);
    expect(() => parseEdition({ ...edition2021, tables: [{ id: 'x' }] })).toThrow(/not an edition[\s\S]*tables/);
    const [table] = edition2021.tables.slice(1);
    const relation = { ...table?.relations[0], left: ['nobody'] };
    expect(() => createLexicon([{ ...edition2021, tables: [{ ...table, relations: [relation] }] }])).toThrow(/names no cell.*nobody/);
    expect(() => createLexicon([{ ...edition2021, tables: [{ ...table, headers: [] }] }])).toThrow(/stands below no header.*applicants/);
  });
});

const told = (text: string, editions: readonly unknown[]): string[] => lintText(text, { editions }).findings.map(({ rule }) => rule);

describe('a further edition', () => {
  it('is read and checked like the built-in ones', () => {
    const own = {
      id: 'annex',
      years: { from: 2021 },
      sections: [],
      tables: [
        {
          id: 'meetings',
          section: 'other',
          title: { 'zh-cn': '政务公开会议情况表', en: 'meetings' },
          labelColumns: 1,
          headers: [{ label: '会议类别' }],
          blocks: [
            {
              columns: [
                { key: 'held', label: '召开次数' },
                { key: 'open', label: '公开次数' },
                { key: 'all', label: '合计次数' },
              ],
              rows: [
                { key: 'executive', label: '政务公开常务会议' },
                { key: 'topic', label: '政务公开专题会议' },
              ],
            },
          ],
          relations: [
            {
              id: 'M1',
              name: { 'zh-cn': '合计＝召开＋公开', en: 'sum' },
              rule: 'row-total-mismatch',
              each: 'row',
              left: ['all'],
              right: ['held', 'open'],
            },
          ],
        },
      ],
    };
    const text = `${renderReport({ layout: 'tsv' })}\n会议类别\t召开次数\t公开次数\t合计次数\n政务公开常务会议\t3\t1\t4\n政务公开专题会议\t2\t2\t5\n`;
    const { report, findings } = lintText(text, { editions: [own] });
    expect(report.tables.meetings).toEqual({
      'executive.held': 3,
      'executive.open': 1,
      'executive.all': 4,
      'topic.held': 2,
      'topic.open': 2,
      'topic.all': 5,
    });
    expect(findings.map(({ rule, expected, actual }) => [rule, expected, actual])).toEqual([['row-total-mismatch', 4, 5]]);
    expect(findings[0]?.message).toContain('政务公开专题会议：合计次数 5 ≠ 各列之和 4');
  });

  it.each([
    ['the last section alone, for another year', { sections: edition2021.sections.slice(-1), years: { from: 2026 } }],
    ['the last section alone, from before the form of 2019', { sections: edition2021.sections.slice(-1), years: { from: 2010 } }],
    ['all sections', { sections: edition2021.sections, years: { from: 2021 } }],
  ])('that has %s under ids of its own leaves the sections of a report as they are', (_, { sections, years }) => {
    const own = { id: 'annex', years, sections: sections.map((section, index) => ({ ...section, id: `own-${index}` })), tables: [] };
    const right = renderReport();
    const wrong = right.replace('本机关未收取信息处理费。', '没有。');
    for (const text of [right, wrong, `${right}\n${wrong}`]) expect(told(text, [own])).toEqual(told(text, []));
    expect(told(wrong, [own])).toEqual(['fee-statement-missing']);
  });
});
