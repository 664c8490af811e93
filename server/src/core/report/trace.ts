/** What the reader saw of a text and why it judged each row as it did, as lines for whoever works on it. */

import { keysOf } from '../layout/content.ts';
import { lex } from '../layout/lex.ts';
import type { Token } from '../layout/token.ts';
import type { Lexicon } from '../statute/lexicon.ts';
import { type Lines, positionAt, splitLines } from '../text/lines.ts';
import { chooseRows } from './rows/choose-rows.ts';
import { type ChosenRow, REASONS } from './rows/fit.ts';
import { walk } from './rows/walk.ts';
import { findHeadings, sectionsOf } from './sections.ts';
import { assemble } from './words/assemble.ts';
import { classify } from './words/classify.ts';

const LONGEST = 40;

/** Sections, tokens, words and rows of the whole text as one report, under the forms of the lexicon. */
export function* trace(text: string, lexicon: Lexicon): Generator<string> {
  const lines = splitLines(text);
  const at = placesOf(lines);
  const shown = (cell: Token): string => JSON.stringify(text.slice(cell.ink.start, Math.min(cell.ink.end, cell.ink.start + LONGEST)));
  const { tokens, paragraphs } = lex(lines);
  const headings = findHeadings({ text, paragraphs, keys: keysOf(text, paragraphs), lexicon });
  const sections = sectionsOf(headings, text.length);
  yield '── sections';
  for (const { id, heading } of sections) yield `${at(heading.start)} ${id}`;
  yield '── tokens: place, kind, layout, text';
  for (const cell of tokens) yield `${at(cell.start)} ${cell.kind} ${cell.layout} ${shown(cell)}`;
  const { tables } = classify(assemble(tokens, lexicon), sections, lexicon);
  for (const [id, items] of tables) {
    yield `── words of ${id}: place, what it is, text`;
    for (const { cell, meanings, apart } of items) {
      const { kind } = cell;
      const what = kind !== 'cell' ? kind : meanings ? [...new Set(meanings.map((entry) => entry.kind))].join('/') : cell.holds;
      yield `${at(cell.start)} ${apart ? '(apart) ' : ''}${what} ${shown(cell)}`;
    }
    for (const form of lexicon.forms) {
      const spec = form.tables.find((table) => table.id === id);
      if (!spec) continue;
      const { rows, duplicates, layout, scrambled } = chooseRows(walk(items, spec), spec);
      yield `── rows of ${id} by the form of ${form.id}${scrambled ? ': scrambled, nothing is read' : ''} (${layout})`;
      for (const [index, chosen] of rows.entries()) yield `${verdict(chosen)} ${spec.rows[index]?.key}`;
      for (const chosen of duplicates) yield `${verdict(chosen)} ${chosen.row.spec.key} (once more)`;
    }
  }

  function verdict(chosen: ChosenRow | undefined): string {
    if (!chosen) return '-      missing: no such label stands in the text';
    const { row, fitted, claimed } = chosen;
    const words = claimed ? ', in words that no form has' : '';
    return `${at(row.label.start)} ${fitted.kind}: ${REASONS[fitted.reason]}${words} [${row.values.map(shown).join(' ')}]`;
  }
}

const placesOf =
  (lines: Lines) =>
  (offset: number): string => {
    const { line, character } = positionAt(lines, offset);
    return `${line + 1}:${character + 1}`.padEnd(7);
  };
