/** The table view’s own logic, away from any page: steps between cells, and tables as HTML and as text. */
import { afterEach, expect, it } from 'vitest';
import { fileHtml, tableHtml, tablesHtml, tablesText } from '../../client/src/table/export.ts';
import { columnGroups } from '../../client/src/table/header-scope.ts';
import { placesOf, type Step, stepFrom } from '../../client/src/table/neighbours.ts';
import { fill } from '../../client/src/table/page-messages.ts';
import { lint, parse } from '../../server/src/core/index.ts';
import type { Table, TablesAnswer } from '../../server/src/lsp/protocol.ts';
import { consistentValues, renderReport, seeded } from '../harness/reports.ts';
import { startClient, stopServers, URI } from '../harness/server.ts';

afterEach(stopServers);

const text = renderReport({ values: consistentValues('2021', seeded(6)) });
async function tablesOf(report = text): Promise<readonly Table[]> {
  const client = await startClient();
  await client.open(report);
  return (await client.request<TablesAnswer>('disclosureReport/tables', { uri: URI })).tables;
}
const tableOf = async (id: string): Promise<Table> => {
  const table = (await tablesOf()).find((each) => each.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return table;
};

it('numbers stand after the columns of labels', async () => {
  const places = placesOf(await tableOf('applications'));
  expect(places.length).toBe(25 * 7);
  expect([...new Set(places.map(({ x }) => x))].sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9]);
  expect(columnGroups(await tableOf('applications'))).toEqual([3, 7]);
  expect(columnGroups(await tableOf('disputes'))).toEqual([15]);
});

it.each<[string, Step, string]>([
  ['regulations.inForce', 'right', 'regulations.inForce'],
  ['regulations.inForce', 'left', 'regulations.repealed'],
  ['regulations.inForce', 'up', 'regulations.inForce'],
  ['normativeDocuments.inForce', 'down', 'administrativeLicenses.decisions'],
  ['administrativeLicenses.decisions', 'up', 'normativeDocuments.issued'],
  ['regulations.inForce', 'row-start', 'regulations.issued'],
  ['regulations.issued', 'row-end', 'regulations.inForce'],
  ['administrativePenalties.decisions', 'start', 'regulations.issued'],
  ['regulations.issued', 'end', 'administrativeFees.amount'],
])('from %s one step %s is %s', async (from, step, to) => {
  const places = placesOf(await tableOf('disclosure'));
  expect(stepFrom(places, `disclosure.${from}`, step)).toBe(`disclosure.${to}`);
});

it('tables as HTML are read back with the same numbers, and no fault', async () => {
  const html = tablesHtml(await tablesOf());
  const page = renderReport({ layout: 'html', values: consistentValues('2021', seeded(6)) });
  const [before] = parse(text).reports;
  // The written tables take the place of those in a page.
  const parts = html.split(/(?=<table)/).filter((part) => part.startsWith('<table'));
  const written = page.replace(/<table[\s\S]*?<\/table>/g, () => parts.shift() ?? '');
  expect(parts).toEqual([]);
  const document = parse(written);
  const values = document.reports[0]?.tables.map(({ cells }) => cells.map((cell) => cell?.value));
  expect(values).toEqual(before?.tables.map(({ cells }) => cells.map((cell) => cell?.value)));
  expect(lint(document).map(({ rule }) => rule)).toEqual([]);
});

it('every cell of the HTML has its border in itself', async () => {
  const html = tableHtml(await tableOf('applications'));
  const cells = html.match(/<t[hd] [^>]*>/g) ?? [];
  // Header 10 words, 5 groups, 25 rows, 175 numbers.
  expect(cells.length).toBe(10 + 5 + 25 + 175);
  for (const cell of cells) expect(cell).toContain('border:1px solid');
});

it('what stands in a cell is no markup', async () => {
  const [table] = await tablesOf();
  if (!table) throw new Error('no table');
  const html = fileHtml('<b>&"', [{ ...table, caption: '<i>' }]);
  expect(html).toContain('<h1>&lt;b&gt;&amp;&quot;</h1>');
  expect(html).toContain('<caption>&lt;i&gt;</caption>');
});

it('tables as text have a row a line, all of the same width', async () => {
  const [caption, ...rows] = tablesText([await tableOf('applications')])
    .trimEnd()
    .split('\n');
  expect(caption).toBe('收到和处理政府信息公开申请情况表');
  expect(rows.length).toBe(3 + 25);
  expect([...new Set(rows.map((row) => row.split('\t').length))]).toEqual([10]);
});

it('values take their places in a text', () => expect(fill('{1} – {0} – {2}', 'a', 2)).toBe('2 – a – {2}'));
