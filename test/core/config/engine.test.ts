/** What settings change in the engine, and that without any nothing changes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/src/core/config/config-file.ts';
import { resolve } from '../../../server/src/core/config/resolve.ts';
import { LEVELS } from '../../../server/src/core/finding/settings.ts';
import {
  DEFAULT_SETTINGS,
  type Level,
  type LintOptions,
  lint,
  lintText,
  parse,
  type Rule,
  readWaivers,
  rules,
  type Settings,
} from '../../../server/src/core/index.ts';
import edition2021 from '../../../server/src/core/statute/editions/2021.json' with { type: 'json' };
import { LAYOUTS } from '../../harness/layouts.ts';
import { consistentValues, renderReport, seeded } from '../../harness/reports.ts';

const base = consistentValues('2021', () => 0);
const wrong = renderReport({ values: new Map(base).set('applications.received.total', 5) });
const told = (text: string, options?: LintOptions): string[] =>
  lint(parse(text), options).map(({ rule, severity }) => `${rule} ${severity}`);
const settingsOf = (data: object, place = '/p/a.txt'): Settings =>
  resolve([readConfig({ place: '/p/disclosure-report.config.json', text: JSON.stringify(data) })], place);

describe('the engine', () => {
  it('says the same without settings and with those that say nothing', () => {
    const silent = ['suspect-cell error', 'row-total-mismatch hint', 'balance-mismatch hint'];
    expect([told(wrong), told(wrong, {}), told(wrong, { settings: settingsOf({}) }), told(wrong, { settings: DEFAULT_SETTINGS })]).toEqual([
      silent,
      silent,
      silent,
      silent,
    ]);
  });

  it('leaves out what is off, and says the rest as loudly as it is told', () => {
    const settings = settingsOf({ rules: { 'suspect-cell': 'off', 'row-total-mismatch': 'off', 'balance-mismatch': 'information' } });
    expect(told(wrong, { settings })).toEqual(['balance-mismatch information']);
  });

  it('keeps a weakened finding weak', () => {
    const slash = renderReport({ values: new Map<string, number | string>(base).set('applications.received.total', '/') });
    const blanks = (data: object): string[] => told(slash, { settings: settingsOf(data) }).filter((line) => line.startsWith('blank-cell'));
    expect(blanks({})).toEqual(['blank-cell hint']);
    expect(blanks({ rules: { 'blank-cell': 'error' } })).toEqual(['blank-cell hint']);
  });

  it('tells a rule the level of the unit', () => {
    const [first] = rules;
    const asking: Rule = {
      meta: { ...(first as Rule).meta, id: 'asking' },
      check: ({ report, settings: { level } }) => [
        { span: { start: report.span.start, end: report.span.start }, message: { 'zh-cn': '', en: String(level) }, cells: [] },
      ],
    };
    const levelIn = (settings?: Settings): (string | undefined)[] =>
      lint(parse(wrong), { rules: [asking], ...(settings ? { settings } : {}) }).map(({ message }) => message.en);
    expect(levelIn()).toEqual(['null']);
    expect(levelIn(settingsOf({ overrides: [{ files: ['a.txt'], level: 'county' }] }))).toEqual(['county']);
  });
});

describe('a further edition', () => {
  // The same words under another name: nothing in a text speaks for it alone.
  const twin = (from: number) => ({ ...edition2021, id: 'twin', years: { from } });

  it.each(LAYOUTS)('that shares its words takes no report away from the one that is due: %s', (layout) => {
    for (const edition of ['2019', '2021'] as const) {
      const text = renderReport({ edition, layout, values: consistentValues(edition, seeded(3)) });
      expect(lintText(text).reports).toHaveLength(1);
      expect(lintText(text, { editions: [twin(2030)] })).toEqual(lintText(text));
    }
  });

  it('is due from its year on, though nobody closes the years of the one before it', () => {
    const editionOf = (year: number) => lintText(renderReport({ year }), { editions: [twin(2023)] }).report.edition;
    expect([2021, 2022, 2023, 2024].map(editionOf)).toEqual(['2021', '2021', 'twin', 'twin']);
  });
});

describe('the façade', () => {
  it('reads a text with the editions of the settings, and takes out what is waived', () => {
    const annex = { ...edition2021, id: '2024', years: { from: 2024 } };
    const renamed = JSON.parse(JSON.stringify(annex).replaceAll('一、本年新收政府信息公开申请数量', '一、本年度新接收信息公开申请件数'));
    const settings = settingsOf({ editions: [renamed] });
    const text = wrong.replace('2023年', '2024年').replace('一、本年新收政府信息公开申请数量', '一、本年度新接收信息公开申请件数');
    const { waivers } = readWaivers({
      place: '/p/w.json',
      text: JSON.stringify({ waivers: [{ file: 'a.txt', rule: 'row-total-mismatch', text: '5', reason: '已核实' }] }),
    });
    const { report, findings, reports, unused } = lintText(text, { configuration: { settings, waivers } });
    expect(report.edition).toBe('2024');
    expect(findings.map(({ rule }) => rule)).toEqual(['suspect-cell', 'balance-mismatch']);
    expect([reports[0]?.waived, unused]).toEqual([1, []]);
  });
});

/** R711 art. 49 and N21; 立法法 art. 91 and 93. `null`: some bodies of the level may make 规章. */
const LAW: Readonly<Record<Level, readonly [zh: string, en: string, power: boolean | null]>> = {
  township: ['1月31日', '31 January', false],
  department: ['1月31日', '31 January', false],
  county: ['2月20日', '20 February', false],
  city: ['3月10日', '10 March', true],
  province: ['3月31日', '31 March', true],
  vertical: ['3月31日', '31 March', null],
  ministry: ['1月31日', '31 January', true],
};

describe.each(Object.entries(LAW) as [Level, (typeof LAW)[Level]][])('the level %s', (level, [zh, en, power]) => {
  it('has the deadline and the power that the law gives it', () => {
    const { deadline, mayMakeRegulations } = LEVELS[level];
    expect([`${deadline.month}月${deadline.day}日`, mayMakeRegulations]).toEqual([zh, power ?? true]);
  });

  it('is documented so', () => {
    const row = (file: string): string => readFileSync(file, 'utf8').match(new RegExp(`^\\| \`${level}\` .*$`, 'm'))?.[0] ?? '';
    expect(row('docs/configuration.zh-CN.md')).toContain(`| ${zh} | ${power === null ? '不作判断' : power ? '可以制定' : '无权制定'} |`);
    expect(row('docs/configuration.md')).toContain(
      `| ${en} | ${power === null ? 'nothing is said' : power ? 'may make some' : 'may make none'} |`,
    );
  });
});
