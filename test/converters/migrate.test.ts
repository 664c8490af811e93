/** What real converters make of a report in the wrong edition is rewritten cell by cell, or not at all. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../server/src/core/index.ts';
import { check } from '../harness/check.ts';
import { carried, DIRECTIONS, type Direction, isAboutFormat, migrated, migrationOf, statesOf } from '../harness/migration.ts';
import { titleOf } from '../harness/reports.ts';
import { type Fixture, fixtures } from './fixtures.ts';

const directionOf = ({ sample }: Fixture): Direction => DIRECTIONS.find(({ from }) => from === sample.edition) as Direction;

interface Changed {
  readonly fixture: Fixture;
  readonly path: string;
  readonly text: string;
}

/** The fixture under a title of a year in which its edition is not due; nothing where its encoding cannot be read. */
function wrongYear(fixture: Fixture): Changed[] {
  const decoded = decode(readFileSync(fixture.path));
  if (!('text' in decoded)) return [];
  const { year } = directionOf(fixture);
  const text = decoded.text.replaceAll(String(fixture.sample.year), String(year));
  const titled = check(text).document.reports[0]?.reportingYear === year;
  // Some converters drop the title.
  const title = titleOf(year);
  const untitled = /<body/i.test(text) ? text.replace(/<body[^>]*>/i, `$&<h1>${title}</h1>`) : `${title}\n\n${text}`;
  return [{ fixture, path: fixture.path, text: titled ? text : untitled }];
}

const changed = fixtures.flatMap(wrongYear);
const [offered, refused] = [changed.filter(({ text }) => migrationOf(text)), changed.filter(({ text }) => !migrationOf(text))];

describe('every fixture', () => {
  it('is in the wrong edition', () => {
    expect(changed.filter(({ text }) => !check(text).findings.some(isAboutFormat)).map(({ path }) => path)).toEqual([]);
  });

  // pdftotext’s default order tears words and numbers apart.
  it('is rewritten where it can be read', () => {
    expect(offered.length).toBeGreaterThan(80);
    expect([...new Set(refused.map(({ fixture }) => fixture.conversion.id))]).toEqual(['pdf-default']);
  });

  it.each(offered.map((one) => [one.path, one] as const))('%s', (_, { fixture, text }) => {
    const direction = directionOf(fixture);
    const after = check(migrated(text));
    expect(after.findings.filter(isAboutFormat)).toEqual([]);
    const states = statesOf(after.document.reports[0], direction.to);
    const due = carried(fixture.sample.values, direction);
    const numbers = [...states].filter(([, state]) => typeof state === 'number');
    expect(numbers.filter(([key, value]) => due.get(key) !== value)).toEqual([]);
    // What was not read cannot be carried over.
    const read = [...statesOf(check(text).document.reports[0], direction.from).values()];
    if (read.every((state) => typeof state === 'number' || state === 'blank')) expect(numbers).toHaveLength(due.size);
    else expect(migrationOf(text)?.title['zh-cn']).toMatch(/格无法读取/);
  });
});
