/** What the toolbar offers. */
import type { Preview } from '@storybook/web-components-vite';

export const globalTypes = {
  locale: {
    description: 'Ngôn ngữ / language',
    toolbar: {
      icon: 'globe',
      dynamicTitle: true,
      items: [
        { value: 'vi', title: 'Tiếng Việt' },
        { value: 'en', title: 'English' },
      ],
    },
  },
  theme: {
    description: 'Nền sáng, tối, tương phản cưỡng bức / light, dark, forced colours',
    toolbar: {
      icon: 'mirror',
      dynamicTitle: true,
      items: [
        { value: 'light', title: 'Sáng' },
        { value: 'dark', title: 'Tối' },
        { value: 'forced', title: 'Tương phản cưỡng bức (mô phỏng)' },
      ],
    },
  },
  // Any other colour comes from the picker beside it, see manager.ts.
  brand: {
    description: 'Màu của cổng thông tin / brand colour',
    toolbar: {
      icon: 'paintbrush',
      items: [
        { value: 'none', title: 'Màu mặc định' },
        { value: 'red-gold', title: 'Đỏ – vàng (cổng của tỉnh)' },
        { value: 'blue', title: 'Xanh (cổng của bộ)' },
        { value: 'plain', title: 'Đen trắng' },
      ],
    },
  },
  density: {
    description: 'Mật độ / density',
    toolbar: {
      icon: 'component',
      dynamicTitle: true,
      items: [
        { value: 'comfortable', title: 'Thoáng' },
        { value: 'compact', title: 'Gọn' },
      ],
    },
  },
  network: {
    description: 'Lỗi của mạng, của máy chủ từ lúc này trở đi / what goes wrong from now on',
    toolbar: {
      icon: 'lightning',
      dynamicTitle: true,
      items: [
        { value: 'ok', title: 'Mạng tốt' },
        { value: 'slow', title: 'Mạng chậm (3 giây mỗi lần)' },
        { value: 'offline', title: 'Mất mạng' },
        { value: '401', title: '401 Hết phiên đăng nhập' },
        { value: '409', title: '409 Bước này không còn làm được (khi ghi)' },
        { value: '412', title: '412 Người khác đã sửa (khi ghi)' },
        { value: '422', title: '422 Có mục cần kiểm tra lại (khi ghi)' },
        { value: '429', title: '429 Gửi quá nhiều lần' },
        { value: '500', title: '500 Hệ thống gặp lỗi' },
      ],
    },
  },
} satisfies Preview['globalTypes'];

export const initialGlobals = {
  locale: 'vi',
  theme: 'light',
  brand: 'none',
  density: 'comfortable',
  network: 'ok',
  viewport: { value: undefined, isRotated: false },
};

/** Real widths, from the narrowest phone to a desk; a phone's height leaves out the bars of the browser. */
export const viewports = Object.fromEntries(
  (
    [
      ['w320', 'Điện thoại nhỏ, 320 px', '320px', '568px', 'mobile'],
      ['w360', 'Điện thoại, 360 px', '360px', '740px', 'mobile'],
      ['w768', 'Máy tính bảng, 768 px', '768px', '1024px', 'tablet'],
      ['w1280', 'Máy tính, 1280 px', '1280px', '800px', 'desktop'],
    ] as const
  ).map(([value, name, width, height, type]) => [value, { name, styles: { width, height }, type }]),
);
