/** The reports that a report is compared with. */
import type { Report } from '../report/report.ts';
import type { Digest } from './digest.ts';

export interface Members {
  readonly reports: readonly Digest[];
  /** Whether a member has several reports that differ: none of them is among `reports`. */
  readonly doubtful: boolean;
  /** Units and globs, as the project names them, of which no report is here. */
  readonly absent: readonly string[];
}

/** Whether a name stands for any number of reports, none among them, and not for one. */
export const isPattern = (name: string): boolean => /[*?[{]/.test(name.replaceAll('**/', ''));

export interface Siblings {
  /** Last year's report of the same unit, if there is exactly one. */
  readonly previous: Digest | null;
  /** The reports that this one adds up; `null` where it is no aggregate. */
  readonly members: Members | null;
}

export type SiblingsOf = (report: Report) => Siblings;

export const NO_SIBLINGS: Siblings = { previous: null, members: null };
export const alone: SiblingsOf = () => NO_SIBLINGS;

/** Whether a report would be compared with the same reports, unchanged. */
export const sameSiblings = (a: Siblings, b: Siblings): boolean =>
  a.previous === b.previous &&
  a.members?.doubtful === b.members?.doubtful &&
  String(a.members?.absent) === String(b.members?.absent) &&
  a.members?.reports.length === b.members?.reports.length &&
  (a.members?.reports ?? []).every((report, index) => report === b.members?.reports[index]);
