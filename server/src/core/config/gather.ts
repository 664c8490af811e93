/** Collects the files around a report, by a reader that is injected: where files are differs from one host to another. */
import { type ConfigFile, editionPlaces, readConfig, type Texts } from './config-file.ts';
import { CONFIG_NAME, foldersAbove, WAIVERS_NAME } from './places.ts';
import { inReach, resolve } from './resolve.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { readWaivers, type Waiver, type WaiversFile, waiversFor } from './waivers.ts';

/** The text of the file at a place; `null` where there is none, or none that can be read. */
export type ReadText = (place: string) => Promise<string | null>;

/** What stands around a folder. */
export interface Surroundings {
  /** Nearest first. */
  readonly configs: readonly ConfigFile[];
  /** The nearest one: it alone counts for the reports below it. */
  readonly waivers: WaiversFile | null;
}

export const NO_SURROUNDINGS: Surroundings = { configs: [], waivers: null };

/** All that decides how a report is judged. */
export interface Configuration {
  readonly settings: Settings;
  readonly waivers: readonly Waiver[];
}

export const NO_CONFIGURATION: Configuration = { settings: DEFAULT_SETTINGS, waivers: [] };

/** `configAt` names the only configuration that counts, in the place of those around. */
export async function gather(folder: string, read: ReadText, configAt: string | null = null): Promise<Surroundings> {
  const folders = foldersAbove(folder);
  const places = configAt === null ? folders.map((each) => each + CONFIG_NAME) : [configAt];
  const [configs, waivers] = await Promise.all([
    Promise.all(places.map((place) => configOf(place, read))),
    Promise.all(folders.map(async (each) => ({ place: each + WAIVERS_NAME, text: await read(each + WAIVERS_NAME) }))),
  ]);
  const nearest = waivers.find(({ text }) => text !== null);
  return {
    configs: inReach(
      configs.filter((config) => config !== null),
      `${folder}-`,
    ),
    waivers: nearest ? readWaivers({ place: nearest.place, text: nearest.text ?? '' }) : null,
  };
}

async function configOf(place: string, read: ReadText): Promise<ConfigFile | null> {
  const text = await read(place);
  return text === null ? null : loadConfig(place, text, read);
}

/** A configuration with the edition files that it names. */
export async function loadConfig(place: string, text: string, read: ReadText): Promise<ConfigFile> {
  const texts: Texts = new Map(await Promise.all(editionPlaces({ place, text }).map(async (each) => [each, await read(each)] as const)));
  return readConfig({ place, text }, texts);
}

/** What holds for a report, given what stands around its folder. */
export const configurationOf = ({ configs, waivers }: Surroundings, place: string): Configuration => ({
  settings: resolve(configs, place),
  waivers: waivers ? waiversFor(waivers, place) : [],
});

/** Where a new waiver for a report in `folder` belongs: the waivers file that counts, or beside the configuration, or beside it. */
export const waiversPlace = ({ configs, waivers }: Surroundings, folder: string): string =>
  waivers?.place ?? `${configs[0]?.folder ?? folder}${WAIVERS_NAME}`;
