/** Whose report it is, and of which year: from the title, else from what stands beside it, else from the report's own words. */
import type { Paragraph } from '../layout/paragraph.ts';
import { isIdentifying, trim } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { yearOf } from '../text/years.ts';
import { isBody } from './body-names.ts';
import type { Section } from './report.ts';
import { isTitle, type Line, lineIn, TITLE, YEAR } from './titles.ts';

const DATE = /\d{1,2}月\d{1,2}日/;
// The head of a page may be a long menu, and a text without headings has no other end.
const MOST_LINES = 200;
/** The title, or the sentence that names the report, stands within so many characters of its line. */
const LONGEST_BEFORE = 60;
const SEARCHED = 600;

export interface Identity {
  readonly title: Span | null;
  readonly year: number | null;
  readonly unit: string | null;
  readonly standing: Standing;
}

/** Whether a title, or a sentence of its own, names the text as a report; `notice` where its head is that of a paper that asks for reports. */
export type Standing = 'named' | 'notice' | 'unnamed';

export function identify(
  text: string,
  span: Span,
  paragraphs: readonly Paragraph[],
  titles: readonly Paragraph[],
  sections: readonly Section[],
): Identity {
  const body = sections[0]?.heading.start ?? span.end;
  const above = titles.filter(({ start }) => start >= span.start && start <= body);
  // Lists of other years' reports stand above the page's own title, so the nearest to the body is meant.
  const title = above.at(-1);
  const lines = headOf(text, paragraphs, title, body);
  const named = presented(text, lines);
  if (!title) {
    const year = named?.year ?? yearOfText(text, span, sections);
    const unit = named?.unit ?? makerIn(lines) ?? bodyInFields(lines);
    return { title: named?.title ?? null, unit, year, standing: standingOf(lines, named ? 'named' : 'unnamed') };
  }
  const index = lines.findIndex(({ place }) => place.start >= title.start);
  const line = lineIn(text, title);
  const last = lines.findLastIndex(({ place }) => place.start < title.end);
  const year =
    yearIn(line) ?? yearBeside(lines[index - 1]) ?? yearBeside(lines[last + 1]) ?? named?.year ?? yearOfText(text, span, sections);
  const unit =
    unitIn(line) ??
    unitAbove(lines.slice(0, index)) ??
    unitBelow(lines[last + 1]) ??
    named?.unit ??
    unitOfOthers(text, above, year) ??
    makerIn(lines) ??
    bodyInFields(lines);
  return { title: trim(text, title.start, title.end), year, unit, standing: standingOf(lines, 'named') };
}

/** `关于做好…的通知`, `各乡镇：`, `附件：…格式`: lines of a paper that asks for reports and has the form with it. */
const ASKS = /^各[^:]{0,60}:$|(?:格式|样式|模板|范本|样表|参考文本)$/;
const NOTICE = /(?:通知|函|意见|要求)$/;
const asks = ({ plain }: Line): boolean => ASKS.test(plain) || (NOTICE.test(plain) && /关于|印发/.test(plain) && !plain.includes(','));
const standingOf = (lines: readonly HeadLine[], standing: Standing): Standing => (lines.some(asks) ? 'notice' : standing);

interface HeadLine extends Line {
  readonly place: Paragraph;
}

/** The lines above the body, and some of the body, which may name the report in its first sentence. */
function headOf(text: string, paragraphs: readonly Paragraph[], title: Paragraph | undefined, body: number): HeadLine[] {
  const first = paragraphs.findIndex(({ start }) => start >= (title?.start ?? body));
  const middle = first < 0 ? 0 : first;
  const near = paragraphs.slice(Math.max(0, middle - MOST_LINES / 2), middle + MOST_LINES / 2);
  const inside = near.findIndex(({ start }) => start > body);
  return near.slice(0, inside < 0 ? undefined : inside + 2).map((place) => ({ ...lineIn(text, beginning(place)), place }));
}

/** No more of a long paragraph than is searched. */
const beginning = (place: Paragraph): Paragraph =>
  place.shown || place.end - place.start <= SEARCHED ? place : { start: place.start, end: place.start + SEARCHED };

/** What stands before a name and is no part of it. */
const BEFORE_NAME = /^(?:附件?|(?:信息|文件|公文)?(?:标题|名称|题名)|关于|公布|\d)+/;
const AFTER_NAME = /(?:关于|对于|年度?|度|的)$/;
const NO_NAME = /信息公开|政务公开|公开$/;

/** A body's name as it stands in a title, without the year and the words around it; `null` for none. */
function nameIn(words: string): string | null {
  const name = words.replace(YEAR, '').replace(BEFORE_NAME, '').replace(AFTER_NAME, '');
  return name.length > 1 && !NO_NAME.test(name) ? name : null;
}

const bodyIn = (words: string): string | null => {
  const name = nameIn(words);
  return name !== null && isBody(name) ? name : null;
};

/** 甲县人民政府信息公开工作年度报告 has 政府 once for both. */
const wholeName = (name: string): string => (/人民$/.test(name) ? `${name}政府` : name);

/** The name in a title: in front of its words, in the field before, or after them. */
function unitIn({ written, plain }: Line): string | null {
  const match = TITLE.exec(plain);
  if (!match) return null;
  const [field = '', ...before] = written.slice(0, match.index).replaceAll(',', '').split(':').reverse();
  const name = nameIn(field);
  if (name !== null && !isLabel(name)) return wholeName(name);
  for (const other of before) if (bodyIn(other)) return bodyIn(other);
  return bodyIn(written.slice(match.index + match[0].length).replace(/[:,]/g, ''));
}

// What the metadata of a page call the body whose text it is.
const BODY_LABEL =
  /(?:发布|发文|制发|公开|编制|填报|报告|责任|提供|供稿|信息来源|来文|成文|制作|印发|公布)(?:责任)?(?:机构|机关|单位|主体|部门)$|(?:来源|稿源)$|^所属(?:机构|单位|部门|机关)$|^(?:单位|机构|部门)名称$|^(?:机构|单位)$/;
const OTHER_LABEL =
  /(?:(?:发布|发文|成文|生成|公开|公布|更新|印发|制发|生效|失效|有效)?(?:日期|时间)|索引号?|文号|字号|编号|分类|类别|主题词|关键词|名称|标题|体裁|栏目|方式|有效性|时效性|状态|浏览|次数|阅读|点击|字体|责编|编辑|审核|作者|来源|责任)$/;
const isLabel = (words: string): boolean => BODY_LABEL.test(words) || OTHER_LABEL.test(words);

/** Nearest lines above that are neither titles, nor dates, nor metadata: the first is the unit, or nobody knows. */
function unitAbove(lines: readonly HeadLine[]): string | null {
  for (const line of lines.toReversed().slice(0, 6)) {
    const { plain } = line;
    if (plain === '' || plain.includes(':') || isTitle(plain) || DATE.test(plain) || /^[\d年度]*$|字体|^第?\d+[号期]$/.test(plain))
      continue;
    return plain.includes(',') ? null : bodyIn(line.written);
  }
  return null;
}

const unitBelow = (line: HeadLine | undefined): string | null => (line && !/[:,]/.test(line.plain) ? bodyIn(line.written) : null);

/** Another line above with the same title, in full: where all of that year name one body. */
function unitOfOthers(text: string, titles: readonly Paragraph[], year: number | null): string | null {
  const lines = titles.map((title) => lineIn(text, title)).filter((line) => yearIn(line) === year);
  const [only, other] = [...new Set(lines.map(unitIn).filter((unit) => unit !== null))];
  return only !== undefined && other === undefined ? only : null;
}

/** `甲县乙局发布日期`: the label of the next field, which nothing separates from the name. */
function withoutLabels(field: string): string {
  const rest = field.replace(OTHER_LABEL, '');
  return rest === field ? field : withoutLabels(rest);
}

/** 发布机构：甲县乙局, in a line of its own, beside others, or in two cells. */
function bodyInFields(lines: readonly HeadLine[]): string | null {
  const fields = lines.flatMap(({ written, plain }) =>
    plain.length <= 3 * LONGEST_BEFORE ? written.split(':').filter((field) => field !== '') : [],
  );
  for (const [index, label] of fields.entries()) {
    if (!BODY_LABEL.test(label)) continue;
    const body = bodyIn(withoutLabels(fields[index + 1] ?? ''));
    if (body) return body;
  }
  return null;
}

interface Named {
  readonly title: Span | null;
  readonly unit: string | null;
  readonly year: number | null;
}

/** 本报告由甲县乙局根据《条例》编制. */
const MADE_BY = '报告由';
const MADE = /^([^,:]{2,40}?)(?:根据|按照|依据|依照|编制(?!委)|负责)/;

function makerIn(lines: readonly HeadLine[]): string | null {
  for (const { written, plain } of lines) {
    const from = plain.indexOf(MADE_BY) + MADE_BY.length;
    const name = from < MADE_BY.length ? undefined : MADE.exec(plain.slice(from, from + LONGEST_BEFORE))?.[1];
    if (name) return bodyIn(written.slice(from, from + name.length));
  }
  return null;
}

const PRESENTED = /^.*(?:现将|现予以?公布|现予以?发布|现公布|现发布|现公开|现向社会公布|特公布|现就|编制(?!委)了?|形成了?)/;
const CITED = /根据|按照|依照|参照|做好|对照|转发|关于印发/;
const GOES_ON = /^的?(?:通知|公告|要求|格式|编制|模板|工作|解读|制度|中|显示|已|将|等)/;

/** A sentence that presents the report (现公布甲县乙局2023年…年度报告), or a title with which a line begins. */
function presented(text: string, lines: readonly HeadLine[]): Named | null {
  for (const { written, plain, place } of lines) {
    const match = TITLE.exec(plain);
    if (!match || GOES_ON.test(plain.slice(match.index + match[0].length))) continue;
    const from = Math.max(plain.lastIndexOf(',', match.index), plain.lastIndexOf(':', match.index)) + 1;
    const words = plain.slice(from, match.index);
    const verb = PRESENTED.exec(words)?.[0].length;
    const atStart = from === 0 && match.index <= LONGEST_BEFORE;
    if ((verb === undefined && !atStart) || CITED.test(words.slice(verb ?? 0))) continue;
    const unit = bodyIn(written.slice(from + (verb ?? 0), match.index));
    const year = yearIn({ written, plain: plain.slice(from, match.index + match[0].length) });
    if (verb !== undefined && unit === null) continue;
    return { unit, year, title: verb === undefined ? placeOf(text, place, match.index + match[0].length) : null };
  }
  return null;
}

/** The place of a line's first `count` identifying characters. */
function placeOf(text: string, { start, end, shown }: Paragraph, count: number): Span {
  if (shown) return trim(text, start, end);
  let at = start;
  for (let left = count; at < end && left > 0; at++) if (isIdentifying(text.charCodeAt(at))) left--;
  return trim(text, start, at);
}

/** A short line beside the title belongs to it: a title set in two lines. */
const yearBeside = (line: HeadLine | undefined): number | null =>
  line && line.plain.length <= 40 && !DATE.test(line.plain) ? yearIn(line) : null;

function yearIn({ plain }: Line): number | null {
  const written = YEAR.exec(plain)?.[1];
  return written === undefined ? null : yearOf(written);
}

/** Without a title: the period that the report names, else the year that its first section speaks of most. */
function yearOfText(text: string, span: Span, sections: readonly Section[]): number | null {
  const overview = sections[0]?.span ?? span;
  const preface = text.slice(span.start, overview.end);
  const period = /((?:19|20)\d\d)\s*年\s*1\s*月\s*1\s*日[^\n]{0,12}?(?:至|到|起)/.exec(preface);
  if (period) return Number(period[1]);
  const counts = new Map<string, number>();
  for (const [, year] of preface.matchAll(/(?<!\d)((?:19|20)\d\d)\s*年(?!\s*\d{1,2}\s*月)/g))
    counts.set(year as string, (counts.get(year as string) ?? 0) + 1);
  const [most, next] = [...counts].sort((a, b) => b[1] - a[1]);
  // Two years spoken of alike: nobody can say which is meant.
  return most && most[1] !== next?.[1] ? Number(most[0]) : null;
}
