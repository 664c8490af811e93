/** Laws of the protocol's answers, over drawn reports in every layout and over texts that are damaged. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, DocumentSymbol, Range, TextEdit } from 'vscode-languageserver/node';
import { LAYOUTS, LOSSY } from '../harness/layouts.ts';
import { arbitraryReport, drawnValues, forms, renderReport } from '../harness/reports.ts';
import { applyAction, type Client, startClient, stopServers } from '../harness/server.ts';

afterEach(stopServers);

type Place = Range['start'];
const upTo = (a: Place, b: Place): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
const holds = (outer: Range, inner: Range): boolean => upTo(outer.start, inner.start) && upTo(inner.end, outer.end);

/** One server for all the drawn texts of a test: each is a version of the same document. */
async function session(): Promise<{ client: Client; show: (text: string) => Promise<void> }> {
  const client = await startClient();
  let version = 1;
  await client.open('');
  return { client, show: (text) => client.change(++version, { text }) };
}

function wellFormed(symbols: readonly DocumentSymbol[], outer?: Range): void {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    // VS Code drops the whole outline for one name that is empty or one selection outside its range.
    expect(name).not.toBe('');
    expect(holds(range, selectionRange), `${name}: the selection is inside`).toBe(true);
    if (outer) expect(holds(outer, range), `${name}: is inside what holds it`).toBe(true);
    wellFormed(children, range);
  }
}

const editsOf = (action: CodeAction): TextEdit[] =>
  (action.edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : []));

const apart = (edits: readonly TextEdit[]): boolean => {
  const sorted = [...edits].sort((a, b) => (upTo(a.range.start, b.range.start) ? -1 : 1));
  return sorted.every(({ range }, index) => index === 0 || upTo((sorted[index - 1] as TextEdit).range.end, range.start));
};

/** A report with one wrong number: in the application table, what the preferred fix must undo. */
const wrongNumber = fc.record({ report: arbitraryReport, pick: fc.nat(), add: fc.integer({ min: 1, max: 99 }) });

describe.each(LAYOUTS)('%s', (layout) => {
  it('each preferred fix of a wrong number takes findings away and adds none; all of them leave a clean report', async () => {
    const { client, show } = await session();
    await fc.assert(
      fc.asyncProperty(wrongNumber, async ({ report, pick, add }) => {
        const { edition } = report;
        const values = drawnValues(report);
        const judged = [...values.keys()].filter((key) => key.startsWith('applications.'));
        const key = judged[pick % judged.length] as string;
        const right = renderReport({ edition, layout, values });
        let text = renderReport({ edition, layout, values: new Map(values).set(key, (values.get(key) ?? 0) + add) });
        await show(text);
        const found = await client.pull();
        expect(found.length).toBeGreaterThan(0);
        for (let left = found; left.length > 0; ) {
          const offered = await Promise.all(left.map(({ range }) => client.actions(range, ['quickfix'])));
          const preferred = offered.flat().find(({ isPreferred }) => isPreferred);
          expect(preferred).toBeDefined();
          text = applyAction(text, preferred);
          await show(text);
          const after = await client.pull();
          expect(after.length).toBeLessThan(left.length);
          left = after;
        }
        expect(text).toBe(right);
      }),
      { numRuns: 15 },
    );
  });

  it('any changed number: harmless fixes first, at most one preferred a finding, edits apart and of this version', async () => {
    const { client, show } = await session();
    let offered = 0;
    await fc.assert(
      fc.asyncProperty(wrongNumber, async ({ report, pick, add }) => {
        const { edition } = report;
        const values = drawnValues(report);
        const keys = forms[edition].tables.flatMap(({ cells }) => cells.map((cell) => cell.key));
        const key = keys[pick % keys.length] as string;
        await show(renderReport({ edition, layout, values: new Map(values).set(key, (values.get(key) ?? 0) + add) }));
        for (const { range } of await client.pull()) {
          const actions = await client.actions(range, ['quickfix']);
          offered += actions.length;
          const breaking = actions.map(({ title }) => title.includes('不成立'));
          expect(breaking).toEqual([...breaking].sort((a, b) => Number(a) - Number(b)));
          expect(actions.filter(({ title, isPreferred }) => isPreferred && title.includes('不成立'))).toEqual([]);
          for (const action of actions) expect(apart(editsOf(action))).toBe(true);
          const preferred = actions.filter(({ isPreferred }) => isPreferred).flatMap(({ diagnostics = [] }) => diagnostics);
          const names = preferred.map((diagnostic) => JSON.stringify([diagnostic.code, diagnostic.range, diagnostic.message]));
          expect(new Set(names).size).toBe(names.length);
        }
      }),
      { numRuns: 15 },
    );
    expect(offered).toBeGreaterThan(0);
  });
});

describe.each([...LAYOUTS, ...LOSSY])('%s', (layout) => {
  it('damaged: symbols stay one inside the other, findings stay inside the text', async () => {
    const { client, show } = await session();
    let named = 0;
    // Where to cut, how much, and what of the text to put in its place.
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 400 }), fc.nat(), fc.nat({ max: 400 })), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(arbitraryReport, damage, fc.boolean(), async (report, cuts, twice) => {
        const { edition } = report;
        const whole = renderReport({ edition, layout, values: drawnValues(report) });
        let text = twice ? `${whole}\n${whole}` : whole;
        for (const [from, length, other, take] of cuts) {
          const [start, source] = [from % text.length, other % text.length];
          text = `${text.slice(0, start)}${text.slice(source, source + take)}${text.slice(start + length)}`;
          if (text === '') return;
        }
        await show(text);
        const symbols = await client.symbols();
        named += symbols.length;
        wellFormed(symbols);
        const lines = text.split(/\r\n|\r|\n/);
        for (const { range } of await client.pull()) {
          expect(upTo(range.start, range.end)).toBe(true);
          expect(range.end.line).toBeLessThan(lines.length);
          expect(range.end.character).toBeLessThanOrEqual(lines[range.end.line]?.length ?? 0);
        }
        expect(client.logged).toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect(named).toBeGreaterThan(0);
  });
});
