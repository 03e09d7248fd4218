// What we use of the packages in this folder. They are installed by npm run test:hosts only, so the types are here.
declare module 'autocannon' {
  export default function autocannon(options: {
    url: string;
    connections: number;
    duration: number;
    timeout: number;
    requests: { path: string }[];
    headers: Record<string, string>;
  }): Promise<{
    errors: number;
    timeouts: number;
    non2xx: number;
    requests: { total: number; average: number };
    latency: { p50: number; p99: number };
  }>;
}

declare module '@mdn/mdn-http-observatory/src/retriever/retriever.js' {
  type Answer = object | null;
  export interface Requests {
    responses: { auto: Answer; http: Answer; https: Answer };
  }
  export function retrieve(hostname: string, ports: { httpPort: number; httpsPort: number }): Promise<Requests>;
}

declare module '@mdn/mdn-http-observatory/src/constants.js' {
  import type { Requests } from '@mdn/mdn-http-observatory/src/retriever/retriever.js';
  export const ALL_TESTS: ((requests: Requests) => { result: string; pass: boolean })[];
}

declare module '@mdn/mdn-http-observatory/src/grader/grader.js' {
  export function getScoreModifier(result: string): number;
  export function getGradeForScore(score: number): { score: number; grade: string };
}

declare module '@mdn/mdn-http-observatory/src/grader/charts.js' {
  export const MINIMUM_SCORE_FOR_EXTRA_CREDIT: number;
}

declare module '@netlify/headers-parser' {
  export function parseAllHeaders(options: { headersFiles: string[]; configHeaders: object[]; minimal: boolean }): Promise<{
    headers: { for: string; forRegExp: RegExp; values: Record<string, string> }[];
    errors: Error[];
  }>;
}

declare module '@netlify/redirect-parser' {
  export function parseAllRedirects(options: { redirectsFiles: string[]; configRedirects: object[]; minimal: boolean }): Promise<{
    redirects: { path?: string; from?: string; to: string; status: number }[];
    errors: Error[];
  }>;
}
