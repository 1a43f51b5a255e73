/** What is said to somebody who may not use a widget. */
export const refusal = {
  signedInAs: (name: string) =>
    `Quý vị đang đăng nhập với tên ${name}. Nếu cần dùng phần này, hãy đăng nhập bằng tài khoản khác hoặc liên hệ người quản trị.`,
};
