// What we use of the packages in this folder. They are installed by npm run bench only, so the types stand here.
declare module 'chrome-launcher' {
  export function launch(options: {
    chromePath: string;
    chromeFlags: string[];
    envVars: Record<string, string | undefined>;
  }): Promise<{ port: number; kill(): void }>;
}

declare module 'lighthouse' {
  export interface RunnerResult {
    lhr: {
      categories: Record<string, { score: number | null }>;
      audits: Record<string, { numericValue?: number }>;
    };
  }
  export default function lighthouse(url: string, flags: { port: number; logLevel: 'error' }): Promise<RunnerResult | undefined>;
}

declare module 'minisearch' {
  export default class MiniSearch<T> {
    constructor(options: {
      idField: string;
      fields: string[];
      tokenize(text: string): string[];
      searchOptions: { boost: Record<string, number>; prefix(term: string): boolean; fuzzy(term: string): number | false };
    });
    addAll(documents: readonly T[]): void;
    search(query: string): { id: string }[];
  }
}
