/** Whether a text is a report, and of which kind: what speaks for it, and what against. */
import type { Form } from '../statute/form.ts';
import type { Lexicon } from '../statute/lexicon.ts';
import { withoutNumber } from '../text/normalise.ts';
import type { Standing } from './identity.ts';
import { type BoundRow, type BoundTable, largestOf, type Section } from './report.ts';
import type { Classified } from './words/classify.ts';

/** What speaks for a report. */
export interface Evidence {
  /** Rows of its tables: those with their numbers or as many blanks as are due, those with a number, and all whose label is known. */
  readonly rows: { readonly filledIn: number; readonly numbered: number; readonly labelled: number };
  /** Counts the numbers among the words of its tables, read or not: asked only where the rows do not tell. */
  readonly numbers: () => number;
  readonly sections: number;
  readonly standing: Standing;
}

function rowsIn(tables: readonly BoundTable[]): Evidence['rows'] {
  const rows = tables.flatMap((table) => table.rows.filter((row) => row !== undefined));
  return { filledIn: rows.filter(isFilledIn).length, numbered: rows.filter(hasNumber).length, labelled: rows.length };
}

const hasNumber = ({ cells }: BoundRow): boolean => cells.some(({ state }) => state === 'number');

/** A row of a report, not a row of a text about such reports: it has its numbers, or as many blanks as are due. */
const isFilledIn = (row: BoundRow): boolean => hasNumber(row) || row.cells.every(({ state }) => state === 'blank');

function numbersIn(classified: Classified, tables: readonly BoundTable[]): number {
  const items = tables.flatMap(({ spec }) => classified.tables.get(spec.id) ?? []);
  return items.filter(({ cell, meanings }) => !meanings && cell.kind === 'cell' && cell.holds === 'number').length;
}

export const evidenceOf = (
  classified: Classified,
  tables: readonly BoundTable[],
  sections: readonly Section[],
  standing: Standing,
): Evidence => ({ rows: rowsIn(tables), numbers: () => numbersIn(classified, tables), sections: sections.length, standing });

const MANY_ROWS = 8;
const MANY_SECTIONS = 4;

/** No other text has so many rows, or so many of the headings. */
const isPlain = ({ rows, sections }: Evidence): boolean => rows.filledIn >= MANY_ROWS || sections >= MANY_SECTIONS;

/** A text is a report for the numbers in its tables, with a title or headings; or for its title and most of its headings. */
export function isReport(evidence: Evidence): boolean {
  const { rows, numbers, sections, standing } = evidence;
  // The notice's own form has all tables, all of them blank; papers that ask for reports have all headings.
  if (rows.numbered === 0 && numbers() === 0) return standing === 'named' && isPlain(evidence);
  if (isPlain(evidence)) return true;
  // Nobody can say which number is which, but a number follows every other label.
  if (rows.labelled >= MANY_ROWS && numbers() * 2 >= rows.labelled) return true;
  return (standing === 'unnamed' ? 0 : 2) + Math.min(sections, 3) + (rows.filledIn > 0 ? 1 : 0) >= 3;
}

/**
 * Whether a text is of an edition that was refused: it has more of its words than of all sound ones. Where nobody knows
 * all words of such an edition, it takes more than a row or two to be of another.
 */
export function isRefused(evidence: Evidence, keys: () => readonly string[], { rejected, labels, sections }: Lexicon): boolean {
  if (rejected.length === 0) return false;
  const written = new Set(keys().filter((key) => key !== ''));
  const count = (isKnown: (key: string) => boolean): number =>
    [...written].filter((key) => isKnown(key) || isKnown(withoutNumber(key))).length;
  const known = count((key) => labels.has(key) || sections.has(key));
  if (rejected.some(({ words }) => count((key) => words.has(key)) > known)) return true;
  return rejected.some(({ whole }) => !whole) && !isPlain(evidence);
}

/** The forms of the kind of report that this is: that of most of its tables and headings, else that of its largest table, else the first. */
export function formsOfKind(tables: readonly BoundTable[], sections: readonly Section[], forms: readonly Form[]): readonly Form[] {
  const kinds = [...new Set([largestOf(tables)?.form.kind, ...forms.map(({ kind }) => kind)])].filter((kind) => kind !== undefined);
  const [, second] = kinds;
  if (second === undefined) return forms;
  const ofKind = kinds.map((kind) => forms.filter((form) => form.kind === kind));
  const counts = ofKind.map((own) => {
    const known = new Set(own.flatMap(({ edition }) => edition.sections.map(({ id }) => id)));
    return tables.filter(({ form }) => own.includes(form)).length + sections.filter(({ id }) => known.has(id)).length;
  });
  return ofKind[counts.indexOf(Math.max(...counts))] ?? forms;
}
