/** What a folder holds besides texts (Word files, PDF and the like): named by kind, and with what to do where it holds nothing else. */
import { CONTAINERS, type Container, containerNamed, type Localized, say } from '../../core/index.ts';

/** Of each kind: nobody reads more, and the folder is at hand. */
const MOST_NAMES = 20;

interface Kind extends Container {
  readonly files: readonly string[];
}

const kindsOf = (files: readonly string[]): readonly Kind[] =>
  Object.values(CONTAINERS)
    .map((kind) => ({ ...kind, files: files.filter((file) => containerNamed(file) === kind) }))
    .filter((kind) => kind.files.length > 0);

const told = ({ name, files }: Kind): Localized => {
  const shown = files.slice(0, MOST_NAMES);
  const more = files.length - shown.length;
  return say(
    `${name['zh-cn']}：${shown.join('、')}${more > 0 ? ` 等 ${files.length} 个` : ''}`,
    `${name.en}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  );
};

/** `files`: paths below the folder, in the order in which they are told. */
export function skippedFiles(files: readonly string[]): Localized {
  const kinds = kindsOf(files).map(told);
  const count = files.length;
  return say(
    `跳过 ${count} 个不是文本的文件（${kinds.map((kind) => kind['zh-cn']).join('；')}）`,
    `skipped ${count} ${count === 1 ? 'file that is' : 'files that are'} no text (${kinds.map(({ en }) => en).join('; ')})`,
  );
}

/** The same for a folder with nothing else in it, and how texts are made of them. */
export function nothingButSkipped(files: readonly string[]): Localized {
  const kinds = kindsOf(files);
  const skipped = skippedFiles(files);
  const advised = [...new Set(kinds.map(({ advice }) => advice))].map((advice) => {
    const names = kinds.filter((kind) => kind.advice === advice).map(({ name }) => name);
    return say(
      `${names.map((name) => name['zh-cn']).join('、')}：${advice['zh-cn']}`,
      `${names.map(({ en }) => en).join(', ')}: ${advice.en}`,
    );
  });
  return say(
    `没有可校核的文本：${skipped['zh-cn']}。${advised.map((each) => each['zh-cn']).join('；')}`,
    `no text to check: ${skipped.en}. ${advised.map(({ en }) => en).join('; ')}`,
  );
}

/** Why a file that was named cannot be read, and what to do about it. */
export const advised = (reason: Localized, kind: Container | null): Localized =>
  kind ? say(`${reason['zh-cn']}：${kind.advice['zh-cn']}`, `${reason.en}: ${kind.advice.en}`) : reason;
