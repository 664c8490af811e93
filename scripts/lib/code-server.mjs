// Starts the embedded VS Code on a loopback port with a throw-away profile, and builds the addresses it opens.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { atExit } from './cleanup.mjs';
import { capture } from './run.mjs';
import { scratch } from './scratch.mjs';

/** Keeps VS Code from asking, advertising or fetching anything. */
const QUIET_SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'security.workspace.trust.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'window.restoreWindows': 'none',
  'files.autoSave': 'off',
};

/** An empty gallery address keeps VS Code off the network. */
const OFFLINE = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

/**
 * @typedef {object} Server
 * @property {URL} base where it listens
 * @property {string} home the throw-away folder that holds its profile
 * @property {() => string} log everything it has written so far
 * @property {Promise<void>} ended when it has ended by itself
 * @property {() => void} stop ends it and removes `home`
 */

/**
 * @param {import('./rig.mjs').Rig} rig
 * @param {object} [options]
 * @param {string} [options.extensionsDir] extensions installed there before; none by default
 * @param {Record<string, unknown>} [options.settings] user settings on top of the quiet ones
 * @param {NodeJS.ProcessEnv} [options.env] for the extension host
 * @param {boolean} [options.testDriver] makes the workbench obey `extensionTestsPath` in its address
 * @param {string | undefined} [options.port]
 * @returns {Promise<Server>}
 */
export async function startCodeServer(rig, { extensionsDir, settings, env, testDriver, port = '0' } = {}) {
  const { dir: home, remove: removeHome } = scratch('vscode');
  const userData = path.join(home, 'data');
  mkdirSync(path.join(userData, 'User'), { recursive: true });
  writeFileSync(path.join(userData, 'User/settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
  writeFileSync(path.join(home, 'config.yaml'), '');

  const child = spawn(
    rig.node,
    [
      rig.entry,
      ...['--config', path.join(home, 'config.yaml')],
      ...['--bind-addr', `127.0.0.1:${port}`, '--auth', 'none'],
      ...['--user-data-dir', userData, '--extensions-dir', extensionsDir ?? path.join(home, 'extensions')],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
      '--disable-getting-started-override',
      ...(testDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    {
      // A group of its own: Ctrl+C reaches us first, and the extension hosts go down with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, TMPDIR: home, ...OFFLINE, ...env },
    },
  );
  const killGroup = atExit(() => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  });

  let log = '';
  /** @type {URL} */
  const base = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`code-server did not listen within 60 s\n${log}`)), 60_000);
    const read = (/** @type {Buffer} */ chunk) => {
      log += chunk.toString();
      const address = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(new URL(address));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`code-server ended with exit code ${code}\n${log}`)));
  });
  return {
    base,
    home,
    log: () => log,
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
    stop() {
      killGroup();
      removeHome();
    },
  };
}

/**
 * Installs a packaged extension.
 * @param {import('./rig.mjs').Rig} rig
 * @param {string} vsix
 * @param {string} extensionsDir
 */
export async function installVsix(rig, vsix, extensionsDir) {
  mkdirSync(extensionsDir, { recursive: true });
  const { dir: profile, remove: removeProfile } = scratch('install');
  const folders = ['--config', path.join(profile, 'config.yaml'), '--user-data-dir', profile, '--extensions-dir', extensionsDir];
  writeFileSync(path.join(profile, 'config.yaml'), '');
  const env = { ...process.env, ...OFFLINE };
  const { code, output } = await capture(rig.node, [rig.entry, ...folders, '--install-extension', vsix], { env });
  removeProfile();
  if (code !== 0 || !output.includes('successfully installed')) throw new Error(`${vsix} was not installed\n${output}`);
}

/**
 * The address that opens a folder, a file, or a test run: what stands behind `payload` is the workbench's environment.
 * @param {URL} base
 * @param {{folder: string, file?: string, extension?: string, tests?: string}} open absolute paths; behind `file` may stand `:line:column`
 */
export function workbenchUrl(base, { folder, file, extension, tests }) {
  const remote = (/** @type {string} */ where) => `vscode-remote://${base.host}${encodeURI(where)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(file === undefined
      ? []
      : [
          ['openFile', remote(file)],
          ['gotoLineMode', 'true'],
        ]),
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
  ];
  const url = new URL('/', base);
  url.searchParams.set('folder', folder);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
