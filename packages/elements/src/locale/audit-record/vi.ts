import { scopeAreaNames } from '@dvk/sdk/accounts';
import { assessmentStatusNames } from '@dvk/sdk/assessments';
import { mediaTypeNames } from '@dvk/sdk/attachments';
import { caseKindNames, caseStatusNames } from '@dvk/sdk/cases';
import { importModeNames } from '@dvk/sdk/imports';
import { modelDetailNames, modelStatusNames } from '@dvk/sdk/models';
import { personFieldNames } from '@dvk/sdk/people';
import { unitFieldNames } from '@dvk/sdk/units';

type Names = Readonly<Record<string, string>>;

/** Texts of one entry of the ledger. */
export const auditRecord = {
  facts: {
    at: 'Lúc',
    who: 'Người làm',
    account: 'Tên đăng nhập',
    capacity: 'Với vai trò',
    area: 'Loại hồ sơ',
    record: 'Hồ sơ',
    position: 'Số trong nhật ký',
  },
  details: 'Nội dung ghi lại',
  noDetails: 'Nhật ký chỉ ghi việc này, không ghi thêm nội dung.',
  /** What readers of sealed data should know. */
  sealedReading:
    'Người này đã xem họ tên, điện thoại hoặc địa chỉ của người gửi. Mỗi người xem một hồ sơ được ghi một lần trong ngày. Nội dung đã xem không nằm trong nhật ký.',
  fieldsOnly: 'Nhật ký ghi những mục đã đổi, không ghi nội dung trước và sau để giữ dữ liệu cá nhân.',
  openRecord: 'Mở hồ sơ',
  ofRecord: 'Các việc với hồ sơ này',
  ofActor: 'Các việc của người này',
  statuses: { case: caseStatusNames, model: modelStatusNames, assessment: assessmentStatusNames } as Readonly<
    Record<string, Names>
  >,
  fields: { person: personFieldNames, unit: unitFieldNames, model: modelDetailNames } as Readonly<
    Record<string, Names>
  >,
  kinds: { case: caseKindNames } as Readonly<Record<string, Names>>,
  mediaTypes: mediaTypeNames as Names,
  modes: importModeNames as Names,
  scopeAreas: scopeAreaNames as Names,
  scope: { read: (area: string) => `đọc ${area}`, write: (area: string) => `ghi ${area}` },
  change: (from: string, to: string) => `${from} → ${to}`,
  term: (from: string, to: string) => `${from} – ${to}`,
  noEnd: 'không hạn',
  everywhere: 'toàn hệ thống',
  none: 'không có',
  yes: 'có',
  no: 'không',
  reasonInRecord: 'có nêu, xem trong hồ sơ',
  version: (version: string) => `bản ${version}`,
  provisional: 'tạm thời',
  points: (points: string) => `${points} điểm`,
  criteria: (count: string, names: string) => `${count} tiêu chí: ${names}`,
  /** How many rows of an import were of each kind. */
  counts: {
    added: 'thêm',
    changed: 'đổi',
    unchanged: 'giữ nguyên',
    refused: 'không nhận',
    untouched: 'không có trong tệp',
  } as Names,
  endings: {
    ended: 'được kết thúc',
    left: 'người này nghỉ công tác',
    'basis-ended': 'vai trò gốc đã kết thúc',
  } as Names,
  hours: (hours: string) => `${hours} giờ`,
  labels: {
    status: 'Trạng thái',
    term: 'Thời hạn',
    values: 'Tiêu chí đã chấm',
    points: 'Tổng điểm',
    band: 'Xếp loại',
    conditions: 'Điều kiện xếp loại',
    rubric: 'Bộ tiêu chí',
    rubricId: 'Bộ tiêu chí',
    rubricVersion: 'Phiên bản',
    of: 'Đối tượng',
    period: 'Kỳ chấm',
    reason: 'Lý do',
    hasReason: 'Lý do',
    mediaType: 'Loại tệp',
    size: 'Dung lượng',
    sha256: 'Mã băm của tệp',
    events: 'Số việc',
    records: 'Số hồ sơ',
    faults: 'Số chỗ không khớp',
    anchored: 'Đối chiếu với bằng chứng',
    code: 'Mã',
    kind: 'Loại',
    consent: 'Bản thông báo dữ liệu cá nhân',
    dueAt: 'Hạn xử lý',
    calendar: 'Lịch tính hạn',
    note: 'Ghi chú số',
    linked: 'Gắn với tài khoản',
    unitId: 'Đơn vị',
    fromUnitId: 'Đơn vị trước đó',
    predecessorIds: 'Tiếp nối các đơn vị',
    successorIds: 'Được tiếp nối bởi',
    rows: 'Số dòng',
    since: 'Từ ngày',
    counts: 'Kết quả',
    mode: 'Cách nhập',
    removed: 'Đã xóa',
    restored: 'Đã khôi phục',
    kept: 'Giữ lại',
    name: 'Tên',
    fields: 'Mục đã đổi',
    personId: 'Người được giao',
    role: 'Vai trò',
    withSubtree: 'Cả đơn vị cấp dưới',
    delegatedBy: 'Người ủy quyền',
    basisId: 'Ủy quyền từ vai trò số',
    because: 'Kết thúc vì',
    scopes: 'Được làm',
    keyId: 'Khóa số',
    expiresOn: 'Khóa hết hạn',
    validFrom: 'Áp dụng từ',
    validTo: 'Đến hết',
    basis: 'Căn cứ',
    on: 'Ngày',
    version: 'Phiên bản',
    provisional: 'Tạm thời',
    kinds: 'Loại sự kiện',
    overlapHours: 'Khóa cũ còn dùng',
  } as Names,
};
