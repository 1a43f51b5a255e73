/** The operations of the API, and what sends requests; a page that shows only the boxes of a tracker makes none. */
export { createClient } from '@dvk/sdk/client';
