import * as z from 'zod/mini';
import type { Bilingual } from '../errors/input-error.ts';

/** Every kind of problem the API responds with: status and title. Its `type` is {@link problemType}. */
export const problems = {
  'malformed-request': { status: 400, vi: 'Yêu cầu không đọc được', en: 'The request cannot be read' },
  'idempotency-key-missing': {
    status: 400,
    vi: 'Thiếu khóa chống gửi trùng',
    en: 'The Idempotency-Key header is missing',
  },
  'cursor-invalid': { status: 400, vi: 'Vị trí trang không còn dùng được', en: 'The page cursor cannot be used' },
  unauthenticated: { status: 401, vi: 'Cần đăng nhập', en: 'Sign-in is needed' },
  'sign-in-again': {
    status: 401,
    vi: 'Cần đăng nhập lại để làm việc này',
    en: 'Sign in again to do this',
  },
  forbidden: { status: 403, vi: 'Không có quyền', en: 'Not allowed' },
  'not-found': { status: 404, vi: 'Không tìm thấy', en: 'Not found' },
  'method-not-allowed': { status: 405, vi: 'Cách gọi này không dùng được ở đây', en: 'Method not allowed' },
  'request-timeout': { status: 408, vi: 'Yêu cầu gửi lên quá chậm', en: 'The request took too long to arrive' },
  'transition-not-allowed': {
    status: 409,
    vi: 'Bước này không làm được ở trạng thái hiện tại',
    en: 'Not possible in the current state',
  },
  'request-in-progress': {
    status: 409,
    vi: 'Yêu cầu này đang được xử lý',
    en: 'The same request is still being handled',
  },
  'subject-mismatch': {
    status: 409,
    vi: 'Người đang đăng nhập không phải là người đã mở trang này',
    en: 'Who is signed in is not who opened this page',
  },
  conflict: { status: 409, vi: 'Trùng với dữ liệu đã có', en: 'Conflicts with what is already there' },
  'precondition-failed': {
    status: 412,
    vi: 'Nội dung đã được người khác sửa',
    en: 'Somebody else changed it meanwhile',
  },
  'payload-too-large': { status: 413, vi: 'Dữ liệu gửi lên quá lớn', en: 'Too large' },
  'unsupported-media-type': {
    status: 415,
    vi: 'Không nhận loại dữ liệu này',
    en: 'This type of content is not accepted',
  },
  'validation-failed': { status: 422, vi: 'Có mục cần kiểm tra lại', en: 'Some fields need correction' },
  'idempotency-key-reused': {
    status: 422,
    vi: 'Khóa chống gửi trùng đã dùng cho yêu cầu khác',
    en: 'The Idempotency-Key was used for another request',
  },
  'precondition-required': { status: 428, vi: 'Thiếu phiên bản đang sửa (If-Match)', en: 'If-Match is required' },
  'rate-limited': { status: 429, vi: 'Gửi quá nhiều lần, vui lòng chờ', en: 'Too many requests' },
  'headers-too-large': {
    status: 431,
    vi: 'Địa chỉ hoặc phần đầu của yêu cầu quá dài',
    en: 'The address or the headers are too long',
  },
  'internal-error': { status: 500, vi: 'Hệ thống gặp lỗi', en: 'Something failed on our side' },
  unavailable: { status: 503, vi: 'Hệ thống tạm ngừng', en: 'Temporarily unavailable' },
} as const satisfies Record<string, { status: number } & Bilingual>;

export type ProblemCode = keyof typeof problems;

/** Stable `type` URI of a problem (RFC 9457): a tag, not an address, so that it means the same on every host. */
export function problemType(code: ProblemCode): string {
  return `urn:dvk:problem:${code}`;
}

/** One field that needs correction. `code` and `params` are language-neutral; `detail` is the sentence to show. */
export const FieldError = z.object({
  /** JSON pointer (RFC 6901) into the body, or `/query/…`, `/headers/…`. */
  pointer: z.string(),
  code: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  detail: z.string(),
});
export type FieldError = z.infer<typeof FieldError>;

/** The body of every error response: `application/problem+json`, RFC 9457. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  /** The id of the request, to be quoted when asking for help. */
  instance: z.optional(z.string()),
  errors: z.optional(z.array(FieldError)),
});
export type Problem = z.infer<typeof Problem>;
