/** A text without what XML cannot hold: control characters, halves of characters. */
export const xmlText = (text: string): string => text.replaceAll(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, '');
