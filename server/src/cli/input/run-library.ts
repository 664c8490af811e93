/** The reports of a run that stand beside one another: all files are read once before, and a digest is kept of each report. */
import { createCatalogue, digestsOf, lexiconOf, matches, parse, type SiblingsOf } from '../../core/index.ts';
import { STDIN } from '../args.ts';
import type { Host } from '../host.ts';
import type { ProjectFiles } from '../project-settings.ts';
import { readAll } from './sources.ts';

interface Library {
  /** `members`: the globs of the reports that this one adds up; empty where it is no aggregate. */
  siblingsOf(path: string, members: readonly string[]): SiblingsOf;
}

/**
 * What cannot be read, or only once (standard input, pipes, the files of a list, which may be endless), is left out: it is
 * compared with the others, they are not with it.
 */
export async function libraryOf(paths: readonly string[], host: Host, settings: ProjectFiles): Promise<Library> {
  const catalogue = createCatalogue((glob, path) => matches([glob], host.files.absolute(path)));
  const lasting: string[] = [];
  for (const path of paths) if (await isLasting(path, host)) lasting.push(path);
  for await (const source of readAll({ paths: lasting, filesFrom: null }, host)) {
    if (source.kind !== 'file') continue;
    try {
      const lexicon = lexiconOf((await settings.of(source.path)).settings);
      catalogue.put(source.path, digestsOf(parse(source.decoded.text, lexicon), source.path));
    } catch {
      // It is named when it is checked.
    }
  }
  return { siblingsOf: (path, members) => (report) => catalogue.siblingsOf(report, path, members) };
}

const isLasting = async (path: string, { files }: Host): Promise<boolean> =>
  path !== STDIN &&
  files.kindOf(path).then(
    (kind) => kind !== 'other',
    // A pattern, or what is not there: that is said when it is checked.
    () => true,
  );
