/** The results of a check as GitHub’s workflow commands, which annotate the lines of a pull request. */
import type { FindingJson, Language, Severity } from '../../core/index.ts';
import type { Formatter } from './formatter.ts';
import { uriPathOf } from './parts/uri.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

export function githubFormatter(language: Language): Formatter {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  const command = (path: string, { rule, severity, message, range: { start, end } }: FindingJson): string => {
    counts[severity]++;
    const place = {
      file: uriPathOf(path),
      line: start.line + 1,
      col: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
    const properties = Object.entries({ ...place, title: rule }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    return `::${COMMANDS[severity]} ${properties.join()}::${escapeData(message)}\n`;
  };
  return {
    begin: () => '',
    file: ({ path, reports }) => reports.flatMap(({ findings }) => findings.map((finding) => command(path, finding))).join(''),
    problem: ({ path, message }) => `::error file=${escapeProperty(uriPathOf(path))}::${escapeData(message)}\n`,
    end() {
      const { error, warning, information, hint } = counts;
      return language === 'en'
        ? `errors ${error}, warnings ${warning}, information ${information}, hints ${hint}\n`
        : `错误 ${error}，警告 ${warning}，信息 ${information}，提示 ${hint}\n`;
    },
  };
}

/** As GitHub’s own toolkit escapes them. */
const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
