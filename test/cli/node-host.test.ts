/** The host that Node gives: questions to a person, and their answers. */
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { asker } from '../../server/src/cli/node-host.ts';

describe('asker', () => {
  it('gives lines in turn, those typed ahead too, then the end', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const ask = asker(input, output);
    const first = ask('one? ');
    input.write('1\n\n');
    expect([await first, await ask('two? ')]).toEqual(['1', '']);
    const third = ask('three? ');
    input.end('a');
    expect([await third, await ask('four? ')]).toEqual(['a', null]);
    expect(String(output.read())).toBe('one? two? three? four? ');
  });
});
