/** The engine: runs every rule over every report, within an error boundary, and checks what they return. */

import { type Finding, type Fix, say } from '../finding/finding.ts';
import type { Context, Draft, Rule, RuleMeta } from '../finding/rule.ts';
import { DEFAULT_SETTINGS, type Settings, severityIn } from '../finding/settings.ts';
import { alone, NO_SIBLINGS, type SiblingsOf } from '../library/siblings.ts';
import type { Document } from '../report/report.ts';
import { rules as allRules } from './rules/index.ts';

export interface LintOptions {
  /** Which rules speak and how loudly; without them each has its own severity. */
  readonly settings?: Settings;
  /** Other rules than those of the product. */
  readonly rules?: readonly Rule[];
  /** The other reports that each report is compared with; none unless told. */
  readonly siblingsOf?: SiblingsOf;
}

/** The id of the finding that tells of rules that failed. */
export const INTERNAL_ERROR = 'internal-error';

/**
 * Findings in the order of the text; those that rest on other reports where `siblingsOf` knows of some. Rules that throw,
 * or that point outside the text, become one error a report: what they would have found is not known.
 */
export function lint(document: Document, options: LintOptions = {}): Finding[] {
  const { settings = DEFAULT_SETTINGS, rules = allRules, siblingsOf = alone } = options;
  const active = rules.filter(({ meta }) => settings.rules.get(meta.id) !== 'off');
  return document.reports
    .flatMap((report) => lintReport({ document, report, settings, siblings: siblingsOf(report) }, active))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function lintReport(context: Context, rules: readonly Rule[]): Finding[] {
  const findings: Finding[] = [];
  const failed: Failure[] = [];
  for (const rule of rules) {
    try {
      // One after the other: what a rule found before it failed stays.
      for (const draft of rule.check(context)) findings.push(...asFinding(rule.meta, draft, context));
    } catch (error) {
      failed.push({ rule: rule.meta.id, error });
    }
  }
  const [first] = failed;
  return first ? [...findings, failure(failed, reasonOf(first.error), context)] : findings;
}

/** Nothing where the project does not want to hear of it; throws where the draft points outside the text. */
function asFinding({ id, severity: usual }: RuleMeta, draft: Draft, { document, report, settings }: Context): Finding[] {
  assertInside(draft.span, document.text);
  for (const place of draft.related ?? []) if (place.path === undefined) assertInside(place.span, document.text);
  const severity = severityIn(settings, id, usual, draft.severity);
  return severity === 'off' ? [] : [{ related: [], ...draft, severity, rule: id, report }];
}

/** The fixes that a rule has for a finding, the preferred one first and those that break something last. None of them is proven. */
export function proposalsOf(
  document: Document,
  finding: Finding,
  { settings = DEFAULT_SETTINGS, rules = allRules }: LintOptions = {},
): readonly Fix[] {
  const rule = rules.find(({ meta }) => meta.id === finding.rule);
  try {
    return rule?.fixes?.({ document, report: finding.report, settings, siblings: NO_SIBLINGS }, finding) ?? [];
  } catch {
    // A fix that cannot be computed is not offered; the finding itself stays.
    return [];
  }
}

function assertInside(span: { start: number; end: number }, text: string): void {
  if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length))
    throw new Error(`span ${span.start}–${span.end} is not in the text`);
}

/** What is said of a text that could not be read or checked at all: without a word it would look like a correct report. */
export const uncheckable = (error: unknown): Omit<Finding, 'report'> => ({
  rule: INTERNAL_ERROR,
  severity: 'error',
  span: { start: 0, end: 0 },
  message: say(`未能校核，没有提示不等于没有问题：${reasonOf(error)}`, `This text could not be checked: ${reasonOf(error)}`),
  cells: [],
  related: [],
});

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

interface Failure {
  readonly rule: string;
  readonly error: unknown;
}

function failure(failed: readonly Failure[], reason: string, { report, document }: Context): Finding {
  const names = failed.map(({ rule }) => rule);
  const start = Math.min(report.title?.start ?? report.span.start, document.text.length);
  return {
    rule: INTERNAL_ERROR,
    severity: 'error',
    span: { start, end: start },
    message: say(
      `未能完整校核：规则 ${names.join('、')} 运行出错：${reason}`,
      `This report could not be checked completely: ${names.join(', ')} failed: ${reason}`,
    ),
    cells: [],
    related: [],
    report,
  };
}
