/** The façade of the core: all that the language server, the command line and other programs use of it. */
import type { Language } from './check/finding.ts';
import { fixesOf, lint } from './check/lint.ts';
import { type FindingJson, findingJson, NO_REPORT, type ReportJson, reportJson } from './json.ts';
import type { Siblings } from './library/siblings.ts';
import { parse as parseWith } from './report/parse.ts';
import type { Document, Report } from './report/report.ts';
import { createLexicon } from './statute/editions.ts';
import { keysOf } from './statute/keys.ts';
import type { Lexicon } from './statute/lexicon.ts';

export * from './check/finding.ts';
export { fixesOf, lint } from './check/lint.ts';
export type { Rule, RuleMeta } from './check/rule.ts';
export { rules } from './check/rules/index.ts';
export { applyEdits, joinFixes } from './fix/edits.ts';
export { recomputeReport, recomputeTable } from './fix/recompute.ts';
export { repairReport } from './fix/repair.ts';
export {
  type FindingJson,
  findingJson,
  type GapReason,
  NO_REPORT,
  type RecordJson,
  type ReportJson,
  recordsOf,
  reportJson,
} from './json.ts';
export { type Catalogue, createCatalogue, type Matches } from './library/catalogue.ts';
export { type Digest, digestsOf } from './library/digest.ts';
export { alone, type Members, NO_SIBLINGS, type Siblings, type SiblingsOf, sameSiblings } from './library/siblings.ts';
export { mayBeReport } from './report/probes.ts';
export {
  type BoundCell,
  type BoundLine,
  type BoundTable,
  type Document,
  type Report,
  type Section,
  tableOf,
  valuesOf,
} from './report/report.ts';
export { createLexicon } from './statute/editions.ts';
export { editionSchema, parseEdition } from './statute/schema.ts';
export { BYTE_ORDER_MARKS, type Decoded, type DecodedText, decode, decodeAs, type Encoding } from './text/decode.ts';
export { type Lines, lineAt, lineSpan, type Position, positionAt, type Range, rangeOf, splitLines } from './text/lines.ts';
export type { Span } from './text/span.ts';

export interface LintOptions {
  /** The language of messages and titles; Chinese unless told. */
  readonly language?: Language;
  /** Further editions as data (see `editionSchema`); a faulty one throws. */
  readonly editions?: readonly unknown[];
  /** The other reports that a report of the text is compared with; none unless told. */
  readonly siblingsOf?: (report: Report) => Siblings;
}

export interface LintResult {
  /** The first report of the text, or one with `recognized: false`. */
  readonly report: ReportJson;
  readonly findings: readonly FindingJson[];
  /** Every report of the text, each with its findings, when there are several. */
  readonly reports: readonly { readonly report: ReportJson; readonly findings: readonly FindingJson[] }[];
}

let builtIn: Lexicon | undefined;
/** The lexicon of the built-in editions, built once: it is immutable, so sharing it is safe. */
const defaultLexicon = (): Lexicon => (builtIn ??= createLexicon());

export const parse = (text: string, lexicon: Lexicon = defaultLexicon()): Document => parseWith(text, lexicon);

/** The keys `table.row.column` of every cell of every edition, in the order of the forms. */
export const cellKeys = (lexicon: Lexicon = defaultLexicon()): readonly string[] => keysOf(lexicon.forms);

/** Reads and checks a text. Never throws on the text itself. */
export function lintText(text: string, options: LintOptions = {}): LintResult {
  const language = options.language ?? 'zh-cn';
  const document = parse(text, options.editions ? createLexicon(options.editions) : undefined);
  const all = lint(document, undefined, options.siblingsOf);
  const reports = document.reports.map((report) => ({
    report: reportJson(report),
    findings: all
      .filter((finding) => finding.report === report)
      .map((finding) => findingJson(document, finding, fixesOf(document, finding), language)),
  }));
  return { report: reports[0]?.report ?? NO_REPORT, findings: reports.flatMap(({ findings }) => findings), reports };
}
