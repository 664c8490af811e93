/** Commands of GitHub Actions. */
import { describe, expect, it } from 'vitest';
import { odd, print, run } from './print.ts';

describe('github', () => {
  it('is a command a finding', async () => {
    const lines = (await run('github')).split('\n');
    expect(lines.filter((line) => line.startsWith('::')).map((line) => line.split(' ')[0])).toEqual([
      '::notice',
      '::warning',
      '::error',
      '::error',
      '::error',
    ]);
    expect(lines.find((line) => line.includes('甲'))).toMatch(
      /^::error file=年报\/甲 1\.txt,line=\d+,col=2,endLine=\d+,endColumn=\d+,title=dispute-total-mismatch::行政复议：/,
    );
  });

  it('lets nothing break out of a command', async () => {
    const text = await print('github', { path: 'a,b:c%.txt', reports: odd({ message: '50%\r\n::error::x' }) });
    expect(text.split('\n')).toEqual([
      '::warning file=a%2Cb%3Ac%25.txt,line=1,col=1,endLine=1,endColumn=1,title=row-order::50%25%0D%0A::error::x',
      '错误 0，警告 1，信息 0，提示 0',
      '',
    ]);
  });
});
