/** What bodies were called before they were renamed (机构改革): data, checked when it is first asked for. */
import * as z from 'zod/mini';
import data from './renamings.json' with { type: 'json' };

const names = () => z.array(z.string().check(z.minLength(2))).check(z.minLength(1));

const schema = z.array(
  z.strictObject({
    /** The year in which the reform of the State Council did it; local bodies followed until the end of the next. */
    since: z.number(),
    now: names(),
    former: names(),
  }),
);

type Renaming = z.infer<typeof schema>[number];

let checked: readonly Renaming[] | null = null;

export const renamings = (): readonly Renaming[] => (checked ??= z.parse(schema, data));
