/** The other reports of the workspace: found once a report is open, read in the background, kept as digests, up to date. */
import type { FileEvent } from 'vscode-languageserver';
import { type Catalogue, decode, digestsOf, type Lexicon, type parse } from '../../core/index.ts';
import type { ReadFile } from '../diagnose/project-files.ts';
import type { FindReportsParams } from '../protocol.ts';

export interface Outside {
  readonly catalogue: Catalogue;
  /** `null` where nobody can tell: then only open documents are compared. */
  readonly findReports: () => ((params: FindReportsParams) => Promise<readonly string[]>) | null;
  readonly readFile: ReadFile;
  readonly parse: typeof parse;
  /** The words that its reports are read with. */
  readonly lexiconFor: (uri: string) => Promise<Lexicon>;
  readonly isOpen: (uri: string) => boolean;
  /** Makes the digest of an open document that has changed: after a pause, since a keystroke needs none. */
  readonly update: (uri: string) => unknown;
  /** A file was read (again). */
  readonly wasRead: (uri: string) => void;
  /** Reading a file broke down, which is a fault of this program. */
  readonly failed: (uri: string, error: unknown) => void;
  /** The reports beside the open documents may be others now. */
  readonly settled: () => void;
  /** Runs what takes its course behind the requests; its failure is no reason to end. */
  readonly inBackground: (task: Promise<unknown>) => void;
}

export interface Library {
  /** A report is open, so the others are worth reading. Says whether this was the first one. */
  begin(): boolean;
  /** An open document has changed. */
  changed(uri: string): void;
  /** What counts is the file again. */
  closed(uri: string): void;
  watched(events: readonly FileEvent[]): void;
  /** The words that reports are read with may be others now. */
  readAgain(): void;
}

const LIMITS: FindReportsParams = { most: 2000, largest: 2 * 1024 * 1024 };
const LANES = 4;
// Somebody who types pauses longer than this at the end of a number, not within it.
const PAUSE = 200;
const DELETED = 3;

export function createLibrary(outside: Outside): Library {
  const { catalogue, findReports, readFile, parse, lexiconFor, isOpen, update, wasRead, failed, settled, inBackground } = outside;
  const files = new Set<string>();
  const due = new Set<string>();
  const changed = new Set<string>();
  const turns = new Map<string, object>();
  let begun = false;
  let lanes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = async (): Promise<void> => {
    const due = [...changed];
    changed.clear();
    for (const uri of due) await update(uri);
    settled();
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => inBackground(settle()), PAUSE);
  };
  const read = async (uri: string): Promise<void> => {
    const turn = {};
    turns.set(uri, turn);
    const bytes = await readFile(uri).catch(() => null);
    const lexicon = await lexiconFor(uri);
    // A later reading counts, and what is open counts before any file.
    if (turns.get(uri) !== turn) return;
    turns.delete(uri);
    if (isOpen(uri)) return;
    try {
      const content = bytes && bytes.length <= LIMITS.largest ? decode(bytes) : null;
      const digests = content?.kind === 'text' ? digestsOf(parse(content.text, lexicon), uri) : [];
      if (catalogue.put(uri, digests)) soon();
      wasRead(uri);
    } catch (error) {
      // The files after it are still read.
      if (catalogue.put(uri, [])) soon();
      failed(uri, error);
    }
  };
  const lane = async (): Promise<void> => {
    lanes++;
    try {
      for (const uri of due) {
        due.delete(uri);
        await read(uri);
      }
    } finally {
      lanes--;
    }
  };
  const take = (uris: Iterable<string>): void => {
    for (const uri of uris) if (!isOpen(uri)) due.add(uri);
    while (lanes < LANES && lanes < due.size) inBackground(lane());
  };
  const forget = (uri: string): void => {
    files.delete(uri);
    if (!isOpen(uri) && catalogue.put(uri, [])) soon();
  };
  const search = async (find: (params: FindReportsParams) => Promise<readonly string[]>): Promise<void> => {
    for (const uri of (await find(LIMITS)).slice(0, LIMITS.most)) files.add(uri);
    take(files);
  };

  return {
    begin() {
      if (begun) return false;
      begun = true;
      const find = findReports();
      if (find) inBackground(search(find));
      return true;
    },
    changed(uri) {
      changed.add(uri);
      soon();
    },
    closed(uri) {
      changed.delete(uri);
      if (files.has(uri)) take([uri]);
      else forget(uri);
    },
    readAgain: () => take(files),
    watched(events) {
      if (!begun) return;
      const touched: string[] = [];
      for (const { uri, type } of events) {
        if (type === DELETED) forget(uri);
        else if (files.has(uri) || files.size < LIMITS.most) {
          files.add(uri);
          touched.push(uri);
        }
      }
      take(touched);
    },
  };
}
