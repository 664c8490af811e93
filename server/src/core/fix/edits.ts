/** Applies edits to a text, and joins fixes that do not touch one another. */
import type { Edit, Fix } from '../finding/finding.ts';

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

/** The edits of as many fixes as can be applied together; a fix that overlaps an earlier one is left out whole. */
export function joinFixes(fixes: readonly Fix[]): Edit[] {
  const joined: Edit[] = [];
  const same = (a: Edit, b: Edit): boolean => a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
  for (const { edits } of fixes) {
    const fresh = edits.filter((edit) => !joined.some((other) => same(edit, other)));
    if (!fresh.some((edit) => joined.some((other) => overlap(edit, other)))) joined.push(...fresh);
  }
  return inOrder(joined);
}

const overlap = (a: Edit, b: Edit): boolean => a.span.start === b.span.start || (a.span.start < b.span.end && b.span.start < a.span.end);
