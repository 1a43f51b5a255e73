export {};
//# sourceMappingURL=public-view.test.d.ts.map
