import type { Contact } from './find-contacts.ts';

/** Finds mail addresses, messaging links, short links and referral links in a text that unmask() has read. */
export function findAddresses(text: string): Contact[] {
  const find = (within: string, kinds: [kind: string, pattern: RegExp][]) =>
    kinds.flatMap(([kind, pattern]) => [...within.matchAll(pattern)].map(([found]) => ({ kind, found })));
  return [...(/\/|斜杠/u.test(text) ? find(together(text), links) : []), ...find(text, rules)];
}

/** Rejoins addresses that were spelled out or spaced out: t 点 me / name. */
function together(text: string): string {
  const spelled = text.replaceAll(anyDot, '.').replaceAll(/\s?(?:\/|斜杠)\s?(?=[\w+$@])/gu, '/');
  return spelled.replaceAll(/(?<=\b[a-z])\s(?=[a-z]\b)/giu, '');
}

/** Hosts, or hosts with the beginning of a path, of people, groups and shops, and of link shorteners. */
const hosts = {
  'messaging link': `t.me telegram.me telegram.dog telegram.org telegram.space telesco.pe wa.me wa.link whatsapp.com discord.gg
    discord.com/invite discordapp.com/invite line.me lin.ee signal.me signal.group m.me fb.me ig.me vk.me zalo.me kik.me about.me
    u.wechat.com qr.wechat.com weixin.qq.com qm.qq.com jq.qq.com qun.qq.com wpa.qq.com wp.qq.com wpa.b.qq.com linktr.ee lnk.bio bio.link
    bio.site beacons.ai solo.to taplink.cc campsite.bio snapchat.com/add join.skype.com open.kakao.com matrix.to threema.id slack.com/join
    qr.alipay.com patreon.com ko-fi.com buymeacoffee.com afdian.net afdian.com t.zsxq.com weibo.com/u weibo.com/n weibo.cn/u weibo.cn/n
    space.bilibili.com xiaohongshu.com/user douyin.com/user kuaishou.com/profile zhihu.com/people zhihu.com/org reddit.com/u reddit.com/user
    youtube.com/c youtube.com/channel youtube.com/user bsky.app/profile linkedin.com/in applink.feishu.cn meeting.tencent.com/dm zoom.us/j
    meet.google.com calendly.com taobao.com goofish.com detail.tmall.com item.jd.com mall.jd.com weidian.com youzan.com youshop10.com
    etsy.com/shop ebay.com/usr wj.qq.com wjx.cn wjx.top docs.google.com/forms paypal.me paypal.com/paypalme cash.app venmo.com/u revolut.me
    wise.com/pay/me buy.stripe.com donate.stripe.com`,
  'short link': `bit.ly bitly.com j.mp tinyurl.com tiny.cc tiny.one goo.gl goo.su is.gd v.gd t.co ow.ly buff.ly rb.gy cutt.ly t.ly
    rebrand.ly short.at short.io short.gy shorturl.at shorturl.io shorturl.gy shorturl.asia s.id bl.ink adf.ly shorte.st lnkd.in amzn.to
    amzn.asia amzn.eu a.aliexpress.com s.click.aliexpress.com shope.ee a.co ebay.us tb.cn u.jd.com 3.cn dwz.cn dwz.win dwz.mk dwz.lc url.cn
    t.cn sourl.cn suo.im suo.nz suo.yt mrw.so 6du.in 985.so c7.gg u.nu n9.cl kutt.it soo.gd reurl.cc lihi.cc lihi1.cc lihi2.cc lihi3.cc
    pse.is ppt.cc 0rz.tw clck.ru vk.cc xhslink.com v.douyin.com v.kuaishou.com b23.tv zhi.hu u.to x.co q.gs qr.ae qr.net dlvr.it trib.al
    snip.ly page.link app.link onelink.me sjv.io pxf.io 7eer.net jdoqocy.com tkqlhce.com anrdoezrs.net dpbolvw.net kqzyfj.com shareasale.com
    awin1.com linksynergy.com prf.hn go2cloud.org mobile.yangkeduo.com p.pinduoduo.com gg.gg url.fr urlz.fr dub.sh tny.im kurl.ru`,
};

/** Query parameters that credit a referrer. */
const paying =
  '(?:ref|aff|promo|coupon|voucher|discount|invit|partner|friend|campaign|utm|share|agent|recommend)[\\w-]*|rfsn|a_?[abf]id|tag|ascsubtag|via|' +
  'linkcode|fpr|fp_?(?:ref|sid)|ir(?:clickid|gwc)|click_?id|sub_?id\\d?|sscid|cj(?:event|data)|\\w{1,2}clid|[gw]braid|msclkid|mc_[ce]id|spm|scm|' +
  'inv|(?:inv_?)?code|mgm|yqm|yqcode|tj[mr]|from_?u?id|rcode|ran(?:m|ea|site)id|tracking_?id|trk|awc|zanpid|pubref|associate_?id|pid';

const networks = 'twitter|x|facebook|fb|instagram|threads|tiktok|weibo|youtube';
/** URL schemes that call, write or open an app. */
const schemes =
  'tel|callto|sms|smsto|mms|facetime|wtai|mailto|xmpp|sips?|skype|viber|imto|tg|weixin|wechat|whatsapp|mqq\\w*|tencent|alipays?|line|fb-messenger|' +
  'sgnl|signal|dingtalk|taobao|tbopen|xhsdiscover|snssdk\\d+|sinaweibo|bilibili|kakaotalk|zalo|openapp\\.\\w+';

const tld =
  '(?:com|cn|net|org|me|io|cc|co|xyz|top|info|dev|app|hk|tw|us|uk|ru|jp|im|gg|ly|vip|site|online|shop|link|club|live|pro|tv|edu|gov)(?![a-z])';
const mailHost =
  '(?:gmail|qq|foxmail|163|126|yeah|sina|sohu|139|189|outlook|hotmail|live|msn|yahoo|icloud|me|proton(?:mail)?|pm|gmx|mail|aliyun)';

const open = '\\s?[\\[({<【「_]\\s?';
const close = '\\s?[\\])}>】」_]\\s?';
const at = `(?:${open}(?:at|a|a圈|老鼠|@|艾特)${close}|\\s?(?:[艾爱]特|圈\\s?a|小老鼠|[#*☆★&$])\\s?)`;
const spelledDot = `(?:${open}(?:dot|d0t|点|\\.)${close}|\\sdot\\s|\\s?点\\s?)`;
const dot = `(?:${spelledDot}|\\s?\\.\\s?)`;
const anyDot = new RegExp(`(?<=[a-z\\d])${dot}(?=[a-z])`, 'giu');

const rules: [kind: string, pattern: RegExp][] = [
  ['short link', /https?:\/\/[a-z\d-]{1,5}\.[a-z]{2,3}\/(?=\d*[a-zA-Z])(?=[a-zA-Z]*\d|\w+[A-Z])\w{4,10}(?![\w/.-])/gu],
  ['profile link', new RegExp(`\\b(?:${networks})\\.(?:com|net)/(?!share|intent|search|watch)@?[\\w.-]{2,}(?![\\w-]|/\\w)`, 'giu')],
  ['contact scheme', new RegExp(`\\b(?:${schemes}):(?://\\S+|(?!6700\\b)[\\w@.()+-]{4,})`, 'giu')],
  ['mail address', new RegExp(`[\\w.+-]+\\s?@\\s?(?!\\dx\\.)(?:[\\p{L}\\d-]+${dot})+\\p{L}{2,}`, 'giu')],
  ['mail address', new RegExp(`[\\w.+-]{2,}${at}[a-z\\d-]{2,}${dot}${tld}`, 'giu')],
  // “at” and a dot are a sentence, unless mail is read there.
  ['mail address', new RegExp(`[\\w.+-]{2,}\\s?(?:在|\\sat)\\s?(?:${mailHost}${dot}|[a-z\\d-]{2,}${spelledDot})${tld}`, 'giu')],
  ['address in words', new RegExp(`(?<![a-z\\d])[a-z][a-z\\d-]*${spelledDot}${tld}`, 'giu')],
  ['coded host', /\bxn--[a-z\d-]+/giu],
  ['referral link', new RegExp(`[?&#;](?:${paying})=[^\\s&;"'<>)]+`, 'giu')],
  ['referral link', /\w\/(?:invit\w+|refer\w*|aff\w*|promo)[/?]\S+/giu],
  ['referral link', /[/?&](?:r|i|u|c|s|ref|join|go)[/=](?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{4,12}(?![\w-])/giu],
  ['hot-linked image', /!\[[^\]]*\]\(\s*(?:https?:)?\/\/\S*|<img[^>]+src=["']?(?:https?:)?\/\/\S*/giu],
];

/** Addresses with a path on one of the hosts. WeChat articles and Taobao's rules are not contacts. */
const links = Object.entries(hosts).map(([kind, names]): (typeof rules)[number] => {
  const anyHost = names.replaceAll('.', '\\.').replaceAll(/\s+/gu, '|');
  return [kind, new RegExp(`(?<![\\w.'’@-])(?!mp\\.weixin|rule\\.)(?:[\\w-]+\\.)*(?:${anyHost})/\\S+`, 'giu')];
});
