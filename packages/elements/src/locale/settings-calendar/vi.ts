/** Texts of the working calendar. */
export const settingsCalendar = {
  title: (year: number) => `Lịch làm việc năm ${year}`,
  wholeProvince: 'Toàn tỉnh',
  versionOf: (version: string) => `phiên bản ${version}`,
  days: ['Chủ Nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  shortDays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  week: (first: string, last: string) => `${first} đến ${last}`,
  month: (month: number) => `Tháng ${month}`,
  previousMonth: 'Tháng trước',
  nextMonth: 'Tháng sau',
  year: 'Năm',
  legend: 'Chú giải',
  kinds: {
    working: 'Ngày làm việc',
    rest: 'Cuối tuần',
    holiday: 'Nghỉ lễ, Tết',
    swapped: 'Nghỉ bù, nghỉ hoán đổi',
    'made-up': 'Làm bù',
  },
  changed: 'chưa lưu',
  today: 'hôm nay',
  workingDays: 'ngày làm việc',
  provisional: 'tạm tính',
  final: 'chính thức',
  provisionalYear: (year: number) =>
    `Ngày nghỉ năm ${year} là tạm tính: chưa có thông báo chính thức. Hạn xử lý rơi vào năm này cũng được ghi là tạm tính.`,
  announce: 'Đã có thông báo: ghi là chính thức',
  announcedChange: (year: number) => `Ngày nghỉ năm ${year}: tạm tính → chính thức`,
  day: 'Ngày đang chọn',
  choices: {
    working: 'Ngày làm việc',
    rest: 'Nghỉ cuối tuần',
    swapped: 'Nghỉ hoán đổi',
    holiday: 'Nghỉ lễ',
    'made-up': 'Làm bù',
  },
  whatDay: 'Ngày này là',
  makeUp: 'Làm bù vào',
  workedFor: 'Làm bù cho ngày',
  name: 'Tên ngày nghỉ',
  names: { swapped: 'Nghỉ hoán đổi', madeUp: (day: string) => `Làm bù cho ${day}`, plainMadeUp: 'Làm bù' },
  change: (day: string, before: string, after: string) => `${day}: ${before} → ${after}`,
  faults: {
    needsMakeUp: 'chọn ngày làm bù',
    needsName: 'nhập tên ngày nghỉ',
    taken: (name: string) => `đã là ${name}, không chọn làm ngày làm bù`,
  },
  copy: (year: number) => `Chép sang ${year} (tạm tính)`,
  copied: (year: number, count: number) =>
    count === 0
      ? `Không có ngày riêng nào để chép sang năm ${year}.`
      : `Đã chép ${count} ngày sang năm ${year}, tạm tính. Kiểm tra rồi lưu.`,
  left: { yearly: 'quyết định từng năm, nhập tay khi có thông báo', off: 'đã là ngày nghỉ' },
  download: 'Tải tệp iCalendar',
  choose: 'Nhập tệp iCalendar',
  read: (year: number, count: number) =>
    count === 0
      ? `Tệp không có ngày nào của năm ${year} khác lịch này.`
      : `Tệp có ${count} ngày của năm ${year} khác lịch này. Kiểm tra rồi lưu.`,
  doubts: (count: number) => `${count} chỗ trong tệp cần xem lại`,
  line: (number: number) => `Dòng ${number}`,
  special: 'Các ngày đặc biệt',
  specialNone: 'Năm này chưa có ngày nào khác lịch tuần.',
  ofProvince: 'Tỉnh quy định',
  keys: {
    days: 'đến ngày khác',
    months: 'đến tháng khác',
    week: 'đầu, cuối tuần',
    open: 'đổi ngày đang chọn',
  },
};
