/** The results of a check as JUnit’s XML: a file is a suite, a finding a case. Errors fail; what weighs less is noted. */
import type { FindingJson, Language } from '../../core/index.ts';
import type { CheckedFile, Formatter } from './formatter.ts';
import { escapeMarkup } from './parts/markup.ts';
import { SEVERITIES } from './parts/severities.ts';

interface Case {
  readonly name: string;
  readonly outcome: 'failures' | 'errors' | 'skipped' | 'passed';
  readonly body: string;
}

export function junitFormatter(language: Language): Formatter {
  const tell = (zh: string, en: string): string => (language === 'en' ? en : zh);
  const caseOf = ({ rule, severity, message, range: { start } }: FindingJson): Case => {
    const place = `${start.line + 1}:${start.character + 1}`;
    const text = escapeMarkup(`${place} ${SEVERITIES[severity].name[language]} ${message}`);
    return severity === 'error'
      ? {
          name: `${rule} ${place}`,
          outcome: 'failures',
          body: `<failure type="${escapeMarkup(rule)}" message="${escapeMarkup(message)}">${text}</failure>`,
        }
      : { name: `${rule} ${place}`, outcome: 'passed', body: `<system-out>${text}</system-out>` };
  };
  const casesOf = ({ reports }: CheckedFile): readonly Case[] => {
    if (reports.length === 0) {
      const message = escapeMarkup(tell('不是政府信息公开年报', 'is no disclosure report'));
      return [{ name: tell('校核', 'check'), outcome: 'skipped', body: `<skipped message="${message}"/>` }];
    }
    const cases = reports.flatMap(({ findings }) => findings.map(caseOf));
    return cases.length > 0 ? cases : [{ name: tell('校核', 'check'), outcome: 'passed', body: '' }];
  };
  const suite = (path: string, cases: readonly Case[]): string => {
    const count = (outcome: Case['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
    const name = escapeMarkup(path);
    const head = `<testsuite name="${name}" tests="${cases.length}" failures="${count('failures')}" errors="${count('errors')}" skipped="${count('skipped')}">\n`;
    const lines = cases.map((one) => `<testcase classname="${name}" name="${escapeMarkup(one.name)}">${one.body}</testcase>\n`);
    return `${head}${lines.join('')}</testsuite>\n`;
  };
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="disclosure-report-lint">\n',
    file: (file) => suite(file.path, casesOf(file)),
    problem: ({ path, message }) =>
      suite(path, [{ name: tell('读取', 'read'), outcome: 'errors', body: `<error message="${escapeMarkup(message)}"/>` }]),
    end: () => '</testsuites>\n',
  };
}
