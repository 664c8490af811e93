/** Files of two years, and which of them `check` reads. */
import type { Changes } from '../../../server/src/cli/host.ts';
import { ndjsonLine } from '../contract.ts';
import { inMemory } from '../host.ts';
import { correct, notes, wrong } from '../samples.ts';

export const FILES = {
  '2022/a.txt': correct,
  '2022/b.md': notes,
  '2023/c.txt': wrong,
  '2023/deep/d.txt': correct,
  '2023/scan.pdf': '%PDF-1.7',
  '2023/[e].txt': correct,
};
/** The exit code, what is said, and the files in the order in which they were read. */
export const read = async (args: readonly string[], stdin = '', changes?: Changes) => {
  const { code, stdout, stderr } = await inMemory(FILES, changes ? { changes } : {}).run(['check', '--format', 'ndjson', ...args], stdin);
  const lines = stdout.split('\n').slice(0, -1);
  return { code, stderr, paths: lines.map((line) => ndjsonLine.parse(JSON.parse(line)).path) };
};
