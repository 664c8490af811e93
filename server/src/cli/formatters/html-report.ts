/** The results of a check as one self-contained page: counts by rule and by unit, and every finding with its place. */
import { type FindingJson, type Language, type Severity, splitLines } from '../../core/index.ts';
import type { CheckedFile, CheckedReport, Formatter } from './formatter.ts';
import { addSeverities, type BySeverity, NONE, RuleCounts } from './parts/counts.ts';
import { type Excerpt, excerptOf } from './parts/excerpt.ts';
import { SCRIPT, STYLE } from './parts/html-page.ts';
import { escapeMarkup } from './parts/markup.ts';
import { SEVERITIES, SEVERITY_ORDER } from './parts/severities.ts';
import { tableExcerpt } from './parts/table-excerpt.ts';

interface UnitCount {
  readonly reports: number;
  readonly severities: BySeverity;
}

export function htmlFormatter(language: Language): Formatter {
  const tell = (zh: string, en: string): string => escapeMarkup(language === 'en' ? en : zh);
  const nameOf = (severity: Severity): string => escapeMarkup(SEVERITIES[severity].name[language]);
  const total = { files: 0, reports: 0, others: 0, findings: 0 };
  let severities = NONE;
  const byRule = new RuleCounts();
  const byUnit = new Map<string, UnitCount>();
  const problems: string[] = [];

  const count = (path: string, { report, findings }: CheckedReport): void => {
    for (const finding of findings) byRule.add(finding);
    severities = addSeverities(severities, findings);
    total.findings += findings.length;
    const unit = report.unit ?? path;
    const known = byUnit.get(unit) ?? { reports: 0, severities: NONE };
    byUnit.set(unit, { reports: known.reports + 1, severities: addSeverities(known.severities, findings) });
  };
  const findingRow = (path: string, { report }: CheckedReport, finding: FindingJson, excerpt: Excerpt): string => {
    const { severity, rule, message, range } = finding;
    const { line, before, marked, after } = excerpt;
    const table = tableExcerpt(report, finding);
    const code = `<code>${escapeMarkup(before)}<mark class="${severity}">${escapeMarkup(marked) || '␣'}</mark>${escapeMarkup(after)}</code>`;
    // Where a line is one cell, the table has said it.
    const source = table !== '' && marked !== '' && before === '' && after === '' ? '' : `<div class="source">${code}</div>`;
    const place = `${escapeMarkup(path)}:${line + 1}:${range.start.character + 1}`;
    return (
      `<tr><td data-key="${SEVERITY_ORDER.indexOf(severity)}" class="${severity}">${nameOf(severity)}</td>` +
      `<td>${escapeMarkup(report.unit ?? '')}</td><td>${report.reportingYear ?? ''}</td><td>${escapeMarkup(rule)}</td>` +
      `<td>${escapeMarkup(message)}${table}${source}</td><td class="place">${place}</td></tr>\n`
    );
  };
  const tableOf = (id: string, titles: readonly string[], rows: readonly string[]): string =>
    `<table class="sortable" id="${id}"><thead><tr>${titles.map((title) => `<th><button type="button">${title}</button></th>`).join('')}</tr></thead><tbody>\n${rows.join('')}`;
  const numbers = (counts: BySeverity): string => SEVERITY_ORDER.map((severity) => `<td class="number">${counts[severity]}</td>`).join('');

  const summary = (): string => {
    const rules = byRule
      .list()
      .map(
        ({ rule, severity, count: found, summary: text }) =>
          `<tr><td>${escapeMarkup(rule)}</td><td data-key="${SEVERITY_ORDER.indexOf(severity)}" class="${severity}">${nameOf(severity)}</td><td class="number">${found}</td><td>${escapeMarkup(text?.[language] ?? '')}</td></tr>\n`,
      );
    const units = [...byUnit].map(
      ([unit, counts]) => `<tr><td>${escapeMarkup(unit)}</td><td class="number">${counts.reports}</td>${numbers(counts.severities)}</tr>\n`,
    );
    const { files, reports, others } = total;
    const { error, warning, information, hint } = severities;
    const close = '</tbody></table>\n';
    return (
      `<p>${tell(
        `${files} 个文件，${reports} 份年报，${others} 个文件不是年报：错误 ${error}，警告 ${warning}，信息 ${information}，提示 ${hint}`,
        `files ${files}, reports ${reports}, files that are no report ${others}: errors ${error}, warnings ${warning}, information ${information}, hints ${hint}`,
      )}</p>\n` +
      (problems.length > 0 ? `<h2>${tell('未能读取', 'Could not be read')}</h2><ul>${problems.join('')}</ul>\n` : '') +
      `<h2>${tell('按规则', 'By rule')}</h2>${tableOf('rules', [tell('规则', 'Rule'), tell('程度', 'Severity'), tell('数量', 'Count'), tell('说明', 'What it finds')], rules)}${close}` +
      `<h2>${tell('按单位', 'By unit')}</h2>${tableOf('units', [tell('单位', 'Unit'), tell('年报', 'Reports'), ...SEVERITY_ORDER.map(nameOf)], units)}${close}`
    );
  };

  return {
    begin: () => {
      const title = tell('政府信息公开年报校核结果', 'Check of disclosure reports');
      const titles = [
        tell('程度', 'Severity'),
        tell('单位', 'Unit'),
        tell('年度', 'Year'),
        tell('规则', 'Rule'),
        tell('问题', 'Finding'),
        tell('位置', 'Place'),
      ];
      return (
        `<!DOCTYPE html>\n<html lang="${language === 'en' ? 'en' : 'zh-CN'}"><head><meta charset="utf-8">\n` +
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">\n` +
        `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${STYLE}</style></head>\n` +
        `<body><h1>${title}</h1>\n<main><h2>${tell('全部问题', 'All findings')}</h2>${tableOf('findings', titles, [])}`
      );
    },
    file({ path, text, reports }: CheckedFile) {
      total.files++;
      total.reports += reports.length;
      if (reports.length === 0) total.others++;
      for (const checked of reports) count(path, checked);
      if (reports.every(({ findings }) => findings.length === 0)) return '';
      const lines = splitLines(text);
      return reports
        .flatMap((checked) => checked.findings.map((finding) => findingRow(path, checked, finding, excerptOf(lines, finding.range))))
        .join('');
    },
    problem({ path, message }) {
      problems.push(`<li>${escapeMarkup(path)}：${escapeMarkup(message)}</li>`);
      return '';
    },
    // What is counted is known last; the style sets it above the findings.
    end: () => `</tbody></table></main>\n<header>${summary()}</header>\n<script>${SCRIPT}</script></body></html>\n`,
  };
}
