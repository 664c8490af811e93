// The page of the table view in a real browser, with this process in the place of the editor.
import { readFileSync } from 'node:fs';
import { at } from '../lib/paths.mjs';

/** Nobody listens there: every request is answered from this process, and counted. */
export const ORIGIN = 'http://127.0.0.1:1';

/**
 * @typedef {object} Stage
 * @property {import('playwright-core').Page} page
 * @property {import('../../test/webview/host.ts').Host} host
 * @property {any[]} posted what the page has said
 * @property {string[]} requested
 * @property {string[]} complaints what the browser has logged as an error
 * @property {(message: object) => Promise<void>} tell
 * @property {() => Promise<void>} update
 * @property {(key: string) => import('playwright-core').Locator} cell
 */

/**
 * @param {import('playwright-core').Page} page
 * @param {import('../../test/webview/host.ts').Host} host
 * @returns {Promise<Stage>}
 */
export async function openStage(page, host) {
  page.setDefaultTimeout(10_000);
  /** @type {any[]} */
  const posted = [];
  /** @type {string[]} */
  const requested = [];
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  const files = new Map([
    ['/', { contentType: 'text/html', body: host.html }],
    ['/table-view.js', { contentType: 'text/javascript', body: readFileSync(at('dist/table-view.js')) }],
    ['/table-view.css', { contentType: 'text/css', body: readFileSync(at('dist/table-view.css')) }],
  ]);
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    requested.push(pathname);
    const file = files.get(pathname);
    return file ? route.fulfill(file) : route.abort();
  });
  const tell = (/** @type {object} */ message) =>
    page.evaluate(async (data) => {
      dispatchEvent(new MessageEvent('message', { data }));
      // Mutation observers have heard of it then.
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }, message);
  const update = async () => tell({ type: 'tables', tables: host.tables() });
  await page.exposeFunction('posted', async (/** @type {any} */ message) => {
    posted.push(message);
    if (message.type === 'ready') await update();
    if (message.type !== 'write') return;
    const { key, value } = message;
    const reason = host.write(key, value);
    await tell(reason === null ? { type: 'written', key } : { type: 'refused', key, reason });
    await update();
  });
  await page.addInitScript(() => {
    /** @type {any} */
    let state;
    const api = {
      postMessage: (/** @type {any} */ message) => /** @type {any} */ (globalThis).posted(message),
      getState: () => state,
      setState: (/** @type {any} */ next) => {
        state = next;
      },
    };
    Object.assign(globalThis, { acquireVsCodeApi: () => api });
  });
  await page.goto(`${ORIGIN}/`);
  await page.locator('table td.number').first().waitFor();
  const cell = (/** @type {string} */ key) => page.locator(`td[data-key="${key}"]`);
  return { page, host, posted, requested, complaints, tell, update, cell };
}
