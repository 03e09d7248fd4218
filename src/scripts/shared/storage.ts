type Area = 'localStorage' | 'sessionStorage';

/** What is kept under a key: null where nothing is, undefined where a browser keeps storage closed. */
export function load(key: string, area: Area = 'localStorage'): string | null | undefined {
  try {
    return window[area].getItem(key);
  } catch {
    return undefined;
  }
}

/** Keeps a value under a key, or forgets it where it is null. Returns false where storage is closed or full. */
export function save(key: string, value: string | null, area: Area = 'localStorage'): boolean {
  try {
    if (value === null) window[area].removeItem(key);
    else window[area].setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Runs when another tab may have changed what is kept, or the browser brings back a page as it was left. */
export function onChangeElsewhere(run: () => void): void {
  addEventListener('storage', run);
  addEventListener('pageshow', ({ persisted }) => persisted && run());
}
