/** Reads files that are not open into the catalogue, as digests, a few at a time. */
import { decode, digestsOf, lexiconOf } from '../../core/index.ts';
import type { Context } from '../context.ts';
import { inBackground, logError } from '../guard.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

/** Larger files, in bytes, hold no report. */
export const LARGEST = 2 * 1024 * 1024;
const LANES = 4;

/** Says how to have files read; `renewed` hears that the catalogue has changed by one. */
export function createCatalogueReader(context: Context, check: WorkspaceCheck, renewed: () => void): (uris: Iterable<string>) => void {
  const { connection, documents, reader, files, catalogue, parse } = context;
  const due = new Set<string>();
  const turns = new Map<string, object>();
  let lanes = 0;

  const isOpen = (uri: string): boolean => documents.get(uri) !== undefined;
  const read = async (uri: string): Promise<void> => {
    const turn = {};
    turns.set(uri, turn);
    const bytes = await reader()?.(uri).catch(() => null);
    const lexicon = lexiconOf((await files.configurationOf(uri)).settings);
    // A later reading counts, and what is open counts before any file.
    if (turns.get(uri) !== turn) return;
    turns.delete(uri);
    if (isOpen(uri)) return;
    try {
      const content = bytes && bytes.length <= LARGEST ? decode(bytes) : null;
      const digests = content?.kind === 'text' ? digestsOf(parse(content.text, lexicon), uri) : [];
      if (catalogue.put(uri, digests)) renewed();
      check.changed(uri);
    } catch (error) {
      // The files after it are still read.
      if (catalogue.put(uri, [])) renewed();
      logError(connection, 'library', error);
      check.broken(uri);
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
  return (uris) => {
    for (const uri of uris) if (!isOpen(uri)) due.add(uri);
    while (lanes < LANES && lanes < due.size) inBackground(connection, 'library', lane());
  };
}
