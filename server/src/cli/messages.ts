/** What the command line says besides the findings, in both languages. */
import { type Localized, say } from '../core/index.ts';

export const HELP = say(
  `政府信息公开年报校核

用法：
  disclosure-report-lint check [选项] 路径…
  disclosure-report-lint fix [选项] 路径…
  disclosure-report-lint extract [选项] 路径…

check  校核年报，列出问题
  --format pretty|json  输出格式，默认 pretty
  --write-waivers       把现有问题全部写入 disclosure-report.waivers.json，以后不再提示
  --reason TEXT         豁免的理由，与 --write-waivers 同用，必填

fix    修正并写回文件，编码、字节序标记和换行保持不变；默认只作不改动数字的修正
  --values              同时修正有唯一答案的数字（合计、可由勾稽关系确定的空白）
  --dry-run             只显示将作的修改，不写文件

extract  提取年报中的数字，每份年报一条记录，供数据分析或入库；只读取，不校核
  --format json|csv     输出格式，默认 json（每行一个 JSON 对象）

check 和 fix 的选项：
  --config PATH         只用这个配置文件，不找年报所在及上级文件夹中的 disclosure-report.config.json
  --no-config           配置和豁免都不用

共同选项：
  --lang zh-cn|en       语言，默认按 LC_ALL、LC_MESSAGES、LANG，否则为中文
  -h, --help            显示本说明
  -v, --version         显示版本号

路径可以是文件、文件夹（含子文件夹中的 .txt .text .md .markdown .html .htm .csv .tsv）
或 -（标准输入；fix 将修正后的文本写到标准输出，说明写到标准错误）。

退出码：0 没有错误级问题；1 有错误级问题（fix：修正后仍有）；2 运行本身失败，如参数或配置有误、文件无法读取。
extract 不看问题，只有 0 和 2。
`,
  `Disclosure Report Lint: checks annual reports on government information disclosure (政府信息公开年报)

Usage:
  disclosure-report-lint check [options] PATH…
  disclosure-report-lint fix [options] PATH…
  disclosure-report-lint extract [options] PATH…

check  lists what is wrong in the reports
  --format pretty|json  output format, pretty unless told
  --write-waivers       writes all of today’s findings into disclosure-report.waivers.json, to be shown no longer
  --reason TEXT         why they are waived; needed with --write-waivers

fix    corrects the files in place; encoding, byte order mark and line ends stay; changes no number unless told
  --values              also corrects numbers with a single answer (totals, blanks that the sums determine)
  --dry-run             shows the changes and writes nothing

extract  takes the numbers out of the reports, one record a report, for a data frame or a database; checks nothing
  --format json|csv     output format, json unless told (JSON Lines: one object a line)

check and fix:
  --config PATH         uses this configuration alone, not the disclosure-report.config.json around each report
  --no-config           uses neither configurations nor waivers

All:
  --lang zh-cn|en       language; unless told by LC_ALL, LC_MESSAGES, LANG, else Chinese
  -h, --help            shows this help
  -v, --version         shows the version

A path is a file, a folder (with the .txt .text .md .markdown .html .htm .csv .tsv files in and below it),
or - (standard input; fix then writes the corrected text to standard output and its messages to standard error).

Exit code: 0 no error-level finding; 1 some (fix: some are left); 2 the run itself failed (bad usage, faulty configuration, unreadable file).
extract looks for no findings: 0 or 2.
`,
);

export const SEE_HELP = say('用法见 disclosure-report-lint --help', 'see disclosure-report-lint --help');

export const NO_COMMAND = say('缺少命令：check、fix 或 extract', 'no command: check, fix or extract');
export const NO_CONFIG_PATH = say('--config 后面要写配置文件的路径', '--config needs the path of a configuration');
export const TWO_CONFIGS = say('--config 和 --no-config 不能同用', '--config and --no-config exclude one another');
export const NO_REASON = say('--write-waivers 要用 --reason 写明理由', '--write-waivers needs a reason: --reason TEXT');
export const REASON_ALONE = say('--reason 要与 --write-waivers 同用', '--reason goes with --write-waivers');
export const WAIVERS_WITHOUT_PROJECT = say(
  '--write-waivers 和 --no-config 不能同用',
  '--write-waivers and --no-config exclude one another',
);
export const NO_PATH = say('没有给出路径', 'no path given');
export const unknownCommand = (word: string): Localized =>
  say(`没有“${word}”这个命令；要校核文件，请用 check ${word}`, `there is no command “${word}”; to check a file: check ${word}`);
export const unknownOption = (option: string, near: string | null): Localized =>
  say(`没有 ${option} 选项${near ? `，是否指 ${near}？` : ''}`, `unknown option ${option}${near ? `; did you mean ${near}?` : ''}`);
export const notFor = (option: string, command: string): Localized =>
  say(`${command} 命令没有 ${option} 选项`, `${command} takes no option ${option}`);
export const takesNoValue = (option: string): Localized => say(`${option} 不带值`, `${option} takes no value`);
export const wrongValue = (option: string, choices: readonly string[]): Localized =>
  say(`${option} 应为 ${choices.join(' 或 ')}`, `${option} must be ${choices.join(' or ')}`);

const REASONS: Readonly<Record<string, Localized>> = {
  ENOENT: say('文件或文件夹不存在', 'no such file or folder'),
  EACCES: say('没有权限', 'permission denied'),
  EPERM: say('没有权限', 'permission denied'),
  EROFS: say('位于只读的磁盘上', 'is on a read-only disk'),
  ENOSPC: say('磁盘已满', 'the disk is full'),
  EISDIR: say('是文件夹', 'is a folder'),
  ELOOP: say('符号链接成环', 'symbolic links go round'),
};

/** Why the system refused; an error that is not known is quoted. */
export function reasonOf(error: unknown): Localized {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const quoted = error instanceof Error ? error.message : String(error);
  return REASONS[code] ?? say(quoted, quoted);
}

export const cannotRead = (reason: Localized): Localized => say(`无法读取：${reason['zh-cn']}`, `cannot be read: ${reason.en}`);
export const cannotWrite = (reason: Localized): Localized => say(`无法写入：${reason['zh-cn']}`, `cannot be written: ${reason.en}`);
export const cannotCheck = (reason: Localized): Localized => say(`校核出错：${reason['zh-cn']}`, `cannot be checked: ${reason.en}`);
export const cannotWaive = say(
  '不是可以添加豁免的豁免文件，请先改正',
  'is no waivers file that something could be added to: correct it first',
);
export const NO_FILE_TO_WAIVE = say('标准输入不是文件，无法豁免', 'standard input is no file, so nothing of it can be waived');
export const waivedInto = (count: number): Localized =>
  say(`已写入 ${count} 条豁免`, `${count} ${count === 1 ? 'waiver' : 'waivers'} written`);
export const atPosition = (line: number, column: number, message: Localized): Localized =>
  say(`第 ${line} 行第 ${column} 列：${message['zh-cn']}`, `line ${line}, column ${column}: ${message.en}`);
export const NO_FILES = say('文件夹中没有可校核的文件', 'no files to check in the folder');
export const NOT_A_REPORT = say('不是政府信息公开年报', 'is no disclosure report');
export const cannotEncode = (char: string, place: string, encoding: string): Localized => {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return say(
    `第 ${place} 处要写入的字符“${char}”（${code}）无法用 ${encoding.toUpperCase()} 编码，文件未改动`,
    `the character “${char}” (${code}), due at ${place}, cannot be encoded in ${encoding.toUpperCase()}; the file was left as it is`,
  );
};
export const cannotFix = (reason: Localized): Localized => say(`修正出错，文件未改动：${reason['zh-cn']}`, `cannot be fixed: ${reason.en}`);

export interface FixTally {
  readonly files: number;
  readonly changes: number;
  /** Error-level findings that are left. */
  readonly errors: number;
  /** Findings that --values would correct. */
  readonly byValues: number;
  readonly problems: number;
}

/** The last line of `fix`. */
export function fixTotal({ files, changes, errors, byValues, problems }: FixTally, mode: 'write' | 'dry-run'): Localized {
  const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const zh = [
    `${mode === 'write' ? '已修改' : '将修改'} ${files} 个文件，共 ${changes} 处`,
    `剩余错误 ${errors}`,
    byValues > 0 && `其中有唯一答案的 ${byValues} 处可加 --values 修正`,
    problems > 0 && `${problems} 处未能处理（见标准错误）`,
  ];
  const en = [
    `${mode === 'write' ? 'changed' : 'would change'} ${plural(changes, 'place')} in ${plural(files, 'file')}`,
    `${plural(errors, 'error')} left`,
    byValues > 0 && `--values corrects ${byValues} with a single answer`,
    problems > 0 && `${plural(problems, 'path')} ${problems === 1 ? 'was' : 'were'} not done (see standard error)`,
  ];
  return say(zh.filter(Boolean).join('；'), en.filter(Boolean).join('; '));
}
