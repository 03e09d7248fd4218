interface ImportMetaEnv {
  /** True for a preview deployment (src/publish/site-url.ts); set by astro.config.mjs. */
  readonly PREVIEW: boolean;
}
