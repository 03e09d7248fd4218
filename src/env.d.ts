interface ImportMetaEnv {
  /** Whether this is a trial deployment beside the site (src/publish/site-url.ts); put in by astro.config.mjs. */
  readonly PREVIEW: boolean;
}
