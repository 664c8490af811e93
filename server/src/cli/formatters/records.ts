/** Records as lines of JSON, or as rows of CSV under one header. */
import { cellKeys, type RecordJson } from '../../core/index.ts';

interface RecordFormatter {
  begin(): string;
  record(path: string, record: RecordJson): string;
}

/** https://jsonlines.org: each line is whole in itself, so that a reader needs no end, and a broken end costs one record. */
export const jsonRecords = (): RecordFormatter => ({
  begin: () => '',
  record: (path, record) => `${JSON.stringify({ path, ...record })}\n`,
});

/** The columns are the same whatever the input: the cells of every edition. */
export function csvRecords(): RecordFormatter {
  const keys = cellKeys();
  return {
    begin: () => csvRow([...HEAD, ...keys]),
    record: (path, { index, line, recognized, edition, reportingYear, unit, layout, values, gaps }) => {
      // 0 would say that a report is whole; of a file that is none, or of a form without known cells, nobody can.
      const count = Object.keys(values).length > 0 ? Object.keys(gaps).length : null;
      const head = [path, index, line, recognized, edition, reportingYear, unit, layout, count];
      return csvRow([...head, ...keys.map((key) => values[key] ?? null)]);
    },
  };
}

const HEAD = ['path', 'index', 'line', 'recognized', 'edition', 'reportingYear', 'unit', 'layout', 'gaps'] as const;

type Field = string | number | boolean | null;

/** RFC 4180. Nothing is put before a field that a spreadsheet would take for a formula: a path must stay that path. */
const csvRow = (fields: readonly Field[]): string => `${fields.map(csvField).join(',')}\r\n`;

function csvField(field: Field): string {
  const text = field === null ? '' : String(field);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
