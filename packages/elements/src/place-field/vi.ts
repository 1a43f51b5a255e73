/** Texts of `<dvk-place-field>`. */
export const placeField = {
  onlyElsewhere: (province: string, places: string) =>
    `Không có ở ${province}; có ở: ${places}. Chọn nơi thuộc ${province}.`,
  outside: (place: string, province: string) =>
    `Đã chọn ${place}, không thuộc ${province}. Chọn nơi thuộc ${province}.`,
};
