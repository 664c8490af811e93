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
/** The words of prose and the explanations go by roles; a name of its own is an edition's private matter. */
const role = (zh: string, en: string) =>
  z.optional(
    described(
      text().check(z.minLength(1)),
      `与内置版本同一张表中的哪${zh}相当：写那${zh}的键；没有这一项时以自己的键为准。`,
      `Which ${en} of the built-in editions’ table it is, by its key there; its own key unless told.`,
    ),
  );
const localized = z.strictObject({
  'zh-cn': described(text(), '中文', 'In Chinese.'),
  en: described(text(), '英文', 'In English.'),
});

const column = z.strictObject({
  key: described(text(), '列的键，如 naturalPerson。', 'The key of the column, such as naturalPerson.'),
  role: role('一列', 'column'),
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
  groups: z.optional(described(texts(), '其上各级表头的键，由外到内。', 'Keys of the header words above it, outermost first.')),
});

const row = z.strictObject({
  key: described(text(), '行的键，如 denied.stateSecret。', 'The key of the row, such as denied.stateSecret.'),
  role: role('一行', 'row'),
  ...label,
  groups: z.optional(described(texts(), '所属各级分组的键，由外到内。', 'Keys of the groups around the row, outermost first.')),
  article: z.optional(described(text(), '条例中的依据。', 'The article of the Regulations (R711) behind the row.')),
  formerly: z.optional(
    described(
      z.strictObject({
        row: described(text(), '先前格式中的行。', 'The row of the earlier form.'),
        as: described(
          z.enum(['part', 'rest']),
          'part：先前那一行的一部分；rest：其数字无法分开时，由本行全部承接。',
          'part: one of the parts of that row. rest: nobody can tell the parts of its number, so this row takes it over whole.',
        ),
      }),
      '先前格式中统计同一内容的行：写明它的各行合计与之相等。键相同的行、列含义相同。',
      'The row of an earlier form that counted this: those that name it add up to it. Rows and columns with the same key mean the same.',
    ),
  ),
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
  groups: z.optional(
    described(
      z.record(z.string(), z.strictObject({ role: role('一组', 'group'), ...label })),
      '各分组，以键为名。',
      'The groups of rows, by their keys.',
    ),
  ),
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

/**
 * What is usually so, and wants a look where it is not. `at-most`: Σ left ≤ Σ right in every row that has these columns.
 * `needs`: Σ left > 0 only where Σ right > 0. `share`: the rows `left` are at most `share` of the rows `right`, in the
 * column named; fewer than `least` are never spoken of. `power`: the rows `left` are 0 in bodies that cannot make rules.
 */
const usual = z.strictObject({
  kind: described(
    z.enum(['at-most', 'needs', 'share', 'power']),
    'at-most：left 之和不大于 right 之和；needs：right 之和大于 0 时 left 之和才可大于 0；share：left 各行至多占 right 各行的 share；power：无权制定规章的机关，left 各行为 0。',
    'at-most: the sum of left is at most that of right. needs: left may be above 0 only where right is. share: the rows left are at most that share of the rows right. power: the rows left are 0 in bodies that cannot make 规章.',
  ),
  left: described(z.array(text()).check(z.minLength(1)), '所说的列或行的键。', 'Keys of the columns or rows that it is about.'),
  right: z.optional(described(texts(), '与之比较的列或行的键。', 'Keys of those that they are compared with.')),
  column: z.optional(described(text(), 'share 所看的列。', 'The column in which shares are taken.')),
  share: z.optional(described(z.number(), '至多的比例，0 到 1。', 'The greatest share, 0 to 1.')),
  least: z.optional(described(z.number(), '不足此数的不提。', 'Fewer are never spoken of.')),
});

/**
 * For each of the rows `of` (or, without it, each column): this year’s `cell` is the sum of last year’s cells `before`, plus this
 * year’s `plus`, less this year’s `minus`. Cells are named by the column (or row) within it.
 */
const succession = z.strictObject({
  id: described(text(), '关系的名称，如 Y1。', 'The name of the relation, such as Y1.'),
  rule: described(text(), '不成立时由哪条规则报出。', 'The rule that reports where it does not hold.'),
  of: z.optional(
    described(
      z.array(text()).check(z.minLength(1)),
      '对哪些行成立；没有这一项时对每一列成立。',
      'The rows for which it holds; without it, it holds for each column.',
    ),
  ),
  cell: described(text(), '本年的格：列（或行）的键。', 'This year’s cell: the key of its column (or row).'),
  before: described(z.array(text()).check(z.minLength(1)), '上年各格，相加。', 'Last year’s cells, added up.'),
  plus: z.optional(described(texts(), '再加本年各格。', 'This year’s cells that are added.')),
  minus: z.optional(described(texts(), '再减本年各格。', 'This year’s cells that are taken off.')),
  weight: z.optional(described(z.enum(['weak']), 'weak：正确的年报也未必都符合。', 'weak: not always kept by correct reports.')),
  editions: z.optional(
    described(
      texts(),
      '上年报告用哪些版本时成立；没有这一项时只限本版本。',
      'The editions of last year’s form for which it holds; this one alone unless told.',
    ),
  ),
});

const table = z.strictObject({
  id: described(text(), '表的键，如 applications。', 'The key of the table, such as applications.'),
  role: z.optional(
    described(
      text().check(z.minLength(1)),
      '与内置版本中的哪张表相当：disclosure、applications 或 disputes。写明了，正文才与本表核对。',
      'Which table of the built-in editions it is: disclosure, applications or disputes. Only where it is told is the text held against the table.',
    ),
  ),
  section: described(text(), '所在部分的 id。', 'The id of the section that it stands in.'),
  title: described(localized, '表的名称。', 'What the table is called.'),
  labelColumns: described(
    z.number(),
    '合并单元格逐格写出时，数字前有几列标签。',
    'How many label columns stand before the numbers when merged cells are spelled out.',
  ),
  headers: described(
    z.array(
      z.strictObject({
        key: z.optional(described(text(), '各列以 groups 所指的键。', 'The key by which columns name it in their groups.')),
        ...label,
      }),
    ),
    '表头中既非行也非列的用语：在写明其键的各列之上，没有键的在标签之上。',
    'Words of the header that name neither a row nor a column: above the columns that name its key, else above the labels.',
  ),
  blocks: described(z.array(block).check(z.minLength(1)), '表的各部分，依次。', 'The parts of the table, in order.'),
  relations: described(z.array(relation), '表内的勾稽关系。', 'The relations among the cells of the table.'),
  usually: z.optional(
    described(z.array(usual), '通常如此、不然则值得一看的情形。', 'What is usually so, and wants a look where it is not.'),
  ),
  succession: z.optional(described(z.array(succession), '与上年报告的关系。', 'What follows from last year’s report.')),
});

const section = z.strictObject({
  id: described(text(), '部分的 id。', 'The id of the section.'),
  number: described(text(), '序号，如 一。', 'Its number, such as 一.'),
  title: described(text(), '标题，不带序号。', 'Its title without the number.'),
  variants: z.optional(described(texts(), '标题的其他写法。', 'Other wordings of the title.')),
  slips: z.optional(
    described(texts(), '见到过的误写：认作此标题，并提示。', 'Other wordings that are met: read as this heading, and hinted at.'),
  ),
  statement: z.optional(
    described(
      z.strictObject({
        here: described(texts(), '写在本部分即可的用语。', 'Words that do in the section itself.'),
        anywhere: described(texts(), '写在报告任何一处都可的用语。', 'Words that do anywhere in the report.'),
      }),
      '本部分应当说到是否收取信息处理费，凭用语判断。',
      'The section must say whether fees for processing information were taken, by words that do.',
    ),
  ),
  otherYears: z.optional(described(z.boolean(), '本部分也谈上年和下年的事。', 'The section speaks of the years before and after, too.')),
  problems: z.optional(
    described(z.boolean(), '本部分应当写明存在的问题和改进情况。', 'The section must name problems and how they are being solved.'),
  ),
  anew: z.optional(
    described(
      z.strictObject({
        share: described(
          z.number(),
          '与上年相同的比例（0 到 1）达到多少算照抄。',
          'From which share (0 to 1) of last year’s on it counts as copied.',
        ),
        length: described(z.number(), '不足多少字的不看。', 'Shorter texts, in characters, are not looked at.'),
      }),
      '每年应当重写的内容。',
      'A text to be written anew each year.',
    ),
  ),
  length: z.optional(
    described(
      z.strictObject({
        most: described(
          z.number(),
          '至多多少字：汉字和数字，连着的数字算一个。',
          'At most so many characters: Han characters and numbers.',
        ),
        tolerance: described(z.number(), '超出多少比例（0 到 1）以内不提。', 'The share (0 to 1) beyond it of which nothing is said.'),
      }),
      '本部分的篇幅。',
      'How long the section may be.',
    ),
  ),
  aspects: z.optional(
    described(
      z.array(
        z.strictObject({
          name: described(localized, '方面的名称。', 'What the aspect is called.'),
          words: described(
            z.array(text().check(z.minLength(1))).check(z.minLength(1)),
            '写了其中之一就算写到；“受理…申请”中的“…”代表一句之内的至多二十字。',
            'Any one of these covers it; … in 受理…申请 stands for up to twenty characters of a sentence.',
          ),
        }),
      ),
      '本部分应当写到的各个方面。',
      'The aspects that the section covers.',
    ),
  ),
});

export const editionSchema = described(
  z.strictObject({
    id: described(text(), '版本的名称，如 2021；不能与其他版本相同。', 'The name of the edition, such as 2021; no other may have it.'),
    notice: z.optional(described(text(), '规定该格式的通知。', 'The notice that prescribes the form.')),
    noticeTitle: z.optional(
      described(text(), '通知标题中别的通知没有的文字。', 'Words of the notice’s title that no other notice has in its title.'),
    ),
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
    placeholders: z.optional(
      described(
        z.strictObject({
          anywhere: described(
            texts(),
            '写在哪里都是占位文字，如（文字描述）。',
            'Words that are placeholders wherever they stand, such as （文字描述）.',
          ),
          alone: described(
            texts(),
            '一个部分只有这些时才算占位文字，如 XX。',
            'Words that are placeholders where a section has no others, such as XX.',
          ),
        }),
        '模板中等待填写的占位文字。',
        'What a template has where text is to be written.',
      ),
    ),
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
export type UsualData = z.infer<typeof usual>;
export type RelationData = z.infer<typeof relation>;
export type SuccessionData = z.infer<typeof succession>;

/** Checks the data of an edition; throws an error that names the faulty place. */
export function parseEdition(data: unknown): Edition {
  const result = z.safeParse(editionSchema, data);
  if (!result.success) throw new Error(`not an edition: ${z.prettifyError(result.error)}`);
  return result.data;
}
