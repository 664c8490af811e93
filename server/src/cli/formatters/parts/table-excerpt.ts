/** The rows of the statutory table that a finding is about, as HTML: what a person compares with the paper. */
import { createLexicon, type FindingJson, type ReportJson } from '../../../core/index.ts';
import { escapeMarkup } from './markup.ts';

interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly rowLabel: string;
  readonly columnLabel: string;
}

/** By edition, then by `table.row.column`. */
type Places = ReadonlyMap<string, ReadonlyMap<string, Place>>;

let known: Places | undefined;
const places = (): Places =>
  (known ??= new Map(
    createLexicon().forms.map((form) => [
      form.id,
      new Map(
        form.tables.flatMap((table) =>
          table.cells.map(({ key, name, rowKey: row, columnKey: column }): [string, Place] => {
            const cut = name.lastIndexOf('·');
            return [key, { table: table.id, row, column, rowLabel: name.slice(0, cut), columnLabel: name.slice(cut + 1) }];
          }),
        ),
      ),
    ]),
  ));

const MOST_ROWS = 6;

/** Empty for a finding about no cell that the text has. */
export function tableExcerpt({ tables, edition }: ReportJson, { cells, severity }: FindingJson): string {
  const editions = [...(edition === null ? [] : [edition]), ...places().keys()];
  // A table may follow another edition than its report.
  const own = editions.map((id) => places().get(id)).find((form) => form && cells.some((key) => form.has(key)));
  if (!own) return '';
  const marked = new Set(cells);
  const asked = new Set(cells.flatMap((key) => rowOf(own.get(key)) ?? []));
  const shown = [...own].filter(([, place]) => asked.has(rowOf(place) ?? ''));
  const rows = new Map<string, [string, Place][]>();
  for (const entry of shown) rows.set(rowOf(entry[1]) as string, [...(rows.get(rowOf(entry[1]) as string) ?? []), entry]);
  const columns = new Map(shown.map(([, place]) => [place.column, place.columnLabel]));
  const body = [...rows.values()].slice(0, MOST_ROWS).map((entries) => {
    const byColumn = new Map(
      entries.map(([key, place]) => [place.column, { key, value: tables[place.table]?.[`${place.row}.${place.column}`] }]),
    );
    const numbers = [...columns.keys()].map((column) => {
      const cell = byColumn.get(column);
      if (!cell) return '<td></td>';
      const text = cell.value === undefined || cell.value === null ? '' : String(cell.value);
      return marked.has(cell.key) ? `<td class="${severity}">${text}</td>` : `<td>${text}</td>`;
    });
    return `<tr><th>${escapeMarkup(entries[0]?.[1].rowLabel ?? '')}</th>${numbers.join('')}</tr>`;
  });
  const head = [...columns.values()].map((label) => `<th>${escapeMarkup(label)}</th>`).join('');
  const more = rows.size > MOST_ROWS ? `<tr><th>…</th><td colspan="${columns.size}"></td></tr>` : '';
  return `<table class="excerpt"><tr><th></th>${head}</tr>${body.join('')}${more}</table>`;
}

const rowOf = (place: Place | undefined): string | null => (place ? `${place.table}.${place.row}` : null);
