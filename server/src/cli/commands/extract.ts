/** `extract`: writes the numbers of every report, one record each, as soon as its file is read. */
import { type Localized, parse, type RecordJson, recordsOf } from '../../core/index.ts';
import type { ExtractCommand } from '../args.ts';
import { csvRecords, jsonRecords } from '../formatters/records.ts';
import type { Host } from '../host.ts';
import { named, readAll } from '../input/sources.ts';
import { cannotRead, reasonOf } from '../messages.ts';
import { type ExitCode, verdict } from '../verdict.ts';

export async function extract({ language, format, ...input }: ExtractCommand, host: Host): Promise<ExitCode> {
  const formatter = format === 'csv' ? csvRecords() : jsonRecords();
  let problems = 0;
  await host.stdout.write(formatter.begin());
  for await (const source of readAll(input, host)) {
    const { path } = source;
    const records = source.kind === 'file' ? readSafely(source.decoded.text) : { failure: source.message };
    if ('failure' in records) {
      // What else is in a folder, or that nothing is, is said and is no failure.
      if (source.kind === 'file' || source.kind === 'problem') problems++;
      await host.stderr.write(`${named({ path, message: records.failure })[language]}\n`);
    } else await host.stdout.write(records.map((record) => formatter.record(path, record)).join(''));
  }
  return verdict(problems, 0);
}

/** The core does not throw on a text; if it does all the same, the other files are still read. */
function readSafely(text: string): readonly RecordJson[] | { readonly failure: Localized } {
  try {
    return recordsOf(parse(text));
  } catch (error) {
    return { failure: cannotRead(reasonOf(error)) };
  }
}
