/**
 * Copies a text, and says whether that worked. Pages without TLS have no clipboard: there the text is copied as if the
 * person had selected `shown` and pressed the keys. If that fails too, it stays selected for them.
 */
export async function copyText(text: string, shown: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(shown);
    const put = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', put, { capture: true, once: true });
    const copied = document.execCommand('copy');
    document.removeEventListener('copy', put, { capture: true });
    return copied;
  }
}
