/** `check`: lints every file and prints what it finds. */
import { type LintResult, type LintTextOptions, type Localized, lintText } from '../core/index.ts';
import type { CheckCommand } from './args.ts';
import { named, readAll } from './files.ts';
import type { Formatter, Problem } from './formatters/formatter.ts';
import { jsonFormatter } from './formatters/json.ts';
import { paintFor } from './formatters/paint.ts';
import { prettyFormatter } from './formatters/pretty.ts';
import type { Host } from './host.ts';
import { cannotCheck, reasonOf } from './messages.ts';
import { projectFiles } from './settings.ts';
import { type ExitCode, verdict } from './verdict.ts';

export async function check({ language, format, paths, project }: CheckCommand, host: Host): Promise<ExitCode> {
  const formatter: Formatter = format === 'json' ? jsonFormatter() : prettyFormatter(language, paintFor(host.stdout));
  const settings = projectFiles(host, project);
  const problems: Problem[] = [];
  let errors = 0;
  const refuse = async (path: string, message: Localized): Promise<void> => {
    problems.push({ path, message: message[language] });
    await host.stderr.write(`${named({ path, message })[language]}\n`);
  };
  await host.stdout.write(formatter.begin());
  for await (const source of readAll(paths, host)) {
    if (source.kind === 'file') {
      const result = lintSafely(source.decoded.text, { language, configuration: await settings.of(source.path) });
      if ('failure' in result) await refuse(source.path, result.failure);
      else {
        const { reports, unused } = result;
        settings.checked(source.path, unused);
        for (const { findings } of reports) errors += findings.filter(({ severity }) => severity === 'error').length;
        await host.stdout.write(formatter.file({ path: source.path, reports }));
      }
    } else if (source.kind === 'problem') await refuse(source.path, source.message);
    else await host.stderr.write(`${named(source)[language]}\n`);
  }
  for (const { path, message } of settings.faults()) await refuse(path, message);
  for (const file of await settings.leftovers(language)) {
    for (const { findings } of file.reports) errors += findings.filter(({ severity }) => severity === 'error').length;
    await host.stdout.write(formatter.file(file));
  }
  await host.stdout.write(formatter.end(problems));
  return verdict(problems.length, errors);
}

/** The core does not throw on a text; if it does all the same, the other files are still checked. */
function lintSafely(text: string, options: LintTextOptions): LintResult | { readonly failure: Localized } {
  try {
    return lintText(text, options);
  } catch (error) {
    return { failure: cannotCheck(reasonOf(error)) };
  }
}
