/** A folder with the server, a home for an editor, and a report with one wrong number; the editor is to mend it and save. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { consistentValues, renderReport } from '../harness/reports.ts';
import { bundleServer } from '../harness/server-bundle.ts';

const correct = renderReport();
export const faulty = renderReport({ values: new Map(consistentValues('2021', () => 0)).set('applications.received.total', 5) });

/** What an editor may meet: what the file is saved as. */
export const FILES = [
  { name: 'LF', end: '\n', encoding: 'utf8' },
  { name: 'CRLF', end: '\r\n', encoding: 'utf8' },
  { name: 'GB18030', end: '\n', encoding: 'gb18030' },
] as const;

interface Session {
  /** The findings that the editor showed, a line each: `line message`, lines from 1. */
  readonly shown: readonly string[];
  /** What the file holds afterwards, and what it should hold. */
  readonly saved: Buffer;
  readonly due: Buffer;
}

export interface Workplace {
  readonly server: string;
  /** Writes a script and gives its path. */
  script(name: string, text: string): string;
  /** Runs an editor over the report; it is told by `REPORT` and `OUT` what to open and where to write what it shows. */
  mend(program: string, args: readonly string[], file: (typeof FILES)[number]): Session;
  remove(): void;
}

export async function createWorkplace(): Promise<Workplace> {
  const folder = mkdtempSync(path.join(tmpdir(), 'disclosure-report-editor-'));
  const place = (name: string): string => path.join(folder, name);
  const server = place('dist/server.cjs');
  await bundleServer(server);
  return {
    server,
    script: (name, text) => {
      writeFileSync(place(name), text);
      return place(name);
    },
    mend: (program, args, { end, encoding }) => {
      const bytes = (text: string): Buffer => iconv.encode(text.replaceAll('\n', end), encoding);
      const [report, out] = [place('report.txt'), place('shown.txt')];
      rmSync(out, { force: true });
      writeFileSync(report, bytes(faulty));
      // Nobody's settings count: `node` is this one, and home is empty.
      const env = {
        PATH: [path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
        HOME: folder,
        LANG: 'C.UTF-8',
        REPORT: report,
        OUT: out,
      };
      // Its own messages are no part of the run's; they come with the error when it fails.
      execFileSync(program, args, { env, cwd: folder, stdio: 'pipe', timeout: 100_000 });
      return {
        shown: readFileSync(out, 'utf8').trimEnd().split('\n'),
        saved: readFileSync(report),
        due: bytes(correct),
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
