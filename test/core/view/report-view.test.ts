/** The tables of a report as a view draws them: as on paper in every layout, with what is known of each number. */
import { describe, expect, it } from 'vitest';
import { digestsOf, lint, type NumberView, parse, type ReportView, viewReport } from '../../../server/src/core/index.ts';
import { LAYOUTS } from '../../harness/layouts.ts';
import { twoYears } from '../../harness/library.ts';
import { consistentValues, type EditionId, forms, renderReport, seeded, zeros } from '../../harness/reports.ts';

function viewOf(text: string, lastYear?: string): ReportView {
  const document = parse(text);
  const [report] = document.reports;
  if (!report) throw new Error('no report');
  const previous = lastYear === undefined ? null : (digestsOf(parse(lastYear), 'last.txt')[0] ?? null);
  return viewReport(document, report, { findings: lint(document), previous });
}
const numbersOf = ({ tables }: ReportView): NumberView[] =>
  tables.flatMap(({ blocks }) => blocks.flatMap(({ body }) => body.flat())).filter((cell) => cell.kind === 'number');
const cellOf = (view: ReportView, key: string): NumberView => {
  const cell = numbersOf(view).find((each) => each.key === key);
  if (!cell) throw new Error(`no cell ${key}`);
  return cell;
};
/** How many columns each row of a table takes, those of merged cells from above among them. */
function widthsOf({ blocks }: ReportView['tables'][number]): number[] {
  const rows = blocks.flatMap(({ head, body }) => [...head, ...body]);
  const widths = rows.map(() => 0);
  rows.forEach((row, y) => {
    for (const { columns, rows: height } of row) for (let dy = 0; dy < height; dy++) widths[y + dy] = (widths[y + dy] ?? 0) + columns;
  });
  return widths;
}

describe.each<EditionId>(['2019', '2021'])('the form of %s', (edition) => {
  const values = consistentValues(edition, seeded(3));

  it.each(LAYOUTS)('is drawn with every number of a report in %s', (layout) => {
    const text = renderReport({ edition, layout, values });
    const drawn = numbersOf(viewOf(text));
    expect(drawn).toHaveLength(values.size);
    for (const cell of drawn) {
      expect([cell.key, cell.value, cell.state]).toEqual([cell.key, values.get(cell.key), 'number']);
      expect(text.slice(cell.span?.start, cell.span?.end)).toBe(cell.text);
      expect(cell.wrong).toBe(null);
    }
  });

  it('has every cell once, and rows that are as wide as the table', () => {
    const view = viewOf(renderReport({ edition, values }));
    expect(numbersOf(view).map(({ key }) => key)).toEqual(forms[edition].tables.flatMap(({ cells }) => cells.map(({ key }) => key)));
    for (const table of view.tables) expect([...new Set(widthsOf(table))]).toEqual([table.columns]);
  });

  it('tells headers of columns, groups, rows and blocks apart', () => {
    const [disclosure, applications, disputes] = viewOf(renderReport({ edition })).tables;
    expect(disclosure?.blocks[0]?.head.map((row) => row.map(({ kind }) => kind))).toEqual([
      ['block'],
      ['column', 'column', 'column', 'column'],
    ]);
    expect(disclosure?.blocks.length).toBe(edition === '2021' ? 4 : 5);
    const results = applications?.blocks[0]?.body.flat().find(({ kind }) => kind === 'group');
    expect(results).toMatchObject({ text: '三、本年度办理结果', rows: edition === '2021' ? 22 : 20 });
    expect(disputes?.blocks[0]?.body.flat().every(({ kind }) => kind === 'number')).toBe(true);
  });
});

describe('a number', () => {
  const RECEIVED = 'applications.received.total';

  it('that the relations point at is wrong; the sums that it breaks are told there and at their totals', () => {
    const view = viewOf(renderReport({ values: new Map(zeros('2021')).set(RECEIVED, 4) }));
    const wrong = cellOf(view, RECEIVED);
    expect(wrong.wrong).toBe('error');
    expect(wrong.problems[0]).toMatchObject({ severity: 'error', message: { 'zh-cn': expect.stringContaining('应为 0，现为 4') } });
    expect(wrong.equations).toEqual([
      {
        state: 'broken',
        text: '总计 4 ≠ 0 = 自然人 0 + 商业企业 0 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 ✗',
      },
      { state: 'broken', text: '一 4 + 二 0 = 4 ≠ 0 = （七）0 + 四 0 ✗' },
    ]);
    expect(
      numbersOf(view)
        .filter((cell) => cell.wrong)
        .map(({ key }) => key),
    ).toEqual([RECEIVED]);
  });

  it('of several candidates is one to be checked, and the sum is the error', () => {
    const view = viewOf(renderReport({ values: new Map(zeros('2021')).set('disputes.reconsideration.total', 3) }));
    expect(cellOf(view, 'disputes.reconsideration.total').wrong).toBe('error');
  });

  it('that is a sum is known as one', () => {
    const view = viewOf(renderReport());
    const totals = numbersOf(view).filter(({ total }) => total);
    // 25 rows, the six other columns of （七）, three groups of disputes.
    expect(totals.length).toBe(25 + 6 + 3);
    expect(cellOf(view, 'applications.received.naturalPerson').total).toBe(false);
  });

  it('stands in relations that hold, with what is 0 left out of long sums', () => {
    const values = new Map(zeros('2021'));
    for (const row of ['received', 'granted', 'total'])
      for (const column of ['naturalPerson', 'total']) values.set(`applications.${row}.${column}`, 7);
    const { equations } = cellOf(viewOf(renderReport({ values })), 'applications.granted.naturalPerson');
    expect(equations.map(({ text }) => text)).toEqual([
      '总计 7 = 自然人 7 + 商业企业 0 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 ✓',
      '（七）7 = （一）7 ✓',
    ]);
  });

  it('that is blank, no number, or in a row that is missing says so', () => {
    const values = new Map(zeros('2021'));
    values.delete('applications.granted.naturalPerson');
    values.set('applications.carriedOver.naturalPerson', -3);
    const view = viewOf(renderReport({ values, without: new Set(['applications.denied.stateSecret']) }));
    const blank = cellOf(view, 'applications.granted.naturalPerson');
    expect(blank).toMatchObject({ state: 'blank', text: '', value: null, wrong: 'suspect' });
    expect(blank.span).not.toBe(null);
    expect(blank.equations[0]).toEqual({
      state: 'open',
      text: '总计 0 = 自然人 ？ + 商业企业 0 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0',
    });
    expect(cellOf(view, 'applications.carriedOver.naturalPerson')).toMatchObject({
      state: 'invalid',
      text: '-3',
      value: null,
      wrong: 'error',
    });
    expect(cellOf(view, 'applications.denied.stateSecret.total')).toMatchObject({ state: 'missing', span: null, wrong: 'error' });
  });

  it('has its unit behind it', () => {
    const text = renderReport({ edition: '2019', layout: 'tsv' });
    const written = text.replace(/(政府集中采购\t0\t)0/, '$14106万元');
    expect(written).not.toBe(text);
    expect(cellOf(viewOf(written), 'disclosure.centralizedProcurement.amount')).toMatchObject({ text: '4106万元', value: 4106 });
  });
});

describe('last year’s numbers', () => {
  const { last, now } = twoYears('2021', 5);

  it('stand beside this year’s', () => {
    const view = viewOf(renderReport({ year: 2023, values: now }), renderReport({ year: 2022, values: last }));
    expect(view.previous).toMatchObject({ year: 2022, path: 'last.txt' });
    for (const cell of numbersOf(view)) expect([cell.key, cell.previous]).toEqual([cell.key, last.get(cell.key)]);
  });

  it('of another edition stand where the form counts the same', () => {
    const values = consistentValues('2019', seeded(4));
    const view = viewOf(renderReport({ year: 2021 }), renderReport({ edition: '2019', year: 2020, values }));
    expect(cellOf(view, 'applications.granted.total').previous).toBe(values.get('applications.granted.total'));
    expect(cellOf(view, 'disclosure.regulations.issued').previous).toBe(null);
  });

  it('are not known without a report of it', () => {
    expect(viewOf(renderReport())).toMatchObject({ previous: null });
  });
});

it('a table that is not in the text is drawn with all its cells missing', () => {
  const view = viewOf(renderReport({ withoutSections: new Set(['disputes']) }));
  const disputes = view.tables.find(({ id }) => id === 'disputes');
  expect(disputes?.span).toBe(null);
  const states = disputes?.blocks.flatMap(({ body }) => body.flat().map((cell) => cell.kind === 'number' && cell.state));
  expect([...new Set(states)]).toEqual(['missing']);
});

it('what the prose says wrongly marks no cell', () => {
  const values = new Map(zeros('2021'));
  const text = renderReport({ values, prose: { overview: '全年新收政府信息公开申请12件。' } });
  expect(lint(parse(text)).map(({ rule }) => rule)).toContain('prose-count-mismatch');
  expect(numbersOf(viewOf(text)).filter(({ wrong }) => wrong)).toEqual([]);
});
