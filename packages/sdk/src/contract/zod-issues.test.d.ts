export {};
//# sourceMappingURL=zod-issues.test.d.ts.map
