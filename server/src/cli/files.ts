/** From the paths on the command line to texts: folders are walked, files read and decoded, failures named. */
import { join } from 'node:path';
import { type DecodedText, decode, type Localized, say } from '../core/index.ts';
import { STDIN } from './args.ts';
import type { Files, Host } from './host.ts';
import { inOrder } from './in-order.ts';
import { cannotRead, NO_FILES, reasonOf } from './messages.ts';

/** A file that was read, or a path at which something was not. `empty` is a folder without a file to read: no failure. */
export type Source =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array; readonly decoded: DecodedText }
  | { readonly kind: 'empty' | 'problem'; readonly path: string; readonly message: Localized };

type Found = { readonly kind: 'file'; readonly path: string } | Extract<Source, { message: Localized }>;

const EXTENSIONS = /\.(?:txt|text|md|markdown|html|htm|csv|tsv)$/i;
const PARALLEL_READS = 16;

/** In the order of the paths, a folder's files by name; no file twice. */
export function readAll(paths: readonly string[], host: Host): AsyncGenerator<Source> {
  return inOrder(find(paths, host.files), PARALLEL_READS, async (found) => (found.kind === 'file' ? readOne(found.path, host) : found));
}

async function readOne(path: string, host: Host): Promise<Source> {
  try {
    const bytes = path === STDIN ? await host.stdin() : await host.files.read(path);
    const decoded = decode(bytes);
    if (decoded.kind === 'text') return { kind: 'file', path, bytes, decoded };
    const { message } = decoded;
    return { kind: 'problem', path, message: cannotRead(message) };
  } catch (error) {
    return { kind: 'problem', path, message: cannotRead(reasonOf(error)) };
  }
}

async function* find(paths: readonly string[], files: Files): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const path of paths) {
    let any = false;
    for await (const found of at(path, files)) {
      any = true;
      const identity = found.kind === 'file' && found.path !== STDIN ? await files.identity(found.path) : found.path;
      if (seen.has(identity)) continue;
      seen.add(identity);
      yield found;
    }
    if (!any) yield { kind: 'empty', path, message: NO_FILES };
  }
}

async function* at(path: string, files: Files): AsyncGenerator<Found> {
  try {
    // A file that a person names is read whatever it is called; it may be a pipe.
    if (path === STDIN || (await files.kindOf(path)) !== 'folder') yield { kind: 'file', path };
    else yield* walk(path, files);
  } catch (error) {
    yield { kind: 'problem', path, message: cannotRead(reasonOf(error)) };
  }
}

/** Links to files are followed, links to folders are not: they may go round. */
async function* walk(folder: string, files: Files): AsyncGenerator<Found> {
  let entries: Awaited<ReturnType<Files['list']>>;
  try {
    entries = await files.list(folder);
  } catch (error) {
    yield { kind: 'problem', path: folder, message: cannotRead(reasonOf(error)) };
    return;
  }
  for (const { name, kind } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = join(folder, name);
    if (kind === 'folder') yield* walk(path, files);
    else if (EXTENSIONS.test(name) && (kind === 'file' || (kind === 'link' && (await isFile(path, files))))) yield { kind: 'file', path };
  }
}

/** A link that leads nowhere is left to the reader, who says why. */
const isFile = (path: string, files: Files): Promise<boolean> =>
  files.kindOf(path).then(
    (kind) => kind === 'file',
    () => true,
  );

/** `problem` as it is printed: the path, then the reason. */
export const named = ({ path, message }: { readonly path: string; readonly message: Localized }): Localized =>
  say(`${path}：${message['zh-cn']}`, `${path}: ${message.en}`);
