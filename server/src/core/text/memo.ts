/** Values that are worked out once for an object, and kept as long as the object is. */

/**
 * A function that asks `make` once for each last argument; those before it (the `document` of a `report`) belong to that one.
 * Only for what nobody changes, as whatever the core makes.
 */
export function memo<A extends readonly unknown[], K extends object, V extends object>(
  make: (...args: [...A, K]) => V,
): (...args: [...A, K]) => V {
  const known = new WeakMap<K, V>();
  return (...args) => {
    const key = args[args.length - 1] as K;
    const old = known.get(key);
    if (old !== undefined) return old;
    const value = make(...args);
    known.set(key, value);
    return value;
  };
}
