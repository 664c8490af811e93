/** What the pages show of a rewritten report is what the fix writes. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { migrated } from '../harness/migration.ts';
import { type Example, examplesOf, reportWith } from './example.ts';

it.each(['outdated-format', 'premature-format'])('%s', (rule) => {
  const page = readFileSync(`docs/rules/${rule}.md`, 'utf8').replaceAll('\r\n', '\n');
  const [wrong] = examplesOf(page);
  const [, shown] = /^```markdown\n([\s\S]*?)^```$/m.exec(page) ?? [];
  expect(migrated(reportWith(wrong as Example))).toContain(shown ?? 'no example');
});
