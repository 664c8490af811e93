/** Exhaustive lists in prose: a total and all its parts (共 467 条，其中 … 其他 95 条), whose sum must be the total. */

import type { Span } from '../../text/span.ts';
import type { Partition, PhraseData, Phrases } from '../phrases.ts';
import type { ProseParagraph } from '../prose-paragraph.ts';
import type { ListClaim } from './claim.ts';
import type { ProseToken } from './prose-tokens.ts';
import type { Region } from './regions.ts';

/** A count of the paragraph, with the words before it. */
interface Item {
  readonly token: ProseToken;
  readonly region: number;
  /** Its place among the counts. */
  readonly index: number;
  readonly words: string;
  readonly depth: number;
  readonly sentence: number;
  /** Which part of the sentence, between semicolons. */
  readonly clause: number;
  /** 其中 or the like stands between it and the count before it. */
  readonly opens: boolean;
  /** 含, 包括: a part of the part before it. */
  readonly nested: boolean;
  /** A term of the tables stands in its words (其他处理, 法人或其他组织). */
  readonly named: boolean;
  readonly usable: boolean;
}

/** What the last part is called: 其他信息, 发布其他各类信息; not 转其他部门. */
const REST = /^[、和及]?(?:以及)?(?:发布|公开|推送|更新|办理|收到)?(?:各类|的)?(?:其他|其它|其余)/;
const SPOILING = ['change', 'approximate', 'each'];
/** Looks no further back, so that time stays linear. */
const MOST_PARTS = 30;

export function readLists(
  paragraph: ProseParagraph,
  tokens: readonly ProseToken[],
  regions: readonly Region[],
  phrases: Phrases,
): ListClaim[] {
  const items = itemsOf(paragraph.text, tokens, regions, phrases.data);
  if (items.length < 3) return [];
  const lists: ListClaim[] = [];
  const totals = new Set<Item>();
  const add = (list: List | null): void => {
    if (!list || totals.has(list.total)) return;
    totals.add(list.total);
    const claim = claimOf(paragraph, list, phrases);
    if (claim) lists.push(claim);
  };
  items.forEach((item, at) => {
    if (!item.named && REST.test(item.words)) add(listEndingAt(items, at, regions, tokens));
  });
  for (const partition of phrases.data.partitions) {
    for (let at = 1; at < items.length; at++) {
      const list = partitionFrom(items, at, partition);
      if (!list) continue;
      add(list);
      at += list.parts.length - 1;
    }
  }
  return lists;
}

interface List {
  readonly total: Item;
  readonly parts: readonly Item[];
  /** A sum below the total may be right. */
  readonly open: boolean;
  /** Other ways to read the parts. */
  readonly further: readonly (readonly Item[])[];
  /** 建议 15 件、提案 20 件，其中主办 25 件: the counts before the total, which may be meant together with it. */
  readonly besides: readonly Item[];
}

function itemsOf(text: string, tokens: readonly ProseToken[], regions: readonly Region[], { listUnits, rest }: PhraseData): Item[] {
  const items: Item[] = [];
  let sentence = 0;
  let clause = 0;
  let opens = false;
  let nested = false;
  let words = '';
  regions.forEach((region, index) => {
    const { closer, classes, from, to } = region;
    if (classes.has('list')) opens = true;
    if (classes.has('contains')) nested = true;
    words += to > from ? text.slice(tokens[from]?.start, tokens[to - 1]?.end) : '';
    if (closer?.kind === 'count' && closer.number) {
      const { vague, decimals } = closer.number;
      const usable =
        listUnits.includes(closer.number.unit) &&
        !vague &&
        decimals === 0 &&
        closer.number.step === 1 &&
        !SPOILING.some((name) => classes.has(name));
      const named = tokens.slice(from, to).some(({ phrase }) => phrase?.term && rest.some((word) => phrase.text.includes(word)));
      items.push({
        token: closer,
        region: index,
        index: items.length,
        words,
        depth: closer.depth,
        sentence,
        clause,
        opens,
        nested,
        named,
        usable,
      });
      opens = false;
      nested = false;
      words = '';
    } else if (closer?.kind === 'stop') {
      sentence++;
      clause++;
      words = '';
    } else if (closer?.kind === 'semicolon') {
      clause++;
      words = '';
    } else if (closer?.kind === 'comma' || closer?.kind === 'close') words = '';
    else if (closer?.kind === 'open') {
      opens = true;
      words = '';
    }
  });
  return items;
}

const unitOf = ({ token }: Item): string => token.number?.unit ?? '';
const countOf = ({ token }: Item): number => token.number?.value ?? 0;

/** The list whose last part is called 其他: back to the word that opens it, and the count before that word. */
function listEndingAt(items: readonly Item[], last: number, regions: readonly Region[], tokens: readonly ProseToken[]): List | null {
  const end = items[last] as Item;
  const parts: Item[] = [end];
  for (let at = last; at > 0 && last - at <= MOST_PARTS; at--) {
    const item = items[at] as Item;
    if (item.sentence !== end.sentence || item.depth < end.depth) return null;
    if (item.depth > end.depth) continue;
    if (item !== end) parts.unshift(item);
    if (!item.opens) continue;
    const total = items
      .slice(Math.max(0, at - MOST_PARTS), at)
      .findLast((one) => one.depth <= end.depth && unitOf(one) === unitOf(end) && one.usable);
    if (!total || total.sentence < end.sentence - 1 || parts.length < 2) return null;
    // A count of something else stands between.
    if (
      items[at - 1] !== total &&
      items.slice(items.indexOf(total, Math.max(0, at - MOST_PARTS)) + 1, at).some((one) => one.depth <= total.depth && one.usable)
    )
      return null;
    if (parts.some((part) => !part.usable || unitOf(part) !== unitOf(end))) return null;
    return goesOn(items, last, regions, tokens) ? null : { total, parts, open: false, further: [], besides: besidesOf(items, total) };
  }
  return null;
}

/** 等 after the last part, or more of the same kind: the list does not end there. */
function goesOn(items: readonly Item[], last: number, regions: readonly Region[], tokens: readonly ProseToken[]): boolean {
  const end = items[last] as Item;
  const after = regions[end.region + 1];
  const first = after ? tokens[after.from] : undefined;
  if (first && after && after.from < after.to && first.kind === 'text') return true;
  const next = items[last + 1];
  return (
    next !== undefined &&
    next.sentence === end.sentence &&
    next.clause === end.clause &&
    next.depth === end.depth &&
    unitOf(next) === unitOf(end)
  );
}

const besidesOf = (items: readonly Item[], total: Item): Item[] => {
  const at = total.index;
  return items.slice(Math.max(0, at - 4), at).filter((item) => item.sentence === total.sentence && unitOf(item) === unitOf(total));
};

/** Counts one after the other that are named as parts of one whole, with the whole before them. */
function partitionFrom(items: readonly Item[], first: number, { parts: names, kind, of }: Partition): List | null {
  const namesIn = ({ words }: Item): string[] => names.filter((name) => words.includes(name));
  const start = items[first] as Item;
  if (namesIn(start).length !== 1) return null;
  const total = items
    .slice(Math.max(0, first - MOST_PARTS), first)
    .findLast((item) => item.depth <= start.depth && item.usable && unitOf(item) === unitOf(start));
  if (!total || total.sentence < start.sentence - 1) return null;
  const named = namesIn(total).length;
  if (named === 1) return null;
  const follows = items[first - 1] === total && total.clause === start.clause && kind === 'whole';
  if (!(start.opens || follows || (named > 1 && total.sentence === start.sentence))) return null;
  const parts: Item[] = [];
  for (let at = first; at < Math.min(items.length, first + MOST_PARTS); at++) {
    const item = items[at] as Item;
    if (item.sentence !== start.sentence || item.depth < start.depth) break;
    if (item.depth > start.depth) continue;
    const own = namesIn(item).length;
    if (own > 1) break;
    if (own === 0) {
      // A part of the part before it, named otherwise.
      if (kind === 'whole' && named > 1) continue;
      break;
    }
    if (!item.usable || unitOf(item) !== unitOf(start)) return null;
    parts.push(item);
  }
  if (of && ![total, ...parts].some(({ words }) => words.includes(of))) return null;
  const seen = new Set(parts.flatMap(namesIn));
  if (seen.size < 2) return null;
  const firsts = parts.filter((part, index) => parts.findIndex((one) => namesIn(one)[0] === namesIn(part)[0]) === index);
  return { total, parts, open: kind === 'open', further: [firsts], besides: besidesOf(items, total) };
}

/** The claim of a list that does not add up; `null` where any way to read it does. */
function claimOf(paragraph: ProseParagraph, { total, parts, open, further, besides }: List, phrases: Phrases): ListClaim | null {
  const sum = (items: readonly Item[]): number => items.reduce((all, item) => all + countOf(item), 0);
  const due = countOf(total);
  const clauses = parts.filter((part, index) => index === 0 || part.clause !== parts[index - 1]?.clause);
  const readings = [parts, parts.filter(({ nested }, index) => index === 0 || !nested), clauses, ...further];
  const dues = [due, ...besides.map((_, index) => due + sum(besides.slice(index)))];
  if (readings.some((reading) => reading.length > 1 && dues.includes(sum(reading)))) return null;
  const whole = sum(parts);
  const overlaps = parts.some(({ words }) => phrases.data.overlapping.some((word) => words.includes(word)));
  if (overlaps && !open) return null;
  const number = (item: Item): { span: Span; value: number } => ({
    span: paragraph.spanOf(item.token.start, item.token.number?.end ?? item.token.end),
    value: countOf(item),
  });
  const last = parts[parts.length - 1] as Item;
  return {
    kind: 'list',
    quote: paragraph.text.slice(total.token.start, last.token.end),
    weak: open && whole < due,
    total: number(total),
    parts: parts.map(number),
    sum: whole,
  };
}
