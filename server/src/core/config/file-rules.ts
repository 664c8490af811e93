/** What may be wrong in the project’s own files: rules like the others, but about no report. */
import type { Severity } from '../finding/finding.ts';
import type { RuleMeta } from '../finding/rule.ts';
import { type Localized, say } from '../text/localized.ts';

export interface FileRule extends RuleMeta {
  /** It cannot be switched off. */
  readonly fixed: boolean;
}

export type FileRuleId = 'invalid-configuration' | 'unused-waiver' | 'unknown-waiver';

const rule = (id: FileRuleId, severity: Severity, summary: Localized): FileRule => ({
  id,
  severity,
  fixable: [],
  summary,
  basis: say('本工具配置和豁免文件的格式', 'The format of this tool’s configuration and waivers'),
  since: '0.1.0',
  // What cannot be understood cannot be followed either.
  fixed: id === 'invalid-configuration',
});

export const FILE_RULES: readonly FileRule[] = [
  rule('invalid-configuration', 'error', say('配置或豁免文件有错', 'The configuration or the waivers file is faulty')),
  rule('unused-waiver', 'warning', say('豁免没有对应的问题', 'A waiver waives nothing')),
  rule('unknown-waiver', 'warning', say('豁免所指的文件或规则不存在', 'A waiver names a file or a rule that does not exist')),
];
