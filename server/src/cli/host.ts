/** What the command line needs from outside, so that tests can give it other files and streams. */

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** Every function rejects with an error that carries the system's `code`. */
export interface Files {
  /** Follows symbolic links. */
  kindOf(path: string): Promise<Exclude<Entry['kind'], 'link'>>;
  /** The whole path from the root on, with `/` between folders. */
  absolute(path: string): string;
  /** The one name of a file that links give several. */
  identity(path: string): Promise<string>;
  list(folder: string): Promise<readonly Entry[]>;
  read(path: string): Promise<Uint8Array>;
  /** Writes a file that is not there yet. */
  create(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Puts `bytes` in the place of `old`, all or nothing; the file's mode stays, and a link keeps pointing to it. Where the
   * file no longer holds `old`, somebody else has written it meanwhile: it stays as it is.
   */
  replace(path: string, old: Uint8Array, bytes: Uint8Array): Promise<Replaced>;
}

export type Replaced = 'replaced' | 'changed';

export interface Output {
  /** Resolves when the stream takes more. A reader that has gone away is no error. */
  write(chunk: string | Uint8Array): Promise<void>;
  readonly colors: boolean;
  /** Whether a person watches it. */
  readonly terminal: boolean;
}

/** What a host says of the repository that a folder is in: the files that differ from `rev`, those not yet added among them. */
export type Changes =
  | { readonly kind: 'changes'; readonly root: string; readonly files: ReadonlySet<string> }
  | { readonly kind: 'no-revision' }
  | { readonly kind: 'failure'; readonly reason: string };

export interface Host {
  readonly files: Files;
  readonly stdin: () => Promise<Uint8Array>;
  /** Standard input piece by piece, as it arrives. */
  readonly stdinChunks: () => AsyncIterable<Uint8Array>;
  /** Shows the question and resolves with the line that a person typed, `null` at the end; without a terminal there is nobody to ask. */
  readonly ask: ((question: string) => Promise<string | null>) | null;
  /** What git says of the repository that `folder` is in. */
  readonly changes: (rev: string, folder: string) => Promise<Changes>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}
