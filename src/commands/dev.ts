import { dev } from 'astro';
import { explainFailures, fail } from './failures.ts';

/** npm run dev: Astro's server while one writes; src/publish/dev-server.ts shows what a build would refuse. */
explainFailures();
await dev({}).catch(fail);
