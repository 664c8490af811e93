/** The fixes of all findings are those of each, however they are proven. */
import { describe, expect, it } from 'vitest';
import { type FixesWanted, fixesOfAll } from '../../../server/src/core/check/proof.ts';
import { fixesOf, lint, parse } from '../../../server/src/core/index.ts';
import type { Report } from '../../../server/src/core/report/report.ts';
import { consistentValues, renderReport, seeded } from '../../harness/reports.ts';

const values = consistentValues('2021', seeded(3));
const wrong = new Map(values).set('applications.received.total', (values.get('applications.received.total') ?? 0) + 1);
const text = renderReport({ edition: '2021', layout: 'tsv', values: wrong }).replace(
  /^二、/m,
  '2022年度，我局公开信息。\n我局，，公开信息。。\n二、',
);

describe('fixes of all findings', () => {
  const document = parse(text);
  const report = document.reports[0] as Report;
  const findings = lint(document);
  const together = (wanted: FixesWanted) => findings.map(fixesOfAll(document, report, findings, wanted));
  const oneByOne = findings.map((finding) => fixesOf(document, finding));

  it('are the same as those of each', () => {
    expect(together('all')).toEqual(oneByOne);
    expect(oneByOne.flat().map((fix) => fix.class)).toEqual(expect.arrayContaining(['safe', 'value', 'manual']));
  });

  it('are those that need no choice, where no others are wanted, or none', () => {
    expect(together('preferred')).toEqual(oneByOne.map((fixes) => fixes.filter(({ preferred }) => preferred)));
    expect(together('none').flat()).toEqual([]);
  });
});
