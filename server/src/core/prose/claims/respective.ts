/** 予以公开、部分公开分别为 8 件和 2 件: which of the words before 分别 each number takes. */

import type { Term } from '../phrases.ts';
import type { ProseToken } from './prose-tokens.ts';
import { isPlain, type Label, type Region } from './regions.ts';

/** The label of each number of such a row, by the index of its region; none where words and numbers do not go together one by one. */
export function respectiveLabels(tokens: readonly ProseToken[], regions: readonly Region[]): ReadonlyMap<number, Label> {
  const labels = new Map<number, Label>();
  regions.forEach((region, index) => {
    if (!region.classes.has('respective')) return;
    const { terms, from } = termsBefore(tokens, region);
    if (terms.length < 2 || terms.length !== rowLength(tokens, regions, index)) return;
    terms.forEach((term, nth) => {
      const own = regions[index + nth] as Region;
      labels.set(index + nth, { terms: [{ term, joined: false }], subject: null, from: nth === 0 ? from : own.from });
    });
  });
  return labels;
}

const isRespective = ({ phrase }: ProseToken): boolean => phrase?.classes.has('respective') === true;
const isAnd = ({ phrase }: ProseToken): boolean => phrase?.classes.has('and') === true;

/** The terms of a list, in its order; none where anything else stands in it, or two of them side by side. */
function termsBefore(tokens: readonly ProseToken[], region: Region): { readonly terms: readonly Term[]; readonly from: number } {
  const none = { terms: [], from: region.from };
  let at = region.from;
  while (at < region.to && !isRespective(tokens[at] as ProseToken)) at++;
  // 分别为予以公开 8 件: the words come after.
  if (tokens.slice(at + 1, region.to).some(({ phrase }) => phrase?.term)) return none;
  const terms: Term[] = [];
  let apart = true;
  for (at--; at >= region.from; at--) {
    const token = tokens[at] as ProseToken;
    const term = token.phrase?.term;
    if (isAnd(token)) apart = true;
    else if (term) {
      if (!apart) return none;
      terms.unshift(term);
      apart = false;
    } else if (!isPlain(token)) break;
  }
  return apart ? none : { terms, from: at + 1 };
}

/** How many numbers of one kind follow one another, with nothing but 、 and 和 between. */
function rowLength(tokens: readonly ProseToken[], regions: readonly Region[], first: number): number {
  const kind = regions[first]?.closer?.kind;
  if (kind !== 'count' && kind !== 'percent') return 0;
  let next = first + 1;
  for (; regions[next]?.closer?.kind === kind; next++) {
    const { from, to } = regions[next] as Region;
    if (from === to || !tokens.slice(from, to).every(isAnd)) break;
  }
  return next - first;
}
