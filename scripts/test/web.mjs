// The main job with the browser bundles: the embedded VS Code runs the extension in its web extension host, as vscode.dev does.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { openPage } from '../lib/browser.mjs';
import { startCodeServer, workbenchUrl } from '../lib/code-server.mjs';
import { at, root } from '../lib/paths.mjs';
import { ensureRig } from '../lib/rig.mjs';
import { scratch } from '../lib/scratch.mjs';
import { mendFirstReport, picture, REPORT } from './ui.mjs';

/** A worker refuses scripts of another type. */
const TYPES = new Map([
  ['.js', 'text/javascript'],
  ['.cjs', 'text/javascript'],
  ['.json', 'application/json'],
]);

/** @returns {Promise<import('../test.mjs').Tally>} */
export async function testInBrowser() {
  const rig = await ensureRig();
  const extension = await serveExtension();
  const workspace = scratch('examples', at('examples'));
  const server = await startCodeServer(rig, { settings: { 'disclosureReport.messages': 'en' } });
  // The workbench’s policy allows its own host alone; the gallery, where extensions come from otherwise, is out of reach.
  const { page, close } = await openPage({ bypassCSP: true });
  try {
    await page.addInitScript(addExtension, extension.authority);
    await page.goto(workbenchUrl(server.base, { folder: workspace.dir }));
    await mendFirstReport(page, path.join(workspace.dir, REPORT));
    const asked = [...extension.asked];
    for (const file of ['/dist/client.browser.cjs', '/dist/server.browser.js'])
      if (!asked.includes(file)) throw new Error(`${file} was not loaded: ${asked.join(', ')}`);
    return { passed: 1, failed: 0 };
  } catch (error) {
    await picture(page, 'web-failure').catch(() => undefined);
    console.error(`asked for: ${[...extension.asked].join(', ')}`);
    throw error;
  } finally {
    await close();
    server.stop();
    workspace.remove();
    extension.stop();
  }
}

/**
 * Runs in the page before anything else: names the extension among those that come with the workbench.
 * @param {string} authority where its files are
 */
function addExtension(authority) {
  const read = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = read.call(this, name);
    if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings' || value === null) return value;
    return JSON.stringify({ ...JSON.parse(value), additionalBuiltinExtensions: [{ scheme: 'http', authority, path: '/' }] });
  };
}

/** The project’s own files on a port of this machine, readable from any page. */
async function serveExtension() {
  /** @type {Set<string>} */
  const asked = new Set();
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    asked.add(pathname);
    const file = path.join(root, path.normalize(decodeURIComponent(pathname)));
    const found = file.startsWith(root) && existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, {
      'content-type': TYPES.get(path.extname(file)) ?? 'text/plain',
      'access-control-allow-origin': '*',
    });
    if (found) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { asked, authority: `127.0.0.1:${address.port}`, stop: () => server.close() };
}
