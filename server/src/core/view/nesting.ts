/** What holds what: sections, tables, groups of rows, rows, cells; for folding and for growing a selection. */
import type { BoundRow, BoundTable, Document, Report } from '../report/report.ts';
import { cover, type Span } from '../text/span.ts';
import { targetAt } from './targets.ts';

/** The rows of a table that stand together in a group, at every level, with the group’s own label; its blocks, if it has several. */
function groupsOf({ spec, rows: lines, words }: BoundTable): Span[] {
  const { blocks } = spec.data;
  const rowsOf = new Map<string, { readonly label: string | undefined; readonly rows: Span[] }>();
  const put = (key: string, label: string | undefined, { span }: BoundRow): void => {
    const group = rowsOf.get(key) ?? { label, rows: [] };
    group.rows.push(span);
    rowsOf.set(key, group);
  };
  for (const row of lines) {
    if (!row) continue;
    const block = blocks[row.spec.block];
    if (blocks.length > 1) put(`block ${row.spec.block}`, block?.label, row);
    for (const key of row.spec.groups) put(key, block?.groups?.[key]?.label, row);
  }
  return [...rowsOf.values()].map(({ label, rows }) => {
    const all = cover(rows);
    const head = words.findLast(({ span, entry }) => entry.label === label && span.start <= all.start);
    return head ? cover([head.span, all]) : all;
  });
}

/** Everything that can be folded: each report of several, its sections, tables and groups. */
export function foldsOf({ reports }: Document): Span[] {
  const own = (report: Report): Span[] => [
    ...report.sections.map(({ heading, span }) => ({ start: heading.start, end: span.end })),
    ...report.tables.flatMap((table) => [table.span, ...groupsOf(table)]),
  ];
  return [...(reports.length > 1 ? reports.map(({ span }) => span) : []), ...reports.flatMap(own)];
}

/** What holds an offset, the innermost first, each larger than the one before. */
export function aroundOf(document: Document, offset: number): Span[] {
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const report = document.reports.find(({ span }) => holds(span));
  if (!report) return [];
  const target = targetAt(document, offset);
  const own = target ? [target.kind === 'cell' ? target.cell.span : target.kind === 'word' ? target.word.span : target.claim.span] : [];
  const tables = report.tables.filter(({ span }) => holds(span));
  const rows = tables.flatMap(({ rows }) => rows.flatMap((row) => (row ? [cover([row.label, row.span])] : [])));
  const spans = [...own, ...rows, ...tables.flatMap(groupsOf), ...tables.map(({ span }) => span)];
  const outer = [...report.sections.map(({ span }) => span), report.span];
  const around = [...spans, ...outer].filter(holds).sort((a, b) => a.end - a.start - (b.end - b.start));
  return around.filter((span, index) => {
    const inner = around[index - 1];
    return !inner || (span.start <= inner.start && span.end >= inner.end && span.end - span.start > inner.end - inner.start);
  });
}
