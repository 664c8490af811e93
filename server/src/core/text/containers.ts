/** Files that hold documents but no text, told by how their names end: what they are, and how a person makes a text of one. */
import { type Localized, say } from './localized.ts';

export interface Container {
  /** Of several of them. */
  readonly name: Localized;
  readonly extensions: readonly string[];
  /** In the words of whoever writes reports; without an end, so that it may stand in a sentence. */
  readonly advice: Localized;
  /** Stands beside reports for many reasons, and is named only where there is nothing else. */
  readonly aside?: true;
}

const DOCUMENT = say(
  '在 WPS 或 Word 中打开，把三张表连同正文复制到新建的文本文件（.txt），或另存为网页（.html）或纯文本（.txt）后再校核',
  'in WPS or Word, copy the three tables with the text around them into a new text file (.txt), or save as a web page (.html) or as plain text (.txt), and check that',
);
const SHEET = say(
  '在 WPS 表格或 Excel 中打开，把三张表复制到新建的文本文件（.txt），或另存为 CSV 文件（.csv）后再校核',
  'in WPS or Excel, copy the three tables into a new text file (.txt), or save as CSV (.csv), and check that',
);
const PDF = say(
  '在 PDF 阅读器中把三张表连同正文复制到新建的文本文件（.txt），或用 pdftotext -raw（不要用 -layout）转换后再校核',
  'in a PDF reader, copy the three tables with the text around them into a new text file (.txt), or convert with pdftotext -raw (not -layout), and check that',
);
const OFD = say(
  '在 OFD 阅读器中把三张表连同正文复制到新建的文本文件（.txt）后再校核',
  'in an OFD reader, copy the three tables with the text around them into a new text file (.txt), and check that',
);
const IMAGE = say(
  '图片中的表格读不出：请向报送单位要 Word 或网页原稿，或先作文字识别',
  'tables in pictures cannot be read: ask for the Word file or the web page, or have the text recognised first',
);
const WEB_ARCHIVE = say(
  '用浏览器打开，另存为“网页，仅 HTML”（.html）后再校核',
  'open it in a browser, save it as “Webpage, HTML only” (.html), and check that',
);
const ARCHIVE = say('先解压，再校核其中的文件', 'unpack the archive, and check the files in it');

const kind = (name: Localized, extensions: readonly string[], advice: Localized): Container => ({ name, extensions, advice });

/** In the order in which they are told. */
export const CONTAINERS = {
  word: kind(say('Word 文档', 'Word documents'), ['docx', 'docm', 'doc'], DOCUMENT),
  wps: kind(say('WPS 文档', 'WPS documents'), ['wps', 'wpt'], DOCUMENT),
  writing: kind(say('RTF、ODT 文档', 'RTF or ODT documents'), ['rtf', 'odt'], DOCUMENT),
  sheet: kind(say('电子表格', 'spreadsheets'), ['xlsx', 'xlsm', 'xlsb', 'xls', 'et', 'ods'], SHEET),
  pdf: kind(say('PDF', 'PDF'), ['pdf'], PDF),
  ofd: kind(say('OFD、CEB 文件', 'OFD or CEB files'), ['ofd', 'ceb'], OFD),
  webArchive: kind(say('单个文件网页', 'web archives'), ['mht', 'mhtml'], WEB_ARCHIVE),
  archive: kind(say('压缩包', 'archives'), ['zip', 'rar', '7z', 'tar', 'gz', 'tgz'], ARCHIVE),
  image: { ...kind(say('图片', 'pictures'), ['png', 'jpg', 'jpeg', 'tif', 'tiff', 'bmp'], IMAGE), aside: true },
} as const satisfies Readonly<Record<string, Container>>;

const BY_EXTENSION: ReadonlyMap<string, Container> = new Map(
  Object.values(CONTAINERS).flatMap((container) => container.extensions.map((extension) => [extension, container] as const)),
);

/** What a file is by its name; `null` where it may be text, is hidden, or is what Word keeps beside a document that is open (`~$…`). */
export function containerNamed(path: string): Container | null {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  if (dot < 0 || name.startsWith('~$') || name.startsWith('.')) return null;
  return BY_EXTENSION.get(name.slice(dot + 1).toLowerCase()) ?? null;
}
