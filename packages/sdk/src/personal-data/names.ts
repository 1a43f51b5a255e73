import type { DataRequestAction, DataRequestKind, DataRequestStatus } from './lifecycle.ts';
import type { RetentionKind } from './retention.ts';
import type { IdentityMethod } from './schema.ts';

/** What a person may ask for. */
export const dataRequestKindNames: Readonly<Record<DataRequestKind, string>> = {
  access: 'Xem, được cung cấp dữ liệu',
  correction: 'Chỉnh sửa dữ liệu',
  erasure: 'Xóa dữ liệu',
  restriction: 'Hạn chế xử lý dữ liệu',
  withdrawal: 'Rút lại sự đồng ý',
  objection: 'Phản đối xử lý dữ liệu',
};

/** The states of a request. */
export const dataRequestStatusNames: Readonly<Record<DataRequestStatus, string>> = {
  received: 'Đã tiếp nhận',
  'identity-checked': 'Đã xác minh người yêu cầu',
  'carried-out': 'Đã thực hiện',
  'carried-out-in-part': 'Đã thực hiện một phần',
  refused: 'Đã từ chối',
  lifted: 'Đã gỡ hạn chế',
};

/** The steps of a request. */
export const dataRequestActionNames: Readonly<Record<DataRequestAction, string>> = {
  'check-identity': 'Xác minh người yêu cầu',
  extend: 'Gia hạn',
  'carry-out': 'Thực hiện',
  'carry-out-in-part': 'Thực hiện một phần',
  refuse: 'Từ chối',
  lift: 'Gỡ hạn chế',
};

/** How it was made sure who asks. */
export const identityMethodNames: Readonly<Record<IdentityMethod, string>> = {
  'case-secret': 'Có mã bí mật của hồ sơ',
  'signed-in': 'Đã đăng nhập, hồ sơ gắn với tài khoản',
  'identity-card-shown': 'Xuất trình giấy tờ tùy thân',
  'called-back': 'Gọi lại số điện thoại trong hồ sơ',
  representative: 'Người đại diện hợp pháp',
};

/** What is erased after a time. */
export const retentionKindNames: Readonly<Record<RetentionKind, string>> = {
  'case-sender': 'Người gửi phản ánh, kiến nghị',
  'case-content': 'Nội dung, tệp của phản ánh, kiến nghị',
  'data-request': 'Người gửi yêu cầu về dữ liệu cá nhân',
  'unit-import': 'Bảng đơn vị đã nhập',
  'notice-wishes': 'Lựa chọn nhận thông báo không còn dùng',
};
