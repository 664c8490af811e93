/** What the rules about headings share: a statutory heading as it is written, its number and its words. */
import type { Report, Section } from '../report/report.ts';
import type { Edition } from '../statute/schema.ts';
import { memo } from '../text/memo.ts';
import { trim } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';

export interface WrittenHeading {
  readonly section: Section;
  readonly spec: Edition['sections'][number];
  /** With its brackets and punctuation; `null` where there is none. */
  readonly number: Span | null;
  readonly words: Span;
}

// Markdown's signs and escapes may stand before it.
const NUMBERED =
  /^([\s#*_>\\]*)((?:第?[一二三四五六七八九十]{1,2}(?:部分)?|[\d０-９]{1,2}|[（(][一二三四五六七八九十\d]{1,2}[)）])\s*[、.．,，:：]?)?\s*/;

/** The headings of a report; those that are cut apart by markup are left out: nobody can say what was written. */
export const headingsOf = memo((text: string, { sections, form, due, legacy }: Report): readonly WrittenHeading[] => {
  // The form before 2019 had headings of its own.
  const specs = legacy ? [] : ((form ?? due)?.edition.sections ?? []);
  return sections.flatMap((section): WrittenHeading[] => {
    const spec = specs.find(({ id }) => id === section.id);
    const { start, end } = section.heading;
    const written = text.slice(start, end);
    const match = NUMBERED.exec(written);
    if (!spec || !match || /[<>&\r\n]/.test(written.replace(/^[\s>]+/, ''))) return [];
    const [all, before = '', number = ''] = match;
    const from = start + before.length;
    const words = trim(text, start + all.length, end);
    return [{ section, spec, number: number === '' ? null : { start: from, end: from + number.length }, words: withoutMarks(text, words) }];
  });
});

/** Without Markdown’s emphasis and closing signs, and a colon. */
function withoutMarks(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && /[\s*_#:：]/.test(text.charAt(last - 1))) last--;
  return { start, end: last };
}
