export { EntryView } from './entry-view.ts';
