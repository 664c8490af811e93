/** Tells in a moment that a text is no report; the client asks the same before it starts the server. */

// No report is without one of these, and hardly any other text has one: a few native searches decide.
const PROBES = ['信息公开', '信息内容', '政府信息', '行政复议', '行政许可', '结果维持', '申请人情况'];

export const mayBeReport = (text: string): boolean => PROBES.some((probe) => text.includes(probe));

/** How the names of files end that may hold reports as text. */
export const REPORT_EXTENSIONS = ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'csv', 'tsv', 'rst', 'org'] as const;
