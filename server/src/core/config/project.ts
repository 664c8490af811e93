/** The files around reports, found by a reader that is injected (where files are differs from host to host) and read once. */

import { DEFAULT_SETTINGS, type Settings } from '../finding/settings.ts';
import { type ConfigFile, editionPlaces, readConfig, type Texts } from './config-file.ts';
import { CONFIG_NAME, folderOf, foldersAbove, WAIVERS_NAME } from './places.ts';
import { inReach, resolve } from './resolve.ts';
import { readWaivers, type Waiver, type WaiversFile, waiversFor } from './waivers.ts';

/** The text of the file at a place; `null` where there is none. */
export type ReadText = (place: string) => Promise<string | null>;

/** What stands around a folder. */
export interface Surroundings {
  /** Nearest first. */
  readonly configs: readonly ConfigFile[];
  /** The nearest one: it alone counts for the reports below it. */
  readonly waivers: WaiversFile | null;
}

/** All that decides how a report is judged. */
export interface Configuration {
  readonly settings: Settings;
  readonly waivers: readonly Waiver[];
}

export const NO_CONFIGURATION: Configuration = { settings: DEFAULT_SETTINGS, waivers: [] };

export interface Project {
  /** What stands around a folder (with its `/`). */
  around(folder: string): Promise<Surroundings>;
}

/** `configAt` names the only configuration that counts, in the place of those around. */
export function createProject(read: ReadText, configAt: string | null = null): Project {
  const known = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const made = (known.get(key) as Promise<T> | undefined) ?? make();
    known.set(key, made);
    return made;
  };
  const configOf = (place: string): Promise<ConfigFile | null> =>
    once(place, async () => {
      const text = await read(place);
      return text === null ? null : loadConfig(place, text, read);
    });
  const namedAt = async (place: string): Promise<ConfigFile | null> => {
    const config = await configOf(place);
    return config && { ...config, named: true };
  };
  const waiversOf = (place: string): Promise<WaiversFile | null> =>
    once(place, async () => {
      const text = await read(place);
      return text === null ? null : readWaivers({ place, text });
    });
  return {
    around: (folder) =>
      once(folder, async () => {
        const folders = foldersAbove(folder);
        const [configs, waivers] = await Promise.all([
          Promise.all(configAt === null ? folders.map((each) => configOf(each + CONFIG_NAME)) : [namedAt(configAt)]),
          Promise.all(folders.map((each) => waiversOf(each + WAIVERS_NAME))),
        ]);
        return { configs: inReach(found(configs), folder), waivers: found(waivers)[0] ?? null };
      }),
  };
}

const found = <T>(all: readonly (T | null)[]): readonly T[] => all.filter((each) => each !== null);

/** A configuration with the edition files that it names. */
async function loadConfig(place: string, text: string, read: ReadText): Promise<ConfigFile> {
  const texts: Texts = new Map(await Promise.all(editionPlaces({ place, text }).map(async (each) => [each, await read(each)] as const)));
  return readConfig({ place, text }, texts);
}

/** What holds for a report, given what stands around its folder. */
export const configurationOf = ({ configs, waivers }: Surroundings, place: string): Configuration => ({
  settings: resolve(configs, place),
  waivers: waivers ? waiversFor(waivers, place) : [],
});

/** Where a new waiver for a report belongs: the waivers file that counts, or beside the nearest configuration, or beside it. */
export const waiversPlace = ({ configs, waivers }: Surroundings, place: string): string =>
  waivers?.place ?? `${configs[0]?.folder ?? folderOf(place)}${WAIVERS_NAME}`;
