export { Plan, PlanTask } from './schema.ts';
export { endpoints as plans } from './contract.ts';
