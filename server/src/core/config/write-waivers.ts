/** Writes waivers into the file that holds them, and makes that file where there is none. */
import type { Edit, Finding } from '../finding/finding.ts';
import type { Document } from '../report/report.ts';
import { type WaiverData, waiversSchema } from './file-schema.ts';
import { below, folderOf } from './places.ts';
import { readJson, valueAt } from './read-json.ts';
import { bare } from './waivers.ts';

/** The waiver of a finding of the report at `place`, for the file at `waiversAt`; which report, only where there are several. */
export function waiverOf(document: Document, finding: Finding, place: string, waiversAt: string, reason: string): WaiverData {
  const { rule, cells, span, report } = finding;
  const [cell] = cells;
  const { reportingYear: year, unit } = report;
  const several = document.reports.length > 1;
  return {
    file: below(folderOf(waiversAt), place) ?? place,
    rule,
    ...(cell ? { cell } : {}),
    text: bare(document.text.slice(span.start, span.end)),
    ...(several && year !== null ? { year } : {}),
    ...(several && unit !== null ? { unit } : {}),
    reason,
  };
}

/** Waivers that say the same are written once. */
export function distinct(waivers: readonly WaiverData[]): WaiverData[] {
  return [...new Map(waivers.map((waiver) => [JSON.stringify(waiver), waiver])).values()];
}

/**
 * The edit that adds waivers at the end of the list; the text of a new file is empty. `null` where the text is no
 * waivers file that something could be added to: its owner must correct it.
 */
export function addWaivers(text: string, waivers: readonly WaiverData[]): Edit | null {
  if (text.trim() === '') return { span: { start: 0, end: text.length }, newText: `${json({ waivers })}\n` };
  const { value, spanOf } = readJson(text, waiversSchema);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const list = valueAt(value, ['waivers']);
  if (list === undefined) return { span: spanOf([]), newText: json({ ...value, waivers }).replaceAll('\n', eol) };
  if (!Array.isArray(list)) return null;
  if (list.length === 0) return { span: spanOf(['waivers']), newText: indented(json(waivers), '  ', eol) };
  const last = spanOf(['waivers', list.length - 1]);
  // As far in as the entry before, where that begins its line.
  const line = text.slice(text.lastIndexOf('\n', last.start) + 1, last.start);
  const pad = line.trim() === '' ? line : '    ';
  const added = waivers.map((waiver) => `,${eol}${pad}${indented(json(waiver), pad, eol)}`).join('');
  return { span: { start: last.end, end: last.end }, newText: added };
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);
const indented = (text: string, pad: string, eol: string): string => text.replaceAll('\n', eol + pad);
