// Given to a build with --import: a machine on which koffi is not installed, so that two renames must do.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'koffi') throw new Error('koffi is not installed');
    return next(specifier, context);
  },
});
