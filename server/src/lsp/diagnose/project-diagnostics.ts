/** What is wrong in an open configuration or waivers file, waivers that waive nothing included. */
import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  configurationOf,
  type FileFinding,
  lexiconOf,
  placeAt,
  plainDocument,
  problemsIn,
  unknownFileFinding,
  unusedFinding,
  type Waiver,
  type WaiversFile,
} from '../../core/index.ts';
import type { Context } from '../context.ts';
import type { Work } from '../long-work.ts';
import { toDiagnostic } from '../to-protocol.ts';
import { toPlace, toUri } from '../uris.ts';
import { judgeBeside } from './judge-beside.ts';

/** `null` where the report is not there. */
async function unusedOf(
  { files, catalogue, parse }: Context,
  own: WaiversFile,
  ofFile: readonly Waiver[],
  place: string,
): Promise<readonly Waiver[] | null> {
  const text = await files.read(place);
  if (text === null) return null;
  const around = await files.around(toUri(place));
  if (around.waivers?.place !== own.place) return ofFile;
  const configuration = { ...configurationOf(around, place), waivers: ofFile };
  return judgeBeside(catalogue, parse(text, lexiconOf(configuration.settings)), toUri(place), configuration).unused;
}

/** The waivers of reports that are not there, and those that waive nothing. */
async function idleWaivers(context: Context, own: WaiversFile, work: Work): Promise<readonly FileFinding[]> {
  // A waiver of a rule that does not exist waives nothing either; that is said already.
  const known = own.waivers.filter(({ span }) => !own.findings.some(({ span: { start } }) => start === span.start));
  const findings: FileFinding[] = [];
  for (const file of new Set(known.map((waiver) => waiver.file))) {
    await work.breathe();
    const ofFile = known.filter((waiver) => waiver.file === file);
    const unused = await unusedOf(context, own, ofFile, placeAt(own.folder, file));
    findings.push(...(unused ? unused.map(unusedFinding) : ofFile.map(unknownFileFinding)));
  }
  return findings;
}

export async function projectDiagnostics(context: Context, { uri }: TextDocument, work: Work): Promise<Diagnostic[]> {
  const { files, presentation } = context;
  const place = toPlace(uri);
  const around = await files.around(uri);
  const own = around.configs.find((config) => config.place === place) ?? (around.waivers?.place === place ? around.waivers : null);
  if (!own) return [];
  const idle = 'waivers' in own ? await idleWaivers(context, own, work) : [];
  const findings = problemsIn(configurationOf(around, place).settings, [...own.findings, ...idle]);
  const text = { uri, document: plainDocument(own.text) };
  const shown = presentation();
  return findings.map((finding) => toDiagnostic(text, finding, shown));
}
