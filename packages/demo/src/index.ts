/**
 * The sample province: made-up data, persons and sign-in, for the sample portal and for tests.
 *
 * @packageDocumentation
 */
export { caseSubjects, type CaseSubject } from './cases/subjects.ts';
export { createDemoIssuer, type DemoIssuer, type DemoPerson } from './sign-in/issuer.ts';
export { demoPersons, type DemoPersonOfRole } from './sign-in/persons.ts';
export { demoUnitCode } from './units/province.ts';
export { sampleCases, type SampleCase, type SampleCaseOptions } from './cases/sample-cases.ts';
export { demoScale, seedDemo, type SeedOptions } from './seed.ts';
