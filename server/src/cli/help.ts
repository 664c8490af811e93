/** The text of --help. */
import { say } from '../core/index.ts';

export const HELP = say(
  `政府信息公开年报校核

用法：
  disclosure-report-lint check [选项] 路径…
  disclosure-report-lint fix [选项] 路径…
  disclosure-report-lint extract [选项] 路径…
  disclosure-report-lint rules
  disclosure-report-lint explain 规则…

check  校核年报，列出问题
  --format 格式         pretty（默认，供阅读）、json、ndjson（每份年报一行）、sarif、junit、github、
                        csv（每个问题一行，可直接用 Excel 打开）、html（一个独立网页）
  --rule 规则           只报这些规则的问题；可用逗号分隔，也可重复给出
  --severity 程度       只显示不低于此程度的问题：error、warning、information、hint（默认）；不影响退出码
  --max-warnings 个数   警告多于此数时退出码为 1
  --since 版本          只校核自 git 的这个版本以来改动过或新增的文件
  --write-waivers       把现有问题全部写入 disclosure-report.waivers.json，以后不再提示
  --reason 理由         豁免的理由，与 --write-waivers 同用，必填
  --files-from 文件     从文件中读取路径，每行一个（或以 NUL 分隔）；- 为标准输入

fix    修正并写回文件，编码、字节序标记和换行保持不变；默认只作不改动数字的修正
  --values              同时修正有唯一答案的数字（合计、可由勾稽关系确定的空白）
  --interactive         逐处列出可选的修正（首选在前），由人选定：数字选用，回车跳过，
                        a 其余（含其余文件）按首选修正，q 结束并保留已选的；需在终端中运行
  --dry-run             只显示将作的修改，不写文件

extract  提取年报中的数字，每份年报一条记录，供数据分析或入库；只读取，不校核
  --format json|csv     输出格式，默认 json（每行一个 JSON 对象）
  --files-from 文件     同上

rules    列出全部规则
explain  显示规则的说明：查什么、为什么、示例、怎么改

check 和 fix 的选项：
  --config 路径         只用这个配置文件，不找年报所在及上级文件夹中的 disclosure-report.config.json
  --no-config           配置和豁免都不用

共同选项：
  --lang zh-cn|en       语言，默认按 LC_ALL、LC_MESSAGES、LANG，否则为中文
  -h, --help            显示本说明
  -v, --version         显示版本号

路径可以是文件、文件夹（含子文件夹中的 .txt .text .md .markdown .html .htm .csv .tsv .rst .org；
其中的 Word、PDF 等文件不是文本，列出后跳过）、通配符（如 '2023/**/*.txt'，加引号以免被命令行解释器展开）
或 -（标准输入；fix 将修正后的文本写到标准输出，说明写到标准错误）。

退出码：0 没有错误级问题；1 有错误级问题，或警告多于 --max-warnings（fix：修正后仍有错误级问题）；
2 运行本身失败，如参数或配置有误、文件无法读取、文件夹中只有 Word、PDF 等不是文本的文件。extract 不看问题，只有 0 和 2。
`,
  `Disclosure Report Lint: checks annual reports on government information disclosure (政府信息公开年报)

Usage:
  disclosure-report-lint check [options] PATH…
  disclosure-report-lint fix [options] PATH…
  disclosure-report-lint extract [options] PATH…
  disclosure-report-lint rules
  disclosure-report-lint explain RULE…

check  lists what is wrong in the reports
  --format FORMAT       pretty (unless told, for reading), json, ndjson (one report a line), sarif, junit, github,
                        csv (one finding a row, opens in Excel as it is), html (one self-contained page)
  --rule RULE           only findings of these rules; separated by commas, or given several times
  --severity SEVERITY   shows only findings as severe as this or more: error, warning, information, hint (unless told);
                        the exit code stays the same
  --max-warnings COUNT  exit code 1 if there are more warnings than this
  --since REV           only files changed or added since this revision in git
  --write-waivers       writes all of today’s findings into disclosure-report.waivers.json, to be shown no longer
  --reason TEXT         why they are waived; needed with --write-waivers
  --files-from FILE     reads paths from a file, one a line (or separated by NUL); - is standard input

fix    corrects the files in place; encoding, byte order mark and line ends stay; changes no number unless told
  --values              also corrects numbers with a single answer (totals, blanks that the sums determine)
  --interactive         asks for each finding which correction to make (the preferred one first): a number takes it,
                        Enter skips, a takes the preferred ones of all the rest (other files too), q stops and keeps
                        what was chosen; needs a terminal
  --dry-run             shows the changes and writes nothing

extract  takes the numbers out of the reports, one record a report, for a data frame or a database; checks nothing
  --format json|csv     output format, json unless told (JSON Lines: one object a line)
  --files-from FILE     as above

rules    lists all rules
explain  shows the page of a rule: what, why, examples, how to fix it

check and fix:
  --config PATH         uses this configuration alone, not the disclosure-report.config.json around each report
  --no-config           uses neither configurations nor waivers

All:
  --lang zh-cn|en       language; unless told by LC_ALL, LC_MESSAGES, LANG, else Chinese
  -h, --help            shows this help
  -v, --version         shows the version

A path is a file, a folder (with the .txt .text .md .markdown .html .htm .csv .tsv .rst .org files in and below it; Word
files, PDF and others that are no text are named and skipped), a pattern such as '2023/**/*.txt' (quoted, so that the
shell leaves it alone), or - (standard input; fix then writes the corrected text to standard output and its messages to
standard error).

Exit code: 0 no error-level finding; 1 some, or more warnings than --max-warnings (fix: some errors are left);
2 the run itself failed (bad usage, faulty configuration, unreadable file, a folder with nothing but Word files and the
like). extract looks for no findings: 0 or 2.
`,
);
