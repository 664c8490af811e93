/** A stretch of source as a reader sees it: lines, paragraphs, and cells whose text has markup in between. */
import type { Span } from '../text/span.ts';

/** A stretch of source that shows as text, and its place in the shown text. */
export interface Run extends Span {
  readonly at: number;
}

/** The text that a reader sees where markup, entities or other columns stand between its pieces. */
export interface Shown {
  readonly text: string;
  readonly runs: readonly Run[];
}

/** A line or paragraph outside the tables: where headings, titles and prose are found. */
export interface Paragraph extends Span {
  readonly shown?: Shown | undefined;
}

/** What a reader sees of it. */
export const shownIn = (text: string, { start, end, shown }: Paragraph): string => shown?.text ?? text.slice(start, end);
