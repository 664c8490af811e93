/** What all fixes of a table with twenty wrong cells cost: made, applied one by one, and the report read again for each. */
import { fixesOf, lint, parse } from '../../server/src/core/index.ts';
import { LAYOUTS } from '../harness/layouts.ts';
import { consistentValues, renderReport, seeded } from '../harness/reports.ts';
import { quantile } from './measure.ts';

const WRONG = 20;
const ROUNDS = 40;

export function printFixes(): void {
  for (const layout of LAYOUTS) {
    const values: Map<string, number> = consistentValues('2021', seeded(5));
    const draw = seeded(3);
    const keys = [...values.keys()].filter((key) => key.startsWith('applications.'));
    const wrong = new Set<string>();
    while (wrong.size < WRONG) wrong.add(keys[draw(keys.length - 1)] as string);
    for (const key of wrong) values.set(key, (values.get(key) ?? 0) + 1 + draw(5));
    const text = renderReport({ layout, values });
    let count = 0;
    const milliseconds = Array.from({ length: ROUNDS }, () => {
      const document = parse(text);
      const findings = lint(document);
      const start = performance.now();
      count = findings.flatMap((finding) => fixesOf(document, finding)).length;
      return performance.now() - start;
    });
    console.log(
      `  ${layout.padEnd(15)} ${count} fixes  least ${Math.min(...milliseconds).toFixed(1)} ms, median ${quantile(milliseconds, 0.5).toFixed(1)} ms`,
    );
  }
}
