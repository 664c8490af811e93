/** Writes a file through a temporary one beside it, so that a reader sees the old content or the new, never half of it, and nobody else’s is lost. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Replaced } from '../host.ts';

export async function replaceFile(path: string, old: Uint8Array, bytes: Uint8Array): Promise<Replaced> {
  // A link stays a link: what it points to is replaced.
  const target = await realpath(path);
  // A rename asks only the folder for permission, but a file that is read-only is meant to stay as it is.
  await access(target, constants.W_OK);
  const { mode, uid, gid } = await stat(target);
  // Not named after the file: a Chinese name may already be as long as the file system allows.
  const temporary = join(dirname(target), `.disclosure-report-lint-${randomBytes(6).toString('hex')}.tmp`);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    try {
      await handle.writeFile(bytes);
      // Another owner can be kept by an administrator only; everybody else owns what they write.
      await handle.chown(uid, gid).catch(() => {});
      await handle.chmod(mode & 0o7777);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // As late as can be: between this look and the next step nothing is waited for.
    if (!(await readFile(target)).equals(old)) {
      await unlink(temporary);
      return 'changed';
    }
    await rename(temporary, target);
    return 'replaced';
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
}
