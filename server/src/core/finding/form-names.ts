/** What the two rules about the form's edition share: one finding a report, at the first word that gives it away. */
import type { BoundTable, Report } from '../report/report.ts';
import { type Form, firstYear, tableFormOf } from '../statute/form.ts';
import type { Span } from '../text/span.ts';
import { type Related, say } from './finding.ts';

/** Of two forms of one kind: an annex is no older form of the report that it belongs to. */
export const isOlder = (a: Form, b: Form): boolean => a.kind === b.kind && firstYear(a) < firstYear(b);

export const isNewer = (a: Form, b: Form): boolean => isOlder(b, a);

/** Tables of another edition than the reporting year's. A table that both editions write alike has no words of its own. */
export function tablesOf(report: Report, wrong: (form: Form, due: Form) => boolean): BoundTable[] {
  const { due } = report;
  return due ? report.tables.filter(({ form, spec }) => wrong(form, due) && differs(spec.id, form, due)) : [];
}

function differs(id: string, a: Form, b: Form): boolean {
  const keys = (form: Form): string =>
    tableFormOf(form, id)
      ?.cells.map(({ key }) => key)
      .join() ?? '';
  return keys(a) !== keys(b);
}

export const placeOf = (table: BoundTable): Span => table.evidence[0] ?? table.head;

export const relatedWords = (tables: readonly BoundTable[]): Related[] =>
  tables
    .flatMap((table) => table.evidence.slice(0, 4))
    .slice(1)
    .map((span) => ({ span, message: say('该版本格式的用语', 'wording of that edition') }));

/** `国办公开办函〔2021〕30号（2021年度起）` */
export function nameOf(form: Form): { zh: string; en: string } {
  const { notice, id, years } = form.edition;
  if (form.tables.length === 0) return { zh: '2019年以前的统计表', en: 'the form used before 2019' };
  const range = years.to ? `${years.from ?? ''}–${years.to}` : `${years.from ?? ''}`;
  return {
    zh: `${notice ?? `“${id}”`}格式${range && `（${range}年度${years.to ? '' : '起'}）`}`,
    en: notice
      ? `the form of ${notice} (${years.to ? range : `from ${range}`}; edition ${id})`
      : `the form “${id}”${range && ` (${years.to ? range : `from ${range}`})`}`,
  };
}
