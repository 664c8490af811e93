/** What a schema has against a value, in words for the person who wrote it. */
import { type Localized, say } from '../finding/finding.ts';
import { MOST_CHARACTERS, MOST_STARS } from './glob.ts';

/** The way to a value in JSON: names of properties and places in lists. */
export type Path = readonly (string | number)[];

/** The issues of zod that the schemas of schema.ts can raise. */
export type Issue =
  | { readonly code: 'unrecognized_keys'; readonly path: Path; readonly keys: readonly string[]; readonly message: string }
  | { readonly code: 'invalid_type'; readonly path: Path; readonly expected: string; readonly message: string }
  | { readonly code: 'invalid_value'; readonly path: Path; readonly values: readonly unknown[]; readonly message: string }
  | { readonly code: 'invalid_union'; readonly path: Path; readonly errors: readonly (readonly Issue[])[]; readonly message: string }
  | { readonly code: 'too_small' | 'too_big' | 'invalid_format' | 'custom'; readonly path: Path; readonly message: string };

const TYPES: Readonly<Record<string, Localized>> = {
  string: say('字符串', 'a string'),
  number: say('数字', 'a number'),
  boolean: say('true 或 false', 'true or false'),
  array: say('数组 […]', 'an array […]'),
  object: say('对象 {…}', 'an object {…}'),
  record: say('对象 {…}', 'an object {…}'),
};

const MESSAGES: Readonly<Record<string, Localized>> = {
  path: say(
    '应为相对于本文件所在文件夹、用“/”分隔的路径，不以“/”“./”“../”开头',
    'must be a path below this file’s folder, with “/” between folders and neither “/”, “./” nor “../” before it',
  ),
  file: say('应为相对于本文件所在文件夹、用“/”分隔的路径', 'must be a path relative to this file’s folder, with “/” between folders'),
  long: say(
    `通配符太长，最多 ${MOST_CHARACTERS} 个字符；可以分写成几个`,
    `is too long: a pattern has ${MOST_CHARACTERS} characters at most; write several instead`,
  ),
  stars: say(`“*”太多，最多 ${MOST_STARS} 处`, `has too many “*”: a pattern has ${MOST_STARS} at most`),
  blank: say('要写明理由，不能为空', 'a reason is needed'),
  'cell-or-text': say('cell 和 text 至少要有一项', 'cell or text is needed'),
};

/** `value` is what stands there; `undefined` where nothing does. */
export function describeIssue(issue: Issue, value: unknown): Localized {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.path.at(-1) === 'rules' ? say('没有这条规则', 'there is no such rule') : say('没有这个设置', 'there is no such setting');
    case 'invalid_value': {
      const values = issue.values.map(String);
      return say(`应为 ${values.join('、')} 之一`, `must be one of ${values.join(', ')}`);
    }
    case 'invalid_type': {
      if (value === undefined) return say('缺少这一项', 'is missing');
      const type = TYPES[issue.expected] ?? say(issue.expected, issue.expected);
      return say(`应为${type['zh-cn']}`, `must be ${type.en}`);
    }
    case 'invalid_union':
      return say('应为路径或表格版本', 'must be a path or an edition');
    default:
      return MESSAGES[issue.message] ?? say('不能为空', 'must not be empty');
  }
}

/** Of a choice between a path and data, what the branch that is meant has against the value. */
export function narrowed(issue: Issue, value: unknown): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const branch = typeof value === 'string' ? issue.errors[0] : typeof value === 'object' ? issue.errors.at(-1) : undefined;
  const [inner] = branch ?? [];
  return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
}
