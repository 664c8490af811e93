/** The reports that a report is compared with. */
import type { Report } from '../report/report.ts';
import type { Digest } from './digest.ts';

export interface Members {
  readonly reports: readonly Digest[];
  /** Whether every member that the project names has its report here. */
  readonly complete: boolean;
}

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
  a.members?.complete === b.members?.complete &&
  a.members?.reports.length === b.members?.reports.length &&
  (a.members?.reports ?? []).every((report, index) => report === b.members?.reports[index]);
