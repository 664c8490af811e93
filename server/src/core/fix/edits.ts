/** Applies edits to a text, and joins fixes that do not touch one another. */
import type { Edit, Fix, Numbers } from '../finding/finding.ts';

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of inOrder(edits)) {
    if (span.start < at) throw new Error('edits overlap');
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Edits in the order of the text; those at the same place keep the order in which they were given. */
const inOrder = (edits: readonly Edit[]): Edit[] => [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);

/** What a fix does, whatever it is called. */
export type Change = Pick<Fix, 'numbers' | 'edits'>;

/** As many changes as can be made together, as one; one that overlaps an earlier one is left out whole. */
export function joinFixes(changes: readonly Change[]): Change {
  const joined: Edit[] = [];
  const numbers = new Map<string, ReturnType<Numbers['get']>>();
  const same = (a: Edit, b: Edit): boolean => a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
  for (const { edits, numbers: written = [] } of changes) {
    const fresh = edits.filter((edit) => !joined.some((other) => same(edit, other)));
    if (fresh.some((edit) => joined.some((other) => overlap(edit, other)))) continue;
    joined.push(...fresh);
    for (const [key, value] of written) numbers.set(key, value);
  }
  return { numbers, edits: inOrder(joined) };
}

const overlap = (a: Edit, b: Edit): boolean => a.span.start === b.span.start || (a.span.start < b.span.end && b.span.start < a.span.end);
