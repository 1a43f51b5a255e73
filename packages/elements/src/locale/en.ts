/** English texts. Importing this module makes English available to every element of the page. */
import { translate } from '../internal/locale.ts';
import { common } from './en/common.ts';
import { fields } from './en/fields.ts';
import { common as viCommon } from './vi/common.ts';
import { fields as viFields } from './vi/fields.ts';

translate('en', viCommon, common);
translate('en', viFields, fields);
