/** No regular expression of the product takes more than linear time: every one of them is held against a checker. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type AnyNode, parse } from 'acorn';
import { transformSync } from 'esbuild';
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';

interface Found {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Expressions that the checker does not pass, and why they are harmless all the same. */
const BOUNDED: Readonly<Record<string, string>> = {
  // Reads remarks of at most 40 characters (`LONGEST_REMARK`).
  'layout/content.ts': String.raw`^\s*(?:[（(【[《*].*|(?:万|亿|百|千)?(?:元|余元|件次|件|条次|条|个|项|宗|次|人次|份)(?:[（(].*)?)\s*$`,
  // Reads at most 80 characters behind each bracket; the checker's attack is too short to reach them.
  'check/rules/converter-residue.ts': String.raw`\\?\[(?:bookmark|image|img)\b[^\]\r\n]{0,80}\]|(?:&(?:nbsp|ensp|emsp|#160);)+`,
};

const files = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
);

function* nodesOf(value: unknown): Generator<AnyNode> {
  if (value === null || typeof value !== 'object') return;
  if ('type' in value && typeof value.type === 'string') yield value as AnyNode;
  for (const part of Object.values(value)) yield* nodesOf(part);
}

function expressionsOf(file: string): { readonly literals: readonly Found[]; readonly made: boolean } {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', target: 'esnext' });
  const nodes = [...nodesOf(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }))];
  return {
    literals: nodes.flatMap((node) =>
      node.type === 'Literal' && node.regex ? [{ file, source: node.regex.pattern, flags: node.regex.flags }] : [],
    ),
    made: nodes.some((node) => node.type === 'Identifier' && node.name === 'RegExp'),
  };
}

const found = files.map((file) => ({ file, ...expressionsOf(file) }));
const literals = found.flatMap((one) => one.literals);
const once = [...new Map(literals.map((one) => [`/${one.source}/${one.flags}`, one])).entries()];
const isBounded = ({ file, source }: Found): boolean =>
  Object.entries(BOUNDED).some(([name, known]) => file.endsWith(name) && known === source);

describe('regular expressions', () => {
  it('are found', () => {
    expect(literals.length).toBeGreaterThan(50);
  });

  it('are literals: none is made of strings, where no checker finds it', () => {
    expect(found.filter(({ made }) => made).map(({ file }) => file)).toEqual([]);
  });

  it('are no longer excused once they are gone', () => {
    expect(literals.filter(isBounded).length).toBe(Object.keys(BOUNDED).length);
  });

  // The checker takes its time; the expressions do not.
  it.each(once.filter(([, one]) => !isBounded(one)))('%s', { timeout: 600_000 }, (_, { source, flags }) => {
    expect(checkSync(source, flags, { timeout: 300_000, randomSeed: 1 })).toMatchObject({ status: 'safe' });
  });
});
