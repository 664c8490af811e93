/** What the formats of `check` make of a folder, and of single findings that no report would have. */
import type { Format } from '../../../server/src/cli/args.ts';
import type { CheckedFile } from '../../../server/src/cli/formatters/formatter.ts';
import { formatterFor } from '../../../server/src/cli/formatters/index.ts';
import { paintFor } from '../../../server/src/cli/formatters/parts/paint.ts';
import { type FindingJson, type Language, NO_REPORT } from '../../../server/src/core/index.ts';
import { type Content, inMemory, systemError } from '../host.ts';
import { blank, correct, notes, wrong } from '../samples.ts';

const FILES: Readonly<Record<string, Content>> = {
  '年报/甲 1.txt': wrong,
  '年报/乙.txt': correct,
  '年报/丙.md': notes,
  '年报/丁.txt': blank + wrong,
  '年报/戊.txt': systemError('EACCES'),
};
/** What `check` prints for these files. */
export const run = async (format: Format<'check'>, ...more: string[]): Promise<string> =>
  (await inMemory(FILES).run(['check', '--format', format, '年报', ...more])).stdout;

/** What a formatter makes of one file with findings that no report would have. */
export const print = async (format: Format<'check'>, file: Partial<CheckedFile>, language: Language = 'zh-cn'): Promise<string> => {
  const formatter = await formatterFor(format, { language, paint: paintFor({ colors: false }) });
  return formatter.begin() + formatter.file({ path: 'a.txt', text: '', reports: [], ...file }) + formatter.end();
};
export const odd = (more: Partial<FindingJson>): CheckedFile['reports'] => [
  {
    report: { ...NO_REPORT, recognized: true },
    findings: [
      {
        rule: 'row-order',
        severity: 'warning',
        message: 'x',
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        cells: [],
        expected: null,
        actual: null,
        related: [],
        fixes: [],
        ...more,
      },
    ],
  },
];
