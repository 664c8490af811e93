/** Files as they are: shapes mixed in one file, tables torn to pieces, pages broken, reports one after another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../server/src/core/index.ts';
import { type Checked, check, numbersOf } from '../../harness/check.ts';
import { gridOf, spelledOut } from '../../harness/grid.ts';
import { DRAWN, LAYOUTS, LOSSY, render, type TestLayout } from '../../harness/layouts.ts';
import { arbitraryReport, drawnValues, type EditionId, forms, PROSE, renderReport, titleOf } from '../../harness/reports.ts';

const SHAPES = [...LAYOUTS, ...DRAWN, ...LOSSY];
const anyShape = fc.constantFrom<TestLayout>(...SHAPES);

/** A report whose tables are written by `table`, everything around them as plain text. */
function reportOf(edition: EditionId, table: (id: string) => string, year = edition === '2021' ? 2023 : 2020): string {
  const form = forms[edition];
  const parts = form.edition.sections.map((section) => {
    const own = form.tables.find((candidate) => candidate.section === section.id);
    return `${section.number}、${section.title}\n\n${own ? table(own.id) : `${PROSE[section.id]}\n`}`;
  });
  return `${titleOf(year)}\n\n${parts.join('\n')}`;
}

const formOf = (edition: EditionId, id: string) =>
  forms[edition].tables.find((table) => table.id === id) as (typeof forms)['2021']['tables'][0];
/** What is worse than a hint. */
const faults = ({ findings }: Checked): string[] => findings.filter(({ severity }) => severity !== 'hint').map(({ rule }) => rule);

function readsWhole(text: string, values: ReadonlyMap<string, number>): void {
  const checked = check(text);
  expect(numbersOf(checked)).toEqual(values);
  expect(faults(checked)).toEqual([]);
}

describe('a file with several shapes', () => {
  it('is read table by table', () => {
    fc.assert(
      fc.property(arbitraryReport, fc.tuple(anyShape, anyShape, anyShape), fc.boolean(), (report, shapes, crlf) => {
        const { edition } = report;
        const values = drawnValues(report);
        const ids = forms[edition].tables.map(({ id }) => id);
        const text = reportOf(edition, (id) => render(shapes[ids.indexOf(id)] ?? 'tsv', gridOf(formOf(edition, id), values)));
        readsWhole(crlf ? text.replaceAll('\n', '\r\n') : text, values);
      }),
      { numRuns: 150 },
    );
  });

  it('may hold several reports, each with its own edition, year, numbers and places', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(arbitraryReport, anyShape), { minLength: 2, maxLength: 4 }), (drawn) => {
        const plain = drawn.filter(([, layout]) => !layout.startsWith('html'));
        const texts = plain.map(([report, layout], at) =>
          renderReport({
            edition: report.edition,
            layout,
            values: drawnValues(report),
            year: (report.edition === '2021' ? 2021 : 2019) + (at % 2),
          }),
        );
        const whole = texts.join('\n');
        const { reports } = parse(whole);
        expect(reports.map(({ form, reportingYear }) => [form?.id, reportingYear])).toEqual(
          plain.map(([{ edition }], at) => [edition, (edition === '2021' ? 2021 : 2019) + (at % 2)]),
        );
        let start = 0;
        for (const [at, report] of reports.entries()) {
          const cells = report.tables.flatMap((table) => table.cells);
          expect(new Map(cells.map((cell) => [cell?.spec.key, cell?.value]))).toEqual(drawnValues((plain[at] as (typeof plain)[0])[0]));
          for (const cell of cells)
            expect(cell && cell.span.start >= start && cell.span.end <= start + (texts[at] as string).length).toBe(true);
          start += (texts[at] as string).length + 1;
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a Markdown table cut into pieces', () => {
  const pieces = (
    edition: EditionId,
    id: string,
    values: ReadonlyMap<string, number>,
    size: number,
    header: 'invented' | 'a row',
  ): string => {
    const rows = spelledOut(gridOf(formOf(edition, id), values)).map((row) => row.map((text) => text ?? ''));
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const width = Math.max(...rows.map(({ length }) => length));
    const invented = Array.from({ length: width }, (_, at) => (at === 0 ? '项目' : `数据${at}`));
    const rule = `|${' --- |'.repeat(width)}`;
    const out: string[] = [];
    for (let at = 0; at < rows.length; at += size) {
      const piece = rows.slice(at, at + size).map(line);
      out.push(...(header === 'invented' ? [line(invented), rule, ...piece] : [piece[0] ?? '', rule, ...piece.slice(1)]), '');
    }
    return `${out.join('\n')}\n`;
  };

  it.each(['invented', 'a row'] as const)('is put together, where each piece has %s for a header', (header) => {
    fc.assert(
      fc.property(arbitraryReport, fc.integer({ min: 3, max: 9 }), (report, size) => {
        const values = drawnValues(report);
        const text = reportOf(report.edition, (id) =>
          id === 'disputes'
            ? render('markdown', gridOf(formOf(report.edition, id), values))
            : pieces(report.edition, id, values, size, header),
        );
        readsWhole(text, values);
      }),
      { numRuns: 60 },
    );
  });
});

describe('pages', () => {
  const FOOTERS = ['- 5 -', '— 12 —', '第 3 页', '第 3 页 共 9 页', '3/9', '7'];

  it.each(['aligned', 'aligned-page', 'raw', 'bare-lines'] as const)(
    '%s: page numbers between rows are no numbers of the table',
    (layout) => {
      fc.assert(
        fc.property(arbitraryReport, fc.nat(), fc.constantFrom(...FOOTERS), fc.boolean(), (report, pick, footer, repeated) => {
          const { edition } = report;
          const values = drawnValues(report);
          const text = renderReport({ edition, layout, values });
          // A page ends above a row; the table's head may be set again on the next one.
          const row = /^.*(?:（[一二四五]）|\d\.).*\d$|^[二四]、.*申请数量.*$/gm;
          const places = [...text.matchAll(row)].map(({ index }) => index).filter((index) => index > text.indexOf('一、本年新收'));
          const place = places[pick % places.length] ?? text.indexOf('二、上年结转');
          const head =
            repeated && layout !== 'bare-lines'
              ? '申请人情况\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n'
              : '';
          readsWhole(`${text.slice(0, place)}\n          ${footer}\n\f${head}${text.slice(place)}`, values);
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('around the report', () => {
  const CHROME = [
    '首页 > 政务公开 > 政府信息公开年报',
    '字号：[大 中 小]',
    '发布日期：2024-01-18 浏览次数：1024 次',
    '打印 关闭',
    '网站地图 | 联系我们 | 隐私声明',
    '主办：青禾县人民政府办公室 备案号 0123456789',
  ];

  it.each(SHAPES)('%s: what a site sets before and behind is not of it', (layout) => {
    const report = { edition: '2021', seed: 17 } as const;
    const values = drawnValues(report);
    const chrome = `${CHROME.join('\n')}\n`;
    const body = renderReport({ edition: '2021', layout, values });
    const text = layout.startsWith('html')
      ? body.replace('<body>', `<body><p>${CHROME.join('</p><p>')}</p>`)
      : `${chrome}\n${body}\n${chrome}`;
    readsWhole(text, values);
    expect(parse(text).reports[0]).toMatchObject({ reportingYear: 2023, unit: '青禾县水务局' });
  });

  it.each(SHAPES)('%s: labels in half width, with spaces, in traditional characters', (layout) => {
    const values = drawnValues({ edition: '2021', seed: 21 });
    const text = renderReport({ edition: '2021', layout, values });
    readsWhole(text.replaceAll('（', '(').replaceAll('）', ')').replaceAll('“', '"').replaceAll('”', '"'), values);
    readsWhole(
      text
        .replaceAll('规', '規')
        .replaceAll('机关', '機關')
        .replaceAll('处理', '處理')
        .replaceAll('维持', '維持')
        .replaceAll('公开', '公開'),
      values,
    );
  });

  it.each(SHAPES)('%s: a table replaced by prose is missing, and no number is taken from the prose', (layout) => {
    const values = drawnValues({ edition: '2021', seed: 23 });
    const prose = '本年度，行政许可 12 件，行政处罚 3 件，行政强制 0 件；收取行政事业性收费 5 万元。制发规章 0 件，行政规范性文件 2 件。\n';
    const text = layout.startsWith('html')
      ? renderReport({ layout, values, withoutSections: new Set(['disclosure']) })
      : reportOf('2021', (id) => (id === 'disclosure' ? prose : render(layout, gridOf(formOf('2021', id), values))));
    const checked = check(text);
    expect(faults(checked)).toEqual(['missing-table']);
    expect([...numbersOf(checked).keys()].filter((key) => key.startsWith('disclosure'))).toEqual([]);
  });
});
