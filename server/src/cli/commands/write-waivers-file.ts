/** `check --write-waivers`: accepts what is found today, with a reason, so that only what is new is shown from then on. */
import {
  addWaivers,
  applyEdits,
  decode,
  distinct,
  judge,
  type Localized,
  lexiconOf,
  parse,
  waiverOf,
  waiversPlace,
} from '../../core/index.ts';
import { type CheckCommand, STDIN } from '../args.ts';
import type { Files, Host } from '../host.ts';
import { libraryOf } from '../input/run-library.ts';
import { named, readAll } from '../input/sources.ts';
import { CHANGED_MEANWHILE, cannotCheck, cannotWaive, cannotWrite, NO_FILE_TO_WAIVE, reasonOf, waivedInto } from '../messages.ts';
import { projectFiles } from '../project-settings.ts';
import { type ExitCode, verdict } from '../verdict.ts';

type NewWaivers = ReturnType<typeof distinct>;

export async function waive(command: CheckCommand, waiveFor: string, host: Host): Promise<ExitCode> {
  const { language } = command;
  const { files, stdout, stderr } = host;
  const settings = projectFiles(host, command.project);
  const library = await libraryOf(command.paths, host, settings);
  const pending = new Map<string, { readonly text: string; readonly waivers: NewWaivers }>();
  let problems = 0;
  const refuse = async (path: string, message: Localized): Promise<void> => {
    problems++;
    await stderr.write(`${named({ path, message })[language]}\n`);
  };
  for await (const source of readAll(command, host, command.since)) {
    if (source.kind === 'empty' || source.kind === 'problem') await refuse(source.path, source.message);
    if (source.kind === 'skipped') await stderr.write(`${named(source)[language]}\n`);
    if (source.kind !== 'file') continue;
    if (source.path === STDIN) {
      await refuse(STDIN, NO_FILE_TO_WAIVE);
      continue;
    }
    try {
      const place = files.absolute(source.path);
      const around = await settings.around(source.path);
      if (!around) continue;
      const configuration = await settings.of(source.path);
      const document = parse(source.decoded.text, lexiconOf(configuration.settings));
      const siblingsOf = library.siblingsOf(source.path, configuration.settings.members);
      const { findings } = judge(document, { configuration, siblingsOf });
      const at = waiversPlace(around, place);
      const before = pending.get(at) ?? { text: around.waivers?.text ?? '', waivers: [] };
      const added = findings.map((finding) => waiverOf(document, finding, place, at, waiveFor));
      if (added.length > 0) pending.set(at, { ...before, waivers: distinct([...before.waivers, ...added]) });
    } catch (error) {
      await refuse(source.path, cannotCheck(reasonOf(error)));
    }
  }
  for (const { path, message } of settings.faults()) await refuse(path, message);
  for (const [place, { text, waivers }] of pending) {
    const path = settings.shown(place);
    const edit = addWaivers(text, waivers);
    if (!edit) {
      await refuse(path, cannotWaive);
      continue;
    }
    try {
      const bytes = Buffer.from(applyEdits(text, [edit]), 'utf8');
      if (text === '') await files.create(place, bytes);
      else if (!(await replaceText(files, place, text, bytes))) {
        await refuse(path, CHANGED_MEANWHILE);
        continue;
      }
      await stdout.write(`${named({ path, message: waivedInto(waivers.length) })[language]}\n`);
    } catch (error) {
      await refuse(path, cannotWrite(reasonOf(error)));
    }
  }
  return verdict(problems, 0);
}

/** Whether the file still held the text that was read when the run began. */
async function replaceText(files: Files, place: string, text: string, bytes: Uint8Array): Promise<boolean> {
  const old = await files.read(place);
  const decoded = decode(old);
  return decoded.kind === 'text' && decoded.text === text && (await files.replace(place, old, bytes)) === 'replaced';
}
