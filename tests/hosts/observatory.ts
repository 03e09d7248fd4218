import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ALL_TESTS } from '@mdn/mdn-http-observatory/src/constants.js';
import { MINIMUM_SCORE_FOR_EXTRA_CREDIT } from '@mdn/mdn-http-observatory/src/grader/charts.js';
import { getGradeForScore, getScoreModifier } from '@mdn/mdn-http-observatory/src/grader/grader.js';
import { retrieve } from '@mdn/mdn-http-observatory/src/retriever/retriever.js';

// The list of hosts that browsers know as https only, which the package downloads at installation. We are not on it.
const preloaded = fileURLToPath(import.meta.resolve('@mdn/mdn-http-observatory/conf/hsts-preload.json'));
if (!existsSync(preloaded)) writeFileSync(preloaded, '{}');

/**
 * The grade that Mozilla Observatory gives a site. It scans public hosts only; so its own code asks the loopback server,
 * and its own rules judge the answers as if they had come over TLS from a host without plain http.
 */
export async function grade(origin: string): Promise<{ grade: string; score: number; reasons: string[] }> {
  const { hostname, port } = new URL(origin);
  const requests = await retrieve(hostname, { httpPort: Number(port), httpsPort: Number(port) });
  if (!requests.responses.auto) throw new Error(`Observatory got no answer from ${origin}`);
  requests.responses.https = requests.responses.auto;
  requests.responses.http = null;
  const { error } = console;
  // The DOM it reads pages with prints every stylesheet whose nesting it does not know.
  console.error = () => undefined;
  const results = ALL_TESTS.map((rule) => rule(requests).result);
  console.error = error;
  // As the scanner of the package sums up: bonus points count only for who has lost few.
  const points = results.map(getScoreModifier);
  const without = 100 + points.filter((each) => each < 0).reduce((sum, each) => sum + each, 0);
  const all = 100 + points.reduce((sum, each) => sum + each, 0);
  return {
    ...getGradeForScore(without >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? all : without),
    reasons: results.map((result, index) => `${result} ${points[index]}`),
  };
}
