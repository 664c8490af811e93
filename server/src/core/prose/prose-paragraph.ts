/** A paragraph of prose, each of its characters with its place. */
import type { Paragraph } from '../layout/paragraph.ts';
import type { Span } from '../text/span.ts';

export interface ProseParagraph {
  /** Characters that show, simplified, digits and percent signs half width. */
  readonly text: string;
  /** The section in which it stands; `null` above the first. */
  readonly section: string | null;
  readonly spanOf: (start: number, end: number) => Span;
}

/** A paragraph of the text, mostly a line. */
export interface ProseLine {
  readonly prose: ProseParagraph;
  readonly source: Paragraph;
}
