// Packages of tests/browsers, which npm ci of the project does not bring; what we use of them.
declare module 'puppeteer-core' {
  interface Page {
    goto(url: string): Promise<unknown>;
    setViewport(size: { width: number; height: number }): Promise<void>;
    evaluate<T>(expression: string): Promise<T>;
    on(event: 'console', hear: (message: { text(): string }) => void): void;
    on(event: 'pageerror', hear: (error: Error) => void): void;
  }
  interface Browser {
    version(): Promise<string>;
    createBrowserContext(): Promise<{ newPage(): Promise<Page>; close(): Promise<void> }>;
    close(): Promise<void>;
  }
  export function launch(options: {
    browser: 'firefox';
    executablePath: string;
    headless: boolean;
    extraPrefsFirefox: Record<string, unknown>;
  }): Promise<Browser>;
}

declare module 'selenium-webdriver' {
  export interface Session {
    get(url: string): Promise<void>;
    executeScript<T>(script: string): Promise<T>;
    executeAsyncScript<T>(script: string): Promise<T>;
    manage(): {
      window(): { setRect(rect: { width: number; height: number }): Promise<unknown> };
      setTimeouts(limits: { script: number; pageLoad: number }): Promise<void>;
    };
    getCapabilities(): Promise<{ get(name: string): unknown }>;
    quit(): Promise<void>;
  }
  export class Builder {
    usingServer(address: string): this;
    withCapabilities(capabilities: object): this;
    build(): Promise<Session>;
  }
}
