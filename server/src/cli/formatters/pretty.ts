/** The results of a check for people: findings by file with their lines, then a summary by rule. */
import { type FindingJson, type Language, type Lines, splitLines } from '../../core/index.ts';
import type { CheckedFile, CheckedReport, Formatter } from './formatter.ts';
import { addSeverities, NONE, RuleCounts, valuePlaces } from './parts/counts.ts';
import { drawExcerpt, excerptOf } from './parts/excerpt.ts';
import type { Paint } from './parts/paint.ts';
import { SEVERITIES } from './parts/severities.ts';
import { padTo, printable, widthOf } from './parts/terminal-width.ts';

// A message wider than this pushes its rule out rather than every other one.
const WIDEST_MESSAGE = 76;

export function prettyFormatter(language: Language, paint: Paint): Formatter {
  const tell = (zh: string, en: string): string => (language === 'en' ? en : zh);
  const total = { files: 0, reports: 0, problems: 0, waived: 0, safe: 0, value: 0 };
  let severities = NONE;
  const byRule = new RuleCounts();

  const count = (finding: FindingJson): void => {
    byRule.add(finding);
    if (finding.fixes.some((fix) => fix.class === 'safe')) total.safe++;
  };
  const aboutOne = ({ report: { edition, reportingYear, unit } }: CheckedReport): string =>
    [
      unit && printable(unit),
      reportingYear !== null && tell(`${reportingYear} 年度`, `for ${reportingYear}`),
      edition && tell(`${edition} 版格式`, `edition ${edition}`),
    ]
      .filter(Boolean)
      .join(' · ');
  const about = (reports: readonly CheckedReport[]): string =>
    reports.length > 1 ? tell(`${reports.length} 份年报`, plural(reports.length, 'report')) : reports.map(aboutOne).join('');
  const findingLines = (findings: readonly FindingJson[], lines: Lines): string => {
    const rows = findings.map(({ range, severity, message, rule }, index) => ({
      place: `${range.start.line + 1}:${range.start.character + 1}`,
      label: SEVERITIES[severity],
      message: printable(message),
      rule,
      // Findings of one place share its line.
      excerpt: sameRange(range, findings[index + 1]?.range)
        ? ''
        : drawExcerpt(excerptOf(lines, range), paint, SEVERITIES[severity].style, '    '),
    }));
    const place = Math.max(...rows.map((row) => row.place.length));
    const label = Math.max(...rows.map((row) => widthOf(row.label.name[language])));
    const message = Math.max(0, ...rows.map((row) => widthOf(row.message)).filter((width) => width <= WIDEST_MESSAGE));
    return rows
      .map(
        (row) =>
          `  ${paint('dim', row.place.padStart(place))}  ${paint(row.label.style, padTo(label, row.label.name[language]))}  ` +
          `${padTo(message, row.message)}  ${paint('dim', row.rule)}\n${row.excerpt}`,
      )
      .join('');
  };
  const ruleLines = (): string => {
    const counts = byRule.list();
    if (counts.length === 0) return '';
    const number = Math.max(0, ...counts.map((one) => String(one.count).length));
    const rule = Math.max(0, ...counts.map((one) => one.rule.length));
    const rows = counts
      .map((one) => {
        const label = padTo(language === 'en' ? 7 : 4, SEVERITIES[one.severity].name[language]);
        const summary = one.summary?.[language] ?? '';
        return `  ${String(one.count).padStart(number)}  ${paint(SEVERITIES[one.severity].style, label)}  ${one.rule.padEnd(rule)}  ${paint('dim', summary)}`.trimEnd();
      })
      .map((line) => `${line}\n`)
      .join('');
    return `${tell('按规则：', 'By rule:')}\n${rows}\n`;
  };

  return {
    begin: () => '',
    file({ path, text, reports }: CheckedFile) {
      const name = printable(path);
      if (reports.every(({ report }) => report.recognized)) total.files++;
      for (const { report, findings, waived = 0 } of reports) {
        if (report.recognized) total.reports++;
        findings.forEach(count);
        total.value += valuePlaces(findings.map(({ fixes }) => fixes));
        total.waived += waived;
        severities = addSeverities(severities, findings);
      }
      if (reports.length === 0) return paint('dim', `${name}  ${tell('不是政府信息公开年报', 'is no disclosure report')}\n`);
      if (reports.every(({ findings }) => findings.length === 0))
        return `${paint('green', '✓')} ${name}  ${paint('dim', about(reports))}\n`;
      const lines = splitLines(text);
      const parts = reports
        .filter(({ findings }) => findings.length > 0)
        .map((checked) => (reports.length > 1 ? `  ${paint('dim', aboutOne(checked))}\n` : '') + findingLines(checked.findings, lines));
      return `${paint('bold', name)}  ${paint('dim', about(reports))}\n${parts.join('')}\n`;
    },
    problem() {
      total.problems++;
      return '';
    },
    end() {
      const { files, reports, problems, waived, safe, value } = total;
      const { error, warning, information, hint } = severities;
      const lines = [
        tell(
          `${files} 个文件，${reports} 份年报：错误 ${error}，警告 ${warning}，信息 ${information}，提示 ${hint}`,
          `${plural(files, 'file')}, ${plural(reports, 'report')}: ${plural(error, 'error')}, ${plural(warning, 'warning')}, ${information} for information, ${plural(hint, 'hint')}`,
        ),
        waived > 0 && tell(`另有 ${waived} 处已豁免`, `${waived} waived`),
        safe > 0 && tell(`其中 ${safe} 处可用 fix 修正`, `fix corrects ${safe} of them`),
        value > 0 && tell(`其中 ${value} 处可用 fix --values 修正`, `fix --values corrects ${value} of them`),
        problems > 0 && tell(`${problems} 处未能读取（见标准错误）`, `${problems} could not be read (see standard error)`),
      ];
      return `${ruleLines()}${lines.filter(Boolean).join('\n')}\n`;
    },
  };
}

const sameRange = (a: FindingJson['range'], b: FindingJson['range'] | undefined): boolean =>
  b !== undefined &&
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
