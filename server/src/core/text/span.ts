/** A stretch of the source: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** The smallest span that holds all of `spans` (at least one). */
export function cover(spans: readonly Span[]): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const s of spans) {
    if (s.start < start) start = s.start;
    if (s.end > end) end = s.end;
  }
  return { start, end };
}

/** The stretches of `whole` outside of `parts`, which come in the order of the text and do not overlap. */
export function uncovered(whole: Span, parts: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let from = whole.start;
  for (const { start, end } of parts) {
    if (start > from) gaps.push({ start: from, end: Math.min(start, whole.end) });
    from = Math.max(from, end);
  }
  if (from < whole.end) gaps.push({ start: from, end: whole.end });
  return gaps;
}
