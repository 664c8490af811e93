/**
 * What the documents for developers name is there. Of a document three things are looked at, code between fences left out:
 *
 * - links to files: `[words](path)`, from the folder of the document on;
 * - paths in backticks, also within a command: a word that ends like a file or with `/`, or begins with a folder of the root.
 *   It may be the end of a path (`rules/index.ts`); `<id>` and `*` stand for any name;
 * - names in backticks: a word in camel case (`renderReport`), or one with its parameters (`check(context)`), is a word of
 *   the code.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const DOCUMENTS = ['ARCHITECTURE.md', 'CONTRIBUTING.md'];

const NOT_OURS = new Set(['node_modules', 'dist', 'dist-test', '.git']);
const entriesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.posix.join(folder, entry.name);
    if (NOT_OURS.has(entry.name)) return [];
    return entry.isDirectory() ? [`${place}/`, ...entriesIn(place)] : [place];
  });
/** Files as `a/b.ts`, folders as `a/b/`. */
const ENTRIES = entriesIn('.');
const TOP = new Set(ENTRIES.flatMap((entry) => (/^[^/]+\/$/.test(entry) ? [entry.slice(0, -1)] : [])));

const isPath = (word: string): boolean =>
  /^[\w.@*<>-]+(?:\/[\w.@*<>-]+)*\/?$/.test(word) &&
  (word.endsWith('/') || /\.(?:ts|mjs|json|md|css)$/.test(word) || (word.includes('/') && TOP.has(word.slice(0, word.indexOf('/')))));

function isThere(written: string): boolean {
  const any = written.replace(/[.]/g, '\\.').replace(/<[^>]*>|\*+/g, '[^/]+');
  const end = new RegExp(`(?:^|/)${any}/?$`);
  return ENTRIES.some((entry) => end.test(entry));
}

/** Every word of the code and of its settings, comments left out. */
const WORDS = new Set(
  ENTRIES.filter((entry) => /^(?:server|client|scripts|test\/harness)\/.*\.(?:ts|mjs)$|^(?:biome|package)\.json$/.test(entry)).flatMap(
    (entry) =>
      readFileSync(entry, 'utf8')
        .replace(/(?<!\S)(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, '')
        .match(/\w+/g) ?? [],
  ),
);

const NAME = /^(?:([a-zA-Z]+[a-z][A-Z]\w*)|(\w+)\(.*\))$/;

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(document, 'utf8').replace(/^(`{3,})[\s\S]*?^\1$/gm, '');
  const backticked = [...text.matchAll(/(`+)(.+?)\1/g)].map(([, , inside = '']) => inside);

  it('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => (/^(?:\w+:|#)/.test(target) ? [] : [target]));
    expect(links).not.toEqual([]);
    const places = new Set(ENTRIES.map((entry) => entry.replace(/\/$/, '')));
    const placeOf = (target: string): string =>
      path.posix.join(path.posix.dirname(document), target.replace(/#.*$/, '').replace(/\/$/, ''));
    expect(links.filter((target) => !places.has(placeOf(target)))).toEqual([]);
  });

  it('names paths that are there', () => {
    const paths = backticked.flatMap((inside) => inside.split(/[\s,=()]+/)).filter(isPath);
    expect(paths).not.toEqual([]);
    expect(paths.filter((written) => !isThere(written))).toEqual([]);
  });

  it('names what the code has', () => {
    const names = backticked.flatMap((inside) => NAME.exec(inside)?.slice(1).find(Boolean) ?? []);
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !WORDS.has(name))).toEqual([]);
  });
});
