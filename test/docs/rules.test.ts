/** Every rule has a page that says what the rule says of itself, and whose examples hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIX_CLASSES, severityOf } from '../../scripts/lib/doc-tables.ts';
import { readConfig } from '../../server/src/core/config/config-file.ts';
import { readWaivers } from '../../server/src/core/config/waivers.ts';
import type { FixClass } from '../../server/src/core/index.ts';
import { FILE_RULES, lint, parse, review, rules, unknownFileFinding, unusedFinding } from '../../server/src/core/index.ts';
import { library } from '../harness/library.ts';
import { type Example, examplesOf, reportsBeside, reportWith } from './example.ts';

const FOLDER = 'docs/rules';
const pageOf = (id: string): string => readFileSync(`${FOLDER}/${id}.md`, 'utf8').replaceAll('\r\n', '\n');
const findingsOf = (example: Example): string[] =>
  library({ 'this-year.txt': reportWith(example), ...reportsBeside(example) })
    .findingsOf('this-year.txt', example.members.length > 0 ? ['member-*.txt', ...example.absent] : [])
    .map(({ rule }) => rule);

const METAS = [...rules.map(({ meta }) => meta), ...FILE_RULES];

it('gives every rule a page, and every page a rule', () => {
  const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect(pages.sort()).toEqual(METAS.map(({ id }) => `${id}.md`).sort());
});

describe.each(METAS)('$id', (meta) => {
  const page = pageOf(meta.id);
  const classes = (language: 'zh-cn' | 'en'): string[] => meta.fixable.map((one: FixClass) => FIX_CLASSES[one][language]);

  it('agrees with the rule', () => {
    expect(page.match(/^# .*$/gm)).toEqual([`# ${meta.id}`]);
    expect(page.match(/^## .*$/gm)).toEqual([`## ${meta.summary['zh-cn']}`, `## ${meta.summary.en}`]);
    const facts = page.match(/^- (?:严重程度|快速修正|依据|始于|Severity|Quick fixes|Basis|Since)[：:].*$/gm);
    expect(facts).toEqual([
      `- 严重程度：${severityOf(meta, 'zh-cn')}`,
      `- 快速修正：${classes('zh-cn').join('、') || '无'}`,
      `- 依据：${meta.basis['zh-cn']}`,
      `- 始于：${meta.since}`,
      `- Severity: ${severityOf(meta, 'en')}`,
      `- Quick fixes: ${classes('en').join(', ') || 'none'}`,
      `- Basis: ${meta.basis.en}`,
      `- Since: ${meta.since}`,
    ]);
  });

  it('has its line in the changelog', () => {
    expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`- \`${meta.id}\`: `);
  });

  it('has the same parts in both languages', () => {
    expect(page.match(/^### .*$/gm)).toEqual([
      '### 查什么',
      '### 为什么',
      '### 示例',
      '### 怎么改',
      '### What',
      '### Why',
      '### Examples',
      '### How to fix it',
    ]);
  });
});

describe.each(rules.map(({ meta }) => meta))('$id', (meta) => {
  const examples = examplesOf(pageOf(meta.id));

  it('shows one wrong example, with exactly one finding of the rule', () => {
    const [wrong, ...more] = examples.filter(({ kind }) => kind === 'wrong');
    expect(more).toEqual([]);
    expect(findingsOf(wrong as Example).sort()).toEqual([meta.id, ...(wrong as Example).also].sort());
  });

  it('shows one right example, without any finding', () => {
    const [right, ...more] = examples.filter(({ kind }) => kind === 'right');
    expect(more).toEqual([]);
    expect(findingsOf(right as Example)).toEqual([]);
  });
});

describe.each(FILE_RULES)('$id', ({ id }) => {
  const page = pageOf(id);
  const contents = (kind: 'wrong' | 'right'): string[] =>
    [...page.matchAll(new RegExp(`^\`\`\`json ${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text as string);
  // The report that the waivers of the page are for, as 水务局.txt beside them.
  const [report] = examplesOf(page).filter(({ kind }) => kind === 'wrong');

  /** Rules of the findings in the content of a file as the page shows it. */
  function told(text: string): string[] {
    if (!report) return readConfig({ place: '/p/c.json', text }).findings.map(({ rule }) => rule);
    const { findings, waivers } = readWaivers({ place: '/p/w.json', text });
    const document = parse(reportWith(report));
    const known = waivers.filter(({ span }) => !findings.some((finding) => finding.span.start === span.start));
    const { unused } = review(
      document,
      lint(document),
      known.filter(({ file }) => file === '水务局.txt'),
    );
    const absent = known.filter(({ file }) => file !== '水务局.txt');
    return [...findings, ...unused.map(unusedFinding), ...absent.map(unknownFileFinding)].map(({ rule }) => rule);
  }

  it('shows one wrong file, with exactly one finding of the rule', () => {
    expect(contents('wrong').map(told)).toEqual([[id]]);
  });

  it('shows one right file, without any finding', () => {
    expect(contents('right').map(told)).toEqual([[]]);
  });
});
