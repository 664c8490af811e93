/** The protocol, over in-memory streams: what a client asks and is told. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver/node';
import { parse } from '../../server/src/core/index.ts';
import { LAYOUTS } from '../harness/layouts.ts';
import { consistentValues, renderReport, seeded } from '../harness/reports.ts';
import { applyAction, type Client, PULL, PUSH, startClient, stopServers, URI } from '../harness/server.ts';

afterEach(stopServers);

/** 一、总计 says 5 where the columns add up to 0: one row and one balance are wrong, and both point at it. */
const values = new Map(consistentValues('2021', () => 0)).set('applications.received.total', 5);
const faulty = renderReport({ values });
const correct = renderReport();
const line = (text: string, needle: string, below = 0): number => text.split('\n').findIndex((each) => each.includes(needle)) + below;
const at = (number: number, from = 0, to = from): Range => ({
  start: { line: number, character: from },
  end: { line: number, character: to },
});
const total = line(faulty, '一、本年新收', 7);

describe('diagnostics', () => {
  it('are pulled by a client that pulls, and never pushed to it', async () => {
    const client = await startClient();
    expect(client.initialized.capabilities.diagnosticProvider).toBeDefined();
    await client.open(faulty);
    expect((await client.pull()).map(({ code }) => code)).toEqual(['suspect-cell', 'row-total-mismatch', 'balance-mismatch']);
    expect(client.published).toEqual([]);
  });

  it('are pushed to a client that does not pull: at opening, at each change, and taken back at closing', async () => {
    const client = await startClient({ capabilities: PUSH });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await client.open(faulty);
    await vi.waitFor(() => expect(client.published.at(-1)).toMatchObject({ version: 1, diagnostics: [{}, {}, {}] }));
    await client.change(2, { range: at(total, 1, 2), text: '0' });
    await vi.waitFor(() => expect(client.published.at(-1)).toMatchObject({ version: 2, diagnostics: [] }));
    await client.change(3, { text: faulty });
    await vi.waitFor(() => expect(client.published.at(-1)).toMatchObject({ version: 3, diagnostics: [{}, {}, {}] }));
    await client.close();
    await vi.waitFor(() => expect(client.published.at(-1)).toEqual({ uri: URI, diagnostics: [] }));
  });

  it('say where, what, by which rule, and what it rests on', async () => {
    const client = await startClient();
    await client.open(faulty);
    const [first] = await client.pull();
    expect(first).toMatchObject({
      range: at(total, 1, 2),
      severity: 1,
      source: 'disclosure-report',
      code: 'suspect-cell',
      codeDescription: { href: 'file:///rules/suspect-cell.md' },
      message: '一、本年新收政府信息公开申请数量·总计：2 处勾稽关系同时指向此格：应为 0，现为 5',
    });
    // The row’s sum is shown at its first addend, since its total is the cell itself; the balance at （七）.
    expect(first?.relatedInformation?.map(({ location }) => location)).toEqual(
      [line(faulty, '一、本年新收', 1), line(faulty, '（七）总计', 7)].map((below) => ({ uri: URI, range: at(below, 1, 2) })),
    );
  });

  it('link to no page where the fault is the rule’s own', async () => {
    const failing: typeof parse = (text) => {
      const { reports, ...document } = parse(text);
      // A span outside the text is what no rule survives.
      const beyond = { start: -1, end: -1 };
      const cut = (table: (typeof reports)[number]['tables'][number]) => ({
        ...table,
        cells: table.cells.map((cell) => cell && { ...cell, span: beyond }),
      });
      return { ...document, reports: reports.map((report) => ({ ...report, tables: report.tables.map(cut) })) };
    };
    const client = await startClient({ runtime: { parse: failing } });
    await client.open(faulty);
    const [first] = await client.pull();
    expect(first?.code).toBe('internal-error');
    expect(first).not.toHaveProperty('codeDescription');
  });

  it('leave related places out where the client shows none', async () => {
    const client = await startClient({ capabilities: { textDocument: { diagnostic: {} } } });
    await client.open(faulty);
    expect((await client.pull())[0]).not.toHaveProperty('relatedInformation');
  });

  it('are none for a correct report and for any other text', async () => {
    const client = await startClient();
    await client.open(correct);
    expect(await client.pull()).toEqual([]);
    await client.change(2, { text: '# 政府信息公开\n\nhello\n' });
    expect(await client.pull()).toEqual([]);
  });

  it('link to the place that the client names', async () => {
    const client = await startClient({ options: { rulePages: 'vscode://x.y/rules/' } });
    await client.open(faulty);
    expect((await client.pull())[0]?.codeDescription?.href).toBe('vscode://x.y/rules/suspect-cell');
  });
});

describe('messages', () => {
  const chinese = /应为 0，现为 5/;
  const english = /should be 0, is 5/;
  it.each([
    ['zh-cn', undefined, chinese],
    ['zh-TW', undefined, chinese],
    ['en', undefined, english],
    ['de', 'auto', english],
    [undefined, undefined, chinese],
    ['en', 'zh-cn', chinese],
    ['zh-cn', 'en', english],
  ])('for locale %s and setting %s', async (locale, messages, expected) => {
    const client = await startClient({ ...(locale ? { locale } : {}), ...(messages ? { options: { messages } } : {}) });
    await client.open(faulty);
    expect((await client.pull())[0]?.message).toMatch(expected);
  });

  it('are asked for again by a client that pulls and keeps the setting itself', async () => {
    const workspace = { configuration: true, diagnostics: { refreshSupport: true } };
    const client = await startClient({ capabilities: { ...PULL, workspace }, configuration: { messages: 'en' } });
    await client.open(faulty);
    expect((await client.pull())[0]?.message).toMatch(chinese);
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await vi.waitFor(() => expect(client.refreshes()).toBe(1));
    expect((await client.pull())[0]?.message).toMatch(english);
  });

  it('follow the setting when it changes', async () => {
    const client = await startClient({ capabilities: PUSH });
    await client.open(faulty);
    await client.notify('workspace/didChangeConfiguration', { settings: { disclosureReport: { messages: 'en' } } });
    await vi.waitFor(() => expect(client.published.at(-1)?.diagnostics[0]?.message).toMatch(english));
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.change(2, { text: faulty });
    await vi.waitFor(() => expect(client.published.at(-1)).toMatchObject({ version: 2 }));
    expect(client.published.at(-1)?.diagnostics[0]?.message).toMatch(english);
  });
});

const recompute = (client: Client): Promise<unknown> =>
  client.request('workspace/executeCommand', { command: 'disclosureReport.server.recomputeTotals', arguments: [URI] });

describe('code actions', () => {
  it.each(LAYOUTS)('%s: the preferred one makes the report clean and touches nothing else', async (layout) => {
    const text = renderReport({ layout, values });
    const client = await startClient();
    await client.open(text);
    const [first, second] = await client.pull();
    const actions = await client.actions(first?.range ?? at(0), ['quickfix']);
    expect(actions[0]).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      title: '改正 一、本年新收政府信息公开申请数量·总计 5 → 0',
      // The cell is its row’s total: one remedy for both findings.
      diagnostics: [first, second],
    });
    expect(applyAction(text, actions[0])).toBe(renderReport({ layout }));
  });

  it('offer what breaks a relation after all else, and say so', async () => {
    const client = await startClient();
    await client.open(
      renderReport({ values: new Map(consistentValues('2021', seeded(2))).set('applications.granted.naturalPerson', 999) }),
    );
    const text = renderReport({ values: new Map(consistentValues('2021', seeded(2))).set('applications.granted.naturalPerson', 999) });
    const titles = (await client.actions(at(line(text, '（一）予以公开', 7), 1))).map(({ title }) => title);
    expect(titles[0]).toMatch(/^改正 （一）予以公开·自然人 999 → /);
    expect(titles.find((title) => title.startsWith('重算 （一）予以公开·总计'))).toMatch(/将使 1 处勾稽关系不成立/);
    const breaking = titles.map((title) => title.includes('不成立'));
    expect(breaking).toEqual([...breaking].sort((a, b) => Number(a) - Number(b)));
    expect(titles.some((title) => title.startsWith('重算本表全部总计'))).toBe(true);
  });

  it('fix every finding of a rule at once', async () => {
    const twice = new Map(values).set('applications.granted.naturalPerson', 6);
    const text = renderReport({ values: twice });
    const client = await startClient();
    await client.open(text);
    const actions = await client.actions((await client.pull())[0]?.range ?? at(0));
    const all = actions.find(({ title }) => title.includes('全部同类问题'));
    expect(applyAction(text, all)).toBe(correct);
  });

  it('correct all totals at once, and apart from them all that has a single answer', async () => {
    const twice = new Map(values).set('disputes.reconsideration.total', 4).set('disputes.litigationDirect.total', 6);
    const text = renderReport({ values: twice });
    const client = await startClient();
    await client.open(text);
    const dispute = (await client.pull()).find(({ code }) => code === 'dispute-total-mismatch');
    const actions = await client.actions(dispute?.range ?? at(0));
    const single = actions.find(({ title }) => title === '改正本报告中有唯一答案的全部数字（1 格）');
    expect(applyAction(text, single)).toBe(renderReport({ values: new Map(twice).set('applications.received.total', 0) }));
    const report = actions.find(({ title }) => title.startsWith('重算本报告全部总计'));
    expect(applyAction(text, report)).toBe(correct);
  });

  it('are those of the lines selected, however far the client says that they reach', async () => {
    const client = await startClient();
    await client.open(faulty);
    // An editor that selects by lines may name a character far after the line's end.
    const beyond = await client.actions(at(total - 1, 0, 1_000_000));
    expect(beyond.filter(({ diagnostics }) => diagnostics)).toEqual([]);
    expect((await client.actions(at(total, 0, 1_000_000)))[0]).toMatchObject({ isPreferred: true });
  });

  it('are only of the kind that is asked for', async () => {
    const client = await startClient();
    await client.open(faulty);
    const kinds = async (only?: string[]) => new Set((await client.actions(at(total), only)).map(({ kind }) => kind));
    expect(await kinds()).toEqual(new Set(['quickfix']));
    expect(await kinds([''])).toEqual(new Set(['quickfix']));
    expect(await kinds(['quickfix.other'])).toEqual(new Set());
    expect(await kinds(['source'])).toEqual(new Set());
  });

  it('change no number when all is to be fixed on save', async () => {
    const client = await startClient();
    await client.open(faulty);
    expect(await client.actions(at(total), ['source.fixAll'])).toEqual([]);
    expect(await client.actions(at(total), ['source.fixAll.disclosureReport'])).toEqual([]);
    expect(await client.actions(at(total), ['refactor'])).toEqual([]);
  });

  it('name the version of the document where the client understands it, and its address where not', async () => {
    const modern = await startClient();
    await modern.open(faulty);
    expect((await modern.actions(at(total)))[0]?.edit).toMatchObject({ documentChanges: [{ textDocument: { uri: URI, version: 1 } }] });
    const old = await startClient({ capabilities: PUSH });
    await old.open(faulty);
    const [action] = await old.actions(at(total));
    expect(action?.edit).toHaveProperty('changes');
    expect(applyAction(faulty, action)).toBe(correct);
  });

  it('keep CRLF', async () => {
    const crlf = faulty.replaceAll('\n', '\r\n');
    const client = await startClient();
    await client.open(crlf);
    expect(applyAction(crlf, (await client.actions(at(total)))[0])).toBe(correct.replaceAll('\n', '\r\n'));
  });

  it('recompute the whole report by command', async () => {
    const client = await startClient();
    await client.open(faulty);
    expect(await recompute(client)).toEqual({ changes: 1, breaks: 0 });
    await vi.waitFor(() => expect(client.applied).toHaveLength(1));
    expect(applyAction(faulty, { title: '', edit: client.applied[0] as never })).toBe(correct);
  });

  it('say by command what came of it', async () => {
    const client = await startClient();
    await client.open(correct);
    expect(await recompute(client)).toEqual({ changes: 0, breaks: 0 });
    await client.change(2, { text: 'no report' });
    expect(await recompute(client)).toBeNull();
    // An application was answered that never came in: the new totals are right, and the balances no longer.
    const answered = new Map(consistentValues('2021', () => 0)).set('applications.granted.naturalPerson', 1);
    await client.change(3, { text: renderReport({ values: answered }) });
    expect(await recompute(client)).toEqual({ changes: 3, breaks: 2 });
    await vi.waitFor(() => expect(client.applied).toHaveLength(1));
  });
});

describe('symbols', () => {
  it.each(LAYOUTS)('%s: sections, tables and rows, each inside what holds it', async (layout) => {
    const client = await startClient();
    await client.open(renderReport({ layout }));
    const symbols = await client.symbols();
    expect(symbols.map(({ name }) => name.slice(0, 2))).toEqual(['一、', '二、', '三、', '四、', '五、', '六、']);
    expect(symbols[2]?.children?.[0]?.children).toHaveLength(25);
    const before = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
    const holds = (outer: Range, inner: Range): boolean => before(outer.start, inner.start) && before(inner.end, outer.end);
    const visit = (symbol: DocumentSymbol): void => {
      expect(holds(symbol.range, symbol.selectionRange)).toBe(true);
      for (const child of symbol.children ?? []) {
        expect(holds(symbol.range, child.range)).toBe(true);
        visit(child);
      }
    };
    for (const symbol of symbols) visit(symbol);
  });

  it('are a flat list for a client that knows no other', async () => {
    const client = await startClient({ capabilities: PUSH });
    await client.open(correct);
    const symbols = await client.symbols();
    expect(symbols.length).toBeGreaterThan(30);
    expect(symbols[0]).toMatchObject({ location: { uri: URI } });
  });
});

const boom: typeof parse = () => {
  throw new Error('boom');
};

describe('the server', () => {
  it('reads each version once, whatever is asked', async () => {
    const read = vi.fn(parse);
    const client = await startClient({ runtime: { parse: read } });
    await client.open(faulty);
    await client.pull();
    await client.pull();
    await client.symbols();
    await client.actions(at(total));
    expect(read).toHaveBeenCalledTimes(1);
    await client.change(2, { range: at(total, 1, 2), text: '0' });
    expect(await client.pull()).toEqual([]);
    await client.symbols();
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('says what it knows of a report once a version', async () => {
    const client = await startClient();
    await client.open(faulty);
    await client.pull();
    await client.symbols();
    expect(client.statuses).toEqual([
      {
        uri: URI,
        version: 1,
        reports: [{ edition: '2021', reportingYear: 2023, unit: '青禾县水务局' }],
        findings: { error: 1, warning: 0, information: 0, hint: 2 },
        waived: 0,
      },
    ]);
  });

  it('says that a text could not be checked, answers all else neutrally, and logs why', async () => {
    const client = await startClient({ runtime: { parse: boom } });
    await client.open(faulty);
    const [only, ...more] = await client.pull();
    expect(more).toEqual([]);
    expect(only).toMatchObject({ severity: 1, code: 'internal-error', message: '未能校核，没有提示不等于没有问题：boom' });
    expect(await client.symbols()).toEqual([]);
    expect(await client.actions(at(total))).toEqual([]);
    expect(client.statuses.at(-1)?.findings.error).toBe(1);
    expect(client.logged.filter((message) => message.includes('boom'))).toHaveLength(1);
  });

  it('checks a text again once it can', async () => {
    const read = vi.fn(parse).mockImplementationOnce(boom);
    const client = await startClient({ runtime: { parse: read } });
    await client.open(faulty);
    expect((await client.pull()).map(({ code }) => code)).toEqual(['internal-error']);
    await client.change(2, { range: at(total, 1, 2), text: '0' });
    expect(await client.pull()).toEqual([]);
  });

  it('says so where a diagnostic cannot be made of what was found', async () => {
    // A place on a line that does not exist.
    const torn: typeof parse = (text) => ({ ...parse(text), lines: null as never });
    const client = await startClient({ runtime: { parse: torn } });
    await client.open(faulty);
    expect((await client.pull()).map(({ severity, code }) => [severity, code])).toEqual([[1, 'internal-error']]);
  });

  it('lives on when the client refuses what it asks', async () => {
    const workspace = { configuration: true, diagnostics: { refreshSupport: true }, didChangeConfiguration: { dynamicRegistration: true } };
    const client = await startClient({ capabilities: { ...PULL, workspace }, refuses: true });
    await client.open(faulty);
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await vi.waitFor(() => expect(client.logged.join()).toMatch(/registerCapability: .*[\s\S]*refresh: /));
    expect(await client.pull()).toHaveLength(3);
  });

  it('answers a cancelled request with nothing but that', async () => {
    const client = await startClient();
    await client.open(faulty);
    await expect(client.cancelled('textDocument/documentSymbol', { textDocument: { uri: URI } })).rejects.toMatchObject({ code: -32800 });
    expect(await client.pull()).toHaveLength(3);
  });

  it('knows nothing of a document that is not open', async () => {
    const client = await startClient();
    expect(await client.pull()).toEqual([]);
    expect(await client.symbols()).toEqual([]);
    expect(PULL.textDocument?.diagnostic).toBeDefined();
  });
});
