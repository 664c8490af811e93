/** What holds a document and is no text is told by its name. */
import { expect, it } from 'vitest';
import { CONTAINERS, containerNamed, REPORT_EXTENSIONS } from '../../../server/src/core/index.ts';

it.each([
  ['年报.docx', 'word'],
  ['部门/年报.DOC', 'word'],
  ['c:\\年报\\年报.wps', 'wps'],
  ['年报.rtf', 'writing'],
  ['附表.xls', 'sheet'],
  ['附表.et', 'sheet'],
  ['2023.年报.pdf', 'pdf'],
  ['年报.ofd', 'ofd'],
  ['年报.txt.zip', 'archive'],
] as const)('%s is of the kind %s', (path, id) => expect(containerNamed(path)).toBe(CONTAINERS[id]));

it.each(['年报.txt', '年报.docx.txt', 'docx', '文件夹.docx/年报', '~$年报.docx', '.~年报.docx', '.docx', '图.svg', ''])(
  '%j is none',
  (path) => expect(containerNamed(path)).toBeNull(),
);

it('no kind has the name of a text, or of another kind', () => {
  const all = [...REPORT_EXTENSIONS, ...Object.values(CONTAINERS).flatMap(({ extensions }) => extensions)];
  expect(new Set(all).size).toBe(all.length);
});
