/** What the prose claims in numbers, as plain data. */
import type { Span } from '../../text/span.ts';

/** Readings: each is a sum of rows (or columns) and groups of one table, `received+carriedOver` or `total-other`; all by their roles. */
export interface Measure {
  readonly table: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

interface Said {
  /** The words as they stand, without white space. */
  readonly quote: string;
  /** Words of scope, or a loose expression, stand by: a mismatch may be right. */
  readonly weak: boolean;
}

/** 予以公开 8 件. */
export interface CountClaim extends Said {
  readonly kind: 'count';
  readonly measure: Measure;
  /** The number's own characters. */
  readonly span: Span;
  readonly value: number;
  /** What one unit of the last digit is worth; above 1 the number is rounded. */
  readonly step: number;
  /** It counts applications as a whole, so that percentages may refer to it. */
  readonly whole: boolean;
  readonly sentence: number;
  /** Ids of the terms that name it. */
  readonly terms: readonly string[];
}

/** （予以公开 8 件，）占 57.1%. */
export interface PercentClaim extends Said {
  readonly kind: 'percent';
  readonly measure: Measure;
  readonly span: Span;
  readonly value: number;
  readonly decimals: number;
  readonly vague: boolean;
  /** The count that it explains, as the prose has it. */
  readonly count: number | null;
  /** Wholes that the prose names before it. */
  readonly wholes: readonly number[];
}

/** 未收到政府信息公开申请, 均获维持: these cells are 0. */
export interface NoneClaim extends Said {
  readonly kind: 'none';
  readonly measures: readonly Measure[];
  readonly span: Span;
}

interface ListNumber {
  readonly span: Span;
  readonly value: number;
}

/** 共 467 条，其中 A 314 条、B 37 条、其他 116 条. */
export interface ListClaim extends Said {
  readonly kind: 'list';
  readonly total: ListNumber;
  readonly parts: readonly ListNumber[];
  readonly sum: number;
}

export type Claim = CountClaim | PercentClaim | NoneClaim | ListClaim;
