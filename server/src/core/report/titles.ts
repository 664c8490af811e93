/** What names a report: its title in any of the usual orders, alone in a line or within one. */
import { type Paragraph, shownIn } from '../layout/paragraph.ts';
import { isHan } from '../text/han.ts';
import { isIdentifying } from '../text/normalise.ts';
import { simplified } from '../text/traditional.ts';

const LONGEST_KEY = 60;
/** With or without a year within: 政府信息公开工作2023年度报告, 信息公开情况报告, 政府信息公开年报. */
export const TITLE =
  /(?:(?:政府|政务)?信息|政务)公开(?:工作|情况|的|年|度|(?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{2}){0,6}(?:报告|年报)/;
// A year with a month after it is a date: of publication, mostly.
export const YEAR = /((?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{2})(?!\d|年\d{1,2}月)年?度?/;

/** `keys` are those of the paragraphs (see `keysOf`). */
export function findTitles(text: string, paragraphs: readonly Paragraph[], keys: readonly string[]): Paragraph[] {
  const titles: Paragraph[] = [];
  let above: Paragraph | null = null;
  let before = '';
  for (const [index, paragraph] of paragraphs.entries()) {
    const known = keys[index] ?? '';
    const key = known.length < LONGEST_KEY ? known : '';
    // Every title ends with one of these, and few other lines hold them.
    if (/报告|年报/.test(key)) {
      if (isTitle(key)) {
        if (!isTrail(text, paragraph)) titles.push(paragraph);
      } else if (above && before && isTitle(before + key) && !isTitle(before) && !above.shown && !paragraph.shown) {
        // A title set in two lines: neither is one alone.
        titles.push({ start: above.start, end: paragraph.end });
      }
    }
    above = paragraph;
    before = key;
  }
  return titles;
}

/** What the words before make of a title: a sentence, another paper's title, a link, or a line of the page's metadata. */
const NO_TITLE =
  /编制(?!委)|发布|按照|根据|参照|对照|转发|做好|现将|现予|现公布|[A-Za-z]{2}|^(?:所属|所在)?(?:栏目|频道)|^(?:信息|主题|体裁|文件|公文)?(?:分类|类别)|^关键词|^主题词|^上一|^下一|^相关/;

/** A title, not a sentence or another paper's title that speaks of such a report. */
export function isTitle(key: string): boolean {
  const match = TITLE.exec(key);
  if (!match) return false;
  const before = key.slice(0, match.index);
  const after = key.slice(match.index + match[0].length);
  return !NO_TITLE.test(before) && !/^的?(?:通知|公告|要求|格式|编制|模板)|如下|显示/.test(after);
}

const shownOf = (text: string, paragraph: Paragraph): string =>
  paragraph.shown ? paragraph.shown.text : shownIn(text, paragraph).replace(/<[^<>]*>/g, '');

/** `首页 > 政府信息公开 > …`: the way to a page, not its title. */
const isTrail = (text: string, paragraph: Paragraph): boolean => /[>＞»›]|首页/.test(shownOf(text, paragraph));

/** A line as it is searched for names: no white space, every mark that ends a field as `:`, every other stop as `,`. */
export interface Line {
  /** In its own characters. */
  readonly written: string;
  /** In simplified ones, character for character. */
  readonly plain: string;
}

const FIELD = ':：】]|\t';
const STOP = '。；;，,、！!？?《》〈〉<>';

function markOf(char: string): string {
  if (/[○Ｏ]/.test(char)) return '〇';
  if (isIdentifying(char.charCodeAt(0))) return char.normalize('NFKC');
  return FIELD.includes(char) ? ':' : STOP.includes(char) ? ',' : '';
}

export function lineOf(shown: string): Line {
  const line = shown.trim();
  let written = '';
  // Nearly all are runs of Chinese characters: taken as they are.
  for (let from = 0; from < line.length; ) {
    let to = from;
    while (to < line.length && isHan(line.charCodeAt(to))) to++;
    if (to > from) written += line.slice(from, to);
    else written += markOf(line.charAt(to++));
    from = to;
  }
  return { written, plain: simplified(written) };
}

export const lineIn = (text: string, paragraph: Paragraph): Line => lineOf(shownOf(text, paragraph));
