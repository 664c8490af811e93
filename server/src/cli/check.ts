/** `check`: lints every file and prints what it finds. */
import { type Language, type Localized, lintText } from '../core/index.ts';
import type { CheckCommand } from './args.ts';
import { named, readAll } from './files.ts';
import type { CheckedReport, Formatter, Problem } from './formatters/formatter.ts';
import { jsonFormatter } from './formatters/json.ts';
import { paintFor } from './formatters/paint.ts';
import { prettyFormatter } from './formatters/pretty.ts';
import type { Host } from './host.ts';
import { cannotCheck, reasonOf } from './messages.ts';
import { type ExitCode, verdict } from './verdict.ts';

export async function check({ language, format, paths }: CheckCommand, host: Host): Promise<ExitCode> {
  const formatter: Formatter = format === 'json' ? jsonFormatter() : prettyFormatter(language, paintFor(host.stdout));
  const problems: Problem[] = [];
  let errors = 0;
  const refuse = async (path: string, message: Localized): Promise<void> => {
    problems.push({ path, message: message[language] });
    await host.stderr.write(`${named({ path, message })[language]}\n`);
  };
  await host.stdout.write(formatter.begin());
  for await (const source of readAll(paths, host)) {
    if (source.kind === 'file') {
      const reports = lintSafely(source.decoded.text, language);
      if ('failure' in reports) await refuse(source.path, reports.failure);
      else {
        for (const { findings } of reports) errors += findings.filter(({ severity }) => severity === 'error').length;
        await host.stdout.write(formatter.file({ path: source.path, reports }));
      }
    } else if (source.kind === 'problem') await refuse(source.path, source.message);
    else await host.stderr.write(`${named(source)[language]}\n`);
  }
  await host.stdout.write(formatter.end(problems));
  return verdict(problems.length, errors);
}

/** The core does not throw on a text; if it does all the same, the other files are still checked. */
function lintSafely(text: string, language: Language): readonly CheckedReport[] | { readonly failure: Localized } {
  try {
    return lintText(text, { language }).reports;
  } catch (error) {
    return { failure: cannotCheck(reasonOf(error)) };
  }
}
