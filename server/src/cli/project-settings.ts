/** The project’s files as the command line uses them: what holds for a report, and in the end what is wrong in those files. */
import {
  type Configuration,
  configurationOf,
  createProject,
  decode,
  type FileFinding,
  findingJson,
  folderOf,
  type Language,
  type Localized,
  NO_CONFIGURATION,
  NO_REPORT,
  placeAt,
  plainDocument,
  positionAt,
  problemsIn,
  type Surroundings,
  unknownFileFinding,
  unusedFinding,
  type Waiver,
  type WaiversFile,
} from '../core/index.ts';
import type { ProjectChoice } from './args.ts';
import type { CheckedFile } from './formatters/formatter.ts';
import type { Files, Host } from './host.ts';
import { atPosition, cannotRead, reasonOf } from './messages.ts';

interface Fault {
  readonly path: string;
  readonly message: Localized;
}

export interface ProjectFiles {
  of(path: string): Promise<Configuration>;
  /** What stands around a report; `null` where the project’s files do not count. */
  around(path: string): Promise<Surroundings | null>;
  /** A place as it is told: below the folder that the command runs in, without that. */
  shown(place: string): string;
  /** Takes note of a report that was checked, and of its waivers that waive nothing. */
  checked(path: string, unused: readonly Waiver[]): void;
  /** Mistakes in the files that were met so far: they make the run fail. */
  faults(): readonly Fault[];
  /** Waivers that waive nothing, as findings of the files that they stand in. */
  leftovers(language: Language): Promise<readonly CheckedFile[]>;
}

// What these say of a file is that it is not there.
const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

export function projectFiles({ files }: Host, choice: ProjectChoice): ProjectFiles {
  const faults: Fault[] = [];
  const met = new Map<string, { readonly text: string; readonly findings: readonly FileFinding[] }>();
  const waiversFiles = new Map<WaiversFile, Surroundings>();
  const seen = new Map<string, { readonly waivers: WaiversFile | null; readonly unused: readonly Waiver[] }>();
  const around = new Map<string, Surroundings>();
  const cwd = `${files.absolute('.').replace(/\/$/, '')}/`;
  const shown = (place: string): string => (place.startsWith(cwd) ? place.slice(cwd.length) : place);

  const named = choice.kind === 'named' ? files.absolute(choice.path) : null;
  const read = async (place: string): Promise<string | null> => {
    try {
      const decoded = decode(await files.read(place));
      if (decoded.kind === 'text') return decoded.text;
      faults.push({ path: shown(place), message: cannotRead(decoded.message) });
    } catch (error) {
      const absent = error instanceof Error && 'code' in error && ABSENT.has(String(error.code));
      if (!absent || place === named) faults.push({ path: shown(place), message: cannotRead(reasonOf(error)) });
    }
    return null;
  };
  const project = createProject(read, named);

  const surroundings = async (path: string): Promise<Surroundings | null> => {
    if (choice.kind === 'none') return null;
    const found = await project.around(folderOf(files.absolute(path)));
    around.set(path, found);
    for (const { place, text, findings } of [...found.configs, ...(found.waivers ? [found.waivers] : [])])
      met.set(place, { text, findings });
    if (found.waivers && !waiversFiles.has(found.waivers))
      waiversFiles.set(found.waivers, await project.around(folderOf(found.waivers.place)));
    return found;
  };

  return {
    shown,
    around: surroundings,
    async of(path) {
      const found = await surroundings(path);
      return found ? configurationOf(found, files.absolute(path)) : NO_CONFIGURATION;
    },
    checked: (path, unused) => void seen.set(files.absolute(path), { waivers: around.get(path)?.waivers ?? null, unused }),
    faults: () => [
      ...faults,
      ...[...met].flatMap(([place, { text, findings }]) => {
        const { lines } = plainDocument(text);
        return findings
          .filter(({ rule }) => rule === 'invalid-configuration')
          .map(({ span, message }) => {
            const { line, character } = positionAt(lines, span.start);
            return { path: shown(place), message: atPosition(line + 1, character + 1, message) };
          });
      }),
    ],
    async leftovers(language) {
      const result: CheckedFile[] = [];
      for (const [file, found] of waiversFiles) {
        const idle = file.waivers.filter((waiver) => {
          const report = seen.get(placeAt(file.folder, waiver.file));
          return report && (report.waivers !== file || report.unused.includes(waiver));
        });
        const absent = await missing(file, files);
        const unknown = file.findings.filter(({ rule }) => rule === 'unknown-waiver');
        // A waiver of a rule that does not exist waives nothing either; that is said once.
        const rest = idle.filter(({ span }) => !unknown.some((other) => other.span.start === span.start));
        const all = [...unknown, ...absent.map(unknownFileFinding), ...rest.map(unusedFinding)].sort((a, b) => a.span.start - b.span.start);
        const findings = problemsIn(configurationOf(found, file.place).settings, all);
        const document = plainDocument(file.text);
        if (findings.length > 0)
          result.push({
            path: shown(file.place),
            text: file.text,
            reports: [{ report: NO_REPORT, findings: findings.map((finding) => findingJson(document, finding, [], language)) }],
          });
      }
      return result;
    },
  };
}

/** The waivers of files that are not there. */
async function missing({ folder, waivers }: WaiversFile, files: Files): Promise<readonly Waiver[]> {
  const absent = new Set<string>();
  for (const file of new Set(waivers.map((waiver) => waiver.file))) {
    const there = await files.kindOf(placeAt(folder, file)).then(
      () => true,
      () => false,
    );
    if (!there) absent.add(file);
  }
  return waivers.filter(({ file }) => absent.has(file));
}
