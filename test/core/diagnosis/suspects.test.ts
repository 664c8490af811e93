/** Reports with wrong numbers: which cell is named, what else is said, which fix is preferred, and what it writes. */
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../server/src/core/diagnosis/diagnosis.ts';
import { applyEdits, type Finding, type Fix, fixesOf, repairReport, tableOf } from '../../../server/src/core/index.ts';
import { type Checked, check, fixTitles, numbersOf } from '../../harness/check.ts';
import { LAYOUTS } from '../../harness/layouts.ts';
import { consistentValues, forms, renderReport, seeded, zeros } from '../../harness/reports.ts';
import { ERRORS } from '../../harness/slips.ts';

type Changes = Readonly<Record<string, number | string>>;
const at = (cell: string): string => `applications.${cell}`;

/** One request each from two natural persons and three companies, granted, and a few more: small numbers, easily followed. */
const FILED = {
  'received.naturalPerson': 35,
  'received.commercialEnterprise': 3,
  'received.total': 38,
  'carriedOver.naturalPerson': 2,
  'carriedOver.total': 2,
  'granted.naturalPerson': 20,
  'granted.commercialEnterprise': 3,
  'granted.total': 23,
  'unavailable.notHeld.naturalPerson': 14,
  'unavailable.notHeld.total': 14,
  'total.naturalPerson': 34,
  'total.commercialEnterprise': 3,
  'total.total': 37,
  'carriedForward.naturalPerson': 3,
  'carriedForward.total': 3,
} as const;

const right = new Map<string, number | string>([
  ...zeros('2021'),
  ...Object.entries(FILED).map(([cell, value]) => [at(cell), value] as const),
]);
const wrongBy = (changes: Changes, layout: (typeof LAYOUTS)[number] = 'cell-lines'): string =>
  renderReport({ layout, values: new Map([...right, ...Object.entries(changes).map(([cell, value]) => [at(cell), value] as const)]) });

const lines = ({ findings }: Checked): string[] => findings.map(({ severity, rule, message }) => `${severity} ${rule} ${message['zh-cn']}`);
const only = ({ findings }: Checked, rule: string): Finding[] => findings.filter((finding) => finding.rule === rule);
const preferred = (checked: Checked): Fix[] =>
  checked.findings.flatMap((finding) => fixesOf(checked.document, finding).filter((fix) => fix.preferred));

it('the report to begin with is right', () => expect(lines(check(renderReport({ values: right })))).toEqual([]));

describe('one wrong cell', () => {
  const checked = check(wrongBy({ 'received.naturalPerson': 53 }));

  it('is the one thing in red, with what points at it and the slip behind it', () => {
    expect(lines(checked).filter((line) => !line.startsWith('hint'))).toEqual([
      'error suspect-cell 一、本年新收政府信息公开申请数量·自然人：2 处勾稽关系同时指向此格：应为 35，现为 53（疑似数字颠倒）',
    ]);
    const [finding] = only(checked, 'suspect-cell');
    expect(finding).toMatchObject({ cells: [at('received.naturalPerson')], expected: 35, actual: 53 });
    expect(checked.document.text.slice(finding?.span.start, finding?.span.end)).toBe('53');
    expect(finding?.related.map(({ message }) => message['zh-cn'])).toEqual([
      '“一”行总计＝各列之和：38 ≠ 56',
      '“自然人”列一＋二＝（七）＋四：37 ≠ 55',
    ]);
  });

  it('leaves the sums to be seen at their totals, as hints with the cause', () => {
    const hints = checked.findings.filter(({ severity }) => severity === 'hint');
    expect(hints.map(({ rule }) => rule)).toEqual(['row-total-mismatch', 'balance-mismatch']);
    for (const hint of hints) expect(hint.message['zh-cn']).toContain('错在 一·自然人 53 → 35（疑似数字颠倒）');
  });

  it('is mended from each of them, and a recompute says what it breaks', () => {
    for (const finding of checked.findings) {
      const [first, ...others] = fixesOf(checked.document, finding);
      expect(first?.preferred).toBe(true);
      expect(applyEdits(checked.document.text, first?.edits ?? [])).toBe(renderReport({ values: right }));
      expect(others.every((fix) => !fix.preferred && fix.class === 'manual')).toBe(true);
    }
    const [row] = only(checked, 'row-total-mismatch') as [Finding];
    expect(fixTitles(checked, row)).toEqual([
      'value! 改正 一、本年新收政府信息公开申请数量·自然人 53 → 35（疑似数字颠倒）',
      'manual 重算 一、本年新收政府信息公开申请数量·总计：38 → 56（将使 1 处勾稽关系不成立：“总计”列一＋二＝（七）＋四）',
    ]);
  });
});

describe('the slip', () => {
  it.each([
    ['received.naturalPerson', 53, '疑似数字颠倒'],
    ['received.naturalPerson', 350, '疑似多写或漏写一个 0'],
    ['received.naturalPerson', 355, '疑似数字重复'],
    ['received.naturalPerson', 5, '疑似漏写一位数字'],
    ['received.naturalPerson', 735, '疑似多写一位数字'],
    ['received.naturalPerson', 350_000, '疑似元、万元之误'],
    ['received.naturalPerson', 36, '疑似写错一位数字'],
    ['granted.naturalPerson', 3, '疑似抄了相邻格的数字'],
    ['received.naturalPerson', '８１', '该格使用了全角数字'],
  ] as const)('%s as %s: %s', (cell, value, slip) => {
    const [finding] = only(check(wrongBy({ [cell]: value })), 'suspect-cell');
    expect(finding?.message['zh-cn']).toContain(`（${slip}）`);
  });

  it('is not made up where none fits', () => {
    const [finding] = only(check(wrongBy({ 'received.naturalPerson': 61 })), 'suspect-cell');
    expect(finding?.message['zh-cn']).toMatch(/应为 35，现为 61$/);
  });
});

describe('two wrong cells', () => {
  it('are named one by one and mended together, or one alone', () => {
    const checked = check(wrongBy({ 'received.naturalPerson': 53, 'granted.commercialEnterprise': 30 }));
    expect(only(checked, 'suspect-cell').map(({ cells, expected, actual }) => [cells[0], actual, expected])).toEqual([
      [at('received.naturalPerson'), 53, 35],
      [at('granted.commercialEnterprise'), 30, 3],
    ]);
    const [first] = only(checked, 'suspect-cell') as [Finding];
    expect(fixTitles(checked, first)).toEqual([
      'value! 同时改正 2 格：一、本年新收政府信息公开申请数量·自然人 53 → 35（疑似数字颠倒），（一）予以公开·商业企业 30 → 3（疑似多写或漏写一个 0）',
      'manual 只改正 一、本年新收政府信息公开申请数量·自然人 53 → 35（疑似数字颠倒）',
    ]);
    for (const fix of preferred(checked)) expect(applyEdits(checked.document.text, fix.edits)).toBe(renderReport({ values: right }));
  });

  it('in rows that nobody can tell apart are candidates, none of them preferred', () => {
    // 93 under a total of 95, and the same two missing in the total column: any outcome row may lack them.
    const checked = check(wrongBy({ 'granted.naturalPerson': 18, 'granted.total': 21 }));
    expect(only(checked, 'suspect-cell')).toEqual([]);
    expect(preferred(checked)).toEqual([]);
    expect(checked.findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'error outcome-total-mismatch',
      'error outcome-total-mismatch',
    ]);
    for (const finding of checked.findings) {
      const fixes = fixesOf(checked.document, finding).filter(({ edits }) => edits.length === 2);
      expect(fixes).toHaveLength(21);
      const texts = fixes.map((fix) => applyEdits(checked.document.text, fix.edits));
      expect(texts).toContain(renderReport({ values: right }));
      for (const text of texts) expect(check(text).findings).toEqual([]);
      expect(finding.related.filter(({ message }) => message['zh-cn'].includes('→'))).toHaveLength(21);
      expect(finding.message['zh-cn']).toMatch(/等 21 种$/);
    }
  });

  it('in the wrong column are one slip', () => {
    const checked = check(wrongBy({ 'granted.naturalPerson': 0, 'granted.otherOrganization': 20 }));
    const [first] = checked.findings as [Finding];
    expect(first.message['zh-cn']).toContain('（疑似填错列）');
    expect(fixesOf(checked.document, first).map((fix) => applyEdits(checked.document.text, fix.edits))).toContain(
      renderReport({ values: right }),
    );
  });
});

describe('the dispute table', () => {
  it('cannot tell a wrong total from a wrong result', () => {
    const values = new Map([...right, ['disputes.reconsideration.upheld', 2], ['disputes.reconsideration.total', 3]] as [string, number][]);
    const checked = check(renderReport({ values }));
    expect(lines(checked)).toEqual([
      'error dispute-total-mismatch 行政复议：总计 3 ≠ 各项结果之和 2；可能的改法：行政复议·总计 3 → 2；或 行政复议·结果维持 2 → 3 等 5 种',
    ]);
    expect(fixTitles(checked, checked.findings[0] as Finding).map((title) => title.split(' ')[0])).toEqual(Array(5).fill('manual'));
  });

  it('knows the total that no single result can explain', () => {
    const values = new Map([
      ...right,
      ['disputes.reconsideration.upheld', 2],
      ['disputes.reconsideration.pending', 1],
      ['disputes.reconsideration.total', 0],
    ] as [string, number][]);
    const [finding] = only(check(renderReport({ values })), 'suspect-cell');
    expect(finding).toMatchObject({ cells: ['disputes.reconsideration.total'], expected: 3, actual: 0 });
  });
});

describe('a step with a whole row', () => {
  const row = (key: string, cells: readonly number[]): Changes => {
    const row = forms['2021'].tables.find(({ id }) => id === 'applications')?.rows.find((one) => one.key === key);
    return Object.fromEntries((row?.cells ?? []).map(({ columnKey: column }, index) => [`${key}.${column}`, cells[index] ?? 0]));
  };
  const columns = ['naturalPerson', 'commercialEnterprise'] as const;
  const filed = FILED as Readonly<Record<string, number>>;
  const rowOf = (key: string): number[] => [
    ...columns.map((column) => filed[`${key}.${column}`] ?? 0),
    0,
    0,
    0,
    0,
    filed[`${key}.total`] ?? 0,
  ];

  it.each([
    [
      'shifted to the right',
      row('granted', [0, ...rowOf('granted').slice(0, 6)]),
      '“（一）予以公开”一行疑似整体右移一列：还原后 5 处勾稽关系全部成立',
      '将“（一）予以公开”一行左移一列（4 格）',
    ],
    [
      'swapped with 四',
      { ...row('received', rowOf('carriedForward')), ...row('carriedForward', rowOf('received')) },
      '“一、本年新收政府信息公开申请数量”与“四、结转下年度继续办理”两行疑似互换：还原后 3 处勾稽关系全部成立',
      '将“一、本年新收政府信息公开申请数量”与“四、结转下年度继续办理”两行的数字互换（6 格）',
    ],
  ])('%s', (_, changes, message, title) => {
    const checked = check(wrongBy(changes as Changes));
    const [finding, ...more] = only(checked, 'suspect-cell') as [Finding];
    expect(more).toEqual([]);
    expect(finding.message['zh-cn']).toBe(message);
    expect(checked.findings.filter(({ severity }) => severity === 'error')).toEqual([finding]);
    const [fix] = fixesOf(checked.document, finding);
    expect(fix).toMatchObject({ class: 'value', preferred: true, title: { 'zh-cn': title } });
    expect(applyEdits(checked.document.text, fix?.edits ?? [])).toBe(renderReport({ values: right }));
  });

  it('that holds the six numbers of the next row', () => {
    const values = consistentValues('2021', seeded(42));
    const form = forms['2021'].tables.find(({ id }) => id === 'applications');
    const [first, second] = [form?.rows[0], form?.rows[1]];
    const wrong = new Map(values);
    for (const [index, { key }] of (first?.cells ?? []).slice(0, -1).entries())
      wrong.set(key, values.get(second?.cells[index]?.key ?? '') ?? 0);
    const checked = check(renderReport({ values: wrong }));
    const [finding] = only(checked, 'suspect-cell') as [Finding];
    expect(finding.message['zh-cn']).toContain('疑似误贴了“二、上年结转政府信息公开申请数量”一行的数字');
    expect(applyEdits(checked.document.text, fixesOf(checked.document, finding)[0]?.edits ?? [])).toBe(renderReport({ values }));
  });

  it('of a group that stands one row too low', () => {
    const filled = { ...row('other.overdueCorrection', [4, 1, 0, 0, 0, 0, 5]), ...row('other.other', [2, 0, 3, 0, 0, 0, 5]) };
    const totals = row('total', [40, 4, 3, 0, 0, 0, 47]);
    const intake = row('received', [41, 4, 3, 0, 0, 0, 48]);
    const truth = { ...filled, ...totals, ...intake };
    const low = {
      ...truth,
      ...row('other.overdueCorrection', []),
      ...row('other.unpaidFee', [4, 1, 0, 0, 0, 0, 5]),
      ...row('other.other', []),
      ...row('total', [2, 0, 3, 0, 0, 0, 5]),
    };
    expect(check(wrongBy(truth)).findings).toEqual([]);
    const checked = check(wrongBy(low));
    const [finding] = only(checked, 'suspect-cell') as [Finding];
    expect(finding.message['zh-cn']).toContain('“（六）其他处理”各行数字疑似整体下移一行');
    expect(applyEdits(checked.document.text, fixesOf(checked.document, finding)[0]?.edits ?? [])).toBe(wrongBy(truth));
  });

  it('is no more than a candidate beside a change of two cells', () => {
    const checked = check(
      wrongBy({ ...row('carriedForward', rowOf('unavailable.notHeld')), ...row('unavailable.notHeld', rowOf('carriedForward')) }),
    );
    expect(preferred(checked)).toEqual([]);
    const texts = checked.findings.flatMap((finding) =>
      fixesOf(checked.document, finding).map((fix) => applyEdits(checked.document.text, fix.edits)),
    );
    expect(texts).toContain(renderReport({ values: right }));
  });
});

describe('with blanks', () => {
  it('names the number that no filling of the blanks lets stand', () => {
    const checked = check(wrongBy({ 'granted.researchInstitution': '', 'granted.total': 12 }));
    expect(only(checked, 'suspect-cell').map(({ cells, expected }) => [cells, expected])).toEqual([[[at('granted.total')], 23]]);
  });

  it('says that numbers contradict one another where it cannot tell which is wrong', () => {
    const values = new Map([
      ...right,
      ['disputes.reconsideration.upheld', 3],
      ['disputes.reconsideration.other', ''],
      ['disputes.reconsideration.total', 1],
    ] as [string, number | string][]);
    const checked = check(renderReport({ values }));
    const [finding] = only(checked, 'suspect-cell') as [Finding];
    expect(finding.message['zh-cn']).toBe('空白格无论填什么数，勾稽关系都不能成立；有误的可能是：行政复议·总计、行政复议·结果维持');
    expect(fixesOf(checked.document, finding).some((fix) => fix.preferred)).toBe(false);
  });
});

it('says once that too much is wrong, and leaves the sums in red', () => {
  const draw = seeded(5);
  const form = forms['2021'].tables.find(({ id }) => id === 'applications');
  const checked = check(renderReport({ values: new Map([...right, ...(form?.cells ?? []).map(({ key }) => [key, draw(60)] as const)]) }));
  expect(only(checked, 'suspect-cell').map(({ severity, message }) => `${severity} ${message['zh-cn']}`)).toEqual([
    'information 本表 39 处勾稽关系不成立，有误的多于三格，未能定位到格',
  ]);
  expect(checked.findings.filter(({ severity }) => severity === 'error')).toHaveLength(39);
  expect(preferred(checked)).toEqual([]);
});

describe('everything that has a single answer', () => {
  it('is written at once: two tables and the blanks behind the errors', () => {
    const values = new Map([
      ...right,
      [at('received.naturalPerson'), 53],
      [at('other.other.total'), ''],
      ['disputes.reconsideration.upheld', 2],
      ['disputes.reconsideration.pending', 1],
    ] as [string, number | string][]);
    const { document } = check(renderReport({ values }));
    const fix = document.reports[0] && repairReport(document, document.reports[0]);
    expect(fix?.title['zh-cn']).toBe('改正本报告中有唯一答案的全部数字（3 格）');
    const mended = check(applyEdits(document.text, fix?.edits ?? []));
    expect(mended.findings).toEqual([]);
    expect(numbersOf(mended).get('disputes.reconsideration.total')).toBe(3);
  });

  it('is nothing in a report without errors', () => {
    const { document } = check(renderReport({ values: right }));
    expect(document.reports[0] && repairReport(document, document.reports[0])).toBe(null);
  });
});

describe.each(LAYOUTS)('%s', (layout) => {
  it('a preferred fix leaves no relation broken and is never wrong', () => {
    const form = forms['2021'].tables.find(({ id }) => id === 'applications');
    if (!form) throw new Error('the form has no application table');
    for (const [index, [kind, make]] of Object.entries(ERRORS).entries()) {
      for (let seed = 1; seed <= 6; seed++) {
        const values = consistentValues('2021', seeded(seed));
        const truth = form.cells.map(({ key }) => values.get(key) ?? 0);
        const wrong = make(form, truth, seeded(seed * 31 + index));
        const checked = check(
          renderReport({ layout, values: new Map([...values, ...form.cells.map(({ key }, cell) => [key, wrong[cell] ?? 0] as const)]) }),
        );
        const fixes = preferred(checked);
        for (const fix of fixes) {
          const text = applyEdits(checked.document.text, fix.edits);
          expect([kind, seed, text]).toEqual([kind, seed, renderReport({ layout, values })]);
        }
        if (kind !== 'one cell') continue;
        expect(fixes).not.toEqual([]);
        const [report] = checked.document.reports;
        const table = report && tableOf(report, 'applications');
        expect(table && diagnose(checked.document, table).kind).toBe('unique');
      }
    }
  });
});

describe('a cell that holds no number', () => {
  it('is given the value that the sums determine, if they do', () => {
    const checked = check(wrongBy({ 'received.naturalPerson': '3S' }));
    const [finding] = only(checked, 'invalid-number') as [Finding];
    const [fix] = fixesOf(checked.document, finding);
    expect(fix).toMatchObject({ class: 'manual', preferred: false });
    expect(applyEdits(checked.document.text, fix?.edits ?? [])).toBe(renderReport({ values: right }));
  });

  it('is left to a person where they do not', () => {
    const both = { 'received.naturalPerson': '3S', 'received.total': '3B', 'carriedOver.naturalPerson': 'x', 'carriedOver.total': 'x' };
    const checked = check(wrongBy(both));
    expect(only(checked, 'invalid-number').map((finding) => fixesOf(checked.document, finding))).toEqual([[], [], [], []]);
  });
});

describe('groups that share no cell', () => {
  const values = new Map<string, number | string>(right);
  for (const group of ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration']) {
    values.set(`disputes.${group}.upheld`, 4);
    values.set(`disputes.${group}.total`, 7);
  }

  it('are wrong each for itself: five ways to mend each, not a hundred and twenty-five for all', () => {
    const checked = check(renderReport({ values }));
    expect(lines(checked).map((line) => line.split('；')[0])).toEqual([
      'error dispute-total-mismatch 行政复议：总计 7 ≠ 各项结果之和 4',
      'error dispute-total-mismatch 未经复议直接起诉：总计 7 ≠ 各项结果之和 4',
      'error dispute-total-mismatch 复议后起诉：总计 7 ≠ 各项结果之和 4',
    ]);
    for (const finding of checked.findings) {
      const fixes = fixesOf(checked.document, finding);
      expect(fixes).toHaveLength(5);
      expect(finding.message['zh-cn']).toMatch(/等 5 种$/);
      for (const { edits } of fixes) expect(check(applyEdits(checked.document.text, edits)).findings).toHaveLength(2);
    }
  });
});
