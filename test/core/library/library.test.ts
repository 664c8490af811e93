/** Reports of two years, and an aggregate with its members: what is found when they are read together. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/src/core/config/config-file.ts';
import { resolve } from '../../../server/src/core/config/resolve.ts';
import { applyEdits, type Finding, fixesOf, type parse, rules } from '../../../server/src/core/index.ts';
import { LAYOUTS } from '../../harness/layouts.ts';
import { following, type Library, library as libraryWith, twoYears } from '../../harness/library.ts';
import { consistentValues, type EditionId, forms, type ReportOptions, renderReport, seeded, zeros } from '../../harness/reports.ts';

// Drawn numbers of two years keep every succession, but not what is plausible within one year.
const RULES = rules.filter(({ meta }) => meta.id !== 'implausible-number');
const library = (texts: Readonly<Record<string, string>>): Library => libraryWith(texts, RULES);

const YEAR: Readonly<Record<EditionId, number>> = { '2019': 2020, '2021': 2023 };
const brief = ({ rule, severity, cells, expected, actual }: Finding): unknown[] => [rule, severity, cells, expected, actual];

/** Findings of this year's report beside last year's. */
function beside(last: ReportOptions, now: ReportOptions): readonly Finding[] {
  const edition = now.edition ?? '2021';
  const year = now.year ?? YEAR[edition];
  const texts = { 'last.txt': renderReport({ year: year - 1, ...last }), 'now.txt': renderReport({ year, ...now }) };
  return library(texts).findingsOf('now.txt');
}
const pair = (edition: EditionId, seed: number) => {
  const { last, now } = twoYears(edition, seed);
  return { last: { edition, values: last }, now: { edition, values: now } };
};

const arbitraryPair = fc.record({ edition: fc.constantFrom<EditionId>('2019', '2021'), seed: fc.nat(1e6) });

describe('two years of a unit', () => {
  it('that follow from one another give nothing, in any layout', () => {
    fc.assert(
      fc.property(arbitraryPair, fc.constantFrom(...LAYOUTS), fc.constantFrom(...LAYOUTS), ({ edition, seed }, before, layout) => {
        const { last, now } = pair(edition, seed);
        expect(beside({ ...last, layout: before }, { ...now, layout })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('give one finding for one carried cell that is different, at that cell', () => {
    const carried: Readonly<Record<EditionId, readonly string[]>> = {
      '2019': forms['2019'].tables.flatMap(({ succession, cells }) =>
        succession.flatMap(({ steps }) => steps.map(({ cell }) => cells[cell]?.key as string)),
      ),
      '2021': forms['2021'].tables.flatMap(({ succession, cells }) =>
        succession.flatMap(({ steps }) => steps.map(({ cell }) => cells[cell]?.key as string)),
      ),
    };
    const BETWEEN = new Set(['carry-over-mismatch', 'stock-mismatch']);
    fc.assert(
      fc.property(arbitraryPair, fc.nat(100), ({ edition, seed }, pick) => {
        const { last, now } = pair(edition, seed);
        const key = carried[edition][pick % carried[edition].length] as string;
        const right = now.values.get(key) as number;
        const values = new Map(now.values).set(key, right + 3);
        const findings = beside(last, { ...now, values }).filter(({ rule }) => BETWEEN.has(rule));
        expect(findings).toHaveLength(1);
        expect(findings[0]).toMatchObject({ cells: [key], expected: right, actual: right + 3 });
      }),
      { numRuns: 60 },
    );
  });
});

describe('carry-over-mismatch', () => {
  const { last, now } = twoYears('2021', 1);
  const KEY = 'applications.carriedOver.naturalPerson';
  const TOTAL = 'applications.carriedOver.total';
  const due = now.get(KEY) as number;
  const values = new Map(now).set(KEY, due + 2).set(TOTAL, (now.get(TOTAL) as number) + 2);
  const ofRule = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ rule }) => rule === 'carry-over-mismatch');

  it('is one finding for a row, and points into the other file', () => {
    const texts = { 'a/2022.txt': renderReport({ year: 2022, values: last }), 'a/2023.txt': renderReport({ values }) };
    const { findingsOf, documents } = library(texts);
    const [finding, ...more] = ofRule(findingsOf('a/2023.txt'));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', cells: [KEY, TOTAL], expected: due, actual: due + 2 });
    const [place] = finding?.related ?? [];
    expect(place?.path).toBe('a/2022.txt');
    const { start, end } = (place as { range: { start: { line: number; character: number }; end: { character: number } } }).range;
    const line = (documents.get('a/2022.txt')?.text ?? '').split('\n')[start.line] ?? '';
    expect(line.slice(start.character, end.character)).toBe(String(last.get('applications.carriedForward.naturalPerson')));
  });

  it('offers last year’s numbers, and they mend it', () => {
    const texts = { 'a/2022.txt': renderReport({ year: 2022, values: last }), 'a/2023.txt': renderReport({ values }) };
    const before = library(texts);
    const document = before.documents.get('a/2023.txt') as ReturnType<typeof parse>;
    const [finding] = ofRule(before.findingsOf('a/2023.txt'));
    const [fix] = fixesOf(document, finding as Finding);
    expect(fix).toMatchObject({ class: 'manual', preferred: false, breaks: 0 });
    const after = library({ ...texts, 'a/2023.txt': applyEdits(document.text, fix?.edits ?? []) });
    expect(after.findingsOf('a/2023.txt')).toEqual([]);
  });

  it('says which relations the fix breaks', () => {
    const onlyCarried = new Map(now)
      .set(KEY, due + 2)
      .set('applications.received.naturalPerson', (now.get('applications.received.naturalPerson') as number) - 2);
    for (const row of ['received', 'carriedOver']) {
      const own = [...onlyCarried].filter(([key]) => key.startsWith(`applications.${row}.`) && !key.endsWith('.total'));
      onlyCarried.set(
        `applications.${row}.total`,
        own.reduce((sum, [, value]) => sum + value, 0),
      );
    }
    const texts = { 'a/2022.txt': renderReport({ year: 2022, values: last }), 'a/2023.txt': renderReport({ values: onlyCarried }) };
    const { findingsOf, documents } = library(texts);
    const findings = findingsOf('a/2023.txt');
    expect(findings.map(({ rule }) => rule)).toEqual(['carry-over-mismatch']);
    const [fix] = fixesOf(documents.get('a/2023.txt') as ReturnType<typeof parse>, findings[0] as Finding);
    // 一 + 二 = （七） + 四, in the column and in the totals.
    expect(fix).toMatchObject({ breaks: 2, title: { 'zh-cn': expect.stringContaining('将使 2 处勾稽关系不成立') } });
  });

  it.each<[string, ReportOptions, ReportOptions]>([
    ['another unit', { values: last, unit: '青禾县林业局' }, { values }],
    ['the year before last', { values: last, year: 2021 }, { values }],
    ['a later year', { values: last, year: 2024 }, { values }],
    ['a blank last year', { values: new Map([...last].filter(([key]) => !key.startsWith('applications.carriedForward.'))) }, { values }],
    ['a blank this year', { values: last }, { values: new Map([...values].filter(([key]) => key !== KEY && key !== TOTAL)) }],
    ['what is no name of a body', { values: last, unit: '政府信息公开' }, { values, unit: '政府信息公开' }],
    ['a name without the place, elsewhere', { values: last, unit: '水务局' }, { values, unit: '水务局' }],
  ])('says nothing with %s', (name, before, here) => {
    const texts = {
      [name.includes('elsewhere') ? 'b/last.txt' : 'last.txt']: renderReport({ year: 2022, ...before }),
      'now.txt': renderReport(here),
    };
    expect(ofRule(library(texts).findingsOf('now.txt'))).toEqual([]);
  });

  it('says nothing where two reports of last year differ, and heeds two that say the same', () => {
    const other = following('2021', last, seeded(3));
    const text = (numbers: Map<string, number>, layout: 'cell-lines' | 'markdown'): string =>
      renderReport({ year: 2022, values: numbers, layout });
    const told = (second: Map<string, number>): number =>
      ofRule(
        library({ 'a.txt': text(last, 'cell-lines'), 'b.md': text(second, 'markdown'), 'now.txt': renderReport({ values }) }).findingsOf(
          'now.txt',
        ),
      ).length;
    expect([told(other), told(last)]).toEqual([0, 1]);
  });

  it('takes the one in its own folder before those elsewhere', () => {
    const texts = {
      'a/2022.txt': renderReport({ year: 2022, values: last }),
      'b/2022.txt': renderReport({ year: 2022, values: consistentValues('2021', seeded(9)) }),
      'a/2023.txt': renderReport({ values }),
    };
    expect(ofRule(library(texts).findingsOf('a/2023.txt')).map(({ related }) => related[0]?.path)).toEqual(['a/2022.txt']);
  });

  it('finds the unit under its other ways of writing', () => {
    const title = renderReport({ year: 2022, values: last, unit: '青禾县 柳河镇政府' });
    const texts = { 'last.txt': title, 'now.txt': renderReport({ values, unit: '青禾县柳河镇人民政府' }) };
    expect(ofRule(library(texts).findingsOf('now.txt'))).toHaveLength(1);
  });

  it('compares the first year of the new form with the last of the old one', () => {
    const old = consistentValues('2019', seeded(5));
    const first = following('2021', old, seeded(6));
    expect(beside({ edition: '2019', values: old }, { year: 2021, values: first })).toEqual([]);
    const wrong = new Map(first).set(KEY, (first.get(KEY) as number) + 2);
    expect(ofRule(beside({ edition: '2019', values: old }, { year: 2021, values: wrong }))).toHaveLength(1);
  });

  it('weighs less where the report says that the unit is another one now', () => {
    const prose = { overview: '根据机构改革方案，原青禾县河道管理处的职能划入本局。' };
    expect(ofRule(beside({ values: last }, { values, prose })).map(({ severity }) => severity)).toEqual(['information']);
  });

  it('finds last year’s report in the same file', () => {
    const text = `${renderReport({ year: 2022, values: last, prose: { overview: '本年度主动公开信息。'.repeat(80) } })}\n${renderReport({ values })}`;
    const findings = ofRule(library({ 'both.txt': text }).findingsOf('both.txt'));
    expect(findings.map(({ related }) => related[0]?.path)).toEqual(['both.txt']);
  });
});

describe('stock-mismatch', () => {
  const { last, now } = twoYears('2021', 2);
  const wrong = (row: string): readonly Finding[] => {
    const key = `disclosure.${row}.inForce`;
    return beside({ values: last }, { values: new Map(now).set(key, (now.get(key) as number) + 1) });
  };

  it('is a warning for 规章 and an information for 行政规范性文件', () => {
    const due = (row: string): number => now.get(`disclosure.${row}.inForce`) as number;
    expect(wrong('regulations').map(brief)).toEqual([
      ['stock-mismatch', 'warning', ['disclosure.regulations.inForce'], due('regulations'), due('regulations') + 1],
    ]);
    expect(wrong('normativeDocuments').map(({ severity }) => severity)).toEqual(['information']);
  });

  it('writes the equation out', () => {
    const before = zeros('2021').set('disclosure.regulations.inForce', 8);
    const here = zeros('2021')
      .set('disclosure.regulations.issued', 2)
      .set('disclosure.regulations.repealed', 1)
      .set('disclosure.regulations.inForce', 10);
    const [finding] = beside({ values: before }, { values: here });
    expect(finding?.message).toEqual({
      'zh-cn': '规章·现行有效件数 10 ≠ 8（2022 年度现行有效件数） ＋ 2（本年制发件数） － 1（本年废止件数） = 9',
      en: '规章·现行有效件数 10 ≠ 8 (2022 现行有效件数) + 2 (本年制发件数) − 1 (本年废止件数) = 9',
    });
  });

  it('does not compare the stocks of two forms', () => {
    const old = consistentValues('2019', seeded(5));
    const first = following('2021', old, seeded(6)).set('disclosure.regulations.inForce', 77);
    expect(beside({ edition: '2019', values: old }, { year: 2021, values: first })).toEqual([]);
  });

  it('offers no fix that would be negative', () => {
    const here = zeros('2021').set('disclosure.regulations.repealed', 4);
    const { findingsOf, documents } = library({ 'last.txt': renderReport({ year: 2022 }), 'now.txt': renderReport({ values: here }) });
    const [finding] = findingsOf('now.txt');
    expect(finding).toMatchObject({ rule: 'stock-mismatch', expected: -4, actual: 0 });
    expect(fixesOf(documents.get('now.txt') as ReturnType<typeof parse>, finding as Finding)).toEqual([]);
  });
});

describe('copied-tables', () => {
  // Two numbers above 31 are enough for the first table.
  const last = twoYears('2021', 4)
    .last.set('disclosure.administrativeLicenses.decisions', 40)
    .set('disclosure.administrativePenalties.decisions', 40);
  const ofRule = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ rule }) => rule === 'copied-tables');

  it('is told for each table that says as much as no coincidence does', () => {
    const found = ofRule(beside({ values: last }, { values: last }));
    expect(found.map(({ table }) => table)).toEqual(['disclosure', 'applications', 'disputes']);
    expect(found.every(({ related, severity }) => related[0]?.path === 'last.txt' && severity === 'information')).toBe(true);
  });

  it.each([
    ['nothing but 0', zeros('2021')],
    [
      'five applications, all granted',
      new Map(
        [...zeros('2021')].map(([key, zero]) => [
          key,
          /^applications\.(received|granted|total)\.(naturalPerson|total)$/.test(key) ? 5 : zero,
        ]),
      ),
    ],
    [
      'a stock and nothing else',
      zeros('2021').set('disclosure.normativeDocuments.inForce', 4000).set('disclosure.regulations.inForce', 4000),
    ],
  ])('is not told for %s', (_, values) => {
    expect(beside({ values }, { values })).toEqual([]);
  });
});

describe('copied-text', () => {
  const problems =
    '一是主动公开的内容还不够细，部分栏目更新不及时；二是政策解读以文字为主，图解、视频较少；三是基层工作人员流动较快，业务培训没有跟上。' +
    '下一步，将按季度检查栏目更新情况，对新出台的文件同步制作图解，每年组织两次业务培训，把公开工作列入科室考核。';
  const others =
    '部分历史文件尚未数字化，群众查阅不便；个别答复书引用条款不够准确。今后将分三年完成旧档案扫描，答复书一律经法制机构审核，并定期抽查归档质量，' +
    '同时完善河湖水质、供水停水等信息的发布流程，明确专人负责，确保信息在两个工作日内公开，公开后及时归档备查。';
  const found = (last: string, now: string): readonly Finding[] => beside({ prose: { problems: last } }, { prose: { problems: now } });

  it('is told with the share, last year’s section and the passages', () => {
    const [finding, ...more] = found(problems, problems.replace('每年组织两次', '每季度组织一次'));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'copied-text',
      severity: 'information',
      message: { 'zh-cn': expect.stringMatching(/有 (?:8|9)\d% 与 2022 年度年报相同/) },
    });
    expect(finding?.related.map(({ path }) => path)).toEqual(['last.txt', undefined, undefined]);
  });

  it.each([
    ['another text', problems, others],
    ['a text of which half is new', problems, problems.slice(0, problems.length / 2) + others],
    ['a short text', '人手不足，下一步将增加人员。', '人手不足，下一步将增加人员。'],
  ])('is not told for %s', (_, last, now) => {
    expect(found(last, now)).toEqual([]);
  });

  it('does not take markup for text', () => {
    const marked = (text: string): string => `<p class="${'x'.repeat(400)} ${'layout '.repeat(60)}">${text}</p>`;
    expect(found(marked(problems), marked(others))).toEqual([]);
    expect(found(marked(problems), marked(problems)).map(({ rule }) => rule)).toContain('copied-text');
  });

  it('sees through white space, line breaks and markup', () => {
    const spaced = problems.replace('更新不及时', '更 新\n不及时').replace('政策解读', '<b>政策</b>解读');
    expect(found(problems, spaced).map(({ rule }) => rule)).toContain('copied-text');
  });
});

describe('tenfold-change', () => {
  const FEES = 'disclosure.administrativeFees.amount';
  const LICENSES = 'disclosure.administrativeLicenses.decisions';
  const told = (key: string, last: number, now: number): readonly Finding[] =>
    beside({ values: zeros('2021').set(key, last) }, { values: zeros('2021').set(key, now) });

  it.each([
    [FEES, 25.3, 253000, /10,000 倍，是否单位有误/],
    [FEES, 253000, 25.3, /10,000 分之一，是否单位有误/],
    [FEES, 25.3, 253, /10 倍$/],
    [LICENSES, 120, 1200, /10 倍$/],
  ])('%s from %d to %d', (key, last, now, message) => {
    expect(told(key, last, now)).toMatchObject([
      { rule: 'tenfold-change', severity: 'information', cells: [key], message: { 'zh-cn': expect.stringMatching(message) } },
    ]);
  });

  it.each([
    [FEES, 0.3, 8],
    [FEES, 0, 300],
    [FEES, 25.3, 252],
    [LICENSES, 3, 1200],
    [LICENSES, 50, 900],
  ])('is not told for %s from %d to %d', (key, last, now) => {
    expect(told(key, last, now)).toEqual([]);
  });
});

describe('aggregate-mismatch', () => {
  const member = (seed: number): Map<string, number> => consistentValues('2021', seeded(seed));
  const total = (...all: readonly Map<string, number>[]): Map<string, number> =>
    new Map([...zeros('2021').keys()].map((key) => [key, all.reduce((sum, values) => sum + (values.get(key) ?? 0), 0)]));
  const [a, b] = [member(1), member(2)];
  const texts = (values: Map<string, number>, unit = '青禾县人民政府'): Record<string, string> => ({
    'all.txt': renderReport({ values, unit }),
    'm/a.txt': renderReport({ values: a, unit: '青禾县水务局' }),
    'm/b.txt': renderReport({ values: b, unit: '青禾县林业局' }),
  });
  const ofRule = (values: Map<string, number>, members: readonly string[], unit?: string): readonly Finding[] =>
    library(texts(values, unit))
      .findingsOf('all.txt', members)
      .filter(({ rule }) => rule === 'aggregate-mismatch');
  const KEY = 'disclosure.administrativePenalties.decisions';
  a.set(KEY, 12);
  b.set(KEY, 5);
  const sum = total(a, b);

  it.each([[['m/*.txt']], [['青禾县水务局', '青禾县 林业局']], [['m/a.txt', 'm/b.txt']]])('says nothing of a sum: %j', (members) => {
    expect(library(texts(sum)).findingsOf('all.txt', members)).toEqual([]);
  });

  it('takes no report for a member because nobody knows whose it is', () => {
    const unnamed = { ...texts(sum), 'm2/x.txt': renderReport({ values: a, unit: '' }) };
    expect(library(unnamed).findingsOf('all.txt', ['m/*.txt'])).toEqual([]);
  });

  it('is a warning at the cell, and points at the members', () => {
    const right = sum.get(KEY) as number;
    const found = ofRule(new Map(sum).set(KEY, right + 1), ['m/*.txt']);
    expect(found.map(brief)).toEqual([['aggregate-mismatch', 'warning', [KEY], right, right + 1]]);
    for (const { path } of found[0]?.related ?? []) expect(['m/a.txt', 'm/b.txt']).toContain(path);
  });

  it('with a member missing, no cell is less than the others together', () => {
    const members = ['m/*.txt', '青禾县教育局'];
    expect(ofRule(new Map(sum).set(KEY, 1000), members)).toEqual([]);
    const found = ofRule(new Map(sum).set(KEY, 16), members);
    expect(found.map(({ severity, cells, message }) => [severity, cells, message['zh-cn']])).toEqual([
      ['warning', [KEY], '行政处罚·本年处理决定数量 16 小于已知各成员单位之和 17'],
    ]);
  });

  it('with a pattern that nothing matches, is told as ever, and more than the members have only wants a look', () => {
    const members = ['m/*.txt', '乡镇/*.txt'];
    expect(ofRule(sum, members)).toEqual([]);
    expect(ofRule(new Map(sum).set(KEY, 16), members).map(brief)).toEqual([['aggregate-mismatch', 'warning', [KEY], undefined, 16]]);
    expect(ofRule(new Map(sum).set(KEY, 18), members).map(brief)).toEqual([['aggregate-mismatch', 'information', [KEY], undefined, 18]]);
  });

  it('takes a faulty pattern for members that nobody knows', () => {
    const config = readConfig({ place: '/p/c.json', text: '{"aggregates":[{"report":"all.txt","members":["m/*.txt","/x/*.txt"]}]}' });
    const members = resolve([config], '/p/all.txt').members.map((name) => name.replace('/p/', ''));
    expect(members).toEqual(['m/*.txt', '']);
    expect(ofRule(new Map(sum).set(KEY, 18), members)).toEqual([]);
    expect(ofRule(new Map(sum).set(KEY, 16), members)).toHaveLength(1);
    expect(library(texts(sum)).findingsOf('all.txt', members)).toEqual([]);
  });

  it('counts a copy once; of two that differ, neither', () => {
    const copy = { ...texts(sum), 'm/a2.txt': renderReport({ values: a, unit: '青禾县水务局', layout: 'html' }) };
    expect(library(copy).findingsOf('all.txt', ['m/*.txt'])).toEqual([]);
    const other = { ...copy, 'm/a2.txt': renderReport({ values: new Map(a).set(KEY, 99), unit: '青禾县水务局' }) };
    expect(library(other).findingsOf('all.txt', ['m/*.txt'])).toEqual([]);
  });

  it('names the members that have no report', () => {
    const found = library(texts(sum)).findingsOf('all.txt', ['m/*.txt', '乡镇/*.txt', '青禾县教育局']);
    expect(found.map(({ rule, severity, message }) => [rule, severity, message['zh-cn'].match(/“(.*)”/)?.[1]])).toEqual([
      ['missing-member', 'information', '乡镇/*.txt'],
      ['missing-member', 'information', '青禾县教育局'],
    ]);
  });

  it('is one finding a table where most rows do not add up', () => {
    const found = ofRule(zeros('2021'), ['m/*.txt']).filter(({ table }) => table === 'applications');
    expect(found).toHaveLength(1);
  });

  it('says nothing of a 办公室, which reports for itself alone, nor of a report without members', () => {
    expect(ofRule(zeros('2021'), ['m/*.txt'], '青禾县人民政府办公室')).toEqual([]);
    expect(ofRule(zeros('2021'), [])).toEqual([]);
    expect(ofRule(zeros('2021'), ['x/*.txt'])).toEqual([]);
  });
});

describe('a digest', () => {
  it('is small, whatever the length of the report', () => {
    const draw = seeded(1);
    const prose = { overview: Array.from({ length: 100_000 }, () => String.fromCharCode(0x4e00 + draw(3000))).join('') };
    const sizeOf = (text: string): number =>
      library({ 'a.txt': text })
        .digestsOf('a.txt')
        .flatMap(({ tables, texts }) => [
          ...tables.map(({ values, places }) => values.byteLength + places.byteLength),
          ...texts.map(({ hashes }) => hashes.byteLength),
        ])
        .reduce((all, one) => all + one, 0);
    expect(sizeOf(renderReport({ prose }))).toBeLessThan(15_000);
  });
});
