/** What the prose says in numbers about the things that the tables count, as plain data; read once for a report, when a rule asks. */

import type { Document, Report } from '../report/report.ts';
import { memo } from '../text/memo.ts';
import type { Claim, CountClaim } from './claims/claim.ts';
import { readLists } from './claims/list-claims.ts';
import { ParagraphReader } from './claims/paragraph-reader.ts';
import { type ProseToken, tokenize } from './claims/prose-tokens.ts';
import { regionsOf, type Subject } from './claims/regions.ts';
import { proseOf } from './paragraphs.ts';
import { type Phrases, type Probes, phrasesOf } from './phrases.ts';
import type { ProseParagraph } from './prose-paragraph.ts';

export const claimsOf = memo((document: Document, report: Report): readonly Claim[] => readClaims(document, report, phrasesOf()));

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
      subject = table?.role ? { table: table.role } : null;
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

/** What a paragraph would count if it spoke of another year than the report's. */
export function countsOfYear(paragraph: ProseParagraph, report: Report, year: number): CountClaim[] {
  const phrases = phrasesOf();
  const tokens = tokenize(paragraph.text, phrases);
  const of = { ...report, reportingYear: year };
  const reader = new ParagraphReader(paragraph, tokens, regionsOf(tokens), phrases, of, null, 0);
  return reader.read().filter((claim) => claim.kind === 'count');
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
    else if (phrase?.term?.leads === 'thing') named.add(phrase.term.table);
  }
  const [only, more] = [...named];
  return only === undefined || more !== undefined || only === 'foreign' ? null : { table: only };
}
