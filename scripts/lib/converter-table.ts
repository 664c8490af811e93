/** What the reader makes of the converters' outputs, as a table of the documentation: read from the fixtures themselves. */
import type { Language, Localized } from '../../server/src/core/index.ts';
import type { Conversion, Source } from '../../test/converters/conversions.ts';
import { fixtures, readFixture } from '../../test/converters/fixtures.ts';
import type { Verdict } from '../../test/converters/reading.ts';
import { hasBlanks } from '../../test/converters/samples.ts';

/** From the best to the worst. */
const ORDER: readonly Verdict[] = ['full', 'gaps', 'refused', 'WRONG'];
const worse = (a: Verdict, b: Verdict): Verdict => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b);

const VERDICTS: Readonly<Record<Verdict, Localized>> = {
  full: { 'zh-cn': '完整读取', en: 'read fully' },
  gaps: { 'zh-cn': '读出并指明缺口', en: 'read, gaps named' },
  refused: { 'zh-cn': '拒读', en: 'refused' },
  WRONG: { 'zh-cn': '**误读**', en: '**misread**' },
};

const SOURCES: Readonly<Record<Source, Localized>> = {
  docx: { 'zh-cn': 'Word 文档', en: 'Word file' },
  page: { 'zh-cn': '网页', en: 'web page' },
  'page-border': { 'zh-cn': '表格有边框的网页', en: 'web page with ruled tables' },
  pdf: { 'zh-cn': '由 Word 打印的 PDF', en: 'PDF printed from Word' },
};

const TABLES: readonly { readonly id: string; readonly name: Localized }[] = [
  { id: 'disclosure', name: { 'zh-cn': '主动公开', en: 'disclosure' } },
  { id: 'applications', name: { 'zh-cn': '申请', en: 'applications' } },
  { id: 'disputes', name: { 'zh-cn': '复议诉讼', en: 'disputes' } },
];

/** The report with blank cells; what is said of its other numbers. */
const BLANKS: Readonly<Record<Verdict, Localized>> = {
  full: { 'zh-cn': '逐格指明', en: 'each named' },
  gaps: { 'zh-cn': '指明所在的行', en: 'their rows named' },
  refused: { 'zh-cn': '拒读', en: 'refused' },
  WRONG: { 'zh-cn': '**误读**', en: '**misread**' },
};

const HEADS: Readonly<Record<Language, readonly [string, string, string]>> = {
  'zh-cn': ['转换方法', '转自', '空白格'],
  en: ['converter', 'from', 'blank cells'],
};

const BELOW: Localized = {
  'zh-cn':
    '空白格：“逐格指明”是其余数字照常读取，空白逐格报出；“指明所在的行”是转换后的文本已看不出空白在哪一格，这样的行报出而不取数，其余各行照常。',
  en: 'Blank cells: “each named” means that all other numbers are read and each blank is reported; “their rows named”, that the text no longer shows which cell was blank, so such a row is reported and its numbers are not used, while the others are read.',
};

const AS_IT_IS: Localized = { 'zh-cn': '直接保存', en: 'saved as it is' };

interface Row {
  readonly conversion: Conversion;
  /** The worst of the reports without blanks, by table. */
  readonly whole: Map<string, Verdict>;
  /** The report with blanks. */
  blanks: Verdict;
}

function rowsOf(read: (path: string) => Uint8Array): Row[] {
  const rows = new Map<string, Row>();
  for (const fixture of fixtures) {
    const { conversion, sample } = fixture;
    const row = rows.get(conversion.id) ?? { conversion, whole: new Map(), blanks: 'full' };
    rows.set(conversion.id, row);
    const reading = readFixture(fixture, read);
    if (hasBlanks(sample)) row.blanks = worse(row.blanks, reading.verdict);
    else for (const [table, verdict] of reading.tables) row.whole.set(table, worse(row.whole.get(table) ?? 'full', verdict));
  }
  return [...rows.values()];
}

/** `program`, or `program option option`; LibreOffice's filter names need quotes on a command line. */
function command({ program, options }: Conversion, language: Language): string {
  if (program === null) return AS_IT_IS[language];
  return `\`${[program, ...options.map((option) => (/[\s()]/.test(option) ? `"${option}"` : option))].join(' ')}\``;
}

/** Conversions of one program and source that are read alike share a row. */
function together(rows: readonly Row[]): readonly Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const { program, source } = row.conversion;
    const key = [program, source, ...row.whole.values(), row.blanks].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

export function converterTable(read: (path: string) => Uint8Array): Localized {
  const groups = together(rowsOf(read));
  const inLanguage = (language: Language): string => {
    const [converter, from, blank] = HEADS[language];
    const rows = groups.map((group) => {
      const [{ conversion, whole, blanks }] = group as [Row];
      const methods = group.map((row) => command(row.conversion, language)).join(language === 'en' ? ', ' : '、');
      const verdicts = TABLES.map(({ id }) => VERDICTS[whole.get(id) ?? 'refused'][language]);
      return [methods, SOURCES[conversion.source][language], ...verdicts, BLANKS[blanks][language]];
    });
    const head = [converter, from, ...TABLES.map(({ name }) => name[language]), blank];
    const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
    return [...lines, '', BELOW[language]].join('\n');
  };
  return { 'zh-cn': inLanguage('zh-cn'), en: inLanguage('en') };
}
