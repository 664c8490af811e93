// Brings the packages and the build up to date, and does nothing where they are.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { at } from './paths.mjs';
import { mustRun, npm } from './run.mjs';

const BUILT = ['dist/client.cjs', 'dist/server.cjs', 'dist/table-view.js', 'dist/cli.mjs', 'dist/core.mjs'];
const SOURCES = ['server', 'client', 'syntaxes', 'l10n', 'package.json', 'package-lock.json', 'esbuild.mjs', 'tsconfig.json', 'docs/rules'];

/** Installs the packages of package-lock.json where they are missing or older than it. */
async function ensurePackages() {
  // npm writes this file at the end of every install.
  const installed = at('node_modules/.package-lock.json');
  if (existsSync(installed) && modified(installed) >= modified(at('package-lock.json'))) return;
  console.log('正在安装 npm 依赖… / Installing npm packages …');
  await mustRun(npm.command, [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** @param {readonly string[]} [flags] for esbuild.mjs */
export async function build(flags = []) {
  await ensurePackages();
  await mustRun(process.execPath, ['esbuild.mjs', ...flags], { quiet: true });
}

/** Builds where a source is newer than what was built from it. */
export async function ensureBuilt() {
  await ensurePackages();
  const outputs = BUILT.map((file) => at(file));
  const oldest = outputs.every((file) => existsSync(file)) ? Math.min(...outputs.map(modified)) : 0;
  if (SOURCES.some((source) => newest(at(source)) > oldest)) await build();
}

const modified = (/** @type {string} */ file) => statSync(file).mtimeMs;

/** @param {string} place a file, or a folder whose newest file counts; one that is not there is infinitely old */
function newest(place) {
  if (!existsSync(place)) return 0;
  if (!statSync(place).isDirectory()) return modified(place);
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((entry) => modified(path.join(entry.parentPath, entry.name))));
}
