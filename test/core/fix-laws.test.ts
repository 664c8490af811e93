/**
 * The law of fixes on correct, faulty and damaged reports: what is offered is applied to the whole text and read again.
 * `FIX_LAWS=100000 npx vitest run test/core/fix-laws.test.ts` tries as many damaged texts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mend } from '../../server/src/cli/commands/mend.ts';
import { isProven } from '../../server/src/core/check/proof.ts';
import {
  applyEdits,
  type Document,
  type Finding,
  type Fix,
  fixesOf,
  lint,
  parse,
  proposalsOf,
  type Report,
  recomputeReport,
  repairReport,
  valuesOf,
} from '../../server/src/core/index.ts';
import { residual } from '../../server/src/core/statute/relations.ts';
import { damaged } from '../harness/damage.ts';
import { DRAWN, GLUED, LAYOUTS, LOSSY } from '../harness/layouts.ts';
import { consistentValues, type EditionId, renderReport, seeded } from '../harness/reports.ts';

const TEXTS = Number(process.env.FIX_LAWS ?? 1_000);
/** `mend` reads a text many times. */
const EACH_MENDED = 50;

const whole: readonly string[] = [
  ...[...LAYOUTS, ...DRAWN, ...LOSSY, ...GLUED].flatMap((layout) =>
    (['2019', '2021'] as EditionId[]).map((edition) => renderReport({ layout, edition, values: consistentValues(edition, seeded(11)) })),
  ),
  ...readdirSync('examples')
    .filter((name) => name !== 'README.md')
    .map((name) => readFileSync(`examples/${name}`, 'utf8')),
];

interface Read {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

const read = (text: string): Read => {
  const document = parse(text);
  return { document, findings: lint(document) };
};

/** What each cell of a report holds: its number, or in words why it has none. */
const cellsOf = ({ tables }: Report): Map<string, number | string> =>
  new Map(tables.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [[cell.spec.key, cell.value ?? cell.state] as const] : []))));

/** The relations that hold, or fail, by table and place in its list. */
const judgedIn = ({ tables }: Report, isSuch: (rest: number | null) => boolean): Set<string> =>
  new Set(
    tables.flatMap((table) => {
      const values = valuesOf(table);
      return table.spec.relations.flatMap((relation, index) =>
        isSuch(residual(relation, values)) ? [`${table.form.edition.id} ${table.spec.id} ${index}`] : [],
      );
    }),
  );
const held = (report: Report): Set<string> => judgedIn(report, (rest) => rest === 0);
const failing = (report: Report): Set<string> => judgedIn(report, (rest) => rest !== null && rest !== 0);

const errors = (findings: readonly Finding[]): number => findings.filter(({ severity }) => severity === 'error').length;
const SAYS_SO = /不成立/;

/** What is wrong with a fix of a report; nothing if all is well. With a `finding`, it is also made twice. */
function breach({ document, findings }: Read, report: Report, fix: Fix, finding?: Finding): string {
  const index = document.reports.indexOf(report);
  const now = read(applyEdits(document.text, fix.edits));
  const after = now.document.reports[index];
  if (!after || now.document.reports.length !== document.reports.length) return 'reports';
  const [old, cells] = [cellsOf(report), cellsOf(after)];
  const due = (key: string): number | string | undefined =>
    fix.numbers?.has(key) ? (fix.numbers.get(key) === null ? 'blank' : (fix.numbers.get(key) as number | undefined)) : old.get(key);
  for (const key of new Set([...old.keys(), ...cells.keys(), ...(fix.numbers?.keys() ?? [])]))
    if (cells.get(key) !== due(key)) return `${key} is ${cells.get(key)}, not ${due(key)}`;
  if (fix.class === 'safe' && fix.numbers) return 'a safe fix writes numbers';
  const holding = held(report);
  const broken = [...failing(after)].filter((relation) => holding.has(relation));
  if (broken.length > 0 && !SAYS_SO.test(fix.title['zh-cn'])) return `breaks ${broken}`;
  if (errors(now.findings) > errors(findings) + (SAYS_SO.test(fix.title['zh-cn']) ? fix.breaks : 0))
    return `errors ${errors(findings)} → ${errors(now.findings)}`;
  const alike = (all: readonly Finding[]): number => all.filter(({ rule }) => rule === finding?.rule).length;
  return finding && alike(now.findings) >= alike(findings) && isMadeAgain(now, finding, fix) ? 'again' : '';
}

const written = ({ edits }: Fix): string => edits.map(({ newText }) => newText).join();

/** Whether the fix is offered once more, in the same words. */
const isMadeAgain = ({ document, findings }: Read, { rule, cells, span }: Finding, fix: Fix): boolean =>
  findings
    .filter((other) => other.rule === rule && other.cells.join() === cells.join() && other.span.start === span.start)
    .flatMap((other) => fixesOf(document, other))
    .some((other) => other.title['zh-cn'] === fix.title['zh-cn'] && written(other) === written(fix));

/** What is wrong with whatever is offered for a text. */
function breaches(text: string): string[] {
  const before = read(text);
  const wrong: string[] = [];
  const tell = (fix: Fix, why: string): void => void (why && wrong.push(`${fix.title['zh-cn']}: ${why}`));
  // A wrong cell and the sums that it breaks share fixes.
  const seen = new Set<string>();
  for (const finding of before.findings)
    for (const fix of fixesOf(before.document, finding)) {
      tally.offered++;
      if (!seen.has(JSON.stringify(fix))) tell(fix, breach(before, finding.report, fix, finding));
      seen.add(JSON.stringify(fix));
    }
  for (const report of before.document.reports)
    for (const fix of [recomputeReport(report), repairReport(before.document, report)])
      if (fix && isProven(before.document, report, fix)) tell(fix, breach(before, report, fix));
  return wrong;
}
const tally = { offered: 0 };

const VALUES = new Set(['safe', 'value'] as const);

describe('every fix that is offered', () => {
  it('keeps the law where the report is whole, and none that needs no choice has to be held back', () => {
    const preferred = (fixes: readonly Fix[]): Fix[] => fixes.filter((fix) => fix.preferred);
    for (const text of whole) {
      const { document, findings } = read(text);
      for (const finding of findings) expect(preferred(fixesOf(document, finding))).toEqual(preferred(proposalsOf(document, finding)));
      expect(breaches(text)).toEqual([]);
    }
  });

  it('keeps it where the report is damaged, and fixing twice is fixing once', () => {
    const draw = seeded(2_026);
    tally.offered = 0;
    for (let index = 0; index < TEXTS; index++) {
      const text = damaged(whole[index % whole.length] as string, draw);
      expect([text, ...breaches(text)]).toEqual([text]);
      if (index % EACH_MENDED > 0) continue;
      const once = mend(text, VALUES).document.text;
      expect(errors(read(once).findings)).toBeLessThanOrEqual(errors(read(text).findings));
      expect(mend(once, VALUES).patches).toEqual([]);
    }
    expect(tally.offered).toBeGreaterThan(TEXTS);
  });
});
