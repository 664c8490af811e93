/** A folder of Word files is no folder without files: what is skipped is named, and nothing read at all is a failure. */
import { describe, expect, it } from 'vitest';
import type { Changes } from '../../../server/src/cli/host.ts';
import { inMemory } from '../host.ts';
import { correct } from '../samples.ts';

const WORD = 'PK\x03\x04';
const ALONE = { '部门/a.docx': WORD, '部门/b.docx': WORD, '部门/深/c.pdf': '%PDF-1.7' };
const BESIDE = { ...ALONE, '部门/年报.txt': correct };
const SKIPPED = '部门：跳过 3 个不是文本的文件（Word 文档：a.docx、b.docx；PDF：深/c.pdf）\n';

const run = async (files: Readonly<Record<string, string>>, argv: readonly string[], stdin = '', changes?: Changes) => {
  const { code, stdout, stderr } = await inMemory(files, changes && { changes }).run(argv, stdin);
  return { code, stdout, stderr };
};

describe.each([['check'], ['fix'], ['extract']])('%s of a folder', (command) => {
  it('with nothing but Word files and the like fails, and says what to do', async () => {
    const { code, stderr } = await run(ALONE, [command, '部门']);
    expect(code).toBe(2);
    expect(stderr).toBe(
      '部门：没有可校核的文本：跳过 3 个不是文本的文件（Word 文档：a.docx、b.docx；PDF：深/c.pdf）。' +
        'Word 文档：在 WPS 或 Word 中打开，把三张表连同正文复制到新建的文本文件（.txt），或另存为网页（.html）或纯文本（.txt）后再校核；' +
        'PDF：在 PDF 阅读器中把三张表连同正文复制到新建的文本文件（.txt），或用 pdftotext -raw（不要用 -layout）转换后再校核\n',
    );
  });

  it('with texts beside them names them, and is no failure', async () => {
    expect(await run(BESIDE, [command, '部门'])).toMatchObject({ code: 0, stderr: SKIPPED });
  });

  it('with nothing of either kind is as it was', async () => {
    const files = { '部门/~$a.docx': '', '部门/.b.docx': WORD, '部门/图.svg': '' };
    expect(await run(files, [command, '部门'])).toMatchObject({ code: 0, stderr: '部门：文件夹中没有可校核的文件\n' });
  });
});

describe('what is skipped', () => {
  const problems = async (files: Readonly<Record<string, string>>, ...paths: readonly string[]) =>
    JSON.parse((await run(files, ['check', '--format', 'json', '--lang', 'en', ...paths])).stdout).problems;

  it('is among the problems of the run where nothing was read, and else is not', async () => {
    const documents =
      'in WPS or Word, copy the three tables with the text around them into a new text file (.txt), or save as a web page (.html) or as plain text (.txt), and check that';
    expect(await problems({ 'a/x.wps': WORD, 'a/y.docx': WORD, 'b/z.txt': correct }, 'a', 'b')).toEqual([
      {
        path: 'a',
        message: `no text to check: skipped 2 files that are no text (Word documents: y.docx; WPS documents: x.wps). Word documents, WPS documents: ${documents}`,
      },
    ]);
    expect(await problems(BESIDE, '部门')).toEqual([]);
  });

  it('is named up to twenty of a kind', async () => {
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`a/${String(index).padStart(2, '0')}.doc`, '']));
    const files = { ...many, 'a/x.txt': correct, 'a/y.zip': '' };
    const names = Array.from({ length: 20 }, (_, index) => `${String(index).padStart(2, '0')}.doc`);
    expect((await run(files, ['check', 'a'])).stderr).toBe(
      `a：跳过 26 个不是文本的文件（Word 文档：${names.join('、')} 等 25 个；压缩包：y.zip）\n`,
    );
    expect((await run(files, ['check', '--lang', 'en', 'a'])).stderr).toBe(
      `a: skipped 26 files that are no text (Word documents: ${names.join(', ')} and 5 more; archives: y.zip)\n`,
    );
  });

  it('is told of each folder of a list', async () => {
    const { code, stderr } = await run(
      { 'a/x.ofd': '', 'a/x.txt': correct, 'b/y.et': '' },
      ['check', '--lang', 'en', '--files-from', '-'],
      'a\nb\n',
    );
    expect(code).toBe(2);
    expect(stderr.split('\n')).toEqual([
      'a: skipped 1 file that is no text (OFD or CEB files: x.ofd)',
      expect.stringMatching(
        /^b: no text to check: skipped 1 file that is no text \(spreadsheets: y\.et\)\. spreadsheets: in WPS or Excel, /,
      ),
      '',
    ]);
  });

  it('is none of a folder whose files were named one by one', async () => {
    expect((await run(BESIDE, ['check', '部门/年报.txt'])).stderr).toBe('');
    expect(await run(ALONE, ['check', '部门/a.docx'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^部门\/a\.docx：无法读取：是 Word、WPS 文档或压缩包，不是文本：在 WPS 或 Word 中打开，.*\n$/),
    });
  });

  it('since a revision is what has changed since', async () => {
    const changes: Changes = { kind: 'changes', root: '部门', files: new Set(['部门/b.docx']) };
    const since = (files: Readonly<Record<string, string>>, told: Changes) => run(files, ['check', '--since', 'HEAD', '部门'], '', told);
    expect(await since(BESIDE, changes)).toMatchObject({ code: 0, stderr: '部门：跳过 1 个不是文本的文件（Word 文档：b.docx）\n' });
    expect((await since(ALONE, changes)).code).toBe(2);
    expect(await since(ALONE, { ...changes, files: new Set() })).toMatchObject({
      code: 0,
      stderr: '--since：自 HEAD 以来没有改动的文件\n',
    });
    expect(await since(ALONE, { kind: 'no-revision' })).toMatchObject({ code: 2, stderr: '--since：git 中没有 HEAD 这个版本\n' });
  });

  it('keeps no waivers from being written', async () => {
    const { code, stderr } = await run(BESIDE, ['check', '--write-waivers', '--reason', '旧表', '部门']);
    expect([code, stderr]).toEqual([0, SKIPPED]);
  });
});
