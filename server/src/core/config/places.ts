/**
 * Places of files as the resolver knows them: absolute, with `/` between folders, and nothing encoded. The command line
 * makes them of paths (`/a/b.txt`, `c:/a/b.txt`), the language server of addresses (`file:///a/b.txt`).
 */
import { globMatcher } from './glob.ts';

export const CONFIG_NAME = 'disclosure-report.config.json';
export const WAIVERS_NAME = 'disclosure-report.waivers.json';

/** The folder of a place, with its `/`; empty where it stands in none, as an unsaved document does. */
export const folderOf = (place: string): string => place.slice(0, place.lastIndexOf('/') + 1);
export const nameOf = (place: string): string => place.slice(place.lastIndexOf('/') + 1);

/** The folder and every one around it, the nearest first. `file:///` is the last one, `file://` is none. */
export function foldersAbove(folder: string): string[] {
  const folders: string[] = [];
  const scheme = /^[a-z][\w+.-]*:\/\/[^/]*/i.exec(folder)?.[0].length ?? 0;
  let end = folder.length;
  while (end > scheme && folder[end - 1] === '/') {
    folders.push(folder.slice(0, end));
    end = folder.slice(0, end - 1).lastIndexOf('/') + 1;
  }
  return folders;
}

/** The path below `folder`; `null` for a place that is not in it. */
export const below = (folder: string, place: string): string | null =>
  folder !== '' && place.startsWith(folder) && place.length > folder.length ? place.slice(folder.length) : null;

/** The place that a relative path names, seen from a folder. */
export function placeAt(folder: string, path: string): string {
  let at = folder;
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    if (part === '..') at = folderOf(at.slice(0, -1));
    else if (part !== '.' && part !== '') at += index < parts.length - 1 ? `${part}/` : part;
  }
  return at;
}

/** A pattern without `/` means a name in any folder, as everywhere else. */
export const anywhere = (pattern: string): string => (pattern.includes('/') ? pattern : `**/${pattern}`);

/** Whether one of the globs matches the path below the folder that they are written in. */
export const matches = (globs: readonly string[], path: string): boolean => globs.some((glob) => globMatcher(anywhere(glob))(path));
