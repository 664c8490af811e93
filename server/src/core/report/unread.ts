/** Lines inside a table that look like rows of it and are none of the form’s: nothing of them is read, nor is a total over them judged. */
import { LAYOUTS } from '../layout/layouts.ts';
import { memo } from '../text/memo.ts';
import { merged, type Span, uncovered } from '../text/span.ts';
import type { BoundTable } from './report.ts';

const TAGS = /<\/?(?:td|th)\b[^<>]*>/gi;
const OTHER_TAGS = /<[^<>]*>/g;
const LABEL = /^[（(]?\p{Script=Han}/u;
const HAN = /\p{Script=Han}/u;
const NUMBER = /^-?[\d,]{1,18}(?:\.\d{1,6})?$/;
const LONGEST_LABEL = 40;

/** A label and then numbers alone. */
function isRow(line: string, separator: string): boolean {
  const cells = line
    .split(separator)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  const [label = '', ...numbers] = cells;
  return numbers.length > 0 && label.length <= LONGEST_LABEL && LABEL.test(label) && numbers.every((number) => NUMBER.test(number));
}

/** In layouts of which a line is a row. */
export const unreadRows = memo((text: string, { layout, span, rows, duplicates, words }: BoundTable): readonly Span[] => {
  const html = LAYOUTS[layout].markup;
  const separator = html ? '\t' : LAYOUTS[layout].separator;
  if (separator === null) return [];
  const mayHold = ({ start, end }: Span): boolean => {
    const written = text.slice(start, end);
    // Nearly all are a separator or a line end, or the tags of one.
    if (!/\d/.test(written) || !HAN.test(written)) return false;
    if (!html) return true;
    const shown = written.replace(OTHER_TAGS, '');
    return /\d/.test(shown) && HAN.test(shown);
  };
  const ofRows = [...rows.flatMap((row) => row?.span ?? []), ...duplicates.map((row) => row.span)];
  if (!uncovered(span, merged(ofRows)).some(mayHold)) return [];
  const read = merged(ofRows.concat(words.map((word) => word.span)));
  return uncovered(span, read).flatMap((gap) => {
    const written = text.slice(gap.start, gap.end);
    if (!mayHold(gap)) return [];
    const found: Span[] = [];
    let at = gap.start;
    for (const line of written.split(html ? /<\/tr\s*>/i : /\r\n|\n|\r/)) {
      const start = text.indexOf(line, at);
      at = start + line.length;
      if (isRow(html ? line.replace(TAGS, '\t').replace(OTHER_TAGS, '') : line, separator)) found.push({ start, end: at });
    }
    return found;
  });
});
