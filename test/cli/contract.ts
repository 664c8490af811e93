/** The JSON of `check --format json`, version 1, and of `extract`, as other programs rely on it. */
import * as z from 'zod/mini';

const count = z.int().check(z.gte(0));
const position = z.strictObject({ line: count, character: count });
const range = z.strictObject({ start: position, end: position });
const fix = z.strictObject({
  title: z.string().check(z.minLength(1)),
  class: z.enum(['safe', 'value', 'manual']),
  preferred: z.boolean(),
  edits: z.array(z.strictObject({ range, newText: z.string() })),
});
const finding = z.strictObject({
  rule: z.string().check(z.regex(/^[a-z]+(?:-[a-z]+)*$/)),
  severity: z.enum(['error', 'warning', 'information', 'hint']),
  message: z.string().check(z.minLength(1)),
  range,
  cells: z.array(z.string()),
  expected: z.nullable(z.number()),
  actual: z.nullable(z.number()),
  related: z.array(z.strictObject({ path: z.optional(z.string()), range, message: z.string() })),
  fixes: z.array(fix),
});
const report = z.strictObject({
  path: z.string(),
  recognized: z.boolean(),
  edition: z.nullable(z.string()),
  reportingYear: z.nullable(z.int()),
  unit: z.nullable(z.string()),
  layout: z.nullable(z.string()),
  tables: z.record(z.string(), z.record(z.string(), z.nullable(z.number()))),
  findings: z.array(finding),
  waived: z.optional(z.int().check(z.gte(1))),
});

export const checkOutput = z.strictObject({
  version: z.literal(1),
  reports: z.array(report),
  problems: z.array(z.strictObject({ path: z.string(), message: z.string().check(z.minLength(1)) })),
});

/** A line of `check --format ndjson`. */
export const ndjsonLine = z.union([report, z.strictObject({ path: z.string(), problem: z.string().check(z.minLength(1)) })]);

/** A line of `extract`. */
export const extractRecord = z.strictObject({
  path: z.string(),
  index: count,
  line: z.nullable(z.int().check(z.gte(1))),
  recognized: z.boolean(),
  edition: z.nullable(z.string()),
  reportingYear: z.nullable(z.int()),
  unit: z.nullable(z.string()),
  layout: z.nullable(z.string()),
  values: z.record(z.string(), z.nullable(z.number())),
  gaps: z.record(z.string(), z.enum(['blank', 'invalid', 'unreadable', 'missing-cell', 'missing-row', 'missing-table'])),
});
