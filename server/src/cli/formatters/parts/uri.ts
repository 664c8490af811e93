/** Paths as other programs want them. */
import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** With slashes on every system. */
export const uriPathOf = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);

/** A URI reference: relative for a relative path, so that a report is the same wherever the folder lies. */
export const uriOf = (path: string): string =>
  isAbsolute(path) ? pathToFileURL(path).href : uriPathOf(path).split('/').map(encodeURIComponent).join('/');
