/** Every named shape of the API. */
export * from '../assessments/schema.ts';
export * from '../attachments/schema.ts';
export * from '../cases/schema.ts';
export * from '../models/schema.ts';
export * from '../plans/schema.ts';
export * from '../rubrics/schema.ts';
export * from '../session/schema.ts';
export * from '../units/schema.ts';
