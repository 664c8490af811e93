/** Statements without a number: 未收到政府信息公开申请, 均获维持, 全部办结. */

import type { Phrases, Term } from '../phrases.ts';
import type { CountClaim, Measure } from './claim.ts';
import type { ProseToken } from './prose-tokens.ts';
import { isPlain, type Region, type Subject } from './regions.ts';

interface StatementContext {
  readonly subject: Subject;
  /** Disputes spoken of are about disclosure. */
  readonly topical: boolean;
  /** Another year, or a part of one, is spoken of. */
  readonly spoilt: boolean;
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
  const terms: Term[] = [];
  let subject: string | null = null;
  let last = at;
  for (let next = at + 1; next < region.to; next++) {
    if (next - at > LONGEST) return null;
    const token = tokens[next] as ProseToken;
    const { phrase } = token;
    if (phrase?.term) terms.push(phrase.term);
    else if (!isPlain(token) && !phrase?.classes.has('none')) return null;
    // 未按期办理: how, not whether.
    if (phrase?.classes.has('timely')) return null;
    if (phrase?.subject) subject ??= phrase.subject;
    last = next;
  }
  if (region.closer?.kind === 'count' || region.closer?.kind === 'percent') return null;
  const measures = noneMeasures(terms, subject, phrases);
  if (measures.length === 0) return null;
  const first = tokens[at] as ProseToken;
  return {
    said: { kind: 'none', measures, from: first.start, to: tokens[last]?.end ?? first.end, weak: context.weak },
    last,
  };
}

function noneMeasures(terms: readonly Term[], subject: string | null, phrases: Phrases): Measure[] {
  const measures: Measure[] = [];
  // 未答复的申请: not that there were none.
  if (terms.some(({ id }) => phrases.data.all.some(({ term, columns }) => term === id && !columns))) return [];
  const verbs = terms.filter(({ columns }) => columns);
  for (const term of terms) {
    const words = phrases.tables.get(term.table);
    if (!term.rows || term.leads === 'verb') continue;
    const column = verbs.find(({ table }) => table === term.table)?.columns?.[0] ?? words?.defaultColumns?.[0];
    const row = term.rows[0];
    if (row && column) measures.push({ table: term.table, rows: [row], columns: [column] });
  }
  if (measures.length > 0) return measures;
  const table = subject ?? null;
  const words = phrases.tables.get(table ?? '');
  const row = words?.defaultRows?.[0];
  const column = words?.defaultColumns?.[0];
  return table && row && column && verbs.length === 0 ? [{ table, rows: [row], columns: [column] }] : [];
}

/** 均已按时办结, 均获维持 */
function allAt(tokens: readonly ProseToken[], region: Region, at: number, phrases: Phrases, context: StatementContext): Found | null {
  const { subject } = context;
  if (subject === null || subject === 'foreign' || context.restricted) return null;
  const counted = context.last !== null;
  // 14 件均已办结: all of those, not of all.
  if (context.last && !context.last.whole && phrases.tables.get(context.last.measure.table)?.wholeRows) return null;
  if (context.last?.terms.some((id) => phrases.data.all.some(({ term }) => term === id))) return null;
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
