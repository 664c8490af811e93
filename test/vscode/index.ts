// Entry of the suite that runs inside VS Code: registers the tests, prints each result, and leaves the count in a file.
import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';

/** Marked, so that the runner can tell these lines from the editor's own log. */
const say = (text: string, ...values: unknown[]): void => console.log(`T| ${format(text, ...values)}`);

/** VS Code calls this in the extension host; a rejection makes the exit code 1. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, reporter: class {} as never });
  // The tests are bundled with this file: instead of loading files, hand mocha's globals out and import them.
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  await import('./main.test.ts');
  await import('./library.test.ts');
  await import('./encoding.test.ts');
  await import('./features.test.ts');
  await import('./workspace-check.test.ts');
  await import('./table-view.test.ts');
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run((failures) => {
      const passed = runner.stats?.passes ?? 0;
      const report = process.env.DISCLOSURE_REPORT_TEST_REPORT;
      if (report !== undefined) writeFileSync(report, JSON.stringify({ passed, failed: failures }));
      resolve(failures);
    });
    runner.on('pass', (test) => say('ok      %s (%d ms)', test.fullTitle(), test.duration));
    runner.on('fail', (test, error) => say('FAILED  %s\n%s', test.fullTitle(), error.stack ?? error.message));
  });
  if (failed > 0) throw new Error(`${failed} failed`);
}
