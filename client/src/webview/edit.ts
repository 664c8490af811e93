/** The field in which a number is typed: it stands in its cell until the text has the number, or the person gives up. */
import { fill, type Texts } from '../table/page-messages.ts';
import { element } from './draw.ts';

export interface Field {
  readonly key: string;
  /** The text has the number. */
  close(): void;
  /** It was not written, and why. */
  refuse(reason: string): void;
}

interface Edited {
  readonly holder: HTMLElement;
  readonly key: string;
  /** What row and column it is. */
  readonly name: string;
  /** What stands in the field first. */
  readonly text: string;
  readonly texts: Texts;
  readonly commit: (value: string) => void;
  /** It is gone, so the cell can be drawn again. */
  readonly closed: () => void;
}

export function openField({ holder, key, name, text, texts, commit, closed }: Edited): Field {
  const before = holder.querySelector('.value')?.textContent ?? '';
  const input = element('input', {
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    'aria-label': fill(texts.newNumber, name),
  });
  input.value = text;
  const message = element('span', { class: 'refusal', id: 'refusal', role: 'alert' });
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    const focused = holder.contains(document.activeElement);
    input.remove();
    message.remove();
    holder.classList.remove('editing');
    closed();
    if (focused) holder.focus();
  };
  const send = (): void => {
    if (input.readOnly) return;
    if (input.value.trim() === before.trim()) close();
    else {
      input.readOnly = true;
      commit(input.value);
    }
  };
  input.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      send();
    }
  });
  input.addEventListener('input', () => {
    message.textContent = '';
    input.removeAttribute('aria-invalid');
  });
  input.addEventListener('blur', () => {
    // What was refused is given up when somebody goes on; everything else is meant.
    if (input.getAttribute('aria-invalid') === 'true') close();
    else if (open) send();
  });
  holder.classList.add('editing');
  holder.append(input, message);
  input.focus();
  if (text === before) input.select();
  return {
    key,
    close,
    refuse(reason) {
      input.readOnly = false;
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-errormessage', 'refusal');
      message.textContent = reason;
    },
  };
}
