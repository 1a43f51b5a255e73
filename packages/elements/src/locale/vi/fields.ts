/** Texts of the form fields. `name` is the field's label as it reads inside a sentence. */
export const fields = {
  required: (name: string) => `Nhập ${name}`,
  choose: (name: string) => `Chọn ${name}`,
  thisField: 'ô này',
  tooLong: (max: number) => `Tối đa ${max} ký tự`,
  tooShort: (min: number) => `Cần ít nhất ${min} ký tự`,
  left: (n: number) => (n < 0 ? `Thừa ${-n} ký tự` : `Còn ${n} ký tự`),
  pattern: 'Chưa đúng dạng',
  number: 'Cần là một số, ví dụ 8,5',
  points: 'Cần là điểm số, ví dụ 8,25 (tối đa hai chữ số sau dấu phẩy)',
  money: 'Cần là số tiền chẵn đồng, ví dụ 1.500.000',
  min: (min: string) => `Không nhỏ hơn ${min}`,
  max: (max: string) => `Không lớn hơn ${max}`,
};
