import fs from 'node:fs';

/** Notes how many tests ran, so that a run over many projects can end with one sum. */
export default class CountReporter {
  onRunComplete(
    _contexts,
    { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites },
  ) {
    const file = process.env.LAUREL_TEST_COUNTS;
    if (!file) return;
    const counts = {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      skipped: numPendingTests,
    };
    fs.appendFileSync(file, `${JSON.stringify(counts)}\n`);
  }
}
