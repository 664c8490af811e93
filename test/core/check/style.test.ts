/** Rules about the way a report is written: style of numbers, units, marks for nothing, residue. No number changes by their fixes. */
import { describe, expect, it } from 'vitest';
import { applyEdits, type Finding, fixesOf, joinFixes } from '../../../server/src/core/index.ts';
import { check, checkReport, fixTitles, numbersOf, rulesOf, told } from '../../harness/check.ts';
import { DRAWN, GLUED, LAYOUTS, LOSSY, type TestLayout } from '../../harness/layouts.ts';
import { consistentValues, type EditionId, renderReport, seeded, zeros } from '../../harness/reports.ts';

type Written = Readonly<Record<string, string>>;

/** A report whose cells are 0 but for those given, as written. */
const reportOf = (written: Written, layout: TestLayout = 'cell-lines', edition: EditionId = '2021'): string =>
  renderReport({ edition, layout, values: new Map<string, number | string>([...zeros(edition), ...Object.entries(written)]) });

/** The findings of one rule. */
const foundIn = (text: string, rule: string): Finding[] => checkReport(text).findings.filter((finding) => finding.rule === rule);

/** The text after the first fix of every finding. */
function mended(text: string): string {
  const { document, findings } = checkReport(text);
  return applyEdits(
    text,
    findings.flatMap((finding) => fixesOf(document, finding)[0]?.edits ?? []),
  );
}

const LICENSES = 'disclosure.administrativeLicenses.decisions';
const FEES = 'disclosure.administrativeFees.amount';
const CHANGE = 'disclosure.administrativeFees.change';
const AMOUNT = 'disclosure.centralizedProcurement.amount';

describe('number-style', () => {
  it.each([
    ['1,234', '1234', 1234],
    ['1，234', '1234', 1234],
    ['1，234，567', '1234567', 1234567],
    ['１２', '12', 12],
    ['1２', '12', 12],
    ['007', '7', 7],
    ['00', '0', 0],
    ['+3', '3', 3],
    ['＋３', '3', 3],
    ['-0', '0', 0],
    ['12．0', '12.0', 12],
  ])('a count %j is better written %j', (written, plain, value) => {
    const text = reportOf({ [LICENSES]: written });
    expect(told(text)).toEqual([`number-style ⟦${written}⟧`]);
    const checked = check(text);
    expect(numbersOf(checked).get(LICENSES)).toBe(value);
    expect(fixTitles(checked, checked.findings[0] as Finding)).toEqual([`safe! 改写为 ${plain}`]);
    expect(mended(text)).toBe(reportOf({ [LICENSES]: plain }));
  });

  it.each([
    ['１，２３４．５０', '1234.50'],
    ['060.70', '60.70'],
    ['００．５', '0.5'],
  ])('an amount %j keeps its decimals: %j', (written, plain) => {
    expect(told(reportOf({ [FEES]: written }))).toEqual([`number-style ⟦${written}⟧`]);
    expect(mended(reportOf({ [FEES]: written }))).toBe(reportOf({ [FEES]: plain }));
  });

  it.each([
    ['－18', '-18'],
    ['−18', '-18'],
    ['＋3', '+3'],
    ['-018', '-18'],
  ])('a change %j keeps its sign: %j', (written, plain) => {
    expect(told(reportOf({ [CHANGE]: written }, 'cell-lines', '2019'))).toEqual([`number-style ⟦${written}⟧`]);
    expect(mended(reportOf({ [CHANGE]: written }, 'cell-lines', '2019'))).toBe(reportOf({ [CHANGE]: plain }, 'cell-lines', '2019'));
  });

  it('has nothing to say about plain numbers', () => {
    expect(told(reportOf({ [LICENSES]: '12', [FEES]: '60.70' }))).toEqual([]);
    expect(told(reportOf({ [CHANGE]: '-3', [AMOUNT]: '0.50' }, 'cell-lines', '2019'))).toEqual([]);
    expect(told(reportOf({ [CHANGE]: '+3' }, 'cell-lines', '2019'))).toEqual([]);
  });

  it('leaves numbers that the form does not allow to invalid-number', () => {
    expect(rulesOf(reportOf({ [LICENSES]: '－18' }))).toEqual(['invalid-number']);
    expect(rulesOf(reportOf({ [LICENSES]: '1,23' }))).toEqual(['invalid-number']);
  });

  it('speaks of every cell by itself, and names both ways to write it', () => {
    const text = reportOf({ [LICENSES]: '１２', [FEES]: '1,000' });
    expect(told(text)).toEqual(['number-style ⟦１２⟧', 'number-style ⟦1,000⟧']);
    const [first, second] = foundIn(text, 'number-style');
    expect(first).toMatchObject({ severity: 'hint', cells: [LICENSES] });
    expect(first?.message['zh-cn']).toBe('行政许可·本年处理决定数量：“１２”宜写作 12');
    expect(second?.message.en).toContain('“1,000” is better written 1000');
  });

  it('writes a number that markup cuts apart once', () => {
    const html = renderReport({ layout: 'html', values: new Map([...zeros('2021'), [LICENSES, 97531]]) });
    const cut = html.replace('97531', '<b>９７</b><i>，</i><b>５３１</b>');
    expect(told(cut)).toEqual(['number-style ⟦９７</b><i>，</i><b>５３１⟧']);
    expect(mended(cut)).toBe(html.replace('97531', '<b>97531</b><i></i><b></b>'));
    expect(told(html.replace('97531', '<b>97</b><b>531</b>'))).toEqual([]);
  });

  it.each(LAYOUTS.filter((layout) => layout !== 'html-word'))('%s: the fix leaves the report as if it had been written so', (layout) => {
    expect(rulesOf(reportOf({ [LICENSES]: '２，０４６' }, layout))).toEqual(['number-style']);
    expect(mended(reportOf({ [LICENSES]: '２，０４６' }, layout))).toBe(reportOf({ [LICENSES]: '2046' }, layout));
  });
});

describe('unit-in-cell', () => {
  it.each([
    ['4106万元', 4106, '万元', '4106万元'],
    ['22（其中修订16件）', 22, '（其中修订16件）', '22（其中修订16件）'],
    ['22 （其中修订16件） ', 22, '（其中修订16件）', '22 （其中修订16件）'],
  ])('%j is read as %d', (written, value, remark, marked) => {
    const text = reportOf({ [LICENSES]: written });
    expect(told(text)).toEqual([`unit-in-cell ⟦${marked}⟧`]);
    const checked = check(text);
    const [finding] = checked.findings as [Finding];
    expect(finding).toMatchObject({ severity: 'information', cells: [LICENSES], table: 'disclosure' });
    expect(finding.message['zh-cn']).toBe(`行政许可·本年处理决定数量：读作 ${value}，其后的“${remark}”未计入`);
    expect(finding.message.en).toBe(`行政许可·本年处理决定数量: read as ${value}; “${remark}” behind it is left out`);
    expect(fixesOf(checked.document, finding)).toEqual([]);
    expect(numbersOf(checked).get(LICENSES)).toBe(value);
  });

  it('marks the number alone where markup stands before the remark', () => {
    const html = reportOf({ [LICENSES]: '<b>22</b>件' }, 'html');
    expect(told(html)).toEqual(['unit-in-cell ⟦22⟧']);
  });

  it('is silent where the form names no unit: 采购总金额 of 2019', () => {
    expect(told(reportOf({ [AMOUNT]: '4106万元' }, 'cell-lines', '2019'))).toEqual([]);
  });

  it('speaks of the fees of 2021, whose unit stands in the header', () => {
    expect(told(reportOf({ [FEES]: '60.70万元' }))).toEqual(['unit-in-cell ⟦60.70万元⟧']);
  });

  it('leaves the remark when the number is mended', () => {
    const text = reportOf({ [LICENSES]: '２２（其中修订16件）' });
    expect(rulesOf(text).sort()).toEqual(['number-style', 'unit-in-cell']);
    expect(mended(text)).toBe(reportOf({ [LICENSES]: '22（其中修订16件）' }));
  });
});

describe('blank-cell', () => {
  const PROCESSED = 'disclosure.administrativePenalties.decisions';
  const FORCED = 'disclosure.administrativeCoercion.decisions';
  const blanks = (written: Written, layout?: TestLayout): string[] =>
    foundIn(reportOf(written, layout), 'blank-cell').map(({ severity, cells }) => `${severity} ${cells.join(' ')}`);

  it.each(['/', '／', '-', '—', '——', '无', '空'])('takes the mark %j for a hint', (mark) => {
    const text = reportOf({ [LICENSES]: mark });
    expect(told(text)).toEqual([`blank-cell ⟦${mark}⟧`]);
    const checked = check(text);
    const [finding] = checked.findings as [Finding];
    expect(finding.severity).toBe('hint');
    expect(finding.message['zh-cn']).toBe(`“${mark}”不是数字，按空白处理：行政许可·本年处理决定数量`);
    expect(finding.message.en).toBe(`“${mark}” is no number and counts as blank: 行政许可·本年处理决定数量`);
    expect(fixTitles(checked, finding)).toEqual(['manual 填 0']);
  });

  it.each(['', ' ', '&nbsp;', '\u3000'])('takes the blank %j for a warning', (blank) => {
    const text = reportOf({ [LICENSES]: blank });
    expect(foundIn(text, 'blank-cell').map(({ severity, message }) => `${severity} ${message['zh-cn']}`)).toEqual([
      'warning 空白：行政许可·本年处理决定数量',
    ]);
  });

  it('splits a run where marks and empty cells meet', () => {
    expect(blanks({ [LICENSES]: '/', [PROCESSED]: '', [FORCED]: '—', [FEES]: '无' })).toEqual([
      `hint ${LICENSES}`,
      `warning ${PROCESSED}`,
      `hint ${FORCED} ${FEES}`,
    ]);
  });

  it('names every mark of a run once', () => {
    const [finding] = foundIn(reportOf({ [LICENSES]: '/', [PROCESSED]: '—', [FORCED]: '/' }), 'blank-cell');
    expect(finding?.message['zh-cn']).toMatch(/^“\/”“—”不是数字，按空白处理：/);
    expect(finding?.message.en).toMatch(/^“\/”, “—” are no numbers and count as blank: /);
  });

  it.each(LAYOUTS)('%s: tells marks from empty cells', (layout) => {
    expect(blanks({ [LICENSES]: '/', [FEES]: '' }, layout)).toEqual([`hint ${LICENSES}`, `warning ${FEES}`]);
  });
});

describe('converter-residue', () => {
  const clean = renderReport();
  const residue = (text: string): string[] => told(text).filter((line) => line.startsWith('converter-residue'));

  it.each(['[bookmark: _GoBack]', '[image: 图1.png]', '[img src=a.png]', '\\[bookmark: _Toc1\\]'])(
    '%j in prose is named and deleted',
    (piece) => {
      const text = clean.replace('扎实做好', `扎实${piece}做好`);
      expect(told(text)).toEqual([`converter-residue ⟦${piece}⟧`]);
      const checked = check(text);
      expect(checked.findings[0]).toMatchObject({ severity: 'information', cells: [] });
      expect(fixTitles(checked, checked.findings[0] as Finding)).toEqual([`safe! 删除“${piece}”`]);
      expect(mended(text)).toBe(clean);
    },
  );

  it.each([
    '[备注：图1]',
    '[imgs]',
    '[1]',
    '![image](a.png)',
    '[image](a.png)',
    '[image]: a.png',
    '文字描述',
    '（文字描述见附件）',
    '&amp;',
    '&nbsp',
    `[bookmark: ${'x'.repeat(90)}]`,
    '[bookmark: a\nb]',
  ])('%j is none', (piece) => {
    expect(residue(clean.replace('扎实做好', `扎实${piece}做好`))).toEqual([]);
  });

  it.each([
    ['做好&nbsp;主动', '做好主动'],
    ['用&ensp;Word&#160;2016&emsp;编写', '用Word 2016编写'],
    ['Word&nbsp;&nbsp;2016', 'Word 2016'],
    ['2023年&nbsp;1月', '2023年1月'],
  ])('an entity: %j becomes %j', (piece, after) => {
    expect(mended(clean.replace('扎实做好', `扎实${piece}`))).toBe(clean.replace('扎实做好', `扎实${after}`));
  });

  it('is one finding a place', () => {
    const text = clean.replace('本年度，', '&nbsp;&nbsp;&nbsp;本年度，[bookmark: a][bookmark: b]');
    expect(told(text)).toEqual([
      'converter-residue ⟦&nbsp;&nbsp;&nbsp;⟧',
      'converter-residue ⟦[bookmark: a]⟧',
      'converter-residue ⟦[bookmark: b]⟧',
    ]);
    expect(mended(text)).toBe(clean);
  });

  it('is not what the template left', () => {
    const text = clean.replace('扎实做好', `（文字描述）[bookmark: 一个名字很长很长很长很长很长的书签]`);
    expect(check(text).findings.map(({ message }) => message['zh-cn'])).toEqual([
      '模板的占位文字未删：“（文字描述）”',
      '格式转换残留：“[bookmark: 一个名字很长很长很长很长很…”',
    ]);
  });

  it('around a number leaves the number as it is', () => {
    for (const written of ['[bookmark: _GoBack]7', '7[bookmark: _GoBack]', '&nbsp;7', '7&nbsp;']) {
      const text = reportOf({ [LICENSES]: written });
      expect(rulesOf(text)).toEqual(['converter-residue']);
      expect(numbersOf(check(text)).get(LICENSES)).toBe(7);
      expect(mended(text)).toBe(reportOf({ [LICENSES]: '7' }));
    }
  });

  it('in a label is deleted', () => {
    expect(mended(clean.replace('\t行政许可', '\t[bookmark: _GoBack]行政许可'))).toBe(clean);
  });

  it.each(['3[bookmark: x]4', '[bookmark: x]3[bookmark: y]4', '3&nbsp;4[image: x]', '-[bookmark: x]4'])(
    'between the digits of %j is left to a person: a number would come of it',
    (written) => {
      const { document, findings } = check(reportOf({ [LICENSES]: written }));
      expect(findings.map(({ rule }) => rule)).toContain('converter-residue');
      const after = numbersOf(check(mended(document.text)));
      expect(after).toEqual(numbersOf(check(document.text)));
    },
  );

  it('beside a number of prose goes, and two numbers stay two', () => {
    expect(mended(clean.replace('扎实做好', '公开3[bookmark: x]4件'))).toBe(clean.replace('扎实做好', '公开34件'));
    expect(mended(clean.replace('扎实做好', '第3&nbsp;4条'))).toBe(clean.replace('扎实做好', '第3 4条'));
  });

  it('that is all there is in a cell goes only where the cell stays', () => {
    const fixes = (layout: TestLayout): number => {
      const { document, findings } = check(reportOf({ [LICENSES]: '[bookmark: x]' }, layout));
      const [finding] = findings.filter(({ rule }) => rule === 'converter-residue') as [Finding];
      return fixesOf(document, finding).length;
    };
    expect(fixes('cell-lines')).toBe(0);
    expect(fixes('trailing-pipes')).toBe(0);
    expect(fixes('tsv')).toBe(1);
    expect(fixes('markdown')).toBe(1);
    expect(fixes('html')).toBe(1);
    expect(fixes('csv')).toBe(1);
    expect(fixes('pipe-rows')).toBe(0);
  });

  it.each(LAYOUTS.filter((layout) => layout !== 'html-word'))('%s: no number moves when residue goes', (layout) => {
    const before = reportOf({ [LICENSES]: '[bookmark: _GoBack]7', [FEES]: '60.70' }, layout);
    const after = mended(before);
    expect(after).toBe(reportOf({ [LICENSES]: '7', [FEES]: '60.70' }, layout));
    expect(numbersOf(check(after))).toEqual(numbersOf(check(before)));
  });

  describe('in HTML', () => {
    const html = renderReport({ layout: 'html' });
    it.each([
      ['an entity', '<p>本年度，', '<p>&nbsp;&nbsp;本年度，'],
      ['an attribute', '<p>本年度，', '<p title="[image: x]">本年度，'],
      ['a comment', '<p>本年度，', '<!-- [bookmark: x]（文字描述） --><p>本年度，'],
      ['a script', '<p>本年度，', '<script>var a = "[image: x]";</script><p>本年度，'],
      ['a style', '<p>本年度，', '<style>a::after { content: "[image: x]" }</style><p>本年度，'],
    ])('%s is none', (_, from, to) => {
      expect(html).toContain(from);
      expect(residue(html.replace(from, to))).toEqual([]);
    });

    it('what a reader sees is', () => {
      const text = html.replace('<p>本年度，', '<!-- [bookmark: x] --><p title="[image: x]">[image: 图1]本年度，<b>（文字描述）</b>');
      expect(told(text)).toEqual(['converter-residue ⟦[image: 图1]⟧', 'empty-section ⟦（文字描述）⟧']);
      expect(mended(text)).toBe(html.replace('<p>本年度，', '<!-- [bookmark: x] --><p title="[image: x]">本年度，<b></b>'));
    });

    it('a page without its tables is still a page', () => {
      const bare = html.replace(/<table>[\s\S]*?<\/table>/g, '');
      expect(bare).not.toContain('<td');
      expect(residue(bare.replace('<p>本年度，', '<p>&nbsp;本年度，'))).toEqual([]);
    });
  });

  it('keeps to its own report', () => {
    const two = `${clean}\n${renderReport({ year: 2024 }).replace('扎实做好', '[bookmark: x]扎实做好')}`;
    const { document, findings } = check(two);
    expect(document.reports).toHaveLength(2);
    expect(findings.map(({ rule, report }) => [rule, document.reports.indexOf(report)])).toEqual([['converter-residue', 1]]);
  });
});

describe.each([...LAYOUTS, ...DRAWN, ...LOSSY, ...GLUED])('%s', (layout) => {
  const wide = (value: number): string => [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
  const noises: readonly (readonly [string, (value: number) => string])[] = [
    ['full-width digits', wide],
    ['leading zeros', (value) => `0${value}`],
    ['a bookmark before', (value) => `[bookmark: _GoBack]${value}`],
    ['an image behind', (value) => `${value}[image: a.png]`],
    ['an entity before', (value) => `&nbsp;${value}`],
    ['nothing but a bookmark', () => '[bookmark: x]'],
    ['nothing but an entity', () => '&nbsp;'],
    ['a bookmark between digits', (value) => `3[bookmark: x]${value}`],
    ['an entity behind a sign', (value) => `-&nbsp;${value}`],
  ];
  it.each(noises)('safe fixes together change no number that was read: %s', (_, noise) => {
    for (const edition of ['2019', '2021'] as const) {
      for (const seed of [6, 10]) {
        const values = new Map<string, number | string>(consistentValues(edition, seeded(seed)));
        const keys = [...values.keys()];
        const next = seeded(seed + 1);
        for (let count = 0; count < 6; count++) {
          const key = keys[next(keys.length - 1)] as string;
          const value = values.get(key);
          if (typeof value === 'number') values.set(key, noise(value));
        }
        const { document, findings } = check(renderReport({ edition, layout, values }));
        const safe = findings.flatMap((finding) => fixesOf(document, finding)).filter((fix) => fix.class === 'safe');
        const before = numbersOf({ document, findings });
        const after = numbersOf(check(applyEdits(document.text, joinFixes(safe).edits)));
        // Digits with nothing between them are read where the sums leave one way.
        expect(before.size).toBeGreaterThan(0);
        for (const [key, value] of before) expect([key, after.get(key)]).toEqual([key, value]);
        // A number that can be read only now is the one that was written.
        for (const [key, value] of after) {
          const written = String(values.get(key)).replace(/^\[bookmark: _GoBack\]|\[image: a\.png\]$|^&nbsp;/, '');
          if (!before.has(key)) expect([key, value]).toEqual([key, Number(written.normalize('NFKC'))]);
        }
      }
    }
  });
});

describe('hostile input', () => {
  it.each(['[', '[image', '[image: ', '[bookmark: x]', '&', '&nbsp;', '（', '（文字描述）', '\\['])(
    '%j without end is checked in time',
    (piece) => {
      const text = renderReport().replace('扎实做好', piece.repeat(20_000));
      const { document, findings } = check(text);
      expect(document.reports).toHaveLength(1);
      expect(findings.filter(({ rule }) => rule === 'internal-error')).toEqual([]);
    },
  );
});
