/** What real converters make of a report is read right or not at all; expected.json says which, and people check that. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conversions, FOLDER, fixturePath, valuesPath } from './conversions.ts';
import expectedJson from './expected.json' with { type: 'json' };
import { fixtures, readFixture } from './fixtures.ts';
import { readingOf, type Verdict } from './reading.ts';
import { samples } from './samples.ts';

/** By converter and document. */
const expected = expectedJson as unknown as Readonly<Record<string, Readonly<Record<string, Verdict>>>>;

describe('every fixture', () => {
  it.each(fixtures.map((fixture) => [fixture.path, fixture] as const))('%s', (_, fixture) => {
    const { verdict, faults } = readFixture(fixture, (path) => readFileSync(path));
    // The first faults tell enough: a row that moved is hundreds of them.
    const due = expected[fixture.conversion.id]?.[fixture.sample.id];
    expect({ verdict, faults: faults.slice(0, 8) }).toEqual({ verdict: due, faults: [] });
  });
});

describe('the fixtures', () => {
  it('are those of every converter and document, each with a verdict that may be expected', () => {
    const due = conversions.map(({ id }) => [id, samples.map((sample) => sample.id).sort()]);
    expect(Object.entries(expected).map(([id, verdicts]) => [id, Object.keys(verdicts).sort()])).toEqual(due);
    expect(Object.values(expected).flatMap((verdicts) => Object.values(verdicts))).not.toContain('WRONG');
  });

  it.each(samples)('of $id are made of its numbers, and are all there', (sample) => {
    expect(JSON.parse(readFileSync(valuesPath(sample), 'utf8'))).toEqual(Object.fromEntries(sample.values));
    const due = [valuesPath(sample), ...conversions.map((conversion) => fixturePath(sample, conversion))].sort();
    const there = readdirSync(`${FOLDER}/${sample.id}`).map((name) => `${FOLDER}/${sample.id}/${name}`);
    expect(there.sort()).toEqual(due);
  });
});

describe('the judge', () => {
  const [sample] = samples as [(typeof samples)[number]];
  const page = conversions.find(({ id }) => id === 'page') as (typeof conversions)[number];
  const text = readFileSync(fixturePath(sample, page), 'utf8');
  const judge = (of: string, values: ReadonlyMap<string, number> = sample.values) => readingOf(Buffer.from(of), sample.edition, values);
  const key = 'applications.received.naturalPerson';
  const row = /<tr><td[^>]*>（七）总计.*?<\/tr>/;

  it('sees a number that is not the one in the report', () => {
    const { verdict, faults } = judge(text, new Map([...sample.values, [key, (sample.values.get(key) ?? 0) + 1]]));
    expect(verdict).toBe('WRONG');
    expect(faults).toHaveLength(1);
  });

  it('sees a number where there is a blank', () => {
    expect(judge(text, new Map([...sample.values].filter(([other]) => other !== key))).verdict).toBe('WRONG');
  });

  it('sees a false alarm', () => {
    const doubled = text.replace(`>${sample.values.get(key)}<`, '>100000<');
    const { faults } = judge(doubled, new Map([...sample.values, [key, 100000]]));
    expect(faults).toContainEqual(expect.stringContaining('false alarm: suspect-cell'));
  });

  it('takes a loss that is named for a gap', () => {
    const { verdict, tables } = judge(text.replace(row, ''));
    expect([verdict, tables.get('applications'), tables.get('disputes')]).toEqual(['gaps', 'gaps', 'full']);
  });

  it('takes a text that is no report, or no text, for refused', () => {
    for (const other of ['', 'PK\x03\x04', '青禾县水务局']) expect(judge(other).verdict).toBe('refused');
  });
});
