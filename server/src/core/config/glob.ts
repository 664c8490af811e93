/**
 * Globs as a project’s files write them, matched in one pass over the path: every place of the pattern that can be reached
 * is followed at once, so nothing is tried twice, and no name costs more than its length times the pattern’s. A regular
 * expression goes back and tries again: with `*a*a*a*a*ab` a name of a hundred letters takes it hours.
 */

/** So long a pattern takes a few milliseconds for the longest path that there is, whatever stands in it. */
export const MOST_CHARACTERS = 200;
/** Of `*` and `**`. More are a slip: nobody tells names apart by so many parts. */
export const MOST_STARS = 8;

type Takes = (char: string) => boolean;

/** A place in a pattern: which character leads where from it, and which places are reached without any. */
interface Place {
  /** The only character that it takes; `null` where `takes` decides. */
  readonly due: string | null;
  readonly takes: Takes;
  readonly to: number;
  readonly free: readonly number[];
}

/** Whether a pattern matches a whole path. */
export function globMatcher(pattern: string): (path: string) => boolean {
  const chars = Array.from(pattern);
  const places = placesOf(chars);
  return (path) => {
    // Arrays of a fixed size: this is the loop in which the time goes.
    const reachedIn = new Int32Array(places.length).fill(-1);
    let here = new Int32Array(places.length);
    let next = new Int32Array(places.length);
    let count = 0;
    let round = 0;
    const reach = (place: number): void => {
      if (reachedIn[place] === round) return;
      reachedIn[place] = round;
      next[count++] = place;
    };
    const settle = (): void => {
      // The list grows while it is walked.
      for (let i = 0; i < count; i++) {
        const { free } = places[next[i] as number] as Place;
        for (let j = 0; j < free.length; j++) reach(free[j] as number);
      }
      [here, next] = [next, here];
    };
    reach(0);
    settle();
    for (const char of path) {
      const before = count;
      count = 0;
      round++;
      for (let i = 0; i < before; i++) {
        const { due, takes, to } = places[here[i] as number] as Place;
        if (due === null ? takes(char) : due === char) reach(to);
      }
      if (count === 0) return false;
      settle();
    }
    return reachedIn[chars.length] === round;
  };
}

/** The path as a pattern that matches it alone. */
export const escapeGlob = (path: string): string => path.replace(/[\\*?[\]{},]/g, '\\$&');

const NONE: Takes = () => false;
const ANY: Takes = () => true;
const IN_NAME: Takes = (char) => char !== '/';

const itself = (due: string, to: number, free: readonly number[] = []): Place => ({ due, takes: NONE, to, free });
const oneOf = (takes: Takes, to: number, free: readonly number[] = []): Place => ({ due: null, takes, to, free });

/** One place for each character, one for the end, and those of the sets. */
function placesOf(chars: readonly string[]): readonly Place[] {
  const choices = choicesIn(chars);
  // Of `{部门/**,乡镇/**}` each choice has folders of its own.
  const opens = (at: number): boolean => at < 0 || chars[at] === '/' || (choices.has(at) && chars[at] !== '}');
  const closes = (at: number): boolean => at >= chars.length || chars[at] === '/' || (choices.has(at) && chars[at] !== '{');
  const areFolders = (at: number): boolean => chars[at] === '*' && chars[at + 1] === '*' && opens(at - 1) && closes(at + 2);
  const sets: Place[] = [];

  const placeOf = (char: string, at: number): Place => {
    const free = choices.get(at);
    if (free) return oneOf(NONE, at, free);
    if (char === '\\') return itself(chars[at + 1] ?? '', at + 2);
    if (char === '?') return oneOf(IN_NAME, at + 1);
    if (char === '[') {
      const set = setAt(chars, at);
      if (set) sets.push(oneOf(set.takes, set.end + 1));
      // Names have brackets, too.
      return itself('[', at + 1, set ? [chars.length + sets.length] : []);
    }
    // `**/` is nothing, or whatever ends with a `/`: that is what the second star stands for.
    if (areFolders(at) && chars[at + 2] === '/') return oneOf(NONE, at, [at + 1, at + 3]);
    if (areFolders(at)) return oneOf(ANY, at, [at + 2]);
    if (char === '*') return oneOf(areFolders(at - 1) ? ANY : IN_NAME, at, [at + 1]);
    return itself(char, at + 1);
  };
  return [...chars.map(placeOf), oneOf(NONE, chars.length), ...sets];
}

/** Where the `{`, `,` and `}` of choices lead. Braces that are never closed, or leave no choice, are characters. */
function choicesIn(chars: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const choices = new Map<number, readonly number[]>();
  const open: { readonly start: number; readonly commas: number[] }[] = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at];
    if (char === '\\') at++;
    else if (char === '[') at = setAt(chars, at)?.end ?? at;
    else if (char === '{') open.push({ start: at, commas: [] });
    else if (char === ',') open.at(-1)?.commas.push(at);
    else if (char === '}') {
      const { start, commas } = open.pop() ?? { start: at, commas: [] };
      if (commas.length === 0) continue;
      const behind = (place: number): number => place + 1;
      choices.set(start, [start, ...commas].map(behind));
      for (const end of [...commas, at]) choices.set(end, [at + 1]);
    }
  }
  return choices;
}

/** `[ab]`, `[a-z]`, `[!ab]`: one character of a name. `null` where the bracket is one itself. */
function setAt(chars: readonly string[], start: number): { readonly takes: Takes; readonly end: number } | null {
  const isNegated = chars[start + 1] === '!' || chars[start + 1] === '^';
  const from = start + (isNegated ? 2 : 1);
  const end = chars.indexOf(']', from + 1);
  const inside = chars.slice(from, end);
  if (end < 0 || inside.includes('/')) return null;
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < inside.length; at++) {
    const first = inside[at] as string;
    const last = inside[at + 1] === '-' ? inside[at + 2] : undefined;
    ranges.push([first, last ?? first]);
    if (last !== undefined) at += 2;
  }
  return { takes: (char) => char !== '/' && ranges.some(([first, last]) => first <= char && char <= last) !== isNegated, end };
}
