/** `rules` lists the rules, `explain` prints their pages. */
import { FILE_RULES, type Language, type RuleMeta, rules } from '../../core/index.ts';
import type { ExplainCommand } from '../args.ts';
import { paintFor } from '../formatters/parts/paint.ts';
import { SEVERITIES } from '../formatters/parts/severities.ts';
import { padTo } from '../formatters/parts/terminal-width.ts';
import type { Host } from '../host.ts';
import type { ExitCode } from '../verdict.ts';

export async function listRules(language: Language, { stdout }: Host): Promise<ExitCode> {
  const paint = paintFor(stdout);
  const classes =
    language === 'en' ? { safe: 'safe', value: 'value', manual: 'manual' } : { safe: '不改数字', value: '改数字', manual: '自行选择' };
  const metas: readonly RuleMeta[] = [...rules.map(({ meta }) => meta), ...FILE_RULES];
  const rows = metas.map(({ id, severity, weakened, fixable, summary }) => ({
    id,
    style: SEVERITIES[severity].style,
    severity: [severity, ...(weakened ? [weakened] : [])].map((one) => SEVERITIES[one].name[language]).join('/'),
    summary: summary[language],
    fixes: fixable.length > 0 ? `[${fixable.map((one) => classes[one]).join(language === 'en' ? ', ' : '、')}]` : '',
  }));
  const id = Math.max(...rows.map((row) => row.id.length));
  const severity = Math.max(...rows.map((row) => row.severity.length)) * (language === 'en' ? 1 : 2);
  for (const row of rows) {
    const line = `${row.id.padEnd(id)}  ${paint(row.style, padTo(severity, row.severity))}  ${row.summary}  ${paint('dim', row.fixes)}`;
    await stdout.write(`${line.trimEnd()}\n`);
  }
  return 0;
}

export async function explain({ language, rules: ids }: ExplainCommand, { stdout }: Host): Promise<ExitCode> {
  const { pages } = await import('virtual:rule-pages');
  for (const id of ids) await stdout.write(pageIn(language, pages[id] ?? `# ${id}\n`));
  return 0;
}

/** The half of a page in one language. The examples stand in the Chinese half and are the same for both. */
export function pageIn(language: Language, page: string): string {
  const [head = '', chinese = '', english = ''] = page.split(/^(?=## )/m);
  if (language === 'zh-cn' || english === '') return `${head}${chinese.trimEnd()}\n`;
  const examples = [...chinese.matchAll(/^```(?:report|json).*\n(?:(?!```).*\n)*```$/gm)].map(([fence]) => `${fence}\n\n`).join('');
  const parts = english.split(/^(?=### )/m);
  return `${head}${parts
    .map((part) => part.replace(/^### Examples\n+/, (heading) => heading + examples))
    .join('')
    .trimEnd()}\n`;
}
