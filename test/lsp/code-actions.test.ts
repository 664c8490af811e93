/** When fixes for many cells are offered: “all of this rule”, “all totals” of a table, of a report, of a file. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Range } from 'vscode-languageserver/node';
import { consistentValues, renderReport, zeros } from '../harness/reports.ts';
import { applyAction, type Client, startClient, stopServers, URI } from '../harness/server.ts';

afterEach(stopServers);

const ALL_OF_RULE = /^修正全部同类问题/;
const ALL_OF_TABLE = /^重算本表全部总计/;
const ALL_OF_REPORT = /^重算本报告全部总计/;
const correct = renderReport();
const wrong = (...keys: string[]): string =>
  renderReport({ values: new Map([...consistentValues('2021', () => 0), ...keys.map((key) => [key, 5] as const)]) });

async function opened(text: string): Promise<Client> {
  const client = await startClient();
  await client.open(text);
  return client;
}
const titles = async (client: Client, range: Range): Promise<string[]> => (await client.actions(range)).map(({ title }) => title);
const placeOf = async (client: Client, rule: string): Promise<Range> => {
  const found = (await client.pull()).find(({ code }) => code === rule);
  expect(found).toBeDefined();
  return (found as { range: Range }).range;
};
const offers = async (text: string, rule: string): Promise<string[]> => {
  const client = await opened(text);
  return titles(client, await placeOf(client, rule));
};

describe('“all of this rule”', () => {
  it('is not offered where there is one', async () => {
    const shown = await offers(wrong('disputes.reconsideration.total'), 'dispute-total-mismatch');
    expect(shown.filter((title) => ALL_OF_RULE.test(title))).toEqual([]);
  });

  it('says how many it fixes where there are two', async () => {
    const shown = await offers(wrong('applications.received.total', 'applications.granted.naturalPerson'), 'suspect-cell');
    expect(shown.filter((title) => ALL_OF_RULE.test(title))).toEqual(['修正全部同类问题（suspect-cell，2 处）']);
  });

  it('fixes what it says, and nothing of other rules', async () => {
    const text = wrong('disputes.reconsideration.total', 'applications.received.total', 'applications.granted.naturalPerson');
    const client = await opened(text);
    const range = await placeOf(client, 'suspect-cell');
    const all = (await client.actions(range)).find(({ title }) => ALL_OF_RULE.test(title));
    expect(all).not.toHaveProperty('isPreferred');
    expect(applyAction(text, all)).toBe(wrong('disputes.reconsideration.total'));
  });
});

describe('“all totals”', () => {
  it('are those of the table where no other table changes', async () => {
    const shown = await offers(wrong('disputes.reconsideration.total'), 'dispute-total-mismatch');
    expect(shown.filter((title) => ALL_OF_TABLE.test(title))).toHaveLength(1);
    expect(shown.filter((title) => ALL_OF_REPORT.test(title))).toEqual([]);
  });

  it('are those of the table and of the report where others change', async () => {
    const shown = await offers(wrong('disputes.reconsideration.total', 'applications.received.total'), 'dispute-total-mismatch');
    expect(shown.filter((title) => ALL_OF_TABLE.test(title))).toHaveLength(1);
    expect(shown.filter((title) => ALL_OF_REPORT.test(title))).toEqual(['重算本报告全部总计（2 处）']);
  });

  it('are offered from the first line of the table to its last, and in no other line', async () => {
    const text = wrong('disputes.reconsideration.total');
    const client = await opened(text);
    const [symbol] = (await client.symbols())[3]?.children ?? [];
    if (!symbol) throw new Error('no table');
    const { start, end } = symbol.range;
    const offered = async (line: number): Promise<boolean> => {
      const place = { line, character: 0 };
      return (await titles(client, { start: place, end: place })).some((title) => ALL_OF_TABLE.test(title));
    };
    expect([await offered(start.line - 1), await offered(start.line), await offered(end.line), await offered(end.line + 1)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('are not offered where all are right', async () => {
    const client = await opened(correct);
    const line = correct.split('\n').findIndex((each) => each.includes('一、本年新收'));
    expect(await titles(client, { start: { line, character: 0 }, end: { line: line + 5, character: 0 } })).toEqual([]);
  });

  it('of every report in the file are recomputed by command, and what they break is added up', async () => {
    // Answered, and never come in: the sums are right, the balances of the column and of the total are not.
    const answered = renderReport({ values: new Map(zeros('2021')).set('applications.granted.naturalPerson', 1) });
    const text = `${answered}\n${answered}`;
    const client = await opened(text);
    const run = (): Promise<unknown> =>
      client.request('workspace/executeCommand', { command: 'disclosureReport.server.recomputeTotals', arguments: [URI] });
    const alone = await opened(answered);
    const one = await alone.request<{ changes: number; breaks: number }>('workspace/executeCommand', {
      command: 'disclosureReport.server.recomputeTotals',
      arguments: [URI],
    });
    expect(one.breaks).toBeGreaterThan(0);
    expect(await run()).toEqual({ changes: 2 * one.changes, breaks: 2 * one.breaks });
    await vi.waitFor(() => expect(client.applied).toHaveLength(1));
    const after = applyAction(text, { title: '', edit: client.applied[0] as never });
    await client.change(2, { text: after });
    expect(await run()).toEqual({ changes: 0, breaks: 0 });
    expect(client.applied).toHaveLength(1);
  });
});
