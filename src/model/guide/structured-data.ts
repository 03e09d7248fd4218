import type { Article, BreadcrumbList, CreativeWork, FAQPage, Graph, HowTo, Organization, Thing, WebSite } from 'schema-dts';
import { site } from '../../site.ts';
import { toInstant } from '../days.ts';
import type { NumberedChapter } from './outline.ts';
import type { PageMeta } from './page-meta.ts';
import type { Source } from '../schemas.ts';

/** Makes an absolute address of a path below the base path. */
export type Address = (path: string) => string;

const { name, description, language: inLanguage } = site;

/** The site itself, in the vocabulary of schema.org. */
export function homeGraph(address: Address): Graph {
  const url = address('/');
  const { '@id': id } = publisher(address);
  const website: WebSite = { '@type': 'WebSite', '@id': `${url}#website`, url, name, description, inLanguage, publisher: { '@id': id } };
  return graph(website, publisher(address));
}

/** A page beside the chapters: where it stands. */
export function pageGraph(meta: PageMeta, label: string, address: Address): Graph {
  return graph(breadcrumb(meta.path, label, address));
}

/** A chapter: what it is, what it cites, where it stands; steps as HowTo, issues as FAQPage. */
export function chapterGraph(chapter: NumberedChapter, sources: readonly Source[], address: Address): Graph {
  const { steps, questions } = chapter;
  const url = address(chapter.path);
  const by = { '@id': publisher(address)['@id'] };
  const article = {
    '@type': 'TechArticle',
    '@id': `${url}#article`,
    headline: chapter.title,
    description: chapter.description,
    inLanguage,
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url, breadcrumb: { '@id': `${url}#breadcrumb` } },
    image: address(`/cards/${chapter.id}.png`),
    datePublished: toInstant(chapter.published),
    dateModified: toInstant(chapter.reviewed),
    timeRequired: `PT${chapter.minutes}M`,
    position: chapter.number,
    isPartOf: { '@id': `${address('/')}#website` },
    author: by,
    publisher: by,
    citation: chapter.cites.flatMap((id) => sources.filter((source) => source.id === id).map(citation)),
  } as Article;
  const howTo: HowTo = {
    '@type': 'HowTo',
    '@id': `${url}#howto`,
    name: chapter.title,
    description: chapter.description,
    inLanguage,
    step: steps.map(({ id, ...step }, index) => {
      const place = `${url}#${id}`;
      return { '@type': 'HowToStep', '@id': place, position: index + 1, name: step.name, text: step.text, url: place };
    }),
  };
  const questionsAndAnswers: FAQPage = {
    '@type': 'FAQPage',
    '@id': `${url}#faq`,
    inLanguage,
    mainEntity: questions.map(({ id, name: question, text }) => {
      const place = `${url}#${id}`;
      return { '@type': 'Question', '@id': place, name: question, url: place, acceptedAnswer: { '@type': 'Answer', text } };
    }),
  };
  return graph(
    article,
    breadcrumb(chapter.path, chapter.label, address),
    publisher(address),
    ...(steps.length ? [howTo] : []),
    ...(questions.length ? [questionsAndAnswers] : []),
  );
}

/** Baidu's own block for the dates of a page (its vocabulary, not that of schema.org). */
export function baiduDates(chapter: NumberedChapter, address: Address): Record<string, unknown> {
  return {
    '@context': 'https://ziyuan.baidu.com/contexts/cambrian.jsonld',
    '@id': address(chapter.path),
    title: `${chapter.title} - ${name}`,
    images: [address(`/cards/${chapter.id}.png`)],
    pubDate: `${chapter.published}T00:00:00`,
    upDate: `${chapter.reviewed}T00:00:00`,
  };
}

function breadcrumb(path: string, label: string, address: Address): BreadcrumbList {
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
  return { '@type': 'Organization', '@id': `${address('/')}#publisher`, name, url: address('/') } as const satisfies Organization;
}

function graph(...nodes: Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': nodes };
}
