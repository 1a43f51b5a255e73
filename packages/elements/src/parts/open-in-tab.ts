import { saveFile } from './save-file.ts';

/** Long enough for a slow machine to read it from the address. */
const lifetime = 60_000;

/**
 * Shows a PDF in a tab of its own. To be called in the click itself, before the file is there: browsers open no tab later. Where
 * none may be opened, the file is saved.
 */
export async function openInTab(load: () => PromiseLike<Blob>, name: string): Promise<void> {
  const tab = window.open('', '_blank');
  try {
    const file = await load();
    if (!tab) return saveFile(file, name);
    tab.opener = null;
    const url = URL.createObjectURL(
      file.type === 'application/pdf' ? file : new Blob([file], { type: 'application/pdf' }),
    );
    tab.location.replace(url);
    setTimeout(() => URL.revokeObjectURL(url), lifetime);
  } catch (error) {
    tab?.close();
    throw error;
  }
}
