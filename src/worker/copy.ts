/** The texts of one build that a device keeps, by path below the base path; '' is the home page. */
export interface Copy {
  files: Record<string, string>;
  /** The styles of pages, which stand in their texts as `<style 0>`, `<style 1>` and so on. */
  styles: string[];
  /** What only leads on: a path, and where to. */
  redirects: Record<string, string>;
}
