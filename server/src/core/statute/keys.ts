/** The keys of all editions in one order, for data sets in which reports of several editions stand side by side. */
import { type Form, tableFormOf } from './form.ts';

/**
 * By table, row and column. The newest edition leads (`forms` are oldest first); what only an older one has
 * follows whatever stands before it there.
 */
export function keysOf(forms: readonly Form[]): readonly string[] {
  const newestFirst = forms.toReversed();
  const ids = merged(newestFirst.map(({ tables }) => tables.map(({ id }) => id)));
  return ids.flatMap((id) => {
    const tables = newestFirst.map((form) => tableFormOf(form, id)?.cells ?? []);
    const rows = merged(tables.map((cells) => unique(cells.map(({ rowKey: row }) => row))));
    return rows.flatMap((row) => unique(tables.flat().flatMap((cell) => (cell.rowKey === row ? [cell.key] : []))));
  });
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** Every name of every list: those of the first in its order, each other one after its neighbour. */
function merged([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  const all = [...first];
  for (const names of others) {
    let at = 0;
    for (const name of names) {
      const known = all.indexOf(name);
      if (known < 0) all.splice(at++, 0, name);
      else at = known + 1;
    }
  }
  return all;
}
