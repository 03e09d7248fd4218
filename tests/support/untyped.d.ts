// What we use of the packages in tests/package.json. They are installed by npm test only, so the types are here.
declare module '@adobe/structured-data-validator' {
  export default class Validator {
    constructor(vocabulary: object);
    validate(data: object): Promise<{ severity: string; issueMessage: string }[]>;
  }
}

declare module '@marbec/web-auto-extractor' {
  export default class WebAutoExtractor {
    constructor(options: { addLocation: boolean; embedSource: string[] });
    parse(html: string): object;
  }
}

declare module '@sparticuz/chromium' {
  const chromium: { executablePath(): Promise<string> };
  export default chromium;
}

declare module 'linkinator' {
  export class LinkChecker {
    check(options: {
      path: string;
      recurse: boolean;
      concurrency: number;
      urlRewriteExpressions: { pattern: RegExp; replacement: string }[];
      linksToSkip: (url: string) => Promise<boolean>;
    }): Promise<{ links: { url: string; state: 'OK' | 'BROKEN' | 'SKIPPED'; parent?: string }[] }>;
  }
}

declare module 'open-graph-scraper' {
  export interface OpenGraph {
    ogTitle?: string;
    ogDescription?: string;
    ogLocale?: string;
    ogSiteName?: string;
    ogImage?: { url: string; width?: string; height?: string; type?: string; alt?: string }[];
    twitterCard?: string;
  }
  export default function openGraph(options: { html: string }): Promise<{ result: OpenGraph }>;
}

declare module 'unfurl.js' {
  export interface Card {
    open_graph: { title: string; description?: string; images?: { url: string }[] };
    twitter_card: { card: string };
  }
  export function unfurl(url: string): Promise<Card>;
}
