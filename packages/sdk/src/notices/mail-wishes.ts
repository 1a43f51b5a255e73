/** How mail goes out: at once, with all else once a day, or not at all. */
export const mailTimes = ['at-once', 'daily', 'never'] as const;
export type MailTime = (typeof mailTimes)[number];

/** How mail comes: as the rules of the province have it, all of it once a day, or not at all. */
export const mailWishes = ['as-usual', 'daily', 'never'] as const;
export type MailWish = (typeof mailWishes)[number];
