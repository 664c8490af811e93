/** The shape of an edition file: a statutory form as data. */
import * as z from 'zod/mini';
import { described } from '../text/described.ts';

const text = () => z.string();
const texts = () => z.array(z.string());

const label = {
  label: described(
    text().check(z.minLength(1)),
    '通知所附格式中的用语，一字不差。',
    'The words of the form, as the notice has them, character by character.',
  ),
  variants: z.optional(described(texts(), '实际年报中见到的其他写法。', 'Other spellings met in real reports.')),
};
const localized = z.strictObject({
  'zh-cn': described(text(), '中文', 'In Chinese.'),
  en: described(text(), '英文', 'In English.'),
});

const column = z.strictObject({
  key: described(text(), '列的键，如 naturalPerson。', 'The key of the column, such as naturalPerson.'),
  ...label,
  number: z.optional(
    described(
      z.enum(['integer', 'decimal', 'signed']),
      'integer（默认）为件数；只有金额可为小数（decimal），只有增减可有正负号（signed）。',
      'integer (the default) is a count; only amounts take decimals, only changes take a sign (relation A5).',
    ),
  ),
  unit: z.optional(
    described(
      z.enum(['in-cell']),
      'in-cell：格式没有注明单位，可写在格内（如 4106万元）。',
      'in-cell: an amount whose unit the form does not name, so that it is no fault to write it into the cell (4106万元).',
    ),
  ),
});

const row = z.strictObject({
  key: described(text(), '行的键，如 denied.stateSecret。', 'The key of the row, such as denied.stateSecret.'),
  ...label,
  groups: z.optional(described(texts(), '所属各级分组的键，由外到内。', 'Keys of the groups around the row, outermost first.')),
  article: z.optional(described(text(), '条例中的依据。', 'The article of the Regulations (R711) behind the row.')),
});

const block = z.strictObject({
  label: z.optional(described(text(), '这一部分的标题，如 第二十条第（一）项。', 'The heading of the block, such as 第二十条第（一）项.')),
  arrangement: z.optional(
    described(
      z.enum(['rows', 'line']),
      'rows：每行单独成行，以标签开头；line：各行并排在一行数字中。',
      'rows: each row on a line of its own, led by its label. line: all rows side by side in one line of numbers.',
    ),
  ),
  columns: described(z.array(column).check(z.minLength(1)), '各列，依次。', 'The columns, in order.'),
  groups: z.optional(described(z.record(z.string(), z.strictObject(label)), '各分组，以键为名。', 'The groups of rows, by their keys.')),
  rows: described(z.array(row).check(z.minLength(1)), '各行，依次。', 'The rows, in order.'),
});

/** For each row (or column): the sum of the cells `left` equals the sum of the cells `right`. */
const relation = z.strictObject({
  id: described(text(), '关系的名称，如 A1。', 'The name of the relation, such as A1.'),
  name: described(localized, '用文字写的等式。', 'The equation in words.'),
  rule: described(text(), '不成立时由哪条规则报出。', 'The rule that reports where it does not hold.'),
  each: described(z.enum(['row', 'column']), '对每一行还是每一列。', 'Whether it holds for each row or for each column.'),
  left: described(
    z.array(z.string()).check(z.minLength(1)),
    '等号左边各格：每行时为列的键，每列时为行的键。',
    'The cells left of the equals sign: keys of columns for each row, of rows for each column.',
  ),
  right: described(z.array(z.string()).check(z.minLength(1)), '等号右边各格。', 'The cells right of the equals sign.'),
});

const table = z.strictObject({
  id: described(text(), '表的键，如 applications。', 'The key of the table, such as applications.'),
  section: described(text(), '所在部分的 id。', 'The id of the section that it stands in.'),
  title: described(localized, '表的名称。', 'What the table is called.'),
  labelColumns: described(
    z.number(),
    '合并单元格逐格写出时，数字前有几列标签。',
    'How many label columns stand before the numbers when merged cells are spelled out.',
  ),
  headers: described(
    z.array(z.strictObject(label)),
    '表头中既非行也非列的用语。',
    'Words of the header that name neither a row nor a column.',
  ),
  blocks: described(z.array(block).check(z.minLength(1)), '表的各部分，依次。', 'The parts of the table, in order.'),
  relations: described(z.array(relation), '表内的勾稽关系。', 'The relations among the cells of the table.'),
});

const section = z.strictObject({
  id: described(text(), '部分的 id。', 'The id of the section.'),
  number: described(text(), '序号，如 一。', 'Its number, such as 一.'),
  title: described(text(), '标题，不带序号。', 'Its title without the number.'),
  variants: z.optional(described(texts(), '标题的其他写法。', 'Other wordings of the title.')),
});

export const editionSchema = described(
  z.strictObject({
    id: described(text(), '版本的名称，如 2021；不能与其他版本相同。', 'The name of the edition, such as 2021; no other may have it.'),
    notice: z.optional(described(text(), '规定该格式的通知。', 'The notice that prescribes the form.')),
    date: z.optional(described(text(), '通知的日期。', 'The date of the notice.')),
    years: described(
      z.strictObject({
        from: z.optional(described(z.number(), '从哪一报告年度起。', 'The first reporting year.')),
        to: z.optional(described(z.number(), '到哪一报告年度止，含该年度。', 'The last reporting year, included.')),
      }),
      '适用的报告年度。',
      'Reporting years for which the form is in force, both ends included.',
    ),
    sections: described(z.array(section), '报告的各部分，依次。', 'The sections of the report, in order.'),
    tables: described(z.array(table), '法定表格。', 'The statutory tables.'),
    fingerprints: z.optional(
      described(texts(), '只知其名的格式凭哪些用语识别。', 'Words by which a form is recognised that is known by name only.'),
    ),
  }),
  '一个表格版本。',
  'An edition of the form.',
);

export type Edition = z.infer<typeof editionSchema>;
export type TableData = z.infer<typeof table>;
export type RelationData = z.infer<typeof relation>;

/** Checks the data of an edition; throws an error that names the faulty place. */
export function parseEdition(data: unknown): Edition {
  const result = z.safeParse(editionSchema, data);
  if (!result.success) throw new Error(`not an edition: ${z.prettifyError(result.error)}`);
  return result.data;
}
