/** The results of a check as JSON, version 1: one report a line, written as soon as its file is done. */
import { NO_REPORT } from '../../core/index.ts';
import type { CheckedFile, Formatter, Problem } from './formatter.ts';

const entriesOf = ({ path, reports }: CheckedFile): readonly string[] =>
  reports.length === 0
    ? [JSON.stringify({ path, ...NO_REPORT, findings: [] })]
    : reports.map(({ report, findings, waived = 0 }) => JSON.stringify({ path, ...report, findings, ...(waived > 0 && { waived }) }));

export function jsonFormatter(): Formatter {
  let separator = '\n';
  const problems: Problem[] = [];
  const entry = (text: string): string => {
    const separated = separator + text;
    separator = ',\n';
    return separated;
  };
  return {
    begin: () => '{"version":1,"reports":[',
    file: (file) => entriesOf(file).map(entry).join(''),
    problem(problem) {
      problems.push(problem);
      return '';
    },
    end: () => `\n],"problems":${JSON.stringify(problems)}}\n`,
  };
}

/** Lines that are whole in themselves, so that outputs of many machines can be put together by `cat`. */
export const ndjsonFormatter = (): Formatter => ({
  begin: () => '',
  file: (file) =>
    entriesOf(file)
      .map((entry) => `${entry}\n`)
      .join(''),
  problem: ({ path, message }) => `${JSON.stringify({ path, problem: message })}\n`,
  end: () => '',
});
