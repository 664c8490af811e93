/** Numbers in prose: digits with thousands and 万, and Chinese numerals (十二, 两, 一百零三). */
import { isDigit } from './digits.ts';
import { HAN_DIGITS } from './years.ts';

interface ProseNumber {
  readonly value: number;
  /** Exclusive end in the text read. */
  readonly end: number;
  /** How much one unit of the last digit is worth: 1.5万 is exact to 1000. */
  readonly step: number;
  /** Decimals as written, before 万. */
  readonly decimals: number;
  readonly han: boolean;
}

const DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LONGEST = 12;

/** The number that begins at `at`, or `null`. `text` has neither white space nor full-width digits. */
export function readProseNumber(text: string, at: number): ProseNumber | null {
  return isDigit(text.charCodeAt(at)) ? readDigits(text, at) : readHan(text, at);
}

function readDigits(text: string, at: number): ProseNumber | null {
  let end = at;
  let digits = '';
  for (; end < text.length && digits.length < LONGEST; end++) {
    if (isDigit(text.charCodeAt(end))) digits += text[end];
    else if (!((text[end] === ',' || text[end] === '，') && isThousands(text, end))) break;
  }
  let decimals = 0;
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) {
    digits += '.';
    for (end++; isDigit(text.charCodeAt(end)) && decimals < LONGEST; end++, decimals++) digits += text[end];
  }
  const myriad = text[end] === '万' ? 10_000 : 1;
  if (myriad > 1) end++;
  const value = Math.round(Number(digits) * myriad * 1e6) / 1e6;
  return { value, end, step: myriad / 10 ** decimals, decimals, han: false };
}

/** A comma between digits with exactly three after it. */
const isThousands = (text: string, at: number): boolean =>
  [-1, 1, 2, 3].every((by) => isDigit(text.charCodeAt(at + by))) && !isDigit(text.charCodeAt(at + 4));

function readHan(text: string, at: number): ProseNumber | null {
  let total = 0;
  let section = 0;
  let digit = -1;
  let end = at;
  let myriad = false;
  for (; end < text.length && end - at < LONGEST; end++) {
    const char = text[end] as string;
    if (char in DIGITS) {
      // 二〇二三 is a year, no count.
      if (digit > 0) return null;
      digit = DIGITS[char] as number;
    } else if (char in POWERS) {
      if (digit < 0 && section > 0) return null;
      section += Math.max(digit, digit < 0 ? 1 : 0) * (POWERS[char] as number);
      digit = -1;
    } else if (char === '万' && end > at && !myriad) {
      total = (section + Math.max(digit, 0)) * 10_000;
      section = 0;
      digit = -1;
      myriad = true;
    } else break;
  }
  if (end === at) return null;
  return { value: total + section + Math.max(digit, 0), end, step: 1, decimals: 0, han: true };
}

/** 1 to 99, in digits or as 二十一. */
export function smallNumber(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const [tens = '', units = ''] = written.includes('十') ? written.split('十') : ['', written];
  const digit = (char: string, none: number): number => (char === '' ? none : HAN_DIGITS.indexOf(char));
  return (written.includes('十') ? digit(tens, 1) * 10 : 0) + digit(units, 0);
}
