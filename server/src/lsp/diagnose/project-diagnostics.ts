/** What is wrong in an open configuration or waivers file, waivers that waive nothing included. */
import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Catalogue,
  configurationOf,
  type FileFinding,
  judge,
  lexiconOf,
  parse,
  placeAt,
  plainDocument,
  problemsIn,
  type SiblingsOf,
  unknownFileFinding,
  unusedFinding,
  type Waiver,
  type WaiversFile,
} from '../../core/index.ts';
import { type Presentation, toDiagnostic } from '../to-protocol.ts';
import { toPlace, toUri } from '../uris.ts';
import type { ProjectFiles } from './project-files.ts';

export async function projectDiagnostics(
  document: TextDocument,
  files: ProjectFiles,
  catalogue: Catalogue,
  presentation: Presentation,
): Promise<Diagnostic[]> {
  const { uri } = document;
  const place = toPlace(uri);
  const around = await files.around(uri);
  const own = around.configs.find((config) => config.place === place) ?? (around.waivers?.place === place ? around.waivers : null);
  if (!own) return [];
  const idle = 'waivers' in own ? await idleWaivers(own, files, catalogue) : [];
  const findings = problemsIn(configurationOf(around, place).settings, [...own.findings, ...idle]);
  const shown = { uri, document: plainDocument(own.text) };
  return findings.map((finding) => toDiagnostic(shown, finding, presentation));
}

/** The waivers of reports that are not there, and those that waive nothing. */
async function idleWaivers(own: WaiversFile, files: ProjectFiles, catalogue: Catalogue): Promise<readonly FileFinding[]> {
  // A waiver of a rule that does not exist waives nothing either; that is said already.
  const known = own.waivers.filter(({ span }) => !own.findings.some(({ span: { start } }) => start === span.start));
  const findings: FileFinding[] = [];
  for (const file of new Set(known.map((waiver) => waiver.file))) {
    const ofFile = known.filter((waiver) => waiver.file === file);
    const unused = await unusedOf(own, ofFile, placeAt(own.folder, file), files, catalogue);
    findings.push(...(unused ? unused.map(unusedFinding) : ofFile.map(unknownFileFinding)));
  }
  return findings;
}

/** `null` where the report is not there. */
async function unusedOf(
  own: WaiversFile,
  ofFile: readonly Waiver[],
  place: string,
  files: ProjectFiles,
  catalogue: Catalogue,
): Promise<readonly Waiver[] | null> {
  const text = await files.read(place);
  if (text === null) return null;
  const around = await files.around(toUri(place));
  if (around.waivers?.place !== own.place) return ofFile;
  const configuration = { ...configurationOf(around, place), waivers: ofFile };
  const { settings } = configuration;
  const document = parse(text, lexiconOf(settings));
  const siblingsOf: SiblingsOf = (report) => catalogue.siblingsOf(report, toUri(place), settings.members);
  return judge(document, { configuration, siblingsOf }).unused;
}
