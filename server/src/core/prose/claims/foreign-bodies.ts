/** Whether the body named before a number is another one than the report's. */
import { isHan } from '../../text/han.ts';
import type { Phrases } from '../phrases.ts';

const LONGEST_NAME = 14;
const LONGEST_BRACKET = 12;

/** The name that ends at `to`, where the words begin that are understood; `null` where it is no other body's. */
export function foreignBody(text: string, to: number, unit: string | null, phrases: Phrases): string | null {
  const before = text.slice(Math.max(0, to - LONGEST_NAME - LONGEST_BRACKET), to).replace(/[（）()]/g, '');
  let from = before.length;
  while (from > 0 && before.length - from < LONGEST_NAME && isHan(before.charCodeAt(from - 1))) from--;
  const name = before.slice(from);
  if (name.length < 2 || unit === null || /[我本该]/.test(name)) return null;
  const own = !phrases.data.bodies.some((ending) => name.endsWith(ending)) || isAbbreviation(name.replace(/^.*年度?/, ''), unit);
  return own ? null : name;
}

/** 县水务局 for 青禾县水务局: its characters come in the same order. */
function isAbbreviation(name: string, unit: string): boolean {
  let at = 0;
  for (const char of unit) if (char === name[at]) at++;
  return at === name.length;
}
