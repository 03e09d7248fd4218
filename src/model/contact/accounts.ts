import { counted, spellDigits, withoutCommonNumbers } from './telephone.ts';

/** Finds accounts, groups, shops and invitations to them in a text that unmask() has read. */
export function findAccounts(text: string): string[] {
  const digits = withoutCommonNumbers(spellDigits(text));
  // Most texts have no such row of digits.
  const numbers = /\d(?:[\s-]?\d){4}/u.test(digits) ? [...digits.matchAll(number)] : [];
  return [
    ...[...text.matchAll(account)].filter((match) => isAccount(match, text)),
    ...numbers.filter(({ index, 0: found }) => !counted.test(digits.slice(index + found.length))),
    ...[...text.matchAll(shop)].filter(isShop),
    ...[...text.matchAll(handle)].filter(({ groups = {} }) => /\d|.[A-Z]/u.test(groups['code'] ?? 'A1')),
    ...(warning.test(text) ? [] : text.matchAll(invitation)),
  ].map(([found]) => found.trim());
}

/** Matches any of the patterns, each of which is given by an example. */
const anyOf = (patterns: Record<string, string>) => new RegExp(Object.values(patterns).join('|'), 'giu');

/** Between the characters of a name: 微 信, 微❤信, Q-Q. */
const gap = '[^a-z\\d\\u3400-\\u9fff]{0,2}';
const spaced = (names: string) => names.replaceAll(/(?<=\S)(?=\S)/gu, gap).replaceAll(' ', '|');
/** No word and no parameter of an address begins before a name in Latin letters. */
const alone = '(?<![a-z\\d_?&])';

const shops =
  '闲鱼 咸鱼 黄鱼 某鱼 海鲜市场 转转 淘宝 某宝 微店 拼多多 拼夕夕 小红书 小绿书 小红薯 红书 红薯 抖音 某音 微博 知识星球 b站 小破站 油管';
/** Names that can only mean a service, including deliberate misspellings. */
const sure = [
  `(?:[微薇威徽崴维溦葳巍卫围某]${gap.replace('2', '6')}|${alone}(?:wei|[vw])${gap})(?:[信芯伈心❤♥💚💙💜💛🧡💕]|亻言|x(?:in)?(?![a-z]))\\)?`,
  spaced(`${shops} 绿泡泡 扣扣 抠抠 球球 电报 纸飞机 小飞机 快手 推特 旺旺 哔哩哔哩 公众号 视频号 飞书 钉钉 陌陌 脸书 知乎`),
  `${alone}(?:${spaced('vx wx qq tg weixin wechat')}|weichat|koukou|dianbao|xhs|gzh|wickr|keybase|icq|bluesky)`,
].join('|');
/** Names that also mean other things or occur in English sentences. */
const vague = [
  '(?<=[加➕+])[薇微威卫围赖]|(?<![依信耍无])赖(?=\\s?(?:id|号|:))|绿色(?:聊天)?软件|企鹅|飞机|[✈🛩]|卫星|星球|土豆|蝙蝠',
  `${alone}(?:${spaced('telegram whatsapp discord instagram')}|tele|what'?s app|signal|(?<!on )line|skype|viber|kakao(?:talk)?|messenger|snapchat|session id|jabber|yy|dy)`,
  `${alone}(?:ins|ig|facebook|fb|twitter|threads|threema|v|q)`,
].join('|');
const labels = `(?<label>(?:${gap}(?:号码?|群聊|[群裙]号?|群组|频道|[账帐]号|账户|客服|联系|用户名|昵称|名|同号|id|uid|is(?=\\s)|搜索?|添加))*)`;
const join = '(?<join>[\\s:=~|>.\\-–—_「『“"\'(【<{是为叫`*\\p{Sm}\\p{So}]{0,8})';

const account = anyOf({
  '微信: ultra_help': `(?:(?<sure>${sure})|客服|${vague})${labels}${join}(?<word>@?[a-z]\\w*(?:[._-]\\w+)*)(?<after>\\s?[a-z(])?`,
});
const number = anyOf({
  'QQ 12345': `(?:${sure}|${vague}|群聊?|(?:[群鹅]|会议)号|q\\s?[群裙]|[加进扣]裙|q+\\s?邮箱?|好友码|扣(?=\\s?:?\\s?\\d{7}))${labels}${join}\\d(?:[\\s-]?\\d){4,11}(?![\\d.])`,
});

/** Handles, wallets, names after an offer of contact, and referral codes, which have a digit or capitals. */
const handle = anyOf({
  // CSS at-rules and npm packages are not handles.
  '@ultrahelp': '(?<![\\w./@+-])@(?!(?:media|page|import|font)\\b)\\s?[a-z]\\w{2,}(?![\\w-]*/[a-z])',
  '微博 @紫卡通': '(?:微博|知乎|抖音|小红书|推特|公众号|油管)\\s?(?:私信)?\\s?:?\\s?@\\s?\\p{L}{2,}',
  '12345 扣扣邮箱': '(?:艾特|圈\\s?a|@|\\d{5})\\s?(?:谷歌|腾讯|网易|苹果|微软|扣扣|企鹅|q+)\\s?邮箱?',
  'u/ultrahelp': '(?:艾特\\s?|(?<![\\w/])u/)[a-z][\\w-]{3,}',
  'npub1…':
    '\\b(?:npub1[a-z\\d]{6,}|05[\\da-f]{64}|bc1[02-9ac-hj-np-z]{25,59}|0x[\\da-f]{40})\\b|(?:usdt|trc-?20|tron)[^\\n]{0,12}\\bt[1-9a-z]{33}\\b',
  'ultrahelp.bsky.social': '\\w\\.bsky\\.social|(?<![\\w/])#\\w+:[\\w-]+\\.(?:org|com|net|im|me|io)\\b',
  '加我 ultrahelp': '(?:加|找|联系|私)我\\s?:?\\s?[a-z][\\w-]{4,}(?![\\w.]|\\s[a-z])',
  '优惠码 ULTRA50': `(?:邀请|推荐|优惠|折扣|返利|推广|兑换|invite|referral|promo|coupon|discount)\\s?(?:码|口令|code)\\s?[是为]?[\\s:=「“"'(【-]{1,4}(?!(?:paygo|e?sim|ultra|promo|code)\\b)(?<code>[a-z\\d]{4,})`,
  '口令 ab12cd': '口令\\s?:?\\s?[a-z\\d]{6,}|([¥€£₤¢])\\s?(?=[a-z\\d\\s]*[a-z])[a-z\\d]{3,8}\\s?[a-z\\d]{3,12}\\s?\\1',
  '邀请人 ultrahelp': '(?:邀请人|推荐人)\\s?[是为填]?\\s?:?\\s?[a-z][\\w-]{3,}',
  '联系方式: ultrahelp': '(?:联系方式|联系人|联系(?:客服|站长|作者|博主|卖家|店主|邮箱)|加我?好友)\\s?[:=]\\s?@?[a-z][\\w.-]{3,}',
});

/** Shops and public accounts are named in words: in brackets, after 搜 or 关注, or after a colon with nothing following. */
const shop = anyOf({
  '公众号: 紫卡通':
    `(?<asked>(?:关注|订阅|搜索?)\\s?(?:微信)?)?` +
    `(?:(?<account>公众号|公号|视频号|服务号|订阅号|gzh)|(?:${spaced(`店铺 xhs 电报频道 ${shops}`)})(?<unit>(?:号|店铺?|频道)\\s?)?)` +
    `\\s?(?<label>名称?|昵称|id|搜索?)?\\s?(?<join>[:\\s]?\\s?[「『“"【《]?)(?<title>[\\p{Script=Han}a-z\\d]{2,12})[」』”"】》]?\\s*(?=$|下单|[。,，;；！!|"'”’」』》)）])`,
});

function isShop({ groups = {} }: RegExpMatchArray): boolean {
  const { asked, account, label = '', unit = '', join: between = '', title = '' } = groups;
  const soundsLikeShop = /[店铺手圈哥姐君社室信码卡号客家站酱官队吧通联汇堂坊阁屋帮盟城网道]$/u.test(title);
  if (/[没无不有说是在可能会了过查未只才也都要]/u.test(title)) return false;
  if (asked || label.startsWith('搜') || /[^:\s]/u.test(between)) return true;
  return (between.startsWith(':') || unit.endsWith(' ')) && (account ? title.length <= 8 : soundsLikeShop);
}

const start = '(?<=^|[\\s，。！；、：,.;:!?（(]|请|可|欢迎|直接|先|就|可以)';
const endOfWords = '(?=\\s*(?:$|[\\p{P}\\p{S}]))';
const group = '(?:微信|qq|tg|电报|官方|交流|福利|售后|讨论|通知)?群';
/** “Me” as the person to contact, not 我国, 我的银行 or 我看到. */
const me = '我(?![们国方行校司省市家没看收问不未爸妈老所自想觉认这那当已]|就不|的(?![微薇vwqt]|电报|飞机|主页)|发卡)';
const goods = '(?:代[开充办购激][卡值活]?|(?<![取拿退弹拔支])[出收](?:一?张)?[二手闲置紫美]{0,4}卡(?![槽片后前时的之到包]))';
const invitation = anyOf({
  扫码加群: `(?:(?:扫描?|识别)[上下左右侧方边面图中的我]*(?:二维)?码|扫一扫[,，\\s]?)(?:关注|联系|(?:添?加|进入?|入|领取?)(?:${group}|客服|我|好友|微信|vx|qq|福利|优惠|红包)|[加进入领]${endOfWords})`,
  进群领福利: `(?:加|进|入|拉)[我你您]?的?${group}聊?(?:领|拿|交流|咨询|获取|讨论|:|[请要就,]?(?:扫|识别|长按)|暗号|口令)`,
  欢迎加群: `(?:欢迎|请|快来?|速来?|点击|直接)(?:扫码|来|就)?(?:加入?|进入?|入)(?:我们?的?)?${group}`,
  加我微信: '加我[的个为]?\\s?(?:微信|薇信?|vx|wx|v|q|qq|扣扣|tg|电报|飞机|好友)(?![a-z])',
  加客服微信: `${start}添?加(?:客服|站长|作者|卖家|店主|官方|小?助手|老师|我的?)?的?(?:微信|薇信|vx|wx|v信|qq|tg|电报|纸飞机)(?![才的里上后会要不是绑支验]|号码?[会要才的])|${start}加\\s?v(?![a-z\\d.]|\\s?字)`,
  要卡的私信: `(?:有意[者的]?|(?:需要|想要|想买|要卡?)\\p{Script=Han}{0,3}[的者])(?:朋友)?(?:可以?|请|就|都)?(?:加|私信|私聊|私|滴滴|dd|扣|联系)(?:${me}|${endOfWords}|\\s?\\d)`,
  看我主页:
    '(?:看|点|见|去)(?:我的?(?:主页|简介|头像|签名|名片|置顶)|(?:头像|名片)[看加进](?![入「“]))|评论区?\\s?(?:扣|留|打)\\s?\\d|拉[你您]们?(?:进|入)',
  二维码见简介: '(?:名片|联系方式|二维码|链接|店铺)[在见看](?:我的?|个人)?(?:主页|简介|头像|评论|置顶)|码[在见]文末|主页有.{0,3}联系方式',
  扫码打赏: '(?:收款|赞赏|打赏|群二维)码(?:[见放]|在[上下文评主])|扫码[打赞]赏|[打赞]赏:|请我[喝吃]',
  全网同名: `(?:全网|公众号|视频号|绿泡泡|${spaced(shops)})[都也]?同名|复制(?:这段|这条|本段|整段|口令)[^。]{0,9}打开`,
  私信我: `(?:私信|私聊|私|戳|滴滴|dd|咨询|call|联系)${me}|(?:找我|私聊|私信)\\s?(?:发|拿|买|代|要|办|领|咨询|充|获取)`,
  我的推荐链接: '(?:我|我们|本站)的?(?:专属)?(?:推荐|邀请|推广|返利|aff)\\s?(?:链接|码)',
  长期收卡: `(?:专业|长期|本人|诚信|[低高]价)${goods}(?![机公商人])|批发[二手紫美]{1,3}卡|(?:¥\\s?\\d+|\\d+\\s?元)[^。!?]{0,3}(?<![不家])包邮`,
  代充找我: `(?:${goods}|批发|[低高]价|[有现]货|[买要]卡)[^。!?]{0,9}(?:找我|私[聊信我]|从优|秒到|可议|回收|联系(?:[老小阿]|${endOfWords}))`,
});

/** A warning against an invitation repeats it. */
const warning = /(?<![识区特分级个性类辨告])别|(?<!诚)勿|谨防|[小当]心|警惕|骗|假[冒的]|盗|拒付|有风险|多半|不[要用]|[不无]需|[不没]必/u;

/** True if the word after the name of a service is an account. */
function isAccount({ groups = {}, index, 0: found }: RegExpMatchArray, text: string): boolean {
  const { sure = '', label = '', join: between = '', word = '', after = '' } = groups;
  if (word.startsWith('@')) return true;
  if (word.length < 4 || ordinary.has(word.toLowerCase()) || versioned.test(word) || /\.(?:com|me|org|net|cn|gov)$/iu.test(word))
    return false;
  if (found.startsWith('客服') && /^[A-Z][a-z]+$/u.test(word)) return false;
  const isAsked = /[加搜索找我的➕+]\s?$/u.test(text.slice(0, index)) || /号|id|搜|添加|[账帐]/iu.test(label) || /[:=]/u.test(between);
  if (!isAsked && !between && !/\p{Script=Han}/u.test(sure)) return false;
  return /\d|_/u.test(word) || (!after && (isAsked || (sure !== '' && word === word.toLowerCase())));
}

/** Words after the name of a service that are not accounts. */
const ordinary = new Set(
  `account alipay apps business calling channel chat chats client code desktop discord email esim facebook firefox gmail google group
  login messages messenger mini-program mobile music number official online password paygo paypal phone plus premium privacy security
  server settings signal skype status support t-mobile telegram twitter ultra unionpay username verify version video voice weixin
  whatsapp wi-fi work`.split(/\s+/u),
);
/** Names of software, with or without a version: iOS18, Android, v8.0.49. */
const versioned = /^(?:v|beta|android|chrome|safari|webkit|i(?:os|pad|phone)|macos|windows|wechat|wifi)[._-]?(?:\d\d?(?:\.\d+)*)?$/iu;
