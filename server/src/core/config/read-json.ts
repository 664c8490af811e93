/** Reads one of the project’s files: the part that can be followed, and what is wrong, with its place in the text. */
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as z from 'zod/mini';
import type { FileFinding } from '../finding/finding.ts';
import { type Localized, say } from '../finding/finding.ts';
import type { Span } from '../text/span.ts';
import { describeIssue, type Issue, narrowed, type Path } from './issues.ts';
import { problem } from './problem.ts';

interface ReadFile<T> {
  /** What is left when everything faulty is taken out; `null` where nothing is. */
  readonly data: T | null;
  /** The value as it is written, whatever it is; `undefined` where the text is no JSON. */
  readonly value: unknown;
  readonly findings: readonly FileFinding[];
  /** Where the value at a path stands; the beginning of what would hold it where it is not there. */
  readonly spanOf: (path: Path) => Span;
}

/** `rules.label-variant`, `overrides[0].files` */
export const pathText = (path: Path): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index > 0 ? `.${part}` : part)).join('');

export function readJson<T>(text: string, schema: z.ZodMiniType<T>): ReadFile<T> {
  const { root, error } = parse(text);
  const spanOf = (path: Path): Span => (root ? spanIn(root, path) : { start: 0, end: 0 });
  if (error) return { data: null, value: undefined, findings: [problem('invalid-configuration', error.span, error.message)], spanOf };
  const value: unknown = root ? getNodeValue(root) : undefined;
  const result = z.safeParse(schema, value);
  if (result.success) return { data: result.data, value, findings: [], spanOf };
  const findings = result.error.issues.flatMap((raw) => {
    const issue = narrowed(raw as Issue, valueAt(value, raw.path as Path));
    const about = (message: Localized, path: Path, span: Span): FileFinding => {
      const prefix = path.length > 0 ? `${pathText(path)}: ` : '';
      return problem('invalid-configuration', span, say(`${prefix}${message['zh-cn']}`, `${prefix}${message.en}`));
    };
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => {
        const path = [...issue.path, key];
        return about(
          describeIssue({ ...issue, keys: [key] }, valueAt(value, path)),
          path,
          root ? keySpan(root, path) : { start: 0, end: 0 },
        );
      });
    return [about(describeIssue(issue, valueAt(value, issue.path)), issue.path, spanOf(issue.path))];
  });
  return { data: sound(schema, value), value, findings, spanOf };
}

/** What can be told of a text that may be no JSON. */
export function restOf(text: string): unknown {
  try {
    const root = parseTree(text);
    return root && getNodeValue(root);
  } catch {
    return undefined;
  }
}

function parse(text: string): { readonly root: Node | null; readonly error: { readonly span: Span; readonly message: Localized } | null } {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false }) ?? null;
    const [first] = errors;
    if (first) return { root, error: { span: { start: first.offset, end: first.offset + first.length }, message: syntaxMessage(first) } };
    return root ? { root, error: null } : { root, error: { span: { start: 0, end: 0 }, message: NOT_JSON } };
  } catch {
    // The parser calls itself for each level: thousands of brackets are no configuration.
    return { root: null, error: { span: { start: 0, end: 0 }, message: NOT_JSON } };
  }
}

const NOT_JSON = say('不是 JSON', 'is not JSON');

const SYNTAX: Readonly<Record<string, Localized>> = {
  InvalidSymbol: say('不认识的字符或词', 'unknown symbol'),
  InvalidNumberFormat: say('数字写法不对', 'invalid number'),
  PropertyNameExpected: say('此处应为属性名（带双引号）', 'a property name in double quotes is due here'),
  ValueExpected: say('此处应为值', 'a value is due here'),
  ColonExpected: say('此处应为冒号', 'a colon is due here'),
  CommaExpected: say('此处应为逗号', 'a comma is due here'),
  CloseBraceExpected: say('缺少右花括号 }', 'a closing brace } is missing'),
  CloseBracketExpected: say('缺少右方括号 ]', 'a closing bracket ] is missing'),
  EndOfFileExpected: say('文件应到此为止', 'the file should end here'),
  InvalidCommentToken: say('JSON 中不能有注释', 'JSON has no comments'),
  UnexpectedEndOfString: say('字符串没有写完', 'the string is not closed'),
};

function syntaxMessage({ error }: ParseError): Localized {
  const reason = SYNTAX[printParseErrorCode(error)] ?? NOT_JSON;
  return say(`不是合法的 JSON：${reason['zh-cn']}`, `not valid JSON: ${reason.en}`);
}

const whole = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length });

/** Of what is missing, the bracket that opens what it is missing from. */
function spanIn(root: Node, path: Path): Span {
  const node = findNodeAtLocation(root, [...path]);
  if (node) return whole(node);
  for (let length = path.length - 1; length >= 0; length--) {
    const around = findNodeAtLocation(root, path.slice(0, length));
    if (around) return { start: around.offset, end: around.offset + Math.min(1, around.length) };
  }
  return { start: root.offset, end: root.offset };
}

/** The name of a property, without its value. */
function keySpan(root: Node, path: Path): Span {
  const key = findNodeAtLocation(root, [...path])?.parent?.children?.[0];
  return key ? whole(key) : spanIn(root, path);
}

/** The entries of a list that fit a schema, each with its place in the list as it is written. */
export function soundEntries<T>(
  value: unknown,
  list: string,
  schema: z.ZodMiniType<T>,
): readonly { readonly entry: T; readonly path: Path }[] {
  const entries = valueAt(value, [list]);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((written, index) => {
    const result = z.safeParse(schema, written);
    return result.success ? [{ entry: result.data, path: [list, index] }] : [];
  });
}

/** What is sound of each entry of a list, if anything is. */
export function soundParts<T>(
  value: unknown,
  list: string,
  schema: z.ZodMiniType<T>,
): readonly { readonly part: T; readonly entry: unknown }[] {
  const entries = valueAt(value, [list]);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry) => {
    const part = sound(schema, entry);
    return part === null ? [] : [{ part, entry }];
  });
}

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[part] : undefined),
    value,
  );

/** Takes out what is faulty until the rest is sound: one slip must not switch everything else off. */
function sound<T>(schema: z.ZodMiniType<T>, value: unknown): T | null {
  let rest = value;
  for (;;) {
    const result = z.safeParse(schema, rest);
    if (result.success) return result.data;
    const faults: Path[] = result.error.issues.flatMap((issue): Path[] => {
      const path = issue.path as Path;
      return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [existing(rest, path)];
    });
    if (faults.some((path) => path.length === 0)) return null;
    rest = without(rest, faults, []);
  }
}

/** What is not there cannot be taken out, so the value in which it is missing goes. */
function existing(value: unknown, path: Path): Path {
  let end = path.length;
  while (end > 0 && valueAt(value, path.slice(0, end)) === undefined) end--;
  return path.slice(0, end);
}

function without(value: unknown, faults: readonly Path[], at: Path): unknown {
  const isFault = (path: Path): boolean =>
    faults.some((fault) => fault.length === path.length && fault.every((part, i) => part === path[i]));
  if (Array.isArray(value)) return value.flatMap((item, index) => (isFault([...at, index]) ? [] : [without(item, faults, [...at, index])]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (isFault([...at, key]) ? [] : [[key, without(item, faults, [...at, key])]])),
  );
}
