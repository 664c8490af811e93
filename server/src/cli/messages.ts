/** What the command line says besides the findings and the help, in both languages. */
import { type Localized, say } from '../core/index.ts';

export const SEE_HELP = say('用法见 disclosure-report-lint --help', 'see disclosure-report-lint --help');

export const NO_COMMAND = say('缺少命令：check、fix、extract、rules 或 explain', 'no command: check, fix, extract, rules or explain');
export const NO_REASON = say('--write-waivers 要用 --reason 写明理由', '--write-waivers needs a reason: --reason TEXT');
export const REASON_ALONE = say('--reason 要与 --write-waivers 同用', '--reason goes with --write-waivers');
export const NO_PATH = say('没有给出路径', 'no path given');
export const unknownCommand = (word: string): Localized =>
  say(`没有“${word}”这个命令；要校核文件，请用 check ${word}`, `there is no command “${word}”; to check a file: check ${word}`);
export const unknownOption = (option: string, near: string | null): Localized =>
  say(`没有 ${option} 选项${near ? `，是否指 ${near}？` : ''}`, `unknown option ${option}${near ? `; did you mean ${near}?` : ''}`);
export const notFor = (option: string, command: string): Localized =>
  say(`${command} 命令没有 ${option} 选项`, `${command} takes no option ${option}`);
export const takesNoValue = (option: string): Localized => say(`${option} 不带值`, `${option} takes no value`);
export const noSuchRule = (id: string, near: string | null): Localized =>
  say(
    `没有“${id}”这条规则${near ? `，是否指 ${near}？` : ''}；全部规则见 rules 命令`,
    `there is no rule “${id}”${near ? `; did you mean ${near}?` : ''}; the command rules lists all`,
  );
export const NO_RULE = say('没有给出规则', 'no rule given');
export const notACount = (option: string): Localized => say(`${option} 应为不小于 0 的整数`, `${option} must be a whole number, 0 or more`);
export const needsValue = (option: string): Localized => say(`${option} 须带一个值`, `${option} needs a value`);
export const takesNoPaths = (command: string): Localized => say(`${command} 命令不带路径`, `${command} takes no paths`);
export const wrongValue = (option: string, choices: readonly string[]): Localized =>
  say(`${option} 应为 ${listed(choices, '、', ' 或 ')}`, `${option} must be ${listed(choices, ', ', ' or ')}`);

export const notTogether = (one: string, other: string): Localized =>
  say(`${one} 不能与 ${other} 同用`, `${one} and ${other} do not go together`);
export const NO_TERMINAL = say(
  '--interactive 要有人作答，标准输入须是终端',
  '--interactive asks a person: standard input must be a terminal',
);

const listed = (choices: readonly string[], comma: string, or: string): string =>
  [choices.slice(0, -1).join(comma), ...choices.slice(-1)].join(or);

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
export const CHANGED_MEANWHILE = say('在此期间被别的程序改动，未写入', 'was changed by another program meanwhile; nothing was written');
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
export const NO_MATCH = say('没有文件与之相符', 'no file matches');
export const nothingSince = (rev: string): Localized => say(`自 ${rev} 以来没有改动的文件`, `no file changed since ${rev}`);
export const noSuchRevision = (rev: string): Localized => say(`git 中没有 ${rev} 这个版本`, `git knows no revision ${rev}`);
export const notInGit = (reason: Localized): Localized =>
  say(`--since 须在 git 仓库中使用：${reason['zh-cn']}`, `--since needs a git repository: ${reason.en}`);
export const tooManyWarnings = (count: number, most: number): Localized =>
  say(`警告 ${count} 处，超过 --max-warnings ${most}`, `${count} warnings, more than --max-warnings ${most}`);
export const checkedSoFar = (files: number, errors: number): Localized =>
  say(`已校核 ${files} 个文件，错误 ${errors}`, `${files} files checked, ${errors} errors`);
export const NOT_A_REPORT = say('不是政府信息公开年报', 'is no disclosure report');
export const cannotEncode = (char: string, place: string, encoding: string): Localized => {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return say(
    `第 ${place} 处要写入的字符“${char}”（${code}）无法用 ${encoding.toUpperCase()} 编码，文件未改动`,
    `the character “${char}” (${code}), due at ${place}, cannot be encoded in ${encoding.toUpperCase()}; the file was left as it is`,
  );
};
export const cannotFix = (reason: Localized): Localized => say(`修正出错，文件未改动：${reason['zh-cn']}`, `cannot be fixed: ${reason.en}`);

interface FixTally {
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
