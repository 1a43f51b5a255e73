import { importIcal } from '../index.ts';

const options = { id: 'imported', version: '1', years: [2025, 2030] } as const;

/** A calendar with events of the given lines. */
export const feed = (...events: (string | string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//test//EN',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

/** What of a file reaches the years 2025 to 2030. */
export function read(file: string | Uint8Array) {
  const { layer, doubts } = importIcal(file, options);
  return {
    off: layer.holidays!.map(({ date }) => date),
    worked: layer.makeUpDays!.map(({ date }) => date),
    names: layer.holidays!.map(({ name }) => name),
    codes: doubts.map(({ code }) => code),
    doubts,
    layer,
  };
}
