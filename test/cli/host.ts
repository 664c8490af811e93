/** A host in memory for the command line: files by path, and what was written where. */
import { posix } from 'node:path';
import type { Changes, Entry, Host, Output } from '../../server/src/cli/host.ts';
import { main } from '../../server/src/cli/main.ts';

const NO_GIT: Changes = { kind: 'failure', reason: 'not a git repository' };

/** A host with what a test gives, and nothing else in the world. */
export const hostOf = (parts: Partial<Host> & Pick<Host, 'files'>): Host => ({
  stdin: async () => new Uint8Array(),
  async *stdinChunks() {},
  ask: null,
  changes: async () => NO_GIT,
  stdout: nowhere,
  stderr: nowhere,
  env: {},
  ...parts,
});

const nowhere: Output = { write: async () => {}, colors: false, terminal: false };

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The bytes of standard output. */
  readonly output: Buffer;
}

export type Content = string | Uint8Array | Error;

/** An error as the system gives it; as a file's content it is what reading the file meets. */
export const systemError = (code: string): Error => Object.assign(new Error(`${code}: refused`), { code });

interface Memory {
  readonly files: Map<string, Content>;
  /** How often each file was written. */
  readonly written: Map<string, number>;
  run(argv: readonly string[], stdin?: Content): Promise<Run>;
}

interface Options {
  readonly env?: Record<string, string>;
  /** What a person types, line by line; without it there is no terminal. */
  readonly answers?: readonly string[];
  /** Happens while the person thinks. */
  readonly onAsk?: () => void;
  /** What git says. */
  readonly changes?: Changes;
  readonly terminals?: ReadonlySet<'stdout' | 'stderr'>;
  /** What replacing any file meets. */
  readonly replaceError?: Error;
}

export function inMemory(
  content: Readonly<Record<string, Content>>,
  { env = {}, answers, onAsk, changes = NO_GIT, terminals = new Set(), replaceError }: Options = {},
): Memory {
  const files = new Map(Object.entries(content));
  const written = new Map<string, number>();
  // The folder that commands run in is the root.
  const at = (path: string): string => (files.has(path) ? path : path.replace(/^\//, ''));
  const bytesOf = (found: Content | undefined): Uint8Array => {
    if (found === undefined) throw systemError('ENOENT');
    if (found instanceof Error) throw found;
    return Buffer.from(found);
  };
  const prefixOf = (folder: string): string => (folder === '.' ? '' : `${folder}/`);
  const isFolder = (path: string): boolean => [...files.keys()].some((file) => file.startsWith(prefixOf(path)));
  const run = async (argv: readonly string[], stdin: Content = ''): Promise<Run> => {
    const chunks = { out: [] as Buffer[], err: [] as Buffer[] };
    const sink = (to: Buffer[]) => ({
      write: async (chunk: string | Uint8Array) => void to.push(Buffer.from(chunk)),
      colors: false,
      terminal: terminals.has(to === chunks.out ? 'stdout' : 'stderr'),
    });
    const typed = [...(answers ?? [])];
    const host: Host = {
      files: {
        kindOf: async (path) => {
          if (!files.has(at(path)) && !isFolder(path)) throw systemError('ENOENT');
          return files.has(at(path)) ? 'file' : 'folder';
        },
        absolute: (path) => posix.resolve('/', path),
        identity: async (path) => path.replace(/^\.\//, ''),
        list: async (folder) => {
          const refused = files.get(`${folder}/`);
          if (refused instanceof Error) throw refused;
          const prefix = prefixOf(folder);
          const below = [...files.keys()].filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
          const entries = below.map(
            (rest): Entry => ({ name: rest.split('/')[0] as string, kind: rest.includes('/') ? 'folder' : 'file' }),
          );
          return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
        },
        read: async (path) => bytesOf(files.get(at(path))),
        create: async (path, bytes) => void files.set(path.replace(/^\//, ''), bytes),
        replace: async (path, old, bytes) => {
          if (replaceError) throw replaceError;
          if (!Buffer.from(bytesOf(files.get(at(path)))).equals(old)) return 'changed';
          files.set(at(path), bytes);
          written.set(at(path), (written.get(at(path)) ?? 0) + 1);
          return 'replaced';
        },
      },
      stdin: async () => bytesOf(stdin),
      async *stdinChunks() {
        // In small pieces, as a pipe may give them.
        const bytes = bytesOf(stdin);
        for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
      },
      changes: async () => changes,
      ask: answers
        ? async (question) => {
            chunks.err.push(Buffer.from(question));
            onAsk?.();
            return typed.shift() ?? null;
          }
        : null,
      stdout: sink(chunks.out),
      stderr: sink(chunks.err),
      env,
    };
    const code = await main(argv, host);
    const output = Buffer.concat(chunks.out);
    return { code, output, stdout: output.toString(), stderr: Buffer.concat(chunks.err).toString() };
  };
  return { files, written, run };
}
