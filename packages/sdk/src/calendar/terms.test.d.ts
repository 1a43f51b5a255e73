export {};
//# sourceMappingURL=terms.test.d.ts.map
