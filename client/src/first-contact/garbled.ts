/** Reports that were opened in the wrong encoding, and files that are no text at all: recognised without the editor. */
import { CONTAINERS, type Container, containerNamed } from '../../../server/src/core/text/containers.ts';
import { mayBeReport } from '../../../server/src/lsp/protocol.ts';

/** The editor’s names of encodings in which such reports are saved, with those of the decoder. */
const ENCODINGS = [
  ['utf8', 'utf-8'],
  ['gb18030', 'gb18030'],
  ['cp950', 'big5'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
] as const;

export type EncodingId = (typeof ENCODINGS)[number][0];

/** 政府信息公开 read in a wrong encoding: UTF-8 as GBK, GBK as Latin-1, UTF-8 as Windows-1252 and as Latin-1, GBK as Big5. */
const GARBLED = ['淇℃伅鍏紑', 'ÐÅÏ¢¹«¿ª', 'ä¿¡æ¯å…¬å¼€', 'ä¿¡æ\u0081¯å\u0085¬å¼', '陓洘鼠羲'];
const REPLACEMENT = '\ufffd';
const HEAD = 20_000;
const FEWEST = 8;

/** Whether a text may have been read in the wrong encoding: cheap, asked of every text that is opened. */
export function looksGarbled(text: string): boolean {
  const head = text.slice(0, HEAD);
  if (GARBLED.some((word) => head.includes(word)) || head.includes('\0')) return true;
  let found = 0;
  for (let at = head.indexOf(REPLACEMENT); at >= 0 && found < FEWEST; at = head.indexOf(REPLACEMENT, at + 1)) found++;
  return found >= FEWEST;
}

/** The encoding in which the bytes are a report; `null` where they are none in any. */
export function encodingOf(bytes: Uint8Array): EncodingId | null {
  for (const [id, name] of ENCODINGS) {
    try {
      if (mayBeReport(new TextDecoder(name, { fatal: true }).decode(bytes))) return id;
    } catch {
      // Not in this encoding, or the decoder is not there.
    }
  }
  return null;
}

/** A text has none of these at its beginning: archives (as Word files are), PDF, RTF. */
const SIGNATURE = /^(?:PK|%PDF-|\{\\rtf)/;

/** What a file is that was opened as text and is none: by its name and how it begins. */
export function containerOf(path: string, text: string): Container | null {
  if (text.startsWith('%PDF-')) return CONTAINERS.pdf;
  const head = text.slice(0, HEAD);
  return SIGNATURE.test(head) || head.includes(REPLACEMENT) || head.includes('\0') ? containerNamed(path) : null;
}

/**
 * What a file is that the editor shows as binary, where somebody may want it checked: of documents always, for reports
 * are written as such; of the others by their names.
 */
export function containerToTell(path: string): Container | null {
  const container = containerNamed(path);
  const isDocument = container === CONTAINERS.word || container === CONTAINERS.wps;
  return isDocument || path.slice(path.lastIndexOf('/') + 1).includes('信息公开') ? container : null;
}
