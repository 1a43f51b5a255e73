/** `Phường Ba Đình` → `phường Ba Đình`. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** `tiếp nhận` → `Tiếp nhận`. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
