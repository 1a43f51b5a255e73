/** Prints the closing line that `pnpm test` adds up: `N passed, N failed`. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      const count = (suite) => {
        for (const test of suite?.tests ?? []) {
          if (test.passed) passed++;
          else if (!test.skipped) failed++;
        }
        for (const inner of suite?.suites ?? []) count(inner);
      };
      for (const session of sessions) {
        count(session.testResults);
        if (session.errors.length > 0) failed++;
      }
      console.log(`${passed} passed, ${failed} failed`);
    },
  };
}
