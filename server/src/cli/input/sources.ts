/** From the paths on the command line to texts: folders are walked, patterns matched, files read and decoded, failures named. */
import { join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { containerNamed, type DecodedText, decode, type Localized, REPORT_EXTENSIONS, say } from '../../core/index.ts';
import { type Input, STDIN } from '../args.ts';
import type { Files, Host } from '../host.ts';
import { cannotRead, NO_FILES, NO_MATCH, nothingSince, reasonOf } from '../messages.ts';
import { inOrder } from './in-order.ts';
import { listedPaths } from './listed.ts';
import { changedSince } from './since.ts';
import { advised, nothingButSkipped, skippedFiles } from './skipped.ts';

/**
 * A file that was read, or a path at which something was not. No failures: `empty`, a folder without a file to read;
 * `skipped`, what in a folder is no text, beside files that are read.
 */
export type Source =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array; readonly decoded: DecodedText }
  | { readonly kind: 'empty' | 'skipped' | 'problem'; readonly path: string; readonly message: Localized };

/** What in a folder is no text, though it may hold a report; `beside` whether there is anything else. */
interface Skipped {
  readonly kind: 'containers';
  readonly path: string;
  readonly files: readonly string[];
  readonly beside: boolean;
}

type Found = { readonly kind: 'file'; readonly path: string } | Extract<Source, { message: Localized }> | Skipped;

const ENDS = REPORT_EXTENSIONS.map((extension) => `.${extension}`);
const mayHoldReport = (name: string): boolean => ENDS.some((end) => name.toLowerCase().endsWith(end));
const PARALLEL_READS = 16;

/** In the order of the paths, a folder's files by name; no file twice, except where a list says so. */
export function readAll({ paths, filesFrom }: Input, host: Host, since: string | null = null): AsyncGenerator<Source> {
  const found = find(paths, filesFrom, host);
  const kept = since === null ? found : onlyChanged(found, since, host);
  return inOrder(kept, PARALLEL_READS, async (one) => {
    if (one.kind === 'containers') return tellSkipped(one);
    return one.kind === 'file' ? readOne(one.path, host) : one;
  });
}

function tellSkipped({ path, files, beside }: Skipped): Source {
  const names = files.map((file) => slashed(relative(path, file)));
  if (!beside) return { kind: 'problem', path, message: nothingButSkipped(names) };
  return { kind: 'skipped', path, message: skippedFiles(names) };
}

async function readOne(path: string, host: Host): Promise<Source> {
  try {
    const bytes = path === STDIN ? await host.stdin() : await host.files.read(path);
    const decoded = decode(bytes);
    if (decoded.kind === 'text') return { kind: 'file', path, bytes, decoded };
    return { kind: 'problem', path, message: cannotRead(advised(decoded.message, containerNamed(path))) };
  } catch (error) {
    return { kind: 'problem', path, message: cannotRead(reasonOf(error)) };
  }
}

async function* find(paths: readonly string[], filesFrom: string | null, host: Host): AsyncGenerator<Found> {
  const { files } = host;
  const seen = new Set<string>();
  for (const path of paths) {
    let any = false;
    for await (const found of at(path, files, 'pattern')) {
      any = true;
      const identity = found.kind === 'file' && found.path !== STDIN ? await files.identity(found.path) : found.path;
      if (seen.has(identity)) continue;
      seen.add(identity);
      yield found;
    }
    if (!any) yield { kind: 'empty', path, message: NO_FILES };
  }
  if (filesFrom === null) return;
  // What was listed is not remembered: a list may be endless.
  try {
    for await (const path of listedPaths(filesFrom, host)) yield* at(path, files, 'name');
  } catch (error) {
    yield { kind: 'problem', path: filesFrom, message: cannotRead(reasonOf(error)) };
  }
}

async function* onlyChanged(all: AsyncIterable<Found>, rev: string, { files, changes }: Host): AsyncGenerator<Found> {
  const since = changedSince(rev, changes);
  let any = false;
  for await (const found of all) {
    const paths = found.kind === 'containers' ? found.files : found.kind === 'file' && found.path !== STDIN ? [found.path] : null;
    const changed: string[] = [];
    for (const path of paths ?? []) {
      const answer = await since(await files.identity(path));
      if (answer === true) changed.push(path);
      else if (answer !== false) {
        any = true;
        yield { kind: 'problem', path: '--since', message: answer.failure };
      }
    }
    if (paths && changed.length === 0) continue;
    any = true;
    yield found.kind === 'containers' ? { ...found, files: changed } : found;
  }
  if (!any) yield { kind: 'empty', path: '--since', message: nothingSince(rev) };
}

/** `pattern`: a path that is no file may be a pattern. */
async function* at(path: string, files: Files, reading: 'pattern' | 'name'): AsyncGenerator<Found> {
  try {
    // A file that a person names is read whatever it is called; it may be a pipe.
    if (path === STDIN || (await files.kindOf(path)) !== 'folder') yield { kind: 'file', path };
    else yield* reportsIn(path, files);
  } catch (error) {
    if (reading === 'pattern' && isPattern(path)) yield* matching(path, files);
    else yield { kind: 'problem', path, message: cannotRead(reasonOf(error)) };
  }
}

/** The files of a folder that may hold reports, and in one word what else may, but is no text. */
async function* reportsIn(folder: string, files: Files): AsyncGenerator<Found> {
  const containers: string[] = [];
  let beside = false;
  for await (const found of walk(folder, files, (name) => mayHoldReport(name) || containerNamed(name) !== null)) {
    if (found.kind === 'file' && !mayHoldReport(found.path)) containers.push(found.path);
    else {
      beside = true;
      yield found;
    }
  }
  const told = beside ? containers.filter((path) => !containerNamed(path)?.aside) : containers;
  if (told.length > 0) yield { kind: 'containers', path: folder, files: told, beside };
}

const slashed = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);
const isPattern = (path: string): boolean => picomatch.scan(slashed(path)).isGlob;

/** Like a name, a pattern says what to read whatever it is called; without a match it is a mistake. */
async function* matching(pattern: string, files: Files): AsyncGenerator<Found> {
  const { base } = picomatch.scan(slashed(pattern));
  const matches = picomatch(slashed(pattern).replace(/^\.\//, ''));
  let any = false;
  const isMatch = (_: string, path: string): boolean => matches(slashed(path).replace(/^\.\//, ''));
  for await (const found of walk(base === '' ? '.' : base, files, isMatch)) {
    any = true;
    yield found;
  }
  if (!any) yield { kind: 'problem', path: pattern, message: cannotRead(NO_MATCH) };
}

/** Links to files are followed, links to folders are not: they may go round. */
async function* walk(folder: string, files: Files, keep: (name: string, path: string) => boolean): AsyncGenerator<Found> {
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
    if (kind === 'folder') yield* walk(path, files, keep);
    else if (keep(name, path) && (kind === 'file' || (kind === 'link' && (await isFile(path, files))))) yield { kind: 'file', path };
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
