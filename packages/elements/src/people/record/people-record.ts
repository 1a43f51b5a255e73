export { AccountView } from './account-view.ts';
export { PersonView } from './person-view.ts';
