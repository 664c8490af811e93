/** The results of a check as SARIF 2.1.0 (OASIS), for code scanning and its viewers; written file by file. */
import { version } from '../../../../package.json';
import { type FindingJson, type Language, type Range, rules, type Severity } from '../../core/index.ts';
import type { CheckedReport, Formatter, Problem } from './formatter.ts';
import { uriOf } from './parts/uri.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

export function sarifFormatter(language: Language): Formatter {
  const ruleIndex = new Map(rules.map(({ meta }, index) => [meta.id, index]));
  const problems: Problem[] = [];
  let separator = '\n';
  const resultOf = (uri: string, { report }: CheckedReport, finding: FindingJson): string => {
    const { rule, severity, message, range, cells, expected, actual, related, fixes } = finding;
    const index = ruleIndex.get(rule);
    const result = {
      ruleId: rule,
      ...(index === undefined ? {} : { ruleIndex: index }),
      level: LEVELS[severity],
      message: { text: message },
      locations: [locationOf(uri, range)],
      ...(related.length > 0
        ? {
            relatedLocations: related.map((one, id) => ({
              id,
              ...locationOf(one.path === undefined ? uri : uriOf(one.path), one.range),
              message: { text: one.message },
            })),
          }
        : {}),
      ...(fixes.length > 0
        ? {
            fixes: fixes.map(({ title, edits }) => ({
              description: { text: title },
              artifactChanges: [
                {
                  artifactLocation: { uri },
                  replacements: edits.map((edit) => ({ deletedRegion: regionOf(edit.range), insertedContent: { text: edit.newText } })),
                },
              ],
            })),
          }
        : {}),
      properties: { severity, cells, expected, actual, unit: report.unit, reportingYear: report.reportingYear },
    };
    const text = separator + JSON.stringify(result);
    separator = ',\n';
    return text;
  };
  return {
    // The keys of a run may come in any order, so what is known last is written last.
    begin: () =>
      `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[{"tool":${JSON.stringify(toolOf(language))},` +
      `"columnKind":"utf16CodeUnits","language":"${language === 'en' ? 'en' : 'zh-CN'}","results":[`,
    file({ path, reports }) {
      const uri = uriOf(path);
      return reports.flatMap((checked) => checked.findings.map((finding) => resultOf(uri, checked, finding))).join('');
    },
    problem(problem) {
      problems.push(problem);
      return '';
    },
    end() {
      const notifications = problems.map(({ path, message }) => ({
        level: 'error',
        message: { text: message },
        locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
      }));
      const invocation = { executionSuccessful: problems.length === 0, toolExecutionNotifications: notifications };
      return `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`;
    },
  };
}

const toolOf = (language: Language) => ({
  driver: {
    name: 'disclosure-report-lint',
    semanticVersion: version,
    rules: rules.map(({ meta }) => ({
      id: meta.id,
      shortDescription: { text: meta.summary[language] },
      fullDescription: { text: `${meta.summary[language]} (${meta.basis[language]})` },
      defaultConfiguration: { level: LEVELS[meta.severity] },
      properties: { severity: meta.severity, since: meta.since },
    })),
  },
});

const locationOf = (uri: string, range: Range) => ({ physicalLocation: { artifactLocation: { uri }, region: regionOf(range) } });

/** SARIF counts from 1. */
const regionOf = ({ start, end }: Range) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});
