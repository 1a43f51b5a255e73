import { formatNumber } from '@dvk/sdk/text';

/** `1,5 MB`, in units of 1,024 as Windows counts them; number and unit stay on one line. */
export function formatSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = Math.min(3, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const value = bytes / 1024 ** power;
  return `${formatNumber(value, { decimals: value < 10 ? 1 : 0 })}\u00a0${units[power]}`;
}
