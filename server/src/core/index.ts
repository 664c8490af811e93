/** The façade of the core: all that the language server, the command line and other programs use of it. */

import { fixesOf, lint } from './check/lint.ts';
import { type Configuration, NO_CONFIGURATION } from './config/project.ts';
import { review, type Waiver } from './config/waivers.ts';
import { type FindingJson, findingJson, NO_REPORT, type ReportJson, reportJson } from './finding/contract.ts';
import type { Language } from './finding/finding.ts';
import type { Settings } from './finding/settings.ts';
import { alone, type SiblingsOf } from './library/siblings.ts';
import { parse as parseWith } from './report/parse.ts';
import type { Document } from './report/report.ts';
import { createLexicon } from './statute/editions.ts';
import { type Form, inForce } from './statute/form.ts';
import { keysOf } from './statute/keys.ts';
import type { Lexicon } from './statute/lexicon.ts';

export { fixesOf, INTERNAL_ERROR, type LintOptions, lint, uncheckable } from './check/lint.ts';
export { rules } from './check/rules/index.ts';
export { FILE_RULES, type FileRule } from './config/file-rules.ts';
export { CONFIG_NAME, folderOf, matches, nameOf, placeAt, WAIVERS_NAME } from './config/places.ts';
export { problemsIn } from './config/problem.ts';
export {
  type Configuration,
  configurationOf,
  createProject,
  NO_CONFIGURATION,
  type Project,
  type ReadText,
  type Surroundings,
  waiversPlace,
} from './config/project.ts';
export {
  type Reviewed,
  readWaivers,
  review,
  unknownFileFinding,
  unusedFinding,
  type Waiver,
  type WaiversFile,
  waiversFor,
} from './config/waivers.ts';
export { addWaivers, distinct, waiverOf } from './config/write-waivers.ts';
export {
  type FindingJson,
  findingJson,
  type GapReason,
  NO_REPORT,
  type RecordJson,
  type ReportJson,
  recordsOf,
  reportJson,
} from './finding/contract.ts';
export * from './finding/finding.ts';
export type { Rule, RuleMeta } from './finding/rule.ts';
export { DEFAULT_SETTINGS, LEVELS, type Level, type Settings } from './finding/settings.ts';
export { type Conversion, convertTables, type TargetLayout } from './fix/convert-tables.ts';
export { applyEdits, joinFixes } from './fix/edits.ts';
export { type Entered, enterNumber } from './fix/enter-number.ts';
export { pasteTables } from './fix/paste-tables.ts';
export { recomputeReport, recomputeTable } from './fix/recompute.ts';
export { repairReport } from './fix/repair.ts';
export { type Catalogue, createCatalogue, type Head, type Matches } from './library/catalogue.ts';
export { type Digest, digestsOf } from './library/digest.ts';
export { alone, type Members, NO_SIBLINGS, type Siblings, type SiblingsOf, sameSiblings } from './library/siblings.ts';
export { mayBeReport, REPORT_EXTENSIONS } from './report/probes.ts';
export {
  type BoundCell,
  type BoundLine,
  type BoundTable,
  type Document,
  type PlainDocument,
  plainDocument,
  type Report,
  type Section,
  tableOf,
  valuesOf,
} from './report/report.ts';
export { createLexicon } from './statute/editions.ts';
export { type Form, inForce } from './statute/form.ts';
export type { Lexicon } from './statute/lexicon.ts';
export { editionSchema, parseEdition } from './statute/schema.ts';
export { CONTAINERS, type Container, containerNamed } from './text/containers.ts';
export { BYTE_ORDER_MARKS, type Decoded, type DecodedText, decode, decodeAs, type Encoding } from './text/decode.ts';
export { type Lines, lineAt, lineSpan, type Position, positionAt, type Range, rangeOf, splitLines } from './text/lines.ts';
export type { Span } from './text/span.ts';
export { type ReportToken, type TokenKind, tokensOf, wrongCells } from './view/colours.ts';
export { type Completion, completionsAt, wholeReportAt, yearIn } from './view/completions.ts';
export type { Equation } from './view/equation.ts';
export { isTotal, neighboursOf, type Tally, type Total, tallyOf, totalAt } from './view/equations.ts';
export { cellsOfClaim, type Explanation, explain } from './view/explanation.ts';
export { aroundOf, foldsOf } from './view/nesting.ts';
export { type BlockView, type CellView, type NumberView, type ReportView, type TableView, viewReport } from './view/report-view.ts';
export { cellsIn, columnName, isOneCellALine, type TableCell, type Target, targetAt } from './view/targets.ts';
export { newReport, type ReportLayout, type ReportWanted } from './write/new-report.ts';

export interface LintTextOptions {
  /** The language of messages and titles; Chinese unless told. */
  readonly language?: Language;
  /** Further editions as data (see `editionSchema`) besides those of the settings; a faulty one throws. */
  readonly editions?: readonly unknown[];
  /** What the project says of this text; nothing unless told. */
  readonly configuration?: Configuration;
  /** The other reports that a report of the text is compared with; none unless told. */
  readonly siblingsOf?: SiblingsOf;
}

export interface LintResult {
  /** The first report of the text, or one with `recognized: false`. */
  readonly report: ReportJson;
  readonly findings: readonly FindingJson[];
  /** Every report of the text, each with its findings, when there are several. */
  readonly reports: readonly { readonly report: ReportJson; readonly findings: readonly FindingJson[]; readonly waived: number }[];
  /** Waivers of the configuration that waive nothing here. */
  readonly unused: readonly Waiver[];
}

let builtIn: Lexicon | undefined;
/** The lexicon of the built-in editions, built once: it is immutable, so sharing it is safe. */
const defaultLexicon = (): Lexicon => (builtIn ??= createLexicon());

const withEditions = new WeakMap<Settings['editions'], Lexicon>();
/** The lexicon of the built-in editions and those of the settings, built once for each list of these. */
export function lexiconOf({ editions }: Settings): Lexicon {
  if (editions.length === 0) return defaultLexicon();
  const known = withEditions.get(editions) ?? createLexicon(editions);
  withEditions.set(editions, known);
  return known;
}

/** The form that is in force for a year; `undefined` where none with tables is known. */
export const formFor = (year: number, lexicon: Lexicon = defaultLexicon()): Form | undefined =>
  lexicon.forms.findLast((form) => form.tables.length > 0 && inForce(form, year));

export const parse = (text: string, lexicon: Lexicon = defaultLexicon()): Document => parseWith(text, lexicon);

/** The keys `table.row.column` of every cell of every edition, in the order of the forms. */
export const cellKeys = (lexicon: Lexicon = defaultLexicon()): readonly string[] => keysOf(lexicon.forms);

/** Reads and checks a text. Never throws on the text itself. */
export function lintText(text: string, options: LintTextOptions = {}): LintResult {
  const { language = 'zh-cn', editions, configuration = NO_CONFIGURATION, siblingsOf = alone } = options;
  const { settings, waivers } = configuration;
  const document = parse(text, editions ? createLexicon([...settings.editions, ...editions]) : lexiconOf(settings));
  const { findings, waived, unused } = review(document, lint(document, { settings, siblingsOf }), waivers);
  const reports = document.reports.map((report) => ({
    report: reportJson(report),
    findings: findings
      .filter((finding) => finding.report === report)
      .map((finding) => findingJson(document, finding, fixesOf(document, finding, { settings }), language)),
    waived: waived.filter((finding) => finding.report === report).length,
  }));
  return { report: reports[0]?.report ?? NO_REPORT, findings: reports.flatMap(({ findings }) => findings), reports, unused };
}
