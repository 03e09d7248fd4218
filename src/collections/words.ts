import { glob, type Loader } from 'astro/loaders';

/**
 * The glob loader for chapters, whose words the pages compile by themselves (markdown/compile.ts): entries keep their
 * text and are not put into the bundle.
 */
export function words(base: string): Loader {
  const loader = glob({ base, pattern: '*.mdx' });
  return {
    ...loader,
    load: (context) =>
      loader.load({
        ...context,
        store: {
          ...context.store,
          set: (entry) => context.store.set({ ...entry, deferredRender: false }),
          addModuleImport: () => undefined,
        },
      }),
  };
}
