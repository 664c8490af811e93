/** Descriptions of the fields that a person writes, as an editor shows them. */
import * as z from 'zod/mini';

/** What goes into a JSON schema besides the shape. */
export const descriptions = z.registry<{ readonly description: string; readonly markdownDescription: string; readonly anyOf?: unknown }>();

/** A schema file cannot be translated by the editor: both languages stand in it. */
export function described<T extends z.ZodMiniType>(schema: T, zh: string, en: string, more: { readonly anyOf?: unknown } = {}): T {
  descriptions.add(schema, { description: `${zh}\n${en}`, markdownDescription: `${zh}\n\n${en}`, ...more });
  return schema;
}
