/** Quick fixes for the findings at the cursor, recomputation of totals, and “fix all”. */
import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import {
  type Finding,
  type Fix,
  fixesOf,
  joinFixes,
  lineAt,
  recomputeReport,
  recomputeTable,
  repairReport,
  type Span,
  say,
} from '../../core/index.ts';
import type { Analysis } from '../diagnose/documents.ts';
import { type Presentation, toDiagnostic, toQuickFix, toSpan, toWorkspaceEdit } from '../to-protocol.ts';

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
  const rules = [...new Set(here.map(({ rule }) => rule))];
  const offers: Offer[] = [
    ...withoutRepeats(here.flatMap((finding) => fixesOf(document, finding).map((fix) => ({ fix, findings: [finding] })))),
    ...withoutRepeats(rules.flatMap((rule) => fixAllOfRule(analysis, rule) ?? []).map((fix) => ({ fix, findings: [] }))),
    ...sweeping(analysis, selection).map((fix) => ({ fix, findings: [] })),
  ];
  const harmlessFirst = [...offers.filter(({ fix }) => fix.breaks === 0), ...offers.filter(({ fix }) => fix.breaks > 0)];
  return harmlessFirst.map(({ fix, findings: mended }) =>
    toQuickFix(
      analysis,
      fix,
      presentation,
      mended.map((finding) => toDiagnostic(analysis, finding, presentation)),
    ),
  );
}

interface Offer {
  readonly fix: Fix;
  readonly findings: readonly Finding[];
}

/** A wrong cell and the sums that it breaks have the same remedy: it is offered once, for all of them. */
function withoutRepeats(offers: readonly Offer[]): Offer[] {
  const byEdits = new Map<string, Offer>();
  for (const offer of offers) {
    const key = JSON.stringify(offer.fix.edits);
    const known = byEdits.get(key);
    byEdits.set(key, known ? { ...known, findings: [...known.findings, ...offer.findings] } : offer);
  }
  return [...byEdits.values()];
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

/** For many cells at once. Offered in the lines of a table, so that they do not stand in the way elsewhere. */
function sweeping({ document }: Analysis, selection: Span): Fix[] {
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
  return [repairReport(document, report), ofTable, same ? null : ofReport].filter((fix) => fix !== null);
}

function fixAll(analysis: Analysis, presentation: Presentation): CodeAction[] {
  const { document, findings } = analysis;
  const safe = findings.flatMap((finding) => preferred(document, finding)).filter((fix) => fix.class === 'safe');
  if (safe.length === 0) return [];
  const title = say('应用全部安全修正', 'Apply all safe fixes')[presentation.language];
  return [{ title, kind: FIX_ALL_KIND, edit: toWorkspaceEdit(analysis, joinFixes(safe), presentation) }];
}
