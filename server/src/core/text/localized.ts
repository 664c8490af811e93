/** Texts that a person reads, in both languages of the product. */
export type Language = 'zh-cn' | 'en';
export type Localized = Readonly<Record<Language, string>>;

export const say = (zh: string, en: string): Localized => ({ 'zh-cn': zh, en });
