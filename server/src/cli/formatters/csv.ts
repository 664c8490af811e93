/** The results of a check as CSV for a spreadsheet: one finding a row, with a byte order mark, and no field a formula. */
import { type Language, say } from '../../core/index.ts';
import type { Formatter } from './formatter.ts';
import { SEVERITIES } from './parts/severities.ts';

const HEAD = [
  say('文件', 'file'),
  say('单位', 'unit'),
  say('年度', 'year'),
  say('格式', 'edition'),
  say('行', 'line'),
  say('列', 'column'),
  say('程度', 'severity'),
  say('规则', 'rule'),
  say('问题', 'message'),
  say('单元格', 'cells'),
  say('应为', 'expected'),
  say('实为', 'actual'),
  say('首选修正', 'preferred fix'),
];

export function csvFormatter(language: Language): Formatter {
  return {
    // Without the mark Excel takes UTF-8 for the system’s own encoding.
    begin: () => `\ufeff${rowOf(HEAD.map((title) => title[language]))}`,
    file: ({ path, reports }) =>
      reports
        .flatMap(({ report: { unit, reportingYear, edition }, findings }) =>
          findings.map(({ range: { start }, severity, rule, message, cells, expected, actual, fixes }) =>
            rowOf([
              path,
              unit,
              reportingYear,
              edition,
              start.line + 1,
              start.character + 1,
              SEVERITIES[severity].name[language],
              rule,
              message,
              cells.join(' '),
              expected,
              actual,
              fixes.find((fix) => fix.preferred)?.title ?? null,
            ]),
          ),
        )
        .join(''),
    // The row has no line and no rule, so that no file is lost from a list of what was checked.
    problem: ({ path, message }) =>
      rowOf([path, null, null, null, null, null, SEVERITIES.error.name[language], null, message, null, null, null, null]),
    end: () => '',
  };
}

type Field = string | number | null;

const rowOf = (fields: readonly Field[]): string => `${fields.map(fieldOf).join(',')}\r\n`;

/** RFC 4180. */
function fieldOf(field: Field): string {
  if (field === null) return '';
  const text = typeof field === 'number' ? String(field) : guarded(field);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet would take for a formula, in full width too, begins with an apostrophe (OWASP, CSV Injection). */
const guarded = (text: string): string => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text);
