/** Quick fixes for the findings at the cursor, recomputation of totals, and “fix all”. */
import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import {
  type Finding,
  type Fix,
  fixesOf,
  isProven,
  joinProven,
  lineAt,
  proposalsOf,
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

type FixesOf = typeof proposalsOf;

/** What the project says of the text decides what an error is. */
const by = ({ configuration: { settings } }: Analysis) => ({ settings });

async function fixesFor(analysis: Analysis, findings: readonly Finding[], work: Work, made: FixesOf): Promise<Fixable[]> {
  const found: Fixable[] = [];
  for (const finding of findings) {
    await work.breathe();
    found.push({ finding, fixes: made(analysis.document, finding, by(analysis)) });
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

/** The preferred fixes that `isWanted` as one, as far as those of each report hold together. */
async function joined(analysis: Analysis, fixable: readonly Fixable[], work: Work, isWanted: (fix: Fix) => boolean) {
  const parts: ReturnType<typeof joinProven<Fix>>[] = [];
  for (const report of analysis.document.reports) {
    await work.breathe();
    const own = fixable.filter(({ finding }) => finding.report === report).flatMap(preferredOf);
    parts.push(joinProven(analysis.document, report, own.filter(isWanted), by(analysis)));
  }
  return { fixes: parts.flatMap(({ fixes }) => fixes), edits: parts.flatMap(({ edits }) => edits) };
}

/** The preferred fixes of every finding of a rule as one, where there are several. */
async function fixAllOfRule(analysis: Analysis, rule: string, fixable: readonly Fixable[], work: Work): Promise<Fix[]> {
  const own = fixable.filter(({ finding }) => finding.rule === rule);
  if (own.flatMap(preferredOf).length < 2) return [];
  const { fixes, edits } = await joined(analysis, own, work, () => true);
  if (fixes.length < 2) return [];
  const title = say(`修正全部同类问题（${rule}，${fixes.length} 处）`, `Fix all of this rule (${rule}: ${fixes.length})`);
  return [{ title, class: 'value', preferred: false, breaks: 0, edits }];
}

/** For many cells at once. Offered in the lines of a table, so that they do not stand in the way elsewhere. */
function sweeping(analysis: Analysis, selection: Span): Fix[] {
  const { document } = analysis;
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
  const fixes = [repairReport(document, report), ofTable, same ? null : ofReport];
  return fixes.filter((fix) => fix !== null).filter((fix) => isProven(document, report, fix, by(analysis)));
}

const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

const alone = (fix: Fix): Offer => ({ fix, findings: [] });

/** The fixes of the findings here, then those for many cells at once; whatever breaks a relation comes after all that does not. */
async function quickFixes(analysis: Analysis, selection: Span, presentation: Presentation, work: Work): Promise<CodeAction[]> {
  const isHere = ({ span }: Finding): boolean => touches(span, selection);
  const rules = new Set(analysis.findings.filter(isHere).map(({ rule }) => rule));
  const here = await fixesFor(analysis, analysis.findings.filter(isHere), work, fixesOf);
  const alike = await fixesFor(
    analysis,
    analysis.findings.filter(({ rule }) => rules.has(rule)),
    work,
    proposalsOf,
  );
  const bulk: Fix[] = [];
  for (const rule of rules) bulk.push(...(await fixAllOfRule(analysis, rule, alike, work)));
  const offers: Offer[] = [
    ...withoutRepeats(here.flatMap(offersOf)),
    ...withoutRepeats(bulk.map(alone)),
    ...sweeping(analysis, selection).map(alone),
  ];
  const harmlessFirst = [...offers.filter(({ fix }) => fix.breaks === 0), ...offers.filter(({ fix }) => fix.breaks > 0)];
  return harmlessFirst.map(({ fix, findings }) => {
    const fixed = findings.map((finding) => toDiagnostic(analysis, finding, presentation));
    return toQuickFix(analysis, fix, presentation, fixed);
  });
}

async function fixAll(analysis: Analysis, presentation: Presentation, work: Work): Promise<CodeAction[]> {
  const fixable = await fixesFor(analysis, analysis.findings, work, proposalsOf);
  const { edits } = await joined(analysis, fixable, work, (fix) => fix.class === 'safe');
  if (edits.length === 0) return [];
  const title = say('应用全部安全修正', 'Apply all safe fixes')[presentation.language];
  return [{ title, kind: FIX_ALL_KIND, edit: toWorkspaceEdit(analysis, edits, presentation) }];
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
