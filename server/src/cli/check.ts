/** `check`: lints every file and prints what it finds. */
import { type FindingJson, type LintOptions, type Localized, lintText } from '../core/index.ts';
import type { CheckCommand } from './args.ts';
import { named, readAll, type Source } from './files.ts';
import type { CheckedFile, CheckedReport } from './formatters/formatter.ts';
import { formatterFor } from './formatters/index.ts';
import { paintFor } from './formatters/paint.ts';
import { SEVERITY_ORDER } from './formatters/severities.ts';
import type { Host } from './host.ts';
import { libraryOf } from './library.ts';
import { cannotCheck, reasonOf, tooManyWarnings } from './messages.ts';
import { progressOn } from './progress.ts';
import { type ExitCode, verdict } from './verdict.ts';

export async function check(command: CheckCommand, host: Host): Promise<ExitCode> {
  const { language, format, since, maxWarnings } = command;
  const { stdout, stderr } = host;
  const formatter = await formatterFor(format, { language, paint: paintFor(stdout) });
  const progress = progressOn(host, language);
  const tally = { files: 0, problems: 0, error: 0, warning: 0, information: 0, hint: 0 };
  const tell = async (path: string, message: Localized): Promise<void> => {
    await progress.clear();
    await stderr.write(`${named({ path, message })[language]}\n`);
  };
  const refuse = async (path: string, message: Localized): Promise<void> => {
    tally.problems++;
    await tell(path, message);
    await write(formatter.problem({ path, message: message[language] }));
  };
  const write = async (text: string): Promise<void> => {
    if (text !== '') await stdout.write(text);
  };

  const library = await libraryOf(command.paths, host);
  await write(formatter.begin());
  for await (const source of readAll(command, host, since)) {
    if (source.kind === 'empty') await tell(source.path, source.message);
    else if (source.kind === 'problem') await refuse(source.path, source.message);
    else if (source.kind === 'file') {
      const checked = lintFile(source, { language, siblingsOf: library.siblingsOf(source.path) });
      if ('failure' in checked) await refuse(source.path, checked.failure);
      else {
        const asked = narrowed(checked, ofRules(command));
        for (const { findings } of asked.reports) for (const { severity } of findings) tally[severity]++;
        await write(formatter.file(narrowed(asked, asSevereAs(command))));
      }
    }
    await progress.step(++tally.files, tally.error);
  }
  await progress.clear();
  await write(formatter.end());
  const tooMany = maxWarnings !== null && tally.warning > maxWarnings;
  if (tooMany) await stderr.write(`${tooManyWarnings(tally.warning, maxWarnings)[language]}\n`);
  return verdict(tally.problems, tally.error + (tooMany ? 1 : 0));
}

/** The one place where a text is linted. The core does not throw on it; if it does all the same, the other files are still checked. */
export function lintFile(
  { path, decoded }: Extract<Source, { kind: 'file' }>,
  options: LintOptions,
): CheckedFile | { readonly failure: Localized } {
  try {
    return { path, text: decoded.text, reports: lintText(decoded.text, options).reports };
  } catch (error) {
    return { failure: cannotCheck(reasonOf(error)) };
  }
}

type Wanted = (finding: FindingJson) => boolean;

const ofRules =
  ({ rules }: CheckCommand): Wanted =>
  ({ rule }) =>
    rules === null || rules.has(rule);

const asSevereAs = ({ severity: least }: CheckCommand): Wanted => {
  const shown: readonly string[] = SEVERITY_ORDER.slice(0, SEVERITY_ORDER.indexOf(least) + 1);
  return ({ severity }) => shown.includes(severity);
};

const narrowed = (file: CheckedFile, wanted: Wanted): CheckedFile => ({
  ...file,
  reports: file.reports.map((checked): CheckedReport => ({ ...checked, findings: checked.findings.filter(wanted) })),
});
