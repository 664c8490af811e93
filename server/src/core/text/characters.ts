/** The length of a Chinese text as its readers count it: Han characters and numbers. */
import { isAnyDigit } from './digits.ts';
import { residueEnd } from './normalise.ts';

const isHan = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) || code === 0x3007 || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xd840 && code <= 0xd888);
const isPoint = (code: number): boolean => code === 0x2e || code === 0x2c || code === 0xff0e;

/** A run of digits (`2023`, `46.33`, `1,200`) counts as one; markup and what converters have left count nothing. */
export function countCharacters(text: string): number {
  let count = 0;
  let inNumber = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isAnyDigit(code)) {
      if (!inNumber) count++;
      inNumber = true;
      continue;
    }
    if (inNumber && isPoint(code) && isAnyDigit(text.charCodeAt(at + 1))) continue;
    inNumber = false;
    if (isHan(code)) count++;
    else at = Math.max(at, markupEnd(text, at, code) - 1);
  }
  return count;
}

const LONGEST_TARGET = 200;

/** The end of residue, or of the target of a link in Markdown; `at` where there is none. */
function markupEnd(text: string, at: number, code: number): number {
  if (code === 0x5b || code === 0x3c || code === 0x26) return residueEnd(text, at, text.length);
  if (code !== 0x5d || text[at + 1] !== '(') return at;
  const target = text.slice(at, at + LONGEST_TARGET).indexOf(')');
  return target < 0 ? at : at + target + 1;
}
