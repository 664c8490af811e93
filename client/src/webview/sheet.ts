/** The drawn tables: where each cell stands, what of it has changed since it was drawn, which one has the keyboard or the mark. */
import type { NumberCell, Table, TablesAnswer } from '../../../server/src/lsp/protocol.ts';
import { type Place, placesOf, type Step, stepFrom } from '../table/neighbours.ts';
import type { Texts } from '../table/page-messages.ts';
import { differenceOf, drawTable, element, type Look, patch } from './draw.ts';

export interface Drawn {
  readonly holder: HTMLElement;
  readonly table: Table;
  cell: NumberCell;
  /** What the cell was drawn from; it is drawn again when that changes. */
  drawn: string;
}

interface Surroundings {
  readonly texts: Texts;
  /** Where somebody is typing, the cell waits. */
  readonly isEdited: (key: string) => boolean;
  /** The tables go, and with them what is half typed: with its cell, so that nothing is written. */
  readonly gone: () => void;
  /** Somebody asks for a copy of a table. */
  readonly copy: (id: string) => void;
}

interface Sheet {
  readonly element: HTMLElement;
  show(tables: TablesAnswer, look: Look): void;
  /** A word instead of tables. */
  showNothing(): void;
  redraw(known: Drawn, look: Look): void;
  /** How many cells differ from last year’s. */
  differences(): number;
  cellOf(key: string): Drawn | undefined;
  /** The cell that an element is part of. */
  cellAt(target: EventTarget | null): Drawn | undefined;
  marked(): Drawn | undefined;
  /** Marks one cell, or none; says which. */
  mark(key: string | null): Drawn | undefined;
  makeReachable(known: Drawn): void;
  stepFrom(known: Drawn, step: Step): void;
}

const numbersOf = ({ blocks }: Table): NumberCell[] =>
  blocks.flatMap(({ body }) => body.flatMap((row) => row.filter((cell) => cell.kind === 'number')));

export function createSheet({ texts, isEdited, gone, copy }: Surroundings): Sheet {
  const main = element('main');
  const cells = new Map<string, Drawn>();
  const places = new Map<string, readonly Place[]>();
  let structure = '';

  const clear = (): void => {
    cells.clear();
    places.clear();
    gone();
  };
  const build = (table: Table): HTMLElement => {
    const drawn = drawTable(table);
    const own = new Map(numbersOf(table).map((cell) => [cell.key, cell]));
    for (const holder of drawn.querySelectorAll<HTMLElement>('td[data-key]')) {
      const cell = own.get(holder.dataset.key ?? '');
      if (cell) cells.set(cell.key, { holder, table, cell, drawn: '' });
    }
    places.set(table.id, placesOf(table));
    drawn.querySelector('td')?.setAttribute('tabindex', '0');
    const button = element('button', { type: 'button', class: 'copy' }, texts.copyTable);
    button.addEventListener('click', () => copy(table.id));
    return element('section', {}, drawn, button);
  };
  const rebuild = ({ tables }: TablesAnswer): void => {
    clear();
    main.replaceChildren(...tables.map(build));
    if (tables.length === 0) main.append(element('p', { class: 'nothing' }, texts.noTables));
  };
  /** Places of the text change with every keystroke before them; nobody sees them. */
  const redraw = (known: Drawn, look: Look): void => {
    const { range, ...seen } = known.cell;
    const next = JSON.stringify([seen, range !== null, look.previous, look.compare, look.year]);
    if (next === known.drawn || isEdited(known.cell.key)) return;
    known.drawn = next;
    patch(known.holder, known.cell, look);
  };
  const cellAt = (target: EventTarget | null): Drawn | undefined =>
    cells.get((target instanceof Element ? target.closest<HTMLElement>('td[data-key]') : null)?.dataset.key ?? '');
  /** One cell of each table is reached by Tab; it is the one that was focused or marked last. */
  const makeReachable = ({ holder, table }: Drawn): void => {
    for (const other of main.querySelectorAll(`#table-${table.id} td[tabindex="0"]`))
      if (other !== holder) other.setAttribute('tabindex', '-1');
    holder.setAttribute('tabindex', '0');
  };

  return {
    element: main,
    redraw,
    cellAt,
    makeReachable,
    cellOf: (key) => cells.get(key),
    differences: () => [...cells.values()].filter(({ cell }) => differenceOf(cell) !== null).length,
    marked: () => cellAt(main.querySelector('[aria-current]')),
    stepFrom: ({ table, cell }, step) => cells.get(stepFrom(places.get(table.id) ?? [], cell.key, step))?.holder.focus(),
    show(tables, look) {
      const outline = JSON.stringify([tables.uri, tables.report, ...tables.tables.map(({ id, edition }) => [id, edition])]);
      if (outline !== structure) rebuild(tables);
      structure = outline;
      for (const cell of tables.tables.flatMap(numbersOf)) {
        const known = cells.get(cell.key);
        if (!known) continue;
        known.cell = cell;
        redraw(known, look);
      }
    },
    showNothing() {
      structure = '';
      clear();
      main.replaceChildren(element('p', { class: 'nothing' }, texts.nothing));
    },
    mark(key) {
      for (const marked of main.querySelectorAll('[aria-current]'))
        if (marked.getAttribute('data-key') !== key) marked.removeAttribute('aria-current');
      const known = cells.get(key ?? '');
      if (!known) return undefined;
      known.holder.setAttribute('aria-current', 'true');
      makeReachable(known);
      if (!document.hasFocus()) known.holder.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      return known;
    },
  };
}
