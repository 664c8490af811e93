/** Which form is due beside editions of a user's own, and what becomes of the texts of an edition that is refused. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/src/core/config/config-file.ts';
import { lexiconOf, lint, parse } from '../../../server/src/core/index.ts';
import edition2021 from '../../../server/src/core/statute/editions/2021.json' with { type: 'json' };
import { accounts, accountsReport } from '../../harness/accounts.ts';
import { renderReport } from '../../harness/reports.ts';

type Files = Readonly<Record<string, string>>;

const read = (editions: readonly unknown[], files: Files = {}) =>
  readConfig(
    { place: '/p/c.json', text: JSON.stringify({ editions }) },
    new Map(Object.entries(files).map(([name, text]) => [`/p/${name}`, text])),
  );
const told = (text: string, editions: readonly unknown[], files?: Files): string[] =>
  lint(parse(text, lexiconOf({ editions: read(editions, files).editions ?? [] }))).map(({ rule }) => rule);

/** The form of 2021 with one more row. */
const newer = (from: number, id = 'newer') => ({
  ...edition2021,
  id,
  notice: '国办公开办函〔2030〕9号',
  years: { from },
  tables: edition2021.tables.map((table) =>
    table.id === 'disclosure'
      ? {
          ...table,
          blocks: [
            ...table.blocks,
            {
              label: '第二十条第（九）项',
              columns: [{ key: 'items', label: '采购项目总数' }],
              rows: [{ key: 'procurement', label: '政府集中采购项目' }],
            },
          ],
        }
      : table,
  ),
});
const ROW = '政府集中采购项目\t7';
/** A report of that form. */
const anew = (year: number): string =>
  renderReport({ year, layout: 'tsv' }).replace(/^(行政事业性收费\t.*)$/m, `$1\n第二十条第（九）项\n信息内容\t采购项目总数\n${ROW}`);

describe('the form that is due', () => {
  const old = renderReport({ edition: '2019', year: 2024 });
  const short = renderReport({ year: 2024 }).replace(/^五、.*\n[^六]*/m, '');

  it.each([
    ['an annex of another kind', [accounts]],
    [
      'one of another kind with a table of the same id',
      [{ ...accounts, tables: accounts.tables.map((table) => ({ ...table, id: 'applications' })) }],
    ],
    [
      'one table in the role of a built-in one',
      [
        {
          ...newer(2022),
          tables: newer(2022)
            .tables.slice(1, 2)
            .map((table) => ({ ...table, id: 'quarterly' })),
        },
      ],
    ],
    ['one for later years', [newer(2030)]],
    ['two', [accounts, newer(2030)]],
  ])('is no other for %s', (_, editions) => {
    expect(told(old, editions)).toContain('outdated-format');
    expect(told(short, editions)).toEqual(told(short, []));
    expect(told(short, [])).toContain('missing-section');
  });

  it('is the newer one from its year on', () => {
    expect(told(anew(2030), [newer(2030)])).toEqual([]);
    expect(told(renderReport({ year: 2030 }), [newer(2030)])).toContain('outdated-format');
    expect(told(renderReport({ year: 2029 }), [newer(2030)])).toEqual([]);
    expect(told(anew(2029), [newer(2030)])).toContain('premature-format');
  });

  it('is, of two from the same year, the one that is named later', () => {
    expect(told(anew(2030), [{ ...edition2021, id: 'plain', years: { from: 2030 } }, newer(2030)])).toEqual([]);
  });
});

describe('an edition that is refused', () => {
  const wrong = accountsReport(['1', '1', '3', '1', '1', '1']);
  // Some of its words are the built-in form’s.
  const inOtherWords = (text: string): string =>
    text.replaceAll('财政拨款收入', '行政许可').replaceAll('基金拨款收入', '行政处罚').replaceAll('决算金额', '本年处理决定数量');
  const alike = JSON.parse(inOtherWords(JSON.stringify(accounts))) as typeof accounts;
  const text = inOtherWords(wrong);
  const [table] = alike.tables;
  const faulty = (relation: object): unknown => ({ ...alike, tables: [{ ...table, relations: [{ ...table.relations[0], ...relation }] }] });
  const written = JSON.stringify(alike);

  it.each<[string, readonly unknown[], Files]>([
    ['adds up a row that is not there', [faulty({ right: ['nobody'] })], {}],
    ['names a rule that is not there', [faulty({ rule: 'nothing' })], {}],
    ['has a name that is taken', [{ ...alike, id: '2021' }], {}],
    ['has a setting that is not there', [{ ...alike, colour: 'red' }], {}],
    ['lacks a setting', ['a.json'], { 'a.json': written.replace('"labelColumns":1,', '') }],
    ['ends too early', ['a.json'], { 'a.json': written.slice(0, -20) }],
    ['has a bracket too many', ['a.json'], { 'a.json': `{${written}` }],
    ['is not there', ['a.json'], {}],
    ['is empty', ['a.json'], { 'a.json': '' }],
  ])('is one message, and no text of it is held against another form: it %s', (_, editions, files) => {
    expect(read(editions, files).findings).toHaveLength(1);
    expect(told(text, [])).toContain('missing-table');
    expect(told(text, editions, files)).toEqual([]);
    // Other reports are judged as ever.
    for (const other of [renderReport(), renderReport({ edition: '2019', year: 2024 })])
      expect(told(other, editions, files)).toEqual(told(other, []));
  });

  it('though it is a newer one, leaves only its own texts unjudged', () => {
    const broken = { ...newer(2030), id: '2021' };
    expect(told(anew(2030), [broken])).toEqual([]);
    const old = renderReport({ edition: '2019', year: 2030 });
    expect(told(old, [broken])).toEqual(told(old, []));
  });
});
