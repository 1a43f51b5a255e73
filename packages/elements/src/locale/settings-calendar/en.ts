import type { settingsCalendar as vi } from './vi.ts';

export const settingsCalendar: typeof vi = {
  title: (year) => `Working calendar of ${year}`,
  wholeProvince: 'Whole province',
  versionOf: (version) => `version ${version}`,
  days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  shortDays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  week: (first, last) => `${first} to ${last}`,
  month: (month) =>
    [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ][month - 1]!,
  previousMonth: 'Month before',
  nextMonth: 'Next month',
  year: 'Year',
  legend: 'Key',
  kinds: {
    working: 'Working day',
    rest: 'Weekend',
    holiday: 'Public holiday',
    swapped: 'Off in place of another day',
    'made-up': 'Make-up day',
  },
  changed: 'not saved',
  today: 'today',
  workingDays: 'working days',
  provisional: 'provisional',
  final: 'final',
  provisionalYear: (year) =>
    `The days off of ${year} are provisional: they have not been announced. Due dates in that year are provisional, too.`,
  announce: 'They have been announced: make them final',
  announcedChange: (year) => `Days off of ${year}: provisional → final`,
  day: 'The chosen day',
  choices: {
    working: 'Working day',
    rest: 'Weekend',
    swapped: 'Off, made up on another day',
    holiday: 'Public holiday',
    'made-up': 'Make-up day',
  },
  whatDay: 'This day is',
  makeUp: 'Made up on',
  workedFor: 'Made up for',
  name: 'Name of the holiday',
  names: { swapped: 'Nghỉ hoán đổi', madeUp: (day) => `Làm bù cho ${day}`, plainMadeUp: 'Làm bù' },
  change: (day, before, after) => `${day}: ${before} → ${after}`,
  faults: {
    needsMakeUp: 'choose the make-up day',
    needsName: 'enter the name of the holiday',
    taken: (name) => `is ${name} already and cannot be the make-up day`,
  },
  copy: (year) => `Copy to ${year} (provisional)`,
  copied: (year, count) =>
    count === 0
      ? `There is no day of its own to copy to ${year}.`
      : `${count} ${count === 1 ? 'day was' : 'days were'} copied to ${year}, provisionally. Check, then save.`,
  left: { yearly: 'decided each year; enter it when it is announced', off: 'is off already' },
  download: 'Download as iCalendar',
  choose: 'Read an iCalendar file',
  read: (year, count) =>
    count === 0
      ? `The file has no day of ${year} that differs from this calendar.`
      : `The file has ${count} ${count === 1 ? 'day' : 'days'} of ${year} that differ from this calendar. Check, then save.`,
  doubts: (count) => `${count} ${count === 1 ? 'place' : 'places'} in the file to look at`,
  line: (number) => `Line ${number}`,
  special: 'Special days',
  specialNone: 'No day of this year departs from the week.',
  ofProvince: 'Set by the province',
  keys: {
    days: 'to another day',
    months: 'to another month',
    week: 'begin, end of the week',
    open: 'change the chosen day',
  },
};
