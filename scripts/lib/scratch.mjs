// Throw-away folders.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { atExit } from './cleanup.mjs';

/**
 * @param {string} purpose part of its name
 * @param {string} [contents] a folder whose files are copied into it
 * @returns {{dir: string, remove: () => void}} removed at the latest when the process ends
 */
export function scratch(purpose, contents) {
  const dir = mkdtempSync(path.join(tmpdir(), `disclosure-report-${purpose}-`));
  if (contents !== undefined) cpSync(contents, dir, { recursive: true });
  return { dir, remove: atExit(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })) };
}
