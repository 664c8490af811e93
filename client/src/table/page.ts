/** The page of the table view: its script and style are files of the extension, and nothing else may be loaded. */
import type { Texts } from './page-messages.ts';

interface PageParts {
  readonly script: string;
  readonly style: string;
  /** What the policy calls the place of the extension’s files. */
  readonly source: string;
  readonly nonce: string;
  readonly language: string;
  readonly texts: Texts;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] as string);

export const pageOf = ({ script, style, source, nonce, language, texts }: PageParts): string => `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${escaped(source)}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(style)}">
</head>
<body data-texts="${escaped(JSON.stringify(texts))}">
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;
