/** Draws tables once, and then changes what has changed in their cells: focus and selection stay where they are. */
import type { LabelCell, NumberCell, Table, TableCell } from '../../../server/src/lsp/protocol.ts';
import { columnGroups, hasHead, scopeOf } from '../table/header-scope.ts';
import { fill, type Texts } from '../table/page-messages.ts';

export interface Look {
  /** Last year’s numbers as a second line. */
  readonly previous: boolean;
  /** Cells that differ from last year’s are marked with the difference. */
  readonly compare: boolean;
  /** Last year’s year, for those who hear the second line. */
  readonly year: number | null;
  readonly texts: Texts;
}

export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
};

const spans = ({ columns, rows }: TableCell): Record<string, number> => ({
  ...(columns > 1 ? { colspan: columns } : {}),
  ...(rows > 1 ? { rowspan: rows } : {}),
});

const header = (cell: LabelCell): HTMLElement =>
  element('th', { scope: scopeOf(cell), class: cell.kind, ...spans(cell) }, ...(cell.text ? [cell.text] : []));

const holder = (cell: NumberCell): HTMLElement => element('td', { 'data-key': cell.key, tabindex: -1, ...spans(cell) });

/** The table with empty cells for its numbers; `patch` fills them. */
export function drawTable(table: Table): HTMLTableElement {
  const row = (cells: readonly TableCell[]): HTMLElement =>
    element('tr', {}, ...cells.map((cell) => (cell.kind === 'number' ? holder(cell) : header(cell))));
  const drawn = element('table', { role: 'grid', lang: 'zh-CN', id: `table-${table.id}` }, element('caption', {}, table.caption));
  for (const span of columnGroups(table)) drawn.append(element('colgroup', { span }));
  for (const { head, body } of table.blocks) {
    if (hasHead(table)) drawn.append(element('thead', {}, ...head.map(row)), element('tbody', {}, ...body.map(row)));
    else drawn.append(element('tbody', {}, ...head.map(row), ...body.map(row)));
  }
  return drawn;
}

export const differenceOf = ({ value, previous }: NumberCell): number | null =>
  value === null || previous === null || value === previous ? null : Math.round((value - previous) * 1e6) / 1e6;

const signed = (difference: number): string => (difference > 0 ? `+${difference}` : `−${-difference}`);

/** What stands for a cell without a number: shown, or said only. */
function stateWord({ state }: NumberCell, { texts }: Look): string {
  return state === 'number'
    ? ''
    : { blank: texts.blank, missing: texts.missing, unreadable: texts.unreadable, invalid: texts.invalid }[state];
}

/** Everything of a cell anew; callers do so where something of it has changed. */
export function patch(holder: HTMLElement, cell: NumberCell, look: Look): void {
  const { texts } = look;
  const difference = look.compare ? differenceOf(cell) : null;
  const shown = cell.state === 'missing' || cell.state === 'unreadable';
  const word = stateWord(cell, look);
  const severity = cell.wrong && texts[cell.wrong];
  holder.className = ['number', cell.state, cell.wrong, cell.total && 'total', difference !== null && 'changed'].filter(Boolean).join(' ');
  holder.toggleAttribute('aria-invalid', false);
  if (cell.wrong === 'error') holder.setAttribute('aria-invalid', 'true');
  if (cell.range) holder.removeAttribute('aria-readonly');
  else holder.setAttribute('aria-readonly', 'true');
  if (cell.problems.length > 0) holder.setAttribute('aria-description', cell.problems.map(({ message }) => message).join('\n'));
  else holder.removeAttribute('aria-description');
  const parts: HTMLElement[] = [element('span', { class: 'value' }, shown ? word : cell.text)];
  const said = [shown ? '' : word, severity].filter(Boolean).join(' ');
  if (said) parts.push(element('span', { class: 'heard' }, ` ${said}`));
  if (difference !== null) parts.push(element('span', { class: 'difference' }, signed(difference)));
  if ((look.previous || difference !== null) && cell.previous !== null)
    parts.push(element('span', { class: 'previous' }, element('span', { class: 'heard' }, ` ${look.year ?? ''}: `), String(cell.previous)));
  holder.replaceChildren(...parts);
}

/** What is known of a cell, a line each, for the line at the foot and the card at the pointer. */
export function describe(cell: NumberCell, look: Look): HTMLElement[] {
  const line = (name: string, text: string): HTMLElement => element('p', { class: name }, text);
  const value =
    cell.state === 'number' ? cell.text : cell.state === 'invalid' ? `${cell.text}（${stateWord(cell, look)}）` : stateWord(cell, look);
  return [
    line('name', `${cell.name} ${value}`),
    ...cell.problems.map(({ severity, message }) => line(severity, message)),
    ...cell.equations.map((text) => line('equation', text)),
    ...(cell.previous === null ? [] : [line('before', fill(look.texts.previousIs, look.year ?? '', cell.previous))]),
  ];
}
