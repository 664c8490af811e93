/** The five real reports, where they are at hand: each number read, each finding the one it deserves. */
import { expect, it } from 'vitest';
import { writeCell } from '../../server/src/core/fix/write-cell.ts';
import { applyEdits, type Finding, fixesOf } from '../../server/src/core/index.ts';
import { residual } from '../../server/src/core/statute/relations.ts';
import { check, numbersOf } from '../harness/check.ts';
import { describeReal, realReport as read } from '../harness/real-reports.ts';

const FILES = {
  '000': '000_3279058f52212963.txt',
  '001': '001_056da80339f42796.txt',
  '002': '002_ec8c00aafa0c72de.txt',
  '003': '003_cee7aa51eca5b7c3.txt',
  '004': '004_d3a0745a76414f11.txt',
} as const;

/** What is wrong with a report, apart from the way it is written. */
const STYLE = new Set([
  'unit-in-cell',
  'converter-residue',
  'label-variant',
  'number-style',
  'missing-title',
  'section-heading',
  'section-number',
  'unit-name-mismatch',
]);
const PROSE = /^(?:prose-|implausible-)/;
/** What is said of whole sections. */
const WHOLE = /^(?:missing-section|section-order|empty-section|overview-)/;
const faults = (findings: readonly Finding[]): Finding[] => findings.filter(({ rule }) => !STYLE.has(rule) && !WHOLE.test(rule));

describeReal('the real reports (skipped without ../shared/reports)', () => {
  it.each([
    ['000', '2019', 2020, 'cell-lines', { disclosure: 22, applications: 161, disputes: 15 }],
    ['001', '2019', 2020, 'trailing-pipes', { disclosure: 22, applications: 161, disputes: 15 }],
    ['002', '2021', 2022, 'cell-lines', { disclosure: 10, applications: 175, disputes: 15 }],
    ['003', '2021', 2021, 'cell-lines', { disclosure: 9, applications: 14, disputes: 15 }],
    ['004', '2021', 2024, 'cell-lines', { disclosure: 10, applications: 168, disputes: 15 }],
  ] as const)('%s: form %s for %i, in %s', (id, edition, reportingYear, layout, counts) => {
    const [report, ...more] = check(read(FILES[id])).document.reports;
    expect(more).toEqual([]);
    expect(report).toMatchObject({ reportingYear, layout, form: { id: edition } });
    const numbers = report?.tables.map(({ spec, cells }) => [spec.id, cells.filter((cell) => cell?.state === 'number').length]);
    expect(Object.fromEntries(numbers ?? [])).toEqual(counts);
    expect(report?.sections.map((section) => section.id)).toEqual([
      'overview',
      'disclosure',
      'applications',
      'disputes',
      'problems',
      'other',
    ]);
  });

  it('have the numbers that stand in the text', () => {
    expect(numbersOf(check(read(FILES['000']))).get('disclosure.administrativePenalties.decisions')).toBe(282);
    const [report] = check(read(FILES['001'])).document.reports;
    const amount = report?.tables[0]?.cells.find((cell) => cell?.spec.key === 'disclosure.centralizedProcurement.amount');
    expect(amount).toMatchObject({ value: 4106, remark: '万元' });
    const second = numbersOf(check(read(FILES['002'])));
    expect([second.get('applications.received.naturalPerson'), second.get('disputes.reconsideration.upheld')]).toEqual([20, 1]);
    const third = numbersOf(check(read(FILES['003'])));
    expect([third.get('disclosure.normativeDocuments.inForce'), third.get('disclosure.administrativeLicenses.decisions')]).toEqual([
      undefined,
      1815,
    ]);
  });

  it.each(['000', '001', '002'] as const)('%s: its tables have no fault', (id) =>
    expect(faults(check(read(FILES[id])).findings).filter(({ rule }) => !PROSE.test(rule))).toEqual([]),
  );

  it.each([
    ['000', ['prose-sum-mismatch warning 467 457']],
    ['001', ['implausible-number information undefined undefined']],
    ['002', []],
    ['003', []],
    ['004', []],
  ] as const)('%s: what is said of the prose and of numbers that are hardly ever right', (id, told) => {
    const text = read(FILES[id]);
    const { document, findings } = check(text);
    const own = findings.filter(({ rule }) => PROSE.test(rule));
    expect(own.map(({ rule, severity, actual, expected }) => `${rule} ${severity} ${actual} ${expected}`)).toEqual(told);
    for (const finding of own.filter(({ rule }) => rule === 'prose-sum-mismatch')) {
      expect(text.slice(finding.span.start, finding.span.end)).toBe('467');
      expect(finding.related.flatMap((related) => ('span' in related ? [text.slice(related.span.start, related.span.end)] : []))).toEqual([
        '314',
        '37',
        '11',
        '95',
      ]);
      const [fix] = fixesOf(document, finding);
      expect(check(applyEdits(text, fix?.edits ?? [])).findings.filter(({ rule }) => PROSE.test(rule))).toEqual([]);
    }
    for (const finding of own.filter(({ rule }) => rule === 'implausible-number'))
      expect(finding.cells).toEqual(['disclosure.normativeDocuments.newlyProduced', 'disclosure.normativeDocuments.totalDisclosed']);
  });

  it.each([
    ['000', []],
    ['001', []],
    ['002', []],
    ['003', ['overview-aspects information “一、总体情况”没有写到：依申请公开']],
    // 1,386 Han characters and four numbers.
    ['004', ['overview-too-long information “一、总体情况”有 1390 字，一般不超过 1000 字']],
  ] as const)('%s: what is said of its sections', (id, told) => {
    const found = check(read(FILES[id])).findings.filter(({ rule }) => WHOLE.test(rule));
    expect(found.map(({ rule, severity, message }) => `${rule} ${severity} ${message['zh-cn']}`)).toEqual(told);
  });

  it.each([
    ['000', ['[image: 微信图片_20210520141738.png]', '[bookmark: _GoBack]']],
    ['001', []],
    ['002', ['[bookmark: _GoBack]']],
    ['003', []],
    ['004', []],
  ] as const)('%s: what converters left in it can be taken out, and no number changes', (id, pieces) => {
    const text = read(FILES[id]);
    const { document, findings } = check(text);
    const residue = findings.filter(({ rule }) => rule === 'converter-residue');
    expect(residue.map(({ span }) => text.slice(span.start, span.end))).toEqual(pieces);
    const edits = residue.flatMap((finding) => fixesOf(document, finding)[0]?.edits ?? []);
    const mended = check(applyEdits(text, edits));
    expect(mended.document.text).toBe(pieces.reduce((rest, piece) => rest.replace(piece, ''), text));
    expect(numbersOf(mended)).toEqual(numbersOf({ document, findings }));
  });

  it('003 lacks one cell and leaves 161 blank', () => {
    const { document, findings: all } = check(read(FILES['003']));
    const findings = faults(all);
    expect(findings.map(({ rule }) => rule)).toEqual(['missing-cell', 'relation-not-checked', 'blank-cell', 'fee-statement-missing']);
    expect(findings[0]?.cells).toEqual(['disclosure.normativeDocuments.inForce']);
    const blank = document.reports[0]?.tables.flatMap(({ cells }) => cells).filter((cell) => cell?.state === 'blank');
    expect(blank).toHaveLength(161);
    expect(findings[2]?.cells).toEqual(blank?.map((cell) => cell?.spec.key));
    // 一 + 二 = 0 in every column, so every blank is 0.
    const [fix] = fixesOf(document, findings[2] as never);
    expect(fix).toMatchObject({ class: 'value', preferred: true });
    const left = faults(check(applyEdits(document.text, fix?.edits ?? [])).findings);
    expect(left.map(({ rule }) => rule)).toEqual(['missing-cell', 'fee-statement-missing']);
  });

  it.each([
    ['000', ['section-number 1、', 'section-heading 存在的主要问题及改进措施']],
    ['001', ['missing-title 一、总体情况']],
    ['002', ['section-number 6、']],
    ['003', []],
    [
      '004',
      [
        'section-number 主动公开政府信息情况',
        'section-number 收到和处理政府信息公开申请情况',
        'section-number 政府信息公开行政复议、行政诉讼情况',
      ],
    ],
  ] as const)('%s has these titles and headings to look at', (id, told) => {
    const text = read(FILES[id]);
    const found = check(text).findings.filter(({ rule }) => /^(?:section-|missing-title)/.test(rule));
    expect(found.map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`)).toEqual(told);
  });

  it('004 leaves the row 3.其他 blank', () => {
    const findings = faults(check(read(FILES['004'])).findings);
    expect(findings.map(({ rule }) => rule)).toEqual(['relation-not-checked', 'blank-cell']);
    const columns = [
      'naturalPerson',
      'commercialEnterprise',
      'researchInstitution',
      'publicWelfareOrganization',
      'legalServiceOrganization',
      'otherOrganization',
      'total',
    ];
    expect(findings[1]?.cells).toEqual(columns.map((column) => `applications.other.other.${column}`));
  });

  it.each(['000', '001', '002'] as const)('%s: any one changed number is named, and its sums are shown', (id) => {
    const text = read(FILES[id]);
    const [report] = check(text).document.reports;
    for (const table of report?.tables.filter(({ spec }) => spec.relations.length > 0) ?? []) {
      for (const cell of table.cells) {
        if (!cell) throw new Error('a cell is missing');
        const wrong = (cell.value ?? 0) + 3;
        const changed = applyEdits(text, writeCell(cell, wrong));
        const values = table.cells.map((other) => (other === cell ? wrong : (other?.value ?? null)));
        const broken = table.spec.relations.filter((relation) => residual(relation, values) !== 0).map(({ rule }) => rule);
        const after = check(changed);
        const found = faults(after.findings).filter(({ rule }) => !PROSE.test(rule));
        const [suspects, sums] = [found.filter(({ rule }) => rule === 'suspect-cell'), found.filter(({ rule }) => rule !== 'suspect-cell')];
        expect(sums.map(({ rule }) => rule).sort()).toEqual([...broken].sort());
        if (table.spec.id === 'applications')
          expect(suspects.map(({ cells, expected, actual }) => [cells, expected, actual])).toEqual([[[cell.spec.key], cell.value, wrong]]);
        for (const finding of found) {
          const texts = fixesOf(after.document, finding).map((fix) => applyEdits(changed, fix.edits));
          expect(texts).toContain(text);
          if (suspects.length > 0) expect(texts[0]).toBe(text);
        }
      }
    }
  });
});
