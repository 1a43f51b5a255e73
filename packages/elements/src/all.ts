/** Defines every element. For pages that use most of them; otherwise import the single `define` entries. */
import './complaint-tracker/define.ts';
import './case-desk/define.ts';
import './case-form/define.ts';
import './choice-field/define.ts';
import './context/define.ts';
import './date-field/define.ts';
import './file-field/define.ts';
import './model-registration/define.ts';
import './place-field/define.ts';
import './scorecard/define.ts';
import './text-field/define.ts';
import './unit-field/define.ts';
