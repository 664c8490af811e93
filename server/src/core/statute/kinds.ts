/** Which editions are forms of one kind of report: a newer form takes the place of an older one of its kind, and of no other. */
import { roleOf } from './form.ts';
import type { Edition, TableData } from './schema.ts';

const rowsOf = ({ blocks }: TableData): readonly string[] => blocks.flatMap(({ rows }) => rows.map((row) => roleOf(row.key, row)));

/** Two accounts of the same: their ids or roles say so, and they have a row in common. An id alone may be used twice by chance. */
function isSame(a: TableData, b: TableData): boolean {
  if (a.id !== b.id && (a.role === undefined || a.role !== b.role)) return false;
  const rows = new Set(rowsOf(a));
  return rowsOf(b).some((row) => rows.has(row));
}

/** Whether the newer one has most tables of the older one: an annex has few of them, or none. */
const follows = (newer: Edition, older: Edition): boolean =>
  older.tables.filter((table) => newer.tables.some((other) => isSame(table, other))).length * 2 > older.tables.length;

/** A name for the kind of each edition: the id of the first one of its kind. A form that is known by name only is of the first kind. */
export function kindsOf(editions: readonly Edition[]): readonly string[] {
  const first = editions.find(({ tables }) => tables.length > 0);
  const kinds = new Map<Edition, string>();
  for (const edition of editions) {
    const older = [...kinds.keys()].find((one) => follows(edition, one));
    const isName = edition.tables.length === 0 && edition.fingerprints !== undefined;
    kinds.set(edition, (older && kinds.get(older)) ?? (isName ? first : undefined)?.id ?? edition.id);
  }
  return editions.map((edition) => kinds.get(edition) ?? edition.id);
}
