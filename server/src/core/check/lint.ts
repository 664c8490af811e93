/** The engine: runs every rule over every report, behind an error boundary, and checks what they return. */
import { DEFAULT_SETTINGS, type Settings, severityIn } from '../config/settings.ts';
import { alone, NO_SIBLINGS, type SiblingsOf } from '../library/siblings.ts';
import type { Document } from '../report/report.ts';
import { type Finding, type Fix, say } from './finding.ts';
import type { Context, Rule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';

export interface LintOptions {
  /** Which rules speak and how loudly; without them each has its own severity. */
  readonly settings?: Settings;
  /** Other rules than those of the product. */
  readonly rules?: readonly Rule[];
  /** The other reports that each report is compared with; none unless told. */
  readonly siblingsOf?: SiblingsOf;
}

/** Findings in the order of the text; those that rest on other reports where `siblingsOf` knows of some. A rule that throws, or points outside the text, becomes one finding. */
export function lint(document: Document, options: LintOptions = {}): Finding[] {
  const { settings = DEFAULT_SETTINGS, rules = allRules, siblingsOf = alone } = options;
  const active = rules.filter(({ meta }) => settings.rules.get(meta.id) !== 'off');
  const findings: Finding[] = [];
  for (const report of document.reports) {
    const context: Context = { document, report, settings, siblings: siblingsOf(report) };
    for (const rule of active) {
      try {
        for (const draft of rule.check(context)) {
          assertInside(draft.span, document.text);
          for (const place of draft.related ?? []) if (place.path === undefined) assertInside(place.span, document.text);
          const severity = severityIn(settings, rule.meta.id, rule.meta.severity, draft.severity);
          if (severity !== 'off') findings.push({ related: [], ...draft, severity, rule: rule.meta.id, report });
        }
      } catch (error) {
        findings.push(failure(rule.meta.id, error, context));
      }
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The fixes of a finding, the preferred one first and those that break something last. */
export function fixesOf(
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

function failure(rule: string, error: unknown, { report, document }: Context): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  const start = Math.min(report.title?.start ?? report.span.start, document.text.length);
  return {
    rule: 'internal-error',
    severity: 'information',
    span: { start, end: start },
    message: say(`规则 ${rule} 运行出错，未能检查：${reason}`, `Rule ${rule} failed and checked nothing: ${reason}`),
    cells: [],
    related: [],
    report,
  };
}
