import { isCSSRequest } from 'vite';

/** The oldest fully supported browsers, in Vite's notation; package.json and README list the same. */
export const floor = ['chrome99', 'safari15.4', 'ios15.4', 'firefox97'];

/**
 * A Vite plugin. Puts every style into a cascade layer, which engines below the floor ignore: they show the plain page, with
 * styles/plain.css alone. With the styles they half understand, text would be dark on dark and the menu would cover it.
 */
export function layerStyles() {
  return {
    name: 'layer-styles',
    transform: (code: string, id: string) => (isCSSRequest(id) && !id.endsWith('/plain.css') ? `@layer site{${code}}` : undefined),
  };
}
