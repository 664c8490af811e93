/** Whole reports of invented units with consistent numbers, rendered into any layout. */
import fc from 'fast-check';
import edition2019 from '../../server/src/core/statute/editions/2019.json' with { type: 'json' };
import edition2021 from '../../server/src/core/statute/editions/2021.json' with { type: 'json' };
import { compileEdition, type Form } from '../../server/src/core/statute/form.ts';
import { parseEdition } from '../../server/src/core/statute/schema.ts';
import { gridOf, type ReportValues } from './grid.ts';
import { render, type TestLayout } from './layouts.ts';

export const forms: Readonly<Record<'2019' | '2021', Form>> = {
  '2019': compileEdition(parseEdition(edition2019)),
  '2021': compileEdition(parseEdition(edition2021)),
};
export type EditionId = keyof typeof forms;

export const PROSE: Readonly<Record<string, string>> = {
  overview: '本年度，青禾县水务局扎实做好主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作。',
  problems: '政策解读的形式还不够丰富。下一步将加强培训，充实图解内容。',
  other: '本机关未收取信息处理费。',
};

export interface ReportOptions {
  readonly edition?: EditionId;
  readonly year?: number;
  readonly unit?: string;
  /** The text of sections without a table, in place of `PROSE`. */
  readonly prose?: Readonly<Record<string, string>>;
  readonly layout?: TestLayout;
  readonly values?: ReportValues;
  /** Rows to leave out: `applications.denied.stateSecret`. */
  readonly without?: ReadonlySet<string>;
  /** Sections to leave out, with their tables. */
  readonly withoutSections?: ReadonlySet<string>;
}

export const UNIT = '青禾县水务局';
export const titleOf = (year: number, unit = UNIT): string => `${unit}${year}年政府信息公开工作年度报告`;

/** The text of a report; without values every cell is 0. */
export function renderReport({
  edition = '2021',
  year = edition === '2021' ? 2023 : 2020,
  unit,
  prose,
  layout = 'cell-lines',
  values,
  without,
  withoutSections,
}: ReportOptions = {}): string {
  const form = forms[edition];
  const filled = values ?? zeros(edition);
  const html = layout.startsWith('html');
  const heading = (text: string): string => (html ? `<h2>${text}</h2>\n` : `${text}\n`);
  const paragraph = (text: string): string => (html ? `<p>${text}</p>\n` : `${text}\n`);
  const parts = form.edition.sections
    .filter(({ id }) => !withoutSections?.has(id))
    .map((section) => {
      const table = form.tables.find((candidate) => candidate.section === section.id);
      const body = table ? render(layout, gridOf(table, filled, without)) : paragraph(prose?.[section.id] ?? PROSE[section.id] ?? '');
      return heading(`${section.number}、${section.title}`) + body;
    });
  const text = `${heading(titleOf(year, unit))}\n${parts.join('\n')}`;
  return html ? `<!DOCTYPE html>\n<html><head><title>x</title></head>\n<body>\n${text}</body></html>\n` : text;
}

export const zeros = (edition: EditionId): Map<string, number> =>
  new Map(forms[edition].tables.flatMap((table) => table.cells.map(({ key }) => [key, 0])));

/** Numbers that satisfy every relation, drawn by `next` (a count from 0 up to its argument). */
export function anyConsistentValues(edition: EditionId, next: (most: number) => number): Map<string, number> {
  const form = forms[edition];
  const values = zeros(edition);
  const get = (key: string): number => values.get(key) ?? 0;
  for (const table of form.tables) {
    for (const cell of table.cells) values.set(cell.key, next(3) === 0 ? next(60) : 0);
  }
  const columns = [
    'naturalPerson',
    'commercialEnterprise',
    'researchInstitution',
    'publicWelfareOrganization',
    'legalServiceOrganization',
    'otherOrganization',
  ];
  const applications = form.tables.find(({ id }) => id === 'applications');
  const rows = applications?.rows.map(({ key }) => key) ?? [];
  const outcomes = rows.filter((row) => !['received', 'carriedOver', 'total', 'carriedForward'].includes(row));
  const at = (row: string, column: string): string => `applications.${row}.${column}`;
  for (const column of columns) {
    values.set(
      at('total', column),
      outcomes.reduce((sum, row) => sum + get(at(row, column)), 0),
    );
    const due = get(at('total', column)) + get(at('carriedForward', column));
    values.set(at('carriedOver', column), next(due));
    values.set(at('received', column), due - get(at('carriedOver', column)));
  }
  for (const row of rows)
    values.set(
      at(row, 'total'),
      columns.reduce((sum, column) => sum + get(at(row, column)), 0),
    );
  for (const group of ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration']) {
    const results = ['upheld', 'corrected', 'other', 'pending'].map((result) => get(`disputes.${group}.${result}`));
    values.set(
      `disputes.${group}.total`,
      results.reduce((a, b) => a + b, 0),
    );
  }
  return values;
}

/** The same as a county's department may have them: no 规章, and no more documents issued than are in force. */
export function consistentValues(edition: EditionId, next: (most: number) => number): Map<string, number> {
  const values = anyConsistentValues(edition, next);
  for (const key of values.keys()) if (key.startsWith('disclosure.regulations.')) values.set(key, 0);
  for (const [part, stock] of [
    ['issued', 'inForce'],
    ['newlyProduced', 'totalDisclosed'],
    ['newlyDisclosed', 'totalDisclosed'],
  ]) {
    const [less, more] = [`disclosure.normativeDocuments.${part}`, `disclosure.normativeDocuments.${stock}`];
    if (values.has(less)) values.set(less, Math.min(values.get(less) ?? 0, values.get(more) ?? 0));
  }
  return values;
}

/** A small deterministic generator, so that a failing report can be named by its seed. */
export function seeded(seed: number): (most: number) => number {
  let state = seed * 2654435761 + 1;
  return (most) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    return most <= 0 ? 0 : state % (most + 1);
  };
}

/** A report by its seed; `drawnValues` gives its numbers. Values themselves would drown a counterexample. */
export const arbitraryReport: fc.Arbitrary<{ edition: EditionId; seed: number }> = fc.record({
  edition: fc.constantFrom<EditionId>('2019', '2021'),
  seed: fc.nat(1e6),
});
export const drawnValues = ({ edition, seed }: { edition: EditionId; seed: number }): Map<string, number> =>
  consistentValues(edition, seeded(seed));
