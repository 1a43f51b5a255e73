export { Plan, PlanTask } from './schema.ts';
export { plans } from './contract.ts';
