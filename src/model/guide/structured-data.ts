import type { BreadcrumbList, CreativeWork, Graph, Thing } from 'schema-dts';
import { site } from '../../site.ts';
import { toInstant } from '../days.ts';
import type { Source } from '../schemas.ts';
import type { NumberedChapter } from './outline.ts';

/** Makes an absolute address of a path below the base path. */
type Address = (path: string) => string;

const { language: inLanguage } = site;

/** The site itself, in the vocabulary of schema.org. */
export function homeGraph(address: Address): Graph {
  const url = address('/');
  const keeper = publisher(address);
  const { name, description } = site;
  return graph(
    { '@type': 'WebSite', '@id': `${url}#website`, url, name, description, inLanguage, publisher: { '@id': keeper['@id'] } },
    keeper,
  );
}

/** A page that is not a chapter: its breadcrumb. */
export function pageGraph(page: { path: string; label: string }, address: Address): Graph {
  return graph(breadcrumb(page, address));
}

/** A chapter: its metadata, citations and breadcrumb; steps as HowTo, problems as FAQPage. */
export function chapterGraph(chapter: NumberedChapter, sources: readonly Source[], address: Address): Graph {
  const { title, steps, questions } = chapter;
  const url = address(chapter.path);
  const at = (id: string) => `${url}#${id}`;
  const keeper = publisher(address);
  const by = { '@id': keeper['@id'] };
  return graph(
    {
      '@type': 'TechArticle',
      '@id': at('article'),
      headline: title,
      description: chapter.description,
      inLanguage,
      url,
      mainEntityOfPage: { '@type': 'WebPage', '@id': url, breadcrumb: { '@id': at('breadcrumb') } },
      image: address(`/cards/${chapter.id}.png`),
      datePublished: toInstant(chapter.published),
      dateModified: toInstant(chapter.reviewed),
      timeRequired: `PT${chapter.minutes}M`,
      position: chapter.number,
      isPartOf: { '@id': `${address('/')}#website` },
      author: by,
      publisher: by,
      citation: chapter.cites.flatMap((id) => sources.filter((source) => source.id === id).map(citation)),
    },
    breadcrumb(chapter, address),
    keeper,
    steps.length > 0 && {
      '@type': 'HowTo',
      '@id': at('howto'),
      name: title,
      description: chapter.description,
      inLanguage,
      step: steps.map(({ id, ...step }, index) => ({ '@type': 'HowToStep', '@id': at(id), position: index + 1, ...step, url: at(id) })),
    },
    questions.length > 0 && {
      '@type': 'FAQPage',
      '@id': at('faq'),
      inLanguage,
      mainEntity: questions.map(({ id, name, text }) => {
        return { '@type': 'Question', '@id': at(id), name, url: at(id), acceptedAnswer: { '@type': 'Answer', text } };
      }),
    },
  );
}

/** Baidu's own block for the dates of a page (its vocabulary, not that of schema.org). */
export function baiduDates(chapter: NumberedChapter, address: Address): object {
  return {
    '@context': 'https://ziyuan.baidu.com/contexts/cambrian.jsonld',
    '@id': address(chapter.path),
    title: `${chapter.title} - ${site.name}`,
    images: [address(`/cards/${chapter.id}.png`)],
    pubDate: `${chapter.published}T00:00:00`,
    upDate: `${chapter.reviewed}T00:00:00`,
  };
}

function breadcrumb({ path, label }: { path: string; label: string }, address: Address): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    '@id': `${address(path)}#breadcrumb`,
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: '首页', item: address('/') },
      { '@type': 'ListItem', position: 2, name: label, item: address(path) },
    ],
  };
}

function citation(source: Source): CreativeWork {
  return {
    '@type': 'CreativeWork',
    name: source.title,
    publisher: { '@type': 'Organization', name: source.publisher },
    ...(source.date !== 'undated' && { datePublished: source.date }),
    ...(source.kind !== 'third-party' && source.url && { url: source.url }),
  };
}

function publisher(address: Address) {
  return { '@type': 'Organization', '@id': `${address('/')}#publisher`, name: site.name, url: address('/') } as const;
}

/** Leaves out `false`, which is a part that the page does not have. */
function graph(...nodes: (Thing | false)[]): Graph {
  return { '@context': 'https://schema.org', '@graph': nodes.filter((node) => node !== false) };
}
