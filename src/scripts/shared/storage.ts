type Area = 'localStorage' | 'sessionStorage';

/** The value of a key: null if there is none, undefined if the browser blocks storage. */
export function load(key: string, area: Area = 'localStorage'): string | null | undefined {
  try {
    return window[area].getItem(key);
  } catch {
    return undefined;
  }
}

/** Stores a value, or removes it if it is null. Returns false if storage is blocked or full. */
export function save(key: string, value: string | null, area: Area = 'localStorage'): boolean {
  try {
    if (value === null) window[area].removeItem(key);
    else window[area].setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Runs when another tab may have changed what is stored, or the browser restores a page as it was left. */
export function onChangeElsewhere(run: () => void): void {
  addEventListener('storage', run);
  addEventListener('pageshow', ({ persisted }) => persisted && run());
}
