// Waits for something that announces itself to nobody.

/**
 * Asks again every tenth of a second.
 * @template T
 * @param {() => T | undefined | Promise<T | undefined>} ask
 * @param {string} what said in the error when it has not come
 * @param {number} [seconds]
 * @returns {Promise<T>}
 */
export async function until(ask, what, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
