/** A configuration file made ready: its settings, its editions checked and compiled once, and what is wrong in it. */

import { rules } from '../check/rules/index.ts';
import type { FileFinding } from '../finding/finding.ts';
import { type Localized, say } from '../finding/finding.ts';
import { builtInEditions } from '../statute/editions.ts';
import { compileEdition } from '../statute/form.ts';
import { type FurtherEdition, rejectedOf } from '../statute/rejected.ts';
import { unknownRole } from '../statute/roles.ts';
import { type Edition, editionSchema, parseEdition } from '../statute/schema.ts';
import { positionAt, splitLines } from '../text/lines.ts';
import { aggregateEntry, type ConfigData, configSchema, editionEntry } from './file-schema.ts';
import type { Path } from './issues.ts';
import { folderOf, placeAt } from './places.ts';
import { problem, type SourceFile } from './problem.ts';
import { pathText, readJson, restOf, soundEntries, soundParts, valueAt } from './read-json.ts';

export interface ConfigFile {
  readonly place: string;
  /** With its `/`; globs and paths are relative to it. */
  readonly folder: string;
  readonly text: string;
  /** Named by the user, and so for every report wherever it stands. */
  readonly named?: true;
  readonly data: ConfigData;
  /** `null` where the file says nothing of editions. */
  readonly editions: readonly FurtherEdition[] | null;
  readonly findings: readonly FileFinding[];
}

/** The texts of the edition files that a configuration names, by place; `null` for one that is not there. */
export type Texts = ReadonlyMap<string, string | null>;

/** The files that must be read before `readConfig` can check the editions. */
export const editionPlaces = ({ place, text }: SourceFile): string[] =>
  soundEntries(readJson(text, configSchema).value, 'editions', editionEntry).flatMap(({ entry }) =>
    typeof entry === 'string' ? [placeAt(folderOf(place), entry)] : [],
  );

export function readConfig({ place, text }: SourceFile, texts: Texts = new Map()): ConfigFile {
  const { data, value, findings, spanOf } = readJson(text, configSchema);
  const folder = folderOf(place);
  const all = [...findings];
  const ids = new Set(BUILT_IN);
  const editions: FurtherEdition[] = faultyEntries(value).map((entry) => rejectedOf(entry, 'whole'));
  for (const { entry, path } of soundEntries(value, 'editions', editionEntry)) {
    const written = typeof entry === 'string' ? (texts.get(placeAt(folder, entry)) ?? null) : null;
    const read = typeof entry === 'string' ? readEditionFile(entry, written) : { edition: entry };
    const reason = 'edition' in read ? faultOf(read.edition, ids) : read.message;
    if (reason) {
      const key = pathText(path);
      all.push(problem('invalid-configuration', spanOf(path), say(`${key}: ${reason['zh-cn']}`, `${key}: ${reason.en}`)));
      editions.push('edition' in read ? rejectedOf(read.edition, 'whole') : rejectedOf(restOf(written ?? ''), read.extent));
    } else if ('edition' in read) {
      ids.add(read.edition.id);
      editions.push(read.edition);
    }
  }
  const { kept, beyond } = withinLimit(data?.aggregates ? { ...data, aggregates: aggregatesIn(value) } : (data ?? {}));
  if (beyond) all.push(problem('invalid-configuration', spanOf(beyond), TOO_MANY));
  return { place, folder, text, data: kept, editions: data?.editions ? editions : null, findings: all };
}

/** In place of members that are named by a faulty pattern: they are somebody, and no report is known to be theirs. */
export const UNKNOWN_MEMBER = '';

const aggregatesIn = (value: unknown): NonNullable<ConfigData['aggregates']> =>
  soundParts(value, 'aggregates', aggregateEntry).map(({ part, entry }) => {
    const named = valueAt(entry, ['members']);
    return Array.isArray(named) && named.length > part.members.length ? { ...part, members: [...part.members, UNKNOWN_MEMBER] } : part;
  });

/** Characters of all patterns of a file together: each is held against every report, so many cost as much as a long one. */
const MOST_IN_ALL = 10_000;
const TOO_MANY = say(
  `通配符合计超过 ${MOST_IN_ALL} 个字符，从这里起都不起作用`,
  `the patterns of this file have more than ${MOST_IN_ALL} characters in all; from here on none counts`,
);

/** The overrides and aggregates up to the limit, and the place of the first one that is left out. */
function withinLimit(data: ConfigData): { readonly kept: ConfigData; readonly beyond: Path | null } {
  let left = MOST_IN_ALL;
  let beyond: Path | null = null;
  const take = <T>(list: string, entries: readonly T[] | undefined, patterns: (entry: T) => readonly string[]): T[] | undefined =>
    entries?.filter((entry, index) => {
      left -= patterns(entry).reduce((sum, pattern) => sum + pattern.length, 0);
      if (left < 0) beyond ??= [list, index];
      return left >= 0;
    });
  const overrides = take('overrides', data.overrides, ({ files }) => files);
  const aggregates = take('aggregates', data.aggregates, ({ report, members }) => [report, ...members]);
  return { kept: { ...data, ...(overrides && { overrides }), ...(aggregates && { aggregates }) }, beyond };
}

const BUILT_IN: readonly string[] = builtInEditions.map((edition) => parseEdition(edition).id);

/** Entries that are no edition at all, or not as one is written: what is wrong with them is said already. */
function faultyEntries(value: unknown): readonly unknown[] {
  const entries = valueAt(value, ['editions']);
  const sound = new Set(soundEntries(value, 'editions', editionEntry).map(({ path }) => path.at(-1)));
  return Array.isArray(entries) ? entries.filter((_, index) => !sound.has(index)) : [];
}

type ReadEdition = { readonly edition: Edition } | { readonly message: Localized; readonly extent: 'whole' | 'rest' };

function readEditionFile(path: string, text: string | null): ReadEdition {
  if (text === null) return { message: say(`没有 ${path} 这个文件`, `there is no file ${path}`), extent: 'rest' };
  const { data, value, findings } = readJson(text, editionSchema);
  const [first] = findings;
  if (!first && data) return { edition: data };
  const { line, character } = positionAt(splitLines(text), first?.span.start ?? 0);
  const where = `${path}:${line + 1}:${character + 1}`;
  const message = say(`${where} ${first?.message['zh-cn'] ?? ''}`, `${where} ${first?.message.en ?? ''}`);
  return { message, extent: value === undefined ? 'rest' : 'whole' };
}

const RULE_IDS: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.id));

/** What a schema cannot see: names that clash, relations over cells that are not there, rules and roles that do not exist. */
function faultOf(edition: Edition, taken: ReadonlySet<string>): Localized | null {
  const { id } = edition;
  if (taken.has(id)) return say(`已有版本 ${id}`, `there is an edition ${id} already`);
  const unknown = edition.tables.flatMap((table) => table.relations).find((relation) => !RULE_IDS.has(relation.rule));
  if (unknown) return say(`${id}：没有 ${unknown.rule} 这条规则`, `${id}: there is no rule ${unknown.rule}`);
  const role = unknownRole(edition);
  if (role !== null) return say(`${id}：内置版本中没有 ${role} 这个角色（role）`, `${id}: no built-in edition has the role ${role}`);
  try {
    compileEdition(edition);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return say(`${id}：${reason}`, `${id}: ${reason}`);
  }
}
