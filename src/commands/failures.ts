import { explain } from '../publish/report.ts';

/** Ends this command with exit code 1 and an explanation when anything throws: a sentence where we know what to do, else a stack. */
export function explainFailures(): void {
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}

export function fail(error: unknown): never {
  console.error(explain(error, process.cwd()));
  process.exit(1);
}
