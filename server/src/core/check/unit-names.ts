/** Whether two names are those of one body, as far as names tell: the places in them, and what stands after these. */

const PLACE = /[一-龥]{1,12}?(?:自治区|自治州|自治县|省|市|区|县|旗|盟|州|镇|乡|街道)/g;
const KIND = /(?:自治区|自治州|自治县|省|市|区|县|旗|盟|州|镇|乡|街道)$/;
// 住房和城乡建设局, 城市管理局: no place.
const NO_PLACE = /城乡$|(?:^|和)城[市镇]$|^社区$/;
// 青禾县委 is the committee of the party.
const DEPARTMENT = /.(?:局|委员会|委|厅)$/;
// It may belong to a department, which has another name.
const SUBORDINATE = /.(?:中心|大队|支队)$/;

interface NameParts {
  /** The last place named; empty without one. */
  readonly place: string;
  readonly kind: string;
  readonly body: string;
}

export function partsOf(name: string): NameParts {
  const places = [...name.matchAll(PLACE)].filter(([place]) => !NO_PLACE.test(place));
  const last = places.at(-1);
  const place = last?.[0] ?? '';
  return { place, kind: KIND.exec(place)?.[0] ?? '', body: last ? name.slice(last.index + place.length) : name };
}

const isWithin = (short: string, long: string): boolean => {
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
};

/** An abbreviation has its characters from the full name, in their order: 卫健委, 卫生健康委员会. */
const isAlike = (a: string, b: string): boolean => isWithin(a, b) || isWithin(b, a);

/** 青禾县发展和改革局（青禾县粮食和物资储备局） has two names; a title may be read without its brackets. */
const namesIn = (name: string): string[] =>
  name.split(/[（()）]|(?<=局|委员会|委|厅)(?=[一-龥]{2,20}(?:局|委员会|委|厅)$)/).filter((part) => part !== '');

/** Whether they are certainly two bodies: places of one kind that differ, or departments of one place that differ. */
export const areOther = (a: string, b: string): boolean => namesIn(a).every((one) => namesIn(b).every((two) => differ(one, two)));

function differ(a: string, b: string): boolean {
  const [one, two] = [partsOf(a), partsOf(b)];
  if (one.place === '' || one.kind !== two.kind) return false;
  if (!isAlike(one.place, two.place)) return true;
  return [DEPARTMENT, SUBORDINATE].some((kind) => kind.test(one.body) && kind.test(two.body)) && !isAlike(one.body, two.body);
}
