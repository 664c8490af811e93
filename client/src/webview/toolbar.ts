/** The head of the page: which report it is, what is shown besides its numbers, and what can be done with the tables. */
import type { TablesAnswer } from '../../../server/src/lsp/protocol.ts';
import { fill, type PageState, type Texts } from '../table/page-messages.ts';
import { element } from './draw.ts';

interface Actions {
  readonly report: (index: number) => void;
  readonly previous: () => void;
  readonly compare: () => void;
  readonly copy: () => void;
  readonly save: () => void;
}

interface Toolbar {
  readonly element: HTMLElement;
  listen(actions: Actions): void;
  title(tables: TablesAnswer): string;
  /** `said` stands at the end, for what the comparison comes to. */
  show(tables: TablesAnswer | null, state: PageState, said: string): void;
}

function set(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

export function createToolbar(texts: Texts): Toolbar {
  const button = (text: string): HTMLButtonElement => element('button', { type: 'button' }, text);
  const heading = element('h1');
  const form = element('span', { class: 'form' });
  const choice = element('select', { 'aria-label': texts.report });
  const previous = button(texts.previous);
  const compare = button(texts.compare);
  const copy = button(texts.copy);
  const save = button(texts.save);
  const comparison = element('span', { class: 'comparison', role: 'status' });
  const buttons = element('div', { class: 'buttons' }, previous, compare, copy, save, comparison);
  const title = ({ reports, report }: TablesAnswer, index = report): string =>
    [reports[index]?.unit, reports[index]?.year].filter(Boolean).join(' ') || fill(texts.report, index + 1);
  let listed = '';
  const list = (tables: TablesAnswer): void => {
    const titles = tables.reports.map((_, index) => title(tables, index));
    const next = JSON.stringify(titles);
    if (next !== listed) choice.replaceChildren(...titles.map((text, value) => element('option', { value }, text)));
    listed = next;
    choice.value = String(tables.report);
  };
  return {
    element: element('header', {}, element('div', { class: 'which' }, heading, choice, form), buttons),
    listen(actions) {
      choice.addEventListener('change', () => actions.report(Number(choice.value)));
      for (const [chosen, act] of [
        [previous, actions.previous],
        [compare, actions.compare],
        [copy, actions.copy],
        [save, actions.save],
      ] as const)
        chosen.addEventListener('click', act);
    },
    title: (tables) => title(tables),
    show(tables, state, said) {
      const beside = tables?.previous ?? null;
      const several = (tables?.reports.length ?? 0) > 1;
      heading.hidden = several;
      choice.hidden = !several;
      buttons.hidden = !tables || tables.tables.length === 0;
      set(heading, tables ? title(tables) : '');
      set(form, tables?.edition ? fill(texts.form, tables.edition) : '');
      set(comparison, tables && !beside ? texts.noPrevious : said);
      if (tables && several) list(tables);
      for (const [toggle, on] of [[previous, state.previous] as const, [compare, state.compare] as const]) {
        toggle.disabled = !beside;
        toggle.setAttribute('aria-pressed', String(on === true && beside !== null));
      }
    },
  };
}
