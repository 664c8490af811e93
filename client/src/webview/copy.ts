/** Puts HTML on the clipboard, with plain text beside it for programs that take no other. */

function copyByEvent(html: string, text: string): boolean {
  let filled = false;
  const onCopy = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    filled = true;
  };
  document.addEventListener('copy', onCopy);
  try {
    return document.execCommand('copy') && filled;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', onCopy);
  }
}

export async function copyHtml(html: string, text: string): Promise<boolean> {
  try {
    const blob = (type: string, content: string): Blob => new Blob([content], { type });
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', text) })]);
    return true;
  } catch {
    // The frame may not use the clipboard by itself; what a person copies it may fill.
    return copyByEvent(html, text);
  }
}
