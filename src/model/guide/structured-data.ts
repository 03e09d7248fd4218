import type { Article, BreadcrumbList, CreativeWork, FAQPage, Graph, HowTo, Organization, Thing, WebSite } from 'schema-dts';
import { site } from '../../site.ts';
import { toInstant } from '../days.ts';
import type { NumberedChapter } from './outline.ts';
import type { PageMeta } from './page-meta.ts';
import type { Source } from '../schemas.ts';

/** Makes an absolute address of a path below the base path. */
export type Address = (path: string) => string;

/** The site itself, in the vocabulary of schema.org. */
export function homeGraph(address: Address): Graph {
  const website: WebSite = {
    '@type': 'WebSite',
    '@id': `${address('/')}#website`,
    url: address('/'),
    name: site.name,
    description: site.description,
    inLanguage: site.language,
    publisher: { '@id': `${address('/')}#publisher` },
  };
  return graph(website, publisher(address));
}

/** A page beside the chapters: where it stands. */
export function pageGraph(meta: PageMeta, label: string, address: Address): Graph {
  return graph(breadcrumb(meta.path, label, address));
}

/** A chapter: what it is, what it cites, where it stands; steps as HowTo, issues as FAQPage. */
export function chapterGraph(chapter: NumberedChapter, sources: readonly Source[], address: Address): Graph {
  const page = address(chapter.path);
  const article: Article = {
    '@type': 'TechArticle',
    '@id': `${page}#article`,
    headline: chapter.title,
    description: chapter.description,
    inLanguage: site.language,
    url: page,
    mainEntityOfPage: { '@type': 'WebPage', '@id': page, breadcrumb: { '@id': `${page}#breadcrumb` } },
    image: address(`/cards/${chapter.id}.png`),
    datePublished: toInstant(chapter.published),
    dateModified: toInstant(chapter.reviewed),
    timeRequired: `PT${chapter.minutes}M`,
    position: chapter.number,
    isPartOf: { '@id': `${address('/')}#website` },
    author: { '@id': `${address('/')}#publisher` },
    publisher: { '@id': `${address('/')}#publisher` },
    citation: chapter.cites.flatMap((id) => {
      const source = sources.find((each) => each.id === id);
      return source ? [citation(source)] : [];
    }),
  } as Article;
  const nodes: Thing[] = [article, breadcrumb(chapter.path, chapter.label, address), publisher(address)];
  if (chapter.steps.length) nodes.push(howTo(chapter, address));
  if (chapter.questions.length) nodes.push(faq(chapter, address));
  return graph(...nodes);
}

/** Baidu's own block for the dates of a page (its vocabulary, not that of schema.org). */
export function baiduDates(chapter: NumberedChapter, address: Address): Record<string, unknown> {
  return {
    '@context': 'https://ziyuan.baidu.com/contexts/cambrian.jsonld',
    '@id': address(chapter.path),
    title: `${chapter.title} - ${site.name}`,
    images: [address(`/cards/${chapter.id}.png`)],
    pubDate: `${chapter.published}T00:00:00`,
    upDate: `${chapter.reviewed}T00:00:00`,
  };
}

function howTo({ path, title, description, steps }: NumberedChapter, address: Address): HowTo {
  return {
    '@type': 'HowTo',
    '@id': `${address(path)}#howto`,
    name: title,
    description,
    inLanguage: site.language,
    step: steps.map(({ id, name, text }, index) => ({
      '@type': 'HowToStep',
      '@id': `${address(path)}#${id}`,
      position: index + 1,
      name,
      text,
      url: `${address(path)}#${id}`,
    })),
  };
}

function faq({ path, questions }: NumberedChapter, address: Address): FAQPage {
  return {
    '@type': 'FAQPage',
    '@id': `${address(path)}#faq`,
    inLanguage: site.language,
    mainEntity: questions.map(({ id, name, text }) => ({
      '@type': 'Question',
      '@id': `${address(path)}#${id}`,
      name,
      url: `${address(path)}#${id}`,
      acceptedAnswer: { '@type': 'Answer', text },
    })),
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

function publisher(address: Address): Organization {
  return { '@type': 'Organization', '@id': `${address('/')}#publisher`, name: site.name, url: address('/') };
}

function graph(...nodes: Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': nodes };
}
