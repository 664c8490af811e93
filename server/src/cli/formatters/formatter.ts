/** What prints the results of a check: it is told of one file after the other and returns what to write. */
import type { FindingJson, Language, ReportJson } from '../../core/index.ts';
import type { Paint } from './parts/paint.ts';

export interface CheckedReport {
  readonly report: ReportJson;
  readonly findings: readonly FindingJson[];
  /** How many findings of the report somebody has waived; none unless told. */
  readonly waived?: number;
}

/** A file and the reports in it, none when it is no report. The findings of a waivers file come as those of a report that is not recognised. */
export interface CheckedFile {
  readonly path: string;
  /** What the ranges of the findings refer to. */
  readonly text: string;
  readonly reports: readonly CheckedReport[];
}

/** A file that could not be read. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** It keeps no findings, however many there are: whatever it sums up is as small as the rules and the units. */
export interface Formatter {
  begin(): string;
  file(file: CheckedFile): string;
  problem(problem: Problem): string;
  end(): string;
}

export interface FormatterOptions {
  readonly language: Language;
  readonly paint: Paint;
}
