export { jobEvents, type JobEvent } from './events.ts';
export { jobNamesEn, jobStateNamesEn } from './names-en.ts';
export { jobNamesVi, jobStateNamesVi, type JobName } from './names.ts';
export { Job, JobGiveUp, jobStates, type JobState } from './schema.ts';
export { endpoints as jobs } from './contract.ts';
