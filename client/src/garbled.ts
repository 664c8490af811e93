/** Reports that were opened in the wrong encoding, and files that are no text at all: recognised without the editor. */
import { mayBeReport } from '../../server/src/lsp/protocol.ts';

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

export type Container = 'docx' | 'doc' | 'pdf';

/** What a file is that was opened as text and is none: by its name and how it begins. */
export function containerOf(path: string, text: string): Container | null {
  const name = path.toLowerCase();
  if (name.endsWith('.pdf') || text.startsWith('%PDF-')) return 'pdf';
  if (/\.(?:docx|docm|wps)$/.test(name) && text.startsWith('PK')) return 'docx';
  return /\.(?:doc|wps)$/.test(name) && text.includes(REPLACEMENT) ? 'doc' : null;
}
