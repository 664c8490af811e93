/** Arguments: every command, and every mistake with its hint. */
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../server/src/cli/args.ts';

const parse = (line: string, env: Record<string, string> = {}) => parseCommand(line.split(' ').filter(Boolean), env);
const mistake = (line: string): string => {
  const command = parse(line, { LANG: 'en_US.UTF-8' });
  return command.kind === 'mistake' ? command.message.en : `no mistake: ${command.kind}`;
};

describe('parseCommand', () => {
  it('reads the commands', () => {
    const project = { kind: 'around' };
    const narrowing = { rules: null, severity: 'hint', maxWarnings: null, since: null };
    const check = { kind: 'check', language: 'zh-cn', filesFrom: null, ...narrowing, project, waiveFor: null };
    expect(parse('check a.txt b')).toEqual({ ...check, format: 'pretty', paths: ['a.txt', 'b'] });
    expect(parse('check --format=json --lang en -')).toEqual({ ...check, language: 'en', format: 'json', paths: ['-'] });
    expect(parse('check --files-from - --since HEAD~2 --max-warnings 0 --severity error')).toEqual({
      ...check,
      format: 'pretty',
      paths: [],
      filesFrom: '-',
      since: 'HEAD~2',
      maxWarnings: 0,
      severity: 'error',
    });
    expect(parse('check --rule row-order,blank-cell --rule number-style a')).toMatchObject({
      rules: new Set(['row-order', 'blank-cell', 'number-style']),
    });
    expect(parse('rules')).toEqual({ kind: 'rules', language: 'zh-cn' });
    expect(parse('explain row-order blank-cell')).toEqual({ kind: 'explain', language: 'zh-cn', rules: ['row-order', 'blank-cell'] });
    expect(parse('fix a')).toEqual({
      kind: 'fix',
      language: 'zh-cn',
      mode: 'write',
      project,
      classes: new Set(['safe']),
      chooser: 'arithmetic',
      paths: ['a'],
    });
    expect(parse('fix --values --dry-run a')).toMatchObject({ mode: 'dry-run', classes: new Set(['safe', 'value']) });
    expect(parse('fix --interactive --dry-run a')).toMatchObject({ mode: 'dry-run', classes: new Set(['safe']), chooser: 'person' });
    expect(parse('extract a.txt b')).toEqual({
      kind: 'extract',
      language: 'zh-cn',
      format: 'json',
      filesFrom: null,
      paths: ['a.txt', 'b'],
    });
    expect(parse('extract --format csv --lang en -')).toEqual({
      kind: 'extract',
      language: 'en',
      format: 'csv',
      filesFrom: null,
      paths: ['-'],
    });
    expect(parse('check -- --odd-name')).toMatchObject({ kind: 'check', paths: ['--odd-name'] });
    expect(parse('-h')).toMatchObject({ kind: 'help' });
    expect(parse('check --help')).toMatchObject({ kind: 'help' });
    expect(parse('--version')).toMatchObject({ kind: 'version' });
  });

  it.each([
    ['', 'no command: check, fix, extract, rules or explain'],
    ['check', 'no path'],
    ['extract', 'no path'],
    ['report.txt', 'check report.txt'],
    ['check --verbose a', 'unknown option --verbose; did you mean --version?'],
    ['check --formt json a', 'did you mean --format?'],
    ['check -x a', 'unknown option -x'],
    ['check --values a', 'check takes no option --values'],
    ['fix --interactive --values a', '--interactive and --values do not go together'],
    ['fix --interactive a -', '--interactive and - do not go together'],
    ['check --interactive a', 'check takes no option --interactive'],
    ['fix --format json a', 'fix takes no option --format'],
    ['check --format xml a', '--format must be pretty, json, ndjson, sarif, junit, github, csv or html'],
    ['check --severity fatal a', '--severity must be error, warning, information or hint'],
    ['check --rule row-orders a', 'there is no rule “row-orders”; did you mean row-total-mismatch?'],
    ['check --rule', '--rule needs a value'],
    ['check --rule row-order, a', '--rule needs a value'],
    ['check --max-warnings a', '--max-warnings must be a whole number'],
    ['check --max-warnings=-1 a', '--max-warnings must be a whole number'],
    ['check a --since', '--since needs a value'],
    ['check --since= a', '--since needs a value'],
    ['check --files-from - -', '--files-from - and - do not go together'],
    ['fix --files-from x', 'fix takes no option --files-from'],
    ['fix --since x', 'fix takes no option --since'],
    ['rules x', 'rules takes no paths'],
    ['explain', 'no rule given'],
    ['explain nonsense', 'there is no rule “nonsense”; the command rules lists all'],
    ['extract --format pretty a', '--format must be json or csv'],
    ['extract a --format', '--format must be json or csv'],
    ['extract --dry-run a', 'extract takes no option --dry-run'],
    ['toString a', 'there is no command “toString”'],
    ['check a --format', '--format must be'],
    ['check --lang fr a', '--lang must be zh-cn or en'],
    ['check --lang --format a', '--lang must be'],
    ['fix --values=1 a', '--values takes no value'],
    ['check --toString a', 'unknown option --toString'],
    ['check --__proto__ a', 'unknown option --__proto__'],
  ])('names the mistake in “%s”', (line, message) => {
    expect(mistake(line)).toContain(message);
  });

  it.each<[Record<string, string>, string]>([
    [{}, 'zh-cn'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-cn'],
    [{ LANG: 'C' }, 'zh-cn'],
    [{ LC_MESSAGES: 'en_GB', LANG: 'zh_CN' }, 'en'],
    [{ LC_ALL: 'zh_CN', LC_MESSAGES: 'en_GB', LANG: 'en' }, 'zh-cn'],
    [{ LC_ALL: '', LANG: 'en' }, 'en'],
  ])('takes the language from %o', (env, language) => {
    expect(parse('check a', env)).toMatchObject({ language });
  });

  it('prefers the option to the environment, in either case', () => {
    expect(parse('check --lang ZH-CN a', { LANG: 'en' })).toMatchObject({ language: 'zh-cn' });
  });
});
