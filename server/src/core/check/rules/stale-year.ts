/** A year that was meant to be the reporting year, left over from the report that this one was made from. */

import { type Localized, say } from '../../finding/finding.ts';
import type { Context, Draft, Rule } from '../../finding/rule.ts';
import type { CountClaim } from '../../prose/claims/claim.ts';
import { countsOfYear } from '../../prose/claims.ts';
import { type DateMention, datesOf, isYear } from '../../prose/dates.ts';
import type { ProseParagraph } from '../../prose/prose-paragraph.ts';
import type { Report } from '../../report/report.ts';
import { readingsOf } from '../readings.ts';

/** Numbers before a sentence: （一）, 1., 一是; and this body: 我局, 本单位. */
const OPENING =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．是])?(?:(?:我|本)(?:局|委|办|厅|院|镇|乡|街道|单位|机关|部门|市|县|区|中心|所|站))?[,，]?$/;
/** What gives an account of a year begins like this, right after the year. */
const ACCOUNT =
  /^度?[,，]?(?:我|本(?:局|委|办|厅|院|镇|乡|街道|单位|机关|部门|级|行政机关|年度)|全[市县区镇乡省局委街]|[市县区][^,，。]{1,8}(?:局|委|办)|在|围绕|根据|按照|严格|认真|坚持|持续|深入|积极|新收|共|收(?!到)|全年|办理|办结|答复|制发|因政府信息|未|没有|无|累计|主动公开|受理(?!的)|依申请|政府信息|[一-龥]{2,20}(?:局|委员会|委|人民政府|办公室|办事处)(?:认真|严格|深入|坚持|积极|未|共|始终|高度|在|没有))/;
/** What is told of another year with good reason. */
const HISTORY =
  /以来|开始|启动|成立|组建|获|荣|评为|被(?!申请|提起)|同比|相比|上年|去年|上一|整改|问题|(?:考核|评估|测评|评议)结果|至今|迄今|印发|制定|出台|修订|施行|起[,，至]|延续|决算|预算|部署|继续|年报|年度报告|首次|曾|已于|挂牌|揭牌|上线|今年|本年|逐年|位列|位居|排名/;
/** What is carried over is told of the year itself. */
const CARRIED = /(?:上|去)一?年度?(?:结转|转结|转入)|(?:结转|转结)上一?年度?/g;
/** Beside these a year is one that is compared with, or where something begins. */
const COMPARED = /[较比与和同自从由对至据按照依]$/;
const NAMED = /^度?(?:[的底末至起前后]|年度?报告|年报)/;
/** This report, as its own preface speaks of it. */
const OWN = /现将|现公布|现发布|现予|特公布|特此公布|编制/;
const REPORT = /^度?政府信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)/;
const UNTIL = /截(?:至|止)$/;
// Older years are history.
const OLDEST = 6;
const STOP = /[。；！？;!?]/;
/** Of a sentence no more is read on either side. */
const LONGEST_SENTENCE = 300;
const LONGEST_HEADING = 25;

/** The sentence around a place, and what of it stands before. */
function sentenceAt(text: string, at: number): { readonly before: string; readonly whole: string; readonly next: string } {
  let start = at;
  while (start > Math.max(0, at - LONGEST_SENTENCE) && !STOP.test(text.charAt(start - 1))) start--;
  const length = text.slice(at, at + LONGEST_SENTENCE).search(STOP);
  const end = length < 0 ? Math.min(text.length, at + LONGEST_SENTENCE) : at + length;
  return { before: text.slice(start, at), whole: text.slice(start, end), next: text.slice(end + 1, end + 6) };
}

/** Whether nothing runs on into the paragraph: the one before ends with a stop, or is a heading. */
const endsWell = (paragraph: ProseParagraph | undefined): boolean =>
  !paragraph || paragraph.text.length <= LONGEST_HEADING || /[。；！？：:;!?”）)]$/.test(paragraph.text);

function isStale(
  { paragraph: { text, section }, start, end, month }: DateMention,
  year: number,
  unit: string | null,
  above: ProseParagraph | undefined,
): boolean {
  const { before, whole, next } = sentenceAt(text, start);
  // Compared with the reporting year, in the sentence or the next.
  if (whole.includes(String(year)) || next.startsWith(`${year}年`)) return false;
  const rest = text.slice(end);
  if (OWN.test(before) && !before.includes('《') && REPORT.test(rest) && (section === null || /如下|公布/.test(whole))) return true;
  if (HISTORY.test(whole.replace(CARRIED, ''))) return false;
  if (UNTIL.test(before)) return month === 12 || /^(?:年?底|年?末)/.test(rest);
  return (
    month === null &&
    OPENING.test(withoutUnit(before, unit)) &&
    (before !== '' || start > 0 || endsWell(above)) &&
    ACCOUNT.test(text.slice(yearEnd(text, start)))
  );
}

const withoutUnit = (before: string, unit: string | null): string =>
  unit !== null && before.endsWith(unit) ? before.slice(0, -unit.length) : before;

/** One number may be the same in two years. */
const TELLING = 10;

/** Whether what is counted of that year is, number by number, what the tables have: whatever words stand by, this year is meant. */
function countsThisYear({ paragraph, start, end, month, year: written }: DateMention, report: Report): boolean {
  const { text } = paragraph;
  const { before, whole } = sentenceAt(text, start);
  if (month !== null || whole.includes(String(report.reportingYear)) || /今年|本年/.test(whole)) return false;
  if (COMPARED.test(before) || NAMED.test(text.slice(yearEnd(text, start)))) return false;
  const from = paragraph.spanOf(end - 1, end).end;
  const last = start - before.length + whole.length;
  const to = paragraph.spanOf(last - 1, last).end;
  const counts = countsOfYear(paragraph, report, written).filter(({ span }) => span.start >= from && span.end <= to);
  const agrees = ({ measure, value }: CountClaim): boolean =>
    readingsOf(report, measure)?.some((reading) => reading.value === value) === true;
  const telling = counts.filter(({ value }) => value > 0);
  return counts.every(agrees) && (telling.length > 1 || telling.some(({ value }) => value >= TELLING));
}

/** Behind 年: 度 belongs to the mention. */
const yearEnd = (text: string, start: number): number => text.indexOf('年', start) + 1;

function* staleYears({ document, report }: Context): Generator<{ readonly date: DateMention; readonly message: Localized }> {
  const { reportingYear: year, title, due } = report;
  if (year === null || !title) return;
  const others = new Set(due?.edition.sections.filter(({ otherYears }) => otherYears).map(({ id }) => id));
  for (const { paragraph, above, dates } of datesOf(document, report)) {
    if (others.has(paragraph.section ?? '') || paragraph.spanOf(0, 1).start < title.end) continue;
    for (const date of dates) {
      if (!isYear(date.year) || date.year === year || date.year < year - OLDEST || date.year > year + 1) continue;
      // What comes next year is not left over; only a report of next year would be.
      if (date.year > year && !REPORT.test(paragraph.text.slice(date.end))) continue;
      if (!isStale(date, year, report.unit, above) && !countsThisYear(date, report)) continue;
      yield {
        date,
        message: say(
          `此处为 ${date.year} 年，而报告年度是 ${year} 年，请核对`,
          `${date.year} stands here while the report is on ${year}; please check`,
        ),
      };
    }
  }
}

export const staleYear: Rule = {
  meta: {
    id: 'stale-year',
    severity: 'information',
    fixable: ['manual'],
    summary: say('应为报告年度之处写着别的年份', 'Another year where the reporting year seems to be meant'),
    basis: say(
      '《政府信息公开条例》第四十九条：公布上一年度的年度报告',
      'Article 49 of the Regulations: the report is that of the past year',
    ),
    since: '0.1.0',
  },
  *check(context): Iterable<Draft> {
    for (const { date, message } of staleYears(context)) yield { span: date.span, message, cells: [] };
  },
  fixes(context, finding) {
    const { text } = context.document;
    const written = text.slice(finding.span.start, finding.span.end);
    const year = context.report.reportingYear;
    if (year === null || !/^\d{4}/.test(written)) return [];
    return [
      {
        title: say(`改为 ${year}`, `Change it to ${year}`),
        class: 'manual',
        preferred: false,
        breaks: 0,
        edits: [{ span: { start: finding.span.start, end: finding.span.start + 4 }, newText: String(year) }],
      },
    ];
  },
};
