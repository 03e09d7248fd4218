import { isCSSRequest } from 'vite';

/** The oldest engines in which the site looks and works as it does in a new one, as Vite names them; package.json and README name the same. */
export const floor = ['chrome99', 'safari15.4', 'ios15.4', 'firefox97'];

/**
 * A Vite plugin. Puts every style into a cascade layer, which engines below the floor do not read: they show the plain
 * page, where half of the styles would lay dark letters on a dark ground and the menu over the text.
 */
export function layerStyles() {
  return {
    name: 'layer-styles',
    transform: (code: string, id: string) => (isCSSRequest(id) ? `@layer site{${code}}` : undefined),
  };
}
