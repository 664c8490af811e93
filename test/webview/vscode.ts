/** As much of the editor as the page of the table view needs, in a language of choice. */
import chinese from '../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' };

export const env = { language: 'zh-cn' };
export const l10n = {
  t: (text: string): string => (env.language === 'zh-cn' ? ((chinese as Record<string, string>)[text] ?? text) : text),
};
export const Uri = { joinPath: (base: string, ...parts: string[]): string => [base, ...parts].join('/') };
