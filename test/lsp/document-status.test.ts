/** What the server says of a document after each check of it. */
import { afterEach, expect, it } from 'vitest';
import type { DocumentStatus } from '../../server/src/lsp/protocol.ts';
import { renderReport, zeros } from '../harness/reports.ts';
import { startClient, stopServers } from '../harness/server.ts';

afterEach(stopServers);

async function statusOf(text: string): Promise<DocumentStatus | undefined> {
  const client = await startClient();
  await client.open(text);
  await client.pull();
  expect(client.statuses).toHaveLength(1);
  return client.statuses[0];
}

it('counts findings by their severity', async () => {
  const values = new Map(zeros('2021')).set('applications.received.total', 5);
  values.delete('disclosure.regulations.issued');
  const client = await startClient();
  await client.open(renderReport({ values, year: 2020 }));
  const severities = (await client.pull()).map(({ severity }) => severity);
  const count = (severity: number): number => severities.filter((each) => each === severity).length;
  const findings = { error: count(1), warning: count(2), information: count(3), hint: count(4) };
  expect(findings).toMatchObject({ error: 1, warning: 2, hint: 2 });
  expect(client.statuses[0]?.findings).toEqual(findings);
});

it('names each report of a file', async () => {
  const two = `${renderReport({ edition: '2019', year: 2020 })}\n${renderReport({ year: 2023 })}`;
  expect((await statusOf(two))?.reports).toEqual([
    { edition: '2019', reportingYear: 2020, unit: '青禾县水务局' },
    { edition: '2021', reportingYear: 2023, unit: '青禾县水务局' },
  ]);
});

it('names the form in which the numbers stand, not the one that is due', async () => {
  expect((await statusOf(renderReport({ edition: '2019', year: 2022 })))?.reports[0]?.edition).toBe('2019');
});

it('names the statistics of before 2019 where a later report still carries them', async () => {
  const table = '统计指标\t计量单位\t统计数\n主动公开政府信息数\t条\t12\n';
  const old = renderReport({ withoutSections: new Set(['disclosure', 'applications', 'disputes']) });
  expect((await statusOf(`${old}\n${table}`))?.reports[0]).toMatchObject({ edition: 'pre-2019', reportingYear: 2023 });
});

it('has no report to name in any other text', async () => {
  expect(await statusOf('# 政府信息公开\n\nhello\n')).toMatchObject({
    reports: [],
    findings: { error: 0, warning: 0, information: 0, hint: 0 },
  });
});
