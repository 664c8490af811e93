/** What a rule is: its description as data, a check, and the fixes for what the check found. */

import type { Siblings } from '../library/siblings.ts';
import type { Document, Report } from '../report/report.ts';
import type { Finding, Fix, FixClass, Localized, Severity } from './finding.ts';
import type { Settings } from './settings.ts';

export interface RuleMeta {
  readonly id: string;
  readonly severity: Severity;
  /** The severity of those findings that weigh less; the page says which. */
  readonly weakened?: Severity;
  /** The classes of fixes that the rule may offer. */
  readonly fixable: readonly FixClass[];
  /** One line for lists of rules. */
  readonly summary: Localized;
  /** The notice or article on which the rule rests. */
  readonly basis: Localized;
  /** The version that brought the rule. */
  readonly since: string;
}

export interface Context {
  readonly document: Document;
  readonly report: Report;
  /** What the project has said of this report, such as the unit’s level; the engine itself heeds what it says of rules. */
  readonly settings: Settings;
  /** The other reports that this one is compared with. */
  readonly siblings: Siblings;
}

/** A finding before the engine adds what the rule's description already says. */
export type Draft = Omit<Finding, 'rule' | 'severity' | 'report' | 'related'> & Partial<Pick<Finding, 'severity' | 'related'>>;

export interface Rule {
  readonly meta: RuleMeta;
  check(context: Context): Iterable<Draft>;
  /** Computed on demand: a diagnostic needs none. */
  fixes?(context: Context, finding: Finding): readonly Fix[];
}
