/** What keys mean in the table view. */
import type { Step } from '../table/neighbours.ts';

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

type Meaning =
  | { readonly kind: 'step'; readonly step: Step }
  /** To the cell in the text. */
  | { readonly kind: 'text' }
  /** `typed` begins a new number. */
  | { readonly kind: 'edit'; readonly typed?: string };

const isControl = ({ ctrlKey, metaKey }: KeyboardEvent): boolean => ctrlKey || metaKey;

/** What a key means for a cell; `null` for a key that is nobody’s here. */
export function meaningOf(event: KeyboardEvent): Meaning | null {
  const { key } = event;
  if (event.altKey) return null;
  const step = STEPS[(isControl(event) ? 'Control+' : '') + key];
  if (step) return { kind: 'step', step };
  if (key === 'Enter' && isControl(event)) return { kind: 'text' };
  if (key === 'Enter' || key === 'F2') return { kind: 'edit' };
  return /^[0-9]$/.test(key) && !isControl(event) ? { kind: 'edit', typed: key } : null;
}

export const undoingOf = (event: KeyboardEvent): 'undo' | 'redo' | null =>
  event.altKey || !isControl(event) ? null : (UNDOING[(event.shiftKey ? 'Shift+' : '') + event.key.toLowerCase()] ?? null);
