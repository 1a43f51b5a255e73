export { InputError, isInputError, type Bilingual } from './input-error.ts';
