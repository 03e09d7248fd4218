import type { AstroLoggerDestination } from 'astro';

/** What a build prints of Astro's log: warnings, and what our own integration (src/publish/integration.ts) says. */
export default function quietLog(): AstroLoggerDestination {
  return {
    write({ label, level, message }) {
      // Astro calls whatever a hook throws unhandled; build.ts explains it.
      if (label === 'publish' ? level === 'error' : level === 'info') return;
      if (level === 'info') console.log(message);
      else console.error(`${level}: ${message}`);
    },
  };
}
