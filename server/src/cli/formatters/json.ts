/** The results of a check as JSON, version 1: one report a line, written as soon as its file is done. */
import { NO_REPORT } from '../../core/index.ts';
import type { CheckedFile, Formatter } from './formatter.ts';

export function jsonFormatter(): Formatter {
  let separator = '\n';
  const entry = (value: object): string => {
    const text = separator + JSON.stringify(value);
    separator = ',\n';
    return text;
  };
  return {
    begin: () => '{"version":1,"reports":[',
    file: ({ path, reports }: CheckedFile) =>
      reports.length === 0
        ? entry({ path, ...NO_REPORT, findings: [] })
        : reports
            .map(({ report, findings, waived = 0 }) => entry({ path, ...report, findings, ...(waived > 0 ? { waived } : {}) }))
            .join(''),
    end: (problems) => `\n],"problems":${JSON.stringify(problems)}}\n`,
  };
}
