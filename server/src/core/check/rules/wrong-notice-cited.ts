/** A report cites the notice whose form is in force for its year. */

import { say } from '../../finding/finding.ts';
import type { Context, Draft, Rule } from '../../finding/rule.ts';
import { proseOf } from '../../prose/paragraphs.ts';
import type { Edition } from '../../statute/schema.ts';
import { holdsTags, type Span } from '../../text/span.ts';

const NUMBER = /国办公开办函?[[［〔【（(〈<]?(\d{4})[\]］〕】）)〉>]?第?(\d{1,3})号/g;

interface Citation {
  readonly span: Span;
  readonly written: string;
  /** `2021-30`. */
  readonly number: string;
  /** What stands right before it: the notice’s title, mostly. */
  readonly before: string;
}

const LONGEST_TITLE = 80;

const numberOf = (notice: string): string | null => {
  const [match] = notice.matchAll(NUMBER);
  return match ? `${match[1]}-${match[2]}` : null;
};

function citationsOf({ document, report }: Context): Citation[] {
  return proseOf(document, report).flatMap(({ text, spanOf }) =>
    text.includes('国办公开办')
      ? [...text.matchAll(NUMBER)].map(({ index, 0: written, 1: year, 2: number }) => ({
          span: spanOf(index, index + written.length),
          written,
          number: `${year}-${number}`,
          before: text.slice(Math.max(0, index - LONGEST_TITLE), index),
        }))
      : [],
  );
}

/** The notices of all forms of a kind, and numbers put together from two of them, which are no notice’s. */
function isKnown(number: string, editions: readonly Edition[]): boolean {
  const known = editions.flatMap(({ notice }) => numberOf(notice ?? '')?.split('-') ?? []);
  return number.split('-').every((part) => known.includes(part));
}

/** The edition whose notice has the title that stands right before the number: `《关于…的通知》（`. */
function titledBy(before: string, editions: readonly Edition[]): Edition | undefined {
  const end = /[》〉][（(〔]?$/.exec(before)?.index ?? -1;
  const title = end < 0 ? '' : before.slice(before.lastIndexOf('《', end) + 1, end);
  return editions.find(({ noticeTitle }) => noticeTitle !== undefined && title.includes(noticeTitle));
}

/** Citations with the title of one notice and the number of another. */
function* mixedUp(context: Context): Generator<{ readonly span: Span; readonly written: string; readonly title: Edition }> {
  const editions = context.document.lexicon.forms.map(({ edition }) => edition);
  for (const { span, written, number, before } of citationsOf(context)) {
    const title = titledBy(before, editions);
    const known = editions.some(({ notice }) => numberOf(notice ?? '') === number);
    if (title && known && numberOf(title.notice ?? '') !== number) yield { span, written, title };
  }
}

function* faultsOf(context: Context): Generator<Citation> {
  const { document, report } = context;
  const { due: form } = report;
  const due = numberOf(form?.edition.notice ?? '');
  if (form === null || due === null) return;
  const citations = citationsOf(context);
  // A report may tell how the form came about, citing both.
  if (citations.some(({ number }) => number === due)) return;
  const editions = document.lexicon.forms.filter(({ kind }) => kind === form.kind).map(({ edition }) => edition);
  yield* citations.filter(({ number }) => isKnown(number, editions));
}

export const wrongNoticeCited: Rule = {
  meta: {
    id: 'wrong-notice-cited',
    severity: 'warning',
    fixable: ['manual'],
    summary: say('引用的通知不是报告年度适用的格式文件', 'The notice cited is not the one in force for the reporting year'),
    basis: say('国办公开办函〔2019〕60号、〔2021〕30号', 'The notices 国办公开办函〔2019〕60号 and 〔2021〕30号'),
    since: '0.1.0',
  },
  *check(context): Iterable<Draft> {
    const { report } = context;
    const faults = [...faultsOf(context)];
    for (const { span, written, title } of mixedUp(context)) {
      if (faults.some((fault) => fault.span.start === span.start)) continue;
      yield {
        span,
        severity: 'information',
        message: say(
          `文号“${written}”与前面的标题不是同一份通知：该标题的文号是“${title.notice}”`,
          `“${written}” is not the number of the notice whose title stands before it: that is “${title.notice}”`,
        ),
        cells: [],
      };
    }
    for (const { span, written } of faults)
      yield {
        span,
        message: say(
          `引用的“${written}”应为“${report.due?.edition.notice}”（${report.reportingYear} 年度适用）`,
          `“${written}” should be “${report.due?.edition.notice}”, the notice in force for ${report.reportingYear}`,
        ),
        cells: [],
      };
  },
  fixes(context, finding) {
    const { due } = context.report;
    const notice = due?.edition.notice;
    const citation = [...faultsOf(context)].find(({ span }) => span.start === finding.span.start);
    if (!citation || !notice || holdsTags(context.document.text, citation.span)) return [];
    return [
      {
        title: say(`改为“${notice}”`, `Write “${notice}”`),
        class: 'manual',
        preferred: false,
        breaks: 0,
        edits: [{ span: citation.span, newText: notice }],
      },
    ];
  },
};
