/** `extract`: every number under its key, the reason for every gap, and columns that stay. */
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import type { Host } from '../../../server/src/cli/host.ts';
import { main } from '../../../server/src/cli/main.ts';
import { gridOf } from '../../harness/grid.ts';
import { render } from '../../harness/layouts.ts';
import { type EditionId, forms, renderReport } from '../../harness/reports.ts';
import { extractRecord } from '../contract.ts';
import { readCsv } from '../csv.ts';
import { type Content, hostOf, inMemory, type Run, systemError } from '../host.ts';
import { crlf, encoded, notes, wrong } from '../samples.ts';

type Extracted = z.infer<typeof extractRecord>;

const run = (files: Readonly<Record<string, Content>>, ...argv: string[]): Promise<Run> => inMemory(files).run(['extract', ...argv]);

function read({ stdout }: Run): Extracted[] {
  const lines = stdout.split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => extractRecord.parse(JSON.parse(line)));
}

/** The only record of a text. */
async function extracted(text: string): Promise<Extracted> {
  const [record, ...more] = read(await run({ 'a.txt': text }, 'a.txt'));
  expect(more).toEqual([]);
  return record as Extracted;
}

/** The rows of CSV by the names of the columns. */
function table({ stdout }: Run): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(stdout);
  return rows.map((row) => {
    expect(row).toHaveLength(head.length);
    return Object.fromEntries(row.map((field, index) => [head[index], field]));
  });
}

const keysOf = (edition: EditionId, ...tables: string[]): string[] =>
  forms[edition].tables.filter(({ id }) => tables.length === 0 || tables.includes(id)).flatMap(({ cells }) => cells.map(({ key }) => key));
const without = (keys: readonly string[], few: readonly string[]): string[] => keys.filter((key) => !few.includes(key));

/** Every cell with a number of its own, whatever it adds up to: 101, 102 and so on. */
const numbered = (edition: EditionId): Map<string, number> => new Map(keysOf(edition).map((key, index) => [key, 101 + index]));

const FIXED = ['path', 'index', 'line', 'recognized', 'edition', 'reportingYear', 'unit', 'layout', 'gaps'];
const CHANGE = 'disclosure.administrativeLicenses.change';
const FEES = 'disclosure.administrativeFees.amount';

describe('a record', () => {
  it.each([
    ['2021', 'cell-lines', 2023, numbered('2021').set(FEES, 12.5)],
    ['2021', 'html', 2022, numbered('2021')],
    ['2019', 'markdown', 2020, numbered('2019').set(CHANGE, -5)],
    ['2019', 'trailing-pipes', 2019, numbered('2019')],
  ] as const)('has every number of a report of %s in %s', async (edition, layout, year, values) => {
    const text = renderReport({ edition, layout, year, values });
    expect(await extracted(text)).toEqual({
      path: 'a.txt',
      index: 0,
      line: text.split('\n').findIndex((line) => line.includes('青禾县水务局')) + 1,
      recognized: true,
      edition,
      reportingYear: year,
      unit: '青禾县水务局',
      layout,
      values: Object.fromEntries(values),
      gaps: {},
    });
    const [row = {}] = table(await run({ 'a.txt': text }, '--format', 'csv', 'a.txt'));
    const cells = Object.entries(row).filter(([name, field]) => !FIXED.includes(name) && field !== '');
    expect(Object.fromEntries(cells)).toEqual(Object.fromEntries([...values].map(([key, value]) => [key, String(value)])));
    expect(row).toMatchObject({ path: 'a.txt', index: '0', recognized: 'true', edition, reportingYear: String(year), layout, gaps: '0' });
  });

  it('has the cells in the order of the form', async () => {
    expect(Object.keys((await extracted(renderReport())).values)).toEqual(keysOf('2021'));
  });

  it('stands for each report of a file', async () => {
    const [first, second] = [renderReport({ values: numbered('2021') }), renderReport({ edition: '2019', values: numbered('2019') })];
    const files = { 'b.txt': crlf(`\n\n${first}${second}`), 'c.txt': first };
    const records = read(await run(files, 'b.txt', 'c.txt'));
    // Two blank lines above the first title; the second one stands on the line after the first report's last.
    const lines = [3, 2 + first.split('\n').length, 1];
    expect(records.map(({ path, index, line, edition }) => [path, index, line, edition])).toEqual([
      ['b.txt', 0, lines[0], '2021'],
      ['b.txt', 1, lines[1], '2019'],
      ['c.txt', 0, lines[2], '2021'],
    ]);
    expect(records.map(({ values }) => values['disclosure.regulations.issued'])).toEqual([101, undefined, 101]);
    expect(table(await run(files, '--format', 'csv', 'b.txt', 'c.txt')).map(({ index, line }) => [index, line])).toEqual([
      ['0', String(lines[0])],
      ['1', String(lines[1])],
      ['0', '1'],
    ]);
  });

  it.each([
    ['other text', notes],
    ['nothing', ''],
  ])('says that a file with %s is no report', async (_, text) => {
    const nothing = { edition: null, reportingYear: null, unit: null, layout: null };
    expect(await extracted(text)).toEqual({ path: 'a.txt', index: 0, line: null, recognized: false, ...nothing, values: {}, gaps: {} });
    const [row = {}] = table(await run({ 'a.txt': text }, '--format', 'csv', 'a.txt'));
    expect(Object.entries(row).filter(([, field]) => field !== '')).toEqual([
      ['path', 'a.txt'],
      ['index', '0'],
      ['recognized', 'false'],
    ]);
  });
});

describe('a gap', () => {
  const GRANTED = 'applications.granted';
  const text = (...cells: readonly [string, string][]): string =>
    renderReport({ values: new Map<string, number | string>([...numbered('2021'), ...cells]) });
  /** The lines of a row in `cell-lines`, where each cell has a line of its own behind a tab. */
  const row = (key: string): string =>
    keysOf('2021')
      .filter((cell) => cell.startsWith(`${key}.`))
      .map((cell) => `\t${numbered('2021').get(cell)}\n`)
      .join('');
  const GAPS: readonly (readonly [string, string, Record<string, string>])[] = [
    ['blank', text([`${GRANTED}.naturalPerson`, '']), { [`${GRANTED}.naturalPerson`]: 'blank' }],
    [
      'no number, or none that the form allows',
      text(['applications.received.total', '若干'], ['disclosure.regulations.issued', '-3'], ['disputes.litigationDirect.total', '1.5']),
      {
        'disclosure.regulations.issued': 'invalid',
        'applications.received.total': 'invalid',
        'disputes.litigationDirect.total': 'invalid',
      },
    ],
    [
      'cut off by the next row',
      // The blank line that ends the row is lost with its last cell, so that the next label follows at once.
      text().replace(`${row('disclosure.regulations')}\n`, row('disclosure.regulations').replace(/.+\n$/, '')),
      { 'disclosure.regulations.inForce': 'missing-cell' },
    ],
    [
      'in a row with a cell too many',
      text().replace(row(GRANTED), `\t7\n${row(GRANTED)}`),
      Object.fromEntries(keysOf('2021').flatMap((key) => (key.startsWith(`${GRANTED}.`) ? [[key, 'unreadable']] : []))),
    ],
    [
      'in a row that is not there',
      renderReport({ values: numbered('2021'), without: new Set(['disclosure.administrativeFees']) }),
      { [FEES]: 'missing-row' },
    ],
    [
      'in a table that is not there',
      renderReport({ values: numbered('2021'), withoutSections: new Set(['disputes']) }),
      Object.fromEntries(keysOf('2021', 'disputes').map((key) => [key, 'missing-table'])),
    ],
  ];

  it.each(GAPS)('%s has its reason and no number, and the rest stays', async (_, damaged, gaps) => {
    const record = await extracted(damaged);
    expect(record.gaps).toEqual(gaps);
    const values = new Map<string, number | null>(numbered('2021'));
    for (const key of Object.keys(gaps)) values.set(key, null);
    expect(record.values).toEqual(Object.fromEntries(values));
    const [csv = {}] = table(await run({ 'a.txt': damaged }, '--format', 'csv', 'a.txt'));
    expect(csv.gaps).toBe(String(Object.keys(gaps).length));
    for (const key of Object.keys(gaps)) expect(csv[key]).toBe('');
  });

  it('is every cell of a report without tables whose year is known, and none where the form is not', async () => {
    const headings = renderReport({ withoutSections: new Set(['disclosure', 'applications', 'disputes']) });
    const plain = `${headings}二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n`;
    const record = await extracted(plain);
    expect(record).toMatchObject({ recognized: true, edition: '2021', layout: null });
    expect(record.gaps).toEqual(Object.fromEntries(keysOf('2021').map((key) => [key, 'missing-table'])));
    const yearless = await extracted(plain.replaceAll(/\d{4}年/g, ''));
    expect(yearless).toMatchObject({ recognized: true, edition: null, reportingYear: null, values: {}, gaps: {} });
  });

  it('is not told of a form that is known by name only', async () => {
    const old =
      '云溪市水务局2018年政府信息公开工作年度报告\n一、概述\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n一、主动公开情况\t——\t\n（一）主动公开政府信息数\t条\t326\n';
    expect(await extracted(old)).toMatchObject({ recognized: true, edition: 'pre-2019', reportingYear: 2018, values: {}, gaps: {} });
    const [row] = table(await run({ 'a.txt': old }, '--format', 'csv', 'a.txt'));
    expect(row).toMatchObject({ recognized: 'true', edition: 'pre-2019', gaps: '' });
  });

  it('is what the report’s edition asks for where a table follows another', async () => {
    const [old, now] = (['2019', '2021'] as const).map((edition) => render('cell-lines', gridOf(disclosureOf(edition), numbered(edition))));
    const record = await extracted(renderReport({ values: numbered('2021') }).replace(now as string, old as string));
    expect(record.edition).toBe('2021');
    const others = keysOf('2021', 'applications', 'disputes').map((key) => [key, numbered('2021').get(key)]);
    // Three keys are in both forms: what the text has counts.
    const lacking = without(keysOf('2021', 'disclosure'), keysOf('2019'));
    expect(lacking).toHaveLength(7);
    expect(record.values).toEqual({
      ...Object.fromEntries(lacking.map((key) => [key, null])),
      ...Object.fromEntries(others),
      ...Object.fromEntries(keysOf('2019', 'disclosure').map((key) => [key, numbered('2019').get(key)])),
    });
    expect(record.gaps).toEqual(Object.fromEntries(lacking.map((key) => [key, 'missing-table'])));
  });

  it('is told of every cell without a number, wherever the text is torn', async () => {
    const whole = renderReport({ values: numbered('2021') }).split('\n');
    const files = Object.fromEntries(
      whole.flatMap((_, at) =>
        at % 9 === 4 ? [[`${String(at).padStart(4, '0')}.txt`, whole.toSpliced(at, 1 + (at % 4)).join('\n')]] : [],
      ),
    );
    const records = read(await run(files, ...Object.keys(files)));
    expect(records.length).toBeGreaterThan(30);
    for (const { path, recognized, values, gaps } of records) {
      expect([path, recognized, Object.keys(values)]).toEqual([path, true, keysOf('2021')]);
      expect([path, Object.keys(gaps)]).toEqual([path, Object.keys(values).filter((key) => values[key] === null)]);
      const moved = Object.entries(values).filter(([key, value]) => value !== null && value !== numbered('2021').get(key));
      expect([path, moved]).toEqual([path, []]);
    }
  });
});

const disclosureOf = (edition: EditionId) =>
  forms[edition].tables.find(({ id }) => id === 'disclosure') as (typeof forms)['2021']['tables'][number];

describe('the columns of CSV', () => {
  const headOf = async (files: Readonly<Record<string, Content>>): Promise<string[]> =>
    readCsv((await run(files, '--format', 'csv', ...Object.keys(files))).stdout)[0] ?? [];

  it('are the same whatever the input', async () => {
    const head = await headOf({ 'a.txt': renderReport() });
    expect(await headOf({ 'a.txt': renderReport({ edition: '2019' }) })).toEqual(head);
    expect(await headOf({ 'a.txt': notes })).toEqual(head);
    expect(await headOf({ 'a.txt': systemError('EACCES') })).toEqual(head);
  });

  it('are every cell of both editions, once, in the order of the forms', async () => {
    const head = await headOf({ 'a.txt': notes });
    const keys = head.slice(FIXED.length);
    expect(head.slice(0, FIXED.length)).toEqual(FIXED);
    // 2021: 10 + 25 rows of 7 + 15. Of 2019 besides: 22 - 3 that both have, and （六）其他处理 as one row of 7.
    expect(keys).toHaveLength(10 + 25 * 7 + 15 + 19 + 7);
    expect(new Set(keys)).toEqual(new Set([...keysOf('2021'), ...keysOf('2019')]));
    expect(keys.filter((key) => keysOf('2021').includes(key))).toEqual(keysOf('2021'));
    expect(keys.slice(0, 19)).toEqual(
      [
        'regulations.issued regulations.repealed regulations.inForce',
        'regulations.newlyProduced regulations.newlyDisclosed regulations.totalDisclosed',
        'normativeDocuments.issued normativeDocuments.repealed normativeDocuments.inForce',
        'normativeDocuments.newlyProduced normativeDocuments.newlyDisclosed normativeDocuments.totalDisclosed',
        'administrativeLicenses.decisions administrativeLicenses.previousYearItems administrativeLicenses.change',
        'otherServices.previousYearItems otherServices.change otherServices.decisions',
        'administrativePenalties.decisions',
      ].flatMap((row) => row.split(' ').map((key) => `disclosure.${key}`)),
    );
    const after = (key: string): string | undefined => keys[keys.indexOf(`applications.${key}.total`) + 1];
    expect(after('notProcessed.reconfirmation')).toBe('applications.other.naturalPerson');
    expect(after('other')).toBe('applications.other.overdueCorrection.naturalPerson');
    expect(after('other.other')).toBe('applications.total.naturalPerson');
  });
});

describe('the fields of CSV', () => {
  const names = ['a,b.txt', 'say "no".txt', '"', 'two\nlines.txt', 'two\r\nlines.txt', ' blank .txt', '=1+1.txt', '@a.txt', '青禾县.txt'];

  it('come back as they were', async () => {
    const result = await run(Object.fromEntries(names.map((name) => [name, notes])), '--format', 'csv', '--', ...names);
    expect(table(result).map(({ path }) => path)).toEqual(names);
  });

  it('are quoted where they must be, and only there', async () => {
    const { stdout } = await run({ 'a,"b".txt': renderReport() }, '--format', 'csv', 'a,"b".txt');
    expect(stdout).toContain('\r\n"a,""b"".txt",0,1,true,2021,2023,青禾县水务局,cell-lines,0,0,0,');
    expect(stdout.match(/"/g)).toHaveLength(6);
    expect(stdout.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(stdout.startsWith('path,index,line,')).toBe(true);
  });
});

describe('extract', () => {
  it.each([
    ['reports', { 'a.txt': renderReport() }, 0],
    ['wrong sums, which are not its matter', { 'a.txt': wrong }, 0],
    ['no report', { 'a.txt': notes }, 0],
    ['a folder without files', { 'a.txt/page.css': '' }, 0],
    ['no file', {}, 2],
    ['an unreadable file', { 'a.txt': systemError('EACCES') }, 2],
    ['a binary file', { 'a.txt': 'PK\x03\x04' }, 2],
  ])('exits as it should for %s', async (_, files, code) => {
    for (const format of ['json', 'csv']) expect((await run(files, '--format', format, 'a.txt')).code).toBe(code);
  });

  it('names what it cannot read on standard error, and does the others', async () => {
    const files = { 'year/a.txt': systemError('EACCES'), 'year/b.txt': renderReport(), 'year/c.txt': 'PK\x03\x04' };
    const { code, stderr, ...rest } = await run(files, '--lang', 'en', 'nowhere.txt', 'year');
    expect(code).toBe(2);
    expect(read({ code, stderr, ...rest }).map(({ path }) => path)).toEqual(['year/b.txt']);
    expect(stderr.split('\n').map((line) => line.split(':')[0])).toEqual(['nowhere.txt', 'year/a.txt', 'year/c.txt', '']);
  });

  it('says that a folder holds nothing', async () => {
    const { code, stdout, stderr } = await run({ 'year/page.css': '' }, '--lang', 'en', 'year');
    expect([code, stdout, stderr]).toEqual([0, '', 'year: no files to check in the folder\n']);
  });

  it('reads standard input, in any encoding', async () => {
    const result = await inMemory({}).run(['extract', '-'], encoded(crlf(renderReport()), 'gb18030'));
    expect(read(result)).toMatchObject([{ path: '-', unit: '青禾县水务局', edition: '2021', gaps: {} }]);
  });

  it('writes the records of a file before it reads far ahead, however many files there are', async () => {
    const files = inMemoryFiles(200);
    let [begun, written, most] = [0, 0, 0];
    const host = hostOf({
      files: {
        ...files,
        read: async () => {
          most = Math.max(most, ++begun - written);
          return Buffer.from(notes);
        },
      },
      stdout: {
        colors: false,
        terminal: false,
        // A slow reader: what is read waits for it.
        write: async (chunk) => {
          await new Promise((resolve) => setImmediate(resolve));
          if (chunk !== '') written++;
        },
      },
    });
    expect(await main(['extract', 'year'], host)).toBe(0);
    expect([begun, written]).toEqual([200, 200]);
    expect(most).toBeLessThanOrEqual(17);
  });
});

function inMemoryFiles(count: number): Omit<Host['files'], 'read'> {
  const names = Array.from({ length: count }, (_, index) => `${String(index).padStart(3, '0')}.txt`);
  return {
    kindOf: async (path) => (path === 'year' ? 'folder' : 'file'),
    absolute: (path) => path,
    create: async () => {},
    identity: async (path) => path,
    list: async () => names.map((name) => ({ name, kind: 'file' })),
    replace: async () => 'replaced',
  };
}
