/** English texts. Importing this module makes English available to every element of the page. */
import { translate } from '../internal/locale.ts';
import { fields } from './en/fields.ts';
import { fields as viFields } from './vi/fields.ts';

translate('en', viFields, fields);
