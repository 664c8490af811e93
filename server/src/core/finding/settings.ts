/** What a project has chosen for one report: plain data that the engine and the rules read. */

import type { FurtherEdition } from '../statute/rejected.ts';
import type { Severity } from './finding.ts';

/** What kind of body the unit is: its deadline and its power to make 规章 follow from it. */
export type Level = 'township' | 'department' | 'county' | 'city' | 'province' | 'vertical' | 'ministry';

export interface LevelFacts {
  /** The last day, in the year after the reporting year, on which the report may appear (R711 art. 49, N21). */
  readonly deadline: { readonly month: number; readonly day: number };
  /** Whether the law lets the body make 规章 (立法法 art. 91, 93); `true` where some bodies of the level may. */
  readonly mayMakeRegulations: boolean;
}

export const LEVELS: Readonly<Record<Level, LevelFacts>> = {
  township: { deadline: { month: 1, day: 31 }, mayMakeRegulations: false },
  department: { deadline: { month: 1, day: 31 }, mayMakeRegulations: false },
  county: { deadline: { month: 2, day: 20 }, mayMakeRegulations: false },
  city: { deadline: { month: 3, day: 10 }, mayMakeRegulations: true },
  province: { deadline: { month: 3, day: 31 }, mayMakeRegulations: true },
  // Customs and taxes report as one system: its head may make 规章, its branches may not.
  vertical: { deadline: { month: 3, day: 31 }, mayMakeRegulations: true },
  ministry: { deadline: { month: 1, day: 31 }, mayMakeRegulations: true },
};

export interface Settings {
  /** Rules that somebody switched off or gave another severity; the others have their own. */
  readonly rules: ReadonlyMap<string, 'off' | Severity>;
  /** `null` where nobody said: a rule that wants it then says nothing that depends on it. */
  readonly level: Level | null;
  /** Further editions, checked, and what is known of those that were refused. The same list is the same object, so that what is made of it can be kept. */
  readonly editions: readonly FurtherEdition[];
  /** Globs of the reports that this one adds up, as absolute places; empty where it is no aggregate. */
  readonly members: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = { rules: new Map(), level: null, editions: [], members: [] };

const WEIGHT: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };

/**
 * The severity of a finding, or `off`. A severity in the settings takes the place of the rule’s own; a finding that the
 * rule itself weakens stays as weak as it made it.
 */
export function severityIn({ rules }: Settings, rule: string, own: Severity, drafted: Severity = own): 'off' | Severity {
  const told = rules.get(rule);
  if (!told || told === 'off') return told ?? drafted;
  return WEIGHT[drafted] < WEIGHT[own] && WEIGHT[drafted] < WEIGHT[told] ? drafted : told;
}
