/** What kind of body the unit is: as the project says, else as its name shows for certain. */
import { LEVELS, type Level, type LevelFacts, type Settings } from '../finding/settings.ts';
import type { Report } from '../report/report.ts';

const TOWNSHIP = /(?:镇|乡|街道)(?:人民政府|办事处|党政办公室)?$/;
// What stands right below a municipality ranks higher than a county.
const COUNTY = /^(?!(?:北京|天津|上海|重庆)市).*(?:县|区|旗)(?:人民政府)?(?:办公室)?$/;
const DEPARTMENT = /(?:县|区|旗)(?:人民政府)?[^市县区省]{1,12}(?:局|委员会|委|办公室|办|中心|大队)$/;
// Areas that are no county, and branches of ministries, which report with their own system.
const UNSURE =
  /自治区|特别行政区|国家|省[^市县区省]*$|(?:开发|高新|新|园|景|保税|示范|管理)区|管委会|管理委员会|税务|海关|海事|气象|烟草|调查队|消防救援/;

function levelOf(unit: string | null): Level | null {
  if (unit === null || UNSURE.test(unit)) return null;
  if (TOWNSHIP.test(unit)) return 'township';
  if (COUNTY.test(unit)) return 'county';
  return DEPARTMENT.test(unit) ? 'department' : null;
}

/** `null` where neither the project nor the name says it. */
export function factsOf({ unit }: Report, { level }: Settings): LevelFacts | null {
  const known = level ?? levelOf(unit);
  return known && LEVELS[known];
}
