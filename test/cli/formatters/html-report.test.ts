/** The page for whoever reads the findings in a browser. */
import { describe, expect, it } from 'vitest';
import { rightTotal } from '../samples.ts';
import { elementsOf } from './markup.ts';
import { odd, print, run } from './print.ts';

describe('html', () => {
  it('counts by rule and by unit, and shows each finding with its row of the table', async () => {
    const text = await run('html');
    const elements = elementsOf(text, 'html');
    const rowsOf = (id: string): string[][] =>
      (elements.find(({ name, attributes }) => name === 'table' && attributes.id === id)?.children[1]?.children ?? []).map(({ children }) =>
        children.map((cell) => cell.text),
      );
    expect(rowsOf('rules').map((row) => row.slice(0, 3))).toEqual([
      ['dispute-total-mismatch', '错误', '2'],
      ['blank-cell', '警告', '1'],
      ['relation-not-checked', '信息', '1'],
    ]);
    // Files without a report are none of a unit’s.
    expect(rowsOf('units')).toEqual([['青禾县水务局', '4', '2', '1', '1', '0']]);
    expect(rowsOf('findings')).toHaveLength(4);
    const marked = elements.filter(({ name, attributes }) => name === 'td' && attributes.class === 'error' && !attributes['data-key']);
    expect(marked.map((cell) => cell.text)).toEqual(Array(2).fill(String(rightTotal + 1)));
    expect(text).toContain('年报/戊.txt');
  });

  it('loads nothing, and lets no text become markup', async () => {
    const text = await print('html', {
      path: '<b>.txt',
      text: '<script>alert(1)</script>',
      reports: odd({ message: '<img src=x onerror=1>', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } } }),
    });
    const elements = elementsOf(text, 'html');
    expect(elements.filter(({ name }) => ['img', 'b', 'link'].includes(name))).toEqual([]);
    expect(elements.filter(({ name }) => name === 'script')).toHaveLength(1);
    expect(elements.filter(({ attributes }) => 'src' in attributes || 'href' in attributes)).toEqual([]);
    expect(elements.find(({ name }) => name === 'mark')?.text).toBe('<script>');
  });
});
