/** Five real reports, where they are at hand: what the command line must say about them. */
import { expect, it } from 'vitest';
import { main } from '../../server/src/cli/main.ts';
import { nodeFiles } from '../../server/src/cli/node-host.ts';
import { describeReal, REAL_REPORTS as folder } from '../harness/real-reports.ts';
import { checkOutput, extractRecord } from './contract.ts';
import { hostOf } from './host.ts';

// How they are written is the rooms' own tests' business.
const STYLE = new Set([
  'unit-in-cell',
  'converter-residue',
  'label-variant',
  'number-style',
  'missing-title',
  'section-heading',
  'section-number',
]);

async function run(...argv: string[]): Promise<{ readonly code: number; readonly stdout: string }> {
  const chunks: string[] = [];
  const stdout = { write: async (chunk: string | Uint8Array) => void chunks.push(String(chunk)), colors: false, terminal: false };
  const code = await main(argv, hostOf({ files: nodeFiles, stdout }));
  return { code, stdout: chunks.join('') };
}

describeReal('the real reports (skipped without ../shared/reports)', () => {
  it('show what they must', async () => {
    const { code, stdout } = await run('check', '--format', 'json', folder);
    expect(code).toBe(1);
    const { reports, problems } = checkOutput.parse(JSON.parse(stdout));
    expect(problems).toEqual([]);
    const told = reports.map(({ edition, reportingYear, findings }) => {
      const cells = (rule: string): string[] => findings.filter((finding) => finding.rule === rule).flatMap((finding) => finding.cells);
      return {
        edition,
        reportingYear,
        rules: new Set(findings.map(({ rule }) => rule).filter((rule) => !STYLE.has(rule))),
        missing: cells('missing-cell'),
        blanks: cells('blank-cell').length,
      };
    });
    const none = { rules: new Set(), missing: [], blanks: 0 };
    expect(told).toEqual([
      { edition: '2019', reportingYear: 2020, ...none, rules: new Set(['prose-sum-mismatch']) },
      { edition: '2019', reportingYear: 2020, ...none, rules: new Set(['implausible-number']) },
      { edition: '2021', reportingYear: 2022, ...none },
      {
        edition: '2021',
        reportingYear: 2021,
        rules: new Set(['missing-cell', 'relation-not-checked', 'blank-cell', 'fee-statement-missing', 'overview-aspects']),
        missing: ['disclosure.normativeDocuments.inForce'],
        blanks: 161,
      },
      {
        edition: '2021',
        reportingYear: 2024,
        rules: new Set(['relation-not-checked', 'blank-cell', 'overview-too-long', 'unit-name-mismatch']),
        missing: [],
        blanks: 7,
      },
    ]);
    expect(reports[0]?.tables.disclosure?.['administrativePenalties.decisions']).toBe(282);
    expect(reports[1]?.tables.disclosure?.['centralizedProcurement.amount']).toBe(4106);
  });

  it('give their numbers, and say which they lack', async () => {
    const { code, stdout } = await run('extract', folder);
    expect(code).toBe(0);
    const records = stdout
      .trimEnd()
      .split('\n')
      .map((line) => extractRecord.parse(JSON.parse(line)));
    const reasons = records.map(({ gaps }) => Object.values(gaps));
    const blanks = (count: number): string[] => Array(count).fill('blank');
    expect(reasons).toEqual([[], [], [], ['missing-cell', ...blanks(161)], blanks(7)]);
    expect(records[3]?.gaps['disclosure.normativeDocuments.inForce']).toBe('missing-cell');
    expect(records[0]?.values['disclosure.administrativePenalties.decisions']).toBe(282);
    expect(records[1]?.values['disclosure.centralizedProcurement.amount']).toBe(4106);
  });
});
