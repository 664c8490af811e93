/** Something must be written under each heading, and nothing of the template may be left. */

import { type Finding, type Fix, say } from '../../finding/finding.ts';
import type { Context, Draft, Rule } from '../../finding/rule.ts';
import { shownIn } from '../../layout/paragraph.ts';
import type { Report } from '../../report/report.ts';
import type { Edition } from '../../statute/schema.ts';
import { isInk, keyOf, trim } from '../../text/normalise.ts';
import { isPlaceholderOnly, LONGEST_PLACEHOLDERS, type Placeholder, placeholdersOf } from '../placeholders.ts';
import { bodyOf, editionOf, LEAST_SECTIONS, nameOf, PICTURE, proseIn, visible } from '../section-text.ts';

const DATE = /^(?:20\d\d|二[〇○零Ｏ]\S{2})年\S{1,3}月\S{1,3}日$/;

/** Whether a line says something, or holds a placeholder; what stands below a report (its unit, a date, the number of a page) does not count. */
function isWritten(line: string, edition: Edition, unit: string | null): boolean {
  const shown = line.replace(/\s/g, '');
  if (/^[-–—·\d/]*$/.test(shown) || DATE.test(shown) || (unit !== null && keyOf(shown) === keyOf(unit))) return false;
  return isInk(shown) || isPlaceholderOnly(shown, edition);
}

/** Headings of which one has its table elsewhere are a list of contents. */
const isContents = ({ sections, tables }: Report): boolean =>
  sections.some(({ id, span }) =>
    tables.some((table) => table.spec.section === id && !(table.span.start >= span.start && table.span.start < span.end)),
  );

function* emptiness({ document: { text }, report }: Context, told: readonly Placeholder[]): Generator<Draft> {
  const edition = editionOf(report);
  if (!edition || report.sections.length < LEAST_SECTIONS || isContents(report)) return;
  for (const spec of edition.sections) {
    const section = report.sections.find(({ id }) => id === spec.id);
    // Where its table is missing, missing-table says so.
    if (!section || edition.tables.some((table) => table.section === spec.id)) continue;
    const body = bodyOf(section);
    const shown = visible(text, body).split(/[\r\n]/);
    // Nearly all sections have a paragraph that is more than placeholders.
    if (shown.some((line) => line.length > LONGEST_PLACEHOLDERS && isWritten(line, edition, report.unit))) continue;
    const lines = shown.filter((line) => isWritten(line, edition, report.unit));
    if (lines.length > 0 && !isPlaceholderOnly(lines.join(''), edition)) continue;
    if (told.some(({ span }) => span.start >= body.start && span.end <= body.end) || PICTURE.test(text.slice(body.start, body.end)))
      continue;
    const first = proseIn(report, body).find((one) => isWritten(shownIn(text, one), edition, report.unit));
    yield lines.length === 0 || !first
      ? { span: section.heading, message: say(`“${nameOf(spec)}”之下没有内容`, `Nothing is written under “${nameOf(spec)}”`), cells: [] }
      : leftIn(text, trim(text, first.start, first.end));
  }
}

const leftIn = (text: string, span: Finding['span']): Draft => {
  const shown = text.slice(span.start, span.end);
  return { span, message: say(`模板的占位文字未删：“${shown}”`, `A placeholder of the template was left in: “${shown}”`), cells: [] };
};

export const emptySection: Rule = {
  meta: {
    id: 'empty-section',
    severity: 'warning',
    fixable: ['safe'],
    summary: say(
      '标题之下没有内容，或模板的占位文字未删',
      'Nothing is written under a heading, or a placeholder of the template was left in',
    ),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号所附格式：“（文字描述）”处由填报单位写明情况',
      'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号: where it says （文字描述） the body writes its own text',
    ),
    since: '0.1.0',
  },
  *check(context): Iterable<Draft> {
    const placeholders = placeholdersOf(context.document, context.report);
    for (const { span } of placeholders) yield leftIn(context.document.text, span);
    yield* emptiness(context, placeholders);
  },
  fixes(context, finding): readonly Fix[] {
    const place = placeholdersOf(context.document, context.report).find(
      ({ span }) => span.start === finding.span.start && span.end === finding.span.end,
    );
    // Where it stands alone, or for a number, the text has still to be written.
    if (!place?.aside) return [];
    const shown = context.document.text.slice(place.span.start, place.span.end);
    return [
      {
        title: say(`删除“${shown}”`, `Delete “${shown}”`),
        class: 'safe',
        preferred: true,
        breaks: 0,
        edits: place.pieces.map((span) => ({ span, newText: '' })),
      },
    ];
  },
};
