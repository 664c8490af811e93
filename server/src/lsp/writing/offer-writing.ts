/** What helps while writing: completions, formatting, tables in another layout or from the clipboard, a new report. */
import {
  type CompletionItem,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type ServerCapabilities,
  type TextEdit,
} from 'vscode-languageserver';
import { convertTables, type Edit, formFor, newReport, pasteTables, type Span, type TargetLayout } from '../../core/index.ts';
import type { Context } from '../context.ts';
import type { Analysis } from '../diagnose/documents.ts';
import { inBackground } from '../guard.ts';
import type { Work } from '../long-work.ts';
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
import { toOffset, toSpan, toTextEdits, toWorkspaceEdit } from '../to-protocol.ts';
import { beginnings, completions } from './completion.ts';

export const WRITING_CAPABILITIES: ServerCapabilities = { completionProvider: {} };

/** Markdown and HTML have formatters of their own; a second one would only raise the question which to take. */
const REPORT = 'disclosure-report';
const FORMATTED = [{ language: REPORT }, { language: 'plaintext' }];

export function registerFormatting({ connection, session }: Context): void {
  if (!session.now().client.textDocument?.formatting?.dynamicRegistration) return;
  const options = { documentSelector: FORMATTED };
  inBackground(connection, 'registerCapability', connection.client.register(DocumentFormattingRequest.type, options));
  inBackground(connection, 'registerCapability', connection.client.register(DocumentRangeFormattingRequest.type, options));
}

const itemsOf = ({ client }: Session): 'snippets' | 'texts' =>
  client.textDocument?.completion?.completionItem?.snippetSupport ? 'snippets' : 'texts';

/** The tables that reach into a part of the text; what cannot be converted stays as it is. */
async function formatted(analysis: Analysis, layout: TargetLayout, part: Span, work: Work): Promise<TextEdit[]> {
  const { document } = analysis;
  const edits: Edit[] = [];
  for (const report of document.reports)
    for (const table of report.tables.filter(({ span }) => span.start <= part.end && part.start <= span.end)) {
      await work.breathe();
      const conversion = convertTables(document, report, layout, [table]);
      if (conversion.kind === 'converted') edits.push(...conversion.edits);
    }
  return toTextEdits(analysis, edits);
}

export function offerWriting({ connection, guard, session, presentation, documents, catalogue, analysisOf, about }: Context): void {
  connection.onCompletion(
    about('completion', [] as CompletionItem[], (analysis, { textDocument: { uri }, position }) => {
      const offset = toOffset(analysis, position);
      const { language } = presentation();
      const isBegun = analysis.document.reports.length > 0 || documents.get(uri)?.languageId !== REPORT;
      return isBegun ? completions(analysis, offset, language) : beginnings(analysis, offset, language, itemsOf(session.now()));
    }),
  );

  const layoutWanted = (): TargetLayout => session.now().options.format?.layout ?? 'keep';
  connection.onDocumentFormatting(
    about('formatting', [] as TextEdit[], (analysis, _, work) =>
      formatted(analysis, layoutWanted(), { start: 0, end: analysis.document.text.length }, work),
    ),
  );
  connection.onDocumentRangeFormatting(
    about('rangeFormatting', [] as TextEdit[], (analysis, { range }, work) =>
      formatted(analysis, layoutWanted(), toSpan(analysis, range), work),
    ),
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
      return analysis ? pasteTables(html, analysis.document.lexicon, analysis.document.reports[0]?.layout ?? null) : null;
    }),
  );
  connection.onRequest<NewReportAnswer | null, never>(
    NEW_REPORT,
    guard<NewReportParams, NewReportAnswer | null>('newReport', null, ({ unit, year, layout }) => {
      const form = formFor(year);
      const { previous } = catalogue.siblingsOf({ unit, reportingYear: year }, '');
      return form ? { text: newReport({ form, unit, year, layout, previous }), carriedFrom: previous?.path ?? null } : null;
    }),
  );
}
