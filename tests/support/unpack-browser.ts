import { findBrowser } from './browser.ts';

/** Before the tests: the browser that npm brought is unpacked once, and not by two test files at the same time. */
console.log(`The tests use ${await findBrowser()}.`);
