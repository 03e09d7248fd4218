// What we use of the package in this folder. It is installed by npm run test:mutants only, so its types stand here.
declare module '@stryker-mutator/core' {
  interface Place {
    line: number;
    column: number;
  }
  /** A break, where it was (lines and columns count from 1), and whether a test noticed. */
  export interface MutantResult {
    fileName: string;
    location: { start: Place; end: Place };
    replacement?: string;
    status: string;
  }
  export class Stryker {
    constructor(options: Record<string, unknown>);
    runMutationTest(): Promise<MutantResult[]>;
  }
}
