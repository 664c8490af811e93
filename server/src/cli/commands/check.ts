/** `check`: lints every file and prints what it finds. */
import { type FindingJson, INTERNAL_ERROR, type LintTextOptions, type Localized, lintText, say, type Waiver } from '../../core/index.ts';
import type { CheckCommand } from '../args.ts';
import type { CheckedFile, CheckedReport } from '../formatters/formatter.ts';
import { FIXES_WRITTEN, formatterFor } from '../formatters/index.ts';
import { paintFor } from '../formatters/parts/paint.ts';
import { SEVERITY_ORDER } from '../formatters/parts/severities.ts';
import type { Host } from '../host.ts';
import { libraryOf } from '../input/run-library.ts';
import { named, readAll, type Source } from '../input/sources.ts';
import { cannotCheck, reasonOf, tooManyWarnings } from '../messages.ts';
import { progressOn } from '../output/progress.ts';
import { projectFiles } from '../project-settings.ts';
import { type ExitCode, verdict } from '../verdict.ts';

export async function check(command: CheckCommand, host: Host): Promise<ExitCode> {
  const { language, format, since, maxWarnings, project } = command;
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

  const show = async (file: CheckedFile): Promise<void> => {
    const asked = narrowed(file, ofRules(command));
    for (const { findings } of asked.reports) for (const { severity } of findings) tally[severity]++;
    const shown = narrowed(asked, asSevereAs(command));
    // A waivers file is shown for its findings alone.
    const says = shown.reports.every(({ report, findings }) => report.recognized || findings.length > 0);
    if (says) await write(formatter.file(shown));
  };

  const settings = projectFiles(host, project);
  const library = await libraryOf(command.paths, host, settings);
  await write(formatter.begin());
  for await (const source of readAll(command, host, since)) {
    if (source.kind === 'empty' || source.kind === 'skipped') await tell(source.path, source.message);
    else if (source.kind === 'problem') await refuse(source.path, source.message);
    else if (source.kind === 'file') {
      const configuration = await settings.of(source.path);
      const siblingsOf = library.siblingsOf(source.path, configuration.settings.members);
      const checked = lintFile(source, { language, configuration, siblingsOf, fixes: FIXES_WRITTEN[format] });
      if ('failure' in checked) await refuse(source.path, checked.failure);
      else {
        settings.checked(source.path, checked.unused);
        for (const { rule, message } of checked.reports.flatMap(({ findings }) => findings))
          if (rule === INTERNAL_ERROR) await refuse(source.path, say(message, message));
        await show(checked);
      }
    }
    await progress.step(++tally.files, tally.error);
  }
  for (const { path, message } of settings.faults()) await refuse(path, message);
  for (const file of await settings.leftovers(language)) await show(file);
  await progress.clear();
  await write(formatter.end());
  const tooMany = maxWarnings !== null && tally.warning > maxWarnings;
  if (tooMany) await stderr.write(`${tooManyWarnings(tally.warning, maxWarnings)[language]}\n`);
  return verdict(tally.problems, tally.error + (tooMany ? 1 : 0));
}

/** The one place where a text is linted. The core does not throw on it; if it does all the same, the other files are still checked. */
function lintFile(
  { path, decoded }: Extract<Source, { kind: 'file' }>,
  options: LintTextOptions,
): (CheckedFile & { readonly unused: readonly Waiver[] }) | { readonly failure: Localized } {
  try {
    const { reports, unused } = lintText(decoded.text, options);
    return { path, text: decoded.text, reports, unused };
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
