/** Statements without a number: 未收到政府信息公开申请, 均获维持, 全部办结. */

import type { Phrases, Term } from '../phrases.ts';
import type { CountClaim, Measure } from './claim.ts';
import type { ProseToken } from './prose-tokens.ts';
import { isPlain, type Region, type Subject } from './regions.ts';

interface StatementContext {
  readonly subject: Subject;
  /** Disputes spoken of are about disclosure. */
  readonly topical: boolean;
  /** Another year, a part of one, or another body is spoken of. */
  readonly spoilt: boolean;
  /** Whether the words that begin at a place are said of another body. */
  readonly isForeign: (from: number) => boolean;
  readonly weak: boolean;
  /** The claim of the number before, if it made one. */
  readonly last: CountClaim | null;
  /** The number before counted something else. */
  readonly restricted: boolean;
  /** Classes of the words of the sentence. */
  readonly sentence: ReadonlySet<string>;
  /** Whether the prose says itself that the rows are not 0. */
  readonly denied: (measure: Measure) => boolean;
}

interface Statement {
  readonly kind: 'none';
  readonly measures: readonly Measure[];
  readonly from: number;
  readonly to: number;
  readonly weak: boolean;
}

/** No statement is longer, in words; bounded, so that time stays linear. */
const LONGEST = 30;

export function readStatements(
  text: string,
  tokens: readonly ProseToken[],
  region: Region,
  phrases: Phrases,
  context: StatementContext,
): Statement[] {
  if (context.spoilt || context.sentence.has('except') || region.classes.has('future') || region.classes.has('rate')) return [];
  const found: Statement[] = [];
  for (let at = region.from; at < region.to; at++) {
    const classes = tokens[at]?.phrase?.classes;
    const statement = classes?.has('none')
      ? noneAt(text, tokens, region, at, phrases, context)
      : classes?.has('all')
        ? allAt(tokens, region, at, phrases, context)
        : null;
    if (!statement) continue;
    found.push(statement.said);
    at = statement.last;
  }
  return found;
}

interface Found {
  readonly said: Statement;
  readonly last: number;
}

// 如无, 对没有, 若无: no statement of fact.
const SUPPOSING = /[如若对凡在有或且的是把将可能]/;

/** 无因政府信息公开工作被申请行政复议、提起行政诉讼的情况 */
function noneAt(
  text: string,
  tokens: readonly ProseToken[],
  region: Region,
  at: number,
  phrases: Phrases,
  context: StatementContext,
): Found | null {
  const before = tokens[at - 1];
  if (at > region.from && before?.kind === 'text' && SUPPOSING.test(text[before.end - 1] ?? '')) return null;
  const terms: Named[] = [];
  let subject: string | null = null;
  let last = at;
  let joins = false;
  const own = (tokens[at] as ProseToken).phrase?.term;
  if (own) terms.push({ term: own, listed: true });
  for (let next = at + 1; next < region.to; next++) {
    if (next - at > LONGEST) return null;
    const token = tokens[next] as ProseToken;
    const { phrase } = token;
    if (phrase?.term) terms.push({ term: phrase.term, listed: joins || terms.length === 0 });
    else if (!isPlain(token) && !phrase?.classes.has('none')) return null;
    if (phrase?.term) joins = tokens[next + 1]?.phrase?.term !== undefined;
    else if (phrase?.classes.has('and')) joins = true;
    // 未按期办理: how, not whether.
    if (phrase?.classes.has('timely')) return null;
    if (phrase?.subject) subject ??= phrase.subject;
    last = next;
  }
  if (region.closer?.kind === 'count' || region.closer?.kind === 'percent') return null;
  const measures = noneMeasures(terms, subject, context.subject, phrases);
  if (measures.length === 0 || context.isForeign(wordsBefore(tokens, region, at))) return null;
  const first = tokens[at] as ProseToken;
  return {
    said: { kind: 'none', measures, from: first.start, to: tokens[last]?.end ?? first.end, weak: context.weak },
    last,
  };
}

/** Where the known words begin of which the one at `at` is the last. */
function wordsBefore(tokens: readonly ProseToken[], { from }: Region, at: number): number {
  let first = at;
  while (first > from && isPlain(tokens[first - 1] as ProseToken)) first--;
  return tokens[first]?.start ?? 0;
}

interface Named {
  readonly term: Term;
  /** It stands beside the term before it: 行政复议、行政诉讼. Else both are said of one thing: 因属于国家秘密而不予公开. */
  readonly listed: boolean;
}

function noneMeasures(named: readonly Named[], subject: string | null, spoken: Subject, phrases: Phrases): Measure[] {
  const terms = named.map(({ term }) => term);
  // 未答复的申请: not that there were none.
  if (terms.some(({ id }) => phrases.data.all.some(({ term, columns }) => term === id && !columns))) return [];
  const verbs = terms.filter(({ columns }) => columns);
  const measures: Measure[] = [];
  for (const { term, listed } of named) {
    const words = phrases.tables.get(term.table);
    if (!term.rows || term.leads === 'verb') continue;
    const column = verbs.find(({ table }) => table === term.table)?.columns?.[0] ?? words?.defaultColumns?.[0];
    const row = (term.none ?? term.rows)[0];
    if (!row || !column) continue;
    const before = measures.at(-1);
    if (before && !listed) {
      // Only where the one is a part of the other can it be told what there is none of.
      const [outer, inner] = [row, before.rows[0] ?? ''].sort((a, b) => a.length - b.length) as [string, string];
      if (!inner.startsWith(`${outer}.`)) return [];
      measures.splice(-1, 1, { table: term.table, rows: [inner], columns: [column] });
      continue;
    }
    // 无结转 may be said of anything.
    if (!term.leads && term.table !== (subject ?? tableOf(spoken))) return [];
    measures.push({ table: term.table, rows: [row], columns: [column] });
  }
  if (measures.length > 0) return measures;
  const table = subject ?? null;
  const words = phrases.tables.get(table ?? '');
  const row = words?.defaultRows?.[0];
  const column = words?.defaultColumns?.[0];
  return table && row && column && verbs.length === 0 ? [{ table, rows: [row], columns: [column] }] : [];
}

const tableOf = (subject: Subject): string | null => (subject === null || subject === 'foreign' ? null : subject.table);

/** 征地类申请, 上年结转的申请, 网上申请, 已审结的: what is said of them is not said of all. */
function isPartly(tokens: readonly ProseToken[], { from }: Region, at: number): boolean {
  return tokens.slice(from, at).some(({ kind, phrase }) => {
    if (!phrase) return kind === 'text';
    if (phrase.term && !phrase.term.leads) return true;
    return phrase.classes.has('channel') || phrase.classes.has('settled');
  });
}

/** 均已按时办结, 均获维持 */
function allAt(tokens: readonly ProseToken[], region: Region, at: number, phrases: Phrases, context: StatementContext): Found | null {
  const { subject } = context;
  if (subject === null || subject === 'foreign' || context.restricted) return null;
  const counted = context.last !== null;
  // 14 件均已办结: all of those, not of all.
  if (context.last && !context.last.whole && phrases.tables.get(context.last.measure.table)?.wholeRows) return null;
  if (context.last?.terms.some((id) => phrases.data.all.some(({ term }) => term === id))) return null;
  if (isPartly(tokens, region, at)) return null;
  let timely = false;
  for (let next = at + 1; next < Math.min(region.to, at + LONGEST); next++) {
    const token = tokens[next] as ProseToken;
    const { phrase } = token;
    if (phrase?.classes.has('timely')) timely = true;
    const term = phrase?.term;
    if (!term) {
      if (isPlain(token)) continue;
      return null;
    }
    const meaning = phrases.data.all.find((one) => one.term === term.id);
    if (!meaning || subject.table !== term.table || (meaning.counted && !counted) || (meaning.strict && timely)) return null;
    const words = phrases.tables.get(term.table);
    if (words?.topics && !(context.topical && counted)) return null;
    const after = tokens[next + 1];
    if (after && next + 1 < region.to && !isPlain(after)) return null;
    if (region.closer?.kind === 'count' || region.closer?.kind === 'percent') return null;
    const rows = meaning.rows ?? subject.rows?.slice(0, 1) ?? [];
    const columns = meaning.columns ?? words?.defaultColumns ?? [];
    const measures = rows.flatMap((row) => columns.map((column): Measure => ({ table: term.table, rows: [row], columns: [column] })));
    if (measures.length === 0 || measures.some(context.denied)) return null;
    const first = tokens[at] as ProseToken;
    return { said: { kind: 'none', measures, from: first.start, to: token.end, weak: context.weak || timely }, last: next };
  }
  return null;
}
