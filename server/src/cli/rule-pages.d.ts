/** The pages of docs/rules by the rule's id, which the build puts in as text (scripts/lib/rule-pages.mjs). */
declare module 'virtual:rule-pages' {
  export const pages: Readonly<Record<string, string>>;
}
