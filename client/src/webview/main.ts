/** The page of the table view: what the extension says is drawn, what a person does is said to the extension. */
import type { Table, TablesAnswer } from '../../../server/src/lsp/protocol.ts';
import { fileHtml, tablesHtml, tablesText } from '../table/export.ts';
import { type FromPage, fill, type PageState, type Texts, type ToPage } from '../table/page-messages.ts';
import { createCard } from './card.ts';
import { copyHtml } from './copy.ts';
import { describe, element, type Look } from './draw.ts';
import { type Field, openField } from './edit.ts';
import { meaningOf, undoingOf } from './keyboard.ts';
import { createSheet, type Drawn } from './sheet.ts';
import { createToolbar } from './toolbar.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const api = acquireVsCodeApi();
const texts = JSON.parse(document.body.dataset.texts ?? '{}') as Texts;

let state: PageState = api.getState() ?? {};
let answer: TablesAnswer | null = null;
let field: Field | null = null;
/** The cell that had the keyboard last. */
let focused = '';

const card = element('div', { id: 'card', role: 'tooltip', hidden: '' });
const detail = element('div', { id: 'detail', role: 'region', 'aria-label': texts.detail });
const news = element('p', { id: 'news', role: 'status' });

const tablesNow = (): readonly Table[] => answer?.tables ?? [];
const copy = async (tables: readonly Table[]): Promise<void> => {
  news.textContent = '';
  news.textContent = (await copyHtml(tablesHtml(tables), tablesText(tables))) ? texts.copied : texts.notCopied;
};
const sheet = createSheet({
  texts,
  isEdited: (key) => field?.key === key,
  gone: () => field?.close(),
  copy: (wanted) => void copy(tablesNow().filter(({ id }) => id === wanted)),
});

const lookOf = (): Look => ({
  previous: state.previous === true && answer?.previous != null,
  compare: state.compare === true && answer?.previous != null,
  year: answer?.previous?.year ?? null,
  texts,
});

function describeFocused(): void {
  const known = sheet.cellAt(document.activeElement) ?? sheet.marked();
  const lines = known ? describe(known.cell, lookOf()) : [element('p', { class: 'hint' }, texts.keys)];
  const [now, next] = [detail, element('div', {}, ...lines)].map(({ innerHTML }) => innerHTML);
  if (now !== next) detail.replaceChildren(...lines);
}

const toolbar = createToolbar(texts);
document.body.append(toolbar.element, sheet.element, card, element('footer', {}, detail, news));

function draw(tables: TablesAnswer): void {
  answer = tables;
  const look = lookOf();
  sheet.show(tables, look);
  const said = [look.previous && fill(texts.secondLine, look.year ?? ''), look.compare && fill(texts.differences, sheet.differences())];
  toolbar.show(tables, state, said.filter(Boolean).join(' · '));
  describeFocused();
}

function choose(change: PageState): void {
  state = { ...state, ...change };
  api.setState(state);
  if (answer) draw(answer);
}

toolbar.listen({
  report: (report) => api.postMessage({ type: 'report', report }),
  previous: () => choose({ previous: !state.previous }),
  compare: () => choose({ compare: !state.compare }),
  copy: () => void copy(tablesNow()),
  save: () => answer && api.postMessage({ type: 'save', html: fileHtml(toolbar.title(answer), answer.tables) }),
});

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
      sheet.redraw(known, lookOf());
    },
  });
}

addEventListener('keydown', (event) => {
  const type = undoingOf(event);
  // A field that is open has an undo of its own.
  if (!type || field) return;
  api.postMessage({ type });
  event.preventDefault();
});
sheet.element.addEventListener('keydown', (event) => {
  const known = sheet.cellAt(event.target);
  const meaning = known && meaningOf(event);
  if (!meaning) return;
  if (meaning.kind === 'step') sheet.stepFrom(known, meaning.step);
  else if (meaning.kind === 'text') api.postMessage({ type: 'reveal', key: known.cell.key, focus: 'text' });
  else edit(known, meaning.typed);
  event.preventDefault();
});
sheet.element.addEventListener('focusin', ({ target }) => {
  const known = sheet.cellAt(target);
  if (!known || target !== known.holder) return;
  focused = known.cell.key;
  sheet.makeReachable(known);
  describeFocused();
  api.postMessage({ type: 'reveal', key: known.cell.key, focus: 'table' });
});
// The editor gives the keyboard to the page, not to what had it before.
addEventListener('focus', () => {
  if (document.activeElement === document.body) sheet.cellOf(focused)?.holder.focus();
});
sheet.element.addEventListener('dblclick', ({ target }) => {
  const known = sheet.cellAt(target);
  if (known && field?.key !== known.cell.key) edit(known);
});

createCard(sheet.element, card, (target) => {
  const known = field ? undefined : sheet.cellAt(target);
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
      sheet.showNothing();
      toolbar.show(null, state, '');
      return describeFocused();
    case 'mark':
      return sheet.mark(data.key) ? describeFocused() : undefined;
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
