/** Groups the tokens of a paragraph into regions: the words before a number, or between two punctuation marks. */
import type { Phrases, Term } from '../phrases.ts';
import type { ProseToken } from './prose-tokens.ts';

export interface Region {
  /** Indices of its tokens, `to` exclusive; the token at `to` is the number or the mark that closes it. */
  readonly from: number;
  readonly to: number;
  readonly closer: ProseToken | undefined;
  /** Classes of all its words. */
  readonly classes: ReadonlySet<string>;
  /** Every word says nothing of its own between a term and its number. */
  readonly plain: boolean;
}

const CLOSERS: ReadonlySet<ProseToken['kind']> = new Set(['count', 'percent', 'comma', 'semicolon', 'stop', 'open', 'close']);

export function regionsOf(tokens: readonly ProseToken[]): Region[] {
  const regions: Region[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at++) {
    const closer = tokens[at];
    if (closer && !CLOSERS.has(closer.kind)) continue;
    let classes = NO_CLASSES;
    let plain = true;
    for (let own = from; own < at; own++) {
      const token = tokens[own] as ProseToken;
      if (plain && !isPlain(token)) plain = false;
      if (token.phrase) classes = union(classes, token.phrase.classes);
    }
    regions.push({ from, to: at, closer, classes, plain });
    from = at + 1;
  }
  return regions;
}

const NO_CLASSES: ReadonlySet<string> = new Set();

/** Most words bring nothing new, and then no set is made. */
function union(all: ReadonlySet<string>, more: ReadonlySet<string>): ReadonlySet<string> {
  if (all.size === 0) return more;
  for (const name of more) if (!all.has(name)) return new Set([...all, ...more]);
  return all;
}

/** Stands between a term and its number without changing what is counted. */
export function isPlain({ kind, phrase }: ProseToken): boolean {
  if (kind === 'colon' || kind === 'year') return true;
  if (!phrase) return false;
  return phrase.passes;
}

/** What the words directly before a number name. */
export interface Label {
  /** The nearest first; `joined` where 和 or 、 stands between it and the one before it. */
  readonly terms: readonly { readonly term: Term; readonly joined: boolean }[];
  /** A word names the thing counted. */
  readonly subject: string | null;
  /** Index of its first token. */
  readonly from: number;
}

/** Reads backwards from `to`, as far as words are known; `taken` are terms that belong to another number. */
export function labelBefore(tokens: readonly ProseToken[], from: number, to: number, taken: ReadonlySet<number>): Label {
  const terms: { term: Term; joined: boolean }[] = [];
  let subject: string | null = null;
  let joined = false;
  let at = to - 1;
  for (; at >= from; at--) {
    const token = tokens[at] as ProseToken;
    const term = token.phrase?.term;
    if (term && !taken.has(at)) {
      terms.push({ term, joined: joined && terms.length > 0 });
      joined = false;
    } else if (!isPlain(token)) break;
    if (token.phrase?.classes.has('and')) joined = true;
    if (token.phrase?.subject) subject ??= token.phrase.subject;
  }
  return { terms, subject, from: at + 1 };
}

/** What a claim is about: readings of rows and of columns of one table. */
export interface Aim {
  readonly table: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly lead: boolean;
  /** It counts all that the table counts, not a part of them. */
  readonly whole: boolean;
  readonly weak: boolean;
  readonly anyYear: boolean;
  /** Ids of its terms; none where only the subject names it. */
  readonly terms: readonly string[];
}

/** The thing that a stretch of prose speaks of; `foreign` is anything that the tables do not count. */
export type Subject = { readonly table: string; readonly rows?: readonly string[] } | 'foreign' | null;

/** Puts the terms of a label together; `null` where they contradict one another. */
export function aimOf(label: Pick<Label, 'terms'>, { classes }: Region, subject: Subject, phrases: Phrases): Aim | null {
  const [nearest] = label.terms;
  if (!nearest) return null;
  const { table } = nearest.term;
  let rows: readonly string[] | undefined;
  let columns: readonly string[] | undefined;
  const used: Term[] = [];
  for (const { term, joined } of label.terms) {
    if (term.table !== table) {
      // 收到行政复议: the verb belongs to the other table's words, and says whom it came to.
      if (term.anyTable && classes.has('topic')) continue;
      return null;
    }
    // 结转政府信息公开办理数量 1 件: a verb after an outcome says nothing more.
    if (term.rows && rows && !joined && !term.leads && used.every(({ leads }) => leads !== undefined)) {
      rows = term.rows;
      used.splice(0, used.length, term);
      continue;
    }
    const before = term.rows ? rows : columns;
    const own = (term.rows ?? term.columns) as readonly string[];
    let now: readonly string[] | undefined = before ?? own;
    if (before && joined) now = term.leads === 'verb' ? [...before, ...own] : sums(before, own);
    if (term.rows) rows = now;
    else columns = now;
    if (!before || joined) used.push(term);
  }
  const words = phrases.tables.get(table);
  const inherited = subject !== null && subject !== 'foreign' && subject.table === table ? subject.rows : undefined;
  rows ??= inherited ?? words?.defaultRows;
  columns ??= words?.defaultColumns;
  if (!rows || !columns) return null;
  return {
    table,
    rows,
    columns,
    lead: used.some(({ leads }) => leads !== undefined) || used.every((term) => term.columns !== undefined && inherited === undefined),
    whole: used.every(({ leads }) => leads === 'verb'),
    weak: used.some(({ weak }) => weak),
    anyYear: used.some(({ anyYear }) => anyYear),
    terms: used.map(({ id }) => id),
  };
}

const MOST_READINGS = 12;
const sums = (a: readonly string[], b: readonly string[]): string[] =>
  a.flatMap((one) => b.filter((other) => !sharesKey(one, other)).map((other) => `${other}+${one}`)).slice(0, MOST_READINGS);
/** 予以公开和部分公开: the second is not counted twice. */
const sharesKey = (a: string, b: string): boolean => a.split(/[+-]/).some((key) => b.split(/[+-]/).includes(key));
