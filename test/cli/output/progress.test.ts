/** How far a run has come, for whoever waits at a terminal. */
import { describe, expect, it } from 'vitest';
import { inMemory } from '../host.ts';
import { notes } from '../samples.ts';

describe('progress', () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`y/${index}.txt`, notes]));
  it.each<[string, readonly ('stdout' | 'stderr')[], string]>([
    ['a terminal beside', ['stderr'], '\r已校核 25 个文件，错误 0\x1b[K\r已校核 50 个文件，错误 0\x1b[K\r\x1b[K'],
    ['a terminal for both', ['stdout', 'stderr'], ''],
    ['no terminal', [], ''],
  ])('on %s', async (_, terminals, stderr) => {
    expect(await inMemory(many, { terminals: new Set(terminals) }).run(['check', '--format', 'csv', 'y'])).toMatchObject({
      code: 0,
      stderr,
    });
  });
});
