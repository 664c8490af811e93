/** A report in the wrong edition is rewritten in that of its year: what means the same is kept, the rest is named. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, numbersOf, rulesOf } from '../../harness/check.ts';
import { gridOf } from '../../harness/grid.ts';
import { DRAWN, GLUED, LAYOUTS, LOSSY, render, type TestLayout } from '../../harness/layouts.ts';
import { carried, DIRECTIONS, type Direction, isAboutFormat, migrated, migrationOf, statesDue, statesOf } from '../../harness/migration.ts';
import { consistentValues, forms, renderReport, seeded, zeros } from '../../harness/reports.ts';

const KEEPING: readonly TestLayout[] = [...LAYOUTS, ...DRAWN];
const OWN: readonly TestLayout[] = [...KEEPING, ...LOSSY];
const each = (layouts: readonly TestLayout[]): { layout: TestLayout; from: string; direction: Direction }[] =>
  layouts.flatMap((layout) => DIRECTIONS.map((direction) => ({ layout, from: direction.from, direction })));
const source = ({ from, year }: Direction, layout: TestLayout, values = consistentValues(from, seeded(7))): string =>
  renderReport({ edition: from, year, layout, values });

describe.each(each(OWN))('$layout, from $from', ({ layout, direction }) => {
  it('has the numbers that mean the same, and blanks for the others', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const values = consistentValues(direction.from, seeded(seed));
        const { document, findings } = check(migrated(source(direction, layout, values)));
        const [report] = document.reports;
        const due = carried(values, direction);
        expect(report?.tables.map(({ form }) => form.id)).toEqual([direction.to, direction.to, direction.to]);
        expect(statesOf(report, direction.to)).toEqual(statesDue(due, direction.to));
        // The sums held, and those without a blank still do; every new cell is asked for.
        expect(findings.filter(({ rule }) => rule !== 'blank-cell' && rule !== 'relation-not-checked')).toEqual([]);
        const blank = findings.filter(({ rule }) => rule === 'blank-cell').flatMap(({ cells }) => cells);
        const keys = forms[direction.to].tables.flatMap(({ cells }) => cells.map(({ key }) => key));
        expect(blank.sort()).toEqual(keys.filter((key) => !due.has(key)).sort());
      }),
      { numRuns: 2 },
    );
  });

  it('changes nothing but the tables', () => {
    const text = source(direction, layout);
    const { edits } = migrationOf(text) ?? { edits: [] };
    expect(edits).toHaveLength(2);
    const kept = [...edits].reverse().reduce((rest, { span }) => rest.slice(0, span.start) + rest.slice(span.end), text);
    const tableOf = (id: string): string =>
      render(
        layout,
        gridOf(forms[direction.from].tables.find((one) => one.id === id) as never, consistentValues(direction.from, seeded(7))),
      );
    const ink = (written: string): string => written.replace(/<[^>]*>|&nbsp;|[\s|,+=-]/g, '');
    const without = text.replace(tableOf('disclosure'), '').replace(tableOf('applications'), '');
    expect(without.length).toBeLessThan(text.length / 2);
    expect(ink(kept)).toBe(ink(without));
  });

  it('is the same with CRLF', () => {
    const text = source(direction, layout);
    expect(migrated(text.replaceAll('\n', '\r\n'))).toBe(migrated(text).replaceAll('\n', '\r\n'));
  });
});

describe.each(each(KEEPING))('$layout, from $from, with blanks', ({ layout, direction }) => {
  it('keeps them', () => {
    const values = consistentValues(direction.from, seeded(7));
    for (const key of [...values.keys()].filter((_, at) => at % 11 === 3)) values.delete(key);
    const [report] = check(migrated(source(direction, layout, values))).document.reports;
    expect(statesOf(report, direction.to)).toEqual(statesDue(carried(values, direction), direction.to));
  });
});

const NOTES = ['说明：以上数据已经复核。', '（注：含上年）', '| 备注 | 无变化 |', '\t备注：共3项', '其他说明 5 6', '三、小结', '2022年3月'];

// Spread over the whole report.
const PLACES = 5;

describe.each(each([...OWN, ...GLUED].filter((layout) => layout !== 'html-word')))('$layout, from $from', ({ layout, direction }) => {
  it('loses nothing that somebody wrote between the rows', () => {
    expect(migrationOf(source(direction, layout))).not.toBe(null);
    const lines = source(direction, layout).split('\n');
    const places = Array.from({ length: PLACES }, (_, at) => 5 + Math.floor(((lines.length - 5) * at) / PLACES));
    const lost = places.flatMap((at) =>
      NOTES.filter((note) => {
        const text = [...lines.slice(0, at), note, ...lines.slice(at)].join('\n');
        const fix = migrationOf(text);
        const shown = note.replace(/[\s|]+/g, ' ').trim();
        return fix && !migrated(text).includes(note) && !migrated(text).includes(shown) && !fix.confirm?.['zh-cn'].includes(shown);
      }).map((note) => `${note} below ${lines[at - 1]}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('numbers without a counterpart', () => {
  const values = new Map([
    ...zeros('2019'),
    ['disclosure.normativeDocuments.totalDisclosed', 9],
    ['disclosure.administrativeLicenses.previousYearItems', 4],
    ['disclosure.administrativeLicenses.change', -1],
    ['disclosure.administrativeLicenses.decisions', 36],
    ['disclosure.centralizedProcurement.amount', 251000],
    ['applications.other.naturalPerson', 2],
    ['applications.other.total', 2],
  ] as const);
  const fix = migrationOf(renderReport({ edition: '2019', year: 2022, layout: 'markdown', values }));

  // 22 numbers of which 3 decisions are kept; 161 of 申请 and no others kept: 6 new of 2021’s 10, and 14 in two new rows.
  it('are counted in the title', () => {
    expect(fix?.title).toEqual({
      'zh-cn': '将表格改为国办公开办函〔2021〕30号格式（2021年度起）：19 个数字没有对应项，21 格留空待填',
      en: 'Rewrite the tables in the form of 国办公开办函〔2021〕30号 (from 2021; edition 2021): 19 numbers have no counterpart, 21 cells are left blank',
    });
  });

  it('are named with their values where they are not 0', () => {
    expect(fix?.confirm).toEqual({
      'zh-cn':
        '保留 164 个数字；没有对应项、不再列出：规范性文件·对外公开总数量 9、行政许可·上一年项目数量 4、行政许可·本年增/减 -1、政府集中采购·采购总金额 251000；没有对应项的 0 有 15 个；留空待填 21 格。',
      en: '164 numbers are kept; without a counterpart and no longer listed: 规范性文件·对外公开总数量 9, 行政许可·上一年项目数量 4, 行政许可·本年增/减 -1, 政府集中采购·采购总金额 251000; zeros without a counterpart: 15; left blank to be filled in: 21 cells.',
    });
  });

  it('is a matter for a person', () => {
    expect(fix).toMatchObject({ class: 'manual', preferred: false, breaks: 0 });
  });
});

describe('（六）其他处理', () => {
  const column = 'naturalPerson';
  const parts = (parts: readonly (number | undefined)[]): string => {
    const rows = ['overdueCorrection', 'unpaidFee', 'other'];
    const values: Map<string, number> = zeros('2021');
    rows.forEach((row, at) => {
      const key = `applications.other.${row}.${column}`;
      const part = parts[at];
      if (part === undefined) values.delete(key);
      else values.set(key, part);
    });
    return renderReport({ year: 2020, layout: 'tsv', values });
  };

  it('is the sum of its three items', () => {
    expect(numbersOf(check(migrated(parts([2, 3, 4])))).get(`applications.other.${column}`)).toBe(9);
  });

  it('is left blank where one of them is, and the others are named', () => {
    const text = parts([2, undefined, 4]);
    expect(numbersOf(check(migrated(text))).has(`applications.other.${column}`)).toBe(false);
    expect(migrationOf(text)?.confirm?.['zh-cn']).toContain('1.申请人无正当理由逾期不补正、…·自然人 2、3.其他·自然人 4');
  });
});

describe('what stands in a cell', () => {
  const text = source(DIRECTIONS[0] as Direction, 'tsv', zeros('2019'));
  const withLicence = (cells: string): string => text.replace('行政许可\t0\t0\t0', `行政许可\t${cells}`);

  it.each([
    ['12', '12'],
    ['１２', '12'],
    ['1,234', '1234'],
    ['22（其中补办3件）', '22（其中补办3件）'],
  ])('%s is written as %s', (written, kept) => {
    const after = migrated(withLicence(`0\t0\t${written}`));
    expect(after).toContain(`行政许可\t${kept}\t`);
    expect(rulesOf(after)).not.toContain('outdated-format');
  });

  it('is named where it is no number', () => {
    const changed = withLicence('0\t0\tl2');
    expect(migrationOf(changed)?.title['zh-cn']).toContain('，1 格无法读取，22 格留空待填');
    expect(migrationOf(changed)?.confirm?.['zh-cn']).toContain('无法读取、不再列出：行政许可·处理决定数量“l2”');
  });

  it('is named with its row where nobody knows which cell is which', () => {
    const changed = withLicence('7\t8\t9\t10\t11');
    expect(migrationOf(changed)?.confirm?.['zh-cn']).toContain('无法读取、不再列出：行政许可“7 8 9 10 11”');
  });
});

describe('the file’s own way', () => {
  const values = zeros('2019');
  const first = (text: string): string | undefined =>
    migrated(text)
      .split('\n')
      .find((line) => line.includes('第二十条第（一）项'));
  const outdated = (layout: TestLayout): string => source(DIRECTIONS[0] as Direction, layout, values);

  it('leaves merged cells out where they are left out, and spells them out where they are', () => {
    expect(first(outdated('tsv'))).toBe('第二十条第（一）项\t\t\t');
    expect(first(outdated('tsv-collapsed'))).toBe('第二十条第（一）项');
  });

  it('keeps Markdown a table, and one without a line of dashes as it is', () => {
    const text = outdated('markdown');
    expect(migrated(text)).toContain('| 第二十条第（一）项 | | | |\n| --- | --- | --- | --- |\n| 信息内容 | 本年制发件数 |');
    expect(migrated(text.replace(/^\|(?:---\|)+\n/gm, ''))).not.toContain('---');
  });

  it('keeps a quotation’s mark before every line', () => {
    const quoted = outdated('markdown').replace(/^\|/gm, '> |');
    expect(migrated(quoted)).toContain('> | 行政处罚 | 0 | | |\n> | 行政强制 | 0 |');
  });

  it('keeps the element around a table in HTML, and what stands in its opening tag', () => {
    const text = outdated('html')
      .replace('<table>', '<div class="scroll"><table border="1" class="t">')
      .replace('</table>', '</table></div>');
    const after = migrated(text);
    expect(after).toContain('<div class="scroll"><table border="1" class="t">\n<tr><td colspan="4">第二十条第（一）项</td></tr>\n');
    expect(after).toContain('</table></div>');
  });

  it('says which layout it takes instead where blanks would be lost', () => {
    expect(migrationOf(outdated('bare-lines'))?.title).toMatchObject({
      'zh-cn': expect.stringMatching(/，原排版留不住空格，改为每格一行、以制表符开头$/),
      en: expect.stringMatching(/, the layout loses blanks and becomes one cell a line behind a TAB$/),
    });
    expect(first(outdated('bare-lines'))).toBe('\t第二十条第（一）项');
  });
});

it('a piece of a header that a converter wrote twice does not stand in the way', () => {
  const text = source(DIRECTIONS[0] as Direction, 'cell-lines').replace(
    '\t本年新公开数量\n',
    '\t[bookmark: _GoBack]本年新公开数量\n公开数量\n',
  );
  expect(migrated(text)).toBe(migrated(source(DIRECTIONS[0] as Direction, 'cell-lines')));
});

describe('a table in pieces', () => {
  it('becomes one in Markdown', () => {
    const text = source(DIRECTIONS[0] as Direction, 'markdown').replace(/^(?=\| 第二十条第（[五六八九]）项)/gm, '\n');
    expect(text).toContain('|\n\n| 第二十条第（五）项');
    expect(rulesOf(migrated(text))).not.toContain('outdated-format');
    expect(migrated(text)).toContain('| 行政规范性文件 | | | |\n| 第二十条第（五）项 |');
  });

  it('becomes one in HTML', () => {
    const text = source(DIRECTIONS[0] as Direction, 'html').replace(
      /(?=<tr><td colspan="4">第二十条第（[五六八九]）项)/g,
      '</table>\n<p>&nbsp;</p>\n<table>\n',
    );
    expect(text.split('<table>')).toHaveLength(8);
    const after = migrated(text);
    expect(after.split('<table>')).toHaveLength(4);
    expect(after.split('</table>')).toHaveLength(4);
    expect(rulesOf(after)).not.toContain('outdated-format');
  });
});

/** Every section’s numbers below all its words, as text is taken from some PDF files. */
const torn = (text: string): string =>
  text
    .split(/(?=\n[一二三四五六]、)/)
    .map((section) => section.split('\n'))
    .map((lines) => [...lines.filter((line) => !/^\d+$/.test(line)), ...lines.filter((line) => /^\d+$/.test(line))].join('\n'))
    .join('');

describe('no fix is offered', () => {
  const text = source(DIRECTIONS[0] as Direction, 'tsv', zeros('2019'));
  const html = source(DIRECTIONS[0] as Direction, 'html', zeros('2019'));
  it.each([
    ['where prose stands between rows', text.replace(/^行政处罚/m, '以下为处罚情况：\n$&')],
    ['where a row stands twice', text.replace(/^行政处罚.*\n/m, '$&$&')],
    ['where a row is in words of its own', text.replace('行政事业性收费', '行政事业单位收费')],
    ['where a table has a column more', text.replace(/^规章.*$/m, '$&\t备注')],
    ['where the table has a caption', html.replace('<table>', '<table><caption>单位：件</caption>')],
    ['where another table stands in a cell of it', html.replace('<td>0</td>', '<td><table><tr><td>0</td></tr></table></td>')],
    [
      'where pieces stand in elements of their own',
      html.replace(/(?=<tr><td colspan="4">第二十条第（五）项)/, '</table></div><div><table>'),
    ],
    ['where words and numbers are torn apart', torn(source(DIRECTIONS[0] as Direction, 'bare-lines', zeros('2019')))],
  ])('%s', (_, changed) => {
    expect(rulesOf(changed)).toContain('outdated-format');
    expect([text, html]).not.toContain(changed);
    expect(migrationOf(changed)).toBeUndefined();
  });

  it('for the statistics of before 2019', () => {
    const table = '统计指标\t计量单位\t统计数\n主动公开政府信息数\t条\t12\n';
    const old = renderReport({ year: 2022, withoutSections: new Set(['disclosure', 'applications', 'disputes']) }) + table;
    expect(rulesOf(old)).toContain('outdated-format');
    expect(migrationOf(old)).toBeUndefined();
  });
});

describe('in a file of several reports', () => {
  const wrong = source(DIRECTIONS[0] as Direction, 'tsv');
  const right = renderReport({ layout: 'tsv', year: 2023 });

  it('only the one that it is about changes', () => {
    const { document, findings } = check(right + wrong + right);
    expect(document.reports).toHaveLength(3);
    expect(findings.filter(isAboutFormat)).toHaveLength(1);
    expect(migrated(right + wrong + right)).toBe(right + migrated(wrong) + right);
  });
});
