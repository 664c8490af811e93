/** The requests of the table view over the protocol. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { NumberCell, TablesAnswer, WriteCellAnswer } from '../../server/src/lsp/protocol.ts';
import { twoYears } from '../harness/library.ts';
import { renderReport, zeros } from '../harness/reports.ts';
import { applyAction, type Client, startClient, stopServers, URI } from '../harness/server.ts';

afterEach(stopServers);

const KEY = 'applications.received.total';
const tables = (client: Client, report?: number): Promise<TablesAnswer | null> =>
  client.request('disclosureReport/tables', { uri: URI, ...(report === undefined ? {} : { report }) });
const write = (client: Client, params: object): Promise<WriteCellAnswer> =>
  client.request('disclosureReport/writeCell', { uri: URI, version: 1, report: 0, key: KEY, value: '0', ...params });
const cellOf = (answer: TablesAnswer | null, key = KEY): NumberCell | undefined =>
  answer?.tables
    .flatMap(({ blocks }) => blocks.flatMap(({ body }) => body.flat()))
    .filter((cell) => cell.kind === 'number')
    .find((cell) => cell.key === key);
const wrong = renderReport({ values: new Map(zeros('2021')).set(KEY, 4) });
const opened = async (text: string, told: Parameters<typeof startClient>[0] = {}): Promise<Client> => {
  const client = await startClient(told);
  await client.open(text);
  return client;
};

describe('the tables', () => {
  it('are those of a report, with the places and the faults of their numbers', async () => {
    const client = await opened(wrong);
    const answer = await tables(client);
    expect(answer).toMatchObject({ uri: URI, version: 1, report: 0, edition: '2021', previous: null });
    expect(answer?.reports).toMatchObject([{ unit: '青禾县水务局', year: 2023 }]);
    expect(answer?.tables.map(({ caption }) => caption)).toEqual([
      '主动公开政府信息情况表',
      '收到和处理政府信息公开申请情况表',
      '政府信息公开行政复议、行政诉讼情况表',
    ]);
    const cell = cellOf(answer);
    expect(cell).toMatchObject({ text: '4', value: 4, wrong: 'error', total: true, state: 'number' });
    const { start, end } = cell?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect(wrong.split('\n')[start.line]?.slice(start.character, end.character)).toBe('4');
    expect(cell?.problems[0]).toMatchObject({ severity: 'error', message: expect.stringContaining('应为 0，现为 4') });
  });

  it('speak the language of the messages, with captions as the notice has them', async () => {
    const answer = await tables(await opened(wrong, { locale: 'en' }));
    expect(cellOf(answer)?.problems[0]?.message).toContain('should be 0, is 4');
    expect(answer?.tables[0]?.caption).toBe('主动公开政府信息情况表');
  });

  it('are those of the text as it is now', async () => {
    const client = await opened(wrong);
    await client.change(2, { text: renderReport() });
    expect(await tables(client)).toMatchObject({ version: 2 });
    expect(cellOf(await tables(client))).toMatchObject({ value: 0, wrong: null });
  });

  it('are those of one report of several', async () => {
    const client = await opened(`${renderReport({ edition: '2019', year: 2020 })}\n${renderReport({ year: 2023 })}`);
    expect(await tables(client, 1)).toMatchObject({ report: 1, edition: '2021' });
    expect((await tables(client, 0))?.edition).toBe('2019');
    expect(await tables(client, 7)).toMatchObject({ report: 0 });
    expect((await tables(client))?.reports.map(({ year }) => year)).toEqual([2020, 2023]);
  });

  it('are none where there is no report, or no document', async () => {
    expect(await tables(await opened('hello'))).toBe(null);
    expect(await tables(await startClient())).toBe(null);
  });

  it('have last year’s numbers beside them once its report is read', async () => {
    const { last, now } = twoYears('2021', 2);
    const workspace = new Map([['file:///2022.txt', renderReport({ year: 2022, values: last })]]);
    const client = await opened(renderReport({ year: 2023, values: now }), { workspace });
    await vi.waitFor(async () => expect((await tables(client))?.previous).toMatchObject({ year: 2022, uri: 'file:///2022.txt' }), {
      timeout: 30_000,
    });
    expect(cellOf(await tables(client))?.previous).toBe(last.get(KEY));
  });
});

describe('a number typed in the view', () => {
  it('comes back as the edit of its own characters', async () => {
    const answer = await write(await opened(wrong), { value: '0' });
    expect(answer).toMatchObject({ kind: 'edits', edits: [{ newText: '0' }] });
    const edits = answer.kind === 'edits' ? answer.edits : [];
    expect(applyAction(wrong, { title: '', edit: { changes: { [URI]: [...edits] } } })).toBe(renderReport());
  });

  it('is refused with the reason where it is none', async () => {
    expect(await write(await opened(wrong), { value: '-1' })).toEqual({ kind: 'refused', reason: '应为不小于 0 的整数' });
    expect(await write(await opened(wrong, { locale: 'en' }), { value: 'x' })).toEqual({
      kind: 'refused',
      reason: 'A whole number from 0 upward is needed',
    });
  });

  it('is not written where the text has changed meanwhile, or is gone', async () => {
    const client = await opened(wrong);
    await client.change(2, { text: `${wrong}\n` });
    expect(await write(client, {})).toEqual({ kind: 'outdated' });
    expect(await write(client, { version: 2, report: 3 })).toEqual({ kind: 'outdated' });
    await client.close();
    expect(await write(client, { version: 2 })).toEqual({ kind: 'outdated' });
  });
});
