/** What prints the results of a check: it is told of one file after the other and returns what to write. */
import type { FindingJson, ReportJson } from '../../core/index.ts';

export interface CheckedReport {
  readonly report: ReportJson;
  readonly findings: readonly FindingJson[];
  /** How many findings of the report somebody has waived; none unless told. */
  readonly waived?: number;
}

/** A file and the reports in it, none when it is no report. The findings of a waivers file come as those of a report that is not recognised. */
export interface CheckedFile {
  readonly path: string;
  readonly reports: readonly CheckedReport[];
}

export interface Problem {
  readonly path: string;
  readonly message: string;
}

export interface Formatter {
  begin(): string;
  file(file: CheckedFile): string;
  /** `problems` names the files that could not be read. */
  end(problems: readonly Problem[]): string;
}
