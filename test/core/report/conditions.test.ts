/** Conditions of the reader that few texts ask for: what is read of each, and what is said of it. */
import { expect, it } from 'vitest';
import { check, numbersOf } from '../../harness/check.ts';
import { CONDITIONS, conditionOf } from '../../harness/conditions.ts';

it.each(CONDITIONS.map((one) => [`${one.layout}: ${one.name}`, one] as const))('%s', (_, condition) => {
  const { text, due } = conditionOf(condition);
  const checked = check(text);
  expect(numbersOf(checked)).toEqual(due);
  expect(checked.findings.map(({ rule, row, table }) => `${rule} ${row ? `${table}.${row}` : table}`)).toEqual(condition.said);
});
