import { announce } from '../shared/dom.ts';
import { load, save } from '../shared/storage.ts';

/**
 * Keeps a copy of the whole guide for when there is no network. The first page fetches none of it: the copy comes with the second
 * page or when the reader asks for it, and only when asked for if the browser is saving data.
 */
const address = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.dataset['worker'];
const button = document.querySelector<HTMLButtonElement>('button.keep')!;

if (address && 'serviceWorker' in navigator) {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const script = trusted(address);
  const register = () => navigator.serviceWorker.register(script, { updateViaCache: 'none' });
  const wasHere = load('seen');
  save('seen', '1');
  if (wasHere && !connection?.saveData) addEventListener('load', () => void register().catch(() => undefined));
  if (!navigator.serviceWorker.controller) {
    button.hidden = false;
    button.addEventListener('click', () => {
      button.hidden = true;
      announce('正在存…');
      void register()
        .then(isKept, () => false)
        .then((kept) => {
          button.hidden = kept;
          announce(kept ? '存好了，没有网络也能打开整份指南。' : '没有存成，过一会儿再试。');
        });
    });
  }
}

/** Waits for the copy to be kept (true) or to fail (false). */
function isKept({ installing, active }: ServiceWorkerRegistration): Promise<boolean> {
  return new Promise((resolve) => {
    if (!installing) resolve(active !== null);
    installing?.addEventListener('statechange', () => {
      if (['activated', 'redundant'].includes(installing.state)) resolve(installing.state === 'activated');
    });
  });
}

/** The page's policy accepts a script's address only from a named Trusted Types policy (W3C); this one returns a single address. */
function trusted(address: string): string {
  type Policy = { createScriptURL: (text: string) => string };
  const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
  return trustedTypes?.createPolicy('offline', { createScriptURL: () => address }).createScriptURL(address) ?? address;
}
