/** What the prose says in numbers about the things that the tables count, as plain data; read once for a report, when a rule asks. */
import { type Phrases, type Probes, phrasesOf } from '../statute/phrases.ts';
import type { Span } from '../text/span.ts';
import { readLists } from './claims/lists.ts';
import { ParagraphReader } from './claims/read.ts';
import { regionsOf, type Subject } from './claims/regions.ts';
import { type ProseToken, tokenize } from './claims/tokens.ts';
import { proseOf } from './prose.ts';
import type { Document, Report } from './report.ts';

/** Readings: each is a sum of rows (or columns) and groups of one table, `received+carriedOver` or `total-other`. */
export interface Measure {
  readonly table: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

interface Said {
  /** The words as they stand, without white space. */
  readonly quote: string;
  /** Words of scope, or a loose expression, stand by: a mismatch may be right. */
  readonly weak: boolean;
}

/** 予以公开 8 件. */
export interface CountClaim extends Said {
  readonly kind: 'count';
  readonly measure: Measure;
  /** The number's own characters. */
  readonly span: Span;
  readonly value: number;
  /** What one unit of the last digit is worth; above 1 the number is rounded. */
  readonly step: number;
  /** It counts applications as a whole, so that percentages may refer to it. */
  readonly whole: boolean;
  readonly sentence: number;
  /** Ids of the terms that name it. */
  readonly terms: readonly string[];
}

/** （予以公开 8 件，）占 57.1%. */
export interface PercentClaim extends Said {
  readonly kind: 'percent';
  readonly measure: Measure;
  readonly span: Span;
  readonly value: number;
  readonly decimals: number;
  readonly vague: boolean;
  /** The count that it explains, as the prose has it. */
  readonly count: number | null;
  /** Wholes that the prose names before it. */
  readonly wholes: readonly number[];
}

/** 未收到政府信息公开申请, 均获维持: these cells are 0. */
export interface NoneClaim extends Said {
  readonly kind: 'none';
  readonly measures: readonly Measure[];
  readonly span: Span;
}

export interface ListNumber {
  readonly span: Span;
  readonly value: number;
}

/** 共 467 条，其中 A 314 条、B 37 条、其他 116 条. */
export interface ListClaim extends Said {
  readonly kind: 'list';
  readonly total: ListNumber;
  readonly parts: readonly ListNumber[];
  readonly sum: number;
}

export type Claim = CountClaim | PercentClaim | NoneClaim | ListClaim;

const read = new WeakMap<Report, readonly Claim[]>();

export function claimsOf(document: Document, report: Report): readonly Claim[] {
  const known = read.get(report);
  if (known) return known;
  const claims = readClaims(document, report, phrasesOf());
  read.set(report, claims);
  return claims;
}

function readClaims(document: Document, report: Report, phrases: Phrases): Claim[] {
  const claims: Claim[] = [];
  const tables = report.form?.tables ?? [];
  let section: string | null = null;
  let subject: Subject = null;
  let sentence = 0;
  for (const paragraph of proseOf(document, report)) {
    if (!(paragraph.text.length <= LONGEST_HEADING || mayClaim(paragraph.text, phrases.data.probes))) continue;
    if (paragraph.section !== section) {
      section = paragraph.section;
      const table = tables.find((one) => one.section === section);
      subject = table ? { table: table.id } : null;
    }
    if (paragraph.text.length <= LONGEST_HEADING && !phrases.data.probes.counts.some((probe) => paragraph.text.includes(probe))) {
      if (!/[。；！？]/.test(paragraph.text)) subject = null;
      continue;
    }
    const tokens = tokenize(paragraph.text, phrases);
    const regions = regionsOf(tokens);
    const reader = new ParagraphReader(paragraph, tokens, regions, phrases, report, subject, sentence);
    claims.push(...withoutRolls(reader.read()), ...readLists(paragraph, tokens, regions, phrases));
    sentence = reader.sentence + 1;
    if (isHeading(paragraph.text, tokens)) subject = topicOf(tokens);
  }
  return claims;
}

// What opens a topic (`（二）依申请公开情况`) is short.
const LONGEST_HEADING = 40;

/** A number of things, and the words that speak of none or all. */
const COUNT = /[0-9][余多]?[件条份宗起例篇则项部个次封单]|[一二两三四五六七八九十百][件条份宗起例篇则]/;
const STATEMENT = /未|无|没|均|全部|都|皆|悉数/;

/** What cannot claim anything costs next to nothing. */
const mayClaim = (text: string, { counts, statements }: Probes): boolean =>
  (COUNT.test(text) && counts.some((word) => text.includes(word))) ||
  (STATEMENT.test(text) && statements.some((word) => text.includes(word)));

/** 乡镇 40 件、部门 280 件: several numbers of one thing in a sentence, said of more bodies than one, are parts of it. */
function withoutRolls<T extends Claim>(claims: readonly T[]): T[] {
  const keyOf = ({ sentence, measure }: CountClaim): string => `${sentence} ${measure.table} ${measure.rows} ${measure.columns}`;
  const times = new Map<string, number>();
  for (const claim of claims) if (claim.kind === 'count') times.set(keyOf(claim), (times.get(keyOf(claim)) ?? 0) + 1);
  return claims.filter((claim) => claim.kind !== 'count' || !claim.weak || times.get(keyOf(claim)) === 1);
}

const isHeading = (text: string, tokens: readonly ProseToken[]): boolean =>
  text.length <= LONGEST_HEADING && !tokens.some(({ kind }) => kind === 'count') && !/[。；！？]./.test(text);

/** What a heading says that the paragraphs below speak of; nothing where it names several things. */
function topicOf(tokens: readonly ProseToken[]): Subject {
  const named = new Set<string>();
  for (const { phrase } of tokens) {
    if (phrase?.classes.has('foreign')) named.add('foreign');
    else if (phrase?.subject) named.add(phrase.subject);
    else if (phrase?.term?.leads && phrase.term.rows && phrase.term.table !== 'applications') named.add(phrase.term.table);
  }
  const [only, more] = [...named];
  return only === undefined || more !== undefined || only === 'foreign' ? null : { table: only };
}
