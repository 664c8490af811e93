/** The converters that the reader is tried on, as data: what runs, on what, and what its output is called. */

/** `page-border` is the web page with `border="1"` on its tables; `pdf` is printed from the Word file by LibreOffice. */
export type Source = 'docx' | 'page' | 'page-border' | 'pdf';

export interface Conversion {
  /** The name of its fixture, without the extension. */
  readonly id: string;
  readonly extension: string;
  readonly source: Source;
  /** `null`: the source itself, as it is. */
  readonly program: 'soffice' | 'pandoc' | 'pdftotext' | 'docx2txt' | 'w3m' | 'lynx' | 'html2text' | 'html2markdown' | null;
  readonly options: readonly string[];
}

/** Debian's package of each program. */
export const PACKAGES: Readonly<Record<NonNullable<Conversion['program']>, string>> = {
  soffice: 'libreoffice-writer-nogui',
  pandoc: 'pandoc',
  pdftotext: 'poppler-utils',
  docx2txt: 'docx2txt',
  w3m: 'w3m',
  lynx: 'lynx',
  html2text: 'html2text',
  html2markdown: 'python3-html2text',
};
/** The Chinese fonts that LibreOffice prints with; where labels wrap in the PDF is their doing. */
export const FONTS = 'fonts-noto-cjk';

const pandoc = (source: 'docx' | 'page', to: string, extension: string, columns?: number): Conversion => ({
  id: `${source}-pandoc-${to}${columns ? `-${columns}` : ''}`,
  extension,
  source,
  program: 'pandoc',
  options: ['-t', to, ...(columns ? [`--columns=${columns}`] : [])],
});

const pandocs = (source: 'docx' | 'page'): Conversion[] => [
  pandoc(source, 'markdown', 'md'),
  pandoc(source, 'gfm', 'md'),
  pandoc(source, 'plain', 'txt'),
  pandoc(source, 'rst', 'rst'),
  pandoc(source, 'rst', 'rst', 200),
  pandoc(source, 'org', 'org'),
];

const one = (
  id: string,
  extension: string,
  source: Source,
  program: Conversion['program'],
  options: readonly string[] = [],
): Conversion => ({ id, extension, source, program, options });

export const conversions: readonly Conversion[] = [
  ...pandocs('docx'),
  // From a web page it gives the same at any width: the page says nothing of the columns' widths.
  pandoc('docx', 'markdown', 'md', 200),
  pandoc('docx', 'html', 'html'),
  one('docx-soffice-txt', 'txt', 'docx', 'soffice', ['--convert-to', 'txt:Text (encoded):UTF8']),
  one('docx-soffice-html', 'html', 'docx', 'soffice', ['--convert-to', 'html']),
  one('docx-docx2txt', 'txt', 'docx', 'docx2txt'),
  one('pdf-layout', 'txt', 'pdf', 'pdftotext', ['-layout']),
  one('pdf-raw', 'txt', 'pdf', 'pdftotext', ['-raw']),
  one('pdf-default', 'txt', 'pdf', 'pdftotext'),
  one('page', 'html', 'page', null),
  ...pandocs('page'),
  one('page-w3m-80', 'txt', 'page', 'w3m', ['-dump', '-cols', '80']),
  one('page-w3m-120', 'txt', 'page', 'w3m', ['-dump', '-cols', '120']),
  one('page-border-w3m-80', 'txt', 'page-border', 'w3m', ['-dump', '-cols', '80']),
  one('page-border-w3m-120', 'txt', 'page-border', 'w3m', ['-dump', '-cols', '120']),
  one('page-lynx-80', 'txt', 'page', 'lynx', ['-dump', '-display_charset=utf-8', '-width=80']),
  one('page-lynx-160', 'txt', 'page', 'lynx', ['-dump', '-display_charset=utf-8', '-width=160']),
  one('page-html2markdown', 'md', 'page', 'html2markdown'),
  one('page-html2markdown-pad', 'md', 'page', 'html2markdown', ['--pad-tables', '--body-width=0']),
  one('page-html2markdown-bypass', 'md', 'page', 'html2markdown', ['--bypass-tables']),
  one('page-html2markdown-ignore', 'md', 'page', 'html2markdown', ['--ignore-tables']),
  one('page-html2text', 'txt', 'page', 'html2text'),
  one('page-html2text-utf8', 'txt', 'page', 'html2text', ['-utf8', '-width', '200']),
  one('page-html2text-ascii', 'txt', 'page', 'html2text', ['-ascii', '-width', '200']),
];

export const FOLDER = 'test/fixtures/converters';

/** The path of a fixture, from the root of the repository. */
export const fixturePath = (sample: { readonly id: string }, { id, extension }: Conversion): string =>
  `${FOLDER}/${sample.id}/${id}.${extension}`;

export const valuesPath = (sample: { readonly id: string }): string => `${FOLDER}/${sample.id}/values.json`;
