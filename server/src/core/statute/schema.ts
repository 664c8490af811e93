/** The shape of an edition file: a statutory form as data. */
import * as z from 'zod/mini';

const label = { label: z.string().check(z.minLength(1)), variants: z.optional(z.array(z.string())) };
const localized = z.strictObject({ 'zh-cn': z.string(), en: z.string() });

const column = z.strictObject({
  key: z.string(),
  ...label,
  /** `integer` (the default) is a count; only amounts take decimals, only changes take a sign (relation A5). */
  number: z.optional(z.enum(['integer', 'decimal', 'signed'])),
  /** `in-cell`: an amount whose unit the form does not name, so that it is no fault to write it into the cell (`4106万元`). */
  unit: z.optional(z.enum(['in-cell'])),
  /** Keys of the header words above it, outermost first. */
  groups: z.optional(z.array(z.string())),
});

const row = z.strictObject({
  key: z.string(),
  ...label,
  /** Keys of the groups around the row, outermost first. */
  groups: z.optional(z.array(z.string())),
  /** The article of the Regulations (R711) behind the row. */
  article: z.optional(z.string()),
  /**
   * The row of an earlier form that counted this: those that name it add up to it. `rest`: nobody can tell the parts
   * of a number of that row, so this one takes it over whole. Rows and columns with the same key mean the same.
   */
  formerly: z.optional(z.strictObject({ row: z.string(), as: z.enum(['part', 'rest']) })),
});

const block = z.strictObject({
  label: z.optional(z.string()),
  /** `rows`: each row on a line of its own, led by its label. `line`: all rows side by side in one line of numbers. */
  arrangement: z.optional(z.enum(['rows', 'line'])),
  columns: z.array(column).check(z.minLength(1)),
  groups: z.optional(z.record(z.string(), z.strictObject(label))),
  rows: z.array(row).check(z.minLength(1)),
});

/** For each row (or column): the sum of the cells `left` equals the sum of the cells `right`. */
const relation = z.strictObject({
  id: z.string(),
  /** The equation in words. */
  name: localized,
  rule: z.string(),
  each: z.enum(['row', 'column']),
  left: z.array(z.string()).check(z.minLength(1)),
  right: z.array(z.string()).check(z.minLength(1)),
});

/**
 * What is usually so, and wants a look where it is not. `at-most`: Σ left ≤ Σ right in every row that has these columns.
 * `needs`: Σ left > 0 only where Σ right > 0. `share`: the rows `left` are at most `share` of the rows `right`, in the
 * column named; fewer than `least` are never spoken of. `power`: the rows `left` are 0 in bodies that cannot make rules.
 */
const usual = z.strictObject({
  kind: z.enum(['at-most', 'needs', 'share', 'power']),
  left: z.array(z.string()).check(z.minLength(1)),
  right: z.optional(z.array(z.string())),
  column: z.optional(z.string()),
  share: z.optional(z.number()),
  least: z.optional(z.number()),
});

/**
 * For each of the rows `of` (or, without it, each column): this year’s `cell` is the sum of last year’s cells `before`, plus this
 * year’s `plus`, less this year’s `minus`. Cells are named by the column (or row) within it.
 */
const succession = z.strictObject({
  id: z.string(),
  rule: z.string(),
  of: z.optional(z.array(z.string()).check(z.minLength(1))),
  cell: z.string(),
  before: z.array(z.string()).check(z.minLength(1)),
  plus: z.optional(z.array(z.string())),
  minus: z.optional(z.array(z.string())),
  /** `weak`: not always kept by correct reports. */
  weight: z.optional(z.enum(['weak'])),
  /** The editions of last year’s form for which it holds; this one alone unless told. */
  editions: z.optional(z.array(z.string())),
});

const table = z.strictObject({
  id: z.string(),
  section: z.string(),
  title: localized,
  /** How many label columns stand before the numbers when merged cells are spelled out. */
  labelColumns: z.number(),
  /** Words of the header that name neither a row nor a column: above the columns that name its key, else above the labels. */
  headers: z.array(z.strictObject({ key: z.optional(z.string()), ...label })),
  blocks: z.array(block).check(z.minLength(1)),
  relations: z.array(relation),
  usually: z.optional(z.array(usual)),
  /** What follows from last year’s report. */
  succession: z.optional(z.array(succession)),
});

const section = z.strictObject({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  variants: z.optional(z.array(z.string())),
  /** Other wordings that are met: read as this heading, and hinted at. */
  slips: z.optional(z.array(z.string())),
  /** What the section must speak of, by words that do: in the section itself, or anywhere in the report. */
  statement: z.optional(z.strictObject({ here: z.array(z.string()), anywhere: z.array(z.string()) })),
  /** A text to be written anew each year: from which share (0 to 1) of last year’s on, and from how many characters, it counts as copied. */
  anew: z.optional(z.strictObject({ share: z.number(), length: z.number() })),
});

export const editionSchema = z.strictObject({
  id: z.string(),
  /** The notice that prescribes the form, and its date. */
  notice: z.optional(z.string()),
  date: z.optional(z.string()),
  /** Reporting years for which the form is in force, both ends included. */
  years: z.strictObject({ from: z.optional(z.number()), to: z.optional(z.number()) }),
  sections: z.array(section),
  tables: z.array(table),
  /** Words by which a form is recognised that is known by name only. */
  fingerprints: z.optional(z.array(z.string())),
});

export type Edition = z.infer<typeof editionSchema>;
export type TableData = z.infer<typeof table>;
export type UsualData = z.infer<typeof usual>;
export type RelationData = z.infer<typeof relation>;
export type SuccessionData = z.infer<typeof succession>;

/** Checks the data of an edition; throws an error that names the faulty place. */
export function parseEdition(data: unknown): Edition {
  const result = z.safeParse(editionSchema, data);
  if (!result.success) throw new Error(`not an edition: ${z.prettifyError(result.error)}`);
  return result.data;
}
