/** The JSON schemas that editors complete and check the project’s files with, made from the product’s own shapes. */
import * as z from 'zod/mini';
import { configSchema, waiversSchema } from '../../server/src/core/config/file-schema.ts';
import { descriptions } from '../../server/src/core/text/described.ts';

/** Draft 7 is what VS Code knows best. */
const schemaOf = (title: string, schema: z.ZodMiniType): string =>
  `${JSON.stringify({ title, ...z.toJSONSchema(schema, { metadata: descriptions, target: 'draft-7', io: 'input', reused: 'ref' }) }, null, 2)}\n`;

/** Path in the repository and content of each. */
export const schemas = (): readonly { readonly path: string; readonly due: string }[] => [
  { path: 'schemas/config.schema.json', due: schemaOf('disclosure-report.config.json', configSchema) },
  { path: 'schemas/waivers.schema.json', due: schemaOf('disclosure-report.waivers.json', waiversSchema) },
];
