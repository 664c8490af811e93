import type { Plugin } from 'esbuild';

export const rulePages: Plugin;
export const viteRulePages: { name: string; resolveId(id: string): string | undefined; load(id: string): string | undefined };
