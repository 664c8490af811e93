/** The project’s files as the server sees them: the open document where there is one, else what the editor or the disk has. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CONFIG_NAME,
  type Configuration,
  configurationOf,
  createProject,
  decode,
  folderOf,
  NO_CONFIGURATION,
  nameOf,
  type Project,
  type Surroundings,
  WAIVERS_NAME,
} from '../../core/index.ts';
import { toPlace, toUri } from '../uris.ts';

/** The bytes of a file; `null` where there is none. */
export type ReadFile = (uri: string) => Promise<Uint8Array | null>;

export interface ProjectFiles {
  /** The same object until something changes, so that what was found under it can be kept. */
  configurationOf(uri: string): Promise<Configuration>;
  around(uri: string): Promise<Surroundings>;
  read(place: string): Promise<string | null>;
  /** Something has changed: everything is read anew when it is asked for. */
  forget(): void;
}

export const isWaiversFile = (uri: string): boolean => nameOf(toPlace(uri)) === WAIVERS_NAME;
export const isProjectFile = (uri: string): boolean => isWaiversFile(uri) || nameOf(toPlace(uri)) === CONFIG_NAME;

/** `reader` is asked for anew each time: it depends on what the client can do. */
export function createProjectFiles(open: () => readonly TextDocument[], reader: () => ReadFile | null): ProjectFiles {
  const read = async (place: string): Promise<string | null> => {
    const document = open().find(({ uri }) => toPlace(uri) === place);
    if (document) return document.getText();
    const bytes = await reader()?.(toUri(place));
    const content = bytes ? decode(bytes) : null;
    return content?.kind === 'text' ? content.text : null;
  };
  let project: Project = createProject(read);
  let known = new Map<string, Promise<Configuration>>();
  const around = (uri: string): Promise<Surroundings> => project.around(folderOf(toPlace(uri)));
  const load = async (uri: string): Promise<Configuration> => {
    const { settings, waivers } = configurationOf(await around(uri), toPlace(uri));
    const says =
      settings.rules.size > 0 || settings.level || settings.editions.length > 0 || settings.members.length > 0 || waivers.length > 0;
    return says ? { settings, waivers } : NO_CONFIGURATION;
  };
  return {
    around,
    read,
    configurationOf(uri) {
      const found = known.get(uri) ?? load(uri);
      known.set(uri, found);
      return found;
    },
    forget() {
      project = createProject(read);
      known = new Map();
    },
  };
}
