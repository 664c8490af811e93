/** What client and server share beyond the protocol: names, plain data, and the one test that both make. */
import { REPORT_EXTENSIONS } from '../core/report/probes.ts';

export { mayBeReport } from '../core/report/probes.ts';
export * from './tables/table-protocol.ts';

export const DIAGNOSTIC_SOURCE = 'disclosure-report';

/** Which hints stand in the text: none, what totals should be, or the names of columns, too. */
export type InlayHintsSetting = 'off' | 'totals' | 'all';
export const DEFAULT_INLAY_HINTS: InlayHintsSetting = 'totals';

/** Commands of the client that lenses run: with the address, the id of the table, and which report of the document. */
export const SHOW_TABLE = 'disclosureReport.showTable';
export const COMPARE_YEARS = 'disclosureReport.compareYears';
export const RECOMPUTE = 'disclosureReport.recomputeTotals';

export type MessageLanguage = 'auto' | 'zh-cn' | 'en';

/** `initializationOptions`, and the section `disclosureReport` of the configuration. */
export interface ServerOptions {
  readonly messages?: MessageLanguage;
  readonly inlayHints?: InlayHintsSetting;
  /** In which layout formatting writes tables; the one they have unless told. */
  readonly format?: { readonly layout?: 'keep' | ConvertParams['layout'] };
  /** Where the pages of the rules open: the rule's id is put after it. */
  readonly rulePages?: string;
  /** Whether the reports of the workspace that are not open are checked, too; not offered to a client that says nothing of it. */
  readonly workspaceDiagnostics?: boolean;
  /** The client answers `READ_FILE`; without it the server reads the disk, where it can. */
  readonly readsFiles?: boolean;
  /** The client answers `FIND_REPORTS`; without it a report is compared with open documents only. */
  readonly findsReports?: boolean;
  /** The client has the commands of the lenses; others are shown none. */
  readonly hasTableView?: boolean;
  /** The client has the command `ASK_TO_WAIVE`. */
  readonly asksToWaive?: boolean;
}

/** Server → client, after each check of a document. */
export const STATUS = 'disclosureReport/status';

export type FindingCounts = Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;

export interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  /** Empty where the document is no report. */
  readonly reports: readonly { readonly edition: string | null; readonly reportingYear: number | null; readonly unit: string | null }[];
  readonly findings: FindingCounts;
  /** Findings that somebody has waived; they are not among the others. */
  readonly waived: number;
}

/** Recomputes every total of the document given by its URI: the edit comes by `workspace/applyEdit`, the answer says what it does. */
export const RECOMPUTE_COMMAND = 'disclosureReport.server.recomputeTotals';

/** `null` where there is no report. */
export interface RecomputeAnswer {
  readonly changes: number;
  /** How many relations that held do not hold any longer. */
  readonly breaks: number;
}

/** Server → client: the content of a file, for its address, in base64; `null` where there is no such file. */
export const READ_FILE = 'disclosureReport/readFile';

/** Server → client: the addresses of the files of the workspace that may hold reports, `FindReportsParams` at most. */
export const FIND_REPORTS = 'disclosureReport/findReports';

export interface FindReportsParams {
  readonly most: number;
  /** Larger files, in bytes, are left out. */
  readonly largest: number;
}

/** Client → server: writes the tables of a document in another layout; the edit comes by `workspace/applyEdit`. */
export const CONVERT_TABLES = 'disclosureReport/convertTables';
export const TARGET_LAYOUTS = ['tsv', 'markdown', 'aligned', 'cell-lines', 'html'] as const;

export interface ConvertParams {
  readonly uri: string;
  readonly layout: (typeof TARGET_LAYOUTS)[number];
}

/** `null` where there is no report. */
export interface ConvertAnswer {
  /** How many tables were written anew. */
  readonly tables: number;
  /** Why nothing was; `null` where nothing stood in the way. */
  readonly refused: string | null;
}

/** Client → server: the statutory tables of HTML from the clipboard, as the document writes tables; `null` where it holds none. */
export const PASTE_TABLES = 'disclosureReport/pasteTables';

export interface PasteParams {
  readonly uri: string;
  readonly html: string;
}

/** Client → server: the text of a report to begin with. */
export const NEW_REPORT = 'disclosureReport/newReport';
export const REPORT_LAYOUTS = ['markdown', 'tsv', 'cell-lines', 'html'] as const;

export interface NewReportParams {
  readonly unit: string;
  readonly year: number;
  readonly layout: (typeof REPORT_LAYOUTS)[number];
}

/** `null` where no form is known for the year. */
export interface NewReportAnswer {
  readonly text: string;
  /** Last year's report, whose numbers were carried over. */
  readonly carriedFrom: string | null;
}

/** Client → server: every report that the server knows of, `KnownReport[]`; makes it look for them if it has not. */
export const REPORTS = 'disclosureReport/reports';
/** Server → client: what `REPORTS` answers may be otherwise now. */
export const REPORTS_CHANGED = 'disclosureReport/reportsChanged';

export interface KnownReport {
  readonly uri: string;
  readonly unit: string | null;
  readonly year: number | null;
  /** The line of its first table. */
  readonly line: number;
  /** Of the whole file; `null` where it has not been checked. */
  readonly findings: FindingCounts | null;
}

/** The names of files that may hold reports, as a glob. */
export const REPORT_FILES = `**/*.{${REPORT_EXTENSIONS.join(',')}}`;
/** The names of the project’s files, as a glob. */
export const PROJECT_FILES = '**/disclosure-report.{config,waivers}.json';

/** The client’s command that asks for a reason, with `WaiveParams`. */
export const ASK_TO_WAIVE = 'disclosureReport.waive';
/** The server’s command that writes the waiver, with `WaiveParams` and the reason. */
export const WAIVE_COMMAND = 'disclosureReport.server.waive';

/** A finding of a version of a document: by its rule, and where it begins (an offset). */
export interface WaiveParams {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
  readonly start: number;
}

export type WaiveAnswer =
  | { readonly kind: 'written'; readonly uri: string }
  /** The waivers file is no JSON with a list of waivers, so nothing can be added to it. */
  | { readonly kind: 'faulty'; readonly uri: string }
  /** The document has changed since the offer was made. */
  | { readonly kind: 'outdated' };
