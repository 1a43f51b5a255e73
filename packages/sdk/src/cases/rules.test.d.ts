export {};
//# sourceMappingURL=rules.test.d.ts.map
