/** The host of a real process: Node's streams and file system. */
import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { WriteStream } from 'node:tty';
import type { Entry, Files, Host, Output } from './host.ts';
import { replaceFile } from './replace-file.ts';

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
  stdout: outputTo(process.stdout, process.env),
  stderr: outputTo(process.stderr, process.env),
  env: process.env,
});

async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
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
    colors: stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
  };
}
