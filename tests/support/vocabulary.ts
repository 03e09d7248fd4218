import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const file = createRequire(import.meta.url)
  .resolve('@vocabulary/schema')
  .replace(/index\.js$/u, 'schema.nq');
const names: Record<string, string> = {
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf:',
  'http://www.w3.org/2000/01/rdf-schema#': 'rdfs:',
  'http://schema.org/': 'schema:',
};
const short = (iri: string) => Object.entries(names).reduce((text, [long, prefix]) => text.replace(long, prefix), iri);

/** The vocabulary of schema.org that a package ships as N-Quads, in the shape of the JSON-LD file the validator expects. */
export function readVocabulary(): { '@graph': Record<string, unknown>[] } {
  const nodes = new Map<string, Record<string, unknown>>();
  for (const [, subject, predicate, object] of readFileSync(file, 'utf8').matchAll(/^<([^>]+)> <([^>]+)> <([^>]+)>/gmu)) {
    const id = short(subject!);
    const node = nodes.get(id) ?? { '@id': id };
    nodes.set(id, node);
    const key = short(predicate!);
    if (key === 'rdf:type') node['@type'] = short(object!);
    else if (key === 'rdfs:subClassOf' || key.endsWith('domainIncludes'))
      node[key] = [...((node[key] as object[] | undefined) ?? []), { '@id': short(object!) }];
  }
  return { '@graph': [...nodes.values()] };
}
