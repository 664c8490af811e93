/** What may be wrong in the project’s own files: rules like the others, but about no report. */
import { type Localized, type Severity, say } from '../check/finding.ts';

export interface FileRule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: Localized;
  /** It cannot be switched off: what cannot be understood cannot be followed either. */
  readonly fixed: boolean;
  readonly since: string;
}

export type FileRuleId = 'invalid-configuration' | 'unused-waiver' | 'unknown-waiver';

const rule = (id: FileRuleId, severity: Severity, summary: Localized, fixed = false): FileRule => ({
  id,
  severity,
  summary,
  fixed,
  since: '0.1.0',
});

export const FILE_RULES: readonly FileRule[] = [
  rule('invalid-configuration', 'error', say('配置或豁免文件有错', 'The configuration or the waivers file is faulty'), true),
  rule('unused-waiver', 'warning', say('豁免没有对应的问题', 'A waiver waives nothing')),
  rule('unknown-waiver', 'warning', say('豁免所指的文件或规则不存在', 'A waiver names a file or a rule that does not exist')),
];
