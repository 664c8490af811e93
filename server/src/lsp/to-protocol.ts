/** The only place that builds protocol types from the core's, and the way back. */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type Edit,
  FILE_RULES,
  type FileFinding,
  type Fix,
  type Language,
  lineSpan,
  type PlainDocument,
  rangeOf,
  rules,
  type Severity,
  type Span,
} from '../core/index.ts';
import type { Analysis } from './diagnose/documents.ts';
import { DIAGNOSTIC_SOURCE } from './protocol.ts';

export interface Presentation {
  readonly language: Language;
  /** The address of a rule's page. */
  readonly rulePage: (rule: string) => string;
  readonly relatedInformation: boolean;
  readonly versionedEdits: boolean;
  /** The client shows what an edit is about, and asks before it applies it. */
  readonly changeAnnotations: boolean;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

// What reports a rule's own failure has no page.
const PAGES: ReadonlySet<string> = new Set([...rules.map(({ meta }) => meta.id), ...FILE_RULES.map(({ id }) => id)]);

export function toDiagnostic(
  { document, uri }: { readonly uri: string; readonly document: PlainDocument },
  finding: FileFinding,
  presentation: Presentation,
): Diagnostic {
  const { language, rulePage, relatedInformation } = presentation;
  const related = finding.related.map((place) => ({
    location: place.path === undefined ? { uri, range: rangeOf(document.lines, place.span) } : { uri: place.path, range: place.range },
    message: place.message[language],
  }));
  return {
    range: rangeOf(document.lines, finding.span),
    severity: SEVERITIES[finding.severity],
    source: DIAGNOSTIC_SOURCE,
    code: finding.rule,
    ...(PAGES.has(finding.rule) ? { codeDescription: { href: rulePage(finding.rule) } } : {}),
    message: finding.message[language],
    ...(relatedInformation && related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** A character after the end of its line means that end, as the protocol has it. */
export function toOffset({ document: { lines } }: Analysis, { line, character }: Position): number {
  const { start, end } = lineSpan(lines, line);
  return Math.min(start + character, end);
}

export function toSpan(analysis: Analysis, range: Range): Span {
  const [from, to] = [toOffset(analysis, range.start), toOffset(analysis, range.end)];
  return { start: Math.min(from, to), end: Math.max(from, to) };
}

export const toTextEdits = ({ document }: Analysis, edits: readonly Edit[]): TextEdit[] =>
  edits.map(({ span, newText }) => ({ range: rangeOf(document.lines, span), newText }));

export function toWorkspaceEdit(analysis: Analysis, edits: readonly Edit[], { versionedEdits }: Presentation): WorkspaceEdit {
  const { uri, version } = analysis;
  const changes = toTextEdits(analysis, edits);
  return versionedEdits ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] } : { changes: { [uri]: changes } };
}

const CONFIRM = 'confirm';

/** An edit that a person must look at first: the client shows it with what it says, where it can. */
function toFixEdit(analysis: Analysis, { edits, title, confirm }: Fix, presentation: Presentation): WorkspaceEdit {
  const { language, versionedEdits, changeAnnotations } = presentation;
  if (!confirm || !versionedEdits || !changeAnnotations) return toWorkspaceEdit(analysis, edits, presentation);
  const { uri, version } = analysis;
  const annotated = toTextEdits(analysis, edits).map((edit) => ({ ...edit, annotationId: CONFIRM }));
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: annotated }],
    changeAnnotations: { [CONFIRM]: { label: title[language], description: confirm[language], needsConfirmation: true } },
  };
}

export function toQuickFix(analysis: Analysis, fix: Fix, presentation: Presentation, diagnostics: Diagnostic[]): CodeAction {
  return {
    title: fix.title[presentation.language],
    kind: CodeActionKind.QuickFix,
    edit: toFixEdit(analysis, fix, presentation),
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    ...(fix.preferred ? { isPreferred: true } : {}),
  };
}
