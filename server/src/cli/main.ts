/** The command line as a function: arguments and a host in, an exit code out. */
import { version } from '../../../package.json';
import { parseCommand } from './args.ts';
import { check } from './commands/check.ts';
import { explain, listRules } from './commands/explain.ts';
import { extract } from './commands/extract.ts';
import { fix } from './commands/fix.ts';
import { waive } from './commands/write-waivers-file.ts';
import { HELP } from './help.ts';
import type { Host } from './host.ts';
import { SEE_HELP } from './messages.ts';
import type { ExitCode } from './verdict.ts';

export async function main(argv: readonly string[], host: Host): Promise<ExitCode> {
  const command = parseCommand(argv, host.env);
  switch (command.kind) {
    case 'check':
      return command.waiveFor === null ? check(command, host) : waive(command, command.waiveFor, host);
    case 'fix':
      return fix(command, host);
    case 'extract':
      return extract(command, host);
    case 'rules':
      return listRules(command.language, host);
    case 'explain':
      return explain(command, host);
    case 'help':
      await host.stdout.write(HELP[command.language]);
      return 0;
    case 'version':
      await host.stdout.write(`${version}\n`);
      return 0;
    case 'mistake':
      await host.stderr.write(`${command.message[command.language]}\n${SEE_HELP[command.language]}\n`);
      return 2;
  }
}
