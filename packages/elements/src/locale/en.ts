/** English texts. Importing this module makes English available to every element of the page. */
import { translate } from './controller.ts';
import { caseDesk } from './en/case-desk.ts';
import { cases } from './en/cases.ts';
import { common } from './en/common.ts';
import { complaintTracker } from './en/complaint-tracker.ts';
import { fields } from './en/fields.ts';
import { modelRegistration } from './en/model-registration.ts';
import { models } from './en/models.ts';
import { scorecard } from './en/scorecard.ts';
import { caseDesk as viCaseDesk } from './vi/case-desk.ts';
import { cases as viCases } from './vi/cases.ts';
import { common as viCommon } from './vi/common.ts';
import { complaintTracker as viComplaintTracker } from './vi/complaint-tracker.ts';
import { fields as viFields } from './vi/fields.ts';
import { modelRegistration as viModelRegistration } from './vi/model-registration.ts';
import { models as viModels } from './vi/models.ts';
import { scorecard as viScorecard } from './vi/scorecard.ts';

translate('en', viCaseDesk, caseDesk);
translate('en', viCases, cases);
translate('en', viComplaintTracker, complaintTracker);
translate('en', viCommon, common);
translate('en', viFields, fields);
translate('en', viModelRegistration, modelRegistration);
translate('en', viModels, models);
translate('en', viScorecard, scorecard);
