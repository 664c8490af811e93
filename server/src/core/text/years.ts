/** Years as they are written: in digits, or in Chinese numerals one by one. */

export const HAN_DIGITS = '〇一二三四五六七八九';

/** 2023, 二〇二三, 二零二三. */
export const yearOf = (written: string): number =>
  Number(Array.from(written, (char) => (HAN_DIGITS.includes(char) ? HAN_DIGITS.indexOf(char) : /[零○Ｏ]/.test(char) ? 0 : char)).join(''));
