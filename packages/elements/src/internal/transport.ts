/** What sends requests; a page that shows only the boxes of a tracker makes none. */
export { exchange } from '@dvk/sdk/client';
