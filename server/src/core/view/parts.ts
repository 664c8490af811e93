/** The words of a table as they stand in the text: a label broken over several lines or columns is in several places. */
import { LAYOUTS } from '../layout/layouts.ts';
import type { BoundTable, FoundWord } from '../report/report.ts';

// Between the pieces stand borders, blanks and the numbers of the row.
const PIECES = /[^\s|│┃+=─━\d-]+/g;

/**
 * The word itself, or each of its pieces as a word. Markup breaks a label, too, but leaves it in one place: `<b>一</b>、` is
 * taken as it stands.
 */
export function partsOf(text: string, { layout }: BoundTable, word: FoundWord): readonly FoundWord[] {
  if (!word.broken || LAYOUTS[layout].markup) return [word];
  const { start, end } = word.span;
  const parts: FoundWord[] = [];
  for (const { 0: piece, index } of text.slice(start, end).matchAll(PIECES))
    if (word.entry.label.includes(piece)) parts.push({ ...word, span: { start: start + index, end: start + index + piece.length } });
  return parts.length > 0 ? parts : [word];
}
