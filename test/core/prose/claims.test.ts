/** What the prose claims is held against the tables: how often rightly, on labelled sentences; and what a finding offers. */
import { describe, expect, it } from 'vitest';
import { applyEdits, fixesOf } from '../../../server/src/core/index.ts';
import { compilePhrases, phrasesOf } from '../../../server/src/core/prose/phrases.ts';
import { roleOf } from '../../../server/src/core/statute/form.ts';
import { readProseNumber } from '../../../server/src/core/text/han-numerals.ts';
import { check, checkReport, rulesOf } from '../../harness/check.ts';
import { judge, LEAST, type SetName, scoresOf, sentencesOf } from '../../harness/claims.ts';
import { PROSE, renderReport } from '../../harness/reports.ts';

const withProse = (text: string, numbers: Readonly<Record<string, number>> = {}): string =>
  renderReport({ values: new Map(Object.entries(numbers)) }).replace(PROSE.overview as string, () => text);
const zeros = Object.fromEntries([...new Map(withZeros())]);
function withZeros(): [string, number][] {
  const { document } = check(renderReport());
  return document.reports.flatMap(({ tables }) => tables.flatMap(({ spec }) => spec.cells.map(({ key }): [string, number] => [key, 0])));
}
const found = (text: string, rule: string) => {
  const { document, findings } = checkReport(text);
  return { document, findings: findings.filter((finding) => finding.rule === rule) };
};

describe.each(Object.keys(LEAST) as SetName[])('%s sentences', (name) => {
  it.each(scoresOf(name, judge(name)))('$alias: $right right, $wrong wrong, $missed missed', (score) => {
    expect(score.right + score.missed).toBeGreaterThan(0);
    expect(score.precision).toBeGreaterThanOrEqual(LEAST[name].precision);
    expect(score.recall).toBeGreaterThanOrEqual(LEAST[name].recall);
  });
});

it('the sentences are right and wrong ones, and enough of them', () => {
  expect(sentencesOf('tuned').length).toBeGreaterThanOrEqual(400);
  expect(sentencesOf('held-out').length).toBeGreaterThanOrEqual(120);
  expect(sentencesOf('held-out-2').length).toBeGreaterThanOrEqual(150);
  for (const name of Object.keys(LEAST)) {
    const right = sentencesOf(name).filter(({ due }) => due.length === 0);
    expect(right.length).toBeGreaterThan(sentencesOf(name).length / 3);
  }
});

describe('a number that is not the table’s', () => {
  const text = withProse('全年新收政府信息公开申请 7 件。', {
    ...zeros,
    'applications.received.total': 5,
    'applications.received.naturalPerson': 5,
  });
  const { document, findings } = found(text, 'prose-count-mismatch');

  it('is pointed at, with the cell, both values and the place of the cell', () => {
    const [finding, ...more] = findings;
    expect(more).toEqual([]);
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe('7');
    expect(finding).toMatchObject({ severity: 'warning', cells: ['applications.received.total'], expected: 5, actual: 7 });
    expect(finding?.related.flatMap((related) => ('span' in related ? [text.slice(related.span.start, related.span.end)] : []))).toEqual([
      '5',
    ]);
  });

  it('can be mended in the text or in the table, and neither is preferred', () => {
    const fixes = fixesOf(document, findings[0] as never);
    expect(fixes.map((fix) => [fix.class, fix.preferred])).toEqual([
      ['manual', false],
      ['manual', false],
    ]);
    for (const fix of fixes) expect(rulesOf(applyEdits(text, fix.edits))).not.toContain('prose-count-mismatch');
    // The total would no longer be the sum of its row, nor balance its column.
    expect(fixes[1]?.title['zh-cn']).toContain('将使 1 处勾稽关系不成立');
  });

  it('is none where a cell has no number', () => {
    const blank = withProse('全年新收政府信息公开申请 7 件。', {});
    expect(rulesOf(blank)).not.toContain('prose-count-mismatch');
  });
});

it('a number cut apart by spaces is replaced whole', () => {
  const text = withProse('全年新收政府信息公开申请 1 2 件。', zeros);
  const { document, findings } = found(text, 'prose-count-mismatch');
  const [fix] = fixesOf(document, findings[0] as never);
  expect(applyEdits(text, fix?.edits ?? [])).toContain('申请 0 件');
});

it('prose of a page is read through its markup', () => {
  const page = renderReport({ layout: 'html', values: new Map(Object.entries(zeros)) }).replace(
    PROSE.overview as string,
    '全年共收到<b>政府信息公开</b>申请&nbsp;<i>9</i>件。',
  );
  const { findings } = found(page, 'prose-count-mismatch');
  expect(findings.map(({ span }) => page.slice(span.start, span.end))).toEqual(['9']);
});

describe('numbers in prose', () => {
  it.each([
    ['15件', 15],
    ['1,234件', 1234],
    ['1.5万条', 15_000],
    ['十二件', 12],
    ['二十件', 20],
    ['一百零三件', 103],
    ['两件', 2],
    ['三千五百件', 3500],
    ['一万二千件', 12_000],
  ])('%s is %i', (text, value) => expect(readProseNumber(text, 0)?.value).toBe(value));
  it('a year in Chinese characters is no count', () => expect(readProseNumber('二〇二三年', 0)).toBeNull());
});

describe('the phrases', () => {
  it('name only rows, groups and columns that a form has', () => {
    const { document } = check(renderReport({ edition: '2021' }));
    const forms = [document, check(renderReport({ edition: '2019' })).document].flatMap(({ reports }) => reports[0]?.tables ?? []);
    const known = new Set(
      forms.flatMap(({ spec }) =>
        spec.data.blocks.flatMap(({ rows, columns, groups }) => [
          ...rows.map((row) => `${spec.role} ${roleOf(row.key, row)}`),
          ...columns.map((column) => `${spec.role} ${roleOf(column.key, column)}`),
          ...Object.entries(groups ?? {}).map(([key, group]) => `${spec.role} ${roleOf(key, group)}`),
        ]),
      ),
    );
    for (const { table, rows = [], columns = [] } of phrasesOf().data.terms)
      for (const key of [...rows, ...columns].flatMap((reading) => reading.split(/[+-]/)))
        expect([table, key, known.has(`${table} ${key}`)]).toEqual([table, key, true]);
  });
  it('throw where they are faulty', () => expect(() => compilePhrases({ terms: 1 })).toThrow('no phrases'));
});

describe('implausible numbers', () => {
  const odd = (unit: string, numbers: Readonly<Record<string, number>>, edition: '2019' | '2021' = '2021'): string[] => {
    const keys = check(renderReport({ edition })).document.reports.flatMap(({ tables }) => tables.flatMap(({ spec }) => spec.cells));
    const values = new Map([...keys.map(({ key }): [string, number] => [key, 0]), ...Object.entries(numbers)]);
    const text = renderReport({ edition, values }).replace('青禾县水务局', unit);
    return found(text, 'implausible-number').findings.map(({ cells }) => cells[0] ?? '');
  };
  const regulations = { 'disclosure.regulations.inForce': 3 };

  it.each(['青禾县水务局', '青禾县人民政府', '白杨镇人民政府', '临江街道办事处', '东川市临江区教育局', '临江区人民政府办公室'])(
    '%s makes no 规章',
    (unit) => expect(odd(unit, regulations)).toEqual(['disclosure.regulations.inForce']),
  );
  it.each(['东川市人民政府', '东川省水利厅', '东川市人民政府办公室', '某某自治区水利厅', '国家某某局'])('%s may', (unit) =>
    expect(odd(unit, regulations)).toEqual([]),
  );

  it('more issued than in force', () =>
    expect(odd('青禾县水务局', { 'disclosure.normativeDocuments.issued': 3, 'disclosure.normativeDocuments.inForce': 2 })).toEqual([
      'disclosure.normativeDocuments.issued',
    ]));
  it('more disclosed this year than in all', () =>
    expect(
      odd('青禾县水务局', { 'disclosure.normativeDocuments.newlyDisclosed': 3, 'disclosure.normativeDocuments.totalDisclosed': 2 }, '2019'),
    ).toEqual(['disclosure.normativeDocuments.newlyDisclosed']));
  it('produced, and none disclosed at all: said once', () =>
    expect(odd('青禾县水务局', { 'disclosure.normativeDocuments.newlyProduced': 310 }, '2019')).toEqual([
      'disclosure.normativeDocuments.newlyProduced',
    ]));
  it('most outcomes are others', () => {
    expect(odd('青禾县水务局', { 'applications.other.other.total': 8, 'applications.total.total': 10 })).toEqual([
      'applications.other.other.total',
    ]);
    expect(odd('青禾县水务局', { 'applications.other.other.total': 2, 'applications.total.total': 2 })).toEqual([]);
    expect(odd('青禾县水务局', { 'applications.other.total': 8, 'applications.total.total': 10 }, '2019')).toEqual([
      'applications.other.total',
    ]);
  });
});
