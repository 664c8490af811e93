/** JUnit’s XML: a suite a file, a case a finding. */
import { describe, expect, it } from 'vitest';
import { elementsOf } from './markup.ts';
import { odd, print, run } from './print.ts';

describe('junit', () => {
  it('is a suite a file and a case a finding, and counts them', async () => {
    const elements = elementsOf(await run('junit'), 'xml');
    const suites = elements.filter(({ name }) => name === 'testsuite');
    expect(
      suites.map(({ attributes, children }) => [
        attributes.name,
        attributes.tests,
        attributes.failures,
        attributes.errors,
        attributes.skipped,
        children.length,
      ]),
    ).toEqual([
      ['年报/丁.txt', '3', '1', '0', '0', 3],
      ['年报/丙.md', '1', '0', '0', '1', 1],
      ['年报/乙.txt', '1', '0', '0', '0', 1],
      ['年报/戊.txt', '1', '0', '1', '0', 1],
      ['年报/甲 1.txt', '1', '1', '0', '0', 1],
    ]);
    expect(elements.filter(({ name }) => name === 'failure').map(({ attributes }) => attributes.type)).toEqual(
      Array(2).fill('dispute-total-mismatch'),
    );
  });

  it('writes anything as XML', async () => {
    const message = '<a b="1">&\u0000\u001b\ud800 ]]> \'\n𠮷';
    const elements = elementsOf(await print('junit', { path: '<&">.txt', reports: odd({ message, severity: 'error' }) }), 'xml');
    expect(elements.find(({ name }) => name === 'testsuite')?.attributes.name).toBe('<&">.txt');
    expect(elements.find(({ name }) => name === 'failure')?.attributes.message).toBe('<a b="1">&\ufffd\ufffd\ufffd ]]> \'\n𠮷');
  });
});
