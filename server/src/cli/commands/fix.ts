/** `fix`: corrects the files and says what it changed and what it left. */
import {
  type Configuration,
  type Document,
  type Finding,
  type Fix,
  type FixClass,
  INTERNAL_ERROR,
  isProven,
  type Localized,
  positionAt,
  proposalsOf,
  splitLines,
} from '../../core/index.ts';
import { type FixCommand, STDIN } from '../args.ts';
import { valuePlaces } from '../formatters/parts/counts.ts';
import { paintFor } from '../formatters/parts/paint.ts';
import type { Host, Output } from '../host.ts';
import { named, readAll, type Source } from '../input/sources.ts';
import { CHANGED_MEANWHILE, cannotEncode, cannotFix, cannotWrite, fixTotal, NO_TERMINAL, NOT_A_REPORT, reasonOf } from '../messages.ts';
import { changesOf, describeChanges, describeDiff, describeLeft } from '../output/changes.ts';
import { type Encoded, encodePatches } from '../output/encode.ts';
import { answerOf, describeQuestion, promptOf } from '../output/question.ts';
import { projectFiles } from '../project-settings.ts';
import { type ExitCode, verdict } from '../verdict.ts';
import { type Asked, mendAsking, type Question } from './ask.ts';
import { checkerOf, type Mended, mend } from './mend.ts';

type TextFile = Extract<Source, { kind: 'file' }>;

/** What became of a file: `failure` says why it was left as it was. */
interface Outcome {
  readonly mended: Mended | null;
  readonly bytes: Uint8Array;
  readonly failure: Localized | null;
  readonly ended: Asked['ended'];
}

export async function fix(command: FixCommand, host: Host): Promise<ExitCode> {
  const { language, mode, paths, project } = command;
  let { classes, chooser } = command;
  if (chooser === 'person' && !host.ask) {
    await host.stderr.write(`${NO_TERMINAL[language]}\n`);
    return 2;
  }
  const settings = projectFiles(host, project);
  // With standard input, standard output carries the corrected text and nothing else.
  const log: Output = paths.includes(STDIN) ? host.stderr : host.stdout;
  const paint = paintFor(log);
  const tally = { problems: 0, files: 0, changes: 0, errors: 0, byValues: 0 };

  for await (const source of readAll({ paths, filesFrom: null }, host)) {
    if (source.kind !== 'file') {
      if (source.kind === 'problem') tally.problems++;
      await host.stderr.write(`${named(source)[language]}\n`);
      continue;
    }
    const { path } = source;
    const configuration = await settings.of(path);
    const { mended, bytes, failure, ended } = await fixFile(source, { ...command, classes, chooser }, configuration, host);
    // A filter passes on what it cannot correct.
    if (path === STDIN && mode === 'write') await host.stdout.write(bytes);
    if (failure) {
      tally.problems++;
      await host.stderr.write(`${named({ path, message: failure })[language]}\n`);
    } else if (mended && mended.document.reports.length === 0) {
      await log.write(`${paint('dim', named({ path, message: NOT_A_REPORT })[language])}\n`);
    } else if (mended) {
      for (const { rule, message } of mended.findings) {
        if (rule !== INTERNAL_ERROR) continue;
        tally.problems++;
        await host.stderr.write(`${named({ path, message })[language]}\n`);
      }
      const original = splitLines(source.decoded.text);
      const count = changesOf(mended.patches).length;
      tally.files += count > 0 ? 1 : 0;
      tally.changes += count;
      tally.errors += mended.findings.filter(({ severity }) => severity === 'error').length;
      if (!classes.has('value'))
        tally.byValues += valuePlaces(mended.findings.map((finding) => determined(mended.document, finding, configuration)));
      await log.write(describeChanges(path, original, mended, language, paint));
      if (mode === 'dry-run') await log.write(describeDiff(original, mended, paint));
      if (classes.has('value')) await log.write(describeLeft(path, mended, configuration.settings, language, paint));
    }
    if (ended === 'stop') break;
    if (ended === 'rest') [classes, chooser] = [new Set<FixClass>(['safe', 'value']), 'arithmetic'];
  }
  for (const fault of settings.faults()) {
    tally.problems++;
    await host.stderr.write(`${named(fault)[language]}\n`);
  }
  await log.write(`${fixTotal(tally, mode)[language]}\n`);
  return verdict(tally.problems, tally.errors);
}

/** What `--values` would write for a finding. */
const determined = (document: Document, finding: Finding, { settings }: Configuration): Fix[] =>
  proposalsOf(document, finding, { settings }).filter(
    (fix) => fix.class === 'value' && fix.preferred && isProven(document, finding.report, fix, { settings }, finding),
  );

async function fixFile(source: TextFile, command: FixCommand, configuration: Configuration, host: Host): Promise<Outcome> {
  const { path, bytes, decoded } = source;
  let ended: Asked['ended'] = 'through';
  const failed = (failure: Localized): Outcome => ({ mended: null, bytes, failure, ended });
  let mended: Mended;
  let encoded: Encoded;
  try {
    ({ mended, ended } = await mendFile(path, decoded.text, command, configuration, host));
    if (mended.patches.length === 0) return { mended, bytes, failure: null, ended };
    encoded = await encodePatches(bytes, decoded, mended.patches, mended.document.text);
  } catch (error) {
    return failed(cannotFix(reasonOf(error)));
  }
  if (encoded.kind === 'unencodable') {
    const { line, character } = positionAt(mended.document.lines, encoded.offset);
    return failed(cannotEncode(encoded.char, `${line + 1}:${character + 1}`, decoded.encoding));
  }
  try {
    if (command.mode === 'write' && path !== STDIN) {
      // An editor may have saved the file meanwhile.
      if ((await host.files.replace(path, bytes, encoded.bytes)) === 'changed') return failed(CHANGED_MEANWHILE);
    }
  } catch (error) {
    return failed(cannotWrite(reasonOf(error)));
  }
  return { mended, bytes: encoded.bytes, failure: null, ended };
}

/** The one place where a text is fixed. The conversation is on standard error, so that standard output can be kept. */
async function mendFile(
  path: string,
  text: string,
  { language, classes, chooser }: FixCommand,
  configuration: Configuration,
  { ask, stderr }: Host,
): Promise<Asked> {
  if (chooser === 'arithmetic' || !ask) return { mended: mend(text, classes, { configuration }), ended: 'through' };
  const paint = paintFor(stderr);
  const answer = async (question: Question) => {
    await stderr.write(describeQuestion(path, question, language, paint));
    for (;;) {
      const given = answerOf(await ask(promptOf(question, language)), question);
      if (given) return given;
    }
  };
  return mendAsking(text, answer, checkerOf({ configuration }));
}
