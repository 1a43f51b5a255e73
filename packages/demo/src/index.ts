/**
 * The sample province: made-up data, persons and sign-in, for the sample portal and for tests.
 *
 * @packageDocumentation
 */
export { caseSubjects, type CaseSubject } from './cases/subjects.ts';
export { createDemoIssuer, type DemoIssuer, type DemoPerson } from './issuer.ts';
export { demoPersons, demoUnitCode, type DemoPersonOfRole } from './persons.ts';
export { sampleCases, type SampleCase, type SampleCaseOptions } from './sample-cases.ts';
export { demoScale, seedDemo, type SeedOptions } from './seed.ts';
