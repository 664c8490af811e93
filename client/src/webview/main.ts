/** The page of the table view: what the extension says is drawn, what a person does is said to the extension. */
import type { NumberCell, Table, TablesAnswer } from '../../../server/src/lsp/protocol.ts';
import { fileHtml, tablesHtml, tablesText } from '../table/export.ts';
import { type Place, placesOf, type Step, stepFrom } from '../table/neighbours.ts';
import { type FromPage, fill, type PageState, type Texts, type ToPage } from '../table/page-messages.ts';
import { createCard } from './card.ts';
import { copyHtml } from './copy.ts';
import { describe, differenceOf, drawTable, element, type Look, patch } from './draw.ts';
import { type Field, openField } from './edit.ts';
import { createToolbar } from './toolbar.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const api = acquireVsCodeApi();
const texts = JSON.parse(document.body.dataset.texts ?? '{}') as Texts;

interface Drawn {
  readonly holder: HTMLElement;
  readonly table: Table;
  cell: NumberCell;
  /** What the cell was drawn from; it is drawn again when that changes. */
  drawn: string;
}

let state: PageState = api.getState() ?? {};
let answer: TablesAnswer | null = null;
let structure = '';
let field: Field | null = null;
const cells = new Map<string, Drawn>();
const places = new Map<string, readonly Place[]>();
/** The cell that had the keyboard last. */
let focused = '';

const toolbar = createToolbar(texts, {
  report: (report) => api.postMessage({ type: 'report', report }),
  previous: () => choose({ previous: !state.previous }),
  compare: () => choose({ compare: !state.compare }),
  copy: () => void copy(answer?.tables ?? []),
  save: () => answer && api.postMessage({ type: 'save', html: fileHtml(toolbar.title(answer), answer.tables) }),
});
const main = element('main');
const card = element('div', { id: 'card', role: 'tooltip', hidden: '' });
const detail = element('div', { id: 'detail', role: 'region', 'aria-label': texts.detail });
const news = element('p', { id: 'news', role: 'status' });
document.body.append(toolbar.element, main, card, element('footer', {}, detail, news));

const lookOf = (): Look => ({
  previous: state.previous === true && answer?.previous != null,
  compare: state.compare === true && answer?.previous != null,
  year: answer?.previous?.year ?? null,
  texts,
});

function choose(change: PageState): void {
  state = { ...state, ...change };
  api.setState(state);
  if (answer) draw(answer);
}

const numbersOf = ({ blocks }: Table): NumberCell[] =>
  blocks.flatMap(({ body }) => body.flatMap((row) => row.filter((cell) => cell.kind === 'number')));

function draw(tables: TablesAnswer): void {
  answer = tables;
  const look = lookOf();
  const outline = JSON.stringify([tables.uri, tables.report, ...tables.tables.map(({ id, edition }) => [id, edition])]);
  if (outline !== structure) rebuild(tables);
  structure = outline;
  for (const table of tables.tables) {
    for (const cell of numbersOf(table)) {
      const known = cells.get(cell.key);
      if (!known) continue;
      known.cell = cell;
      redraw(known, look);
    }
  }
  const differences = [...cells.values()].filter(({ cell }) => differenceOf(cell) !== null).length;
  const said = [look.previous && fill(texts.secondLine, look.year ?? ''), look.compare && fill(texts.differences, differences)];
  toolbar.show(tables, state, said.filter(Boolean).join(' · '));
  describeFocused();
}

/** Places of the text change with every keystroke before them; nobody sees them. */
function redraw(known: Drawn, look: Look): void {
  const { range, ...seen } = known.cell;
  const next = JSON.stringify([seen, range !== null, look.previous, look.compare, look.year]);
  // Where somebody is typing, the cell waits.
  if (next === known.drawn || field?.key === known.cell.key) return;
  known.drawn = next;
  patch(known.holder, known.cell, look);
}

/** What is half typed was meant for the tables that go, and goes with them: with its cell, so that nothing is written. */
function forget(): void {
  cells.clear();
  places.clear();
  field?.close();
}

function rebuild({ tables }: TablesAnswer): void {
  forget();
  main.replaceChildren(
    ...tables.map((table) => {
      const drawn = drawTable(table);
      const own = new Map(numbersOf(table).map((cell) => [cell.key, cell]));
      for (const holder of drawn.querySelectorAll<HTMLElement>('td[data-key]')) {
        const cell = own.get(holder.dataset.key ?? '');
        if (cell) cells.set(cell.key, { holder, table, cell, drawn: '' });
      }
      places.set(table.id, placesOf(table));
      drawn.querySelector('td')?.setAttribute('tabindex', '0');
      const button = element('button', { type: 'button', class: 'copy' }, texts.copyTable);
      button.addEventListener('click', () => void copy(answer?.tables.filter(({ id }) => id === table.id) ?? []));
      return element('section', {}, drawn, button);
    }),
  );
  if (tables.length === 0) main.append(element('p', { class: 'nothing' }, texts.noTables));
}

async function copy(tables: readonly Table[]): Promise<void> {
  news.textContent = '';
  news.textContent = (await copyHtml(tablesHtml(tables), tablesText(tables))) ? texts.copied : texts.notCopied;
}

const drawnAt = (target: EventTarget | null): Drawn | undefined =>
  cells.get((target instanceof Element ? target.closest<HTMLElement>('td[data-key]') : null)?.dataset.key ?? '');

function describeFocused(): void {
  const known = drawnAt(document.activeElement) ?? drawnAt(main.querySelector('[aria-current]'));
  const lines = known ? describe(known.cell, lookOf()) : [element('p', { class: 'hint' }, texts.keys)];
  const [now, next] = [detail, element('div', {}, ...lines)].map(({ innerHTML }) => innerHTML);
  if (now !== next) detail.replaceChildren(...lines);
}

/** One cell of each table is reached by Tab; it is the one that was focused or marked last. */
function makeReachable({ holder, table }: Drawn): void {
  for (const other of main.querySelectorAll(`#table-${table.id} td[tabindex="0"]`))
    if (other !== holder) other.setAttribute('tabindex', '-1');
  holder.setAttribute('tabindex', '0');
}

function mark(key: string | null): void {
  for (const marked of main.querySelectorAll('[aria-current]'))
    if (marked.getAttribute('data-key') !== key) marked.removeAttribute('aria-current');
  const known = cells.get(key ?? '');
  if (!known) return;
  known.holder.setAttribute('aria-current', 'true');
  makeReachable(known);
  if (!document.hasFocus()) known.holder.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  describeFocused();
}

function edit(known: Drawn, typed?: string): void {
  const { cell, holder } = known;
  if (!cell.range) {
    news.textContent = texts.notWritable;
    return;
  }
  news.textContent = '';
  field?.close();
  field = openField({
    holder,
    key: cell.key,
    name: cell.name,
    text: typed ?? cell.text,
    texts,
    commit: (value) => {
      if (!answer) return;
      const { uri, version, report } = answer;
      api.postMessage({ type: 'write', uri, version, report, key: cell.key, value });
    },
    closed() {
      field = null;
      redraw(known, lookOf());
    },
  });
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'row-start',
  End: 'row-end',
  'Control+Home': 'start',
  'Control+End': 'end',
};

const UNDOING: Readonly<Record<string, 'undo' | 'redo'>> = { z: 'undo', 'Shift+z': 'redo', y: 'redo' };

// A field that is open has an undo of its own.
addEventListener('keydown', (event) => {
  const type = UNDOING[(event.shiftKey ? 'Shift+' : '') + event.key.toLowerCase()];
  if (!type || field || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  api.postMessage({ type });
  event.preventDefault();
});
main.addEventListener('keydown', (event) => {
  const known = drawnAt(event.target);
  if (!known || event.altKey) return;
  const control = event.ctrlKey || event.metaKey;
  const step = STEPS[(control ? 'Control+' : '') + event.key];
  const key = known.cell.key;
  if (step) cells.get(stepFrom(places.get(known.table.id) ?? [], key, step))?.holder.focus();
  else if (event.key === 'Enter' && control) api.postMessage({ type: 'reveal', key, focus: 'text' });
  else if (event.key === 'Enter' || event.key === 'F2') edit(known);
  else if (/^[0-9]$/.test(event.key) && !control) edit(known, event.key);
  else return;
  event.preventDefault();
});
main.addEventListener('focusin', ({ target }) => {
  const known = drawnAt(target);
  if (!known || target !== known.holder) return;
  focused = known.cell.key;
  makeReachable(known);
  describeFocused();
  api.postMessage({ type: 'reveal', key: known.cell.key, focus: 'table' });
});
// The editor gives the keyboard to the page, not to what had it before.
addEventListener('focus', () => {
  if (document.activeElement === document.body) cells.get(focused)?.holder.focus();
});
main.addEventListener('dblclick', ({ target }) => {
  const known = drawnAt(target);
  if (known && field?.key !== known.cell.key) edit(known);
});

createCard(main, card, (target) => {
  const known = field ? undefined : drawnAt(target);
  return known ? describe(known.cell, lookOf()) : null;
});

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'tables':
      state = { ...state, uri: data.tables.uri, report: data.tables.report };
      api.setState(state);
      return draw(data.tables);
    case 'nothing':
      answer = null;
      structure = '';
      forget();
      toolbar.show(null, state, '');
      main.replaceChildren(element('p', { class: 'nothing' }, texts.nothing));
      return describeFocused();
    case 'mark':
      return mark(data.key);
    case 'show':
      return document.getElementById(`table-${data.table}`)?.scrollIntoView({ block: 'start' });
    case 'compare':
      return choose({ compare: true });
    case 'written':
      return field?.key === data.key ? field.close() : undefined;
    case 'refused':
      if (field?.key === data.key) field.refuse(data.reason);
      else news.textContent = data.reason;
  }
});
describeFocused();
api.postMessage({ type: 'ready' });
