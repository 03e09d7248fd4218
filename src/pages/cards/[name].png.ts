import type { APIRoute, GetStaticPaths } from 'astro';
import { getGuide } from '../../collections/guide.ts';
import type { Card } from '../../images/card.ts';
import { drawCard } from '../../images/draw.ts';
import { site } from '../../site.ts';

export const getStaticPaths = (async () => {
  const { outline, claims } = await getGuide();
  const cards: [string, Card][] = [
    ['home', { above: site.name, title: '美国 Ultra 紫卡，怎么续费才不丢号', below: '扣款日那天，钱包里至少有 $3' }],
    ['sources', { above: site.name, title: '来源与核对：每句话从哪里来', below: `流传教程的 ${claims.length} 条说法，逐条核对` }],
    ['planner', { above: site.name, title: '续费计算器：下次哪天扣，余额够几期', below: '填到期日和余额，马上就有答案' }],
    ['calendar', { above: site.name, title: '扣款日历：给手机加上续费提醒', below: '30 种排法，挑你的那一个' }],
    ['about', { above: site.name, title: '关于本站：谁在写，怎么核对', below: '不卖卡，不代充，不留联系方式' }],
    ['changes', { above: site.name, title: '更新记录：哪天改了什么', below: '新的在前，可以订阅' }],
    ...outline.chapters.map(({ id, number, title, summary }): [string, Card] => [
      id,
      { above: `${site.name} · 第 ${number} 章`, title, below: summary },
    ]),
  ];
  return cards.map(([name, card]) => ({ params: { name }, props: { card } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(new Uint8Array(await drawCard(props.card)), { headers: { 'Content-Type': 'image/png' } });
