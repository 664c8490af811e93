// A Word file clicked in the embedded VS Code before any report was opened: what to do with it is said, though no text has opened.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const WORD_FILE = '0-青禾县水务局2022年年报.docx';

/** No Word would open it; the editor looks no further than for NUL. */
export const writeWordFile = (/** @type {string} */ folder) =>
  writeFileSync(path.join(folder, WORD_FILE), `PK\u0003\u0004${'\0'.repeat(500)}`);

/**
 * @param {import('playwright-core').Page} page
 * @param {(what: string) => void} step
 */
export async function openWordFile(page, step) {
  step('a Word file that the editor does not show is told of');
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: WORD_FILE }).dblclick();
  const message = page.locator('.notification-toast', { hasText: `${WORD_FILE} is no text` }).first();
  await message.filter({ hasText: 'in WPS or Word' }).waitFor();
  await message.hover();
  await message.locator('.codicon-notifications-clear').click();
  await message.waitFor({ state: 'detached' });
}
