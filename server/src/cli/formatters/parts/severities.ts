/** How severities are called and coloured. */
import type { Localized, Severity } from '../../../core/index.ts';
import { say } from '../../../core/index.ts';
import type { Style } from './paint.ts';

/** From the gravest to the least. */
export const SEVERITY_ORDER = ['error', 'warning', 'information', 'hint'] as const satisfies Severity[];

export const SEVERITIES: Readonly<Record<Severity, { readonly name: Localized; readonly style: Style }>> = {
  error: { name: say('错误', 'error'), style: 'red' },
  warning: { name: say('警告', 'warning'), style: 'yellow' },
  information: { name: say('信息', 'info'), style: 'blue' },
  hint: { name: say('提示', 'hint'), style: 'dim' },
};
