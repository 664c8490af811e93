// Finds a Chromium-like browser for the tests, installing Debian's where that is possible, and opens pages in it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { canInstall, installPackages } from './debian.mjs';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge', 'chrome'];

const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((program) =>
      path.join(process.env[name] ?? 'C:/', program),
    ),
  ),
};

/** @returns {Promise<string>} the browser's program */
async function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (canInstall()) {
    await installPackages(['chromium', 'fonts-noto-cjk']);
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    '没有找到浏览器：请安装 Chrome、Chromium 或 Edge，或用环境变量 CHROME_PATH 指明其程序。\n' +
      'No browser was found: install Chrome, Chromium or Edge, or name its program in the environment variable CHROME_PATH.\n' +
      '（Debian/Ubuntu: sudo apt-get install --no-install-recommends chromium fonts-noto-cjk）',
  );
}

/** @returns {string | undefined} */
function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named !== undefined) return named;
  const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((dir) => PROGRAMS.map((name) => path.join(dir, name)));
  const places = PLACES[/** @type {keyof typeof PLACES} */ (process.platform)] ?? onPath;
  return places.find((place) => existsSync(place));
}

/**
 * A page of a fresh headless browser that reaches nothing but this machine.
 * @param {import('playwright-core').BrowserContextOptions} [options]
 * @returns {Promise<{page: import('playwright-core').Page, close: () => Promise<void>}>}
 */
export async function openPage(options = {}) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return { page, close: () => browser.close() };
}
