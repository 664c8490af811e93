/** How many findings there are of each severity and of each rule. */
import { type FindingJson, type FixClass, type Localized, rules, type Severity } from '../../../core/index.ts';
import { SEVERITY_ORDER } from './severities.ts';

export type BySeverity = Readonly<Record<Severity, number>>;
export const NONE: BySeverity = { error: 0, warning: 0, information: 0, hint: 0 };

interface RuleCount {
  readonly rule: string;
  /** The gravest among its findings. */
  readonly severity: Severity;
  readonly count: number;
  /** `null` for what is no rule of this product. */
  readonly summary: Localized | null;
}

export class RuleCounts {
  readonly #counts = new Map<string, { severity: Severity; count: number }>();

  add({ rule, severity }: FindingJson): void {
    const known = this.#counts.get(rule);
    if (!known) this.#counts.set(rule, { severity, count: 1 });
    else {
      known.count++;
      if (SEVERITY_ORDER.indexOf(severity) < SEVERITY_ORDER.indexOf(known.severity)) known.severity = severity;
    }
  }

  /** The gravest first, and of these the most frequent. */
  list(): readonly RuleCount[] {
    const summaries = new Map(rules.map(({ meta }) => [meta.id, meta.summary]));
    return [...this.#counts]
      .map(([rule, { severity, count }]) => ({ rule, severity, count, summary: summaries.get(rule) ?? null }))
      .sort(
        (a, b) =>
          SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) || b.count - a.count || (a.rule < b.rule ? -1 : 1),
      );
  }
}

/** `more` added to `counts`. */
export function addSeverities(counts: BySeverity, more: readonly FindingJson[]): BySeverity {
  const sum: Record<Severity, number> = { ...counts };
  for (const { severity } of more) sum[severity]++;
  return sum;
}

interface Offered {
  readonly class: FixClass;
  readonly preferred: boolean;
  readonly edits: readonly unknown[];
}

/** How many places `--values` would write, by the fixes of each finding. A wrong cell and the sums that it breaks share one. */
export function valuePlaces(offers: Iterable<readonly Offered[]>): number {
  const places = new Set<string>();
  for (const fixes of offers) {
    const fix = fixes.find((one) => one.class === 'value' && one.preferred);
    for (const edit of fix?.edits ?? []) places.add(JSON.stringify(edit));
  }
  return places.size;
}
