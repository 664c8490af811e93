/**
 * Puts together what lines without separators hold: labels broken over lines and columns, and the numbers that belong
 * to them. A label begins above or beside its numbers and may end below; the labels of groups stand in between.
 */
import { joined, type LooseLayoutId, end as rowEnd, type Token, tableEnd } from '../../layout/token.ts';
import { HEADER, type Lexicon, ROW } from '../../statute/lexicon.ts';
import { isLineEnd } from '../../text/lines.ts';
import { MOST_DIGITS, readCell } from '../../text/numerals.ts';
import { isBoundRemark, keyOfToken, mayBeLabel, unnumberedKey } from './content.ts';
import { cutGlued, type GluedPart } from './glued.ts';

/** A word as far as it has been read, and the numbers that stand behind its beginning. */
interface Word {
  key: string;
  readonly pieces: Token[];
  readonly values: Token[];
  /** What it is or may become (`ROW`, `HEADER` …); 0 for text that is no statutory word. */
  bits: number;
}

// Words may stay unfinished for a while: a group's label stands in the middle of its rows.
const MOST_OPEN = 16;
const HAN = /[\u4e00-\u9fff]/;
// A longer piece that is no word is prose, and ends the table.
const LONGEST_WORD = 30;

/** Replaces the loose pieces among the tokens by cells and row ends, in the order in which rows begin. */
export function assemble(text: string, tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  if (!tokens.some(({ kind }) => kind === 'loose')) return tokens;
  const out: Token[] = [];
  let block: Token[] = [];
  const flush = (): void => {
    if (block.length > 0) assembleBlock(text, block, lexicon, out);
    block = [];
  };
  for (const token of tokens) {
    if (token.kind === 'loose') block.push(token);
    // Where every line may be a cell, a blank line ends no row.
    else if (block.length === 0 || token.kind !== 'end' || token.layout !== 'bare-lines') {
      flush();
      out.push(token);
    }
  }
  flush();
  return out;
}

function assembleBlock(text: string, block: readonly Token[], lexicon: Lexicon, out: Token[]): void {
  const { labels, beginnings } = lexicon;
  /** All words and runs of numbers, in the order in which they begin. */
  let words: Word[] = [];
  let open: Word | null = null;
  let last: Token | null = null;

  const start = (key: string, token: Token | null, bits: number): Word => {
    const word: Word = { key, pieces: token ? [token] : [], values: [], bits };
    words.push(word);
    return word;
  };
  const flush = (): void => {
    for (const word of words) emitWord(text, word, out);
    words = [];
    open = null;
  };
  const addValue = (token: Token): void => {
    open ??= start('', null, 0);
    if (open.values.length === 0) open = unfinishedBehind(open) ?? open;
    open.values.push(token);
  };
  /** A row's label that began behind a word and is not finished: the end of a group's label may stand in its line. */
  const unfinishedBehind = (word: Word): Word | undefined =>
    words
      .slice(words.lastIndexOf(word) + 1)
      .findLast(({ key, bits, values }) => bits & ROW && values.length === 0 && key !== '' && !labels.has(key));
  /** The word that goes on with `key`: the one just before, else the earliest unfinished one, as columns are read. */
  const extended = (key: string): Word | undefined => {
    const goesOn = (word: Word | undefined): boolean => Boolean(word?.key && beginnings.has(word.key + key));
    const latest = words[words.length - 1];
    if (latest?.pieces[latest.pieces.length - 1] === last && goesOn(latest)) return latest;
    const recent = words.slice(-MOST_OPEN);
    return recent.find((word) => !labels.has(word.key) && goesOn(word)) ?? recent.findLast(goesOn);
  };
  /** What the word makes of the numbers to come: a row takes them, a header ends the row above, a group does neither. */
  const turnTo = (word: Word): void => {
    const known = labels.get(word.key);
    word.bits = beginnings.get(word.key) ?? 0;
    if (word.bits & ROW) open = word;
    else if (known && word.bits & HEADER) open = null;
  };
  /** `3 其他`: a number of one or two digits at the beginning of its line that numbers the label behind it. */
  const numbered = (key: string, token: Token): string | null => {
    const number = open?.values[open.values.length - 1];
    if (!number || number !== last || !isSameLine(text, number, token) || !isFirst(text, number)) return null;
    const whole = text.slice(number.start, number.end) + key;
    return number.end - number.start <= 2 && labels.has(whole) ? whole : null;
  };
  const addText = (token: Token): void => {
    const key = mayBeLabel(text, token) ? keyOfToken(text, token) : '';
    if (!key) {
      if (HAN.test(text.slice(token.start, token.end))) addUnknown('', token);
      return;
    }
    const whole = numbered(key, token);
    if (whole) {
      const number = open?.values.pop() as Token;
      turnTo(start(whole, { ...token, start: number.start }, 0));
      return;
    }
    const word = extended(key);
    if (word) {
      word.key += key;
      word.pieces.push(token);
      turnTo(word);
      return;
    }
    const other = beginnings.has(key) ? key : unnumberedKey(text, token, key);
    if (beginnings.has(other)) turnTo(start(other, token, 0));
    else addUnknown(key, token);
  };
  const addUnknown = (key: string, token: Token): void => {
    const value = open?.values[open.values.length - 1];
    if (value && value === last && isSameLine(text, value, token) && isBoundRemark(text, token)) {
      (open as Word).values[(open as Word).values.length - 1] = { ...value, end: token.end };
      return;
    }
    const parts = cutGlued(text, token, key, lexicon);
    if (parts.length > 0) {
      addParts(parts);
    } else if (token.end - token.start > LONGEST_WORD) {
      flush();
      out.push(tableEnd('bare-lines', token.start));
    } else if (open && open.bits === 0 && open.values.length === 0 && open.pieces.length > 0) open.pieces.push(token);
    else open = start('', token, 0);
  };
  const addParts = (parts: readonly GluedPart[]): void => {
    for (const { kind, key, token } of parts) {
      if (kind === 'digits') addValue(token);
      else if (kind === 'label') turnTo(start(key, token, 0));
      else open = start('', token, 0);
    }
  };

  out.push(rowEnd('bare-lines', (block[0] as Token).start));
  for (const token of block) {
    if (isRun(text, token)) addValue({ ...token, layout: 'glued' });
    else if (isValue(text, token)) addValue(token);
    else addText(token);
    last = token;
  }
  flush();
}

/** More digits than any number has: several numbers without anything between them. */
const isRun = (text: string, { start, end }: Token): boolean => end - start > MOST_DIGITS && /^\d+$/.test(text.slice(start, end));

/** A number or a mark for none. What follows a number without space must not be the next row's label. */
function isValue(text: string, token: Token): boolean {
  // Asked of every sentence: all but a single character of Chinese is text.
  if (token.end - token.start > 1 && HAN.test(text.charAt(token.start))) return false;
  const content = readCell(text, token.start, token.end);
  if (content.kind === 'text') return false;
  if (content.kind === 'blank') return true;
  const rest = { ...token, start: content.span.end };
  return content.remark === '' || isBoundRemark(text, rest);
}

function emitWord(text: string, { pieces, values, bits }: Word, out: Token[]): void {
  if (values.length === 0 && bits === 0) return;
  const layout = layoutOf(text, pieces, values);
  const [first] = pieces;
  if (first) out.push(joined(text, layout, pieces, first.start));
  // Numbers without a label stand apart from the words above them.
  else out.push(rowEnd(layout, values[0]?.start ?? 0));
  for (const { start, end } of values) out.push({ kind: 'cell', layout, start, end });
  if (values.length > 0 || bits & ROW) out.push(rowEnd(layout, (values[values.length - 1] ?? first ?? { end: 0 }).end));
}

/** By where the numbers stand: each in a line of its own, in a line with their label, in columns. */
function layoutOf(text: string, pieces: readonly Token[], values: readonly Token[]): LooseLayoutId {
  const [first, second] = values;
  if (!first) return 'bare-lines';
  if (values.some(({ layout }) => layout === 'glued')) return 'glued';
  if (values.some(({ layout }) => layout === 'aligned')) return 'aligned';
  const before = second ? first : pieces[pieces.length - 1];
  const behind = second ?? first;
  if (!before || !isSameLine(text, before, behind)) return 'bare-lines';
  return 'raw';
}

/** Whether no line ends between two pieces that stand one after another. */
function isSameLine(text: string, a: Token, b: Token): boolean {
  for (let at = a.end; at < b.start; at++) if (isLineEnd(text.charCodeAt(at))) return false;
  return true;
}

/** Whether nothing but white space stands before the piece in its line. */
function isFirst(text: string, { start }: Token): boolean {
  let at = start;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\u3000')) at--;
  return at === 0 || isLineEnd(text.charCodeAt(at - 1));
}
