/** How many columns a character takes where text is set in columns of equal width: two for East Asian wide ones. */

// Unicode's East Asian Width W and F, in the blocks that Chinese texts use; ambiguous ones count one, as converters do.
const isWide = (code: number): boolean =>
  code >= 0x1100 &&
  (code <= 0x115f ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    // The first half of a character outside the basic plane stands for both.
    (code >= 0xd800 && code <= 0xdbff));

const isNothing = (code: number): boolean => (code >= 0xdc00 && code <= 0xdfff) || (code >= 0x200b && code <= 0x200f) || code === 0x0c;

export const widthOf = (code: number): number => (isWide(code) ? 2 : isNothing(code) ? 0 : 1);
