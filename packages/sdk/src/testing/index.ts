export { later, offline, problem, reply, type ProblemOptions, type Reply, type ReplyOptions } from './replies.ts';
export { toMsw, type MockHandlers, type MockRequest, type Resolver } from './to-msw.ts';
/** Made-up cases in several states, for stories and tests. */
export * as sampleCases from '../cases/sample.ts';
/** Made-up assessments with any rubric, for stories and tests. */
export * as sampleAssessments from '../assessments/sample.ts';
/** A made-up unit, its officer and a registration, for stories and tests. */
export * as sampleModels from '../models/sample.ts';
