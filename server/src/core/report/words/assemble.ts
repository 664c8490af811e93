/**
 * Puts together what lines without separators hold: labels broken over lines and columns, and the numbers that belong
 * to them. A label begins above or beside its numbers and may end below; the labels of groups stand in between.
 */

import { isBoundRemark } from '../../layout/content.ts';
import { LAYOUTS, type LooseLayoutId } from '../../layout/layouts.ts';
import { joined, type Place, end as rowEnd, type Token, tableEnd } from '../../layout/token.ts';
import { HEADER, type Lexicon, ROW, type WordBeginning } from '../../statute/lexicon.ts';
import { MOST_DIGITS } from '../../text/numerals.ts';
import { cutGlued, type GluedPart } from './glued.ts';
import { begin, goOn, NO_WORD } from './word-cursor.ts';

/** A word as far as it has been read, and the numbers that stand after its beginning. */
interface Word {
  cursor: WordBeginning;
  readonly pieces: Token[];
  readonly values: Token[];
}

// Words may stay unfinished for a while: a group's label stands in the middle of its rows.
const MOST_OPEN = 16;
const HAN = /[\u4e00-\u9fff]/;
// A longer piece that is no word is prose, and ends the table.
const LONGEST_WORD = 30;

/** Replaces the loose pieces among the cells by cells and row ends, in the order in which rows begin. */
export function assemble(cells: readonly Token[], lexicon: Lexicon): readonly Token[] {
  if (!cells.some(({ kind }) => kind === 'loose')) return cells;
  const out: Token[] = [];
  let block: Token[] = [];
  const flush = (): void => {
    if (block.length > 0) new Assembly(lexicon, out).read(block);
    block = [];
  };
  for (const cell of cells) {
    const { kind, layout } = cell;
    if (kind === 'loose') block.push(cell);
    // Where every line may be a cell, a blank line ends no row.
    else if (block.length === 0 || kind !== 'end' || !LAYOUTS[layout].anyLine) {
      flush();
      out.push(cell);
    }
  }
  flush();
  return out;
}

/** The words of one block, in the order in which they begin, and the one whose numbers are due. */
class Assembly {
  private words: Word[] = [];
  private open: Word | null = null;
  private last: Token | null = null;
  private readonly lexicon: Lexicon;
  private readonly out: Token[];

  constructor(lexicon: Lexicon, out: Token[]) {
    this.lexicon = lexicon;
    this.out = out;
  }

  read(block: readonly Token[]): void {
    const { text, start } = block[0] as Token;
    this.out.push(rowEnd(text, 'bare-lines', start));
    for (const cell of withGluedLines(block, this.lexicon)) {
      // More digits than any number has: several numbers without anything between them.
      if (cell.isProse) this.addWords(cell);
      else if (cell.digits.length > MOST_DIGITS) this.addValue(cell.over(cell.start, cell.end, 'glued'));
      else if (this.isValue(cell)) this.addValue(cell);
      else this.addWords(cell);
      this.last = cell;
    }
    this.flush();
  }

  private flush(): void {
    for (const word of this.words) this.emitWord(word);
    this.words = [];
    this.open = null;
  }

  private start(cursor: WordBeginning, piece: Token | null): Word {
    const word: Word = { cursor, pieces: piece ? [piece] : [], values: [] };
    this.words.push(word);
    return word;
  }

  /** A number or a mark for none. What follows a number without space must not be the next row's label. */
  private isValue({ text, end, content }: Token): boolean {
    if (content.kind !== 'number') return content.kind === 'blank';
    return content.remark === '' || isBoundRemark(text, { start: content.span.end, end });
  }

  private addValue(value: Token): void {
    this.open ??= this.start(NO_WORD, null);
    if (this.open.values.length === 0) this.open = this.unfinishedAfter(this.open) ?? this.open;
    this.open.values.push(value);
  }

  /** A row's label that began after a word and is not finished: the end of a group's label may stand in its line. */
  private unfinishedAfter(word: Word): Word | undefined {
    return this.words
      .slice(this.words.lastIndexOf(word) + 1)
      .findLast(({ cursor: { bits, meanings }, values }) => bits & ROW && values.length === 0 && !meanings);
  }

  /** The word that goes on with `key`: the one just before, else the earliest unfinished one, as columns are read. */
  private extended(key: string): readonly [Word, WordBeginning] | null {
    const latest = this.words[this.words.length - 1];
    const next = latest?.pieces[latest.pieces.length - 1] === this.last ? this.goOn(latest, key) : null;
    if (latest && next) return [latest, next];
    const oldest = Math.max(0, this.words.length - MOST_OPEN);
    for (let index = oldest; index < this.words.length; index++) {
      const word = this.words[index] as Word;
      const longer = word.cursor.meanings ? null : this.goOn(word, key);
      if (longer) return [word, longer];
    }
    for (let index = this.words.length - 1; index >= oldest; index--) {
      const word = this.words[index] as Word;
      const longer = this.goOn(word, key);
      if (longer) return [word, longer];
    }
    return null;
  }

  /** What was no word does not become one. */
  private goOn(word: Word | undefined, key: string): WordBeginning | null {
    return word && word.cursor.key !== '' ? goOn(word.cursor, key, this.lexicon) : null;
  }

  /** What the word makes of the numbers to come: a row takes them, a header ends the row above, a group does neither. */
  private turnTo(word: Word): void {
    const { bits, meanings } = word.cursor;
    if (bits & ROW) this.open = word;
    else if (meanings && bits & HEADER) this.open = null;
  }

  /** `3 其他`: a number of one or two digits at the beginning of its line that numbers the label after it. */
  private numbered({ key, place }: Token): WordBeginning | null {
    const number = this.lastValue();
    if (!number || number !== this.last || number.place.line !== place.line || number.place.indent < 0) return null;
    const whole = begin(number.written + key, this.lexicon);
    return number.written.length <= 2 && whole.meanings ? whole : null;
  }

  private lastValue(): Token | undefined {
    return this.open?.values[this.open.values.length - 1];
  }

  private addWords(cell: Token): void {
    const { key } = cell;
    if (!key) {
      if (HAN.test(cell.written)) this.addUnknown(cell);
      return;
    }
    const whole = this.numbered(cell);
    if (whole) {
      const number = (this.open as Word).values.pop() as Token;
      this.turnTo(this.start(whole, cell.over(number.start, cell.end)));
      return;
    }
    const [word, longer] = this.extended(key) ?? [];
    if (word && longer) {
      word.cursor = longer;
      word.pieces.push(cell);
      this.turnTo(word);
      return;
    }
    const own = begin(key, this.lexicon);
    const fresh = own === NO_WORD ? begin(cell.unnumbered, this.lexicon) : own;
    if (fresh === NO_WORD) this.addUnknown(cell);
    else this.turnTo(this.start(fresh, cell));
  }

  private addUnknown(cell: Token): void {
    const value = this.lastValue();
    if (value && value === this.last && value.place.line === cell.place.line && isBoundRemark(cell.text, cell)) {
      const values = (this.open as Word).values;
      values[values.length - 1] = value.over(value.start, cell.end);
      return;
    }
    const parts = cutGlued(cell, this.lexicon);
    if (parts.length > 0) this.addParts(parts);
    else if (cell.end - cell.start > LONGEST_WORD) {
      this.flush();
      this.out.push(tableEnd(cell.text, 'bare-lines', cell.start));
    } else if (this.open?.cursor === NO_WORD && this.open.values.length === 0 && this.open.pieces.length > 0) this.open.pieces.push(cell);
    else this.open = this.start(NO_WORD, cell);
  }

  private addParts(parts: readonly GluedPart[]): void {
    for (const { kind, key, token: cell } of parts) {
      if (kind === 'digits') this.addValue(cell);
      else if (kind === 'label') this.turnTo(this.start(begin(key, this.lexicon), cell));
      else this.open = this.start(NO_WORD, cell);
    }
  }

  private emitWord({ pieces, values, cursor: { bits } }: Word): void {
    if (values.length === 0 && bits === 0) return;
    const layout = layoutOf(pieces, values);
    const [first] = pieces;
    const numbers = standing(bits ? pieces : [], values);
    const alone = standing([], values);
    const { text } = (first ?? values[0]) as Token;
    if (first && pieces.length === 1) this.out.push(first.as('cell', layout, numbers));
    else if (first) this.out.push(joined(text, layout, pieces, first.start).at({ numbers }));
    // Numbers without a label stand apart from the words above them.
    else this.out.push(rowEnd(text, layout, values[0]?.start ?? 0));
    for (const value of values) this.out.push(value.as('cell', layout, alone));
    if (values.length > 0 || bits & ROW) this.out.push(rowEnd(text, layout, (values[values.length - 1] ?? first)?.end ?? 0));
  }
}

/** A label, or the bracket after it, and a digit that sticks to it. */
const STICKS = /[\u4e00-\u9fff）)”"]\d/;
// `规章0`
const SHORTEST_GLUED = 3;

/** Where one piece of a line is glued, the spaces in the line say nothing: the line is one piece. */
function withGluedLines(block: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const out: Token[] = [];
  for (let from = 0; from < block.length; ) {
    const first = block[from] as Token;
    let to = from + 1;
    while (block[to]?.place.line === first.place.line) to++;
    const pieces = to - from > 1 ? block.slice(from, to) : [first];
    const last = block[to - 1] as Token;
    if (to - from > 1 && pieces.some((piece) => isGlued(piece, lexicon))) out.push(first.over(first.start, last.end));
    else out.push(...pieces);
    from = to;
  }
  return out;
}

/** Labels with their digits. */
const isGlued = (piece: Token, lexicon: Lexicon): boolean =>
  piece.end - piece.start >= SHORTEST_GLUED && STICKS.test(piece.written) && cutGlued(piece, lexicon).some(({ kind }) => kind === 'digits');

/** By where the numbers stand: each in a line of its own, in a line with their label, in columns. */
function layoutOf(pieces: readonly Token[], values: readonly Token[]): LooseLayoutId {
  const [first, second] = values;
  if (!first) return 'bare-lines';
  if (values.some(({ layout }) => LAYOUTS[layout].runs)) return 'glued';
  if (values.some(({ layout }) => LAYOUTS[layout].columns) || isStaggered(values)) return 'aligned';
  const before = second ? first : pieces[pieces.length - 1];
  return before && before.place.line === (second ?? first).place.line ? 'raw' : 'bare-lines';
}

/**
 * Whether lines of numbers alone stand in different columns: none is above all others. In one column, be it set left,
 * right or centred, all have a place of the line in common.
 */
function isStaggered(values: readonly Token[]): boolean {
  if (values.length < 2) return false;
  let [from, to] = [0, Number.POSITIVE_INFINITY];
  /** The first number of a line of numbers alone, and the end of its last. */
  let first: Token | null = null;
  let end = 0;
  const close = (): void => {
    if (first === null || first.place.indent < 0) return;
    from = Math.max(from, first.place.indent);
    to = Math.min(to, first.place.indent + end - first.start);
  };
  for (const token of values) {
    if (first?.place.line !== token.place.line || first === null) {
      close();
      first = token;
    }
    end = token.end;
  }
  close();
  return from > to;
}

/** How the numbers of a row stand to the lines of its label (`Place.numbers`). */
function standing(label: readonly Token[], values: readonly Token[]): Place['numbers'] {
  const lines = values.map(({ place }) => place.line);
  const [line] = lines;
  if (line === undefined) return null;
  const [from = line, to = line] = [label[0]?.place.line, label[label.length - 1]?.place.line];
  if (line > to || lines.some((other) => other !== line)) return 'torn';
  return line > from ? 'late' : null;
}
