/** The results of a check for people: findings by file in aligned columns, and a summary. */
import type { FindingJson, Language, Severity } from '../../core/index.ts';
import type { CheckedFile, CheckedReport, Formatter } from './formatter.ts';
import type { Paint } from './paint.ts';
import { padTo, printable, widthOf } from './width.ts';

const SEVERITIES: Readonly<Record<Severity, { readonly 'zh-cn': string; readonly en: string; readonly style: Parameters<Paint>[0] }>> = {
  error: { 'zh-cn': '错误', en: 'error', style: 'red' },
  warning: { 'zh-cn': '警告', en: 'warning', style: 'yellow' },
  information: { 'zh-cn': '信息', en: 'info', style: 'blue' },
  hint: { 'zh-cn': '提示', en: 'hint', style: 'dim' },
};
// A message wider than this pushes its rule out rather than every other one.
const WIDEST_MESSAGE = 76;

export function prettyFormatter(language: Language, paint: Paint): Formatter {
  const tell = (zh: string, en: string): string => (language === 'en' ? en : zh);
  const total = { files: 0, reports: 0, error: 0, warning: 0, information: 0, hint: 0, waived: 0, safe: 0, value: 0 };

  const count = ({ severity, fixes }: FindingJson): void => {
    total[severity]++;
    if (fixes.some((fix) => fix.class === 'safe')) total.safe++;
    else if (fixes.some((fix) => fix.class === 'value' && fix.preferred)) total.value++;
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
  const findingLines = (findings: readonly FindingJson[]): string => {
    const rows = findings.map(({ range: { start }, severity, message, rule }) => ({
      place: `${start.line + 1}:${start.character + 1}`,
      label: SEVERITIES[severity],
      message: printable(message),
      rule,
    }));
    const place = Math.max(...rows.map((row) => row.place.length));
    const label = Math.max(...rows.map((row) => widthOf(row.label[language])));
    const message = Math.max(0, ...rows.map((row) => widthOf(row.message)).filter((width) => width <= WIDEST_MESSAGE));
    return rows
      .map(
        (row) =>
          `  ${paint('dim', row.place.padStart(place))}  ${paint(row.label.style, padTo(label, row.label[language]))}  ` +
          `${padTo(message, row.message)}  ${paint('dim', row.rule)}\n`,
      )
      .join('');
  };

  return {
    begin: () => '',
    file({ path, reports }: CheckedFile) {
      const name = printable(path);
      if (reports.every(({ report }) => report.recognized)) total.files++;
      for (const { report, findings, waived = 0 } of reports) {
        if (report.recognized) total.reports++;
        findings.forEach(count);
        total.waived += waived;
      }
      if (reports.length === 0) return paint('dim', `${name}  ${tell('不是政府信息公开年报', 'is no disclosure report')}\n`);
      if (reports.every(({ findings }) => findings.length === 0))
        return `${paint('green', '✓')} ${name}  ${paint('dim', about(reports))}\n`;
      const parts = reports
        .filter(({ findings }) => findings.length > 0)
        .map((checked) => (reports.length > 1 ? `  ${paint('dim', aboutOne(checked))}\n` : '') + findingLines(checked.findings));
      return `${paint('bold', name)}  ${paint('dim', about(reports))}\n${parts.join('')}\n`;
    },
    end(problems) {
      const { files, reports, error, warning, information, hint, waived, safe, value } = total;
      const lines = [
        tell(
          `${files} 个文件，${reports} 份年报：错误 ${error}，警告 ${warning}，信息 ${information}，提示 ${hint}`,
          `${plural(files, 'file')}, ${plural(reports, 'report')}: ${plural(error, 'error')}, ${plural(warning, 'warning')}, ${information} for information, ${plural(hint, 'hint')}`,
        ),
        waived > 0 && tell(`另有 ${waived} 处已豁免`, `${waived} waived`),
        safe > 0 && tell(`其中 ${safe} 处可用 fix 修正`, `fix corrects ${safe} of them`),
        value > 0 && tell(`其中 ${value} 处可用 fix --values 修正`, `fix --values corrects ${value} of them`),
        problems.length > 0 &&
          tell(`${problems.length} 处未能读取（见标准错误）`, `${problems.length} could not be read (see standard error)`),
      ];
      return `${lines.filter(Boolean).join('\n')}\n`;
    },
  };
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
