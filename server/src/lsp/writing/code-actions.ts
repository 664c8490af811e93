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
import type { Work } from '../long-work.ts';
import { type Presentation, toDiagnostic, toQuickFix, toSpan, toWorkspaceEdit } from '../to-protocol.ts';

/** `source.fixAll.disclosureReport`: what an editor runs on save. Safe fixes only: no number changes unasked. */
const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.disclosureReport`;

export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL_KIND];

interface Fixable {
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
}

async function fixesFor({ document }: Analysis, findings: readonly Finding[], work: Work): Promise<Fixable[]> {
  const found: Fixable[] = [];
  for (const finding of findings) {
    await work.breathe();
    found.push({ finding, fixes: fixesOf(document, finding) });
  }
  return found;
}

interface Offer {
  readonly fix: Fix;
  readonly findings: readonly Finding[];
}

const offersOf = ({ finding, fixes }: Fixable): Offer[] => fixes.map((fix) => ({ fix, findings: [finding] }));
const preferredOf = ({ fixes }: Fixable): Fix[] => fixes.filter(({ preferred }) => preferred).slice(0, 1);

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
function fixAllOfRule(rule: string, fixable: readonly Fixable[]): Fix[] {
  const fixes = fixable.filter(({ finding }) => finding.rule === rule).flatMap(preferredOf);
  if (fixes.length < 2) return [];
  const title = say(`修正全部同类问题（${rule}，${fixes.length} 处）`, `Fix all of this rule (${rule}: ${fixes.length})`);
  return [{ title, class: 'value', preferred: false, breaks: 0, edits: joinFixes(fixes) }];
}

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

const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

const alone = (fix: Fix): Offer => ({ fix, findings: [] });

/** The fixes of the findings here, then those for many cells at once; whatever breaks a relation comes after all that does not. */
async function quickFixes(analysis: Analysis, selection: Span, presentation: Presentation, work: Work): Promise<CodeAction[]> {
  const isHere = ({ span }: Finding): boolean => touches(span, selection);
  const rules = new Set(analysis.findings.filter(isHere).map(({ rule }) => rule));
  const alike = analysis.findings.filter(({ rule }) => rules.has(rule));
  const fixable = await fixesFor(analysis, alike, work);
  const offers: Offer[] = [
    ...withoutRepeats(fixable.filter(({ finding }) => isHere(finding)).flatMap(offersOf)),
    ...withoutRepeats([...rules].flatMap((rule) => fixAllOfRule(rule, fixable)).map(alone)),
    ...sweeping(analysis, selection).map(alone),
  ];
  const harmlessFirst = [...offers.filter(({ fix }) => fix.breaks === 0), ...offers.filter(({ fix }) => fix.breaks > 0)];
  return harmlessFirst.map(({ fix, findings }) => {
    const fixed = findings.map((finding) => toDiagnostic(analysis, finding, presentation));
    return toQuickFix(analysis, fix, presentation, fixed);
  });
}

async function fixAll(analysis: Analysis, presentation: Presentation, work: Work): Promise<CodeAction[]> {
  const safe = (await fixesFor(analysis, analysis.findings, work)).flatMap(preferredOf).filter((fix) => fix.class === 'safe');
  if (safe.length === 0) return [];
  const title = say('应用全部安全修正', 'Apply all safe fixes')[presentation.language];
  return [{ title, kind: FIX_ALL_KIND, edit: toWorkspaceEdit(analysis, joinFixes(safe), presentation) }];
}

export async function codeActions(
  analysis: Analysis,
  { range, context }: CodeActionParams,
  presentation: Presentation,
  work: Work,
): Promise<CodeAction[]> {
  const within = (kind: string, only: string): boolean => only === CodeActionKind.Empty || kind === only || kind.startsWith(`${only}.`);
  const wants = (kind: string): boolean => !context.only || context.only.some((only) => within(kind, only));
  return [
    ...(wants(CodeActionKind.QuickFix) ? await quickFixes(analysis, toSpan(analysis, range), presentation, work) : []),
    // Asked for by name (on save, or by command), not at every cursor move.
    ...(context.only && wants(FIX_ALL_KIND) ? await fixAll(analysis, presentation, work) : []),
  ];
}
