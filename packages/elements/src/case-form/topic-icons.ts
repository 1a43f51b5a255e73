import type { TemplateResult } from 'lit';
import type { CaseSubmission } from '@dvk/sdk/cases';
import { administrativeProcedureIcon } from '../icons/administrative-procedure.ts';
import { environmentIcon } from '../icons/environment.ts';
import { infrastructureIcon } from '../icons/infrastructure.ts';
import { otherTopicIcon } from '../icons/other-topic.ts';
import { publicUtilitiesIcon } from '../icons/public-utilities.ts';
import { telecomIcon } from '../icons/telecom.ts';
import { tourismIcon } from '../icons/tourism.ts';
import { urbanOrderIcon } from '../icons/urban-order.ts';

export const topicIcons: Readonly<Record<CaseSubmission['topic'], TemplateResult>> = {
  environment: environmentIcon,
  infrastructure: infrastructureIcon,
  'public-utilities': publicUtilitiesIcon,
  'urban-order': urbanOrderIcon,
  'administrative-procedure': administrativeProcedureIcon,
  telecom: telecomIcon,
  tourism: tourismIcon,
  other: otherTopicIcon,
};
