// Prints "N passed, N failed" from vitest's JSON report; exits 1 unless every test passed.
import { existsSync, readFileSync } from "node:fs";

const file = process.argv[2];
const report = file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
const passed = report.numPassedTests ?? 0;
const broken = report.success === true && passed > 0 ? 0 : 1;
// A file that cannot be loaded, or a setup that fails, has no tests that could fail.
const failed = Math.max(report.numFailedTests ?? 0, broken);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
