/** What is generated into the documentation is up to date; `node scripts/docs.mjs` brings it there. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documents } from '../../scripts/lib/doc-tables.ts';

it.each(documents((path) => readFileSync(path)))('$path says what the product’s own data says', ({ now, due }) => {
  expect(now).toBe(due);
});
