import type { Bilingual } from '@dvk/sdk/errors';
import type { Refusal } from '../auth/index.ts';

/** Why a token is refused, in the words of who looks after the server. */
export const refusalTexts: Readonly<Record<Refusal, Bilingual>> = {
  scheme: { vi: 'đây không phải một token', en: 'this is no token' },
  size: { vi: 'dài hơn mọi token mà máy chủ nhận', en: 'it is longer than any token that is taken' },
  malformed: {
    vi: 'không phải JWT đã ký: token dạng “opaque” không kiểm tra được ở đây',
    en: 'it is no signed JWT: opaque tokens cannot be checked here',
  },
  algorithm: {
    vi: 'thuật toán ký không phù hợp; máy chủ chỉ nhận cặp khóa (RS, PS, ES, EdDSA)',
    en: 'it is signed with an algorithm that is not taken: only key pairs are (RS, PS, ES, EdDSA)',
  },
  extension: { vi: 'đòi hỏi phần mở rộng (crit) lạ', en: 'it demands an extension (crit) that is not known' },
  key: {
    vi: 'không khóa nào của dịch vụ có mã khóa (kid) này; xem lại DVK_JWKS_URL nếu có đặt',
    en: 'none of the service’s keys has its kid; look at DVK_JWKS_URL if it is set',
  },
  signature: {
    vi: 'chữ ký không khớp khóa nào của dịch vụ',
    en: 'the signature fits none of the service’s keys',
  },
  expired: { vi: 'đã hết hạn', en: 'it has expired' },
  early: {
    vi: 'chưa đến lúc có hiệu lực; đồng hồ hai máy có lệch không?',
    en: 'it is not valid yet: do the clocks agree?',
  },
  issuer: {
    vi: 'nơi phát hành (iss) không có trong thiết lập, phải giống từng chữ: DVK_ISSUER hoặc tệp DVK_ISSUERS_FILE',
    en: 'its issuer (iss) is not among the settings, letter for letter: DVK_ISSUER, or the file DVK_ISSUERS_FILE',
  },
  audience: {
    vi: 'không dành cho API này (aud); ID token là để cho cổng, không phải cho API',
    en: 'it is not meant for this API (aud); an ID token is for the portal, not for the API',
  },
  'service-key': { vi: 'khóa dịch vụ này không có', en: 'there is no such service key' },
  claim: {
    vi: 'thiếu mục bắt buộc (sub, exp), hoặc mục đó viết sai',
    en: 'a claim that must be there (sub, exp) is missing or malformed',
  },
  subject: { vi: 'tên người dùng (sub) không lưu được', en: 'its subject (sub) cannot be stored' },
  tenant: { vi: 'của tỉnh hoặc đảng bộ khác', en: 'it is of another province or committee' },
  'tenant-missing': { vi: 'không ghi tỉnh hoặc đảng bộ nào', en: 'it names no province or committee' },
  'tenant-malformed': { vi: 'mục ghi tỉnh hoặc đảng bộ viết sai', en: 'its province or committee is no plain text' },
};

/** What else is said of a token. */
export const texts = {
  noJwt: { vi: 'Không đọc được: không phải JWT.', en: 'Cannot be read: it is no JWT.' },
  nobody: {
    vi: 'Máy chủ chưa nhận token của ai: chưa đặt DVK_ISSUER cùng DVK_AUDIENCE, hoặc "audience" trong tệp DVK_ISSUERS_FILE.',
    en: 'The server takes nobody’s tokens: DVK_ISSUER with DVK_AUDIENCE is not set, nor "audience" in the file DVK_ISSUERS_FILE.',
  },
  issuer: { vi: 'Nơi phát hành (iss)', en: 'Issuer (iss)' },
  audience: { vi: 'Dành cho (aud)', en: 'Meant for (aud)' },
  wanted: { vi: 'máy chủ chờ', en: 'the server waits for' },
  algorithm: { vi: 'Ký bằng', en: 'Signed with' },
  issued: { vi: 'Phát hành lúc (iat)', en: 'Issued (iat)' },
  from: { vi: 'Có hiệu lực từ (nbf)', en: 'Valid from (nbf)' },
  until: { vi: 'Hết hạn lúc (exp)', en: 'Expires (exp)' },
  signedIn: { vi: 'Đăng nhập lúc (auth_time)', en: 'Signed in (auth_time)' },
  roles: { vi: 'Vai trò ghi trong mục', en: 'Roles in the claim' },
  unit: { vi: 'Đơn vị ghi trong mục', en: 'Unit in the claim' },
  understood: { vi: 'hiểu là', en: 'understood as' },
  none: { vi: 'không có', en: 'none' },
  taken: { vi: 'Được nhận.', en: 'It is taken.' },
  listNote: {
    vi: 'Nếu nguồn vai trò là danh sách người dùng (role-source) thì vai trò ở đây còn tùy danh sách.',
    en: 'Where roles come from the list of people (role-source), that list decides besides.',
  },
  refused: { vi: 'Bị từ chối', en: 'It is refused' },
  unavailable: {
    vi: 'Không kiểm tra được chữ ký: không đọc được khóa của dịch vụ đăng nhập',
    en: 'The signature cannot be checked: the keys of the sign-in service cannot be read',
  },
} as const satisfies Record<string, Bilingual>;
