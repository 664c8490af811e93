/** What is wrong in one of the project’s files: a finding that belongs to no report. */
import type { FileFinding, Localized, Severity } from '../finding/finding.ts';
import { type Settings, severityIn } from '../finding/settings.ts';
import type { Span } from '../text/span.ts';
import { FILE_RULES, type FileRuleId } from './file-rules.ts';

/** One of the project’s files, as it was found. */
export interface SourceFile {
  readonly place: string;
  readonly text: string;
}

export const problem = (rule: FileRuleId, span: Span, message: Localized): FileFinding => ({
  rule,
  severity: ownSeverity(rule),
  span,
  message,
  cells: [],
  related: [],
});

const ownSeverity = (rule: string): Severity => FILE_RULES.find(({ id }) => id === rule)?.severity ?? 'error';

/** The findings with the severities that the settings give them, without those that they switch off. */
export const problemsIn = (settings: Settings, findings: readonly FileFinding[]): readonly FileFinding[] =>
  findings.flatMap((finding) => {
    const severity = severityIn(settings, finding.rule, ownSeverity(finding.rule));
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
