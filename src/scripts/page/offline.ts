import { announce } from '../shared/dom.ts';
import { load, save } from '../shared/storage.ts';

/**
 * Keeps a copy of the whole guide for when there is no network. A first glance fetches nothing of it: it comes with the second
 * page, or when the reader asks for it, and where the browser saves data only then.
 */
const address = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.dataset['worker'];
const button = document.querySelector<HTMLButtonElement>('button.keep');

if (address && 'serviceWorker' in navigator) {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const script = trusted(address);
  const register = () => navigator.serviceWorker.register(script, { updateViaCache: 'none' });
  const wasHere = load('seen');
  save('seen', '1');
  if (wasHere && !connection?.saveData) addEventListener('load', () => void register().catch(() => undefined));
  if (button && !navigator.serviceWorker.controller) {
    button.hidden = false;
    button.addEventListener('click', () => {
      button.hidden = true;
      announce('正在存…');
      register()
        .then(finished)
        .then(
          () => announce('存好了，没有网络也能打开整份指南。'),
          () => {
            button.hidden = false;
            announce('没有存成，过一会儿再试。');
          },
        );
    });
  }
}

/** Waits until the copy is there; rejects where it could not be kept. */
function finished({ installing, active }: ServiceWorkerRegistration): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!installing) return active ? resolve() : reject();
    installing.addEventListener('statechange', () => {
      if (installing.state === 'activated') resolve();
      if (installing.state === 'redundant') reject();
    });
  });
}

interface Policy {
  createScriptURL(text: string): string;
}

/** The page's policy takes a script's address only from a named Trusted Types policy (W3C Trusted Types); this one knows a single address. */
function trusted(address: string): string {
  const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
  return trustedTypes?.createPolicy('offline', { createScriptURL: () => address }).createScriptURL(address) ?? address;
}
