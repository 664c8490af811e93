/** The shapes of the two files of a project, with the descriptions that an editor shows while they are written. */
import * as z from 'zod/mini';
import { rules } from '../check/rules/index.ts';
import type { Level } from '../finding/settings.ts';
import { editionSchema } from '../statute/schema.ts';
import { described } from '../text/described.ts';
import type { Localized } from '../text/localized.ts';
import { FILE_RULES } from './file-rules.ts';
import { MOST_CHARACTERS } from './glob.ts';

// The errors are keys of messages in issues.ts: a pattern does not say what it is for.
const PATH = z.regex(/^(?![/!]|\.\/|\.\.\/|[a-zA-Z]:)[^\\]+$/, { error: 'path' });
const FILE = z.regex(/^(?![/!]|[a-zA-Z]:)[^\\]+$/, { error: 'file' });

// At most `MOST_STARS` runs, counted in one way only: otherwise it would be as slow as the patterns that it keeps out.
const STARS = z.regex(/^[^*]*(?:\*+(?!\*)[^*]*){0,8}$/, { error: 'stars' });

const glob = () => z.string().check(PATH, z.maxLength(MOST_CHARACTERS, { error: 'long' }), STARS);
const globs = () => z.array(glob()).check(z.minLength(1));
const schemaLink = z.optional(z.string());

const SETTINGS = ['off', 'on', 'error', 'warning', 'information', 'hint'] as const;
const summaries: readonly (readonly [string, Localized])[] = [
  ...rules.map(({ meta }) => [meta.id, meta.summary] as const),
  ...FILE_RULES.filter(({ fixed }) => !fixed).map(({ id, summary }) => [id, summary] as const),
];
const ruleSettings = described(
  z.strictObject(
    Object.fromEntries(summaries.map(([id, summary]) => [id, z.optional(described(z.enum(SETTINGS), summary['zh-cn'], summary.en))])),
  ),
  '各条规则：off 关闭，on 按规则本来的严重程度，error、warning、information、hint 改为此严重程度。',
  'Each rule: off, on (its own severity), or another severity: error, warning, information, hint.',
);

const LEVEL_NAMES = ['township', 'department', 'county', 'city', 'province', 'vertical', 'ministry'] as const satisfies readonly Level[];
const level = described(
  z.enum(LEVEL_NAMES),
  '单位的层级，决定公布期限和规章制定权：township 乡镇、街道（1月31日），department 县级以上地方政府部门（1月31日），county 县级政府（2月20日），' +
    'city 设区的市、自治州政府（3月10日，可制定规章），province 省级政府（3月31日，可制定规章），' +
    'vertical 垂直管理系统（3月31日），ministry 国务院部门（1月31日，可制定规章）。',
  'What kind of body the unit is; its deadline and its power to make 规章 follow: township (31 January), department of a local government ' +
    '(31 January), county (20 February), city (10 March, may make 规章), province (31 March, may make 规章), ' +
    'vertical: a system under vertical leadership (31 March), ministry: a department of the State Council (31 January, may make 规章).',
);

const override = z.strictObject({
  files: described(
    globs(),
    '适用的文件，相对于本文件所在文件夹的通配符；不含“/”的匹配任何子文件夹中的文件名。',
    'The files that it is about: globs relative to this file’s folder; one without “/” matches names in any folder below.',
  ),
  rules: z.optional(ruleSettings),
  level: z.optional(level),
});

export const aggregateEntry = z.strictObject({
  report: described(glob(), '汇总年报，相对于本文件所在文件夹的通配符。', 'The aggregate report: a glob relative to this file’s folder.'),
  members: described(
    globs(),
    '所汇总的各单位年报，相对于本文件所在文件夹的通配符。',
    'The reports that it adds up: globs relative to this file’s folder.',
  ),
});

export const editionEntry = z.union([z.string().check(FILE), editionSchema]);

export const configSchema = z.strictObject({
  $schema: schemaLink,
  root: z.optional(
    described(z.boolean(), '为 true 时，不再看上级文件夹中的配置。', 'With true, configurations in the folders above are not looked at.'),
  ),
  rules: z.optional(ruleSettings),
  level: z.optional(level),
  overrides: z.optional(
    described(
      z.array(override),
      '只对部分文件的设置；后面的优先于前面的，也优先于本文件的一般设置。',
      'Settings for some files; a later one goes before an earlier one and before what this file says for all.',
    ),
  ),
  editions: z.optional(
    described(
      z.array(editionEntry),
      '内置版本以外的表格版本（如省里的附表）：JSON 文件的路径（相对于本文件所在文件夹），或直接写出版本数据。',
      'Editions of forms besides the built-in ones (a province’s annex, say): paths of JSON files relative to this file’s folder, or the editions themselves.',
    ),
  ),
  aggregates: z.optional(
    described(z.array(aggregateEntry), '汇总年报及其所汇总的各单位年报。', 'Aggregate reports, and the reports that each adds up.'),
  ),
});

const filled = () => z.string().check(z.minLength(1));

export const waiverSchema = described(
  z
    .strictObject({
      file: described(
        z.string().check(PATH),
        '年报文件，相对于本文件所在文件夹的路径。',
        'The report: a path relative to this file’s folder.',
      ),
      rule: described(filled(), '规则名，如 row-total-mismatch。', 'The id of the rule, such as row-total-mismatch.'),
      cell: z.optional(
        described(
          filled(),
          '所指单元格的键（cells 中的第一个），如 applications.received.total。',
          'The key of the cell that the finding points at (the first of its cells), such as applications.received.total.',
        ),
      ),
      text: z.optional(
        described(
          z.string(),
          '所标出的文字，空白多少不论；文字改了，就不再豁免。',
          'The text that the finding marks, whatever its white space. Once it changes, it is waived no longer.',
        ),
      ),
      year: z.optional(
        described(z.number(), '报告年度；一个文件中有多份年报时用。', 'The reporting year, where a file holds several reports.'),
      ),
      unit: z.optional(described(z.string(), '单位名称；一个文件中有多份年报时用。', 'The unit, where a file holds several reports.')),
      reason: described(z.string().check(z.regex(/\S/, { error: 'blank' })), '豁免的理由，必填。', 'Why it is waived; required.'),
    })
    .check(z.refine(({ cell, text }) => cell !== undefined || text !== undefined, { error: 'cell-or-text' })),
  '一条豁免：cell 和 text 至少写一项，两项都写则须都相符。',
  'A waiver: cell or text is needed; with both, both must agree.',
  { anyOf: [{ required: ['cell'] }, { required: ['text'] }] },
);

export const waiversSchema = z.strictObject({
  $schema: schemaLink,
  waivers: described(
    z.array(waiverSchema),
    '已经看过、不再提示的问题。',
    'Findings that somebody has looked at and that are shown no longer.',
  ),
});

export type ConfigData = z.infer<typeof configSchema>;
export type WaiverData = z.infer<typeof waiverSchema>;
