/** How often the one right repair is found, by the kind of error, and what finding it costs; through the text and back. */

import { diagnose, isExplained, violatedOf } from '../../server/src/core/diagnosis/diagnosis.ts';
import { repairFixes } from '../../server/src/core/fix/repair.ts';
import { applyEdits, parse, repairReport, tableOf, valuesOf } from '../../server/src/core/index.ts';
import type { TableForm } from '../../server/src/core/statute/form.ts';
import { consistentValues, type EditionId, forms, renderReport, seeded } from '../harness/reports.ts';
import { ERRORS } from '../harness/slips.ts';
import { quantile } from './measure.ts';

const REPORTS = 2_000;

interface Tally {
  visible: number;
  right: number;
  wrong: number;
  open: number;
  /** Of those left open, how many have the truth among the candidates. */
  listed: number;
  readonly milliseconds: number[];
}

function measure(edition: EditionId, make: (typeof ERRORS)[string]): Tally {
  const form = forms[edition].tables.find(({ id }) => id === 'applications') as TableForm;
  const draw = seeded(2_024);
  const tally: Tally = { visible: 0, right: 0, wrong: 0, open: 0, listed: 0, milliseconds: [] };
  for (let round = 0; round < REPORTS; round++) {
    const values = consistentValues(edition, seeded(round % 200));
    const truth = form.cells.map(({ key }) => values.get(key) ?? 0);
    const wrong = make(form, truth, draw);
    const document = parse(
      renderReport({ edition, values: new Map([...values, ...form.cells.map(({ key, index }) => [key, wrong[index] ?? 0] as const)]) }),
    );
    const [report] = document.reports;
    const table = report && tableOf(report, 'applications');
    if (!report || !table || violatedOf(table).length === 0) continue;
    tally.visible++;
    const start = performance.now();
    const diagnosis = diagnose(document, table);
    tally.milliseconds.push(performance.now() - start);
    if (isExplained(diagnosis)) {
      const after = parse(applyEdits(document.text, repairReport(document, report)?.edits ?? [])).reports[0];
      const mended = after && tableOf(after, 'applications');
      if (mended && valuesOf(mended).every((value, cell) => value === truth[cell])) tally.right++;
      else tally.wrong++;
      continue;
    }
    tally.open++;
    const isTruth = (changes: readonly { readonly cell: number; readonly to: number | null }[]): boolean =>
      truth.every((value, cell) => value === (changes.find((change) => change.cell === cell)?.to ?? wrong[cell]));
    if (diagnosis.kind === 'ambiguous' && [...diagnosis.repairs, ...diagnosis.steps].some(({ changes }) => isTruth(changes)))
      tally.listed++;
    // Offers are made when somebody asks; they are worked out here so that a fault in them shows.
    repairFixes(table, diagnosis, new Set(form.cells.map(({ index }) => index)));
  }
  return tally;
}

export function printRepairs(): void {
  const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
  for (const edition of ['2021', '2019'] as const) {
    for (const [kind, make] of Object.entries(ERRORS)) {
      const { visible, right, wrong, open, listed, milliseconds } = measure(edition, make);
      console.log(
        `  ${edition} ${kind}: ${visible} visible, right ${percent(right, visible)}, wrong ${percent(wrong, visible)}, left open ${percent(open, visible)} (truth listed ${percent(listed, open)}); median ${quantile(milliseconds, 0.5).toFixed(2)} ms, worst ${Math.max(...milliseconds).toFixed(2)} ms`,
      );
    }
  }
}
