import type { Redirect } from '../links/aliases.ts';
import type { Target } from '../links/healing.ts';
import { wholePath } from '../links/href.ts';
import type { Outline } from './outline.ts';

/** The pages beside the chapters, with their headings; `indexed` ones are for search engines too. */
export const otherPages = {
  sources: {
    path: '/sources/',
    title: '来源与核对',
    description: '这份紫卡续费指南引用的全部来源，以及流传教程里每一条说法的核对结果。',
    indexed: true,
    headings: [
      { id: 'sources', text: '引用的来源' },
      { id: 'claims', text: '流传教程逐条核对' },
    ],
  },
  planner: {
    path: '/planner/',
    title: '续费计算器',
    description: '填扣款日和钱包余额，算出还剩几天、最晚哪天充值、每次扣款的日期、停机后最晚哪天补上，并给手机日历加上提醒。',
    indexed: true,
    headings: [
      { id: 'calculate', text: '算一算' },
      { id: 'by-hand', text: '自己怎么算' },
    ],
  },
  calendar: {
    path: '/calendar/',
    title: '扣款日历',
    description: '找到你的下一个扣款日，点一下，手机日历就会在每次扣款当天和 5 天前提醒。紫卡每 30 天扣一次，一共只有 30 种排法。',
    indexed: true,
    headings: [],
  },
  about: {
    path: '/about/',
    title: '关于本站',
    description: '这份紫卡续费指南是什么、谁在维护、怎么核对的、哪些没有核对到，标注是什么意思，发现写错了怎么办。',
    indexed: true,
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
    title: '更新记录',
    description: '这份紫卡续费指南哪天改了哪一章、改了什么，新的在前。',
    indexed: true,
    headings: [],
  },
  search: { path: '/search/', title: '搜索', indexed: false, headings: [] },
  all: { path: wholePath, title: '全文一页', indexed: false, headings: [] },
} as const satisfies Record<string, Target & { indexed: boolean; description?: string }>;

/** What every page leads to, in the order of the sidebar and of the footer. */
export const sidebarPages = [otherPages.planner, otherPages.sources, otherPages.all];
export const footerPages = [...sidebarPages, otherPages.about, otherPages.changes];

/** Everything a link can mean: home, chapters, other pages, and the addresses that lead on. */
export function buildTargets(outline: Outline, redirects: readonly Redirect[]): Target[] {
  return [
    { path: '/', title: '首页', headings: [] },
    ...outline.chapters.map(({ path, label, places }) => ({
      path,
      title: label,
      headings: places.map(({ id, text }) => ({ id, text })),
    })),
    ...Object.values(otherPages).map(({ path, title, headings }) => ({ path, title, headings: [...headings] })),
    ...redirects.map(({ from, title }) => ({ path: from, title, headings: [] })),
  ];
}
