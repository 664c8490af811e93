/** Where a statutory table stands in HTML: inside one `table` element, or from the first of several to the last. */
import { residueEnd } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';

interface Tag extends Span {
  readonly closing: boolean;
}

interface Element {
  /** From the end of the opening tag to the closing one. */
  readonly content: Span;
  readonly end: number;
  readonly inner: readonly Element[];
}

/** The content to be replaced: the opening tag of the first element and the closing one of the last stay. */
export function htmlExtent(text: string, inked: Span): Span | null {
  const elements = elementsOf(text);
  const first = innermost(elements, inked.start);
  const last = innermost(elements, inked.end - 1);
  if (!first || !last || first.inner.length > 0 || last.inner.length > 0) return null;
  const content = { start: first.content.start, end: last.content.end };
  const between = siblingsFrom(elements, first, last);
  if (!between?.every(({ inner }) => inner.length === 0)) return null;
  // Elements around the tables would lose their ends or their beginnings.
  const whole = between.every((element, index) => {
    const before = between[index - 1];
    return !before || isEmpty(text.slice(before.end, element.content.start));
  });
  return whole ? content : null;
}

function elementsOf(text: string): Element[] {
  const roots: Element[] = [];
  const open: { readonly start: number; readonly inner: Element[] }[] = [];
  for (const { closing, start, end } of tagsOf(text)) {
    if (!closing) open.push({ start: end, inner: [] });
    else {
      const opened = open.pop();
      if (opened) (open[open.length - 1]?.inner ?? roots).push({ content: { start: opened.start, end: start }, end, inner: opened.inner });
    }
  }
  return open.length > 0 ? [] : roots;
}

function tagsOf(text: string): Tag[] {
  const tags: Tag[] = [];
  let end = 0;
  for (const match of text.matchAll(/<\/?table(?=[\s>])/gi)) {
    if (match.index < end) continue;
    end = text.indexOf('>', match.index) + 1;
    if (end === 0) break;
    tags.push({ start: match.index, end, closing: match[0][1] === '/' });
  }
  return tags;
}

const holds = ({ content }: Element, at: number): boolean => content.start <= at && at < content.end;

function innermost(elements: readonly Element[], at: number): Element | null {
  const outer = elements.find((element) => holds(element, at));
  return outer ? (innermost(outer.inner, at) ?? outer) : null;
}

/** The elements from `first` to `last`, if they stand side by side. */
function siblingsFrom(elements: readonly Element[], first: Element, last: Element): readonly Element[] | null {
  const from = elements.indexOf(first);
  const to = elements.indexOf(last);
  if (from >= 0 && to >= from) return elements.slice(from, to + 1);
  for (const { inner } of elements) {
    const found = siblingsFrom(inner, first, last);
    if (found) return found;
  }
  return null;
}

/** White space, line breaks and empty paragraphs, and the opening tag of the next table. */
const isEmpty = (markup: string): boolean => /^\s*$/.test(markup.replace(/<\/?(?:table|br|p)(?=[\s/>])[^<>]*>|&nbsp;/gi, ''));

/** The end of the tag, comment or entity that begins at `at`, or `at` where there is none. */
export function markupEnd(text: string, at: number, end: number): number {
  if (text[at] !== '<') return residueEnd(text, at, end);
  const mark = text.startsWith('<!--', at) ? '-->' : '>';
  const close = text.indexOf(mark, at);
  return close < 0 || close >= end ? at : close + mark.length;
}
