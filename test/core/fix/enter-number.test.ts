/** A number typed for a cell: written in every layout as the text has it, or refused with the reason. */
import { describe, expect, it } from 'vitest';
import { applyEdits, enterNumber, parse, tableOf } from '../../../server/src/core/index.ts';
import { LAYOUTS } from '../../harness/layouts.ts';
import { consistentValues, renderReport, seeded, zeros } from '../../harness/reports.ts';

const KEY = 'applications.received.naturalPerson';

/** The text after it, or why not. */
function entered(text: string, key: string, typed: string): string {
  const document = parse(text);
  const [report] = document.reports;
  if (!report) throw new Error('no report');
  const answer = enterNumber(document, report, key, typed);
  return answer.kind === 'edits' ? applyEdits(text, answer.edits) : `refused: ${answer.reason['zh-cn']}`;
}
const valuesIn = (text: string): Map<string, number | null> => {
  const tables = parse(text).reports.flatMap((report) => report.tables);
  return new Map(tables.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [[cell.spec.key, cell.value] as const] : []))));
};

describe.each(LAYOUTS)('in %s', (layout) => {
  const values = consistentValues('2021', seeded(9));
  const text = renderReport({ layout, values });

  it('a number changes its own cell alone', () => {
    for (const typed of ['7', '12345']) {
      const after = valuesIn(entered(text, KEY, typed));
      expect(after).toEqual(new Map(valuesIn(text)).set(KEY, Number(typed)));
    }
  });
});

describe('what is typed', () => {
  const text = renderReport({ layout: 'tsv' });
  const cellIn = (after: string, key: string): string => {
    const [report] = parse(after).reports;
    const span = report && tableOf(report, key.slice(0, key.indexOf('.')))?.cells.find((cell) => cell?.spec.key === key)?.span;
    return after.slice(span?.start, span?.end);
  };

  it.each(['²', '③', '五'])('is no number: %s', (typed) => expect(entered(text, KEY, typed)).toMatch(/^refused: /));

  it.each([
    ['１２', '12'],
    [' 1,234 ', '1234'],
    ['007', '7'],
    ['0', '0'],
  ])('may be %j', (typed, written) => expect(cellIn(entered(text, KEY, typed), KEY)).toBe(written));

  it('keeps the decimals of an amount', () => {
    const key = 'disclosure.administrativeFees.amount';
    expect(cellIn(entered(text, key, '60.70'), key)).toBe('60.70');
  });

  it.each(['-1', '2.5', '', 'abc', '1e3', '12件', '9'.repeat(60)])('is no count: %j', (typed) =>
    expect(entered(text, KEY, typed)).toBe('refused: 应为不小于 0 的整数'),
  );

  it('is too long for any count', () => expect(entered(text, KEY, '123456789012345')).toBe('refused: 数字过长'));

  it('may have a sign where changes are counted', () => {
    const key = 'disclosure.administrativeLicenses.change';
    const form2019 = renderReport({ edition: '2019', layout: 'tsv' });
    expect(cellIn(entered(form2019, key, '－3'), key)).toBe('-3');
    expect(entered(form2019, key, '0.5')).toBe('refused: 应为整数');
  });

  it('fills a blank, and takes the place of what is no number', () => {
    const values = new Map(zeros('2021'));
    values.delete(KEY);
    expect(cellIn(entered(renderReport({ layout: 'tsv', values }), KEY, '5'), KEY)).toBe('5');
    values.set(KEY, -4);
    expect(cellIn(entered(renderReport({ layout: 'tsv', values }), KEY, '4'), KEY)).toBe('4');
  });

  it('keeps the unit behind the number', () => {
    const key = 'disclosure.centralizedProcurement.amount';
    const written = renderReport({ edition: '2019', layout: 'tsv' }).replace(/(政府集中采购\t0\t)0/, '$14106万元');
    expect(entered(written, key, '4107')).toBe(written.replace('4106万元', '4107万元'));
  });
});

it('a cell that is not there takes no number', () => {
  const text = renderReport({ without: new Set(['applications.received']) });
  expect(entered(text, KEY, '1')).toMatch(/^refused: 此格不在文中/);
  expect(entered(text, 'nothing.at.all', '1')).toMatch(/^refused: 此格不在文中/);
});
