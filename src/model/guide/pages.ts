import { site } from '../../site.ts';
import type { Redirect } from '../links/aliases.ts';
import type { Name, Target } from '../links/healing.ts';
import { wholePath, withBase } from '../links/href.ts';
import { daysAhead } from '../renewal/charge-days.ts';
import { rules } from '../renewal/rules.ts';
import type { Outline } from './outline.ts';

/** What the head of a page says of it. Days are calendar days; paths are below the base path. */
export interface PageMeta {
  path: string;
  /** What search results and previews call it; the head adds the name of the site. */
  title: string;
  description: string;
  /** Only `chapter` and `page` have a card of their own, and they and `unlisted`, which has no address, a sidebar. Search engines skip `whole` and `tool`. */
  kind: 'home' | 'chapter' | 'page' | 'whole' | 'tool' | 'unlisted';
  published?: string;
  reviewed?: string;
}

/** A page that is not a chapter. */
interface OtherPage extends PageMeta {
  /** What links to it call it, and its h1. */
  label: string;
  /** One line under its name in a list of links. */
  summary?: string;
  /** The title and the line below it on its preview card. */
  onCard?: readonly [title: string, below: string];
  headings: readonly Name[];
}

export const homePage = {
  path: '/',
  label: '首页',
  title: site.title,
  description: site.description,
  onCard: ['美国 Ultra 紫卡，怎么续费才不丢号', '扣款日那天，钱包里至少有 $3'],
  kind: 'home',
  headings: [],
} as const satisfies OtherPage;

/** The pages that are not chapters. Navigation, cards, sitemap, search and llms.txt take them from here. */
export const otherPages = {
  sources: {
    path: '/sources/',
    label: '来源与核对',
    title: '来源与核对：每句话从哪里来',
    description: '这份紫卡续费指南引用的全部来源，以及流传教程里每一条说法的核对结果。',
    onCard: ['来源与核对：每句话从哪里来', '流传教程的每条说法，逐条核对'],
    kind: 'page',
    headings: [
      { id: 'sources', text: '引用的来源' },
      { id: 'claims', text: '流传教程逐条核对' },
    ],
  },
  planner: {
    path: '/planner/',
    label: '续费计算器',
    title: '紫卡续费计算器：下次哪天扣、余额够几期',
    description: '填扣款日和钱包余额，算出还剩几天、最晚哪天充值、每次扣款的日期、停机后最晚哪天补上，并给手机日历加上提醒。',
    summary: '填扣款日和余额，算出最晚哪天充，给手机加提醒。',
    onCard: ['续费计算器：下次哪天扣，余额够几期', '填到期日和余额，马上就有答案'],
    kind: 'page',
    headings: [
      { id: 'calculate', text: '算一算' },
      { id: 'by-hand', text: '自己怎么算' },
    ],
  },
  calendar: {
    path: '/calendar/',
    label: '扣款日历',
    title: '扣款日历：给手机加上紫卡续费提醒',
    description: `找到你的下一个扣款日，点一下，手机日历就会在每次扣款当天和 ${daysAhead} 天前提醒。紫卡每 ${rules.cycle.days} 天扣一次，一共只有 ${rules.cycle.days} 个日历。`,
    onCard: ['扣款日历：给手机加上续费提醒', `${rules.cycle.days} 个日历，挑你的那一个`],
    kind: 'page',
    headings: [],
  },
  about: {
    path: '/about/',
    label: '关于本站',
    title: '关于本站：谁在写，怎么核对，没核对到什么',
    description: '这份紫卡续费指南是什么、谁在维护、怎么核对的、哪些没有核对到，标注是什么意思，发现写错了怎么办。',
    onCard: ['关于本站：谁在写，怎么核对', '不卖卡，不代充，不留联系方式'],
    kind: 'page',
    headings: [
      { id: 'what', text: '这个站是什么' },
      { id: 'keeper', text: '谁在维护' },
      { id: 'checked', text: '这份指南是怎么核对的' },
      { id: 'labels', text: '标注是什么意思' },
      { id: 'wrong', text: '发现写错了怎么办' },
      { id: 'licence', text: '转载和改写' },
    ],
  },
  changes: {
    path: '/changes/',
    label: '更新记录',
    title: '更新记录：紫卡续费指南哪天改了什么',
    description: '这份紫卡续费指南哪天改了哪一章、改了什么，新的在前。',
    onCard: ['更新记录：哪天改了什么', '新的在前，可以订阅'],
    kind: 'page',
    headings: [],
  },
  search: {
    path: '/search/',
    label: '搜索',
    title: '在紫卡续费指南里搜索',
    description: '怎么说就怎么搜：付不了钱、收不到验证码、到期日怎么查；拼音和繁体字也行。搜索只在你的设备上进行。',
    kind: 'tool',
    headings: [],
  },
  all: {
    path: wholePath,
    label: '全文一页',
    title: '全文一页：紫卡续费指南从头到尾',
    description: '紫卡续费指南全部章节和来源放在一页，可以整页打印，也可以存下来断网看。',
    summary: '整本指南放在一页，可以打印，也可以存下来断网看。',
    kind: 'whole',
    headings: [],
  },
} as const satisfies Record<string, OtherPage>;

/** What every page leads to, in the order of the sidebar and of the footer. */
export const sidebarPages = [otherPages.planner, otherPages.sources, otherPages.all];
export const footerPages = [...sidebarPages, otherPages.about, otherPages.changes];

/** Everything a link can mean: home, chapters, other pages, and the addresses that lead on. */
export function buildTargets({ chapters }: Outline, redirects: readonly Redirect[]): Target[] {
  return [
    ...[homePage, ...chapters, ...Object.values(otherPages)].map(({ path, label, headings }) => ({
      path,
      title: label,
      headings: headings.map(({ id, text }) => ({ id, text })),
    })),
    ...redirects.map(({ from, title }) => ({ path: from, title, headings: [] })),
  ];
}

/** Where a link of the guide leads from the page `here`: the page that holds the whole guide has the chapters and the sources itself. */
export function linkFrom(here: string, to: string, base: string): string {
  const [, page = '', id] = /^\/([a-z0-9-]+)\/(?:#(.+))?$/u.exec(to) ?? [];
  const isOnWhole = page === 'sources' ? !id?.startsWith('claim') : page !== '' && !(page in otherPages);
  return isOnWhole && here === withBase(wholePath, base) ? `#${id ?? page}` : withBase(to, base);
}
