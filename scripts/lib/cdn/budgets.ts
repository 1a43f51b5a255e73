/** What the files for pages without a bundler may weigh: KB of gzip, KB = 1024 bytes. */
export const budgets = {
  /** What a page of the main file loads before anybody does anything. */
  main: 64,
  /** The same for a page with `dvk-complaint-tracker.js`. */
  tracker: 35,
  /** What a further widget adds to the main file, which has no field but that for text yet. */
  further: 39,
  /** What English adds to it. */
  english: 26,
};

/** What is loaded when somebody needs it, by the module it begins with, or the part that such modules share. */
export const onDemand: Readonly<Record<string, { what: string; budget: number }>> = {
  contract: { what: 'what the steps of a record ask for, and fields with choices', budget: 6.5 },
  fields: { what: 'the other fields of a form, with the first that is drawn', budget: 11.5 },
  'my-models': { what: 'the list of a unit’s models, for who may register', budget: 7 },
  'form-parts': { what: 'the form of a registration, for who may register', budget: 5.2 },
  sheet: { what: 'an open scorecard: its table', budget: 12 },
  'sheet-more': { what: 'an open scorecard: drawing, files, paper', budget: 12 },
  'scorecard-list': { what: 'what the list of scorecards looks like', budget: 3.5 },
  history: { what: 'what has happened to a scorecard', budget: 2.5 },
  preview: { what: 'an answer as the sender of the case will see it', budget: 1.2 },
  viewer: { what: 'the pictures of a record, large', budget: 2.3 },
  scoring: { what: 'points, band and explanations of a scorecard that may be filled in', budget: 11.5 },
  'check-and-receipt': { what: 'the check page of a report or proposal, and its receipt', budget: 12 },
  'receipt-picture': { what: 'a receipt as a picture', budget: 1 },
  qr: { what: 'a QR code', budget: 4 },
  'found-case': { what: 'a case that was found', budget: 11.5 },
  'remembered-list': { what: 'the cases that this machine remembers', budget: 1 },
  scan: { what: 'reading the QR code of a receipt with the camera', budget: 1.6 },
  'place-source': { what: 'the search for a place', budget: 6.8 },
  'bundled-communes': { what: 'provinces and communes of today', budget: 28.5 },
  'bundled-former': { what: 'names and codes of before', budget: 106 },
  'case-record': { what: 'an open case at the desk', budget: 12 },
  'unit-record': { what: 'an open unit', budget: 6 },
  'unit-forms': { what: 'the forms for units: change, merge, split', budget: 9 },
  'unit-import': { what: 'the import of a table of units', budget: 12 },
  'people-record': { what: 'an open person or service account', budget: 6 },
  'people-forms': { what: 'the forms for people and service accounts', budget: 9 },
  'rubric-record': { what: 'an open version of a rubric', budget: 12 },
  'rubric-import': { what: 'a new version of a rubric from a Word or Excel file', budget: 12 },
  comparison: { what: 'how two versions of a rubric differ', budget: 3 },
  'list-kit': { what: 'the list of a desk: table, states, filters, keys, selection', budget: 13.5 },
  'list-bulk': { what: 'one step for several records, with a result for each', budget: 1.7 },
  'list-export': { what: 'a list as an Excel or CSV file', budget: 8 },
  'calendar-page': { what: 'the working calendar of a province, to see and to change', budget: 12 },
  'form-page': { what: 'a setting that is a few fields', budget: 12 },
  'ical-in': { what: 'reading an iCalendar file', budget: 17 },
  'ical-out': { what: 'writing an iCalendar file, with the library for it', budget: 25 },
  'version-list': { what: 'what has happened to a setting', budget: 2 },
  'scale-photo': { what: 'making photos smaller, in a worker of the same file', budget: 1.6 },
  requests: { what: 'the operations and what sends requests; at once but for the tracker', budget: 14 },
  'make-client': { what: 'the same, by its name on demand', budget: 0.2 },
  upload: { what: 'the sending of a file with its progress', budget: 1 },
  'brand-sheet': { what: 'the colours for a brand', budget: 2.5 },
  'hint-texts': { what: 'advice for developers about a wrong address', budget: 1.2 },
};
