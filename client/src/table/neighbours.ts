/** Where the numbers of a table stand on paper, and which one lies next to another. */
import type { Table } from '../../../server/src/lsp/protocol.ts';

export interface Place {
  readonly key: string;
  /** Its first column and its row, from 0. */
  readonly x: number;
  readonly y: number;
  readonly columns: number;
}

/** In reading order. */
export function placesOf({ blocks }: Table): Place[] {
  const rows = blocks.flatMap(({ head, body }) => [...head, ...body]);
  const taken: boolean[][] = rows.map(() => []);
  return rows.flatMap((row, y) => {
    let x = 0;
    return row.flatMap((cell): Place[] => {
      while (taken[y]?.[x]) x++;
      const at = x;
      for (let dy = 0; dy < cell.rows; dy++) for (let dx = 0; dx < cell.columns; dx++) (taken[y + dy] ?? [])[at + dx] = true;
      x += cell.columns;
      return cell.kind === 'number' ? [{ key: cell.key, x: at, y, columns: cell.columns }] : [];
    });
  });
}

export type Step = 'left' | 'right' | 'up' | 'down' | 'row-start' | 'row-end' | 'start' | 'end';

/** The cell of a row that stands in the same column, or reaches furthest towards it. */
const nearest = (places: readonly Place[], from: Place, row: number): Place | undefined =>
  places.filter(({ x, y }) => y === row && x <= from.x).at(-1) ?? places.find(({ y }) => y === row);

/** The key of the cell a step away; the same where the table ends. */
export function stepFrom(places: readonly Place[], key: string, step: Step): string {
  const from = places.find((place) => place.key === key);
  if (!from) return places[0]?.key ?? key;
  const row = places.filter(({ y }) => y === from.y);
  const found = {
    left: () => row.findLast(({ x }) => x < from.x),
    right: () => row.find(({ x }) => x > from.x),
    up: () => nearest(places, from, Math.max(...places.map(({ y }) => y).filter((y) => y < from.y))),
    down: () => nearest(places, from, Math.min(...places.map(({ y }) => y).filter((y) => y > from.y))),
    'row-start': () => row[0],
    'row-end': () => row.at(-1),
    start: () => places[0],
    end: () => places.at(-1),
  }[step]();
  return found?.key ?? key;
}
