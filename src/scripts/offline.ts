/** Lets the whole guide work without a network after one visit; quietly, and only where the page allows it. */
const worker = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.dataset['worker'];
if (worker && 'serviceWorker' in navigator)
  addEventListener('load', () => void navigator.serviceWorker.register(trusted(worker), { updateViaCache: 'none' }).catch(() => undefined));

/** The page's policy takes a script's address only from a named Trusted Types policy (W3C Trusted Types); this one knows a single address. */
function trusted(address: string): string {
  const types = (
    window as {
      trustedTypes?: {
        createPolicy(name: string, rules: { createScriptURL(text: string): string }): { createScriptURL(text: string): string };
      };
    }
  ).trustedTypes;
  return types?.createPolicy('offline', { createScriptURL: () => address }).createScriptURL(address) ?? address;
}
