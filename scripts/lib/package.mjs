// Builds the extension for production, packs it into a .vsix, and looks into what came out.
import { readFileSync } from 'node:fs';
import { at, vsix } from './paths.mjs';
import { build } from './prepare.mjs';
import { mustRun } from './run.mjs';

/** Everything that may be inside; .vscodeignore chooses, this list checks the choice. */
const ALLOWED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package(\.nls(\.[a-z-]+)?)?\.json$/,
  /^extension\/(readme|README\.zh-CN|changelog)\.md$/,
  /^extension\/LICENSE\.txt$/,
  /^extension\/dist\/(client|server)\.cjs$/,
  /^extension\/dist\/(client\.browser\.cjs|server\.browser\.js)$/,
  /^extension\/dist\/table-view\.(js|css)$/,
  /^extension\/l10n\/bundle\.l10n(\.[a-z-]+)?\.json$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
  /^extension\/language-configuration\.json$/,
  /^extension\/docs\/rules\/[\w.-]+\.md$/,
  /^extension\/docs\/configuration(\.zh-CN)?\.md$/,
  /^extension\/schemas\/[\w.-]+\.json$/,
  /^extension\/images\/[\w.-]+\.(png|svg)$/,
];

const NEEDED = [
  'extension/package.json',
  'extension/dist/client.cjs',
  'extension/dist/server.cjs',
  'extension/dist/client.browser.cjs',
  'extension/dist/server.browser.js',
  'extension/dist/table-view.js',
  'extension/dist/table-view.css',
];

/** A package beyond this has swallowed something by mistake. */
const MAX_BYTES = 2_000_000;

/** @typedef {{name: string, size: number}} Entry a file inside the package and its unpacked size in bytes */

/**
 * @returns {Promise<{file: string, entries: Entry[], size: number}>}
 * @throws where a file is unexpected or missing, or the whole is too big
 */
export async function packageExtension() {
  await build(['--production']);
  const tool = at('node_modules/@vscode/vsce/vsce');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await mustRun(process.execPath, [tool, 'package', ...flags, '-o', vsix], { quiet: true });

  const bytes = readFileSync(vsix);
  const entries = zipEntries(bytes);
  const unexpected = entries.filter(({ name }) => !ALLOWED.some((pattern) => pattern.test(name)));
  const missing = NEEDED.filter((name) => !entries.some((entry) => entry.name === name));
  const complaints = [
    ...unexpected.map(({ name }) => `unexpected: ${name}`),
    ...missing.map((name) => `missing: ${name}`),
    ...(bytes.length > MAX_BYTES ? [`too big: ${bytes.length} bytes`] : []),
  ];
  if (complaints.length > 0) throw new Error(`${vsix}\n${complaints.join('\n')}`);
  return { file: vsix, entries, size: bytes.length };
}

/**
 * The files that a zip archive names in its central directory (APPNOTE.TXT 4.3.12 and 4.3.16).
 * @param {Buffer} zip
 * @returns {Entry[]}
 */
function zipEntries(zip) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('not a zip archive');
  /** @type {Entry[]} */
  const entries = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    entries.push({ name, size: zip.readUInt32LE(at + 24) });
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries.filter(({ name }) => !name.endsWith('/'));
}
