// npm run converters: makes test/fixtures/converters again, with the real converters as Debian has them.
// With --check it writes nothing and fails where a fixture differs from what the converters make now.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { canInstall, installPackages } from './lib/debian.mjs';
import { at } from './lib/paths.mjs';
import { capture } from './lib/run.mjs';
import { scratch } from './lib/scratch.mjs';

const work = scratch('converters').dir;
const { conversions, FONTS, FOLDER, fixturePath, hasBlanks, PACKAGES, samples, valuesPath, webPage, wordDocument } = await load();

/** @typedef {typeof conversions[number]} Conversion */
/** @typedef {typeof samples[number]} Sample */
/** @typedef {NonNullable<Conversion['program']>} Program */

const NOTO = '/usr/share/fonts/opentype/noto';
const env = surroundings();
await installConverters();

/** @type {Map<string, Buffer>} by path */
const due = new Map();
for (const sample of samples) {
  console.log(`── ${sample.id}`);
  const sources = await sourcesOf(sample);
  due.set(valuesPath(sample), Buffer.from(`${JSON.stringify(Object.fromEntries(sample.values), null, 1)}\n`));
  for (const conversion of conversions) due.set(fixturePath(sample, conversion), await convert(conversion, sources[conversion.source]));
}
due.set(`${FOLDER}/README.md`, Buffer.from(await readme()));

if (process.argv.includes('--check')) compare();
else write();

/** The reports and the list of converters are in TypeScript, which Node 20 cannot read: bundled, and run from there. */
async function load() {
  const outfile = path.join(work, 'bundle.mjs');
  const modules = ['documents', 'samples', 'conversions'].map((name) => `export * from './test/converters/${name}.ts';`);
  await build({
    stdin: { contents: modules.join('\n'), resolveDir: at() },
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    // Parts of the packages ask for Node's modules with require.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    outfile,
    logLevel: 'warning',
  });
  return /** @type {typeof import('../test/converters/documents.ts') & typeof import('../test/converters/samples.ts') & typeof import('../test/converters/conversions.ts')} */ (
    await import(pathToFileURL(outfile).href)
  );
}

/** A home of its own for the converters, and only the fonts that are named: nobody's settings and fonts shape a fixture. */
function surroundings() {
  const fonts = path.join(work, 'fonts.conf');
  writeFileSync(fonts, `<?xml version="1.0"?><fontconfig><dir>${NOTO}</dir><cachedir>${work}/fonts</cachedir></fontconfig>\n`);
  return { PATH: process.env.PATH, HOME: work, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC', TERM: 'dumb', FONTCONFIG_FILE: fonts };
}

async function installConverters() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const programs = /** @type {[Program, string][]} */ (Object.entries(PACKAGES));
  const missing = programs.filter(([program]) => !folders.some((folder) => existsSync(path.join(folder, program)))).map(([, name]) => name);
  if (!existsSync(NOTO)) missing.push(FONTS);
  if (missing.length === 0) return;
  if (!canInstall()) throw new Error(`需要安装这些 Debian 软件包 / these Debian packages are needed: ${missing.join(' ')}`);
  await installPackages(missing);
}

/**
 * The report as a file of every kind that a converter starts from.
 * @param {Sample} sample
 * @returns {Promise<Record<Conversion['source'], string>>} paths
 */
async function sourcesOf({ id, edition, year, values }) {
  const folder = path.join(work, id);
  mkdirSync(folder);
  const docx = path.join(folder, 'report.docx');
  const page = path.join(folder, 'report.html');
  const ruled = path.join(folder, 'report-border.html');
  writeFileSync(docx, await wordDocument(edition, year, values));
  writeFileSync(page, webPage(edition, year, values));
  writeFileSync(ruled, webPage(edition, year, values, 'ruled'));
  const pdf = path.join(folder, 'report.pdf');
  writeFileSync(pdf, await office(docx, ['--convert-to', 'pdf']));
  return { docx, page, 'page-border': ruled, pdf };
}

/**
 * @param {Conversion} conversion
 * @param {string} source
 * @returns {Promise<Buffer>}
 */
async function convert({ program, options }, source) {
  if (program === null) return readFileSync(source);
  if (program === 'soffice') return withoutDates(await office(source, options));
  const toStdout = program === 'pdftotext' || program === 'docx2txt' ? ['-'] : [];
  return start(program, [...options, source, ...toStdout]);
}

/**
 * LibreOffice writes into a folder; with a profile of its own it runs beside an open one.
 * @param {string} source
 * @param {readonly string[]} options
 */
async function office(source, options) {
  const folder = path.join(work, 'soffice');
  rmSync(folder, { recursive: true, force: true });
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(work, 'profile')).href}`;
  await start('soffice', [profile, '--headless', ...options, '--outdir', folder, source]);
  const [name] = readdirSync(folder);
  return readFileSync(path.join(folder, /** @type {string} */ (name)));
}

/**
 * LibreOffice notes when the Word file was made, which is now, and its own version: two lines would differ at each run.
 * @param {Buffer} output
 */
function withoutDates(output) {
  return Buffer.from(output.toString('utf8').replace(/^\s*<meta name="(?:generator|created|changed)"[^\n]*\n/gm, ''), 'utf8');
}

/**
 * What a program writes to standard output, as bytes: not all of it is text.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<Buffer>}
 */
async function start(program, args) {
  const { stdout } = await promisify(execFile)(program, [...args], { env, cwd: work, encoding: 'buffer', maxBuffer: 1 << 26 });
  return stdout;
}

async function readme() {
  const packages = [...new Set([...Object.values(PACKAGES), FONTS])].sort();
  /** @type {string[]} */
  const rows = [];
  for (const name of packages) {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholder.
    const { code, output } = await capture('dpkg-query', ['-W', '-f', '${Version}', name], { env });
    const programs = Object.entries(PACKAGES).flatMap(([program, from]) => (from === name ? [`\`${program}\``] : []));
    rows.push(`| ${programs.join(', ') || '–'} | ${name} | ${code === 0 ? output : '?'} |`);
  }
  const kinds = samples.map((sample) => `\`${sample.id}\`${hasBlanks(sample) ? '（有空白格 / with blank cells）' : ''}`);
  return `# 转换器的输出 / What converters make

虚构的年报由真实的转换器转成文本后的样子，供 \`test/converters\` 检验读取是否可靠。由 \`npm run converters\` 生成，请勿手改；\`npm run converters -- --check\` 重新生成并比对。每个文件夹是一份报告，\`values.json\` 是其中的数字（按键名，没有的键为空白格）。

Reports of an invented unit after real converters, for \`test/converters\` to read. Made by \`npm run converters\`; do not edit. \`npm run converters -- --check\` makes them again and compares. Each folder is one report; \`values.json\` has its numbers by key, and a key that is absent is a blank cell. The options of each converter are in [conversions.ts](../../converters/conversions.ts).

报告 / Reports: ${kinds.join(', ')}

| 程序 / program | Debian 软件包 / package | 版本 / version |
|---|---|---|
${rows.join('\n')}
`;
}

/** Fixtures of converters that are no longer in the list go away. */
function write() {
  for (const { id } of samples) rmSync(at(FOLDER, id), { recursive: true, force: true });
  for (const [name, bytes] of due) {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), bytes);
  }
  console.log(`${due.size} files written to ${FOLDER}; now: npx vitest run test/converters, node scripts/docs.mjs`);
}

function compare() {
  const names = readdirSync(at(FOLDER), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const there = names.map(({ parentPath, name }) => path.relative(at(), path.join(parentPath, name)).split(path.sep).join('/'));
  const complaints = [
    ...[...due].flatMap(([name, bytes]) => {
      if (!there.includes(name)) return [`missing: ${name}`];
      return readFileSync(at(name)).equals(bytes) ? [] : [`differs: ${name}`];
    }),
    ...there.filter((name) => !due.has(name)).map((name) => `not made by any converter: ${name}`),
  ];
  for (const complaint of complaints) console.log(complaint);
  if (complaints.length > 0) process.exitCode = 1;
  else console.log(`${due.size} files are as the converters make them`);
}
