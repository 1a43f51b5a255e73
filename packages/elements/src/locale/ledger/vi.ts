/** Texts of the state of the ledger: its checks, its anchors. */
export const ledger = {
  title: 'Tình trạng nhật ký',
  states: {
    none: 'Chưa kiểm tra',
    running: 'Đang kiểm tra',
    holds: 'Nguyên vẹn',
    faulty: (count: string) => `${count} chỗ không khớp`,
  },
  notYet:
    'Nhật ký chưa được kiểm tra lần nào. Máy chủ tự kiểm tra mỗi đêm; quản trị và kiểm tra viên kiểm tra được bất cứ lúc nào.',
  lastCheck: 'Kiểm tra lần cuối',
  byNight: (when: string) => `${when}, tự động hằng đêm`,
  asked: (when: string, who: string) => `${when}, theo yêu cầu của ${who}`,
  extent: 'Đã xem',
  looked: (events: string, records: string) => `${events} việc trong một chuỗi, ${records} hồ sơ`,
  anchor: 'Bằng chứng ngoài cơ sở dữ liệu',
  anchored: (when: string) => `lập lúc ${when}, đã đối chiếu`,
  noAnchor: 'chưa có để đối chiếu: tải bằng chứng và giữ ở nơi khác',
  waiting: 'Đang chờ máy chủ bắt đầu kiểm tra…',
  waitingLong:
    'Máy chủ chưa bắt đầu kiểm tra. Việc nền có thể đang dừng: báo người vận hành máy chủ nếu vài phút nữa vẫn vậy.',
  running: (events: string, records: string) =>
    `Đang kiểm tra: đã xem ${events} việc, ${records} hồ sơ. Quý vị có thể làm việc khác, kết quả sẽ hiện ở đây.`,
  lost: 'Mất kết nối. Máy chủ vẫn kiểm tra tiếp; kết quả hiện ở đây khi có mạng lại.',
  already: 'Nhật ký đang được kiểm tra theo yêu cầu trước đó. Kết quả sẽ hiện ở đây.',
  allHold: 'Đã kiểm tra xong: nhật ký nguyên vẹn.',
  someFail: (count: string) => `Đã kiểm tra xong: ${count} chỗ không khớp.`,
  notLoaded: 'Chưa xem được tình trạng nhật ký.',
  retry: 'Thử lại',
  faults: 'Những chỗ không khớp',
  moreFaults: (count: string) => `và ${count} chỗ nữa; lệnh “dvk-server audit verify” trên máy chủ liệt kê đủ.`,
  toDo: 'Việc cần làm',
  advice: {
    altered:
      'Dữ liệu đã bị đổi mà không qua hệ thống. Giữ nguyên hiện trạng, báo lãnh đạo và người vận hành máy chủ; xem ai vào được cơ sở dữ liệu, rồi khôi phục từ bản sao lưu.',
    broken:
      'Chuỗi nhật ký bị can thiệp. Khi phần cuối không khớp, hệ thống ngừng ghi mọi thay đổi. Báo ngay người vận hành máy chủ: tìm nguyên nhân, rồi khôi phục từ bản sao lưu.',
    unknown:
      'Dữ liệu được đưa vào không qua hệ thống, ví dụ khi chuyển dữ liệu cũ. Nếu việc đó là đúng, người vận hành máy chủ chạy “dvk-server audit seal” để ghi nhận.',
    anchor:
      'Nhật ký không còn khớp với bằng chứng đã giữ: cơ sở dữ liệu bị thay bằng bản cũ, hoặc bị ghi lại. Kiểm tra có đúng tệp và đúng máy chủ không; nếu đúng, báo lãnh đạo và người vận hành.',
  },
  showRecord: 'Xem các việc với hồ sơ này',
  earlier: 'Các lần kiểm tra trước',
  outcome: { holds: 'nguyên vẹn', faulty: (count: string) => `${count} chỗ không khớp` },
  takeAnchor: 'Tải bằng chứng',
  compare: 'Đối chiếu với bằng chứng đã giữ',
  anchorSaved: (file: string) =>
    `Đã tải ${file}. Giữ tệp này ở nơi người vận hành máy chủ không sửa được: bản in, cơ quan khác, thư có ký số.`,
  anchorFile: (day: string) => `bang-chung-nhat-ky-${day}.json`,
  notAnAnchor: 'Tệp này không phải bằng chứng của nhật ký. Chọn tệp đã tải từ nút “Tải bằng chứng”.',
  otherTenant: 'Bằng chứng này của hệ thống khác.',
  area: (name: string, id: string) => `${name} …${id}`,
};
