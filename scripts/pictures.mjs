// `node scripts/pictures.mjs`: makes the icon from its drawing, and the pictures of the documentation from the real editor.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { openPage } from './lib/browser.mjs';
import { installVsix, startCodeServer, workbenchUrl } from './lib/code-server.mjs';
import { packageExtension } from './lib/package.mjs';
import { at } from './lib/paths.mjs';
import { ensureRig } from './lib/rig.mjs';
import { scratch } from './lib/scratch.mjs';

const REPORT = '1-wrong-totals.txt';
const SIZE = { width: 1000, height: 600 };
/** A file that Notepad or WPS has saved in its own encoding. */
const GARBLED = '5-gb18030.txt';
/** Pictures that ship with the extension in the light theme, for its walkthrough; the others stand in docs/features.md alone. */
const SHIPPED = new Set(['see', 'fix', 'hover', 'tables']);
const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' };

await drawIcon();
await pictureEditor('light', 'zh-cn');
await pictureEditor('dark', 'en');
await pictureEditor('contrast', 'zh-cn');

async function drawIcon() {
  const { page, close } = await openPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<style>body{margin:0}</style>${readFileSync(at('images/icon.svg'), 'utf8')}`);
  await page.screenshot({ path: at('images/icon.png'), omitBackground: true });
  await close();
}

/**
 * @param {keyof typeof THEMES} theme
 * @param {string} language
 */
async function pictureEditor(theme, language) {
  const rig = await ensureRig();
  const { file } = await packageExtension();
  const extensions = scratch('extensions');
  await installVsix(rig, file, extensions.dir);
  const workspace = scratch('examples', at('examples'));
  writeFileSync(path.join(workspace.dir, GARBLED), iconv.encode(readFileSync(at('examples', '4-correct.txt'), 'utf8'), 'gb18030'));
  const settings = {
    'disclosureReport.messages': language,
    'workbench.colorTheme': THEMES[theme],
    'window.autoDetectColorScheme': false,
    'editor.minimap.enabled': false,
    'workbench.layoutControl.enabled': false,
  };
  const server = await startCodeServer(rig, { extensionsDir: extensions.dir, settings });
  const { page, close } = await openPage({ viewport: SIZE });
  const take = async (/** @type {string} */ name) => {
    // What has just appeared may not have been painted.
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    const file = theme === 'light' && SHIPPED.has(name) ? `images/${name}.png` : `docs/images/${name}-${theme}.png`;
    return page.screenshot({ path: at(file), animations: 'disabled' });
  };
  const goTo = async (/** @type {string} */ place) => {
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input').fill(`:${place}`);
    await page.keyboard.press('Enter');
  };
  try {
    await page.goto(workbenchUrl(server.base, { folder: workspace.dir }));
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: REPORT }).dblclick();
    await page.locator('.monaco-editor .squiggly-error, .monaco-editor .squiggly-warning').first().waitFor();
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'suspect-cell' }).first().dblclick();
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await take('see');

    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row.action').first().waitFor();
    await take('fix');
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+Shift+M');
    await page.keyboard.press('Control+Shift+M');
    await goTo('82');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover .hover-contents', { hasText: '24' }).first().waitFor();
    await take('hover');
    await page.keyboard.press('Escape');

    await goTo('87');
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+F12');
    await page.locator('.reference-zone-widget .monaco-list-row').first().waitFor();
    await take('references');
    await page.keyboard.press('Escape');

    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
    await take('complete');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Z');

    await page.locator('.pane-header', { hasText: 'Outline' }).first().click();
    await page.locator('.outline-tree .monaco-list-row').first().waitFor();
    await take('outline');
    await page.locator('.pane-header', { hasText: 'Outline' }).first().click();

    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill('>Disclosure Report: New Report');
    await page.locator('.quick-input-list .monaco-list-row').first().click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '青禾县水务局' }).first().waitFor();
    await take('new');
    await page.keyboard.press('Escape');

    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: GARBLED }).dblclick();
    await page.locator('.monaco-editor .squiggly-error, .monaco-editor .squiggly-warning').first().waitFor();
    await page.keyboard.press('F8');
    await page.locator('.peekview-widget').first().waitFor();
    await take('encoding');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+F4');
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: REPORT }).dblclick();

    const title = page.locator('.editor-actions .codicon-table').first();
    await title.click();
    const view = page.frameLocator('iframe.webview').frameLocator('iframe').locator('table').first();
    await view.waitFor();
    await page.locator('.pane-header', { hasText: 'Disclosure reports' }).first().click();
    await page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row').first().waitFor();
    await take('tables');
  } finally {
    await close();
    server.stop();
    workspace.remove();
    extensions.remove();
  }
}
