import type { Upload } from '@dvk/elements/file-field';
import { createClient } from '@dvk/sdk/client';
import { roleNames } from '@dvk/sdk/session';
import { persons } from './persons.ts';
import { apiUrl } from './server.ts';

export const works: Upload = async ({ name, size }) => ({ id: crypto.randomUUID(), name, size });
/** Half of the file has gone out, and there it stays. */
export const stalls: Upload = ({ size }, { onProgress }) => {
  onProgress(size / 2);
  return new Promise(() => {});
};
const fails: Upload = () => Promise.reject(new Error('no network'));

const client = createClient({ baseUrl: new URL(apiUrl, location.href).href, maxRetries: 0 });
const clients = { 'một client riêng cho /api': client };

/** What the controls offer for a property that cannot be typed: by its type, and by what it is called there. */
export const samples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Client: clients,
  "Pick<Client, 'units'>": clients,
  GetToken: Object.fromEntries(
    Object.entries(persons).map(([person, { name, roles }]) => [
      name === null ? 'Khách' : `${name}, ${roleNames[roles[0]!]}`,
      () => (name === null ? null : person),
    ]),
  ),
  Upload: { 'tải lên được': works, 'dừng giữa chừng': stalls, 'không tải được': fails },
};
