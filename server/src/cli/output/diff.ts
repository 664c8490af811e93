/** The lines that patches change: the old ones with `-`, the new ones with `+`. */
import { type Document, lineAt, lineSpan, type Span } from '../../core/index.ts';
import type { Paint } from '../formatters/parts/paint.ts';
import { printableLine } from '../formatters/parts/terminal-width.ts';
import type { Patch } from './patches.ts';

type Lines = Document['lines'];

export function lineDiff(lines: Lines, patches: readonly Patch[], paint: Paint): string {
  return groupsOf(lines, patches)
    .map(({ from, to, patches: own }) => {
      const span = { start: lineSpan(lines, from).start, end: lineSpan(lines, to).end };
      const old = lines.text.slice(span.start, span.end).split(/\r\n|\r|\n/);
      const now = patched(lines.text, span, own).split(/\r\n|\r|\n/);
      // A row that is inserted before a line changes no line.
      while (old.length > 0 && old.at(-1) === now.at(-1)) {
        old.pop();
        now.pop();
      }
      const shown = (sign: string, style: 'red' | 'green', some: readonly string[]): string =>
        some.map((line) => `${paint(style, sign + printableLine(line))}\n`).join('');
      return shown('-', 'red', old) + shown('+', 'green', now);
    })
    .join('');
}

/** Patches by the lines that they touch; those that share a line come together. */
function groupsOf(lines: Lines, patches: readonly Patch[]): { from: number; to: number; patches: Patch[] }[] {
  const groups: { from: number; to: number; patches: Patch[] }[] = [];
  for (const patch of patches) {
    const from = lineAt(lines, patch.span.start);
    const to = lineAt(lines, patch.span.end);
    const last = groups.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.patches.push(patch);
    } else groups.push({ from, to, patches: [patch] });
  }
  return groups;
}

function patched(text: string, span: Span, patches: readonly Patch[]): string {
  let result = '';
  let at = span.start;
  for (const patch of patches) {
    result += text.slice(at, patch.span.start) + patch.newText;
    at = patch.span.end;
  }
  return result + text.slice(at, span.end);
}
