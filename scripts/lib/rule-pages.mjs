// The module `virtual:rule-pages`: the pages of docs/rules as text, for esbuild and for Vite alike.
import { readdirSync, readFileSync } from 'node:fs';
import { at } from './paths.mjs';

const ID = 'virtual:rule-pages';

function contents() {
  const names = readdirSync(at('docs/rules')).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const pages = Object.fromEntries(names.map((name) => [name.slice(0, -'.md'.length), readFileSync(at(`docs/rules/${name}`), 'utf8')]));
  return `export const pages = ${JSON.stringify(pages)};`;
}

/** @type {import('esbuild').Plugin} */
export const rulePages = {
  name: ID,
  setup(build) {
    build.onResolve({ filter: /^virtual:rule-pages$/ }, () => ({ path: ID, namespace: ID }));
    build.onLoad({ filter: /.*/, namespace: ID }, () => ({ contents: contents(), loader: 'js' }));
  },
};

export const viteRulePages = {
  name: ID,
  resolveId: (/** @type {string} */ id) => (id === ID ? `\0${ID}` : undefined),
  load: (/** @type {string} */ id) => (id === `\0${ID}` ? contents() : undefined),
};
