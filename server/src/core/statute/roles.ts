/** The roles that an edition of a user's own gives, held against those that the built-in editions have. */
import { builtInEditions } from './editions.ts';
import { roleOf } from './form.ts';
import { type Edition, parseEdition, type TableData } from './schema.ts';

/** The rows, columns and groups of a table. */
const partsOf = ({ blocks }: TableData): readonly (readonly [key: string, part: { readonly role?: string | undefined }])[] =>
  blocks.flatMap(({ rows, columns, groups = {} }) => [
    ...[...rows, ...columns].map((part) => [part.key, part] as const),
    ...Object.entries(groups),
  ]);

/** The first role that no built-in edition has, `null` where there is none: a slip would leave the text unchecked without a word. */
export function unknownRole({ tables }: Edition): string | null {
  const known = builtInEditions.flatMap((edition) => parseEdition(edition).tables);
  for (const table of tables) {
    if (table.role === undefined) continue;
    const same = known.filter(({ role }) => role === table.role);
    if (same.length === 0) return table.role;
    const roles = new Set(same.flatMap(partsOf).map(([key, part]) => roleOf(key, part)));
    const unknown = partsOf(table).find(([, { role }]) => role !== undefined && !roles.has(role));
    if (unknown) return unknown[1].role ?? null;
  }
  return null;
}
