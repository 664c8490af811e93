/**
 * The one resolver, for editor and command line: the settings of a report, given the configuration files around it.
 *
 * Each setting (each rule, the level, the list of editions, the aggregates) is decided by the nearest file that says
 * something of it: its own folder’s, then that of the folder above, and so on, up to a file with `"root": true`.
 * Within a file a later override goes before an earlier one, and any override before what the file says for all.
 */

import { DEFAULT_SETTINGS, type Settings } from '../finding/settings.ts';
import { type ConfigFile, UNKNOWN_MEMBER } from './config-file.ts';
import type { ConfigData } from './file-schema.ts';
import { escapeGlob } from './glob.ts';
import { anywhere, below, matches } from './places.ts';

/** What one file says of a report. */
type Told = Pick<ConfigData, 'rules' | 'level'>;

/** `configs` in any order; those that do not stand around the place are left out. */
export function resolve(configs: readonly ConfigFile[], place: string): Settings {
  const nearest = inReach(configs, place);
  const rules: Map<string, NonNullable<Settings['rules'] extends ReadonlyMap<string, infer V> ? V : never>> = new Map();
  let level: Settings['level'] = null;
  for (const config of nearest.toReversed()) {
    for (const told of toldBy(config, place)) {
      level = told.level ?? level;
      for (const [rule, setting] of Object.entries(told.rules ?? {})) {
        if (setting === 'on') rules.delete(rule);
        else if (setting) rules.set(rule, setting);
      }
    }
  }
  return {
    rules,
    level,
    editions: nearest.find(({ editions }) => editions !== null)?.editions ?? DEFAULT_SETTINGS.editions,
    members: membersIn(
      nearest.find(({ data }) => data.aggregates),
      place,
    ),
  };
}

/** The files around a place (a folder’s, with its `/`, too), nearest first, no further than the first root. */
export function inReach(configs: readonly ConfigFile[], place: string): readonly ConfigFile[] {
  const around = configs
    .filter(({ folder, named }) => named || (folder !== '' && place.startsWith(folder)))
    .sort((a, b) => b.folder.length - a.folder.length);
  const root = around.findIndex(({ data }) => data.root === true);
  return root < 0 ? around : around.slice(0, root + 1);
}

/** What globs are matched with: a named configuration may be for reports that do not stand below it. */
const pathFrom = ({ folder }: ConfigFile, place: string): string => below(folder, place) ?? place;

function toldBy(config: ConfigFile, place: string): readonly Told[] {
  const { data } = config;
  const path = pathFrom(config, place);
  return [data, ...(data.overrides ?? []).filter(({ files }) => matches(files, path))];
}

function membersIn(config: ConfigFile | undefined, place: string): readonly string[] {
  if (!config) return [];
  const path = pathFrom(config, place);
  const own = (config.data.aggregates ?? []).filter(({ report }) => matches([report], path));
  // The folder is meant as it is called, whatever stands in its name.
  const folder = escapeGlob(config.folder);
  return own.flatMap(({ members }) => members.map((member) => (member === UNKNOWN_MEMBER ? member : folder + anywhere(member))));
}
