const named = /điểm (?:cộng|thưởng)|(?:cộng|thưởng) điểm|bonus|điểm trừ|trừ điểm|deduction/iu;
const begins =
  /^(?:(?:các|nhóm|phần|mục|tiêu chí|nội dung|bảng|tổng)\s)*(?:điểm (?:cộng|thưởng|trừ)|(?:cộng|thưởng|trừ) điểm|bonus|deduction)(?!\p{L})/iu;

/** The part of a rubric that a heading names; `criteria` by default. Marks count: “điểm công tác” is no bonus. */
export function partOf(title: string): 'criteria' | 'bonus' | 'deduction' {
  const match = named.exec(title)?.[0];
  if (!match) return 'criteria';
  return /trừ|deduction/iu.test(match) ? 'deduction' : 'bonus';
}

/** A heading “Điểm cộng” or “Điểm trừ”; `surely`: it begins with that. */
export const isPart = (text: string) =>
  text.length < 120 && partOf(text) !== 'criteria' && !/(?<!\p{L})(?:mỗi|cứ|nếu)(?!\p{L})/iu.test(text);
export const isSurelyPart = (text: string) => begins.test(text);
