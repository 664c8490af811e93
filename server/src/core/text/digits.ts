/** Which characters are digits, by their codes; where a text has no character (`NaN`) there is none. */

/** 0 to 9. */
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** ０ to ９, full width. */
const isWideDigit = (code: number): boolean => code >= 0xff10 && code <= 0xff19;

/** Of either width. */
export const isAnyDigit = (code: number): boolean => isDigit(code) || isWideDigit(code);

/** What a digit of either width is worth; -1 for any other character. */
export function digitOf(code: number): number {
  if (isDigit(code)) return code - 0x30;
  return isWideDigit(code) ? code - 0xff10 : -1;
}
