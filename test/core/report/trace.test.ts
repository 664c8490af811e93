/** What the reader saw, for whoever works on it: every row of the form has a verdict, and the verdict its reason. */
import { expect, it } from 'vitest';
import { trace } from '../../../server/src/core/report/trace.ts';
import { lexiconOf } from '../../../server/src/core/statute/editions.ts';
import { renderReport } from '../../harness/reports.ts';

it('says where each row of the form stands and why it was read or refused', () => {
  const text = renderReport({ layout: 'tsv', without: new Set(['applications.carriedOver']) }).replace('规章\t0\t0\t0', '规章\t0\t0');
  const lines = [...trace(text, lexiconOf())];
  expect(lines.filter((line) => line.startsWith('──')).slice(0, 3)).toEqual([
    '── sections',
    '── tokens: place, kind, layout, text',
    '── words of disclosure: place, what it is, text',
  ]);
  expect(lines).toContain(`${`${lineOf(text, '规章')}:1`.padEnd(7)} row "规章"`);
  const rows = (heading: string): string[] => lines.slice(lines.indexOf(heading) + 1).filter((line) => /\w+$/.test(line));
  expect(rows('── rows of applications by the form of 2021 (tsv)')[1]).toBe('-      missing: no such label stands in the text carriedOver');
  expect(rows('── rows of disclosure by the form of 2021 (tsv)')[0]).toMatch(/^\d+:1 +short: .* \["0" "0"\] regulations$/);
  expect(rows('── rows of disclosure by the form of 2021 (tsv)')[1]).toMatch(
    /^\d+:1 +full: as many numbers as columns \["0" "0" "0"\] normativeDocuments$/,
  );
});

const lineOf = (text: string, word: string): number => text.slice(0, text.indexOf(`\n${word}`)).split('\n').length + 1;
