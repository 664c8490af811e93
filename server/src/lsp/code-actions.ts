/** Quick fixes for the findings at the cursor, recomputation of totals, and “fix all”. */
import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { type Finding, type Fix, fixesOf, joinFixes, lineAt, recomputeReport, recomputeTable, type Span, say } from '../core/index.ts';
import { type Presentation, toDiagnostic, toQuickFix, toSpan, toWorkspaceEdit } from './convert.ts';
import type { Analysis } from './documents.ts';

/** `source.fixAll.disclosureReport`: what an editor runs on save. Safe fixes only: no number changes unasked. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.disclosureReport`;

export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL_KIND];

export function codeActions(analysis: Analysis, { range, context }: CodeActionParams, presentation: Presentation): CodeAction[] {
  const within = (kind: string, only: string): boolean => only === CodeActionKind.Empty || kind === only || kind.startsWith(`${only}.`);
  const wants = (kind: string): boolean => !context.only || context.only.some((only) => within(kind, only));
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(analysis, toSpan(analysis, range), presentation) : []),
    // Asked for by name (on save, or by command), not at every cursor move.
    ...(context.only && wants(FIX_ALL_KIND) ? fixAll(analysis, presentation) : []),
  ];
}

const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** The fixes of the findings here, then those for many cells at once; whatever breaks a relation comes after all that does not. */
function quickFixes(analysis: Analysis, selection: Span, presentation: Presentation): CodeAction[] {
  const { document, findings } = analysis;
  const here = findings.filter(({ span }) => touches(span, selection));
  const offers: { readonly fix: Fix; readonly finding?: Finding }[] = [
    ...here.flatMap((finding) => fixesOf(document, finding).map((fix) => ({ fix, finding }))),
    ...[...new Set(here.map(({ rule }) => rule))].flatMap((rule) => fixAllOfRule(analysis, rule) ?? []).map((fix) => ({ fix })),
    ...recomputations(analysis, selection).map((fix) => ({ fix })),
  ];
  const harmlessFirst = [...offers.filter(({ fix }) => fix.breaks === 0), ...offers.filter(({ fix }) => fix.breaks > 0)];
  return harmlessFirst.map(({ fix, finding }) =>
    toQuickFix(analysis, fix, presentation, finding ? [toDiagnostic(analysis, finding, presentation)] : []),
  );
}

/** The preferred fixes of every finding of a rule as one, where there are several. */
function fixAllOfRule({ document, findings }: Analysis, rule: string): Fix | null {
  const fixes = findings.filter((finding) => finding.rule === rule).flatMap((finding) => preferred(document, finding));
  if (fixes.length < 2) return null;
  return {
    title: say(`修正全部同类问题（${rule}，${fixes.length} 处）`, `Fix all of this rule (${rule}: ${fixes.length})`),
    class: 'value',
    preferred: false,
    breaks: 0,
    edits: joinFixes(fixes),
  };
}

const preferred = (document: Analysis['document'], finding: Finding): Fix[] =>
  fixesOf(document, finding)
    .filter((fix) => fix.preferred)
    .slice(0, 1);

/** Offered in the lines of a table, so that they do not stand in the way elsewhere. */
function recomputations({ document }: Analysis, selection: Span): Fix[] {
  const { lines } = document;
  const line = lineAt(lines, selection.start);
  const holds = ({ span }: { span: Span }): boolean => lineAt(lines, span.start) <= line && line <= lineAt(lines, span.end);
  const report = document.reports.find(holds);
  const table = report?.tables.find(holds);
  if (!report || !table) return [];
  const ofTable = recomputeTable(table);
  const ofReport = recomputeReport(report);
  // Where only this table changes, both would do the same.
  const same = ofTable?.edits.length === ofReport?.edits.length;
  return [ofTable, same ? null : ofReport].filter((fix) => fix !== null);
}

function fixAll(analysis: Analysis, presentation: Presentation): CodeAction[] {
  const { document, findings } = analysis;
  const safe = findings.flatMap((finding) => preferred(document, finding)).filter((fix) => fix.class === 'safe');
  if (safe.length === 0) return [];
  const title = say('应用全部安全修正', 'Apply all safe fixes')[presentation.language];
  return [{ title, kind: FIX_ALL_KIND, edit: toWorkspaceEdit(analysis, joinFixes(safe), presentation) }];
}
