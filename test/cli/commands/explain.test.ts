/** `rules` and `explain`: every rule is listed, and has its page in both languages. */
import { describe, expect, it } from 'vitest';
import { pageIn } from '../../../server/src/cli/commands/explain.ts';
import { FILE_RULES, rules } from '../../../server/src/core/index.ts';
import { inMemory } from '../host.ts';

const METAS = [...rules.map(({ meta }) => meta), ...FILE_RULES];

describe('rules and explain', () => {
  it('lists every rule in both languages', async () => {
    for (const language of ['zh-cn', 'en'] as const) {
      const { code, stdout } = await inMemory({}).run(['rules', '--lang', language]);
      expect([code, stdout.split('\n').length - 1]).toEqual([0, METAS.length]);
      for (const { id, summary } of METAS) expect(stdout).toMatch(new RegExp(`^${id} .*${summary[language].slice(0, 6)}`, 'm'));
    }
  });

  it('has the page of every rule, in one language at a time, with the examples', async () => {
    for (const { id } of METAS) {
      const [zh, en] = await Promise.all(['zh-cn', 'en'].map((lang) => inMemory({}).run(['explain', '--lang', lang, id])));
      expect(zh?.stdout).toMatch(new RegExp(`^# ${id}\n\n## .*\\p{Script=Han}`, 'u'));
      expect(zh?.stdout).not.toContain('### Why');
      expect(en?.stdout).toMatch(new RegExp(`^# ${id}\n\n## [A-Z“]`));
      expect(en?.stdout).not.toContain('### 为什么');
      const fences = (text = ''): number => text.match(/^```(?:report|json)/gm)?.length ?? 0;
      expect(fences(en?.stdout)).toBe(fences(zh?.stdout));
      expect(fences(zh?.stdout)).toBeGreaterThan(0);
    }
  });

  it('prints a page of one language whole', () => {
    expect(pageIn('en', '# x\n\n## 甲\n')).toBe('# x\n\n## 甲\n');
  });
});
