export { demoPersons, demoUnitCode, type DemoPersonOfRole } from './persons.ts';
export { defaultScale, demoCases, seedDemo, type DemoCase, type Seeded, type SeedOptions } from './seed.ts';
