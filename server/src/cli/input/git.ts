/** Asks the git on this machine what has changed. */
import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Changes } from '../host.ts';

const run = promisify(execFile);
const MOST_OUTPUT = 256 * 1024 * 1024;

export async function gitChanges(rev: string, folder: string): Promise<Changes> {
  const git = async (cwd: string, ...args: readonly string[]): Promise<string> =>
    (await run('git', ['-c', 'core.quotePath=false', ...args], { cwd, maxBuffer: MOST_OUTPUT })).stdout;
  let root: string;
  try {
    root = await realpath((await git(folder, 'rev-parse', '--show-toplevel')).replace(/\r?\n$/, ''));
  } catch (error) {
    return { kind: 'failure', reason: firstLineOf(error) };
  }
  let commit: string;
  try {
    // A revision is never taken for an option.
    commit = (await git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${rev}^{commit}`)).trim();
  } catch {
    return { kind: 'no-revision' };
  }
  const [changed, added] = await Promise.all([
    git(root, 'diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', commit, '--'),
    git(root, 'ls-files', '--others', '--exclude-standard', '-z'),
  ]);
  const files = `${changed}${added}`.split('\0').filter((name) => name !== '');
  return { kind: 'changes', root, files: new Set(files.map((name) => resolve(root, name))) };
}

function firstLineOf(error: unknown): string {
  const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string };
  if (code === 'ENOENT') return 'git?';
  return (stderr ?? '').split('\n')[0] || String(error);
}
