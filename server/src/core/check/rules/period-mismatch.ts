/** The numbers of a report are those of its year, from 1 January to 31 December. */

import { type Fix, say } from '../../finding/finding.ts';
import type { Context, Draft, Rule } from '../../finding/rule.ts';
import { type DateMention, datesOf, isPossible, isYear } from '../../prose/dates.ts';
import type { ProseParagraph } from '../../prose/prose-paragraph.ts';
import { cover, holdsTags } from '../../text/span.ts';

/** What calls a stretch of time the period of the statistics, and how near to it. */
const PERIOD = /统计(?:期限|时限|期间|时间|周期|区间|范围)|所列数据|数据(?:的)?统计|统计数据/;
const NEAR = 40;
// Within a section other statistics have periods of their own.
const OWN = /本(?:年度)?(?:报告|年报)|(?:年度报告|年报)中|所列/;
const TO = /^(?:起|始|开始)?[,，]?(?:至|到|止于|[-—–－~～]{1,2})(?:同年|当年|本年)?$/;
const END = /^(?:起|始|开始)?[,，]?(?:至|到|止于|[-—–－~～]{1,2})(?:同年|当年|本年)?(\d{1,2})月(\d{1,2})[日号]/;
// Whoever was founded in the year counts from that day on.
const FOUNDED = /成立|组建|挂牌|新设|划转|机构改革|撤销/;

interface Bound {
  readonly date: DateMention;
  readonly due: string;
  readonly right: boolean;
}

/** The two dates that bound the period, if the paragraph names them. */
function boundsIn(paragraph: ProseParagraph, dates: readonly DateMention[], year: number): Bound[] {
  const { text, section, spanOf } = paragraph;
  const at = text.search(PERIOD);
  if (at < 0 || (section !== null && !OWN.test(text))) return [];
  for (const [index, from] of dates.entries()) {
    if (from.day === null || Math.abs(from.start - at) > NEAR) continue;
    const next = dates[index + 1];
    const rest = text.slice(from.end, from.end + NEAR);
    const short = END.exec(rest);
    const to =
      next && next.day !== null && TO.test(text.slice(from.end, next.start))
        ? next
        : short
          ? bareDate(paragraph, from, short, spanOf)
          : null;
    if (!to) continue;
    const founded = FOUNDED.test(text);
    const isDue = (date: DateMention, month: number, day: number): boolean =>
      date.year === year && (date.month === month || founded) && (date.day === day || founded) && isPossible(date);
    return [
      { date: from, due: `${year}年1月1日`, right: isDue(from, 1, 1) },
      { date: to, due: to.start === to.end ? '12月31日' : `${year}年12月31日`, right: isDue(to, 12, 31) },
    ];
  }
  return [];
}

/** `至12月31日`: a date of the year named before it. Its own extent in the text is left empty, as it has no year. */
function bareDate(paragraph: ProseParagraph, from: DateMention, match: RegExpExecArray, spanOf: ProseParagraph['spanOf']): DateMention {
  const end = from.end + match[0].length;
  const start = end - `${match[1]}月${match[2]}日`.length;
  return { paragraph, start: end, end, span: spanOf(start, end), year: from.year, month: Number(match[1]), day: Number(match[2]) };
}

interface Fault {
  readonly draft: Draft;
  readonly edits: Fix['edits'];
  readonly preferred: boolean;
}

function* faultsOf({ document, report }: Context): Generator<Fault> {
  const year = report.reportingYear;
  for (const { paragraph, dates } of datesOf(document, report)) {
    const bounds = year === null ? [] : boundsIn(paragraph, dates, year);
    const wrong = bounds.filter(({ right }) => !right);
    if (wrong.length > 0) {
      const written = bounds.map(({ date: { span } }) => document.text.slice(span.start, span.end).replace(/\s/g, '')).join('至');
      yield {
        draft: {
          span: cover(wrong.map(({ date }) => date.span)),
          message: say(
            `统计期限“${written}”应为“${year}年1月1日至${year}年12月31日”`,
            `The period “${written}” should be 1 January to 31 December ${year}`,
          ),
          cells: [],
          ...(report.title ? { related: [{ span: report.title, message: say(`标题为 ${year} 年`, `The title says ${year}`) }] } : {}),
        },
        edits: wrong.map(({ date, due }) => ({ span: date.span, newText: due })),
        // One of both dates bears the title out.
        preferred: wrong.length === 1 || wrong.some(({ date }) => !isYear(date.year)),
      };
    }
    for (const date of dates) {
      if (isPossible(date) || bounds.some((bound) => bound.date === date) || !isMeantAsDate(date)) continue;
      const written = paragraph.text.slice(date.start, date.end);
      yield {
        draft: {
          span: date.span,
          message: say(`没有“${written}”这样的日期`, `There is no such date as “${written}”`),
          cells: [],
        },
        edits: [],
        preferred: false,
      };
    }
  }
}

/** 202020年 and 2月30日, but not 300年, 2023-15-8 (a number), and what stands in the title of another paper. */
function isMeantAsDate({ paragraph: { text }, start, end, year, month }: DateMention): boolean {
  if (!text.slice(start, end).includes('年')) return false;
  const isLongYear = /^(?:19|20)\d{3,4}$/.test(String(year));
  return (isLongYear || (isYear(year) && month !== null)) && text.lastIndexOf('《', start) <= text.lastIndexOf('》', start);
}

export const periodMismatch: Rule = {
  meta: {
    id: 'period-mismatch',
    severity: 'warning',
    fixable: ['value', 'manual'],
    summary: say('统计期限不是报告年度，或者没有这样的日期', 'The period is not the reporting year, or there is no such date'),
    basis: say(
      '《政府信息公开条例》第四十九条：公布上一年度的年度报告',
      'Article 49 of the Regulations: the report is that of the past year',
    ),
    since: '0.1.0',
  },
  *check(context): Iterable<Draft> {
    for (const { draft } of faultsOf(context)) yield draft;
  },
  fixes(context, finding) {
    const fault = [...faultsOf(context)].find(({ draft }) => draft.span.start === finding.span.start);
    if (!fault || fault.edits.length === 0 || fault.edits.some(({ span }) => holdsTags(context.document.text, span))) return [];
    const year = context.report.reportingYear;
    return [
      {
        title: say(`统计期限改为 ${year} 年 1 月 1 日至 12 月 31 日`, `Make it 1 January to 31 December ${year}`),
        class: fault.preferred ? 'value' : 'manual',
        preferred: fault.preferred,
        breaks: 0,
        edits: fault.edits,
      },
    ];
  },
};
