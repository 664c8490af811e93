/** What helps while writing: tables in another layout, formatting, a new report. */
import {
  type CompletionItem,
  type Connection,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver';
import {
  type Catalogue,
  convertTables,
  type Edit,
  formFor,
  newReport,
  pasteTables,
  type Report,
  type TargetLayout,
} from '../../core/index.ts';
import type { Analysis } from '../diagnose/documents.ts';
import { type Guard, inBackground } from '../guard.ts';
import {
  CONVERT_TABLES,
  type ConvertAnswer,
  type ConvertParams,
  NEW_REPORT,
  type NewReportAnswer,
  type NewReportParams,
  PASTE_TABLES,
  type PasteParams,
} from '../protocol.ts';
import type { Session } from '../session.ts';
import { type Presentation, toSpan, toTextEdits, toWorkspaceEdit } from '../to-protocol.ts';
import { beginnings, completions } from './completion.ts';

export interface Writing {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly session: () => Session;
  readonly presentation: () => Presentation;
  readonly catalogue: Catalogue;
  readonly analysisOf: (uri: string) => Promise<Analysis | null>;
  readonly languageOf: (uri: string) => string | undefined;
}

/** Markdown and HTML have formatters of their own; a second one would only raise the question which to take. */
const REPORT = 'disclosure-report';
const FORMATTED = [{ language: REPORT }, { language: 'plaintext' }];

export function registerFormatting(connection: Connection, { client }: Session): void {
  if (!client.textDocument?.formatting?.dynamicRegistration) return;
  const options = { documentSelector: FORMATTED };
  inBackground(connection, 'registerCapability', connection.client.register(DocumentFormattingRequest.type, options));
  inBackground(connection, 'registerCapability', connection.client.register(DocumentRangeFormattingRequest.type, options));
}

const takesSnippets = ({ client }: Session): boolean => client.textDocument?.completion?.completionItem?.snippetSupport === true;

export function offerWriting({ connection, guard, session, presentation, catalogue, analysisOf, languageOf }: Writing): void {
  /** The tables of all reports, or those that the selection touches; what cannot be converted stays as it is. */
  const formatted = ({ document }: Analysis, layout: TargetLayout, touches: (report: Report, table: Report['tables'][number]) => boolean) =>
    document.reports.flatMap((report) =>
      report.tables
        .filter((table) => touches(report, table))
        .flatMap((table) => {
          const conversion = convertTables(document, report, layout, [table]);
          return conversion.kind === 'converted' ? conversion.edits : [];
        }),
    );
  const layoutWanted = (): TargetLayout => session().options.format?.layout ?? 'keep';

  connection.onCompletion(
    guard('completion', [] as CompletionItem[], async ({ textDocument, position }) => {
      const analysis = await analysisOf(textDocument.uri);
      if (!analysis) return [];
      const { start } = toSpan(analysis, { start: position, end: position });
      const { language } = presentation();
      const items = completions(analysis, start, language);
      const isBegun = analysis.document.reports.length > 0 || languageOf(textDocument.uri) !== REPORT;
      return isBegun ? items : beginnings(analysis, start, language, takesSnippets(session()));
    }),
  );
  connection.onDocumentFormatting(
    guard('formatting', [] as TextEdit[], async ({ textDocument }) => {
      const analysis = await analysisOf(textDocument.uri);
      return analysis
        ? toTextEdits(
            analysis,
            formatted(analysis, layoutWanted(), () => true),
          )
        : [];
    }),
  );
  connection.onDocumentRangeFormatting(
    guard('rangeFormatting', [] as TextEdit[], async ({ textDocument, range }) => {
      const analysis = await analysisOf(textDocument.uri);
      if (!analysis) return [];
      const { start, end } = toSpan(analysis, range);
      const touched = formatted(analysis, layoutWanted(), (_, { span }) => span.start <= end && start <= span.end);
      return toTextEdits(analysis, touched);
    }),
  );
  connection.onRequest<ConvertAnswer | null, never>(
    CONVERT_TABLES,
    guard<ConvertParams, ConvertAnswer | null>('convertTables', null, async ({ uri, layout }) => {
      const analysis = await analysisOf(uri);
      if (!analysis || analysis.document.reports.length === 0) return null;
      const edits: Edit[] = [];
      for (const report of analysis.document.reports) {
        const conversion = convertTables(analysis.document, report, layout);
        if (conversion.kind === 'refused') return { tables: 0, refused: conversion.reason[presentation().language] };
        edits.push(...conversion.edits);
      }
      if (edits.length > 0) await connection.workspace.applyEdit(toWorkspaceEdit(analysis, edits, presentation()));
      return { tables: edits.length, refused: null };
    }),
  );
  connection.onRequest<string | null, never>(
    PASTE_TABLES,
    guard<PasteParams, string | null>('pasteTables', null, async ({ uri, html }) => {
      const analysis = await analysisOf(uri);
      // A page stays a page.
      if (!analysis || analysis.document.reports[0]?.layout === 'html') return null;
      return pasteTables(html, analysis.document.lexicon, analysis.document.reports[0]?.layout ?? null);
    }),
  );
  connection.onRequest<NewReportAnswer | null, never>(
    NEW_REPORT,
    guard<NewReportParams, NewReportAnswer | null>('newReport', null, async ({ unit, year, layout }) => {
      const form = formFor(year);
      const { previous } = catalogue.siblingsOf({ unit, reportingYear: year }, '');
      return form ? { text: newReport({ form, unit, year, layout, previous }), carriedFrom: previous?.path ?? null } : null;
    }),
  );
}
