/** The tables in the documentation that are made from the product's own data: its rules, the keys of its cells, what it reads. */
import type { FixClass, Language, Localized, Rule, Severity } from '../../server/src/core/index.ts';
import { FILE_RULES, rules } from '../../server/src/core/index.ts';
import { builtInEditions, loadForms } from '../../server/src/core/statute/editions.ts';
import type { TableForm } from '../../server/src/core/statute/form.ts';
import { converterTable } from './converter-table.ts';
import { schemas } from './schemas.ts';

const SEVERITIES: Readonly<Record<Severity, Localized>> = {
  error: { 'zh-cn': '错误', en: 'error' },
  warning: { 'zh-cn': '警告', en: 'warning' },
  information: { 'zh-cn': '信息', en: 'information' },
  hint: { 'zh-cn': '提示', en: 'hint' },
};

/** `warning`, or `warning or hint` for a rule some of whose findings weigh less. */
export const severityOf = ({ severity, weakened }: Rule['meta'], language: Language): string =>
  [severity, ...(weakened ? [weakened] : [])].map((one) => SEVERITIES[one][language]).join(language === 'en' ? ' or ' : '或');

export const FIX_CLASSES: Readonly<Record<FixClass, Localized>> = {
  safe: { 'zh-cn': '不改数字', en: 'safe' },
  value: { 'zh-cn': '改数字', en: 'value' },
  manual: { 'zh-cn': '自行选择', en: 'manual' },
};

const HEADS: Readonly<Record<Language, string>> = {
  'zh-cn': '| 规则 | 严重程度 | 快速修正 | 查出的问题 |\n|---|---|---|---|',
  en: '| rule | severity | quick fixes | what it finds |\n|---|---|---|---|',
};

function rulesTable(language: Language, folder: string): string {
  const rows = [...rules.map(({ meta }: Rule) => meta), ...FILE_RULES].map((meta) => {
    const { id, fixable, summary } = meta;
    const fixes = fixable.map((one) => FIX_CLASSES[one][language]).join(language === 'en' ? ', ' : '、') || '–';
    return `| [${id}](${folder}${id}.md) | ${severityOf(meta, language)} | ${fixes} | ${summary[language]} |`;
  });
  return [HEADS[language], ...rows].join('\n');
}

/** Key, label and columns of every row of a table, as cells of a Markdown row. */
function rowsOf(table: TableForm): { readonly row: string; readonly columns: string }[] {
  return table.data.blocks.flatMap(({ rows, columns, groups }) =>
    rows.map((row) => ({
      row: `\`${row.key}\` | ${[...(row.groups ?? []).map((group) => groups?.[group]?.label ?? group), row.label].join(' / ')}`,
      columns: columns.map(({ key, label }) => `\`${key}\` ${label}`).join(', '),
    })),
  );
}

/** The keys of all cells, a section for each table; the edition in force first. */
function keysTables(): string {
  const forms = loadForms(builtInEditions).reverse();
  const ids = [...new Set(forms.flatMap((form) => form.tables.map(({ id }) => id)))];
  return ids
    .map((id) => {
      const rows = forms.flatMap((form) => form.tables.filter((table) => table.id === id).flatMap(rowsOf));
      // Where all rows have the same columns they are named once.
      const shared = rows.every(({ columns }) => columns === rows[0]?.columns);
      const editions = new Map<string, string[]>();
      for (const form of forms) {
        const table = form.tables.find((one) => one.id === id);
        for (const { row, columns } of table ? rowsOf(table) : []) {
          const line = shared ? `| ${row} |` : `| ${row} | ${columns} |`;
          editions.set(line, [...(editions.get(line) ?? []), form.id]);
        }
      }
      const head = shared
        ? [`Columns: ${rows[0]?.columns}`, '', '| row | label | editions |', '|---|---|---|']
        : ['| row | label | columns | editions |', '|---|---|---|---|'];
      return [`### \`${id}\``, '', ...head, ...[...editions].map(([line, names]) => `${line} ${names.join(', ')} |`)].join('\n');
    })
    .join('\n\n');
}

interface Place {
  readonly path: string;
  /** The comments `<!-- name -->` and `<!-- /name -->` around the generated part. */
  readonly name: 'rules' | 'keys' | 'converters';
  readonly content: string;
}

function places(read: (path: string) => Uint8Array): Place[] {
  const converters = converterTable(read);
  return [
    { path: 'README.md', name: 'rules', content: rulesTable('en', 'docs/rules/') },
    { path: 'README.md', name: 'converters', content: converters.en },
    { path: 'README.zh-CN.md', name: 'rules', content: rulesTable('zh-cn', 'docs/rules/') },
    { path: 'README.zh-CN.md', name: 'converters', content: converters['zh-cn'] },
    { path: 'docs/rules/README.md', name: 'rules', content: `${rulesTable('zh-cn', '')}\n\n${rulesTable('en', '')}` },
    { path: 'docs/json.md', name: 'keys', content: keysTables() },
  ];
}

interface GeneratedDocument {
  readonly path: string;
  readonly now: string;
  /** The same with its tables as they should be. */
  readonly due: string;
}

/** Every document with generated tables, and every generated schema. `read` gives the bytes of the file at a path relative to the repository. */
export function documents(read: (path: string) => Uint8Array): GeneratedDocument[] {
  const all = places(read);
  const textOf = (path: string): string => new TextDecoder().decode(read(path)).replaceAll('\r\n', '\n');
  const tables = [...new Set(all.map(({ path }) => path))].map((path) => {
    const now = textOf(path);
    return { path, now, due: all.filter((place) => place.path === path).reduce(replaced, now) };
  });
  return [...tables, ...schemas().map(({ path, due }) => ({ path, now: textOf(path), due }))];
}

function replaced(text: string, { path, name, content }: Place): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`${path} lacks ${open} … ${close}`);
  // A blank line on both sides: next to a comment some renderers take the table for HTML.
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}
