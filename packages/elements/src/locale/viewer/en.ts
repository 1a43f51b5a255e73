import type { viewer as vi } from './vi.ts';

export const viewer: typeof vi = {
  position: (at, count) => `${at} of ${count}`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  rotate: 'Turn right',
  previous: 'Previous picture',
  next: 'Next picture',
  download: 'Download',
  close: 'Close',
  loading: 'Loading the picture…',
  failed: 'This picture could not be loaded. Check the network and try again.',
  retry: 'Try again',
};
