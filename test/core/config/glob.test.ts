/** Globs mean what they mean elsewhere, and none of them costs more than its length times that of the path. */
import fc from 'fast-check';
import picomatch from 'picomatch/posix';
import { describe, expect, it } from 'vitest';
import { escapeGlob, globMatcher } from '../../../server/src/core/config/glob.ts';

const matches = (pattern: string, path: string): boolean => globMatcher(pattern)(path);

describe('a glob', () => {
  it.each([
    ['*2023*政府信息公开*年报*.txt', '青禾县水务局2023年政府信息公开工作年报.txt', true],
    ['*2023*政府信息公开*年报*.txt', '青禾县水务局2023年政府信息公开.txt', false],
    ['**/各部门/*.txt', '各部门/水务局.txt', true],
    ['**/各部门/*.txt', '县/2023/各部门/水务局.txt', true],
    ['**/各部门/*.txt', '县各部门/水务局.txt', false],
    ['部门/{甲,乙}局*.txt', '部门/乙局2023.txt', true],
    ['部门/{甲,乙}局*.txt', '部门/丙局2023.txt', false],
    ['{部门/**,乡镇/*}.txt', '部门/2023/甲局.txt', true],
    ['{部门/**,乡镇/*}.txt', '乡镇/2023/甲乡.txt', false],
    ['{甲,乙{丙,丁}}.txt', '乙丁.txt', true],
    ['甲{乙,}.txt', '甲.txt', true],
    ['**', '县/a.txt', true],
    ['*/**', 'a.txt', false],
    ['20??/*', '2023/a.txt', true],
    ['?.txt', '𬭚.txt', true],
    ['a?b', 'a/b', false],
    ['第[一二]批.txt', '第二批.txt', true],
    ['第[一-三]批.txt', '第三批.txt', true],
    ['第[!一二]批.txt', '第二批.txt', false],
    ['a[!b]c', 'a/c', false],
  ])('%s: %s %s', (pattern, path, expected) => expect(matches(pattern, path)).toBe(expected));

  it.each(['年报(1).txt', '[2023]年报.txt', '{年报}.txt', '年报{a,b.txt', 'a]b[c', 'a+b|c^d$.txt', '!年报', '@(a)', '{1..3}'])(
    'of a name without wildcards is that name: %s',
    (name) => {
      expect(matches(name, name)).toBe(true);
      expect(matches(name, `${name}x`)).toBe(false);
    },
  );

  it('agrees with another reader of globs', () => {
    const piece = fc.constantFrom('a', 'b', '.', '/', '*', '?', '**/', '{a,b}', '{a/,b*}', '[ab]', '[^a]', '{a,{b,?}}', 'c/**/');
    const name = fc.stringMatching(/^[a-c]{1,2}(\.[a-c])?$/);
    const dubious = /^\/|\/\/|\/$|\*\*(?!\/)|[^/]\*\*|(?:^|\/)\.{1,2}(?:\/|$)/;
    const pattern = fc
      .array(piece, { minLength: 1, maxLength: 6 })
      .map((pieces) => pieces.join(''))
      .filter((text) => !dubious.test(text));
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(pattern, path, (glob, at) => {
        expect(matches(glob, at)).toBe(picomatch(glob, { dot: true, nonegate: true, noextglob: true })(at));
      }),
      { numRuns: 2000 },
    );
  });

  it('that is a path escaped matches that path alone', () => {
    const path = fc.stringMatching(/^[a/*?[\]{},\\!-]{1,12}$/);
    fc.assert(
      fc.property(path, path, (one, other) => {
        expect(matches(escapeGlob(one), one)).toBe(true);
        expect(matches(escapeGlob(one), other)).toBe(one === other);
      }),
    );
  });
});

// With a reader that goes back and tries again, the sun would set over any of these.
describe('the longest path is soon read', () => {
  const names = Array(16).fill('a'.repeat(255)).join('/');
  const folders = Array(2048).fill('a').join('/');
  it.each([
    ['stars', '**/*a*a*a*a*a*a*ab', names],
    ['stars before what they take, too', '**/*aaaa*aaa*aaaaa*aaa*aaaaa*b', names],
    ['folders', '**/a/**/a/**/a/**/a/**/b', folders],
    ['choices of the same', `${'{a,aa}'.repeat(33)}b`, 'a'.repeat(255)],
    ['choices of nothing', `**/${'{,a}'.repeat(48)}b`, names],
    ['choices within choices', `**/${'{a,'.repeat(48)}${'}'.repeat(48)}b`, names],
    ['choices of folders', `${'{**/,a}'.repeat(8)}b`, folders],
    ['question marks', `**/*${'?'.repeat(195)}b`, names],
    ['sets', `**/*${'[!b]'.repeat(48)}b`, names],
    ['what other readers repeat', '(a+)+(a|aa)*b', 'a'.repeat(255)],
    ['a folder of any name', `${escapeGlob('{a,b}*/'.repeat(500))}**/*a*b`, `${'{a,b}*/'.repeat(500)}a`],
  ])('with %s', (_, pattern, path) => expect(matches(pattern, path)).toBe(false));
});
