/** The host of a real process: Node's streams and file system. */
import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { WriteStream } from 'node:tty';
import type { Entry, Files, Host, Output } from './host.ts';
import { gitChanges } from './input/git.ts';
import { replaceFile } from './output/replace-file.ts';

export const nodeFiles: Files = {
  async kindOf(path) {
    const stats = await stat(path);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : 'other';
  },
  absolute: (path) => resolve(path).replaceAll(sep, '/'),
  identity: (path) => realpath(path).catch(() => resolve(path)),
  list: async (folder) => (await readdir(folder, { withFileTypes: true })).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  read: (path) => readFile(path),
  create: (path, bytes) => writeFile(path, bytes, { flag: 'wx' }),
  replace: replaceFile,
};

function kindOf(entry: Dirent): Entry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

export const nodeHost = (process: NodeJS.Process): Host => ({
  files: nodeFiles,
  stdin: () => readAll(process.stdin),
  stdinChunks: () => process.stdin as AsyncIterable<Uint8Array>,
  ask: process.stdin.isTTY ? asker(process.stdin, process.stderr) : null,
  changes: gitChanges,
  stdout: outputTo(process.stdout, process.env),
  stderr: outputTo(process.stderr, process.env),
  env: process.env,
});

async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Lines that are typed ahead answer the questions to come; between questions the input is paused, so that the process can end. */
export function asker(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): (question: string) => Promise<string | null> {
  let lines: Interface | undefined;
  let closed = false;
  const ahead: string[] = [];
  let waiting: ((line: string | null) => void) | null = null;
  const open = (): Interface => {
    // The terminal itself edits the line, and Ctrl+C ends the process as everywhere.
    const opened = createInterface({ input, terminal: false });
    opened.on('line', (line) => {
      if (waiting) answer(line);
      else ahead.push(line);
    });
    opened.once('close', () => {
      closed = true;
      answer(null);
    });
    return opened;
  };
  const answer = (line: string | null): void => {
    const resolve = waiting;
    waiting = null;
    if (!closed) lines?.pause();
    resolve?.(line);
  };
  return (question) =>
    new Promise((resolve) => {
      output.write(question);
      const typed = ahead.shift();
      if (typed !== undefined || closed) {
        resolve(typed ?? null);
        return;
      }
      waiting = resolve;
      lines ??= open();
      lines.resume();
    });
}

/** https://no-color.org: any value but the empty one switches colours off. */
function outputTo(stream: WriteStream, env: NodeJS.ProcessEnv): Output {
  // `check … | head` closes the pipe early. The work goes on: a fix is not left half done, and the exit code stays true.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    write: (chunk) =>
      new Promise((resolve) => {
        if (stream.destroyed) resolve();
        else stream.write(chunk, () => resolve());
      }),
    terminal: stream.isTTY === true,
    colors: stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
  };
}
