/** What a report in the wrong edition must say once it is rewritten, by the law’s own words, and how it is rewritten. */
import { applyEdits, type Finding, type Fix, fixesOf, type Report, tableOf } from '../../server/src/core/index.ts';
import { check } from './check.ts';
import type { ReportValues } from './grid.ts';
import { type EditionId, forms } from './reports.ts';

export type Direction = { readonly from: EditionId; readonly to: EditionId; readonly year: number };
export const DIRECTIONS: readonly Direction[] = [
  { from: '2019', to: '2021', year: 2022 },
  { from: '2021', to: '2019', year: 2020 },
];

export const isAboutFormat = ({ rule }: Finding): boolean => rule === 'outdated-format' || rule === 'premature-format';

/** The offer to rewrite the report. */
export function migrationOf(text: string): Fix | undefined {
  const { document, findings } = check(text);
  const finding = findings.find(isAboutFormat);
  return finding && fixesOf(document, finding)[0];
}

export function migrated(text: string): string {
  const fix = migrationOf(text);
  if (!fix) throw new Error('no fix');
  return applyEdits(text, fix.edits);
}

const OTHERS = ['other.overdueCorrection', 'other.unpaidFee', 'other.other'];

/** Statute §3 and §4: the same items under the same names; （六）其他处理 is the sum of its three items in 2021. */
export function carried(values: ReportValues, { to }: Direction): Map<string, number | string> {
  const due = new Map<string, number | string>();
  for (const { cells } of forms[to].tables) {
    for (const { key, rowKey: row, columnKey: column } of cells) {
      const number = (from: string): number | string | undefined => values.get(`applications.${from}.${column}`);
      const parts = OTHERS.map(number);
      const value =
        key.startsWith('applications.') && row === 'other'
          ? parts.every((part) => typeof part === 'number')
            ? parts.reduce((sum, part) => sum + part, 0)
            : undefined
          : key.startsWith('applications.') && row === 'other.other'
            ? number('other')
            : values.get(key);
      if (value !== undefined) due.set(key, value);
    }
  }
  return due;
}

/** Every cell of a report as read: its number, or its state. */
export function statesOf(report: Report | undefined, edition: EditionId): Map<string, number | string> {
  return new Map(
    forms[edition].tables.flatMap(({ id, cells }) =>
      cells.map(({ key }) => {
        const cell = report && tableOf(report, id)?.cells.find((one) => one?.spec.key === key);
        return [key, cell?.state === 'number' ? (cell.value as number) : (cell?.state ?? 'absent')] as const;
      }),
    ),
  );
}

/** The same for what it should be. */
export const statesDue = (values: ReportValues, edition: EditionId): Map<string, number | string> =>
  new Map(forms[edition].tables.flatMap(({ cells }) => cells.map(({ key }) => [key, values.get(key) ?? 'blank'] as const)));
