/** `fix`: corrects the files and says what it changed and what it left. */
import { type Configuration, type Localized, parse, positionAt } from '../core/index.ts';
import type { FixCommand } from './args.ts';
import { type Encoded, encodePatches } from './encode.ts';
import { named, readAll, type Source, STDIN } from './files.ts';
import { changesOf, describeChanges, describeDiff, describeLeft, isDetermined } from './formatters/changes.ts';
import { paintFor } from './formatters/paint.ts';
import type { Host, Output } from './host.ts';
import { type Mended, mend } from './mend.ts';
import { cannotEncode, cannotFix, cannotWrite, fixTotal, NOT_A_REPORT, reasonOf } from './messages.ts';
import { projectFiles } from './settings.ts';
import { type ExitCode, verdict } from './verdict.ts';

type TextFile = Extract<Source, { kind: 'file' }>;

/** What became of a file: `failure` says why it was left as it was. */
interface Outcome {
  readonly mended: Mended | null;
  readonly bytes: Uint8Array;
  readonly failure: Localized | null;
}

export async function fix(command: FixCommand, host: Host): Promise<ExitCode> {
  const { language, classes, mode, paths, project } = command;
  const settings = projectFiles(host, project);
  // With standard input, standard output carries the corrected text and nothing else.
  const log: Output = paths.includes(STDIN) ? host.stderr : host.stdout;
  const paint = paintFor(log);
  const tally = { problems: 0, files: 0, changes: 0, errors: 0, byValues: 0 };

  for await (const source of readAll(paths, host)) {
    if (source.kind !== 'file') {
      if (source.kind === 'problem') tally.problems++;
      await host.stderr.write(`${named(source)[language]}\n`);
      continue;
    }
    const { path } = source;
    const { mended, bytes, failure } = await fixFile(source, command, host, await settings.of(source.path));
    // A filter passes on what it cannot correct.
    if (path === STDIN && mode === 'write') await host.stdout.write(bytes);
    if (failure) {
      tally.problems++;
      await host.stderr.write(`${named({ path, message: failure })[language]}\n`);
    } else if (mended && mended.document.reports.length === 0) {
      await log.write(`${paint('dim', named({ path, message: NOT_A_REPORT })[language])}\n`);
    } else if (mended) {
      const original = parse(source.decoded.text).lines;
      const count = changesOf(mended.patches).length;
      tally.files += count > 0 ? 1 : 0;
      tally.changes += count;
      tally.errors += mended.findings.filter(({ severity }) => severity === 'error').length;
      if (!classes.has('value')) tally.byValues += mended.findings.filter((finding) => isDetermined(mended.document, finding)).length;
      await log.write(describeChanges(path, original, mended, language, paint));
      if (mode === 'dry-run') await log.write(describeDiff(original, mended, paint));
      if (classes.has('value')) await log.write(describeLeft(path, mended, language, paint));
    }
  }
  for (const fault of settings.faults()) {
    tally.problems++;
    await host.stderr.write(`${named(fault)[language]}\n`);
  }
  await log.write(`${fixTotal(tally, mode)[language]}\n`);
  return verdict(tally.problems, tally.errors);
}

async function fixFile(source: TextFile, { classes, mode }: FixCommand, host: Host, configuration: Configuration): Promise<Outcome> {
  const { path, bytes, decoded } = source;
  const failed = (failure: Localized): Outcome => ({ mended: null, bytes, failure });
  let mended: Mended;
  let encoded: Encoded;
  try {
    mended = mend(decoded.text, classes, { configuration });
    if (mended.patches.length === 0) return { mended, bytes, failure: null };
    encoded = await encodePatches(bytes, decoded, mended.patches, mended.document.text);
  } catch (error) {
    return failed(cannotFix(reasonOf(error)));
  }
  if (encoded.kind === 'unencodable') {
    const { line, character } = positionAt(mended.document.lines, encoded.offset);
    return failed(cannotEncode(encoded.char, `${line + 1}:${character + 1}`, decoded.encoding));
  }
  try {
    if (mode === 'write' && path !== STDIN) await host.files.replace(path, encoded.bytes);
  } catch (error) {
    return failed(cannotWrite(reasonOf(error)));
  }
  return { mended, bytes: encoded.bytes, failure: null };
}
