const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/** Digits set above the line as characters of their own: `10` with a small raised 1 is no 101. */
export const raised = (text: string): string => text.replace(/\d/g, (digit) => superscripts[Number(digit)]!);

/** Digits set below the line. */
export const lowered = (text: string): string => text.replace(/\d/g, (digit) => subscripts[Number(digit)]!);
