export { later, offline, problem, reply, type ProblemOptions, type Reply, type ReplyOptions } from './replies.ts';
export {
  installedRubric,
  rubricsInMemory,
  type AssessmentByRubric,
  type RubricInMemory,
  type RubricsInMemory,
} from './rubrics-in-memory.ts';
export { settingsInMemory, type SettingsInMemory } from './settings-in-memory.ts';
export { toMsw, type MockHandlers, type MockRequest, type Resolver } from './to-msw.ts';
export * from './generated/samples.ts';
