/** The paths that a file or standard input lists, as they arrive: one a line, or separated by NUL as `find -print0` writes them. */
import { STDIN } from '../args.ts';
import type { Host } from '../host.ts';

export async function* listedPaths(list: string, { stdinChunks, files }: Host): AsyncGenerator<string> {
  const chunks = list === STDIN ? stdinChunks() : [await files.read(list)];
  const decoder = new TextDecoder('utf-8');
  let separator: RegExp | null = null;
  let rest = '';
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    // The first separator decides: a path may hold a line end, but no NUL.
    if (separator === null && /[\0\n]/.test(rest)) separator = /^[^\n]*\0/.test(rest) ? /\0/ : /\r?\n/;
    if (separator === null) continue;
    const paths = rest.split(separator);
    rest = paths.pop() ?? '';
    for (const path of paths) if (path !== '') yield path;
  }
  rest += decoder.decode();
  const last = rest.replace(/\r?\n?$/, '');
  if (last !== '') yield last;
}
