/** What rows and columns count, in a sentence: the same role means the same in every edition (R711, N19, N21). */
import { type Localized, say } from '../text/localized.ts';
import data from './meanings.json' with { type: 'json' };

type Words = Readonly<Record<string, readonly string[]>>;
const meanings: Readonly<Record<string, { readonly rows: Words; readonly columns: Words }>> = data;

/** By roles; `null` where nothing is known, as for a row of a project’s own edition. */
export function meaningOf(table: string | null, part: 'rows' | 'columns', role: string): Localized | null {
  const [zh, en] = meanings[table ?? '']?.[part][role] ?? [];
  return zh && en ? say(zh, en) : null;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function chinese(number: number): string {
  const [tens, units] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[units]}`;
}

/** `36(7)` as an article of the Regulations is cited: 《条例》第三十六条第（七）项. */
export function articleName(article: string): Localized {
  const [, number = '', item] = /^(\d{1,2})(?:\((\d)\))?$/.exec(article) ?? [];
  if (number === '') return say(article, article);
  return say(
    `《条例》第${chinese(Number(number))}条${item ? `第（${chinese(Number(item))}）项` : ''}`,
    `Article ${number}${item ? ` (${item})` : ''} of the Regulations`,
  );
}
