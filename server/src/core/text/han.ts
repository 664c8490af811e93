/** A Chinese character, of the block of which nearly every text consists. */
export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
