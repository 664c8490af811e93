/** What a rule says about a report: plain data, in both languages, with spans in the source. */
import type { Report } from '../report/report.ts';
import type { Range } from '../text/lines.ts';
import type { Localized } from '../text/localized.ts';
import type { Span } from '../text/span.ts';

export { type Language, type Localized, say } from '../text/localized.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** `safe`: no number changes. `value`: a number changes. `manual`: several choices, none preferred. */
export type FixClass = 'safe' | 'value' | 'manual';

export interface Fix {
  readonly title: Localized;
  readonly class: FixClass;
  /** Unique and re-checked: every relation that held still holds after it. */
  readonly preferred: boolean;
  /** How many relations would not hold after it that are not violated now; such a fix says so and comes last. */
  readonly breaks: number;
  /** What a person must know before it is applied: editors show it with a preview and ask. */
  readonly confirm?: Localized;
  /** The cells that it writes, with what is read there afterwards; of all others it changes nothing. */
  readonly numbers?: Numbers;
  readonly edits: readonly Edit[];
}

/** Numbers of a report by the keys of their cells; `null` for a blank, `undefined` for a cell that is not there. */
export type Numbers = ReadonlyMap<string, number | null | undefined>;

/** A place that a finding rests on: in the same text, or in another file under the name that the caller has for it. */
export type Related =
  | { readonly span: Span; readonly path?: undefined; readonly message: Localized }
  | { readonly path: string; readonly range: Range; readonly message: Localized };

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Localized;
  /** Keys of the cells that it is about. */
  readonly cells: readonly string[];
  readonly expected?: number;
  readonly actual?: number;
  /** What each of `cells` should say, where they are expected to change together. */
  readonly due?: readonly number[];
  readonly related: readonly Related[];
  /** The table, and the relation in it (by index) or the row (by its key), where it is about one. */
  readonly table?: string;
  readonly relation?: number;
  readonly row?: string;
  readonly report: Report;
}

/** A finding that belongs to no report: about one of the project’s files, or about a text as a whole. */
export type FileFinding = Omit<Finding, 'report'>;
