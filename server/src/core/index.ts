/** The façade of the core: all that the language server, the command line and other programs use of it. */
export { INTERNAL_ERROR, type LintOptions, lint, proposalsOf, uncheckable } from './check/lint.ts';
export { errorsIn, type FixesWanted, fixesOf, holds, isProven, type Judged, joinProven } from './check/proof.ts';
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
export { DEFAULT_SETTINGS, type Level, type Settings } from './finding/settings.ts';
export { type Conversion, convertTables, type TargetLayout } from './fix/convert-tables.ts';
export { applyEdits, joinFixes } from './fix/edits.ts';
export { type Entered, enterNumber } from './fix/enter-number.ts';
export { pasteTables } from './fix/paste-tables.ts';
export { recomputeReport, recomputeTable } from './fix/recompute.ts';
export { repairReport } from './fix/repair.ts';
export { type Circumstances, judge, type LintResult, type LintTextOptions, lintText, parse } from './judge.ts';
export { type Catalogue, createCatalogue, type Head, type Matches } from './library/catalogue.ts';
export { type Digest, digestsOf } from './library/digest.ts';
export { type Members, NO_SIBLINGS, type Siblings, type SiblingsOf, sameSiblings } from './library/siblings.ts';
export { mayBeReport, REPORT_EXTENSIONS } from './report/probes.ts';
export {
  type BoundCell,
  type BoundRow,
  type BoundTable,
  type Document,
  type PlainDocument,
  plainDocument,
  type Report,
  type Section,
  tableOf,
  valuesOf,
} from './report/report.ts';
export { cellKeys, createLexicon, formFor, lexiconOf } from './statute/editions.ts';
export type { Form } from './statute/form.ts';
export type { Lexicon } from './statute/lexicon.ts';
export { parseEdition } from './statute/schema.ts';
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
export { newReport, type ReportWanted } from './write/new-report.ts';
